import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import { changedFacts, conditions, days, district, factValues, happen, openTrial, trial, type Trial } from '#test/trial.ts';
import { binder, compile, getName } from './conditions.ts';

let opened: Trial;
let matters: Matter[];
beforeAll(async () => {
  opened = await openTrial();
  // The same every time: a failure must be there again at the next run.
  const samples = fc.sample(fc.record({ stage: fc.constantFrom('filed', 'handling', 'done', 'withdrawn'), set: changedFacts }), { numRuns: 120, seed: 7 });
  matters = await opened.store.inDistrict(district, async (tx) => {
    const written = [];
    for (const sample of samples) written.push(await happen(tx, { ...sample, at: '2021-03-01T01:00:00.000Z' }));
    return written;
  });
});
afterAll(() => opened.close());

const find = (where: string, values: unknown[]) =>
  opened.store.reading(district, async (tx) => (await tx.query<{ id: string }>('', `select id from matter_here where ${where} order by id`, values)).map((row) => row.id));

test('a condition finds in the database the matters for which it holds in memory', async () => {
  await fc.assert(
    fc.asyncProperty(conditions, days, async (condition, asOf) => {
      const { bind, values } = binder();
      const found = await find(compile(condition, trial.record, asOf, bind), values);
      const expected = matters.filter((matter) => holds(condition, matter, asOf)).map(({ id }) => id).toSorted();
      expect(found).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

test('a condition about one fact is not always or never true of these matters', () => {
  for (const name of Object.keys(factValues)) {
    const present = matters.filter((matter) => holds({ fact: name, present: true }, matter, '2021-03-01')).length;
    expect([name, present > 10 && present < 120]).toEqual([name, true]);
  }
});

test('a name that no record declares, or that is more than a name, never reaches the database', () => {
  const { bind } = binder();
  expect(() => compile({ fact: "x' or true --", present: true }, trial.record, '2021-03-01', bind)).toThrow('declares no fact');
  expect(() => compile({ fact: 'constructor', present: true }, trial.record, '2021-03-01', bind)).toThrow('declares no fact');
  expect(() => getName("x' or true --")).toThrow('cannot be the name');
});

test('words typed by somebody are values, never part of the statement', async () => {
  const { bind, values } = binder();
  const sql = compile({ fact: 'title', in: ["'; drop table matter --"] }, trial.record, '2021-03-01', bind);
  expect(sql).not.toContain('drop');
  expect(await find(sql, values)).toEqual([]);
});
