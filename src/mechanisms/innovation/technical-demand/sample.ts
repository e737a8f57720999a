import { addDays, addWorkdays, chinaCalendar } from '#kernel/calendar.ts';
import type { Known, Story } from '../../story.ts';
import { penFrom, storyOf, type Pen } from '../../projects/sample-pen.ts';
import { plannedDemands, type Fate, type PlannedDemand } from '../sample-plan.ts';
import { contentOf, kpisOf, levelOf, measuredOf, publicTextOf, titleOf } from './sample-words.ts';

/** Those of the sample's experts who know technology best, none of whom leaves within the years. */
const experts = Array.from({ length: 100 }, (_, at) => at + 1).filter((number) => [1, 2, 8].includes(number % 10));
const institutes = ['某海洋研究所', '某海洋大学', '某科技大学', '某材料研究院', '某机械设计研究院', '某生物技术研究所', '某信息技术研究院', '某化工学院'] as const;
const instituteOf = (at: number) => institutes[at % institutes.length] ?? institutes[0];

const open: readonly Fate[] = ['published', 'matching', 'intent', 'dropped', 'contracted', 'solved', 'failed', 'challenged', 'refreshed'];

/** Every demand of the year as far as it got. */
export function demandStories(): readonly Story[] {
  return plannedDemands.map((demand) => storyOf(demand.key, 'technicalDemand', penOf(demand)));
}

function penOf(demand: PlannedDemand): Pen {
  const { index, fate, visit } = demand;
  const pen = penFrom(visit.on, index).after(2, `marine-team-${(visit.nth % 6) + 1}`, 'enter', (known) => ({ title: titleOf(demand), enterprise: known.idOf(visit.firm.key), sourceVisit: known.idOf(visit.key) }));
  if (fate === 'draft') return pen;
  submitted(pen, demand);
  if (fate === 'submitted') return pen;
  if (fate === 'lapsed') return pen.after(1, 'science-1', 'sendBack', () => returned(index)).after(12, 'system', 'lapse');
  if (fate === 'declined') return pen.after(2, 'science-2', 'decline', () => ({ declineReason: index % 2 === 0 ? 'procurement' : 'solved', reason: index % 2 === 0 ? '内容为设备采购，请通过采购渠道办理。' : '已有成熟产品可以直接采用，建议联系供应商。' }));
  if (fate === 'merged') return pen.after(1, 'science-2', 'merge', (known) => ({ mergedInto: known.idOf(plannedDemands[index - 2]?.key ?? '') }));
  if (demand.isReturned) pen.after(1, 'science-1', 'sendBack', () => returned(index)).after(3, visit.firm.account, 'submit', () => contentOf(demand));
  screened(pen, demand);
  if (fate === 'screening') return pen;
  if (fate === 'weak') return pen.after(1, 'science-1', 'reject', () => ({ reason: '指标和自有基础不足，补充后可以重新登记。' }));
  pen.after(1, 'science-1', 'admit');
  if (fate === 'withdrawn') return pen.after(9, visit.firm.account, 'withdraw', () => ({ reason: '客户取消订单，暂不需要。' }));
  if (fate === 'stale' || fate === 'refreshed') {
    pen.from(addDays(pen.day(), 183)).after(0, 'system', 'expire');
    if (fate === 'stale') return pen;
    pen.after(3, visit.firm.account, 'refresh', () => ({ reason: '产线仍在使用，继续征集方案。' }));
  }
  if (fate === 'admitted') return pen;
  opened(pen, demand);
  return matched(pen, demand);
}

function submitted(pen: Pen, demand: PlannedDemand): void {
  // What is to be merged comes last, when the other one is there.
  pen.after(demand.fate === 'merged' ? 7 : 2 + (demand.index % 6), demand.visit.firm.account, 'submit', () => contentOf(demand));
}

const returned = (index: number) => ({ returnReasons: [(['unclear', 'noIndicator', 'budget', 'several'] as const)[index % 4]], reason: '请写清现有工艺、已做过的试验和要达到的数值。' });

function screened(pen: Pen, demand: PlannedDemand): void {
  const { index, fate } = demand;
  const chosen = [0, 11, ...(index % 6 === 0 ? [19] : [])].map((step) => experts[(index * 7 + step) % experts.length] ?? 1);
  pen.after(1 + (index % 2), 'science-1', 'pass', () => ({ isTechnical: true })).after(1, 'science-2', 'appoint', (known) => ({ experts: chosen.map((number) => known.idOf(`expert-${number}`)) }));
  // Of the last ones some experts have not looked yet.
  const judging = fate === 'screening' ? chosen.slice(0, index % 2) : chosen;
  for (const [at, number] of judging.entries()) pen.after(1, `expert-${number}`, 'judge', () => sheet(index + at, fate === 'weak'));
}

