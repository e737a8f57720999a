import { createHash } from 'node:crypto';
import type { Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import { refuse } from '#kernel/refusal.ts';
import type { SealedEvent } from '#kernel/trace.ts';
import type { Tx } from './database.ts';
import { eventEntry } from './events.ts';
import { enter, type Entry } from './ledger.ts';
import { lockedBy, readBy } from './matters-held.ts';
import { outboxEntry } from './outbox.ts';
import { writeProjections, writeSearched } from './projections.ts';

/** What lists and the search need of a matter beside what is in it. */
export interface MatterView {
  readonly title: string;
  readonly leadUnit?: string;
  readonly units: readonly string[];
  readonly dueOn?: Day;
  readonly searched?: string;
}

/**
 * Writes an event and the row it leads to; what it changes of duties, clocks, links and words; and the line for whoever waits. In a
 * transaction it is entered into the ledger and goes out with the next question. Where somebody else was faster the refusal `stale` is
 * thrown, by this or by what is asked afterwards.
 */
export async function writeEvent(tx: Tx, event: SealedEvent, before: Matter | undefined, after: Matter, view: MatterView): Promise<void> {
  const { district, mechanism, matter, seq } = event;
  const mark = view.searched === undefined ? null : createHash('sha256').update(`${view.title}\n${view.searched}`).digest('base64').slice(0, 22);
  const locked = lockedBy(tx);
  const known = before && locked.get(matter);
  const searched = known?.matter === before ? known?.searched : undefined;
  // The row first: it knows whether somebody was faster, and every event belongs to one.
  await enter<Written>(tx, matterEntry, matter, { was: before?.version, after, view, head: event.hash, mark }, (earlier, later) => ({ ...later, was: earlier.was }));
  await enter(tx, eventEntry, `${matter}/${seq}`, event);
  await writeProjections(tx, event, after);
  if (view.searched !== undefined && searched !== mark) await writeSearched(tx, after, view.title, view.searched);
  await enter(tx, outboxEntry, `${matter}/${seq}`, { district, mechanism, matter, seq });
  locked.set(matter, { matter: after, head: event.hash, searched: mark });
  readBy(tx)?.found.delete(mechanism);
}

/** A row as an event, or several in one transaction, leave it. */
export interface Written {
  /** The version that stands in the database; none when the matter is new. */
  readonly was: number | undefined;
  readonly after: Matter;
  readonly view: MatterView;
  readonly head: string;
  readonly mark: string | null;
}

/** Rows of matters that wait to be written: new ones in one statement, changed ones by themselves as long as they are few. */
export const matterEntry: Entry<Written> = {
  comesFirst: true,
  write: (tx, rows) => {
    const [made, changed] = [rows.filter(({ was }) => was === undefined), rows.filter(({ was }) => was !== undefined)];
    return Promise.all([...(made.length > 0 ? [insertMatters(tx, made)] : []), ...(changed.length < fewest ? changed.map((row) => updateMatter(tx, row)) : [updateMatters(tx, changed)])]);
  },
};

/** From so many rows on one statement pays, though it is planned anew each time. */
const fewest = 12;

async function insertMatters(tx: Tx, rows: readonly Written[]): Promise<void> {
  const inserted = tx.query(
    'matter.insert',
    `insert into matter (district, id, mechanism, stage, number, year, version, title, lead_unit, units, due_on, facts, clocks, duties, links, doers, confined_to, filed_at, changed_at, is_sample, head, searched)
     select $1, each.* from jsonb_to_recordset($2::jsonb) as each (
       id uuid, mechanism text, stage text, number text, year integer, version integer, title text, lead_unit text, units text[], due_on date, facts jsonb, clocks jsonb, duties jsonb, links jsonb, doers jsonb,
       confined_to text[], filed_at timestamptz, changed_at timestamptz, is_sample boolean, head text, searched text)`,
    [rows[0]?.after.district, JSON.stringify(rows.map(columnsOf))],
  );
  await inserted.catch(toldStale);
}

function columnsOf({ was, after, view, head, mark }: Written) {
  return {
    id: after.id, was, mechanism: after.mechanism, stage: after.stage, number: after.number, year: after.year, version: after.version, title: view.title, lead_unit: view.leadUnit, units: view.units,
    due_on: view.dueOn, facts: after.facts, clocks: after.clocks, duties: after.duties, links: after.links, doers: after.doers, confined_to: after.confinedTo, filed_at: after.filedAt,
    changed_at: after.changedAt, is_sample: after.isSample, head, searched: mark,
  };
}

/** Another row of that id, or one of another version, breaks a constraint: so the database itself lets no transaction end that was overtaken. */
function toldStale(failure: unknown): never {
  const { code, constraint = '', column = '' } = failure as { readonly code?: string; readonly constraint?: string; readonly column?: string };
  if ((code === '23505' && constraint.startsWith('matter_pkey')) || (code === '23502' && column === 'version')) throw refuse('stale');
  throw failure;
}

/**
 * Many in one statement, without a name: its plan is made for the table as it is now, and for so many ids. Were they told by the rows
 * alone, a hundred would be guessed, and for a hundred the whole table read.
 */
async function updateMatters(tx: Tx, rows: readonly Written[]): Promise<void> {
  const updated = tx.query(
    '',
    `update matter set stage = each.stage, number = each.number, version = case when matter.version = each.was then each.version end, title = each.title, lead_unit = each.lead_unit, units = each.units,
       due_on = each.due_on, facts = each.facts, clocks = each.clocks, duties = each.duties, links = each.links, doers = each.doers, confined_to = each.confined_to, changed_at = each.changed_at,
       head = each.head, searched = each.searched
     from jsonb_to_recordset($2::jsonb) as each (
       id uuid, was integer, stage text, number text, version integer, title text, lead_unit text, units text[], due_on date, facts jsonb, clocks jsonb, duties jsonb, links jsonb, doers jsonb,
       confined_to text[], changed_at timestamptz, head text, searched text)
     where matter.district = $1 and matter.id = each.id and matter.id = any($3::uuid[])`,
    [rows[0]?.after.district, JSON.stringify(rows.map(columnsOf)), rows.map(({ after }) => after.id)],
  );
  await updated.catch(toldStale);
}

/** A few one by one: the plan for a single row never depends on how large the table was when it was made. */
async function updateMatter(tx: Tx, { was, after, view, head, mark }: Written): Promise<void> {
  const updated = tx.query(
    'matter.update',
    `update matter set stage = $4, number = $5, version = case when version = $3 then $6::integer end, title = $7, lead_unit = $8, units = $9, due_on = $10, facts = $11, clocks = $12, duties = $13,
       links = $14, doers = $15, confined_to = $16, changed_at = $17, head = $18, searched = $19
     where district = $1 and id = $2`,
    [
      after.district, after.id, was, after.stage, after.number ?? null, after.version, view.title, view.leadUnit ?? null, view.units, view.dueOn ?? null,
      JSON.stringify(after.facts), JSON.stringify(after.clocks), JSON.stringify(after.duties), JSON.stringify(after.links), JSON.stringify(after.doers), after.confinedTo ?? null,
      after.changedAt, head, mark,
    ],
  );
  await updated.catch(toldStale);
}
