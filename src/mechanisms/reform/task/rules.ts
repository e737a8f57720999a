import { addDays, daysBetween, monthEnd, type Day } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { dueAfter, understandDueWords } from '#kernel/due-words.ts';
import type { Duty, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { TaskRecord } from './record.ts';

export type Situation = SituationOf<TaskRecord>;
export type Verdict = VerdictOf<TaskRecord>;
export type TaskFacts = Situation['matter']['facts'];
export type Milestone = NonNullable<TaskFacts['milestones']>[number];
type DueKind = NonNullable<TaskFacts['dueKind']>;

/** What the words of a limit mean for a task of that year. The day of a relative limit follows on the day of issue. */
export function limitOf(words: string, year: number): { readonly dueKind: DueKind; readonly dueOn?: Day } | 'unclear' | 'anchorUnknown' {
  // A cell that lost its format holds the serial number of the day; 2021.1 may be January or October.
  if (/^\d{5}$/.test(words)) return { dueKind: 'day', dueOn: addDays('1899-12-30', Number(words)) };
  if (/^\d{4}\.1$/.test(words)) return 'unclear';
  const due = understandDueWords(words, `${year}-01-01`);
  switch (due.kind) {
    case 'day': return { dueKind: 'day', dueOn: due.day };
    case 'standing': return { dueKind: 'standing' };
    case 'upper': return { dueKind: 'upper' };
    case 'after': return due.anchor === '印发' ? { dueKind: 'after' } : 'anchorUnknown';
    default: return 'unclear';
  }
}

/** The day of “印发后1个月” once the points are issued. */
export function dayAfterIssue(words: string, issuedOn: Day, calendar: Situation['calendar']): Day | undefined {
  const due = understandDueWords(words, issuedOn);
  return due.kind === 'after' ? dueAfter(due, issuedOn, calendar) : undefined;
}

/** 2021-001: one number once in a year. */
export function codeOf(year: number, seq: number): string {
  return `${year}-${String(seq).padStart(3, '0')}`;
}

/** The year of a task: as told, else this one. */
export function yearOf({ matter, today }: Pick<Situation, 'matter' | 'today'>, given: number | undefined): number {
  return given ?? matter.facts.year ?? Number(today.slice(0, 4));
}

interface Listed {
  readonly year?: number;
  readonly leadUnit?: string;
  readonly coUnits?: readonly string[];
  readonly dueText?: string;
}

/** One lead unit, and a limit that can be understood. */
export function badListing(situation: Situation, given: Listed): Verdict {
  const { facts } = situation.matter;
  if ((given.coUnits ?? facts.coUnits ?? []).includes(given.leadUnit ?? facts.leadUnit ?? '')) return { refusal: 'leadIsCo', field: 'coUnits' };
  const words = given.dueText ?? facts.dueText;
  if (words === undefined) return undefined;
  const year = yearOf(situation, given.year);
  const limit = limitOf(words, year);
  if (limit === 'unclear') return { refusal: 'dueUnclear', field: 'dueText', detail: { words } };
  if (limit === 'anchorUnknown') return { refusal: 'dueAnchorUnknown', field: 'dueText', detail: { words } };
  return limit.dueOn !== undefined && limit.dueOn < `${year}-01-01` ? { refusal: 'yearOff', field: 'dueText', detail: { day: limit.dueOn, year } } : undefined;
}

interface Plan {
  readonly milestones: readonly Milestone[];
  readonly coWork?: TaskFacts['coWork'];
}

/** A plan whose weights make a hundred, within the limit, with a part for every co-unit. */
export function badPlan({ matter, findUnit }: Situation, { milestones, coWork = [] }: Plan): Verdict {
  const { dueOn, coUnits = [], leadUnit } = matter.facts;
  const field = 'milestones';
  if (milestones.some(({ name, dueOn: on, weight }) => name === undefined || on === undefined || weight === undefined)) return { refusal: 'milestoneIncomplete', field };
  const twice = milestones.find(({ name }, at) => milestones.findIndex((each) => each.name === name) !== at);
  if (twice) return { refusal: 'milestoneTwice', field, detail: { name: twice.name ?? '' } };
  const sum = milestones.reduce((total, { weight = 0 }) => total + weight, 0);
  if (sum !== 100) return { refusal: 'weightsOff', field, detail: { sum } };
  const late = dueOn === undefined ? undefined : milestones.find((each) => (each.dueOn ?? '') > dueOn);
  if (late) return { refusal: 'milestoneAfterDue', field, detail: { name: late.name ?? '', due: dueOn ?? '' } };
  const backwards = milestones.find(({ startOn, dueOn: on = '' }) => startOn !== undefined && startOn > on);
  if (backwards) return { refusal: 'milestoneBackwards', field, detail: { name: backwards.name ?? '' } };
  const stranger = coWork.find(({ unit }) => unit !== leadUnit && !coUnits.includes(unit ?? ''));
  if (stranger) return { refusal: 'coWorkStranger', field: 'coWork', detail: { unit: findUnit(stranger.unit ?? '')?.name ?? '' } };
  const idle = coUnits.find((unit) => !coWork.some((each) => each.unit === unit && each.work !== undefined));
  return idle === undefined ? undefined : { refusal: 'coWorkMissing', field: 'coWork', detail: { unit: findUnit(idle)?.name ?? idle } };
}

/** The first day on which something of the plan begins; today where no milestone says. */
export function beginningOf(milestones: readonly Milestone[], today: Day): Day {
  return milestones.flatMap(({ startOn }) => startOn ?? []).toSorted()[0] ?? today;
}

/** On the day the first milestone begins, and once what it waits for is done. */
export function cannotBegin(situation: Situation): Verdict {
  const { beginsOn } = situation.matter.facts;
  if (beginsOn !== undefined && situation.today < beginsOn) return { refusal: 'notBegun', detail: { day: beginsOn } };
  const title = awaited(situation);
  return title === undefined ? undefined : { refusal: 'waiting', detail: { title } };
}

/** With a report the rates may rise; names, days and weights stay. */
export function badMilestoneReport(held: readonly Milestone[], given: readonly Milestone[]): Verdict {
  const isSamePlan = held.length === given.length && held.every(({ name, startOn, dueOn, weight }, at) => {
    const now = given[at];
    return now?.name === name && now?.dueOn === dueOn && now?.weight === weight && now?.startOn === startOn;
  });
  if (!isSamePlan) return { refusal: 'planFixed', field: 'milestones' };
  const fell = held.find(({ doneRate = 0 }, at) => (given[at]?.doneRate ?? 0) < doneRate);
  return fell === undefined ? undefined : { refusal: 'rateFell', field: 'milestones', detail: { name: fell.name ?? '' } };
}

/** Milestones with the day on which each reached a hundred. */
export function withDoneDays(milestones: readonly Milestone[], today: Day): Milestone[] {
  return milestones.map((each) => (each.doneRate === 100 && each.doneOn === undefined ? { ...each, doneOn: today } : each));
}

/** The next day of reporting after a day: every month for key tasks, the last month of a quarter for the others. */
export function nextReportDay(after: Day, isKey: boolean, setting: Situation['setting']): Day {
  let [year = 0, month = 0] = after.split('-').map(Number);
  for (;;) {
    const day = `${monthEnd(year, month).slice(0, 8)}${String(setting(isKey ? 'monthlyDay' : 'quarterlyDay')).padStart(2, '0')}`;
    if (day > after && (isKey || month % 3 === 0)) return day;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** The period a report is for, from its day: a month or a quarter. */
export function periodOf(reportDueOn: Day, isKey: boolean): string {
  return isKey ? reportDueOn.slice(0, 7) : quarterOf(reportDueOn);
}

export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Asked for before the day due, to a later day. */
export function putOffTooLate({ matter, today }: Situation): Verdict {
  const { dueOn } = matter.facts;
  if (dueOn === undefined) return 'noDayToPutOff';
  return today < dueOn ? undefined : { refusal: 'putOffTooLate', detail: { due: dueOn } };
}

/** “Completed” means every milestone; “for this phase” is for what never ends. */
export function badClaim({ matter }: Situation, completionType: NonNullable<TaskFacts['completionType']>): Verdict {
  const { milestones = [], dueKind } = matter.facts;
  if (completionType === 'none') return { refusal: 'completionNeeded', field: 'completionType' };
  if (completionType === 'phase') return dueKind === 'standing' ? undefined : { refusal: 'phaseOnlyStanding', field: 'completionType' };
  const open = milestones.filter(({ doneRate = 0 }) => doneRate < 100).map(({ name = '' }) => name);
  return completionType === 'full' && open.length > 0 ? { refusal: 'milestonesOpen', field: 'completionType', detail: { name: open.join('、') } } : undefined;
}

/** Item by item, each with its basis; all met where it is to count as completed. */
export function badChecks({ matter }: Situation, checks: NonNullable<TaskFacts['checks']>): Verdict {
  if (checks.length === 0 || checks.some(({ item, basis }) => item === undefined || basis === undefined)) return { refusal: 'checksMissing', field: 'checks' };
  const unmet = matter.facts.completionType === 'full' ? checks.find(({ isMet }) => isMet !== true) : undefined;
  return unmet === undefined ? undefined : { refusal: 'targetUnmet', field: 'checks', detail: { item: unmet.item ?? '' } };
}

/** While the co-units are in their days of reporting, the lead unit waits for them; before and after those days it may report at any time. */
export function coReportsOpen({ matter, today, calendar, setting, findUnit }: Situation): Verdict {
  const dayOf = (duty: Duty) => findDueDay(calendar, duty.clock) ?? '';
  const open = matter.duties.find((duty) => duty.kind === 'coReport' && duty.state === 'open' && dayOf(duty) >= today && daysBetween(today, dayOf(duty)) <= setting('coBefore'));
  return open === undefined ? undefined : { refusal: 'coReportsOpen', detail: { unit: findUnit(open.unit)?.name ?? open.unit, day: dayOf(open) } };
}

/** The unit of the actor that has an open duty of that kind. */
export function owingUnit({ matter, actor }: Situation, kind: string): string | undefined {
  if (actor.kind !== 'post') return undefined;
  return matter.duties.find((duty) => duty.kind === kind && duty.state === 'open' && actor.unitIds.includes(duty.unit))?.unit;
}

/** The first prerequisite that is not done. */
export function awaited({ matter, findMatter }: Pick<Situation, 'matter' | 'findMatter'>): string | undefined {
  const open = (matter.facts.dependsOn ?? []).map((id) => findMatter(id)).find((other) => other !== undefined && !['closed', 'cancelled', 'verified'].includes(other.stage));
  return open === undefined ? undefined : String(open.facts['title'] ?? '');
}
