import { addDays, type Day } from '#kernel/calendar.ts';
import type { Known, Story } from '../../story.ts';
import type { IndicatorRow } from '../indicators.ts';
import { landDeals, type LandDeal } from '../sample-land.ts';
import { capacityPlant } from '../sample-plan.ts';
import { penFrom, storyOf, type Pen } from '../sample-pen.ts';

/** Thirteen commitments: signed by both, paid, built; one supplement approved, one rejected, one waiting; one that did not begin to build. */
export function landCommitmentStories(): readonly Story[] {
  return landDeals.map((deal) => storyOf(deal.commitment, 'landCommitment', commitment(deal)));
}

function commitment(deal: LandDeal): Pen {
  const { planned, nth, soldOn, signedOn, permitsOn, handoverOn, startedOn, account, parcel } = deal;
  const pen = penFrom(soldOn, 20 + nth).after(2, 'natural', 'draft', (known) => ({
    name: `${planned.name}履约承诺`, parcel: known.idOf(parcel), project: known.idOf(planned.key), enterprise: known.idOf(planned.company), unit: planned.town, contact: `holder-${account}`,
    values: promised(known, nth), bond: 200_000_000 + nth * 10_000_000, startDue: addDays(signedOn, 190), completeDue: addDays(signedOn, 740), capacityDue: addDays(signedOn, 1470),
  }), parcel);
  pen.after(1, 'natural', 'signForGovernment', (known) => ({ contractNo: `即自然资合〔${soldOn.slice(0, 4)}〕${nth + 31}号`, agreementNo: `即履约监管〔${soldOn.slice(0, 4)}〕${nth + 31}号`, evidence: [known.file('出让合同')] }))
    .from(signedOn).after(0, account, 'signForEnterprise', (known) => ({ evidence: [known.file('履约承诺书')] }))
    .from(permitsOn).after(0, 'finance', 'recordPayment', (known) => ({ paidOn: permitsOn, evidence: [known.file('缴款凭证')] }))
    .after(0, 'permits', 'issuePermits', (known) => ({ permitsOn, evidence: [known.file('四证')] }))
    .from(handoverOn).after(0, 'natural', 'handOver', (known) => ({ handoverOn, evidence: [known.file('交地确认书')] }));
  if (startedOn !== undefined) pen.from(startedOn).after(1, planned.townPost, 'recordStart', (known) => ({ startedOn, evidence: [known.file('开工照片')] }));
  return supplement(pen, deal);
}

/** What happened to a promise after it was locked. */
function supplement(pen: Pen, { planned, nth }: LandDeal): Pen {
  const propose = (on: Day, values: readonly IndicatorRow[]) => pen.from(on).after(0, planned.townPost, 'proposeSupplement', () => ({ pendingNo: `补${nth + 1}号`, pendingValues: values, pendingGrounds: '主要设备交付延期，投资方申请按公告指标履行，区级政策不变。' }));
  if (nth === 0) return propose('2021-07-12', [{ indicator: 'fixedInvestPerMu', value: 272 }]).after(4, 'leader-economy', 'approveSupplement', (known: Known) => ({ evidence: [known.file('补充协议')] }));
  if (nth === 1) return propose('2021-09-06', [{ indicator: 'taxPerMu', value: 30.5 }]).after(5, 'leader-economy', 'rejectSupplement', () => ({ reason: '延期理由不充分，税收承诺不予调整。' }));
  if (nth === 2) return propose('2021-12-15', [{ indicator: 'fixedInvestPerMu', value: 261 }]);
  if (nth === 8) return pen.from('2021-11-29').after(0, 'permits', 'recordCompletion', (known) => ({ completedOn: '2021-11-29', evidence: [known.file('竣工验收备案')] })).after(6, 'finance', 'releaseBond', (known) => ({ evidence: [known.file('退款凭证')] }));
  if (nth === capacityPlant) return pen.from('2020-12-14').after(0, 'permits', 'recordCompletion', (known) => ({ completedOn: '2020-12-11', evidence: [known.file('竣工验收备案')] }));
  if (nth === 11) return pen.from('2021-08-23').after(0, 'natural', 'escalate', (known) => ({ rung: 'rectify', reason: '交地九个月仍未开工，责令限期整改。', evidence: [known.file('现场照片')] }));
  return pen;
}

/** The standard of the notice; investment and tax a little above it. */
function promised(known: Known, nth: number): readonly IndicatorRow[] {
  const standard = (known.read?.facts['standard'] ?? []) as readonly IndicatorRow[];
  // The worked example promises what the notice asks for, and no more.
  if (nth === capacityPlant) return standard;
  return standard.map((row) => ({ ...row, value: (row.value ?? 0) + (row.indicator === 'fixedInvestPerMu' ? 5 : row.indicator === 'taxPerMu' ? 1 + (nth % 3) / 2 : 0) }));
}
