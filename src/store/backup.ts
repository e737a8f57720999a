import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import type { Instant } from '#kernel/calendar.ts';
import { Refusal } from '#kernel/refusal.ts';
import { readArchive, writeArchive, type ArchiveEntry } from './archive.ts';
import { blobFolder, blobPath, putBlob } from './blobs.ts';
import type { CheckOutcome } from './check-runs.ts';
import type { AdminConnection } from './migrate.ts';

/** What an archive holds. */
export interface BackedUp {
  readonly rows: number;
  readonly files: number;
  /** The moment the rows are of, on the clock of the database. */
  readonly at: Instant;
}

interface Place {
  /** As the owner of the tables: the policies of districts do not hold for it. */
  readonly admin: AdminConnection;
  /** The data folder. */
  readonly folder: string;
  readonly file: string;
}

/** Every table with rows worth keeping, those before that others refer to. */
export const keptTables = [
  'district', 'unit', 'person', 'post', 'credential', 'one_time_link', 'setting', 'calendar_year', 'scheme', 'matter', 'event', 'duty', 'clock', 'link', 'search_doc',
  'unique_value', 'counter', 'vault', 'reading', 'figure_snapshot', 'file', 'idempotency', 'notice', 'notice_read', 'access_code', 'reading_log', 'seal', 'import_batch',
  'import_row', 'draft', 'held_file', 'sent', 'habit', 'administration_log', 'check_run', 'saved_view', 'usual_view', 'comment', 'watch', 'bulk_run', 'long_work', 'evaluation_input', 'evaluation_member', 'evaluation_result',
] as const;

/** Sessions end with the database they were opened in; the outbox counts transactions, which another server counts anew. */
export const passingTables = ['session', 'outbox'] as const;

const format = 1;
const rowsAtOnce = 1_000;
const describing = 'zhanqiao.json';
const closing = 'end.json';

/**
 * Writes every table and every kept file into one archive, as of one moment: a gzipped tar that needs no tool of ours to be read. People
 * may go on working meanwhile: the rows are those of one snapshot, and a file lies on disk before the first row that speaks of it.
 */
