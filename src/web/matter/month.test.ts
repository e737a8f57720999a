import { expect, test } from 'vitest';
import { addDays } from '#kernel/calendar.ts';
import { addMonths, isMonth, lastDayOf, monthEndsTo, weeksOf } from '#web/matter/month.ts';

const daysOf = (month: string) => Array.from({ length: Number(lastDayOf(month).slice(8)) }, (_, at) => ({ day: addDays(`${month}-01`, at) }));

test('a month is laid out in weeks that begin on Monday', () => {
  const weeks = weeksOf(daysOf('2021-10'));
  // 1 October 2021 was a Friday, 31 October a Sunday.
  expect(weeks.length).toBe(5);
  expect(weeks[0]?.map((day) => day?.day)).toEqual([undefined, undefined, undefined, undefined, '2021-10-01', '2021-10-02', '2021-10-03']);
  expect(weeks.at(-1)?.at(-1)?.day).toBe('2021-10-31');
  for (const month of ['2021-02', '2020-02', '2021-03', '2021-08']) {
    const laid = weeksOf(daysOf(month));
    expect(laid.every((week) => week.length === 7), month).toBe(true);
    expect(laid.flat().filter(Boolean), month).toEqual(daysOf(month));
    for (const week of laid) for (const [at, day] of week.entries()) if (day) expect((new Date(`${day.day}T00:00:00Z`).getUTCDay() + 6) % 7, day.day).toBe(at);
  }
});

test('the trend of a figure looks at the ends of the last twelve months and at today', () => {
  const days = monthEndsTo('2021-12-31', 12);
  expect(days.length).toBe(13);
  expect(days[0]).toBe('2020-12-31');
  expect(days.slice(-2)).toEqual(['2021-11-30', '2021-12-31']);
  expect(monthEndsTo('2024-03-05', 2)).toEqual(['2024-01-31', '2024-02-29', '2024-03-05']);
});

test('months go over the turn of the year both ways, and an address that names none is none', () => {
  expect(addMonths('2021-12', 1)).toBe('2022-01');
  expect(addMonths('2021-01', -1)).toBe('2020-12');
  expect(addMonths('2021-06', 30)).toBe('2023-12');
  expect(isMonth('2021-06')).toBe(true);
  for (const none of ['2021-13', '2021-6', '', undefined, ['2021-06'], '0000-01']) expect(isMonth(none)).toBe(false);
});
