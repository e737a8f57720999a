import { addDays, daysBetween, nextDay, countBetween, counts, rollForward, type Day, type DayUnit, type WorkCalendar } from './calendar.ts';

/** So many working or calendar days. */
export interface Budget {
  readonly n: number;
  readonly unit: DayUnit;
}

/** A stretch of days (from, to] that is credited back; open while `to` is absent. */
export interface Pause {
  readonly from: Day;
  readonly to?: Day;
  readonly reason: string;
}

/** A budget of days that runs from a day, with its ledger of pauses and extensions. Due days are derived, never stored by hand. */
export interface Clock {
  readonly budget: Budget;
  readonly startOn: Day;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly (Budget & { readonly on: Day; readonly reason: string })[];
  /** Legal limits whose last day is a rest day move to the next working day; management targets do not (reform.md §1.4). */
  readonly legal: boolean;
  readonly stoppedOn?: Day;
}

/** What a clock says on a day. `left` is in the clock's own unit and negative once it has run out. */
export type ClockReading =
  | { readonly state: 'running'; readonly dueOn: Day; readonly left: number; readonly provisional: boolean }
  | { readonly state: 'overdue'; readonly dueOn: Day; readonly left: number; readonly provisional: boolean }
  | { readonly state: 'paused'; readonly since: Day; readonly reason: string; readonly left: number }
  | { readonly state: 'stopped'; readonly dueOn: Day; readonly on: Day; readonly late: boolean };

/** A clock that starts on a day. */
export function startClock(budget: Budget, startOn: Day, legal = false): Clock {
  return { budget, startOn, pauses: [], extensions: [], legal };
}

/** A clock that runs out on a certain day; where that has passed already it is overdue from the start. */
export function clockUntil(until: Day, today: Day, legal = false): Clock {
  return until > today ? startClock({ n: daysBetween(today, until), unit: 'calendarDay' }, today, legal) : startClock({ n: 0, unit: 'calendarDay' }, until, legal);
}

/** Stops the count from the end of that day. A paused or stopped clock stays as it is. */
export function pauseClock(clock: Clock, on: Day, reason: string): Clock {
  if (clock.stoppedOn || openPause(clock)) return clock;
  return { ...clock, pauses: [...clock.pauses, { from: on, reason }] };
}

/** Resumes the count: the days since the pause are credited back. */
export function resumeClock(clock: Clock, on: Day): Clock {
  if (!openPause(clock)) return clock;
  return { ...clock, pauses: clock.pauses.map((pause) => (pause.to ? pause : { ...pause, to: on })) };
}

/** Adds days to a clock, with the reason that is told to whoever waits. A stopped clock stays as it is: what was late stays late. */
export function extendClock(clock: Clock, by: Budget, on: Day, reason: string): Clock {
  if (clock.stoppedOn) return clock;
  return { ...clock, extensions: [...clock.extensions, { ...by, on, reason }] };
}

/** Ends a clock; it never runs again. An open pause ends with it. */
export function stopClock(clock: Clock, on: Day): Clock {
  if (clock.stoppedOn) return clock;
  return { ...resumeClock(clock, on), stoppedOn: on };
}

/** The pause that is still open, if there is one. */
export function openPause(clock: Clock): Pause | undefined {
  return clock.pauses.find((pause) => !pause.to);
}

/** The day a clock runs out; nothing while it is paused. */
export function findDueDay(calendar: WorkCalendar, clock: Clock): Day | undefined {
  if (openPause(clock)) return undefined;
  return dueDay(calendar, clock, clock.pauses);
}

/** What a clock says on a day. */
export function readClock(calendar: WorkCalendar, clock: Clock, today: Day): ClockReading {
  const { unit } = clock.budget;
  const pause = openPause(clock);
  if (pause) {
    // The roll to a working day is owed to the last day alone, which nobody knows yet; it is no part of what is left.
    const wouldBe = dueDay(calendar, { ...clock, legal: false }, clock.pauses.filter((each) => each.to));
    return { state: 'paused', since: pause.from, reason: pause.reason, left: countBetween(calendar, pause.from, wouldBe, unit) };
  }
  const dueOn = dueDay(calendar, clock, clock.pauses);
  if (clock.stoppedOn) return { state: 'stopped', dueOn, on: clock.stoppedOn, late: clock.stoppedOn > dueOn };
  const left = countBetween(calendar, today, dueOn, unit);
  const provisional = calendar.isProvisional(dueOn);
  return { state: today > dueOn ? 'overdue' : 'running', dueOn, left, provisional };
}

function dueDay(calendar: WorkCalendar, clock: Clock, pauses: readonly Pause[]): Day {
  const isPaused = (day: Day) => pauses.some((pause) => pause.from < day && pause.to !== undefined && day <= pause.to);
  let cursor = clock.startOn;
  for (const segment of [clock.budget, ...clock.extensions]) {
    for (let left = segment.n; left > 0; ) {
      cursor = nextDay(cursor);
      if (counts(calendar, cursor, segment.unit) && !isPaused(cursor)) left -= 1;
    }
  }
  // Whoever is paused on the very last day had until midnight: it is due again the day it resumes.
  for (const pause of pauses) if (pause.from === cursor && pause.to !== undefined) cursor = pause.to;
  return clock.legal ? rollForward(calendar, cursor) : cursor;
}

/** 灯, the worst first: how a matter stands today. A due day shows all but orange, which some registers put between yellow and red (reform.md §11.4). */
export const lights = ['red', 'orange', 'yellow', 'blue', 'green', 'grey'] as const;
export type Light = (typeof lights)[number];

/** Whether one tally of lights burns more than another, for sorting: the worst light decides, and no number of milder ones makes up for it. */
export function worstFirst(one: Readonly<Partial<Record<Light, number>>>, other: Readonly<Partial<Record<Light, number>>>): number {
  for (const light of burning) {
    const more = (other[light] ?? 0) - (one[light] ?? 0);
    if (more !== 0) return more;
  }
  return 0;
}

const burning = ['red', 'orange', 'yellow', 'blue'] as const satisfies readonly Light[];

/** The boundary days that turn a due day into a light, so that a list can be filtered by comparing days alone. */
export interface LightBounds {
  /** due before this day: red */
  readonly redBefore: Day;
  /** due before this day (today): yellow */
  readonly yellowBefore: Day;
  /** due on or before this day: blue */
  readonly blueUntil: Day;
}

/** Bounds for a day: blue within `soon` working days before the due day, red once more than `late` working days past it. */
export function lightBounds(calendar: WorkCalendar, today: Day, soon = 10, late = 10): LightBounds {
  let redBefore = today;
  for (let count = calendar.isWorkday(today) ? 1 : 0; count <= late; ) {
    redBefore = addDays(redBefore, -1);
    if (calendar.isWorkday(redBefore)) count += 1;
  }
  let blueUntil = today;
  // Rest days after the last of these working days are no further away than it is.
  for (let next = addDays(today, 1), count = 0; count < soon || !calendar.isWorkday(next); next = addDays(next, 1)) {
    if (calendar.isWorkday(next)) count += 1;
    blueUntil = next;
  }
  return { redBefore, yellowBefore: today, blueUntil };
}

/** The light of a due day; grey when there is none. */
export function lightOf(dueOn: Day | undefined, bounds: LightBounds): Light {
  if (dueOn === undefined) return 'grey';
  if (dueOn < bounds.redBefore) return 'red';
  if (dueOn < bounds.yellowBefore) return 'yellow';
  return dueOn <= bounds.blueUntil ? 'blue' : 'green';
}
