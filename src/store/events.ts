import type { Event } from '#kernel/matter.ts';
import type { SealedEvent } from '#kernel/trace.ts';
import type { Tx } from './database.ts';
import type { Entry } from './ledger.ts';
import { isMatterId } from './matter-row.ts';

/** Events that wait to be written. */
export const eventEntry: Entry<SealedEvent> = {
  write: (tx, rows) =>
    tx.query(
      'event.write',
      `insert into event (district, matter, mechanism, seq, action, at, by, from_stage, stage, set, said, reason, evidence, changes, cause_matter, cause_seq, is_sample, prev, hash)
       select $1, each.* from jsonb_to_recordset($2::jsonb) as each (
         matter uuid, mechanism text, seq integer, action text, at timestamptz, by jsonb, from_stage text, stage text, set jsonb, said jsonb, reason text, evidence jsonb, changes jsonb,
         cause_matter uuid, cause_seq integer, is_sample boolean, prev text, hash text)`,
      [
        rows[0]?.district,
        JSON.stringify(rows.map((event) => ({ ...event, from_stage: event.from, cause_matter: event.cause?.matter, cause_seq: event.cause?.seq, is_sample: event.isSample }))),
      ],
    ),
};

interface EventRow {
  readonly district: string; readonly matter: string; readonly mechanism: string; readonly seq: number; readonly action: string; readonly at: string; readonly by: Event['by'];
  readonly from_stage: string | null; readonly stage: string; readonly set: Record<string, unknown>; readonly said: Record<string, unknown>; readonly reason: string | null;
  readonly evidence: Event['evidence']; readonly changes: Event['changes']; readonly cause_matter: string | null; readonly cause_seq: number | null; readonly is_sample: boolean;
  readonly prev: string; readonly hash: string;
}

/** The trace of a matter, from its filing on. */
export async function eventsOf(tx: Tx, district: string, id: string): Promise<SealedEvent[]> {
  if (!isMatterId(id)) return [];
  const rows = await tx.query<EventRow>('event.of', `select * from event where district = $1 and matter = $2 order by seq`, [district, id]);
  return rows.map(toEvent);
}

/** The trace of every matter of a district, matter by matter, from after a given event on, so many events of it: a reader of everything goes on with the last one. */
export async function eventsAfter(tx: Tx, district: string, after: { readonly matter: string; readonly seq: number }, limit: number): Promise<SealedEvent[]> {
  const rows = await tx.query<EventRow>('event.after', `select * from event where district = $1 and (matter, seq) > ($2::uuid, $3) order by matter, seq limit $4`, [district, after.matter, after.seq, limit]);
  return rows.map(toEvent);
}

function toEvent(row: EventRow): SealedEvent {
  return {
    district: row.district,
    matter: row.matter,
    mechanism: row.mechanism,
    seq: row.seq,
    action: row.action,
    at: row.at,
    by: row.by,
    ...(row.from_stage === null ? {} : { from: row.from_stage }),
    stage: row.stage,
    set: row.set,
    said: row.said,
    ...(row.reason === null ? {} : { reason: row.reason }),
    evidence: row.evidence,
    changes: row.changes,
    ...(row.cause_matter === null || row.cause_seq === null ? {} : { cause: { matter: row.cause_matter, seq: row.cause_seq } }),
    isSample: row.is_sample,
    prev: row.prev,
    hash: row.hash,
  };
}
