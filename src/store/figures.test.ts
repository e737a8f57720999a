import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf, type Day } from '#kernel/calendar.ts';
import type { Figure, Measure, OneFor, Ratio } from '#kernel/figure.ts';
import { apply, type Matter } from '#kernel/matter.ts';
import type { SealedEvent } from '#kernel/trace.ts';
import { answerIn } from '#test/figure-in-memory.ts';
import { changedFacts, conditions, district, happen, openTrial, trial, type Trial } from '#test/trial.ts';
import { answerFigure, answerFigures, figureRecords, keepSnapshot, snapshotsOf } from './figures.ts';
import { eventsOf } from './events.ts';

const today: Day = '2021-12-31';
let opened: Trial;
let traces: SealedEvent[][];

beforeAll(async () => {
  opened = await openTrial();
  const happening = fc.record({ stage: fc.constantFrom('filed', 'handling', 'done', 'withdrawn'), set: changedFacts, days: fc.integer({ min: 0, max: 200 }), hour: fc.constantFrom('15:59:59.999', '16:00:00.000', '03:00:00.000') });
  const lives = fc.sample(fc.array(happening, { minLength: 1, maxLength: 5 }), { numRuns: 60, seed: 5 });
  traces = await opened.store.inDistrict(district, async (tx) => {
    const written: SealedEvent[][] = [];
    for (const life of lives) {
      const id = randomUUID();
      let on = '2020-06-01';
      let last = '';
      for (const { days, hour, ...each } of life) {
        // At least a day on: moments of one trace never go back.
        on = addDays(on, days + 1);
        last = `${on}T${hour}Z`;
        if (dayOf(last) <= today) await happen(tx, { ...each, at: last }, id);
      }
      written.push(await eventsOf(tx, district, id));
    }
    return written;
  });
});
afterAll(() => opened.close());

/** The matters as they stood at the end of a day, by folding in memory. */
function mattersOn(day: Day): Matter[] {
  return traces.flatMap((trace) => {
    let matter: Matter | undefined;
    for (const event of trace) if (dayOf(event.at) <= day) matter = apply(matter, event);
    return matter ? [matter] : [];
  });
}

const figureOf = (where: Figure['where'], measure: Measure, one?: OneFor): Figure => ({
  ...(one === undefined ? {} : { oneFor: one }),
  key: 'trial', name: { zh: '试验', en: 'Trial' }, unit: { zh: '件', en: 'pieces' }, definition: { zh: '试验', en: 'Trial' }, mechanism: 'storeTrial', where, measure,
});

const measures: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant({ count: 'matters' } as const),
  fc.record({ distinct: fc.constantFrom('field', 'tags', 'amount', 'lead', 'startOn') }),
  fc.record({ sum: fc.constantFrom('amount', 'score'), per: fc.constantFrom(1, 10_000) }),
  fc.record({ mean: fc.constantFrom('amount', 'score'), atLeast: fc.constantFrom(0, 3, 20) }),
  fc.record({ median: fc.constantFrom('amount', 'score'), atLeast: fc.constantFrom(0, 3, 20) }),
  fc.record({ ratio: fc.constantFrom(['score'], ['score', 'amount']), over: fc.constantFrom(['amount'], ['amount', 'score']), as: fc.constantFrom<Ratio['as']>('growth', 'share', { per: 1_500 }), base: fc.option(conditions, { nil: undefined }) }).map(({ base, ...rest }) => (base === undefined ? rest : { ...rest, base })),
  fc.record({ value: fc.constantFrom('amount', 'score'), order: fc.array(fc.oneof(fc.record({ greatest: fc.constantFrom('field', 'amount', 'startOn') }), fc.record({ least: fc.constantFrom('score', 'amount', 'startOn') })), { maxLength: 3 }) }),
  fc.record({ share: conditions }),
  fc.record({ growth: conditions, base: conditions, smallBase: fc.constant('answerWithin') }),
);

