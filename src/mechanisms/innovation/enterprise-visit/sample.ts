import type { Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import { plannedVisits, type PlannedVisit } from '../sample-plan.ts';

const issues = [
  ['talent', '夜班熟练工难招，实习生留不住，希望对接职业院校定向培养。', 'human-resources'],
  ['finance', '研发投入大、回款慢，流动资金贷款抵押物不足。', 'finance'],
  ['land', '现有厂房层高不够，扩产想就近租用标准厂房。', 'natural-resources'],
  ['policy', '研发补助申报材料重复提交，希望一次报齐。', 'science'],
  ['energy', '夏季错峰用电影响中试连续运行。', 'industry'],
  ['market', '首台套产品进不了采购名录，没有应用业绩。', 'industry'],
  ['technology', '关键部件检测要送到外地，周期长。', 'science'],
] as const;
const people = ['总经理、技术部负责人', '研发中心主任', '生产副总、工艺工程师', '董事长、财务负责人'] as const;

/** A year of visits: two of the team go, and the enterprise confirms some days later. */
export function visitStories(): readonly Story[] {
  return plannedVisits.map(visitStory);
}

function visitStory({ key, firm, nth, on, mode, answer }: PlannedVisit): Story {
  const [one, two] = [`marine-team-${(nth % 6) + 1}`, nth % 4 === 0 ? `science-${(nth % 3) + 1}` : `marine-team-${((nth + 2) % 6) + 1}`];
  const place = mode === 'phone' ? {} : { address: mode === 'meeting' ? '园区企业服务中心会议室' : `${firm.name}厂区`, arrivedAt: `${on}T0${1 + (nth % 6)}:${nth % 2 === 0 ? '10' : '40'}:00.000Z` };
  const pen = penFrom(on, nth).after(1, one, 'enter', (known) => ({
    enterprise: known.idOf(firm.key), visitedOn: on, mode, team: 'marine-team', visitors: [{ visitor: `holder-${one}` }, ...(mode === 'phone' ? [] : [{ visitor: `holder-${two}` }])], met: people[nth % people.length], ...place,
    ...(nth % 3 === 1 ? {} : { issues: [issues[nth % issues.length], ...(nth % 5 === 0 ? [issues[(nth + 3) % issues.length]] : [])].flatMap((issue) => (issue ? [{ kind: issue[0], words: issue[1], unit: issue[2] }] : [])) }),
  }));
  if (answer === 'none') return storyOf(key, 'enterpriseVisit', pen);
  if (answer === 'dispute') {
    pen.after(2, firm.account, 'dispute', () => ({ objection: nth % 2 === 0 ? '当天只来了一人，没有座谈。' : '走访日期有误，当天企业放假。' }));
    if (nth % 2 === 0) pen.after(3, one, 'void', () => ({ reason: '经核实与记录不符，作废后重新走访。' }));
    return storyOf(key, 'enterpriseVisit', pen);
  }
  pen.after(1 + (nth % 4), firm.account, 'confirm');
  if (nth === 40) pen.from('2021-12-01').after(0, 'science-2', 'explain', () => ({ explained: '六项需求分属三条产线，各自独立，没有拆分凑数。' }));
  return storyOf(key, 'enterpriseVisit', pen);
}
