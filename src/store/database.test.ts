import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner, district, happen, openTrial, otherDistrict, type Trial } from '#test/trial.ts';
import { openStore, StoreUnavailable } from './database.ts';
import { takeNumber } from './counters.ts';
import { findMatter } from './matters.ts';

let trial: Trial;
beforeAll(async () => (trial = await openTrial()));
afterAll(() => trial.close());

const filedAt = '2021-03-01T01:00:00.000Z';

describe('the rows of a district', () => {
  test('are not there for another one, whatever is asked', async () => {
    const { store, clone } = trial;
    const ours = await store.inDistrict(district, (tx) => happen(tx, { at: filedAt, set: { title: '盘活闲置土地' } }));
    const tables = await asOwner<{ name: string }>(clone, `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and not relispartition and relname <> 'migration'`);
    expect(tables.length).toBeGreaterThan(30);
    await store.reading(otherDistrict, async (tx) => {
      for (const { name } of tables) {
        const [row] = await tx.query<{ n: number }>('', `select count(*) as n from ${name} where district = $1`, [district]);
        expect([name, row?.n]).toEqual([name, 0]);
      }
      expect(await findMatter(tx, district, ours.id)).toBeUndefined();
    });
    await store.reading(district, async (tx) => expect(await findMatter(tx, district, ours.id)).toMatchObject({ id: ours.id }));
  });

  test('cannot be written from another one', async () => {
    await expect(trial.store.inDistrict(otherDistrict, (tx) => happen(tx, { at: filedAt, district }))).rejects.toMatchObject({ code: '42501' });
    await trial.store.inDistrict(otherDistrict, async (tx) => {
      expect(await tx.query('', `update matter set stage = 'done' where district = $1 returning id`, [district])).toEqual([]);
    });
  });

  test('are not there at all for a session that has named none', async () => {
    const client = new pg.Client(trial.clone.application);
    await client.connect();
    try {
      expect((await client.query('select from matter')).rowCount).toBe(0);
      expect((await client.query('select from matter_here')).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });
});

describe('the application', () => {
  const refused = { code: '42501' };
  const ask = (sql: string) => trial.store.inDistrict(district, (tx) => tx.query('', sql, []));

  test('cannot change or remove what has happened', async () => {
    await ask('select 1 from event');
    for (const table of ['event', 'seal', 'reading_log', 'reading', 'scheme', 'figure_snapshot']) {
      await expect(ask(`delete from ${table}`)).rejects.toMatchObject(refused);
      await expect(ask(`update ${table} set district = district`)).rejects.toMatchObject(refused);
      await expect(ask(`truncate ${table}`)).rejects.toMatchObject(refused);
    }
  });

  test('cannot remove a matter, reach a partition by itself, or see the migrations', async () => {
    await expect(ask('delete from matter')).rejects.toMatchObject(refused);
    await expect(ask('select from event_2021')).rejects.toMatchObject(refused);
    await expect(ask('select from migration')).rejects.toMatchObject(refused);
  });

  test('cannot lift the policies, make itself another, or make anything', async () => {
    await expect(ask('alter table matter disable row level security')).rejects.toMatchObject(refused);
    await expect(ask('drop policy by_district on matter')).rejects.toMatchObject(refused);
    await expect(ask('set row_security = off; select from matter')).rejects.toMatchObject(refused);
    await expect(ask('alter role zhanqiao_app bypassrls')).rejects.toMatchObject(refused);
    await expect(ask('create table public.mine (n integer)')).rejects.toMatchObject(refused);
    const [role] = await asOwner(trial.clone, `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'zhanqiao_app'`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
  });
});

describe('a transaction', () => {
  test('leaves nothing behind when it fails', async () => {
    const failure = new Error('not today');
    await expect(trial.store.inDistrict(district, async (tx) => {
      await takeNumber(tx, district, 'rolled-back', 2021);
      throw failure;
    })).rejects.toBe(failure);
    expect(await trial.store.inDistrict(district, (tx) => takeNumber(tx, district, 'rolled-back', 2021))).toBe(1);
  });

  test('is done once more when it and another one waited for each other', async () => {
    const { store } = trial;
    const [one, other] = await store.inDistrict(district, async (tx) => [await happen(tx, { at: filedAt }), await happen(tx, { at: filedAt })]);
    const lock = (tx: Parameters<Parameters<typeof store.inDistrict>[1]>[0], id: string) => tx.query('', `select from matter where district = $1 and id = $2 for update`, [district, id]);
    let attempts = 0;
    const meeting = Promise.withResolvers<void>();
    let arrived = 0;
    const crossing = (first: string, second: string) =>
      store.inDistrict(district, async (tx) => {
        attempts += 1;
        await lock(tx, first);
        // Only the first time: both hold their first row before either asks for its second.
        if ((arrived += 1) === 2) meeting.resolve();
        await meeting.promise;
        await lock(tx, second);
      });
    await Promise.all([crossing(one!.id, other!.id), crossing(other!.id, one!.id)]);
    // Whoever gave way may meet the other once more before it is through.
    expect(attempts).toBeGreaterThanOrEqual(3);
  });
});

test('days, moments and counts come as the kernel writes them', async () => {
  const [row] = await trial.store.reading(district, (tx) =>
    tx.query('', `select '2021-12-28 09:02:03.4+08'::timestamptz as a, '2021-12-28 01:02:03Z'::timestamptz as b, '2021-12-28'::date as c, 5::bigint as d, '2021-12-28 01:02:03.004567Z'::timestamptz as e`, []),
  );
  expect(row).toEqual({ a: '2021-12-28T01:02:03.400Z', b: '2021-12-28T01:02:03.000Z', c: '2021-12-28', d: 5, e: '2021-12-28T01:02:03.004Z' });
});

test('a connection that was cut off is told as such, and the next one works', async () => {
  const store = openStore({ application: trial.clone.application, max: 1 });
  try {
    const pid = await store.reading(district, async (tx) => (await tx.query<{ pid: number }>('', 'select pg_backend_pid() as pid', []))[0]?.pid);
    const cutOff = store.inDistrict(district, async (tx) => {
      await asOwner(trial.clone, 'select pg_terminate_backend($1)', [pid]);
      return tx.query('', 'select 1', []);
    });
    await expect(cutOff).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.reading(district, (tx) => tx.query('', 'select 1 as one', []))).toEqual([{ one: 1 }]);
    expect(await store.isAlive()).toBe(true);
  } finally {
    await store.close();
  }
});

test('a server that is not there is told as such', async () => {
  const store = openStore({ application: { ...trial.clone.application, host: '127.0.0.1', port: 1 } });
  try {
    await expect(store.reading(district, (tx) => tx.query('', 'select 1', []))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.isAlive()).toBe(false);
  } finally {
    await store.close();
  }
});
