import { addWorkdays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import { plannedProjects, reviewedProjects, type PlannedProject } from './sample-plan.ts';

/** Those that come to due diligence, in the order in which their rounds are told. */
export const investigated: readonly PlannedProject[] = plannedProjects.filter(({ fate }) => fate === 'reviewed' || fate.startsWith('diligence'));

/** The working day on which a project is ready to be investigated. */
export function readyOn({ on, index }: PlannedProject): Day {
  const start = chinaCalendar.isWorkday(on) ? on : addWorkdays(chinaCalendar, on, 1);
  return addWorkdays(chinaCalendar, start, 6 + (index % 4));
}

/** Whose report lacked the proof of orders at first. */
export function isSupplemented({ fate }: PlannedProject, nth: number): boolean {
  return fate === 'reviewed' && nth % 6 === 5;
}

const yi = 10_000_000_000;

export type Outcome = 'passed' | 'conditional' | 'refused' | 'vetoed';

/** One of the forty reviews: its days, its size, what it comes to, and the days that follow from it. */
export interface PlannedReview {
  readonly planned: PlannedProject;
  readonly nth: number;
  readonly size: 5 | 7 | 9;
  readonly outcome: Outcome;
  readonly convenedOn: Day;
  readonly meetingOn: Day;
  /** Nothing where it never comes to it. */
  readonly decidedOn: Day | undefined;
  readonly signedOn: Day | undefined;
}

/** Eight days from the opening of a round to its end, five more where proof was missing. */
const diligenceDays = 8;

/** The reviews in order of their projects. */
export const plannedReviews: readonly PlannedReview[] = reviewedProjects.map((planned, nth) => {
  const accepted = later(readyOn(planned), diligenceDays + (isSupplemented(planned, investigated.indexOf(planned)) ? 5 : 0));
  const outcome = outcomeOf(nth);
  const convenedOn = later(accepted, 1);
  const meetingOn = later(convenedOn, 6 + (nth % 3));
  const isRefused = outcome === 'refused' || outcome === 'vetoed';
  const decidedOn = isRefused || nth % 13 === 11 ? undefined : later(meetingOn, 6 + (nth % 3));
  return { planned, nth, size: planned.money < yi ? 5 : planned.money > 10 * yi ? 9 : 7, outcome, convenedOn, meetingOn, decidedOn, signedOn: decidedOn === undefined || nth % 8 === 6 ? undefined : later(decidedOn, 12 + (nth % 8)) };
});



/** Two in three pass, most of the others on conditions, a few are refused, one for a reason that no points make up for. */
function outcomeOf(nth: number): Outcome {
  if (nth === 22) return 'vetoed';
  if (nth % 10 === 7) return 'refused';
  return nth % 10 === 2 || nth % 10 === 5 || nth % 10 === 8 ? 'conditional' : 'passed';
}

function later(day: Day, workdays: number): Day {
  return addWorkdays(chinaCalendar, day, workdays);
}
