import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { lightBounds } from '#kernel/clock.ts';
import { holds, type Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import { asOwner, changedFacts, conditions, district, happen, openTrial, trial, type Trial } from '#test/trial.ts';
import { compileChoices } from './choice-index.ts';
import { binder } from './conditions.ts';
import type { Tx } from './database.ts';
import { mattersFound } from './lists.ts';
import { findMatters } from './matters.ts';

const today = '2021-03-15';
const stages = ['filed', 'handling', 'done', 'withdrawn'];

let opened: Trial;
let matters: Matter[];
beforeAll(async () => {
  opened = await openTrial();
  const samples = fc.sample(fc.record({ stage: fc.constantFrom(...stages), set: changedFacts }), { numRuns: 150, seed: 11 });
  const ids = await opened.store.inDistrict(district, async (tx) => {
    const written: string[] = [];
    for (const sample of samples) written.push((await happen(tx, { ...sample, at: '2021-03-01T01:00:00.000Z' })).id);
    return written;
  });
  // A version of the platform may declare a stage no more in which matters still stand.
  await asOwner(opened.clone, `update matter set stage = 'bygone' where id = any($1::uuid[])`, [ids.slice(0, 20)]);
  matters = await opened.store.reading(district, (tx) => findMatters(tx, district, ids));
});
afterAll(() => opened.close());

const some = <T>(...of: T[]) => fc.subarray(of, { minLength: 1 });
/** Two choices, a stage or several or none, and whatever else. */
const questions: fc.Arbitrary<Condition> = fc
  .tuple(fc.option(some(...stages, 'bygone')), some<string | number>('land', 'talent', 'finance', 'elsewhere', 7), some<boolean | string>(true, false, 'true'), fc.option(conditions))
  .map(([stage, field, urgent, more]) => ({ all: [{ fact: 'field', in: field }, ...(stage ? [{ stage }] : []), { all: [{ fact: 'urgent', in: urgent }, ...(more ? [more] : [])] }] }));

const find = (tx: Tx, where: Condition) =>
  mattersFound(tx, { district, mechanism: trial, where, sights: { kind: 'whole' }, bounds: lightBounds(chinaCalendar, today), isSample: false }).then((found) => found.map(({ id }) => id));

test('what two choices ask for is found with the index of choices as without it, and as memory tells', async () => {
  let found = 0;
  await opened.store.reading(district, async (tx) => {
    expect([...tx.byChoices]).toEqual(['storeTrial']);
    // A hundred rows are looked through before an index is asked.
    await tx.query('', 'set enable_seqscan = off', []);
    await fc.assert(
      fc.asyncProperty(questions, async (where) => {
        const chosen = await find(tx, where);
        found += chosen.length;
        expect(chosen).toEqual(await find({ ...tx, byChoices: new Set() }, where));
        expect(chosen.toSorted()).toEqual(matters.filter((matter) => holds(where, matter, today)).map(({ id }) => id).toSorted());
      }),
      { numRuns: 300 },
    );
  });
  expect(found).toBeGreaterThan(300);
});

test('the index of choices is asked when two choices must both hold, and not for one, for either of two, or for hundreds of values', () => {
  const asked = (where: Condition) => compileChoices({ district, mechanism: trial, where }, binder().bind).parts.length;
  const [field, urgent] = [{ fact: 'field', in: ['land'] }, { fact: 'urgent', in: [true] }];
  expect(asked({ all: [field, urgent] })).toBe(2);
  expect(asked({ all: [field, { all: [{ stage: ['filed'] }, urgent] }] })).toBe(2);
  expect(asked({ all: [field, field] })).toBe(0);
  expect(asked(field)).toBe(0);
  expect(asked({ any: [field, urgent] })).toBe(0);
  expect(asked({ all: [field, { not: urgent }] })).toBe(0);
  expect(asked({ all: [urgent, { fact: 'field', in: Array.from({ length: 100 }, (_each, at) => `f${at}`) }] })).toBe(0);
});

test('it decides alone what is asked by choices in declared stages, and nothing else', () => {
  const decides = (...all: Condition[]) => compileChoices({ district, mechanism: trial, where: { all } }, binder().bind).decides;
  const [field, urgent, filed] = [{ fact: 'field', in: ['land'] }, { fact: 'urgent', in: [true] }, { stage: ['filed', 'done'] }];
  expect(decides(field, urgent, filed)).toBe(true);
  expect(decides(field, urgent)).toBe(false);
  expect(decides(field, urgent, { stage: ['filed', 'bygone'] })).toBe(false);
  expect(decides(field, urgent, filed, { stage: ['done'] })).toBe(false);
  expect(decides(field, urgent, filed, { fact: 'amount', atLeast: 1 })).toBe(false);
  expect(decides(field, filed)).toBe(false);
});

test('a choice that somebody typed is a value, never part of the statement', () => {
  const { bind, values } = binder();
  const sql = compileChoices({ district, mechanism: trial, where: { all: [{ fact: 'field', in: ["land' or true --"] }, { fact: 'urgent', in: [true] }, { stage: ['filed'] }] } }, bind).parts.join(' ');
  expect(sql).not.toContain('or true');
  expect(values).toEqual([[`${district} filed field=land' or true --`], [`${district} filed urgent=true`]]);
});
