import { stateCouncilNotices } from './state-council-notices.ts';

/** A day in China, `yyyy-mm-dd`, whatever the zone of the machine. */
export type Day = string;
/** A moment, ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
export type Instant = string;
/** 工作日 or 自然日. */
export type DayUnit = 'workday' | 'calendarDay';

/** One year's notice: days as `mm-dd` (or `yyyy-mm-dd` for another year's day), separated by blanks. */
export interface YearNotice {
  readonly year: number;
  readonly rest: string;
  readonly work: string;
}

/** Which days are worked, and which years are known from a published notice. */
export interface WorkCalendar {
  isWorkday(day: Day): boolean;
  isLegalHoliday(day: Day): boolean;
  /** No notice for that year yet: every day counted in it is 暂定. */
  isProvisional(day: Day): boolean;
  readonly years: readonly number[];
}

const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The day it is in China at a moment (China keeps UTC+8 the whole year). */
export function dayOf(instant: Instant): Day {
  // Until 16:00 it is the same date in both; every row of a list asks, and a date is dear to make.
  if (instant.length === 24 && instant.endsWith('Z') && instant.slice(11, 13) < '16') return instant.slice(0, 10);
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment a day begins in China. */
export function startOf(day: Day): Instant {
  return new Date(Date.parse(day) - CHINA_OFFSET_MS).toISOString();
}

/** The last moment of a day in China: 24:00 of the day, less a millisecond (民法典 203). */
export function endOf(day: Day): Instant {
  return new Date(Date.parse(day) - CHINA_OFFSET_MS + DAY_MS - 1).toISOString();
}

/** A real day of the calendar, not merely ten characters: 2021-02-30 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The day `days` calendar days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from one day to another, the first not counted. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The same date some years before; of 29 February perhaps no day, but in its place for comparing. */
export function yearsBefore(day: Day, years: number): Day {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}

/** The last day of a month. */
export function monthEnd(year: number, month: number): Day {
  const end = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  end.setUTCFullYear(year, month, 0);
  return end.toISOString().slice(0, 10);
}

/** The same day so many months later (or earlier, when negative), or the last of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const later = year * 12 + month - 1 + months;
  const end = monthEnd(Math.floor(later / 12), (later % 12) + 1);
  return Number(day.slice(8)) > Number(end.slice(8)) ? end : `${end.slice(0, 8)}${day.slice(8)}`;
}

/** The calendar that a set of notices describes; years without one follow Monday to Friday and are provisional. */
export function workCalendar(notices: readonly YearNotice[]): WorkCalendar {
  const rest = new Set<Day>();
  const work = new Set<Day>();
  for (const notice of notices) {
    const full = (days: string) =>
      days.split(' ').filter(Boolean).map((day) => (day.length === 5 ? `${notice.year}-${day}` : day));
    for (const day of full(notice.rest)) rest.add(day);
    for (const day of full(notice.work)) work.add(day);
  }
  const years = notices.map((notice) => notice.year).toSorted((a, b) => a - b);
  const known = new Set(years);
  const isWeekday = (day: Day) => ![0, 6].includes(new Date(Date.parse(day)).getUTCDay());
  const isWorkday = remembered((day: Day) => (isWeekday(day) && !rest.has(day)) || work.has(day));
  return {
    years,
    isWorkday,
    isLegalHoliday: (day) => rest.has(day),
    isProvisional: (day) => !known.has(Number(day.slice(0, 4))),
  };
}

/** The calendar of the notices that come with the platform. */
export const chinaCalendar = workCalendar(stateCouncilNotices);

/** Whether a day counts in the unit. */
export function counts(calendar: WorkCalendar, day: Day, unit: DayUnit): boolean {
  return unit === 'calendarDay' || calendar.isWorkday(day);
}

/** Clocks are walked day by day at every action, over the same few years: what was worked out once is kept. */
function remembered<V>(work: (day: Day) => V): (day: Day) => V {
  const known = new Map<Day, V>();
  return (day) => {
    let value = known.get(day);
    if (value === undefined) {
      value = work(day);
      if (known.size < 50_000) known.set(day, value);
    }
    return value;
  };
}

/** A day that comes back every year, as a number of its month and day: 301 is 1 March. */
export function dayOfYear(year: number, monthDay: number): Day {
  return `${year}-${String(Math.floor(monthDay / 100)).padStart(2, '0')}-${String(monthDay % 100).padStart(2, '0')}`;
}

/** Whether every year has such a day. */
export function isMonthDay(value: number): boolean {
  return Number.isInteger(value) && isDay(dayOfYear(2001, value));
}

/** The day after. */
export const nextDay: (day: Day) => Day = remembered((day) => addDays(day, 1));

/** The n-th counted day after a day; the day itself does not count (民法典 201). Negative n walks back. */
export function addCounted(calendar: WorkCalendar, day: Day, n: number, unit: DayUnit): Day {
  const step = n < 0 ? -1 : 1;
  let cursor = day;
  for (let left = Math.abs(n); left > 0; ) {
    cursor = step === 1 ? nextDay(cursor) : addDays(cursor, -1);
    if (counts(calendar, cursor, unit)) left -= 1;
  }
  return cursor;
}

/** The n-th working day after a day. */
export function addWorkdays(calendar: WorkCalendar, day: Day, n: number): Day {
  return addCounted(calendar, day, n, 'workday');
}

/** How many counted days lie in (from, to]; negative when `to` lies before `from`. */
export function countBetween(calendar: WorkCalendar, from: Day, to: Day, unit: DayUnit): number {
  if (to < from) return 0 - countBetween(calendar, to, from, unit);
  if (unit === 'calendarDay') return daysBetween(from, to);
  let count = 0;
  for (let day = from; day < to; ) {
    day = nextDay(day);
    if (calendar.isWorkday(day)) count += 1;
  }
  return count;
}

/** A legal limit whose last day is a rest day ends on the next working day (民法典 203). */
export function rollForward(calendar: WorkCalendar, day: Day): Day {
  return calendar.isWorkday(day) ? day : addWorkdays(calendar, day, 1);
}
