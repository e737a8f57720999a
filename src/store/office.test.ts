import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findReading, findSchemeOn } from '#kernel/scheme.ts';
import { refuse } from '#kernel/refusal.ts';
import { district, happen, openTrial, otherDistrict, type Trial } from '#test/trial.ts';
import { findByCode, keepAccessCode } from './access-codes.ts';
import type { Tx } from './database.ts';
import { createDistrict, findDistrict } from './districts.ts';
import { findFile, findFiles, keepFile } from './files.ts';
import { addBatchRows, batchRows, createBatch, findBatch, findByUnique, markBatchRow, saveBatch } from './imports.ts';
import { claimUnique } from './unique-values.ts';
import { keepNotices, markNoticesRead, noticesFor, noticesReadUpTo, noticesToAuthor } from './notices.ts';
import { listen } from './outbox.ts';
import { addPerson, addPost, addUnit, directoryOf, endPost, endUnit } from './people.ts';
import { logReading, readingsLoggedOf } from './reading-log.ts';
import { keepReadings, keepScheme, readingsOf, schemesOf } from './schemes.ts';
import { credentialsOf, dropSessionsBefore, endSession, endSessionsOf, findCredential, findSession, keepCredential, keepOneTimeLink, keepSession, sessionsSeenSince, touchSession, useOneTimeLink } from './sessions.ts';
import { calendarYearsOf, keepCalendarYear, keepSetting, settingsOf } from './settings.ts';

let opened: Trial;
beforeAll(async () => (opened = await openTrial()));
afterAll(() => opened.close());

const at = '2021-03-01T01:00:00.000Z';
const later = '2021-03-02T01:00:00.000Z';
const doing = <T>(work: (tx: Tx) => Promise<T>) => opened.store.inDistrict(district, work);

test('a district is made once and found by its code', async () => {
  expect(await doing((tx) => findDistrict(tx, district))).toEqual({ code: district, name: `${district}（示例）`, isDemonstration: false });
  expect(await doing((tx) => findDistrict(tx, otherDistrict))).toBeUndefined();
  await expect(doing((tx) => createDistrict(tx, { code: district, name: '又一个', isDemonstration: false, createdAt: at }))).rejects.toMatchObject({ code: '23505' });
  await expect(opened.store.inDistrict('37021', (tx) => createDistrict(tx, { code: '37021', name: '少一位', isDemonstration: false, createdAt: at }))).rejects.toMatchObject({ code: '23514' });
});

