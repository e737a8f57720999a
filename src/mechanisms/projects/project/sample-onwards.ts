import { promisesOf, signedProjects, stewardOf } from '../sample-courses.ts';
import { plannedReviews } from '../sample-days.ts';
import { landDeals } from '../sample-land.ts';
import type { Pen } from '../sample-pen.ts';
import { capacityPlant, type PlannedProject } from '../sample-plan.ts';

/** After a review: the decision, the agreement, the company, as far as it goes. */
export function reviewed(pen: Pen, planned: PlannedProject): Pen {
  const review = plannedReviews.find((each) => each.planned === planned);
  if (review === undefined || review.outcome === 'refused' || review.outcome === 'vetoed') return pen;
  const { nth, meetingOn, decidedOn, signedOn } = review;
  pen.from(meetingOn).after(1, 'secretariat-1', 'askDecision');
  if (decidedOn === undefined) return pen;
  const year = decidedOn.slice(0, 4);
  pen.from(decidedOn).after(0, nth % 3 === 0 ? 'joint-meeting' : 'leader-economy', 'decide', () => ({ minutesNo: `〔${year}〕第${(nth % 12) + 1}次` }));
  if (signedOn === undefined) return pen;
  signed(pen.after(8 + (nth % 5), 'secretariat-head', 'grade', () => ({ level: planned.level, steward: `holder-${stewardOf(planned)}` })), planned, 0);
  return nth % 3 === 2 ? pen : pen.after(18 + (nth % 9), stewardOf(planned), 'register', (known) => ({ company: known.idOf(planned.company), firstCapital: Math.round(planned.money * 0.1), firstCapitalOn: signedOn, evidence: [known.file('营业执照'), known.file('银行回单')] }));
}

/** The agreement, handed in by the team and confirmed by a leader on the day of signing. */
export function signed(pen: Pen, planned: PlannedProject, days: number): Pen {
  const project = signedProjects.find((each) => each.planned === planned);
  if (project === undefined) return pen;
  const { index, money } = planned;
  const year = project.signedOn.slice(0, 4);
  return pen.after(0, 'invest-2', 'submitAgreement', (known) => ({
    agreementKind: 'formal', agreementNo: `XY-${year}-${index + 1}`, agreement: [known.file('项目协议')], agreedInvestment: money, fairReviewNo: `公审〔${year}〕${index + 1}号`,
    promises: promisesOf(project).map(({ isKept: _isKept, ...promise }) => ({ ...promise, clause: '第六条', consequence: '逾期按协议支付违约金', ...(promise.kind === 'node' ? {} : { tolerance: 5 }) })),
  })).after(days, 'leader-economy', 'sign', () => ({})).from(project.signedOn);
}

/** From the land to the works: permits issued with the land, the start, the statistics, for the first of them completion. */
export function built(pen: Pen, planned: PlannedProject): Pen {
  const deal = landDeals.find((each) => each.planned === planned);
  if (deal === undefined) return pen;
  const { index, money, townPost } = planned;
  const { nth, permitsOn, startedOn } = deal;
  const steward = stewardOf(planned);
  pen.from(permitsOn).after(1, steward, 'recordPermits', () => ({
    nationalCode: `${permitsOn.slice(2, 4)}${permitsOn.slice(5, 7)}-370215-04-01-${200_000 + index}`, filingNo: `BA-${index + 1}`, eiaNo: `HP-${index + 1}`, energyReviewNo: `NP-${index + 1}`, landPermitNo: `YD-${index + 1}`, planPermitNo: `GH-${index + 1}`, constructionPermitNo: `SG-${index + 1}`,
  })).after(1, 'permits', 'permit');
  if (startedOn === undefined) return pen;
  pen.from(startedOn).after(1, steward, 'submitStart', (known) => ({ startClaimedOn: startedOn, startPhoto: [known.file('开工现场照片')], supervisionLogNo: `JL-${index + 1}` }))
    .after(2, 'stat', 'checkStart').after(1, townPost, 'start').after(10, 'stat', 'enterStatistics', () => ({ statCode: `TJ-${370215000 + index}` }))
    .after(20, 'stat', 'recordDone', () => ({ done: Math.round(money * 0.25) }));
  if (nth === capacityPlant) {
    return pen.from('2020-12-14').after(0, steward, 'submitCompletion', (known) => ({ acceptanceNo: `YS-2020-${index + 1}`, evidence: [known.file('竣工验收备案')] })).after(2, 'permits', 'complete')
      .after(8, steward, 'submitProduction', () => ({ invoiceNo: `FP${100_000 + index}`, powerLoad: 900 })).after(3, 'tax', 'checkInvoice').after(2, 'industry', 'produce')
      .from('2021-03-01').after(0, 'stat', 'enterScale', () => ({ annualRevenue: 3_050_000_000, scaleNoticeNo: `RG-${index + 1}` }));
  }
  return nth === 8 ? pen.from('2021-12-01').after(0, steward, 'submitCompletion', (known) => ({ acceptanceNo: `YS-2021-${index + 1}`, evidence: [known.file('竣工验收备案')] })).after(2, 'permits', 'complete') : pen;
}
