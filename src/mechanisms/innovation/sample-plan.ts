import { addDays, addWorkdays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import { techFirms, type TechFirm } from './sample-firms.ts';

/** How far a demand of the sample gets. */
export type Fate =
  | 'solved' | 'failed' | 'contracted' | 'intent' | 'dropped' | 'matching' | 'challenged' | 'admitted' | 'published' | 'stale' | 'refreshed'
  | 'weak' | 'declined' | 'merged' | 'lapsed' | 'withdrawn' | 'screening' | 'submitted' | 'draft';

export interface PlannedVisit {
  readonly key: string;
  readonly firm: TechFirm;
  readonly nth: number;
  readonly on: Day;
  readonly mode: 'onSite' | 'meeting' | 'phone';
  /** What the enterprise does with it. */
  readonly answer: 'confirm' | 'dispute' | 'none';
}

export interface PlannedDemand {
  readonly key: string;
  readonly visit: PlannedVisit;
  /** Which of the visit's it is. */
  readonly nth: number;
  readonly index: number;
  readonly fate: Fate;
  readonly isReturned: boolean;
}

/** Innovative enterprises that are visited and confirm it (figure 2.10); with those after them, who are telephoned, still to confirm or not innovative at all. */
const visited = 189;
const [phoned, unconfirmed, disputed, plain] = [6, 3, 2, 5];

/** Firms without a valid paper stand at the end. */
export const qualifiedFirms = techFirms.slice(0, techFirms.length - plain - 4);
const plainFirms = techFirms.slice(techFirms.length - plain - 4, techFirms.length - 4);

/** From the first of March on some a day, so that no trade comes in one block. */
const dayOf = (nth: number): Day => workday(addDays('2021-03-01', Math.floor((((nth * 73) % visited) / visited) * 287)));
const workday = (day: Day) => (chinaCalendar.isWorkday(day) ? day : addWorkdays(chinaCalendar, day, 1));
const planned = (firm: TechFirm | undefined, nth: number, on: Day, answer: PlannedVisit['answer'] = 'confirm', mode: PlannedVisit['mode'] = nth % 6 === 5 ? 'meeting' : 'onSite'): PlannedVisit[] =>
  firm === undefined ? [] : [{ key: `visit-${nth + 1}`, firm, nth, on, mode, answer }];

/** Every visit: those that count, second ones to the same enterprise, and those that do not count. */
export const plannedVisits: readonly PlannedVisit[] = [
  ...qualifiedFirms.slice(0, visited).flatMap((firm, nth) => planned(firm, nth, dayOf(nth))),
  ...qualifiedFirms.slice(visited).slice(0, phoned).flatMap((firm, at) => planned(firm, visited + at, workday(addDays('2021-05-10', at * 19)), 'confirm', 'phone')),
  ...qualifiedFirms.slice(visited + phoned).slice(0, unconfirmed).flatMap((firm, at) => planned(firm, visited + phoned + at, workday(addDays('2021-12-17', at)), 'none')),
  ...qualifiedFirms.slice(visited + phoned + unconfirmed).slice(0, disputed).flatMap((firm, at) => planned(firm, visited + phoned + unconfirmed + at, workday(addDays('2021-06-15', at * 40)), 'dispute')),
  ...plainFirms.flatMap((firm, at) => planned(firm, 210 + at, workday(addDays('2021-04-12', at * 30)))),
  ...Array.from({ length: 10 }, (_, at) => planned(qualifiedFirms[at * 17], 220 + at, workday(addDays('2021-10-11', at * 5)))).flat(),
];

/** How many demands come of a visit: 1.6 on average, none of every tenth, six of one. */
const found = (nth: number) => (nth === 40 ? 6 : ([2, 1, 2, 0, 3, 1, 2, 2, 1, 3] as const)[nth % 10] ?? 1);

const early: readonly Fate[] = ['solved', 'matching', 'weak', 'admitted', 'stale', 'contracted', 'published', 'matching', 'admitted', 'intent', 'weak', 'published', 'contracted', 'matching', 'challenged', 'admitted', 'solved', 'declined', 'published', 'dropped', 'stale', 'failed', 'withdrawn', 'published', 'refreshed'];
const later: readonly Fate[] = ['matching', 'published', 'weak', 'admitted', 'published', 'matching', 'admitted', 'published', 'challenged', 'weak', 'admitted', 'published', 'intent', 'published', 'declined', 'matching', 'published', 'weak', 'admitted'];

const lasting: readonly Fate[] = ['solved', 'failed', 'contracted', 'intent', 'dropped', 'matching', 'challenged', 'admitted', 'published', 'stale', 'refreshed'];

/** Demands in the order of their visits: the first have time to be solved or to go stale, the last are on their way. */
export const plannedDemands: readonly PlannedDemand[] = (() => {
  const all = plannedVisits.slice(0, visited).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.nth - b.nth)).flatMap((visit) => Array.from({ length: found(visit.nth) }, (_each, nth) => ({ visit, nth })));
  const told: PlannedDemand[] = [];
  for (const [index, { visit, nth }] of all.entries()) {
    const left = all.length - index;
    const usual = left <= 4 ? 'draft' : left <= 8 ? 'submitted' : left <= 16 ? 'screening' : index < 125 ? early[index % early.length] : later[index % later.length];
    // What an enterprise says twice stands third, and the first of them is on its way.
    const first = told[index - 2];
    const isMerged = nth === 2 && left > 30 && first !== undefined && lasting.includes(first.fate) && !first.isReturned && told.filter(({ fate }) => fate === 'merged').length < 6;
    const fate = isMerged ? 'merged' : index % 67 === 30 ? 'lapsed' : (usual ?? 'admitted');
    told.push({ key: `demand-${index + 1}`, visit, nth, index, fate, isReturned: fate !== 'lapsed' && fate !== 'merged' && index % 8 === 5 });
  }
  return told;
})();
