import { addDays } from '#kernel/calendar.ts';
import type { Known, Step, Story } from '../../story.ts';
import { promisesOf, signedProjects, type SignedProject } from '../sample-courses.ts';
import { plannedReviews, type PlannedReview } from '../sample-days.ts';
import { penFrom, type Pen } from '../sample-pen.ts';

/** What became of promises: kept in time, sent back once, credited for a delay of the government, broken; and conditions of reviews. */
export function obligationStories(): readonly Story[] {
  return [...signedProjects.flatMap(ofAgreement), ...plannedReviews.filter(({ outcome }) => outcome === 'conditional').flatMap(ofReview)];
}

function ofAgreement(project: SignedProject): readonly Story[] {
  const { planned: { key, townPost, index }, course, steward } = project;
  const story = (code: string, pen: Pen) => of(`obligation-${key}-${code}`, key, 'agreement', ({ facts }) => facts['code'] === code, pen);
  return promisesOf(project).flatMap(({ code, dueOn, isKept }, at) => {
    if (isKept) {
      const doneOn = addDays(dueOn, -6);
      const pen = penFrom(doneOn, index + at).after(1, steward, 'claim', (known) => ({ doneOn, evidence: [known.file('节点完成证明')] }));
      // One claim in ten lacks something at first.
      if ((index + at) % 10 === 3) pen.after(1, townPost, 'sendBack', () => ({ reason: '所附材料没有盖章，请补齐后再报。' })).after(1, steward, 'claim', (known) => ({ doneOn, evidence: [known.file('节点完成证明')] }));
      return [story(code, pen.after(1, townPost, 'verify'))];
    }
    if (code === 'N5' && course === 'excused') return [story(code, penFrom('2021-10-08', index).after(0, 'secretariat-1', 'creditDelay', (known) => ({ days: 120, creditGrounds: '园区供水管网延期接入，经住建、水务部门书面证明。', evidence: [known.file('部门证明')] })))];
    if (code === 'N5' && course === 'repaying') return [story(code, penFrom('2021-11-01', index).after(0, 'joint-meeting', 'declareBroken', (known) => ({ reason: '逾期七个月未进场，两次约谈无实质进展。', evidence: [known.file('约谈记录')] })))];
    return [];
  });
}

function ofReview({ planned: { key, townPost, index }, meetingOn, nth }: PlannedReview): readonly Story[] {
  return [0, 1].map((place) => {
    const doneOn = addDays(meetingOn, 50 + place * 60);
    const pen = penFrom(doneOn, index + place).after(0, townPost, 'claim', (known) => ({ doneOn, evidence: [known.file('条件落实材料')] })).after(2, nth % 2 === 0 ? 'secretariat-1' : 'secretariat-2', 'verify');
    return of(`condition-${key}-${place + 1}`, key, 'review', ({ facts }) => String(facts['code']).endsWith(`-${place + 1}`), pen);
  });
}

/** A story of what followed from an agreement or a review: found by its project and where it came from. */
function of(key: string, project: string, source: string, isIt: (matter: NonNullable<Known['read']>) => boolean, { steps }: Pen): Story {
  const asks = (known: Known) => ({ mechanism: 'obligation', where: { all: [{ fact: 'project', in: [known.idOf(project)] }, { fact: 'source', in: [source] }] } });
  const it = (known: Known) => known.found.find(isIt)?.id ?? '';
  return { key, mechanism: 'obligation', steps: steps.map((step, at): Step => (at === 0 ? { ...step, asks, of: it } : step)) };
}
