import { createHash } from 'node:crypto';
import type { Day } from '#kernel/calendar.ts';
import type { Light, LightBounds } from '#kernel/clock.ts';
import type { Condition } from '#kernel/condition.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { Event, Matter } from '#kernel/matter.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { refuse } from '#kernel/refusal.ts';
import type { SealedEvent } from '#kernel/trace.ts';
import { binder, compile, factExpression, getName, type Bind } from './conditions.ts';
import { assembledName, type Tx } from './database.ts';
import { fold, gramsOf, charactersOf, lexemeQuery } from './grams.ts';
import { enter, isTransaction, isWaiting, type Entry } from './ledger.ts';
import { isMatterId, matterColumns, toMatter, type MatterRow } from './matter-row.ts';
import { writeProjections, writeSearched } from './projections.ts';
import { compileSights, type Sights } from './sights.ts';

export type { Sights } from './sights.ts';

/** What lists and the search need of a matter beside what is in it. */
export interface MatterView {
  readonly title: string;
  readonly leadUnit?: string;
  readonly units: readonly string[];
  readonly dueOn?: Day;
  readonly searched?: string;
}

/** A matter locked here with the hash of its last event and which words of it the search holds: what has not changed is not written again. */
interface Locked {
  readonly matter: Matter;
  readonly head: string;
  readonly searched: string | null;
}

/** Nobody else changes what a transaction has locked: as its actions have left it is how it stands, written or not. */
const lockedIn = new WeakMap<Tx, Map<string, Locked>>();

/** A matter with its row locked to the end of the transaction, and the hash of its last event. */
export async function lockMatter(tx: Tx, district: string, id: string): Promise<{ readonly matter: Matter; readonly head: string } | undefined> {
  if (!isMatterId(id)) return undefined;
  const locked = lockedBy(tx);
  const key = id.toLowerCase();
  if (!locked.has(key)) {
    // One alone by a statement of its own: the plan for a list of ids is made anew at every call, and takes longer than the lock.
    const [row] = await tx.beside<LockedRow>('matter.lock', `select ${matterColumns}, head, searched from matter where district = $1 and id = $2 for update`, [district, key]);
    if (row) keepLocked(tx, row);
  }
  return locked.get(key);
}

/** Locks the matters that a transaction is going to change, in one order for everybody. */
export async function lockMatters(tx: Tx, district: string, ids: readonly string[]): Promise<void> {
  const locked = lockedBy(tx);
  const wanted = ids.filter((id) => isMatterId(id) && !locked.has(id.toLowerCase()));
  if (wanted.length === 0) return;
  const rows = await tx.beside<LockedRow>(
    'matter.lockAll',
    `select ${matterColumns}, head, searched from matter where district = $1 and id = any($2::uuid[]) order by id for update`,
    [district, wanted],
  );
  for (const row of rows) keepLocked(tx, row);
}

type LockedRow = MatterRow & { readonly head: string; readonly searched: string | null };

function keepLocked(tx: Tx, row: LockedRow): void {
  lockedBy(tx).set(row.id, { matter: toMatter(row), head: row.head, searched: row.searched });
}

function lockedBy(tx: Tx): Map<string, Locked> {
  const locked = lockedIn.get(tx) ?? new Map<string, Locked>();
  lockedIn.set(tx, locked);
  return locked;
}

/** A matter by its id, if there is one. */
export async function findMatter(tx: Tx, district: string, id: string): Promise<Matter | undefined> {
  return (await findMatters(tx, district, [id]))[0];
}

/** Those of the matters that are there, in the order asked for. */
export async function findMatters(tx: Tx, district: string, ids: readonly string[]): Promise<Matter[]> {
  const asked = ids.filter(isMatterId);
  if (asked.length === 0) return [];
  const [locked, read] = [lockedBy(tx), readIn.get(tx)?.matters];
  const known = (id: string) => locked.get(id)?.matter ?? read?.get(id);
  const wanted = [...new Set(asked.map((id) => id.toLowerCase()))];
  const others = new Map((await rowsOf(tx, district, wanted.filter((id) => known(id) === undefined))).map((row) => [row.id, toMatter(row)]));
  for (const [id, matter] of others) read?.set(id, matter);
  return wanted.flatMap((id) => known(id) ?? others.get(id) ?? []);
}

