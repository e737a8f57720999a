import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, chinaCalendar, countBetween, counts, rollForward, type DayUnit } from './calendar.ts';
import { clockUntil, extendClock, findDueDay, lightBounds, lightOf, openPause, pauseClock, readClock, resumeClock, startClock, stopClock, worstFirst, type Clock, type Light } from './clock.ts';

const calendar = chinaCalendar;
const anyDay = fc.integer({ min: 0, max: 365 * 4 }).map((days) => addDays('2021-01-01', days));
const anyUnit = fc.constantFrom<DayUnit>('workday', 'calendarDay');
const anyBudget = fc.record({ n: fc.integer({ min: 1, max: 40 }), unit: anyUnit });

describe('a clock', () => {
  test('runs out on the last day of its budget', () => {
    const clock = startClock({ n: 10, unit: 'workday' }, '2021-09-30');
    expect(findDueDay(calendar, clock)).toBe('2021-10-20');
    expect(readClock(calendar, clock, '2021-10-20')).toEqual({ state: 'running', dueOn: '2021-10-20', left: 0, provisional: false });
    expect(readClock(calendar, clock, '2021-10-21')).toEqual({ state: 'overdue', dueOn: '2021-10-20', left: -1, provisional: false });
  });

  test('that ends in a year without a notice says so', () => {
    expect(readClock(calendar, startClock({ n: 5, unit: 'workday' }, '2026-12-30'), '2026-12-30')).toMatchObject({ provisional: true });
  });

  test('of calendar days moves off a rest day only where the law sets the limit', () => {
    const budget = { n: 7, unit: 'calendarDay' } as const;
    expect(findDueDay(calendar, startClock(budget, '2021-09-27'))).toBe('2021-10-04');
    expect(findDueDay(calendar, startClock(budget, '2021-09-27', true))).toBe('2021-10-08');
  });

  test('until a certain day runs out on it; where that has passed it is overdue from the start, and says by how much', () => {
    const clock = clockUntil('2021-09-30', '2021-06-28');
    expect(readClock(calendar, clock, '2021-06-28')).toMatchObject({ state: 'running', dueOn: '2021-09-30', left: 94 });
    expect(readClock(calendar, clockUntil('2021-03-01', '2021-03-01'), '2021-03-01')).toMatchObject({ state: 'running', dueOn: '2021-03-01', left: 0 });
    expect(readClock(calendar, clockUntil('2021-03-01', '2021-03-16'), '2021-03-16')).toMatchObject({ state: 'overdue', dueOn: '2021-03-01', left: -15 });
  });

  test('that is stopped never runs again', () => {
    const stopped = stopClock(startClock({ n: 3, unit: 'workday' }, '2021-03-08'), '2021-03-12');
    expect(readClock(calendar, stopped, '2022-01-01')).toEqual({ state: 'stopped', dueOn: '2021-03-11', on: '2021-03-12', late: true });
    expect(pauseClock(stopped, '2021-03-13', '补正')).toBe(stopped);
    expect(resumeClock(stopped, '2021-03-13')).toBe(stopped);
    expect(stopClock(stopped, '2021-03-13')).toBe(stopped);
    expect(extendClock(stopped, { n: 30, unit: 'workday' }, '2021-03-13', '延期')).toBe(stopped);
  });

  test('that is stopped on its last day is in time', () => {
    expect(readClock(calendar, stopClock(startClock({ n: 3, unit: 'workday' }, '2021-03-08'), '2021-03-11'), '2021-03-11')).toMatchObject({ late: false });
  });

  test('that is paused has no due day, and is not paused twice', () => {
    const paused = pauseClock(startClock({ n: 10, unit: 'workday' }, '2021-03-08'), '2021-03-10', '补正材料');
    expect(findDueDay(calendar, paused)).toBeUndefined();
    expect(readClock(calendar, paused, '2021-12-01')).toEqual({ state: 'paused', since: '2021-03-10', reason: '补正材料', left: 8 });
    expect(pauseClock(paused, '2021-03-11', '再次')).toBe(paused);
    expect(openPause(paused)?.from).toBe('2021-03-10');
  });

  test('that is paused on its last day is due again the day it resumes, and one paused after it stays overdue', () => {
    const clock = startClock({ n: 3, unit: 'workday' }, '2021-03-08');
    expect(findDueDay(calendar, resumeClock(pauseClock(clock, '2021-03-11', '补正'), '2021-03-20'))).toBe('2021-03-20');
    expect(findDueDay(calendar, resumeClock(pauseClock({ ...clock, legal: true }, '2021-03-11', '补正'), '2021-03-20'))).toBe('2021-03-22');
    expect(findDueDay(calendar, resumeClock(pauseClock(clock, '2021-03-12', '补正'), '2021-03-20'))).toBe('2021-03-11');
  });

  test('that is stopped while paused ends its pause', () => {
    const stopped = stopClock(pauseClock(startClock({ n: 2, unit: 'workday' }, '2021-03-08'), '2021-03-09', '等待'), '2021-04-01');
    expect(openPause(stopped)).toBeUndefined();
    expect(readClock(calendar, stopped, '2021-04-02')).toMatchObject({ state: 'stopped', late: false });
  });

  test('without a pause has its whole budget between start and due day', () => {
    fc.assert(
      fc.property(anyDay, anyBudget, (startOn, budget) => {
        const dueOn = findDueDay(calendar, startClock(budget, startOn)) ?? '';
        expect(countBetween(calendar, startOn, dueOn, budget.unit)).toBe(budget.n);
        expect(counts(calendar, dueOn, budget.unit)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  test('is shifted by exactly the counted days it stood still, however often it is paused', () => {
    const walk = fc.array(fc.record({ runs: fc.integer({ min: 0, max: 6 }), stands: fc.integer({ min: 0, max: 25 }) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyDay, fc.record({ n: fc.integer({ min: 25, max: 60 }), unit: anyUnit }), walk, fc.boolean(), (startOn, budget, pauses, legal) => {
        let clock = startClock(budget, startOn, legal);
        let today = startOn;
        let paused = 0;
        for (const { runs, stands } of pauses) {
          const from = addDays(today, runs);
          today = addDays(from, stands);
          paused += countBetween(calendar, from, today, budget.unit);
          clock = resumeClock(pauseClock(clock, from, '补正'), today);
        }
        // Four pauses of at most six days of running leave it running at the end.
        const plain = startClock({ ...budget, n: budget.n + paused }, startOn, legal);
        expect(findDueDay(calendar, clock)).toBe(findDueDay(calendar, plain));
      }),
      { numRuns: 120 },
    );
  });

  test('has as much left when it is resumed as when it was paused', () => {
    fc.assert(
      fc.property(anyDay, anyBudget, fc.nat(20), fc.nat(40), fc.boolean(), (startOn, budget, runs, stands, legal) => {
        const paused = pauseClock(startClock(budget, startOn, legal), addDays(startOn, runs), '等待');
        const told = readClock(calendar, paused, addDays(startOn, runs + stands));
        if (told.state !== 'paused') throw new Error('it does not stand still');
        const on = addDays(startOn, runs + stands);
        const resumed: Clock = { ...resumeClock(paused, on), legal: false };
        if ((findDueDay(calendar, startClock(budget, startOn)) ?? '') < addDays(startOn, runs)) return; // run out before the pause: nothing is credited
        expect(countBetween(calendar, on, findDueDay(calendar, resumed) ?? '', budget.unit)).toBe(told.left);
      }),
      { numRuns: 120 },
    );
  });

  test('is extended by days of the extension’s own kind, after its own budget', () => {
    fc.assert(
      fc.property(anyDay, anyBudget, anyBudget, fc.boolean(), (startOn, budget, by, legal) => {
        const clock = extendClock(startClock(budget, startOn, legal), by, startOn, '情况复杂');
        let due = startOn;
        for (const { n, unit } of [budget, by]) for (let left = n; left > 0; ) if (counts(calendar, (due = addDays(due, 1)), unit)) left -= 1;
        expect(findDueDay(calendar, clock)).toBe(legal ? rollForward(calendar, due) : due);
      }),
      { numRuns: 80 },
    );
  });
});

describe('a light', () => {
  const slowly = (dueOn: string, today: string, soon: number, late: number): Light => {
    if (dueOn < today) return countBetween(calendar, dueOn, today, 'workday') > late ? 'red' : 'yellow';
    return countBetween(calendar, today, dueOn, 'workday') <= soon ? 'blue' : 'green';
  };

  test('agrees with working days counted one by one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), fc.nat(12), fc.nat(12), (today, away, soon, late) => {
        const dueOn = addDays(today, away);
        expect(lightOf(dueOn, lightBounds(calendar, today, soon, late))).toBe(slowly(dueOn, today, soon, late));
      }),
      { numRuns: 300 },
    );
  });

  test('stays blue on the rest days that follow the tenth working day', () => {
    // From 16 September, over two make-up days, it is the 30th, with the whole holiday behind it.
    const bounds = lightBounds(calendar, '2021-09-16');
    expect(['2021-09-30', '2021-10-07', '2021-10-08'].map((day) => lightOf(day, bounds))).toEqual(['blue', 'blue', 'green']);
  });

  test('burns more the worse the worst of them is, however many milder ones there are', () => {
    const units = { calm: { green: 50 }, many: { yellow: 120, blue: 9 }, one: { red: 1 }, two: { red: 1, orange: 1 } };
    expect(Object.entries(units).toSorted(([, a], [, b]) => worstFirst(a, b)).map(([name]) => name)).toEqual(['two', 'one', 'many', 'calm']);
  });

  test('is grey without a due day', () => {
    expect(lightOf(undefined, lightBounds(calendar, '2021-09-15'))).toBe('grey');
  });
});
