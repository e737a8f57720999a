import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { lightBounds } from '#kernel/clock.ts';
import { figure } from '#kernel/figure.ts';
import { asOwner, district, openTrial, trial, type Trial } from '#test/trial.ts';
import type { Tx } from './database.ts';
import { answerFigure } from './figures.ts';
import { listMatters } from './lists.ts';
import type { MatterQuery } from './matter-query.ts';
import { indexFacts } from './migrate.ts';
import { searchMatters } from './search.ts';

let opened: Trial;
beforeAll(async () => {
  opened = await openTrial();
  // Rows to plan for, not matters: nothing here looks at their trace.
  await asOwner(
    opened.clone,
    `insert into matter (district, id, mechanism, stage, year, version, title, units, due_on, facts, clocks, duties, links, doers, filed_at, changed_at, is_sample, head)
     select $1, gen_random_uuid(), 'storeTrial', 'handling', 2021, 1, '第' || n || '件', array['unit-' || n % 500], date '2021-01-01' + n % 300,
       jsonb_build_object('title', '第' || n || '件', 'field', 'f' || n % 400, 'amount', n, 'tags', jsonb_build_array('t' || n % 400), 'urgent', n % 7 = 0), '{}', '[]', '[]', '{}',
       timestamptz '2021-01-01' + n * interval '1 minute', timestamptz '2021-01-01' + n * interval '1 minute', false, ''
     from generate_series(1, 20000) as n`,
    [district],
  );
  await asOwner(
    opened.clone,
    `insert into search_doc (district, matter, mechanism, words, folded, grams)
     select district, id, mechanism, title, title, array_to_tsvector(array(select distinct substr(title, place, 2) from generate_series(1, length(title) - 1) as place)) from matter`,
  );
  await asOwner(opened.clone, 'vacuum analyze matter, search_doc');
});
afterAll(() => opened.close());

/** The plans of the statements some work asks, as the application gets them. */
async function plansOf(work: (tx: Tx) => Promise<unknown>): Promise<string> {
  const plans: string[] = [];
  await opened.store.reading(district, (tx) => {
    const query: Tx['query'] = async (name, sql, values) => {
      plans.push(...(await tx.query<{ 'QUERY PLAN': string }>('', `explain ${sql}`, values)).map((row) => row['QUERY PLAN']));
      return tx.query(name, sql, values);
    };
    return work({ query, beside: query, byChoices: tx.byChoices });
  });
  return plans.join('\n');
}

const asked: MatterQuery = {
  district, mechanism: trial, where: undefined, sights: { kind: 'all', personId: undefined }, bounds: lightBounds(chinaCalendar, '2021-03-15'), page: 1, size: 50, isSample: false,
};

/** Five hundred rows have such a field, three thousand are urgent, some seventy are both. */
const twoChoices = { all: [{ stage: ['handling'] }, { fact: 'field', in: Array.from({ length: 10 }, (_each, n) => `f${n}`) }, { fact: 'urgent', in: [true] }] };

describe('among twenty thousand matters an index is asked', () => {
  test.each([
    ['a fact that is marked', { where: { fact: 'field', in: ['f7'] } }, /fact_storeTrial_field/],
    ['a marked number', { where: { fact: 'amount', atLeast: 5, atMost: 20 } }, /fact_storeTrial_amount/],
    ['a marked list', { where: { fact: 'tags', has: ['t7'] } }, /fact_storeTrial_tags/],
    ['two choices and a stage', { where: twoChoices }, /fact_storeTrial_of_choices/],
    ['the units of somebody', { sights: { kind: 'some', personId: 'somebody', unitIds: ['unit-7'], fields: [] } }, /matter_by_units/],
    ['words', { q: '第777' }, /search_doc_by_grams/],
    ['the latest changes', {}, /matter_by_change/],
  ] as [string, Partial<MatterQuery>, RegExp][])('for %s', async (_name, more, index) => {
    const plan = await plansOf((tx) => listMatters(tx, { ...asked, ...more }));
    expect(plan).toMatch(index);
    // The page alone: a total of everything may well be counted from end to end.
    expect(plan.split('Aggregate')[0]).not.toContain('Seq Scan');
  });

  test('for the search over everything', async () => {
    const plan = await plansOf((tx) => searchMatters(tx, { district, q: '第777', isSample: false, sights: new Map([['storeTrial', asked.sights]]), limit: 50 }));
    expect(plan).toContain('search_doc_by_grams');
  });

  test('for a figure of two choices', async () => {
    const urgent = figure({ key: 'urgent', name: { zh: '加急事项', en: 'Urgent matters' }, unit: { zh: '件', en: 'pieces' }, definition: { zh: '办理中的加急事项', en: 'Urgent matters being handled' }, mechanism: 'storeTrial', where: twoChoices, measure: { count: 'matters' } });
    const plan = await plansOf((tx) => answerFigure(tx, district, trial, urgent, '2021-03-15', false, '2021-03-15'));
    expect(plan).toContain('fact_storeTrial_of_choices');
  });

  test('which a policy alone would not allow: the reason for the views', async () => {
    const plan = await opened.store.reading(district, (tx) => tx.query<{ 'QUERY PLAN': string }>('', `explain select id from matter where district = $1 and units && array['unit-7']`, [district]));
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('matter_by_units');
  });
});

test('how often a value of a marked fact stands is known, although its index holds the rows of one mechanism alone', async () => {
  const [plan] = await asOwner<{ 'QUERY PLAN': string }>(opened.clone, `explain select id from matter where (facts ->> 'field') collate "C" = any('{f7}'::text[])`);
  // Fifty of twenty thousand; without statistics it would be taken for one in two hundred.
  const rows = Number(/rows=(\d+)/.exec(plan?.['QUERY PLAN'] ?? '')?.[1]);
  expect(rows).toBeGreaterThan(20);
  expect(rows).toBeLessThan(80);
});

test('indexes follow what is marked: kept, made anew, taken away', async () => {
  const names = async () => (await asOwner<{ name: string; oid: number }>(opened.clone, `select relname as name, oid from pg_class where relname like 'fact\\_%' order by relname`));
  const before = await names();
  expect(before.map(({ name }) => name.replace(/_[0-9a-f]{8}$/, ''))).toEqual(['fact_storeTrial_amount', 'fact_storeTrial_field', 'fact_storeTrial_of_choices', 'fact_storeTrial_startOn', 'fact_storeTrial_tags', 'fact_storeTrial_urgent']);
  await indexFacts(opened.clone.admin, [trial]);
  expect(await names()).toEqual(before);
  // A register of twenty thousand keeps its indexes below thirty thousand, and gets none anew.
  await indexFacts(opened.clone.admin, [trial], 30_000);
  expect(await names()).toEqual(before);
  await indexFacts(opened.clone.admin, [trial], 50_000);
  expect(await names()).toEqual([]);
  await indexFacts(opened.clone.admin, [trial], 30_000);
  expect(await names()).toEqual([]);
  await indexFacts(opened.clone.admin, [trial]);
  expect((await names()).map(({ name }) => name)).toEqual(before.map(({ name }) => name));
  await indexFacts(opened.clone.admin, []);
  // Two servers at once: one makes them, the other neither waits nor breaks it off.
  await Promise.all([1, 2, 3].map(() => indexFacts(opened.clone.admin, [trial])));
  expect((await names()).map(({ name }) => name)).toEqual(before.map(({ name }) => name));
  await indexFacts(opened.clone.admin, []);
  expect(await names()).toEqual([]);
  expect(await asOwner(opened.clone, 'select stxname from pg_statistic_ext')).toEqual([]);
});