function sheet(seed: number, isWeak: boolean): Readonly<Record<string, unknown>> {
  const [from, span] = isWeak ? [0.25, 5] : [0.68, 6];
  const axis = (step: number) => Math.round((from + (((seed * 3 + step * 5) % span) / span) * 0.3) * 100) / 100;
  return { clarity: axis(1), market: axis(2), budgetRealism: axis(3), ownBasis: axis(4), offShelf: axis(5), noConflict: true, opinion: isWeak ? '瓶颈写得笼统，投入和期限不匹配，建议补充试验数据。' : seed % 2 === 0 ? '瓶颈明确、指标可测，值得组织对接。' : '有应用场景，自有基础较好，建议找材料和工艺两类团队。' };
}

/** The enterprise agrees how far, and what may be public is published. */
function opened(pen: Pen, demand: PlannedDemand): void {
  const disclosure = levelOf(demand);
  pen.after(2 + (demand.index % 3), demand.visit.firm.account, 'consent', (known: Known) => ({ disclosure, evidence: [known.file('公开级别同意书')] }));
  if (open.includes(demand.fate) && (disclosure === 'open' || disclosure === 'masked')) pen.after(1, 'science-1', 'publish', () => ({ publicText: publicTextOf(demand) }));
}

function matched(pen: Pen, demand: PlannedDemand): Pen {
  const { index, fate, visit: { firm } } = demand;
  if (fate === 'published' || fate === 'refreshed') return pen;
  if (fate === 'challenged') return kpisOf(demand).length === 0 ? pen : pen.after(3, 'science-2', 'toChallenge', () => ({ challengeNo: `BD-2021-${String(index + 1).padStart(3, '0')}` }));
  const suppliers = Array.from({ length: 2 + (index % 3) }, (_, at) => ({ party: instituteOf(index + at * 3), achievement: at % 2 === 0 ? '同类课题成果' : '在研团队', ground: '研究方向一致，有同类应用' }));
  pen.after(2, 'science-1', 'beginMatching').after(2 + (index % 3), 'science-1', 'propose', () => ({ suppliers }));
  if (fate === 'matching' && index % 3 === 0) return pen;
  pen.after(4 + (index % 5), firm.account, 'feedBack', (known) => ({ candidates: proposed(known).map((each, at) => ({ ...each, outcome: at === 0 ? 'interested' : index % 2 === 0 ? 'later' : 'unsuitable', note: at === 0 ? '约定下月到厂交流。' : '方向不完全一致。' })) }), demand.key);
  if (fate === 'matching') return pen;
  const partnerName = instituteOf(index);
  pen.after(6, firm.account, 'intend', (known: Known) => ({ partnerName, intentAmount: amountOf(index), evidence: [known.file('对接会谈纪要')] }));
  if (fate === 'dropped') return pen.after(30, firm.account, 'dropIntent', () => ({ reason: '费用和知识产权没有谈拢。' }));
  return fate === 'intent' ? pen : ended(pen, demand);
}

const proposed = ({ read }: Known) => (read?.facts['candidates'] ?? []) as readonly object[];
const amountOf = (index: number) => (30 + ((index * 17) % 28) * 10) * 1_000_000;

function ended(pen: Pen, demand: PlannedDemand): Pen {
  const { index, fate, visit: { firm } } = demand;
  const usesFiscal = index % 4 === 0;
  const signedOn = addWorkdays(chinaCalendar, pen.day(), 18);
  pen.after(18, firm.account, 'contract', (known: Known) => ({ contractNo: `JSKF-2021-${String(index + 1).padStart(3, '0')}`, registrationNo: `2021370215${String(index + 1).padStart(6, '0')}`, contractAmount: amountOf(index), signedOn, contractUntil: '2022-06-30', usesFiscal, evidence: [known.file('技术开发合同')] }));
  if (fate === 'failed') return pen.after(60, 'science-2', 'fail', (known: Known) => ({ failure: 'unmet', reason: '两轮中试未达到约定指标，双方协商终止。', evidence: [known.file('终止协议')] }));
  if (fate !== 'solved') return pen;
  if (usesFiscal) pen.after(55, 'science-1', 'inviteExperts', (known: Known) => ({ acceptedBy: [known.idOf('expert-1')] }));
  return pen.after((usesFiscal ? 10 : 65) + (index % 20), firm.account, 'accept', (known: Known) => ({ measured: measuredOf(demand), result: '按约定指标完成开发，经第三方检测达到要求，已在产线应用。', evidence: [known.file('验收报告')] }));
}
