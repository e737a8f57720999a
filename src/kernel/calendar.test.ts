import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCounted, addDays, addMonths, addWorkdays, chinaCalendar, countBetween, dayOf, daysBetween, endOf, isDay, monthEnd, rollForward, startOf, workCalendar } from './calendar.ts';

const anyDay = fc.integer({ min: 0, max: 365 * 7 }).map((days) => addDays('2020-01-01', days));

describe('working days', () => {
  test.each([
    ['2021-02-05', 5, '2021-02-18'],
    ['2021-04-30', 3, '2021-05-08'],
    ['2021-09-17', 5, '2021-09-26'],
    ['2021-09-30', 10, '2021-10-20'],
    ['2021-12-28', 15, '2022-01-19'],
    ['2024-09-13', 3, '2024-09-19'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-09-30', 5, '2025-10-14'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2021-10-01', 1, '2021-10-08'],
    // The year's turn lies in the next year's notice.
    ['2022-12-30', 1, '2023-01-03'],
  ])('%s and %i working days is %s', (from, n, to) => {
    expect(addWorkdays(chinaCalendar, from, n)).toBe(to);
    expect(countBetween(chinaCalendar, from, to, 'workday')).toBe(n);
  });

  test.each([
    [2020, 249], [2021, 250], [2022, 249], [2023, 249], [2024, 251], [2025, 248], [2026, 248],
  ])('%i has %i of them', (year, days) => {
    expect(countBetween(chinaCalendar, `${year - 1}-12-31`, `${year}-12-31`, 'workday')).toBe(days);
  });

  test.each([
    ['2020-12-31', '2021-03-31', 60], ['2021-03-31', '2021-06-30', 62], ['2021-06-30', '2021-09-30', 66], ['2021-09-30', '2021-12-31', 62],
  ])('after %s until %s there are %i', (from, to, days) => {
    expect(countBetween(chinaCalendar, from, to, 'workday')).toBe(days);
  });

  test('counting back what was counted forward gives the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const later = addWorkdays(chinaCalendar, day, n);
        expect(chinaCalendar.isWorkday(later)).toBe(true);
        expect(countBetween(chinaCalendar, day, later, 'workday')).toBe(n);
        expect(countBetween(chinaCalendar, later, day, 'workday')).toBe(-n);
        expect(countBetween(chinaCalendar, addWorkdays(chinaCalendar, day, -n), addDays(day, -1), 'workday')).toBe(n - 1);
      }),
      { numRuns: 60 },
    );
  });

  test('a rest day later is no working day later, in either direction', () => {
    expect(countBetween(chinaCalendar, '2021-10-01', '2021-10-04', 'workday')).toBe(0);
    expect(countBetween(chinaCalendar, '2021-10-04', '2021-10-01', 'workday')).toBe(0);
  });

  test('no days at all leaves the day where it is, rest day or not', () => {
    expect(addWorkdays(chinaCalendar, '2021-10-01', 0)).toBe('2021-10-01');
    expect(addCounted(chinaCalendar, '2021-10-01', -1, 'calendarDay')).toBe('2021-09-30');
  });
});

