import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { answerIn } from '#test/figure-in-memory.ts';
import { refusal } from '#test/refusal.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { creditCodeOf } from '../projects/sample-names.ts';
import { postOf, Walk } from '../walk.ts';
import { instrumentBooking } from './instrument-booking/instrument-booking.ts';
import { serving } from './instrument-booking/server.ts';
import { instrument } from './instrument/instrument.ts';

// Shared instruments and their bookings: every refusal and the clock, and the sharing rate of innovation.md §1.3.

const science = postOf('science', 'science', ['SCIENCE']);
const keeper = postOf('keeper', 'institutes', ['INSTITUTE']);
const other = postOf('other', 'institutes', ['INSTITUTE']);
const firm = postOf('firm', 'enterprises', ['ENTERPRISE']);
const rival = postOf('rival', 'enterprises', ['ENTERPRISE']);
const proof = [{ hash: 'a'.repeat(64), name: '材料.pdf', type: 'application/pdf', size: 9 }];
const because = '更换核心部件。';

let walk: Walk;
let shared = '';
beforeEach(() => {
  walk = new Walk([instrument, instrumentBooking], '2021-03-01T01:00:00.000Z', { instrumentBooking: serving });
  shared = list();
});

const list = (given: object = {}) => walk.file(science, 'instrument', 'list', { name: '扫描电子显微镜', assetNo: `SB-${walk.matters.size}`, hostName: '某海洋研究所', hostCode: creditCodeOf(1), keeper: 'keeper', openLevel: 'all', price: 30_000, value: 120_000_000, ...given }).id;
const book = (given: object = {}, by = firm) => walk.file(by, 'instrumentBooking', 'book', { purpose: '涂层耐蚀性能测试', instrument: shared, userName: '某海工企业', userCode: creditCodeOf(2), fromAt: '2021-03-10T01:00:00.000Z', toAt: '2021-03-10T05:00:00.000Z', ...given }).id;
const confirmed = (given: object = {}) => {
  const id = book(given);
  walk.act(keeper, id, 'confirm');
  return id;
};
const figure = (of: AnyMechanism, key: string) => {
  const declared = of.figures.find((each) => each.key === `${of.record.key}.${key}`);
  if (!declared) throw new Error(`no figure ${key}`);
  return answerIn(declared, of.record, [...walk.matters.values()].filter(({ mechanism }) => mechanism === of.record.key), '2021-12-28').value;
};

describe('an instrument', () => {
  test('open to others has a price, and is large from 300,000 yuan', () => {
    expect(refusal(() => list({ price: undefined }))).toBe('priceMissing');
    expect(refusal(() => list({ price: undefined, openLevel: 'own' }))).toBe('open');
    expect([29_999_999, 30_000_000].map((value) => walk.get(list({ value })).facts['isLarge'])).toEqual([false, true]);
    expect(['open', 'large'].map((key) => figure(instrument, key))).toEqual([3, 2]);
  });

  test('with 620 hours for others and 1,180 of its own is shared to 34.4 per cent', () => {
    walk.on('2021-12-27');
    walk.act(keeper, shared, 'recordOwn', { hours: 700, until: '2021-06-30' });
    walk.act(keeper, shared, 'recordOwn', { hours: 480, until: '2021-12-27' });
    walk.act({ kind: 'system', job: 'test' }, shared, 'noteUse', { hours: 620, isOwn: false });
    expect(figure(instrument, 'sharing')?.toFixed(1)).toBe('34.4');
    expect(figure(instrument, 'hours')).toBe(620);
  });

  test('is kept by its keeper; hours lie in the past and each year begins at nothing', () => {
    const record = (until: string, by = keeper) => walk.act(by, shared, 'recordOwn', { hours: 100, until });
    expect(refusal(() => record('2021-02-28', other))).toBe('notKeeper');
    expect(refusal(() => record('2021-03-02'))).toBe('hoursLater');
    record('2020-12-31');
    expect(record('2021-02-28').facts).toMatchObject({ internal: 100, hoursOn: '2021-02-28', years: [{ year: 2020, internal: 100 }, { year: 2021, internal: 100 }] });
    expect(refusal(() => record('2020-12-31'))).toBe('hoursLater');
  });
});

