import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyMechanism, AnyRecord } from '#kernel/mechanism.ts';
import { choicesExpression } from './choice-index.ts';
import { factExpression, getName } from './conditions.ts';
import { codeOf } from './database.ts';

/** How the owner of the database is reached. */
export type AdminConnection = pg.ClientConfig;

const role = 'zhanqiao_app';
const folder = new URL('./migrations/', import.meta.url);
/** Any number, as long as nobody else on the database uses it. */
const lockKey = 7_290_215;
const indexLockKey = 7_290_216;

/** Makes the database if it is not there yet: UTF-8, letters compared by their code, so that every machine orders alike. */
export async function createDatabase(connection: pg.ClientConfig & { readonly database: string }): Promise<void> {
  await asAdmin({ ...connection, database: 'postgres' }, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [connection.database]);
    if (rowCount) return;
    try {
      await admin.query(`create database ${pg.escapeIdentifier(connection.database)} encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' template template0`);
    } catch (failure) {
      // Another process of ours was faster.
      if (codeOf(failure) !== '42P04' && codeOf(failure) !== '23505') throw failure;
    }
  });
}

/** Throws a database away, with whoever is still connected to it; nothing happens where there is none. */
export async function dropDatabase(connection: pg.ClientConfig & { readonly database: string }): Promise<void> {
  await asAdmin({ ...connection, database: 'postgres' }, async (admin) => {
    await admin.query(`drop database if exists ${pg.escapeIdentifier(connection.database)} with (force)`);
  });
}

/** Brings the schema up to date; says which migrations it took. Doing it again does nothing. */
export async function migrate(options: { readonly connection: AdminConnection; readonly applicationPassword: string }): Promise<{ readonly applied: string[] }> {
  return asAdmin(options.connection, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [lockKey]);
    await keepRole(admin, options.applicationPassword);
    const { rows: [here] } = await admin.query<{ name: string }>('select current_database() as name');
    await admin.query(`grant connect on database ${pg.escapeIdentifier(here?.name ?? '')} to ${role}`);
    await admin.query('create table if not exists migration (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())');
    const { rows } = await admin.query<{ number: number; name: string; checksum: string }>('select number, name, checksum from migration order by number');
    const known = new Map(rows.map((row) => [row.number, row]));
    const files = await readMigrations();
    refuseNewer(rows, files);
    const applied: string[] = [];
    for (const file of files) {
      const earlier = known.get(file.number);
      if (earlier && earlier.checksum !== file.checksum) throw new Error(`the migration ${file.name} has been changed since it was applied; write a new one`);
      if (earlier) continue;
      await apply(admin, file);
      applied.push(file.name);
    }
    return { applied };
  });
}

/** Whether a database has exactly the migrations of this program; nothing is changed. */
export async function isUpToDate(connection: AdminConnection): Promise<boolean> {
  return asAdmin(connection, async (admin) => {
    const { rows } = await admin.query<{ name: string }>('select name from migration order by number');
    const files = await readMigrations();
    return rows.map((row) => row.name).join() === files.map((file) => file.name).join();
  });
}

/** Matters of a mechanism from which its marked facts get their indexes. A register goes on having them until it has shrunk to half. */
const manyMatters = 5_000;

/**
 * Gives the facts marked `indexed` indexes of their own where the register has grown long, and takes away what is no longer wanted.
 *
 * All matters share a table, and whoever writes one passes by every index of it: with those of 34 mechanisms an update took 1.6 times as
 * long as with its own alone, and a few thousand matters are looked through as fast as they are shown. So a register waits for its
 * indexes until it is long. They are built beside the work that goes on, at a start and every night.
 */
export async function indexFacts(connection: AdminConnection, mechanisms: readonly AnyMechanism[], from = manyMatters): Promise<void> {
  await asAdmin(connection, async (admin) => {
    // Whoever waited here would hold a snapshot, and an index built beside the work waits for every older one. Another server is at it: that is enough.
    const { rows: [taken] } = await admin.query<{ isOurs: boolean }>('select pg_try_advisory_lock($1) as "isOurs"', [indexLockKey]);
    if (!taken?.isOurs) return;
    // One that broke off half built finds nothing and is written at every change.
    const { rows: halves } = await admin.query<{ name: string }>(`${indexNames} and not indisvalid`);
    for (const { name } of halves) await admin.query(`drop index concurrently if exists ${pg.escapeIdentifier(name)}`);
    const { rows: held } = await admin.query<{ name: string }>(indexNames);
    const { rows: counts } = await admin.query<{ mechanism: string; n: number }>('select mechanism, count(*)::int as n from matter group by mechanism');
    const many = new Map(counts.map(({ mechanism, n }) => [mechanism, n]));
    const isLong = (key: string) => (many.get(key) ?? 0) >= (held.some(({ name }) => name.startsWith(`fact_${key}_`)) ? from / 2 : from);
    const long = mechanisms.filter(({ record }) => isLong(record.key));
    const marked = long.flatMap(({ record }) => Object.entries(record.facts).flatMap(([name, fact]) => (fact.indexed ? [{ mechanism: record.key, name, compare: kindOf(fact).compare }] : [])));
    const wanted = new Map([...marked.map(({ mechanism, name, compare }) => indexOf(mechanism, name, compare)), ...long.flatMap(({ record }) => choicesIndexOf(record))]);
    const expressions = [
      ...marked.flatMap(({ name, compare }) => (compare === 'list' ? [] : [[name, factExpression(getName(name), compare)] as const])),
      ...long.flatMap(({ record }) => { const expression = choicesExpression(record); return expression === undefined ? [] : [[`${record.key}_of_choices`, expression] as const]; }),
    ];
    const counted = new Map(expressions.map(([name, expression]) => statisticsOf(name, expression)));
    const isIndexed = await bringUp(admin, 'index', wanted, indexNames);
    const isCounted = await bringUp(admin, 'statistics', counted, `select stxname as name from pg_statistic_ext where stxrelid = 'matter'::regclass and stxname like 'fact\\_%'`);
    // An expression has no statistics before the table is looked through again.
    if (isIndexed || isCounted) await admin.query('analyze matter');
  });
}

