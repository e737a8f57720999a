import { addDays, addWorkdays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import { sampleLastDay } from './sample-pen.ts';
import { plannedReviews } from './sample-days.ts';
import { plannedProjects, type PlannedProject } from './sample-plan.ts';

/**
 * How a signed project goes on: all in time; one node late; money short of what was promised; stuck for more than half a year; money
 * recovered; a delay that the government caused; or nothing due yet.
 */
export type Course = 'kept' | 'late' | 'short' | 'stuck' | 'repaying' | 'excused' | 'quiet';

/** A project signed on the platform, and so under supervision. */
export interface SignedProject {
  readonly planned: PlannedProject;
  readonly signedOn: Day;
  readonly course: Course;
  readonly steward: string;
}

const courses: readonly Course[] = ['kept', 'late', 'short', 'kept', 'stuck', 'excused', 'kept', 'repaying', 'late', 'kept', 'stuck', 'short', 'kept', 'late'];

/** The day on which a project decided before the platform is signed on it. */
export function stockSignedOn({ index }: PlannedProject): Day {
  return addWorkdays(chinaCalendar, addDays('2021-02-22', (index * 31) % 240), 3);
}

/** All of them, those that passed their review here and those decided before. */
export const signedProjects: readonly SignedProject[] = [
  ...plannedReviews.flatMap(({ planned, signedOn }) => (signedOn === undefined || signedOn > sampleLastDay ? [] : [{ planned, signedOn }])),
  ...plannedProjects.filter(({ fate }) => fate === 'signed').map((planned) => ({ planned, signedOn: stockSignedOn(planned) })),
].map(({ planned, signedOn }, at) => ({ planned, signedOn, course: signedOn < '2021-04-01' ? (courses[at % courses.length] ?? 'kept') : 'quiet', steward: stewardOf(planned) }));

/** Whose account looks after a project. */
export function stewardOf({ index }: PlannedProject): string {
  return `steward-${(index % 3) + 1}`;
}

/** One promise of the sample, and whether it was kept by its day. */
export interface SamplePromise {
  readonly code: string;
  readonly kind: 'node' | 'investment' | 'tax' | 'jobs';
  readonly name: string;
  readonly dueOn: Day;
  readonly target?: number;
  readonly measure?: string;
  readonly isKept?: boolean;
}

const early = ['完成总平面和建筑方案', '完成项目备案', '签订主要设备采购合同', '首期注册资本实缴到位'] as const;
/** The node on which each course turns, and the day it was promised for. */
const turning: Partial<Record<Course, readonly [name: string, dueOn: Day]>> = {
  late: ['完成施工图审查', '2021-11-15'], short: ['完成施工图审查', '2021-08-20'], stuck: ['桩基施工进场', '2021-04-30'], repaying: ['桩基施工进场', '2021-03-31'], excused: ['完成场地平整和围挡', '2021-10-15'],
};

/** What the agreement of a signed project promises. */
export function promisesOf({ planned: { money, land }, signedOn, course }: SignedProject): readonly SamplePromise[] {
  const turn = turning[course];
  const kept = course === 'quiet' ? 0 : course === 'late' || course === 'short' ? 4 : 2;
  return [
    ...early.slice(0, kept).map((name, at) => ({ code: `N${at + 1}`, kind: 'node' as const, name, dueOn: addDays(signedOn, 40 + at * 20), isKept: true })),
    ...(turn ? [{ code: 'N5', kind: 'node' as const, name: turn[0], dueOn: turn[1] }] : []),
    ...(course === 'short' ? [{ code: 'I1', kind: 'investment' as const, name: '首期固定资产投资', dueOn: '2021-08-31', target: 12_000, measure: '万元' }] : []),
    { code: 'N6', kind: 'node', name: '开工', dueOn: addDays(signedOn, 700) },
    { code: 'N7', kind: 'node', name: '竣工', dueOn: addDays(signedOn, 1400) },
    { code: 'I2', kind: 'investment', name: '固定资产投资', dueOn: addDays(signedOn, 1400), target: Math.round((money * 0.6) / 1_000_000), measure: '万元' },
    { code: 'T1', kind: 'tax', name: '年税收', dueOn: addDays(signedOn, 2100), target: Math.round((land / (2000 / 3)) * 20), measure: '万元' },
  ];
}
