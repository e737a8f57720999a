import { sampleTrades, type Topic } from '../sample-topics.ts';
import type { PlannedDemand } from '../sample-plan.ts';

const endings = ['', '技术攻关', '解决方案', '关键技术', '技术改进', '配套技术'] as const;
const contexts = ['公司年产{n}万件，主要供沿海用户', '该产品占公司销售额近{n}成，是主打品种', '去年接到{n}家客户同类投诉', '公司{n}条产线同时受此影响', '新签订单要求{n}个月内改进', '试制{n}批样品，合格率时高时低', '目前靠外协解决，单件成本增加{n}个百分点', '设备投用{n}年，改造条件已经具备'] as const;
const attempts = ['技术部查过文献并做了小试，放大后效果打折', '请设备厂家改过两次参数，仍不稳定', '与外地院校谈过，对方没有同类应用', '更换三家原料供应商，改善有限', '自行编过控制程序，遇到工况变化就失灵', '做过对比试验，找不到主因', '引进过一台样机，维护费用太高'] as const;
const effects = ['如能解决，预计每年节约{m}万元', '解决后可新增订单约{m}万元', '直接关系今年扩产项目能否投用', '同行多有类似困难，解决后可以推广', '已列入公司今年研发计划，拨付{m}万元', '客户愿意共同试用并提供现场'] as const;
const kinds = ['breakthrough', 'process', 'product', 'process', 'support', 'introduction', 'testing', 'breakthrough'] as const;
const modes = [['joint'], ['commission'], ['joint', 'transfer'], ['licence'], ['commission', 'advice'], ['lab']] as const;
const rules = ['shared', 'agreed', 'publisher', 'agreed'] as const;
const levels = ['open', 'masked', 'masked', 'open', 'targeted', 'masked', 'open', 'masked', 'secret', 'open'] as const;

/** Two firms that ask for the very same, word for word: what makes a demand common. */
const shared = '厂区无组织排放的挥发性有机物浓度低、风量大，活性炭更换频繁，处置费用高，需要低浓度大风量的稳定治理技术。';
const isShared = ({ index, nth, fate }: PlannedDemand) => index % 53 === 20 && nth === 0 && fate !== 'merged' && fate !== 'lapsed';

const at = <T>(list: readonly T[], place: number): T => {
  const found = list[place % list.length];
  if (found === undefined) throw new Error('the list is empty');
  return found;
};

function topicOf({ visit: { firm }, nth }: PlannedDemand): { readonly topic: Topic; readonly object: string } {
  const trade = sampleTrades[firm.industry];
  if (!trade) throw new Error(`no topics for ${firm.industry}`);
  return { topic: at(trade.topics, firm.nth * 5 + nth), object: at(trade.objects, firm.nth + Math.floor(firm.nth / 3) + nth) };
}

/** What the team notes, and what the enterprise makes of it. */
export function titleOf(demand: PlannedDemand): string {
  if (isShared(demand)) return '厂区低浓度挥发性有机物治理';
  const { topic, object } = topicOf(demand);
  return `${topic.title.replace('○', object)}${at(endings, demand.index)}`;
}

export function bodyOf(demand: PlannedDemand): string {
  if (isShared(demand)) return shared;
  const { index, visit: { firm } } = demand;
  const { topic, object } = topicOf(demand);
  const fill = (words: string) => words.replace('{n}', String(2 + ((index * 7) % 17))).replace('{m}', String(30 + ((index * 37) % 460)));
  return `${fill(at(contexts, index + firm.nth))}。${topic.problem.replace('○', object)}。${at(attempts, index * 3 + firm.nth)}；${fill(at(effects, index * 5 + firm.nth))}。`;
}

export function kpisOf(demand: PlannedDemand): readonly object[] {
  const { topic } = topicOf(demand);
  const count = demand.fate === 'weak' ? demand.index % 2 : demand.index % 9 === 4 ? 1 : 2;
  return topic.kpis.slice(0, count).map(([name, operator, value, unit]) => ({ name, operator, value, unit, method: '第三方检测' }));
}

/** What was measured in the end: each indicator met, and somewhat better. */
export function measuredOf(demand: PlannedDemand): readonly object[] {
  return kpisOf(demand).map((kpi) => {
    const { name, operator, value } = kpi as { name: string; operator: string; value: number };
    return { name, value: Math.round(value * (operator === 'atLeast' ? 1.06 : 0.92) * 1000) / 1000 };
  });
}

/** The whole demand as the enterprise submits it. */
export function contentOf(demand: PlannedDemand): Readonly<Record<string, unknown>> {
  const { index, visit: { firm } } = demand;
  const { topic } = topicOf(demand);
  const isCommon = isShared(demand);
  return {
    title: titleOf(demand), kind: at(kinds, index), industry: firm.industry, techField: isCommon ? 'environment' : topic.tech, marineField: isCommon ? 'none' : topic.marine, bottleneck: bodyOf(demand), kpis: kpisOf(demand),
    budget: (20 + ((index * 13) % 38) * 10) * 1_000_000, dueMonths: 6 + ((index * 5) % 31), minTrl: 4 + (index % 5), coopModes: [...at(modes, index)], ipRule: at(rules, index), disclosure: levelOf(demand), contactName: '企业技术联系人', contactPhone: `0532-8${String(1_000_000 + index * 37).slice(-7)}`,
  };
}

export const levelOf = ({ index, fate }: PlannedDemand) => (fate === 'published' || fate === 'challenged' ? (index % 3 === 0 ? 'open' : 'masked') : at(levels, index));

/** What the public page says: the problem and what is wanted, and nobody's name. */
export function publicTextOf(demand: PlannedDemand): string {
  if (isShared(demand)) return `${shared}征集成熟可靠、运行费用低的解决方案。`;
  const { topic, object } = topicOf(demand);
  return `${topic.problem.replace('○', object)}。现征集解决方案，指标和期限见下，欢迎院所高校、企业承接。`;
}