/** Reads what many actions of a transaction are going to look at. From here on it reads everything once: as it stood then, unless the transaction itself changes it. */
export async function readAhead(tx: Tx, district: string, ids: readonly string[]): Promise<void> {
  if (!readIn.has(tx)) readIn.set(tx, { matters: new Map(), found: new Map() });
  await findMatters(tx, district, ids);
}

/** What a transaction that reads ahead has read: matters by their ids, and by the mechanism what its questions found. */
interface Read {
  readonly matters: Map<string, Matter>;
  readonly found: Map<string, Map<string, readonly Matter[]>>;
}

const readIn = new WeakMap<Tx, Read>();

async function rowsOf(tx: Tx, district: string, ids: readonly string[]): Promise<MatterRow[]> {
  const [first, ...more] = ids;
  if (first === undefined) return [];
  if (more.length === 0) return tx.beside('matter.find', `select ${matterColumns} from matter where district = $1 and id = $2`, [district, first]);
  return tx.beside('matter.findAll', `select ${matterColumns} from matter where district = $1 and id = any($2::uuid[])`, [district, ids]);
}

/** Writes an event and the row it leads to; what it changes of duties, clocks, links and words; and the line for whoever waits. */
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
  readIn.get(tx)?.found.delete(mechanism);
}

/** A row as an event, or several in one transaction, leave it. */
interface Written {
  /** The version that stands in the database; none when the matter is new. */
  readonly was: number | undefined;
  readonly after: Matter;
  readonly view: MatterView;
  readonly head: string;
  readonly mark: string | null;
}

