import { afterAll, beforeAll, expect, test } from 'vitest';
import { district, happen, openTrial, otherDistrict, trial, type Trial } from '#test/trial.ts';
import { columnTotals, idsOf, mattersOfTime, placedMatters } from './register-questions.ts';

let store: Trial;
const question = {
  district, mechanism: trial, where: undefined, bounds: { redBefore: '2021-01-01', yellowBefore: '2021-02-01', blueUntil: '2021-02-05' }, isSample: false,
  sights: { kind: 'all' as const, personId: undefined },
};

beforeAll(async () => {
  store = await openTrial();
  await store.store.inDistrict(district, async (tx) => {
    await happen(tx, { at: '2021-03-01T02:00:00.000Z', set: { title: '甲', amount: 100, score: 0.1, site: { type: 'Point', coordinates: [120.45, 36.39] } } });
    await happen(tx, { at: '2021-04-01T02:00:00.000Z', set: { title: '乙', amount: 201, score: 0.2, lead: 'office' } });
    await happen(tx, { at: '2021-05-01T02:00:00.000Z', stage: 'done', set: { title: '丙', field: 'land', site: { type: 'Polygon', coordinates: [[[120, 36], [121, 36], [121, 37], [120, 36]]] } } });
    // Seen by nobody but the person named.
    await happen(tx, { at: '2021-05-02T02:00:00.000Z', set: { title: '丁', amount: 1_000_000, site: { type: 'Point', coordinates: [120.5, 36.4] } }, changes: { confinedTo: ['somebody'] } });
  });
  await store.store.inDistrict(otherDistrict, (tx) => happen(tx, { at: '2021-05-02T02:00:00.000Z', set: { title: '戊', amount: 7 }, district: otherDistrict }));
});
afterAll(() => store.close());

const asked = <T>(work: Parameters<typeof store.store.reading<T>>[1]) => store.store.reading(district, work);

test('the sums of a column leave out what the reader may not see, other districts, and matters without a number', async () => {
  const { total, facts } = await asked((tx) => columnTotals(tx, question, ['amount', 'score']));
  expect(total).toBe(3);
  expect(facts.get('amount')).toEqual({ count: 2, sum: 301, mean: 150.5, least: 100, most: 201 });
  // Added as decimal numbers: a tenth and two tenths are three tenths.
  expect(facts.get('score')?.sum).toBe(0.3);
  const none = await asked((tx) => columnTotals(tx, { ...question, where: { fact: 'field', in: ['land'] } }, ['amount']));
  expect(none).toEqual({ total: 1, facts: new Map([['amount', { count: 0, sum: null, mean: null, least: null, most: null }]]) });
  await expect(asked((tx) => columnTotals(tx, question, ['title']))).rejects.toThrow('title is no number');
});

test('a rate that knows its parts is their sums over one another, over those that have both', async () => {
  const { record } = trial;
  const yields = { ...trial, record: { ...record, facts: { ...record.facts, yield: { ...record.facts['score']!, isRate: true, ratio: { of: 'amount', over: 'score', per: 10 } } } } };
  const { facts } = await asked((tx) => columnTotals(tx, { ...question, mechanism: yields }, ['yield']));
  expect(facts.get('yield')).toMatchObject({ count: 0, mean: expect.closeTo(301 / (0.3 * 10), 9) });
  const none = await asked((tx) => columnTotals(tx, { ...question, mechanism: yields, where: { fact: 'field', in: ['land'] } }, ['yield']));
  expect(none.facts.get('yield')?.mean).toBeNull();
});

test('the map holds the matters with a place, and says how many have none', async () => {
  const { placed, unplaced, rows } = await asked((tx) => placedMatters(tx, question, 'site', 10));
  expect([placed, unplaced]).toEqual([2, 1]);
  expect(rows.map(({ facts }) => facts['title'])).toEqual(['丙', '甲']);
  expect((await asked((tx) => placedMatters(tx, question, 'site', 1))).rows.length).toBe(1);
});

test('the matters of some months are those filed by then and not ended before', async () => {
  const titles = async (from: string, to: string) => (await asked((tx) => mattersOfTime(tx, { ...question, page: 1, size: 10 }, ['done'], { from, to }))).rows.map(({ facts }) => facts['title']);
  expect(await titles('2021-03-01', '2021-03-31')).toEqual(['甲']);
  expect(await titles('2021-05-01', '2021-05-31')).toEqual(['甲', '乙', '丙']);
  expect(await titles('2021-06-01', '2021-06-30')).toEqual(['甲', '乙']);
});

test('the ids behind a filter come with the total when there are more', async () => {
  const found = await asked((tx) => idsOf(tx, question, 2));
  expect(found.total).toBe(3);
  expect(found.rows.length).toBe(2);
});
