import type { Instant } from '#kernel/calendar.ts';
import type { Text } from '#kernel/words.ts';
import type { Tx } from './database.ts';

/** The last long computation of a matter. */
export interface LongWorkRow {
  readonly matter: string;
  readonly action: string;
  /** What it was begun with, as it was given. */
  readonly input: unknown;
  readonly by: string;
  readonly seconds: number;
  readonly startedAt: Instant;
  /** The process that does it. */
  readonly server: string;
  /** So many seconds ago that process was heard of last, by the clock of the database. */
  readonly silentFor: number;
  readonly isStopped: boolean;
  readonly finishedAt: Instant | null;
  /** Why nothing was kept of it. */
  readonly refused: Text | null;
}

/** Begins a work of a matter, unless one is under way whose process has been heard of within so many seconds; says whether it did. */
export async function beginLongWork(tx: Tx, district: string, work: Pick<LongWorkRow, 'matter' | 'action' | 'input' | 'by' | 'seconds' | 'startedAt' | 'server'>, silence: number): Promise<boolean> {
  const rows = await tx.query(
    'long_work.begin',
    `insert into long_work (district, matter, action, input, by, seconds, started_at, server, heard_at) values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())
     on conflict (district, matter) do update set action = $3, input = $4, by = $5, seconds = $6, started_at = $7, server = $8, heard_at = clock_timestamp(), is_stopped = false, finished_at = null, refused = null
     where long_work.finished_at is not null or long_work.heard_at < clock_timestamp() - make_interval(secs => $9) returning matter`,
    [district, work.matter, work.action, JSON.stringify(work.input), work.by, work.seconds, work.startedAt, work.server, silence],
  );
  return rows.length > 0;
}

/** The last work of a matter. */
export async function findLongWork(tx: Tx, district: string, matter: string): Promise<LongWorkRow | undefined> {
  const [row] = await tx.query<LongWorkRow>(
    'long_work.find',
    `select matter, action, input, by, seconds, started_at as "startedAt", server, extract(epoch from clock_timestamp() - heard_at)::float8 as "silentFor", is_stopped as "isStopped", finished_at as "finishedAt", refused
     from long_work where district = $1 and matter = $2`,
    [district, matter],
  );
  return row;
}

/** Says that the process is still at work; tells whether it was asked to stop, or nothing when the work is its own no more. */
export async function keepLongWork(tx: Tx, district: string, matter: string, server: string): Promise<{ readonly isStopped: boolean } | undefined> {
  const [row] = await tx.query<{ isStopped: boolean }>(
    'long_work.keep', 'update long_work set heard_at = clock_timestamp() where district = $1 and matter = $2 and server = $3 and finished_at is null returning is_stopped as "isStopped"', [district, matter, server],
  );
  return row;
}

/** Asks for a work to come to its end, whichever process does it. */
export async function stopLongWork(tx: Tx, district: string, matter: string): Promise<void> {
  await tx.query('long_work.stop', 'update long_work set is_stopped = true where district = $1 and matter = $2 and finished_at is null', [district, matter]);
}

/** Notes how a work ended, if it is still this process's; says whether it was. Until the transaction ends nobody else can end or take it. */
export async function endLongWork(tx: Tx, district: string, matter: string, end: { readonly server: string; readonly finishedAt: Instant; readonly refused?: Text }): Promise<boolean> {
  const rows = await tx.query(
    'long_work.end', 'update long_work set finished_at = $4, refused = $5 where district = $1 and matter = $2 and server = $3 and finished_at is null returning matter',
    [district, matter, end.server, end.finishedAt, end.refused === undefined ? null : JSON.stringify(end.refused)],
  );
  return rows.length > 0;
}