export async function backUp({ admin, folder, file }: Place): Promise<BackedUp> {
  const counts = { rows: 0, files: 0, at: '' };
  const aside = `${file}.part`;
  try {
    await asOwner(admin, async (client) => {
      await client.query(`begin isolation level repeatable read read only; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'`);
      await pipeline(writeArchive(entriesOf(client, folder, counts)), createGzip({ level: 4 }), createWriteStream(aside, { mode: 0o600, flush: true }));
      await client.query('commit');
    });
    await rename(aside, file);
    return counts;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Puts an archive back into a database without any district in it. All of it, or nothing. */
export async function restore({ admin, folder, file }: Place): Promise<BackedUp> {
  const counts = { rows: 0, files: 0 };
  let at = '';
  await asOwner(admin, async (client) => {
    await client.query(`begin; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'`);
    await refuseFull(client);
    let isWhole = false;
    const contents = createHash('sha256');
    for await (const { name, bytes } of readArchive(unpacked(file))) {
      if (name === describing) {
        const described = parse(bytes);
        await refuseOther(client, described);
        at = String(described['at'] ?? '');
      }
      else if (name === closing) isWhole = isSame(parse(bytes), { ...counts, contents: contents.digest('hex') });
      else {
        contents.update(`${name}\n`).update(bytes);
        await putBack(client, folder, name, bytes, counts);
      }
    }
    if (!isWhole) throw broken();
    for (const table of keptTables) await continueNumbers(client, table);
    await client.query('commit');
  });
  return { ...counts, at };
}

/** The bytes of an archive; one that was cut off or is no archive is told in words. */
async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unpacking = source.pipe(createGunzip());
  source.once('error', (failure) => unpacking.destroy(failure));
  try {
    for await (const chunk of unpacking) yield chunk as Buffer;
  } catch (failure) {
    throw String((failure as NodeJS.ErrnoException).code).startsWith('Z_') ? broken() : failure;
  } finally {
    source.destroy();
  }
}

/** Lets every district of a database know that a backup was made, or that one was tried. */
export async function noteRun(admin: AdminConnection, { kind, startedAt, finishedAt, outcome }: { readonly kind: 'backup' | 'restoreTrial'; readonly startedAt: Instant; readonly finishedAt: Instant; readonly outcome: CheckOutcome }): Promise<void> {
  await asOwner(admin, async (client) => {
    await client.query(
      `insert into check_run (district, id, kind, by, started_at, finished_at, outcome) select district, gen_random_uuid(), $1, $2, $3, $4, $5 from district`,
      [kind, kind === 'backup' ? 'zhanqiao backup' : 'zhanqiao restore --trial', startedAt, finishedAt, JSON.stringify(outcome)],
    );
  });
}

/** The codes of every district of a database. */
export async function districtCodes(admin: AdminConnection): Promise<string[]> {
  let codes: string[] = [];
  await asOwner(admin, async (client) => {
    codes = (await client.query<{ code: string }>('select district as code from district order by district')).rows.map(({ code }) => code);
  });
  return codes;
}

async function* entriesOf(client: pg.Client, folder: string, counts: { rows: number; files: number; at: Instant }): AsyncGenerator<ArchiveEntry> {
  const contents = createHash('sha256');
  const seal = (entry: ArchiveEntry) => {
    contents.update(`${entry.name}\n`).update(entry.bytes);
    return entry;
  };
  // The first statement takes the snapshot.
  const { rows: [described] } = await client.query<{ number: number; at: string }>(`select max(number) as number, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from migration`);
  counts.at = described?.at ?? '';
  yield { name: describing, bytes: json({ format, migration: described?.number, at: counts.at }) };
  for (const table of keptTables) {
    await client.query(`declare ${table}_rows no scroll cursor for select to_jsonb(each)::text as line from ${table} as each`);
    for (let part = 1; ; part += 1) {
      const page = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from ${table}_rows`);
      if (page.rows.length === 0) break;
      counts.rows += page.rows.length;
      yield seal({ name: `tables/${table}/${String(part).padStart(6, '0')}.jsonl`, bytes: Buffer.from(page.rows.map((row) => row.line).join('\n')) });
    }
    await client.query(`close ${table}_rows`);
  }
  for (const hash of await hashesIn(folder)) {
    counts.files += 1;
    yield seal({ name: `files/${hash}`, bytes: await readFile(blobPath(folder, hash)) });
  }
  yield { name: closing, bytes: json({ rows: counts.rows, files: counts.files, contents: contents.digest('hex') }) };
}

async function hashesIn(folder: string): Promise<string[]> {
  const names = await readdir(blobFolder(folder), { recursive: true }).catch(() => []);
  return names.map((name) => name.split(/[\\/]/).at(-1) ?? '').filter((name) => /^[0-9a-f]{64}$/.test(name)).toSorted();
}

async function putBack(client: pg.Client, folder: string, name: string, bytes: Buffer, counts: { rows: number; files: number }): Promise<void> {
  const [kind = '', key = ''] = name.split('/');
  if (kind === 'files') {
    const { hash } = await putBlob(folder, Readable.from([bytes]), { maxBytes: Number.POSITIVE_INFINITY });
    if (hash !== key) throw broken();
    counts.files += 1;
    return;
  }
  const table = keptTables.find((each) => each === key);
  if (kind !== 'tables' || !table) throw broken();
  const lines = bytes.toString().split('\n');
  const columns = (await columnsOf(client, table, Object.keys(parse(Buffer.from(lines[0] ?? '{}'))))).map((column) => pg.escapeIdentifier(column)).join(', ');
  const { rowCount } = await client.query(
    `insert into ${table} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [`[${lines.join(',')}]`],
  );
  counts.rows += rowCount ?? 0;
}

/** The columns of an archive that the table still has; those it has got since take their defaults. */
async function columnsOf(client: pg.Client, table: string, written: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ column: string }>(`select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname = any($2::text[])`, [table, written]);
  return rows.map(({ column }) => column);
}

/** The next number of a column that counts by itself comes after those put back. */
async function continueNumbers(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ column: string }>(`select attname as column from pg_attribute where attrelid = $1::regclass and attidentity <> ''`, [table]);
  for (const { column } of rows) await client.query(`select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${column}) from ${table}), 0) + 1, false)`, [table, column]);
}

async function refuseFull(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from district limit 1');
  if (rowCount) throw new Refusal('notEmpty', { zh: '这个数据库里已有数据，没有恢复。请恢复到新的数据文件夹。', en: 'This database holds data already; nothing was restored. Please restore into a new data folder.' });
}

async function refuseOther(client: pg.Client, described: Readonly<Record<string, unknown>>): Promise<void> {
  const { rows } = await client.query<{ number: number }>('select max(number) as number from migration');
  if (described['format'] !== format || Number(described['migration']) > (rows[0]?.number ?? 0)) throw new Refusal('otherArchive', { zh: '这不是本版平台的备份文件，没有恢复。', en: 'This is no archive that this version can read; nothing was restored.' });
}

function broken(): Refusal {
  return new Refusal('brokenArchive', { zh: '备份文件不完整或被改动过，没有恢复。', en: 'The archive is incomplete or has been changed; nothing was restored.' });
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function parse(bytes: Buffer): Record<string, unknown> {
  return JSON.parse(bytes.toString()) as Record<string, unknown>;
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

async function asOwner(admin: AdminConnection, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
