import type { Known, Story } from '../../story.ts';
import { penFrom, storyOf } from '../sample-pen.ts';
import { investigated, isSupplemented, readyOn } from '../sample-days.ts';
import type { PlannedProject } from '../sample-plan.ts';
import { claims, items, measures } from './scheme.ts';

/** Every round of the sample years: accepted, supplemented once, not recommended, and on their way on the last day. */
export function dueDiligenceStories(): readonly Story[] {
  return investigated.map((planned, nth) => round(planned, nth));
}

function round(planned: PlannedProject, nth: number): Story {
  const { fate, townPost, town } = planned;
  const lead = nth % 2 === 0 ? 'invest-2' : 'invest-3';
  const isWeak = fate === 'diligenceRejected';
  const isShort = isSupplemented(planned, nth);
  const report = opinion(planned, nth, '会商');
  const pen = penFrom(readyOn(planned), 300 - (nth % 60) * 2)
    .after(0, 'invest-1', 'open', (known: Known) => ({ project: known.idOf(planned.key), leadParty: 'investment', leadPerson: `holder-${lead}`, secondParty: town, secondPerson: `holder-${townPost}` }))
    .after(1, lead, 'declare', () => ({ noConflict: true }));
  const story = () => storyOf(`diligence-${planned.key}`, 'dueDiligence', pen);
  if (fate === 'diligenceOpened') return story();
  pen.after(0, townPost, 'declare', () => ({ noConflict: true })).after(2, lead, 'recordVisit', () => ({ visits: [{ on: readyOn(planned), where: '投资方总部和在建工厂', people: 2 + (nth % 3) }] }));
  if (fate === 'diligenceDropped') {
    pen.after(2, 'invest-1', 'drop', () => ({ reason: '投资方来函暂停在本区投资。' }));
    return story();
  }
  pen.after(2, lead, 'giveLeadOpinion', () => ({ leadRatings: ratings(nth, isWeak), leadProofs: proofs(nth, isWeak, isShort), leadWorth: worths(nth, isWeak), leadReport: opinion(planned, nth, '主尽调') }));
  if (fate === 'diligenceDrafted') return story();
  pen.after(1, townPost, 'giveSecondOpinion', () => ({ secondRatings: ratings(nth + 1, isWeak), secondProofs: proofs(nth, isWeak, isShort), secondWorth: worths(nth, isWeak), secondReport: opinion(planned, nth, '第二方') }))
    .after(1, lead, 'reconcile', () => ({ ratings: ratings(nth, isWeak), proofs: proofs(nth, isWeak, isShort), worthRows: worths(nth, isWeak), report, ...(isWeak && nth % 2 === 0 ? { redLines: ['dishonest'] } : {}) }))
    .after(0, lead, 'submit');
  if (fate === 'diligenceSubmitted') return story();
  if (isWeak) pen.after(2, 'secretariat-1', 'reject', () => ({ reason: '含金量不足或者触碰红线，不予推荐。' }));
  else {
    if (isShort) pen.after(1, 'secretariat-1', 'askSupplement', () => ({ reason: '请补充订单佐证。' })).after(4, lead, 'supplement', (known: Known) => ({ proofs: proofs(nth, false, false), evidence: [known.file('订单合同')] })).after(0, lead, 'submit');
    pen.after(1, 'secretariat-1', 'accept');
  }
  return story();
}

function ratings(nth: number, isWeak: boolean) {
  return Object.keys(items).map((item, at) => ({ item, rating: isWeak ? 2 + ((nth + at) % 3) : (nth + at * 3) % 5 === 0 ? 2 : (nth + at) % 2 }));
}

function proofs(nth: number, isWeak: boolean, isShort: boolean) {
  return Object.keys(claims).map((claim, at) => ({ claim, level: isWeak ? 0.5 : isShort && (claim === 'orders' || claim === 'funding') ? 0.3 : Math.round((0.85 + ((nth + at) % 4) / 20) * 100) / 100 }));
}

function worths(nth: number, isWeak: boolean) {
  const factor = isWeak ? 0.55 : 1 + ((nth % 5) - 1) / 25;
  const benchmarks: Readonly<Record<string, number>> = { investmentPerMu: 300, taxPerMu: 20, valuePerTce: 3.5, researchShare: 3, jobs: 200 };
  return Object.keys(measures).map((measure) => {
    const benchmark = benchmarks[measure];
    return benchmark === undefined ? { measure, value: isWeak ? 0.4 : 0.9 } : { measure, value: Math.round(benchmark * factor * 100) / 100, benchmark };
  });
}

const strengths = ['股权结构清晰，实际控制人明确', '近三年审计报告无保留意见', '核心技术自有，已获发明专利', '与上下游签有长期订单', '资金由自有资金和银行授信组成', '设备选型成熟，能耗低于同行'];
const cautions = ['流动资金占用偏高，建议分期供地', '原料依赖单一供应商，建议补充备选', '环评需尽早启动', '用工集中在下半年，建议提前对接', '汇率波动影响进口设备价格', '注册资本实缴进度应写入协议'];

/** Short, and each of its own, as two reports are. */
function opinion({ name, index, money }: PlannedProject, nth: number, who: string): string {
  return `${who}认为：${name}总投资${money / 10_000_000_000}亿元。${strengths[index % 6] ?? ''}；${strengths[(index + 1 + (nth % 4)) % 6] ?? ''}。${cautions[(index * 2 + nth) % 6] ?? ''}。第${nth + 1}轮核查编号${1000 + index * 7}，现场走访${2 + (nth % 3)}家合作方。`;
}