describe('a year without a notice', () => {
  test('is provisional and follows the weekend', () => {
    const from2027 = workCalendar([{ year: 2026, rest: '10-01', work: '' }]);
    expect(from2027.isProvisional('2027-03-01')).toBe(true);
    expect(from2027.isProvisional('2026-03-01')).toBe(false);
    expect(from2027.isWorkday('2027-10-01')).toBe(true);
    expect(from2027.isWorkday('2026-10-01')).toBe(false);
    expect(chinaCalendar.isProvisional('2027-01-04')).toBe(true);
    expect(chinaCalendar.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  test('no longer is once its notice is entered, also for the days the notice takes from the year before', () => {
    const calendar = workCalendar([{ year: 2027, rest: '2026-12-31 01-01', work: '01-02' }]);
    expect(calendar.isProvisional('2027-01-04')).toBe(false);
    expect(calendar.isWorkday('2026-12-31')).toBe(false);
    expect(calendar.isWorkday('2027-01-02')).toBe(true);
    expect(calendar.isLegalHoliday('2027-01-01')).toBe(true);
  });
});

test('a legal limit that ends on a rest day ends on the next working day, one that ends on a make-up Saturday does not move', () => {
  expect(rollForward(chinaCalendar, '2021-10-02')).toBe('2021-10-08');
  expect(rollForward(chinaCalendar, '2021-10-09')).toBe('2021-10-09');
  expect(rollForward(chinaCalendar, '2021-10-10')).toBe('2021-10-11');
});

test('a day is one of the calendar, written in one way', () => {
  for (const day of ['2021-03-08', '2024-02-29', '2021-12-31']) expect(isDay(day)).toBe(true);
  for (const words of ['2021-02-29', '2021-02-30', '2021-13-01', '2021-00-10', '2021-04-31', '2021-3-8', '21-03-08', '2021-03-08T00:00', ' 2021-03-08', '', '2021/03/08', '２０２１-03-08']) expect(isDay(words)).toBe(false);
});

test('months end when they do', () => {
  expect([monthEnd(2021, 2), monthEnd(2024, 2), monthEnd(2021, 12), monthEnd(2021, 13), monthEnd(1, 1)]).toEqual(['2021-02-28', '2024-02-29', '2021-12-31', '2022-01-31', '0001-01-31']);
  expect(daysBetween('2021-02-28', '2021-03-01')).toBe(1);
});

test('months are counted by the calendar, forwards and back', () => {
  expect([addMonths('2021-08-02', 12), addMonths('2021-12-31', 2), addMonths('2024-01-31', 1), addMonths('2021-02-28', -24)]).toEqual(['2022-08-02', '2022-02-28', '2024-02-29', '2019-02-28']);
});

test('a day begins and ends in China', () => {
  expect(dayOf('2021-12-31T15:59:59.999Z')).toBe('2021-12-31');
  expect(dayOf('2021-12-31T16:00:00.000Z')).toBe('2022-01-01');
  expect(startOf('2022-01-01')).toBe('2021-12-31T16:00:00.000Z');
  expect(endOf('2021-12-31')).toBe('2021-12-31T15:59:59.999Z');
  const moments = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-30'), noInvalidDate: true }).map((date) => date.toISOString());
  fc.assert(fc.property(moments, (moment) => dayOf(moment) === new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)), { numRuns: 500 });
  fc.assert(fc.property(anyDay, (day) => dayOf(startOf(day)) === day && dayOf(endOf(day)) === day), { numRuns: 100 });
});

test.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin'])('days are China’s on a machine in %s', (zone) => {
  const asked = `
    import { addDays, addWorkdays, chinaCalendar, dayOf, endOf, monthEnd, startOf } from '${new URL('./calendar.ts', import.meta.url).href}';
    import { understand } from '${new URL('./hearing.ts', import.meta.url).href}';
    import { kinds } from '${new URL('./kinds.ts', import.meta.url).href}';
    const read = (kind, cell) => understand(cell, { kind }, { today: '2021-03-08' }).value;
    console.log(JSON.stringify([new Date(2021, 0, 1).getTimezoneOffset() === 0, dayOf('2021-12-31T16:30:00.000Z'), startOf('2021-03-28'), endOf('2021-10-31'),
      addDays('2021-03-27', 2), addWorkdays(chinaCalendar, '2021-02-05', 5), monthEnd(2021, 3), chinaCalendar.isWorkday('2021-03-28'),
      read('instant', '2021-03-08 09:30'), read('instant', '2021-03-08T09:30:15.5'), read('day', new Date('2021-03-28T00:00:00Z')), read('day', '3月底前'),
      kinds.instant.text('2021-12-31T16:30:00.000Z', {}, {})]));`;
  // The zone is read once, when the process starts. The packaged Node reads TypeScript; the one that runs the tests may not.
  const packaged = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  const heard = execFileSync(existsSync(packaged) ? packaged : process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', asked], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
  expect(JSON.parse(heard)).toEqual([
    false, '2022-01-01', '2021-03-27T16:00:00.000Z', '2021-10-31T15:59:59.999Z',
    '2021-03-29', '2021-02-18', '2021-03-31', false,
    '2021-03-08T01:30:00.000Z', '2021-03-08T01:30:15.500Z', '2021-03-28', '2021-03-31',
    '2022-01-01 00:30',
  ]);
});