/** What several of them are one thing by, or that each stands for itself. */
const oneFor: fc.Arbitrary<OneFor | undefined> = fc.option(
  fc.record({
    fact: fc.constantFrom('field', 'lead', 'amount'),
    order: fc.array(fc.oneof(fc.record({ greatest: fc.constantFrom('amount', 'startOn') }), fc.record({ least: fc.constantFrom('score', 'startOn') })), { maxLength: 2 }),
    and: fc.option(conditions, { nil: undefined }),
  }).map(({ and, ...rest }) => (and === undefined ? rest : { ...rest, and })),
  { nil: undefined, freq: 2 },
);

describe('a figure', () => {
  test('as of any day is what the matters of that day give', async () => {
    const asOfDays = fc.integer({ min: -10, max: 620 }).map((days) => addDays('2020-06-01', days));
    await fc.assert(
      fc.asyncProperty(conditions, measures, oneFor, asOfDays, async (where, measure, one, asOf) => {
        const figure = figureOf(where, measure, one);
        const want = answerIn(figure, trial.record, mattersOn(asOf), asOf);
        const [answer, ids] = await opened.store.reading(district, async (tx) => [
          await answerFigure(tx, district, trial, figure, asOf, false, today),
          await figureRecords(tx, district, trial, figure, asOf, false, today),
        ] as const);
        expect(ids).toEqual(want.ids);
        expect(answer.among).toBe(want.among);
        if (want.value === null || answer.value === null) expect(answer.value).toBe(want.value);
        else expect(Math.abs(answer.value - want.value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(want.value)));
      }),
      { numRuns: 150 },
    );
  });

  test('answered with others in one reading, or by the indexes of a long register, is the same', async () => {
    const several = fc.array(fc.record({ where: conditions, measure: measures, one: oneFor }), { minLength: 1, maxLength: 6 });
    const asOfDays = fc.integer({ min: -10, max: 620 }).map((days) => addDays('2020-06-01', days));
    await fc.assert(
      fc.asyncProperty(several, asOfDays, async (asked, asOf) => {
        const figures = asked.map(({ where, measure, one }, nth) => ({ ...figureOf(where, measure, one), key: `trial.${nth}` }));
        const [together, alone] = await opened.store.reading(district, async (tx) => [
          await answerFigures({ ...tx, byChoices: new Set() }, district, trial, figures, asOf, false, today),
          await answerFigures({ ...tx, byChoices: new Set([trial.record.key]) }, district, trial, figures, asOf, false, today),
        ] as const);
        expect(together).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  test('as of today is the same from the rows and from the events', async () => {
    const figure = figureOf({ stage: ['filed', 'handling', 'done'] }, { count: 'matters' });
    const ask = (now: Day) => opened.store.reading(district, (tx) => answerFigure(tx, district, trial, figure, today, false, now));
    expect(await ask(today)).toEqual(await ask('2022-06-01'));
    expect((await ask(today)).value).toBeGreaterThan(10);
  });

  test('never counts a sample among what is real', async () => {
    const figure = figureOf({ all: [] }, { count: 'matters' });
    await opened.store.inDistrict(district, (tx) => happen(tx, { at: '2020-06-01T01:00:00.000Z', isSample: true }));
    for (const asOf of ['2020-06-01', today]) {
      expect((await opened.store.reading(district, (tx) => answerFigure(tx, district, trial, figure, asOf, true, today))).value).toBe(1);
      expect((await opened.store.reading(district, (tx) => answerFigure(tx, district, trial, figure, asOf, false, today))).value).toBe(answerIn(figure, trial.record, mattersOn(asOf), asOf).value);
    }
  });
});

test('an answer is kept as it was printed', async () => {
  const definition = figureOf({ all: [] }, { count: 'matters' });
  const records = [randomUUID(), randomUUID()];
  const kept = await opened.store.inDistrict(district, (tx) =>
    keepSnapshot(tx, district, { figure: 'trial', definition, asOf: '2021-06-30', value: 2, records, computedAt: '2021-07-01T01:00:00.000Z', by: '改革办经办岗' }),
  );
  expect(await opened.store.reading(district, (tx) => snapshotsOf(tx, district, 'trial'))).toEqual([kept]);
  expect(kept).toMatchObject({ asOf: '2021-06-30', value: 2, records });
});