describe('a booking', () => {
  test('is of an instrument that is open, in a time to come', () => {
    expect(refusal(() => book({ toAt: '2021-03-10T01:00:00.000Z' }))).toBe('timesTurned');
    expect(refusal(() => book({ fromAt: '2021-03-01T00:59:00.000Z' }))).toBe('timesTurned');
    expect(refusal(() => book({ instrument: list({ openLevel: 'own' }) }))).toBe('notOpen');
    walk.act(keeper, shared, 'pause', { reason: because });
    expect(refusal(() => book())).toBe('notOpen');
  });

  test('takes no time that is confirmed for another, not even when two were booked first; one may follow the other', () => {
    const [one, two] = [book(), book({ fromAt: '2021-03-10T04:00:00.000Z', toAt: '2021-03-10T08:00:00.000Z' })];
    expect(refusal(() => walk.act(other, one, 'confirm'))).toBe('notKeeper');
    walk.act(keeper, one, 'confirm');
    expect(refusal(() => walk.act(keeper, two, 'confirm'))).toBe('occupied');
    expect(refusal(() => book())).toBe('occupied');
    expect(refusal(() => book({ fromAt: '2021-03-10T05:00:00.000Z', toAt: '2021-03-10T06:00:00.000Z' }))).toBe('open');
    expect(walk.act(keeper, two, 'refuse', { refusedFor: 'occupied' }).stage).toBe('refused');
    expect(figure(instrumentBooking, 'refused')).toBe(1);
  });

  test('is confirmed within three working days', () => {
    const id = book();
    expect([walk.on('2021-03-04').isLate(id), walk.on('2021-03-05').isLate(id)]).toEqual([false, true]);
    walk.on('2021-03-04').act(keeper, id, 'confirm');
    expect(walk.told.at(-1)).toMatchObject({ to: { person: 'firm' } });
    expect(walk.on('2021-03-08').isLate(id)).toBe(false);
  });

  test('is used after it begins, settled by hours and price, rated by whoever booked', () => {
    const id = confirmed();
    expect(refusal(() => walk.act(keeper, id, 'use', { hours: 3.5, evidence: proof }))).toBe('notYet');
    walk.on('2021-03-10').act(keeper, id, 'use', { hours: 3.5, evidence: proof });
    expect(walk.act(keeper, id, 'settle', { evidence: proof }).facts['fee']).toBe(105_000);
    expect(walk.get(shared).facts).toMatchObject({ external: 3.5, whole: 3.5, hoursOn: '2021-03-10' });
    expect(refusal(() => walk.act(rival, id, 'rate', { rating: 5 }))).toBe('notBooker');
    walk.act(firm, id, 'rate', { rating: 5 });
    expect(['used', 'users', 'rating'].map((key) => figure(instrumentBooking, key))).toEqual([1, 1, null]);
  });

  test('by its own owner adds nothing to what is shared', () => {
    const id = confirmed({ userName: '某海洋研究所（本部）', userCode: creditCodeOf(1) });
    walk.on('2021-03-10').act(keeper, id, 'use', { hours: 4, evidence: proof });
    walk.act(keeper, id, 'settle', { evidence: proof });
    expect(walk.get(shared).facts).toMatchObject({ external: 0, internal: 4 });
    expect(figure(instrumentBooking, 'used')).toBe(0);
  });

  test('is cancelled by whoever booked', () => {
    const id = confirmed();
    expect(refusal(() => walk.act(rival, id, 'cancel'))).toBe('notBooker');
    expect(walk.act(firm, id, 'cancel').stage).toBe('cancelled');
  });
});

test('every refusal of both is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect([instrument, instrumentBooking].flatMap(({ record }) => Object.keys(record.refusals)).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