const matterEntry: Entry<Written> = {
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

const eventEntry: Entry<SealedEvent> = {
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

const outboxEntry: Entry<{ readonly district: string; readonly mechanism: string; readonly matter: string; readonly seq: number }> = {
  write: (tx, rows) =>
    tx.query(
      'outbox.write',
      'insert into outbox (district, mechanism, matter, seq) select $1, each.* from jsonb_to_recordset($2::jsonb) as each (mechanism text, matter uuid, seq integer)',
      [rows[0]?.district, JSON.stringify(rows)],
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

/** The trace of every matter of a district, matter by matter, from after a given event on. */
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

/** The links that other matters declare to this one: the other's mechanism and id. */
export async function linksTo(tx: Tx, district: string, id: string): Promise<{ readonly type: string; readonly mechanism: string; readonly from: string }[]> {
  if (!isMatterId(id)) return [];
  return tx.query('link.to', `select type, mechanism, matter as "from" from link where district = $1 and to_matter = $2 order by matter, type`, [district, id]);
}

/** Every tie that one of the matters has, declared on either side. */
export async function tiesAround(tx: Tx, district: string, ids: readonly string[]): Promise<{ readonly type: string; readonly mechanism: string; readonly from: string; readonly to: string }[]> {
  return tx.query('link.around', `select type, mechanism, matter as "from", to_matter as "to" from link where district = $1 and (matter = any($2::uuid[]) or to_matter = any($2::uuid[])) order by matter, to_matter, type`, [district, ids.filter(isMatterId)]);
}

/** The next number of a counter, without gaps: its row stays locked until the transaction ends, and a rollback gives the number back. */
export async function takeNumber(tx: Tx, district: string, counter: string, year: number | null): Promise<number> {
  if (!isTransaction(tx)) return lockCounter(tx, district, counter, year ?? 0);
  const taken = takenIn.get(tx) ?? new Map<string, Promise<number>>();
  takenIn.set(tx, taken);
  const key = `${counter}/${year ?? 0}`;
  const before = taken.get(key);
  // Once locked nobody else takes one: the numbers after the first are counted here, and where it stands is written in the end.
  const next = before ? before.then((value) => value + 1) : lockCounter(tx, district, counter, year ?? 0);
  taken.set(key, next);
  const value = await next;
  if (before) await enter(tx, counterEntry, key, { district, counter, year: year ?? 0, value });
  return value;
}

const takenIn = new WeakMap<Tx, Map<string, Promise<number>>>();

async function lockCounter(tx: Tx, district: string, counter: string, year: number): Promise<number> {
  const [row] = await tx.beside<{ value: number }>(
    'counter.take',
    `insert into counter as held (district, counter, year, value) values ($1, $2, $3, 1)
     on conflict (district, counter, year) do update set value = held.value + 1 returning value`,
    [district, counter, year],
  );
  if (!row) throw new Error(`the counter ${counter} gave no number`);
  return row.value;
}

const counterEntry: Entry<{ readonly district: string; readonly counter: string; readonly year: number; readonly value: number }> = {
  write: (tx, rows) =>
    tx.query(
      'counter.leave',
      `update counter set value = each.value from jsonb_to_recordset($2::jsonb) as each (counter text, year integer, value integer)
       where counter.district = $1 and counter.counter = each.counter and counter.year = each.year`,
      [rows[0]?.district, JSON.stringify(rows)],
    ),
};

/** A question to a register: who asks for what, in which order, which page of it. */
export interface MatterQuery {
  readonly district: string;
  readonly mechanism: AnyMechanism;
  readonly where: Condition | undefined;
  readonly sights: Sights;
  readonly bounds: LightBounds;
  readonly light?: readonly Light[];
  /** A unit with a part in it: lead, co-unit or holder of a duty. */
  readonly unit?: string;
  /** Units of which one at least has a part in it. */
  readonly mine?: readonly string[];
  /** Running out within these days, both included. */
  readonly due?: { readonly from?: Day; readonly to?: Day };
  /** Words within what the search holds of it. */
  readonly q?: string;
  /** A column or a fact; `-` before it for the largest first. */
  readonly order?: string;
  readonly page: number;
  readonly size: number;
  readonly isSample: boolean;
}

/** A page of a register with how many there are in all. */
export async function listMatters(tx: Tx, query: MatterQuery): Promise<{ readonly total: number; readonly rows: Matter[] }> {
  const { bind, values } = binder();
  const where = compileQuery(query, bind);
  const counted = [...values];
  const offset = (query.page - 1) * query.size;
  const cut = `limit ${bind(query.size)} offset ${bind(offset)}`;
  const page = isWalkable(query) ? `select ${matterColumns} from matter_here where ${where} order by ${compileOrder(query)} ${cut}` : gatheredPage(query, where, cut);
  const rows = await tx.query<MatterRow & { total?: number }>(assembledName(page), page, values);
  return { rows: rows.map(toMatter), total: rows[0]?.total ?? (await countFound(tx, where, counted, { rows: rows.length, offset, size: query.size })) };
}

/** Whether the index of changes gives the page by itself, row after row. */
function isWalkable({ where, sights, light, unit, mine, due, q, order = '-changedAt' }: MatterQuery): boolean {
  return /^-?changedAt$/.test(order) && !where && !light?.length && !unit && !mine && !due && !q?.trim() && sights.kind === 'all';
}

/** All that is found must be looked at for the total; the page is then taken out of it by its ids alone, and only its rows are read whole. */
function gatheredPage(query: MatterQuery, where: string, cut: string): string {
  const { expression, rest } = orderOf(query);
  return `
    with found as materialized (select id as found_id, ${expression} as place from matter_here where ${where}),
      page as (select found_id, place from found order by place ${rest}, found_id ${cut})
    select ${matterColumns}, (select count(*) from found) as total from page join matter_here on id = found_id where district = $1 order by place ${rest}, id`;
}

/** A page that is neither full nor beyond the end tells the total by itself. */
async function countFound(tx: Tx, where: string, values: readonly unknown[], { rows, offset, size }: { readonly rows: number; readonly offset: number; readonly size: number }): Promise<number> {
  if (rows < size && (rows > 0 || offset === 0)) return offset + rows;
  const sql = `select count(*) as total from matter_here where ${where}`;
  const [counts] = await tx.query<{ total: number }>(assembledName(sql), sql, values);
  return counts?.total ?? 0;
}

/** What a question finds, all of it or the first so many, in one journey: for questions whose answer a rule holds in its hand. */
export async function mattersFound(tx: Tx, query: Omit<MatterQuery, 'page' | 'size' | 'q'>, most?: number): Promise<readonly Matter[]> {
  const { bind, values } = binder();
  const where = compileQuery(query, bind);
  const sql = `select ${matterColumns} from matter_here where ${where} order by ${compileOrder(query)}${most === undefined ? '' : ` limit ${bind(most)}`}`;
  const { key } = query.mechanism.record;
  const question = `${sql} ${JSON.stringify(values)}`;
  const kept = readIn.get(tx)?.found;
  const earlier = kept?.get(key)?.get(question);
  if (earlier) return earlier;
  // Only rows of its own mechanism can change the answer: where none waits, the others go on waiting.
  const ask = isWaiting(tx, matterEntry, ({ after }) => after.mechanism === key) ? tx.query : tx.beside;
  const found = (await ask<MatterRow>(assembledName(sql), sql, values)).map(toMatter);
  kept?.set(key, (kept.get(key) ?? new Map<string, readonly Matter[]>()).set(question, found));
  return found;
}

/** So many of what a question finds after a matter, in the order of their ids: for work that goes through a register part by part. */
export async function mattersAfter(tx: Tx, query: Omit<MatterQuery, 'page' | 'size'>, { after, limit }: { readonly after: string; readonly limit: number }): Promise<Matter[]> {
  const { bind, values } = binder();
  const where = compileQuery(query, bind);
  const sql = `select ${matterColumns} from matter_here where ${where} and id > ${bind(after === '' ? '00000000-0000-0000-0000-000000000000' : after)}::uuid order by id limit ${bind(limit)}::int`;
  return (await tx.query<MatterRow>(assembledName(sql), sql, values)).map(toMatter);
}

/** Every matter a question finds, one after another, however many there are. */
export async function* eachMatter(tx: Tx, query: Omit<MatterQuery, 'page' | 'size'>): AsyncGenerator<Matter> {
  const { bind, values } = binder();
  const where = compileQuery(query, bind);
  const cursor = `each_matter_${(cursors += 1)}`;
  // Held beyond the statement, because not every caller stands in a transaction; the server spools what it finds.
  await tx.query('', `declare ${cursor} no scroll cursor with hold for select ${matterColumns} from matter_here where ${where} order by ${compileOrder(query)}`, values);
  try {
    for (;;) {
      const rows = await tx.query<MatterRow>('', `fetch 500 from ${cursor}`, []);
      for (const row of rows) yield toMatter(row);
      if (rows.length < 500) return;
    }
  } finally {
    await tx.query('', `close ${cursor}`, []);
  }
}

let cursors = 0;

/** What a question finds, as SQL over the columns of a matter: every list, board and count of matters asks by these words. */
export function compileQuery(query: Omit<MatterQuery, 'page' | 'size'>, bind: Bind): string {
  const { district, mechanism: { record }, where, sights, bounds, light, unit, mine, due, q, isSample } = query;
  const today = bounds.yellowBefore;
  return [
    `district = ${bind(district)}`,
    // Named in the text: indexes of facts hold the rows of one mechanism, and each mechanism gets plans of its own.
    `mechanism = '${getName(record.key)}'`,
    `is_sample = ${bind(isSample)}`,
    compileSights(sights, bind),
    ...(where ? [compile(where, record, today, bind)] : []),
    ...(light?.length ? [compileLights(light, query, bind)] : []),
    ...(unit ? [`units && ${bind([unit])}::text[]`] : []),
    ...(mine ? [`units && ${bind(mine)}::text[]`] : []),
    ...(due?.from ? [`due_on >= ${bind(due.from)}::date`] : []),
    ...(due?.to ? [`due_on <= ${bind(due.to)}::date`] : []),
    ...(q?.trim() ? [compileWords(q, district, bind)] : []),
  ].join(' and ');
}

/** The light of a matter as SQL: the fact that is its own, or what its due day says. */
export function lightExpression({ mechanism: { record }, bounds }: Pick<MatterQuery, 'mechanism' | 'bounds'>, bind: Bind): string {
  if (record.light !== undefined) return `coalesce(facts ->> '${getName(record.light)}', 'grey')`;
  const [red, yellow, blue] = [bind(bounds.redBefore), bind(bounds.yellowBefore), bind(bounds.blueUntil)];
  return `case when due_on < ${red}::date then 'red' when due_on < ${yellow}::date then 'yellow' when due_on <= ${blue}::date then 'blue' when due_on is not null then 'green' else 'grey' end`;
}

function compileLights(lights: readonly Light[], { mechanism: { record }, bounds: { redBefore, yellowBefore, blueUntil } }: Pick<MatterQuery, 'mechanism' | 'bounds'>, bind: Bind): string {
  const { light: fact } = record;
  if (fact !== undefined) return compile({ any: [{ fact, in: lights }, ...(lights.includes('grey') ? [{ fact, present: false }] : [])] }, record, yellowBefore, bind);
  const [red, yellow, blue] = [bind(redBefore), bind(yellowBefore), bind(blueUntil)];
  const days: Record<Light, string> = {
    grey: 'due_on is null',
    orange: 'false',
    red: `due_on < ${red}::date`,
    yellow: `(due_on >= ${red}::date and due_on < ${yellow}::date)`,
    blue: `(due_on >= ${yellow}::date and due_on <= ${blue}::date)`,
    green: `due_on > ${blue}::date`,
  };
  // Each bound is named even where no asked light needs it: a value without a place has no type.
  return `((${lights.map((light) => days[light]).join(' or ')}) and ${red}::date <= ${yellow}::date and ${yellow}::date <= ${blue}::date)`;
}

function compileWords(q: string, district: string, bind: Bind): string {
  return `id in (select matter from search_doc_here where district = ${bind(district)} and ${compileSearch(q, bind)})`;
}

/**
 * Words as SQL over the search's table: by pairs of characters through the index, then letter by letter. Asked by `strpos`: what LIKE is
 * going to find is guessed anew for each word, and for the guess the whole statement is planned anew, which takes as long as to run it.
 */
export function compileSearch(q: string, bind: Bind): string {
  const words = fold(q.trim());
  const grams = gramsOf(words);
  if (grams.length === 0) return `grams @@ ${bind(lexemeQuery(charactersOf(words)))}::tsquery`;
  return `grams @@ ${bind(lexemeQuery(grams))}::tsquery and strpos(folded, ${bind(words)}) > 0`;
}

const orderColumns: Readonly<Record<string, string>> = { number: 'number collate "C"', title: 'title collate "C"', stage: 'stage', dueOn: 'due_on', filedAt: 'filed_at', changedAt: 'changed_at' };

/** What a list is ordered by. What has no value comes last either way; the change is never unknown, and its index is in this order. */
function orderOf({ mechanism: { record }, order = '-changedAt' }: Pick<MatterQuery, 'mechanism' | 'order'>): { readonly expression: string; readonly rest: string } {
  const name = order.replace(/^-/, '');
  const direction = order.startsWith('-') ? 'desc' : 'asc';
  const fact = Object.hasOwn(record.facts, name) ? record.facts[name] : undefined;
  const expression = Object.hasOwn(orderColumns, name) ? orderColumns[name] : fact && `(${factExpression(getName(name), kindOf(fact).compare)})`;
  if (expression === undefined) return { expression: 'changed_at', rest: 'desc' };
  return { expression, rest: expression === 'changed_at' ? direction : `${direction} nulls last` };
}

/** What is alike keeps its place from page to page. */
function compileOrder(query: Pick<MatterQuery, 'mechanism' | 'order'>): string {
  const { expression, rest } = orderOf(query);
  return `${expression} ${rest}, id`;
}
