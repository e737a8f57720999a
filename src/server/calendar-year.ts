import { addDays, isDay, type Day } from '#kernel/calendar.ts';
import { wrongFields } from '#kernel/input.ts';
import type * as administrationShape from '#contract/administration-shapes.ts';
import type { Tx } from '#store/database.ts';
import { keepCalendarYear, sourceOfYear } from '#store/settings.ts';
import { kindOfDay } from './cockpit.ts';
import type { Platform } from './platform.ts';

/** The days of a year as the office's calendar has them. */
export async function describeYear(platform: Platform, tx: Tx, year: number): Promise<administrationShape.YearOfDays> {
  const calendar = platform.calendar();
  const days: administrationShape.YearOfDays['days'] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push({ day, kind: kindOfDay(calendar, day) });
  return { year, isKnown: calendar.years.includes(year), source: (await sourceOfYear(tx, platform.district, year)) ?? null, days, workdays: days.filter(({ kind }) => kind === 'work' || kind === 'makeUp').length };
}

/** Enters the holiday notice of a year (国务院办公厅关于部分节假日安排的通知). */
export async function enterYear(platform: Platform, tx: Tx, { year, rest, work, source }: { readonly year: number; readonly rest: readonly Day[]; readonly work: readonly Day[]; readonly source: string }): Promise<void> {
  for (const [field, days] of Object.entries({ rest, work })) {
    const wrong = days.find((day) => !isDay(day) || Math.abs(Number(day.slice(0, 4)) - year) > 1);
    if (wrong !== undefined) throw wrongFields({ [field]: { zh: `“${wrong}”不是这一年的日期`, en: `“${wrong}” is no day of that year` } });
  }
  const both = rest.find((day) => work.includes(day));
  if (both !== undefined) throw wrongFields({ work: { zh: `${both} 不能既放假又上班`, en: `${both} cannot be both a holiday and a working day` } });
  if (rest.length === 0) throw wrongFields({ rest: { zh: '请填写放假日期', en: 'Please enter the days off' } });
  const weekday = work.find((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
  if (weekday !== undefined) throw wrongFields({ work: { zh: `${weekday} 不是周末，不用写成调休上班`, en: `${weekday} is no weekend day and is worked anyway` } });
  // A day of the year itself is kept without it, as the notices that come with the platform are.
  const kept = (days: readonly Day[]) => [...new Set(days)].toSorted().map((day) => (day.startsWith(`${year}-`) ? day.slice(5) : day)).join(' ');
  await keepCalendarYear(tx, platform.district, { year, rest: kept(rest), work: kept(work), source });
}
