import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createDatabase, migrate } from './migrate.ts';

const name = `zhanqiao_${randomBytes(6).toString('hex')}`;
let connection: pg.ClientConfig & { database: string };
// The role belongs to the whole server; its password must stay the one the other files use.
let applicationPassword: string;
let admin: pg.Client;

beforeAll(async () => {
  const { connection: server, application } = inject('testServer');
  connection = { ...server, database: name };
  applicationPassword = application.password;
  await createDatabase(connection);
  admin = new pg.Client(connection);
  await admin.connect();
});
afterAll(async () => {
  await admin.query('select 1');
  await admin.end();
  const server = new pg.Client({ ...connection, database: 'postgres' });
  await server.connect();
  await server.query(`drop database "${name}" with (force)`);
  await server.end();
});

test('a new database holds Chinese and orders letters by their code', async () => {
  await createDatabase(connection);
  const { rows } = await admin.query('select pg_encoding_to_char(encoding) as encoding, datcollate as collate from pg_database where datname = $1', [name]);
  expect(rows).toEqual([{ encoding: 'UTF8', collate: 'C.UTF-8' }]);
});

test('migrations are taken once, also when two start at the same moment', async () => {
  const both = await Promise.all([migrate({ connection, applicationPassword }), migrate({ connection, applicationPassword })]);
  const applied = both.flatMap((each) => each.applied);
  expect(applied.length).toBeGreaterThan(3);
  expect(new Set(applied).size).toBe(applied.length);
  expect(await migrate({ connection, applicationPassword })).toEqual({ applied: [] });
});

test('a migration changed after it was taken is refused', async () => {
  await admin.query(`update migration set checksum = 'other' where number = 1`);
  await expect(migrate({ connection, applicationPassword })).rejects.toThrow('has been changed since it was applied');
  await admin.query('delete from migration where number = 1');
  await expect(migrate({ connection, applicationPassword })).rejects.toThrow('0001-district-and-people.sql failed');
});

test('a database of a newer version is left alone', async () => {
  await admin.query(`insert into migration (number, name, checksum) values (9999, '9999-tomorrow.sql', 'x')`);
  await expect(migrate({ connection, applicationPassword })).rejects.toThrow('9999-tomorrow.sql');
});
