import { addDays, monthEnd, type Day } from '#kernel/calendar.ts';

/** The month so many months later, or earlier: `yyyy-mm`. */
export function addMonths(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month. */
export function lastDayOf(month: string): Day {
  return monthEnd(Number(month.slice(0, 4)), Number(month.slice(5)));
}

/** Whether those are the letters of a month of the calendar. */
export function isMonth(words: unknown): words is string {
  return typeof words === 'string' && /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(words);
}

/** The days of a month in weeks from Monday to Sunday; places before the first and after the last day are empty. */
export function weeksOf<D extends { readonly day: Day }>(days: readonly D[]): readonly (readonly (D | undefined)[])[] {
  const [first] = days;
  if (!first) return [];
  const before = (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const places: (D | undefined)[] = [...Array<undefined>(before).fill(undefined), ...days];
  while (places.length % 7 !== 0) places.push(undefined);
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

/** The last days of the months before the one a day lies in, the earliest first, and that day itself. */
export function monthEndsTo(today: Day, count: number): readonly Day[] {
  const month = today.slice(0, 7);
  return [...Array.from({ length: count }, (_, at) => lastDayOf(addMonths(month, at - count))), today];
}

/** The names of the days of a week, from Monday on. */
export function weekdayNames(language: 'zh' | 'en'): readonly string[] {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { weekday: 'short', timeZone: 'UTC' });
  // 2021-03-01 was a Monday.
  return Array.from({ length: 7 }, (_, at) => format.format(new Date(`${addDays('2021-03-01', at)}T00:00:00Z`)));
}