const indexNames = `select relname as name from pg_index join pg_class on oid = indexrelid where indrelid = 'matter'::regclass and relname like 'fact\\_%'`;

/** Makes what is wanted and not held, drops what is held and not wanted; says whether anything was made. */
async function bringUp(admin: pg.Client, kind: 'index' | 'statistics', wanted: ReadonlyMap<string, string>, held: string): Promise<boolean> {
  const { rows } = await admin.query<{ name: string }>(held);
  const names = new Set(rows.map((row) => row.name));
  for (const name of names) if (!wanted.has(name)) await admin.query(`drop ${kind} ${kind === 'index' ? 'concurrently ' : ''}${pg.escapeIdentifier(name)}`);
  const made = [...wanted].filter(([name]) => !names.has(name));
  for (const [, sql] of made) await admin.query(sql);
  return made.length > 0;
}

/** The planner passes over the statistics of an index that holds a part of the rows, so the expression has some of its own. */
function statisticsOf(of: string, expression: string): [name: string, sql: string] {
  const name = `fact_${of}`.slice(0, 54) + `_${markOf(expression)}`;
  return [name, `create statistics ${pg.escapeIdentifier(name)} on (${expression}) from matter`];
}

/**
 * Lists and figures name their mechanism in the text, so that the index needs to hold its rows alone. PostgreSQL never combines two
 * indexes that share a condition, and all of these share the district: the stage, by which most lists ask besides, is therefore in each.
 */
function indexOf(mechanism: string, fact: string, compare: ReturnType<typeof kindOf>['compare']): [name: string, sql: string] {
  const expression = factExpression(getName(fact), compare);
  const columns = compare === 'list' ? `using gin ((facts -> '${fact}')) with (gin_pending_list_limit = 256)` : `(district, (${expression}), stage)`;
  // Early in its life a matter has few of its facts: what it has not yet would be written into every index at every action.
  const rows = compare === 'list' ? '' : ` and (${expression}) is not null`;
  // The text is part of the name: an expression written anew gets a new index.
  const name = `fact_${mechanism}_${fact}`.slice(0, 54) + `_${markOf(columns + rows)}`;
  return [name, `create index concurrently ${pg.escapeIdentifier(name)} on matter ${columns} where mechanism = '${getName(mechanism)}'${rows}`];
}

/**
 * What is asked for by several choices at once is found by one index over all of them. Its list of changes waiting to be merged is kept
 * short, because every list by two choices reads it through. `database.ts` knows it by its name.
 */
function choicesIndexOf(record: AnyRecord): [name: string, sql: string][] {
  const expression = choicesExpression(record);
  if (expression === undefined) return [];
  const key = getName(record.key);
  const name = `fact_${key.slice(0, 38)}_of_choices_${markOf(expression)}`;
  return [[name, `create index concurrently ${pg.escapeIdentifier(name)} on matter using gin ((${expression})) with (gin_pending_list_limit = 64) where mechanism = '${key}'`]];
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The application's role can sign in, and has no right but those the migrations give it. */
async function keepRole(admin: pg.Client, password: string): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
      // Naming a right in ALTER takes a superuser even to deny it; a role once made without rights stays so.
      const rights = rowCount ? '' : 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
      await admin.query(`${rowCount ? 'alter' : 'create'} role ${role} login ${rights} password ${pg.escapeLiteral(password)}`);
      return;
    } catch (failure) {
      // Roles belong to the whole server, and another database of it may be brought up to date at this moment.
      const isCrossed = ['XX000', '42710', '23505'].includes(codeOf(failure) ?? '');
      if (!isCrossed || left === 0) throw failure;
    }
  }
}

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
    }),
  );
}

function refuseNewer(applied: readonly { readonly number: number; readonly name: string }[], files: readonly Migration[]): void {
  const unknown = applied.find((row) => !files.some((file) => file.number === row.number));
  if (unknown) throw new Error(`the database has been brought further by a newer version of the platform (${unknown.name}); start that version`);
}

async function apply(admin: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  await admin.query('begin');
  try {
    await admin.query(sql);
    await admin.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [number, name, checksum]);
    await admin.query('commit');
  } catch (failure) {
    await admin.query('rollback').catch(() => {});
    throw new Error(`the migration ${name} failed`, { cause: failure });
  }
}

async function asAdmin<T>(connection: AdminConnection, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(connection);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    // Advisory locks end with the session.
    await admin.end();
  }
}
