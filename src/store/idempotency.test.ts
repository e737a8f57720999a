import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { district, happen, openTrial, otherDistrict, type Trial } from '#test/trial.ts';
import { forgetBefore, recall, remember } from './idempotency.ts';
import { sinceOutbox, lastOutbox } from './outbox.ts';

let opened: Trial;
beforeAll(async () => (opened = await openTrial()));
afterAll(() => opened.close());

let filed = 0;
const file = (key: string, requestHash = 'a', fails = false) =>
  opened.store.inDistrict(district, async (tx) => {
    const earlier = await recall<{ id: string }>(tx, district, key, requestHash);
    if (earlier) return earlier;
    const { id } = await happen(tx, { at: '2021-03-01T01:00:00.000Z' });
    if (fails) throw new Error('the line broke');
    filed += 1;
    await remember(tx, district, key, { id });
    return { id };
  });

describe('the same request sent again', () => {
  test('has its effect once and the same answer, also when both arrive at once', async () => {
    filed = 0;
    const answers = await Promise.all(Array.from({ length: 6 }, () => file('at-once')));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(filed).toBe(1);
    expect(await file('at-once')).toEqual(answers[0]);
  });

  test('goes ahead when the first one came to nothing', async () => {
    await expect(file('broken', 'a', true)).rejects.toThrow('the line broke');
    expect((await file('broken')).id).toBeDefined();
  });

  test('under a key of another request is refused', async () => {
    await file('reused');
    await expect(file('reused', 'b')).rejects.toMatchObject({ code: 'idempotencyReused', status: 422 });
  });

  test('is forgotten after a while', async () => {
    const { id } = await file('old');
    await opened.store.inDistrict(district, (tx) => forgetBefore(tx, district, '2000-01-01T00:00:00.000Z'));
    expect((await file('old')).id).toBe(id);
    await opened.store.inDistrict(district, (tx) => forgetBefore(tx, district, '2999-01-01T00:00:00.000Z'));
    expect((await file('old')).id).not.toBe(id);
  });
});

describe('who waits for what happens', () => {
  test('misses nothing when transactions end in another order than they began', async () => {
    const { store } = opened;
    const from = await store.reading(district, (tx) => lastOutbox(tx, district));
    const opening = Promise.withResolvers<void>();
    const closing = Promise.withResolvers<void>();
    const slow = store.inDistrict(district, async (tx) => {
      const { id } = await happen(tx, { at: '2021-03-01T01:00:00.000Z' });
      // Asked for something, the transaction has written what it had to write, and has its number.
      await tx.query('', 'select pg_current_xact_id()', []);
      opening.resolve();
      await closing.promise;
      return id;
    });
    await opening.promise;
    const quick = (await store.inDistrict(district, (tx) => happen(tx, { at: '2021-03-01T01:00:00.000Z' }))).id;
    const read = async (id: number) => store.reading(district, (tx) => sinceOutbox(tx, district, id, 100));
    const early = await read(from);
    expect(early.map((row) => row.matter)).not.toContain(quick);
    closing.resolve();
    const slowId = await slow;
    const seen = [...early];
    const ours = () => seen.map((row) => row.matter).filter((id) => id === slowId || id === quick);
    // Other databases of the same server may hold the horizon back for a moment, and what happened before these with it.
    while (ours().length < 2) seen.push(...(await read(seen.at(-1)?.id ?? from)));
    expect(ours()).toEqual([slowId, quick]);
    expect(await read(seen.at(-1)?.id ?? from)).toEqual([]);
    expect(seen.map((row) => row.id)).toEqual(seen.map((row) => row.id).toSorted((a, b) => a - b));
  });

  test('hears every event of one transaction, page by page, and nothing of another district', async () => {
    const { store } = opened;
    const from = await store.reading(district, (tx) => lastOutbox(tx, district));
    await store.inDistrict(otherDistrict, (tx) => happen(tx, { at: '2021-03-01T01:00:00.000Z', district: otherDistrict }));
    const ids = await store.inDistrict(district, async (tx) => {
      const made = [];
      for (let n = 0; n < 7; n += 1) made.push((await happen(tx, { at: '2021-03-01T01:00:00.000Z' })).id);
      return made;
    });
    const seen: string[] = [];
    let after = from;
    while (seen.length < ids.length) {
      for (const row of await store.reading(district, (tx) => sinceOutbox(tx, district, after, 3))) {
        seen.push(row.matter);
        after = row.id;
      }
    }
    expect(seen).toEqual(ids);
  });
});
