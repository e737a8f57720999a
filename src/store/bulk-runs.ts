import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** Work in the background after an action: under way or ended. */
export interface BulkRun {
  readonly id: string;
  readonly matter: string;
  readonly action: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Where it has got to: which part of the work, and the last row of it that is in. */
  readonly step: string;
  readonly reached: string;
  readonly done: number;
  readonly total: number;
  /** Who caused it; the platform itself when absent. */
  readonly by: string | null;
  readonly post: string | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly outcome: Readonly<Record<string, unknown>> | null;
}

const columns = 'id, matter, action, state, step, reached, done, total, by, post, started_at as "startedAt", finished_at as "finishedAt", outcome';

/** Begins a run. */
export async function beginBulk(tx: Tx, district: string, run: Pick<BulkRun, 'id' | 'matter' | 'action' | 'by' | 'post' | 'startedAt'>): Promise<void> {
  await tx.query(
    'bulk_run.begin', `insert into bulk_run (district, id, matter, action, state, by, post, started_at) values ($1, $2, $3, $4, 'running', $5, $6, $7)`,
    [district, run.id, run.matter, run.action, run.by, run.post, run.startedAt],
  );
}

/** Gives a run that has not ended to a worker. Whoever had it before finds it gone at its next part: two never write to one run. */
export async function takeBulk(tx: Tx, district: string, id: string, worker: string): Promise<BulkRun | undefined> {
  const [row] = await tx.query<BulkRun>('bulk_run.take', `update bulk_run set taken_by = $3 where district = $1 and id = $2 and finished_at is null returning ${columns}`, [district, id, worker]);
  return row;
}

/** Whether a run is still this worker's; if so locked until the end of the transaction, so that nobody cancels or takes what is just being written. */
export async function holdBulk(tx: Tx, district: string, id: string, worker: string): Promise<boolean> {
  const rows = await tx.query('bulk_run.hold', 'select from bulk_run where district = $1 and id = $2 and taken_by = $3 and finished_at is null for update', [district, id, worker]);
  return rows.length > 0;
}

/** Keeps a run where it is until the end of the transaction, for rows that hang on it by the hundred thousand: what a foreign key would ask once a row. Throws when there is no such run. */
export async function keepBulk(tx: Tx, district: string, id: string): Promise<void> {
  const rows = await tx.query('bulk_run.keep', 'select from bulk_run where district = $1 and id = $2 for key share', [district, id]);
  if (rows.length === 0) throw new Error(`No run ${id} in ${district}.`);
}

/** A run by its id. */
export async function findBulk(tx: Tx, district: string, id: string): Promise<BulkRun | undefined> {
  const [row] = await tx.query<BulkRun>('bulk_run.find', `select ${columns} from bulk_run where district = $1 and id = $2`, [district, id]);
  return row;
}

/** The runs of a matter, the latest first. */
export async function bulkRunsOf(tx: Tx, district: string, matter: string): Promise<BulkRun[]> {
  return tx.query('bulk_run.of', `select ${columns} from bulk_run where district = $1 and matter = $2 order by started_at desc, id desc`, [district, matter]);
}

/** The runs of a district that have not ended, the first one first. */
export async function bulkRunsUnderWay(tx: Tx, district: string): Promise<BulkRun[]> {
  return tx.query('bulk_run.under way', `select ${columns} from bulk_run where district = $1 and state = 'running' order by started_at, id`, [district]);
}

/** Notes where a run has got to. */
export async function noteBulk(tx: Tx, district: string, id: string, at: Pick<BulkRun, 'step' | 'reached' | 'done' | 'total'>): Promise<void> {
  await tx.query('bulk_run.note', 'update bulk_run set step = $3, reached = $4, done = $5, total = $6 where district = $1 and id = $2', [district, id, at.step, at.reached, at.done, at.total]);
}

/** Ends a run that has not ended yet: a worker only one that is still its own. Says whether it did. */
export async function endBulk(tx: Tx, district: string, id: string, end: Pick<BulkRun, 'state' | 'outcome'> & { readonly finishedAt: Instant; readonly worker?: string }): Promise<boolean> {
  const rows = await tx.query(
    'bulk_run.end', 'update bulk_run set state = $3, outcome = $4, finished_at = $5 where district = $1 and id = $2 and finished_at is null and ($6::uuid is null or taken_by = $6) returning id',
    [district, id, end.state, end.outcome === null ? null : JSON.stringify(end.outcome), end.finishedAt, end.worker ?? null],
  );
  return rows.length > 0;
}

/** Lets a run that failed or was cancelled go on from where it stopped; says whether it had stopped. */
export async function resumeBulk(tx: Tx, district: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    'bulk_run.resume', `update bulk_run set state = 'running', finished_at = null, outcome = null where district = $1 and id = $2 and state in ('cancelled', 'failed') returning id`, [district, id],
  );
  return rows.length > 0;
}
