import { randomUUID } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import type { Text } from '#kernel/words.ts';
import type { Tx } from './database.ts';

/** What is run to know that all is well. */
export type CheckKind = 'verify' | 'backup' | 'restoreTrial';

/** How it ended: whether all was well, and in words what was seen. */
export interface CheckOutcome {
  readonly isWell: boolean;
  readonly words: Text;
}

/** A run, under way or ended. */
export interface CheckRun {
  readonly id: string;
  readonly kind: CheckKind;
  readonly by: string;
  readonly startedAt: Instant;
  readonly done: number;
  readonly total: number | null;
  readonly finishedAt: Instant | null;
  readonly outcome: CheckOutcome | null;
}

const columns = 'id, kind, by, started_at as "startedAt", done, total, finished_at as "finishedAt", outcome';

/** Begins a run. */
export async function beginCheck(tx: Tx, district: string, { kind, by, startedAt, total }: Pick<CheckRun, 'kind' | 'by' | 'startedAt' | 'total'>): Promise<string> {
  const id = randomUUID();
  await tx.query('check_run.begin', 'insert into check_run (district, id, kind, by, started_at, total) values ($1, $2, $3, $4, $5, $6)', [district, id, kind, by, startedAt, total]);
  return id;
}

/** Notes how far a run is. */
export async function noteCheck(tx: Tx, district: string, id: string, done: number): Promise<void> {
  await tx.query('check_run.note', 'update check_run set done = $3 where district = $1 and id = $2', [district, id, done]);
}

/** Ends a run. */
export async function endCheck(tx: Tx, district: string, id: string, { done, outcome, finishedAt }: { readonly done: number; readonly outcome: CheckOutcome; readonly finishedAt: Instant }): Promise<void> {
  await tx.query('check_run.end', 'update check_run set done = $3, outcome = $4, finished_at = $5 where district = $1 and id = $2', [district, id, done, JSON.stringify(outcome), finishedAt]);
}

/** A run by its id. */
export async function findCheck(tx: Tx, district: string, id: string): Promise<CheckRun | undefined> {
  const [row] = await tx.query<CheckRun>('check_run.find', `select ${columns} from check_run where district = $1 and id = $2`, [district, id]);
  return row;
}

/** The latest run of each kind. */
export async function latestChecks(tx: Tx, district: string): Promise<CheckRun[]> {
  return tx.query('check_run.latest', `select distinct on (kind) ${columns} from check_run where district = $1 order by kind, started_at desc, id`, [district]);
}

/** The run of a kind that is still under way, if one is. */
export async function findRunning(tx: Tx, district: string, kind: CheckKind): Promise<CheckRun | undefined> {
  const [row] = await tx.query<CheckRun>('check_run.running', `select ${columns} from check_run where district = $1 and kind = $2 and finished_at is null order by started_at desc limit 1`, [district, kind]);
  return row;
}
