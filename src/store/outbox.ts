import pg from 'pg';
import type { Tx } from './database.ts';
import type { Entry } from './ledger.ts';

/** Something that happened to a matter, numbered in the order of the transactions that did it. */
export interface OutboxRow {
  readonly id: number;
  readonly mechanism: string;
  readonly matter: string;
  readonly seq: number;
}

/** An id is a transaction's number and a place within it; so many places fit. Both together stay below 2^53 for 10^12 transactions. */
const places = 4096;

/** Lines that wait to be written with the events they tell of. */
export const outboxEntry: Entry<Omit<OutboxRow, 'id'> & { readonly district: string }> = {
  write: (tx, rows) =>
    tx.query(
      'outbox.write',
      'insert into outbox (district, mechanism, matter, seq) select $1, each.* from jsonb_to_recordset($2::jsonb) as each (mechanism text, matter uuid, seq integer)',
      [rows[0]?.district, JSON.stringify(rows)],
    ),
};

/** Something was said about a matter that did not change it: its open pages look again. */
export async function noteBeside(tx: Tx, district: string, { mechanism, matter, seq }: Omit<OutboxRow, 'id'>): Promise<void> {
  await tx.query('outbox.beside', 'insert into outbox (district, mechanism, matter, seq) values ($1, $2, $3, $4)', [district, mechanism, matter, seq]);
}

/** What happened after an id, in order. A transaction still under way holds later ones back, so that a reader who goes on from the last id misses nothing. */
export async function sinceOutbox(tx: Tx, district: string, id: number, limit: number): Promise<OutboxRow[]> {
  return tx.query(
    'outbox.since',
    `select * from (
       select xact * ${places} + least(row_number() over (partition by xact order by outbox.id), ${places - 1}) as id, mechanism, matter, seq
       from outbox where district = $1 and xact >= $2::bigint / ${places} and xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
     ) as happened where happened.id > $2::bigint order by happened.id, seq limit $3`,
    [district, id, limit],
  );
}

/** The id up to which everything that has happened is readable: where a new reader begins. */
export async function lastOutbox(tx: Tx, district: string): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    'outbox.last',
    `select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1) * ${places} + ${places - 1} as last where $1 <> ''`,
    [district],
  );
  return row?.last ?? 0;
}

/** Takes away what happened up to an id: every reader has long seen it. */
export async function trimOutbox(tx: Tx, district: string, upTo: number): Promise<void> {
  await tx.query('outbox.trim', `delete from outbox where district = $1 and xact < $2::bigint / ${places}`, [district, upTo]);
}

const channel = 'zhanqiao';
const quietFor = 50;
const retryAfter = 2_000;

/** A line between the processes of one installation. */
export interface Line {
  /** Tells the others that something was committed; many at once are told as one. */
  poke(): void;
  close(): Promise<void>;
}

/** Listens for what other processes commit. A line that breaks is taken up again, and then everything may be new. */
export async function listen(connection: pg.ClientConfig, onPoke: () => void): Promise<Line> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client(connection);
    next.on('notification', () => onPoke());
    next.on('error', () => {});
    next.on('end', () => {
      if (client === next) client = undefined;
      again();
    });
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
  }

  function again(): void {
    if (isClosed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().then(onPoke, again);
    }, retryAfter);
    retry.unref();
  }

  await connect();
  return {
    poke() {
      timer ??= setTimeout(() => {
        timer = undefined;
        // Whoever is not told now is told by the next poke, or finds it when it looks by itself.
        client?.query(`notify ${channel}`).catch(() => {});
      }, quietFor).unref();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(retry);
      await client?.end();
    },
  };
}