describe('the directory', () => {
  test('holds units, people and posts with their days', async () => {
    await doing(async (tx) => {
      await addUnit(tx, district, { id: 'merged', name: '区旧局', shortName: null, kind: 'department', groups: ['six'], validFrom: '2020-01-01', validTo: null });
      await endUnit(tx, district, 'merged', '2020-12-31');
      await addPerson(tx, district, { id: 'holder-reviewer', name: '审核岗' });
      await addPost(tx, district, { id: 'reviewer', name: '审核岗', personId: 'holder-reviewer', unitId: 'office', roles: ['REVIEW'], fields: ['land'], validFrom: '2021-01-01' });
      await endPost(tx, district, 'reviewer', '2021-06-30');
    });
    const { units, people, posts } = await doing((tx) => directoryOf(tx, district));
    expect(units).toContainEqual({ id: 'merged', name: '区旧局', shortName: null, kind: 'department', groups: ['six'], validFrom: '2020-01-01', validTo: '2020-12-31', mergedInto: null });
    expect(people.map(({ id }) => id)).toEqual(['holder-clerk', 'holder-reviewer']);
    expect(posts).toEqual([
      { id: 'clerk', name: '改革办经办岗', personId: 'holder-clerk', unitId: 'office', roles: ['OFFICE'], fields: [], validFrom: '2020-01-01' },
      { id: 'reviewer', name: '审核岗', personId: 'holder-reviewer', unitId: 'office', roles: ['REVIEW'], fields: ['land'], validFrom: '2021-01-01', validTo: '2021-06-30' },
    ]);
  });

  test('holds no post of a unit that is not there, and no unit that ends before it begins', async () => {
    await expect(doing((tx) => addPost(tx, district, { id: 'lost', name: '岗', personId: 'holder-clerk', unitId: 'nowhere', roles: [], fields: [], validFrom: at.slice(0, 10) }))).rejects.toMatchObject({ code: '23503' });
    await expect(doing((tx) => endUnit(tx, district, 'office', '2019-12-31'))).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a session', () => {
  const session = { tokenHash: 'hash', personId: 'holder-clerk', postId: 'clerk', startedAt: at, seenAt: at, validUntil: later, device: 'Chrome 109 · Windows', address: '10.20.3.4' };

  test('lasts until it is ended', async () => {
    await doing((tx) => keepSession(tx, district, session));
    await doing((tx) => touchSession(tx, district, 'hash', '2021-03-01T02:00:00.000Z'));
    expect(await doing((tx) => findSession(tx, district, 'hash'))).toEqual({ ...session, seenAt: '2021-03-01T02:00:00.000Z', mustChange: false });
    await doing((tx) => endSession(tx, district, 'hash'));
    expect(await doing((tx) => findSession(tx, district, 'hash'))).toBeUndefined();
  });

  test('is ended with all others of its person, and when its time is over', async () => {
    await doing(async (tx) => {
      await keepSession(tx, district, session);
      await keepSession(tx, district, { ...session, tokenHash: 'other' });
      expect(await endSessionsOf(tx, district, 'holder-clerk', { except: 'hash' })).toEqual(['other']);
      expect((await sessionsSeenSince(tx, district, '2021-01-01T00:00:00.000Z', 'holder-clerk')).map(({ tokenHash }) => tokenHash)).toEqual(['hash']);
      expect(await sessionsSeenSince(tx, district, later)).toEqual([]);
      expect(await endSessionsOf(tx, district, 'holder-clerk', { id: 'ha' })).toEqual(['hash']);
      expect(await findSession(tx, district, 'hash')).toBeUndefined();
      await keepSession(tx, district, session);
      await dropSessionsBefore(tx, district, later);
      expect(await findSession(tx, district, 'hash')).toBeDefined();
      await dropSessionsBefore(tx, district, '2021-03-03T00:00:00.000Z');
      expect(await findSession(tx, district, 'hash')).toBeUndefined();
    });
  });
});

test('a sign-in name belongs to one person, who has one', async () => {
  const credential = { name: 'clerk', personId: 'holder-clerk', passwordHash: 'one', mustChange: true, changedAt: at };
  await doing((tx) => keepCredential(tx, district, credential));
  await doing((tx) => keepCredential(tx, district, { ...credential, passwordHash: 'two', mustChange: false }));
  expect(await doing((tx) => findCredential(tx, district, 'clerk'))).toEqual({ ...credential, passwordHash: 'two', mustChange: false });
  expect(await doing((tx) => findCredential(tx, district, 'nobody'))).toBeUndefined();
  expect(await doing((tx) => credentialsOf(tx, district))).toEqual([{ name: 'clerk', personId: 'holder-clerk', mustChange: false, changedAt: at }]);
  await doing((tx) => addPerson(tx, district, { id: 'another', name: '经办岗二' }));
  await expect(doing((tx) => keepCredential(tx, district, { ...credential, personId: 'another' }))).rejects.toMatchObject({ code: '23505' });
});

test('a one-time link works once and in its time', async () => {
  await doing((tx) => keepOneTimeLink(tx, district, 'first', later));
  expect(await doing((tx) => useOneTimeLink(tx, district, 'first', at))).toBe(true);
  expect(await doing((tx) => useOneTimeLink(tx, district, 'first', at))).toBe(false);
  await doing((tx) => keepOneTimeLink(tx, district, 'late', at));
  expect(await doing((tx) => useOneTimeLink(tx, district, 'late', later))).toBe(false);
});

test('settings and years of the calendar are kept as last entered', async () => {
  const setting = { mechanism: 'storeTrial', name: 'answerWithin', value: 12.5 };
  await doing((tx) => keepSetting(tx, district, { ...setting, value: 9, by: 'clerk', at }));
  await doing((tx) => keepSetting(tx, district, { ...setting, by: 'clerk', at: later }));
  expect(await doing((tx) => settingsOf(tx, district))).toEqual([setting]);
  const year = { year: 2027, rest: '01-01 01-02', work: '01-03' };
  await doing((tx) => keepCalendarYear(tx, district, { ...year, rest: '', source: '试验' }));
  await doing((tx) => keepCalendarYear(tx, district, { ...year, source: '试验' }));
  expect(await doing((tx) => calendarYearsOf(tx, district))).toEqual([year]);
});

test('a version of a scheme in force is never changed, only followed by another', async () => {
  const scheme = { key: 'weights', version: 1, validFrom: '2021-01-01', body: { tax: 0.3 } };
  await doing((tx) => keepScheme(tx, district, scheme, 'clerk', at));
  await doing((tx) => keepScheme(tx, district, { ...scheme, version: 2, validFrom: '2021-07-01' }, 'clerk', at));
  await expect(doing((tx) => keepScheme(tx, district, { ...scheme, body: {} }, 'clerk', at))).rejects.toMatchObject({ code: '23505' });
  expect(findSchemeOn(await doing((tx) => schemesOf(tx, district, 'weights')), 'weights', '2021-06-30')).toEqual(scheme);
});

test('a reading is corrected by a later one and stays', async () => {
  const reading = { indicator: 'tax', subject: 'park', period: '2021-Q1', value: 0.1, source: '税务局', readAt: at };
  await doing((tx) => keepReadings(tx, district, [reading, { ...reading, value: 0.3, readAt: later }]));
  await doing((tx) => keepReadings(tx, district, [reading]));
  const readings = await doing((tx) => readingsOf(tx, district, ['tax'], '2021-Q1'));
  expect(readings.map(({ value }) => value)).toEqual([0.1, 0.3]);
  expect(findReading(readings, 'tax', 'park', '2021-Q1', at)).toEqual(reading);
});

test('the same bytes are known once', async () => {
  const file = { hash: 'a'.repeat(64), name: '附件.pdf', type: 'application/pdf', size: 3 };
  await doing((tx) => keepFile(tx, district, { ...file, at }));
  await doing((tx) => keepFile(tx, district, { ...file, name: '另一个.pdf', at }));
  expect(await doing((tx) => findFile(tx, district, file.hash))).toEqual({ ...file, takenOn: null });
  expect(await doing((tx) => findFiles(tx, district, ['b'.repeat(64)]))).toEqual([]);
  expect(await opened.store.inDistrict(otherDistrict, (tx) => findFile(tx, otherDistrict, file.hash))).toBeUndefined();
});

describe('a notice', () => {
  test('reaches its unit, role or author, and is read up to somewhere', async () => {
    const { id } = await doing((tx) => happen(tx, { at }));
    const notice = { text: { zh: '新待办', en: 'New duty' }, mechanism: 'storeTrial', matter: id, at, seq: 1 };
    await doing((tx) => keepNotices(tx, district, [{ ...notice, to: { unit: 'office' } }, { ...notice, to: { role: 'LEAD' } }, { ...notice, to: 'author' }]));
    const reaching = async (unitIds: string[], roles: string[]) => doing((tx) => noticesFor(tx, district, { personId: 'holder-clerk', postId: 'clerk', unitIds, roles }, 10));
    expect(await reaching(['office'], ['LEAD'])).toHaveLength(2);
    expect(await reaching(['finance'], ['OFFICE'])).toEqual([]);
    const [told] = await doing((tx) => noticesToAuthor(tx, district, id));
    expect(told).toMatchObject({ text: notice.text, at, matter: id });
    expect(await doing((tx) => noticesToAuthor(tx, district, randomUUID()))).toEqual([]);
    const [latest] = await reaching(['office'], ['LEAD']);
    await doing((tx) => markNoticesRead(tx, district, 'holder-clerk', latest?.id ?? ''));
    await doing((tx) => markNoticesRead(tx, district, 'holder-clerk', '1'));
    expect(await doing((tx) => noticesReadUpTo(tx, district, 'holder-clerk'))).toBe(Number(latest?.id));
    expect(await doing((tx) => noticesReadUpTo(tx, district, 'another'))).toBe(0);
  });

  test('of a confined matter reaches its named persons alone, also when it was kept before', async () => {
    const { id } = await doing((tx) => happen(tx, { at }));
    await doing((tx) => keepNotices(tx, district, [{ to: { unit: 'finance' }, text: { zh: '新待办', en: 'New duty' }, mechanism: 'storeTrial', matter: id, at, seq: 1 }]));
    const told = (personId: string) => doing((tx) => noticesFor(tx, district, { personId, postId: 'clerk', unitIds: ['finance'], roles: [] }, 10));
    expect(await told('holder-clerk')).toHaveLength(1);
    await doing((tx) => happen(tx, { at, changes: { confinedTo: ['holder-discipline'] } }, id));
    expect(await told('holder-clerk')).toEqual([]);
    expect(await told('holder-discipline')).toHaveLength(1);
  });
});

test('a code leads to its matter, in its own district alone', async () => {
  const { id } = await doing((tx) => happen(tx, { at }));
  await doing((tx) => keepAccessCode(tx, district, 'code', id, at));
  expect(await doing((tx) => findByCode(tx, district, 'code'))).toBe(id);
  expect(await doing((tx) => findByCode(tx, district, 'other'))).toBeUndefined();
  expect(await opened.store.inDistrict(otherDistrict, (tx) => findByCode(tx, otherDistrict, 'code'))).toBeUndefined();
});

test('who read what is kept', async () => {
  const matter = randomUUID();
  const reading = { person: 'holder-clerk', post: 'clerk', what: 'sealed', mechanism: 'storeTrial', matter, detail: 'phone', at };
  await doing((tx) => logReading(tx, district, reading));
  expect(await doing((tx) => readingsLoggedOf(tx, district, matter))).toEqual([reading]);
});

test('an import keeps its rows, what became of them, and how it stands', async () => {
  const id = randomUUID();
  const row = { input: { title: '甲' }, previous: null, matter: null, matterVersion: null, outcome: 'create', cells: ['甲', 1, null], problems: {} } as const;
  await doing((tx) => createBatch(tx, district, { id, mechanism: 'storeTrial', fileName: '台账.xlsx', by: 'holder-clerk', at }));
  await doing((tx) => addBatchRows(tx, district, id, [{ ...row, row: 2 }, { ...row, row: 3, outcome: 'refused', input: null, problems: { 0: { zh: '必须填写', en: 'Required' } } }, { ...row, row: 4 }]));
  await doing((tx) => addBatchRows(tx, district, id, []));
  const { id: matter } = await doing((tx) => happen(tx, { at }));
  await doing((tx) => markBatchRow(tx, district, id, 2, { matter, matterVersion: 1, done: true }));
  expect(await doing((tx) => batchRows(tx, district, id, { outcome: ['create'], after: 0, limit: 10 }))).toEqual([{ ...row, row: 2, matter, matterVersion: 1, done: true }, { ...row, row: 4, done: false }]);
  expect((await doing((tx) => batchRows(tx, district, id, { after: 2, limit: 1 }))).map((each) => [each.row, each.problems])).toEqual([[3, { 0: { zh: '必须填写', en: 'Required' } }]]);
  await doing((tx) => saveBatch(tx, district, id, { state: 'done', report: { created: 2 } }));
  expect(await doing((tx) => findBatch(tx, district, id))).toEqual({ id, mechanism: 'storeTrial', fileName: '台账.xlsx', by: 'holder-clerk', at, state: 'done', report: { created: 2 } });
  expect(await doing((tx) => findBatch(tx, district, 'no id'))).toBeUndefined();
  await doing((tx) => claimUnique(tx, { district, mechanism: 'storeTrial', fact: 'code', value: 'K-1', matter }, () => refuse('taken')));
  expect(await doing((tx) => findByUnique(tx, district, 'storeTrial', 'code', ['K-1', 'K-2']))).toEqual([{ value: 'K-1', matter }]);
});

test('one process hears that another one has committed', async () => {
  const heard = Promise.withResolvers<void>();
  const here = await listen(opened.clone.application, () => heard.resolve());
  const there = await listen(opened.clone.application, () => {});
  try {
    there.poke();
    there.poke();
    await heard.promise;
  } finally {
    await here.close();
    await there.close();
  }
});
