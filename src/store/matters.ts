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
import { fold, gramsOf, charactersOf, lexemeQuery, likePattern } from './grams.ts';
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

/** Which words of a matter the search holds, for matters locked here: what has not changed is not written again. */
const searchedOf = new WeakMap<Matter, string | null>();

/** A matter with its row locked to the end of the transaction, and the hash of its last event. */
export async function lockMatter(tx: Tx, district: string, id: string): Promise<{ readonly matter: Matter; readonly head: string } | undefined> {
  if (!isMatterId(id)) return undefined;
  const [row] = await tx.query<MatterRow & { head: string; searched: string | null }>(
    'matter.lock',
    `select ${matterColumns}, head, searched from matter where district = $1 and id = $2 for update`,
    [district, id],
  );
  if (!row) return undefined;
  const matter = toMatter(row);
  searchedOf.set(matter, row.searched);
  return { matter, head: row.head };
}

/** A matter by its id, if there is one. */
export async function findMatter(tx: Tx, district: string, id: string): Promise<Matter | undefined> {
  return (await findMatters(tx, district, [id]))[0];
}

/** Those of the matters that are there, in the order asked for. */
export async function findMatters(tx: Tx, district: string, ids: readonly string[]): Promise<Matter[]> {
  const asked = ids.filter(isMatterId);
  if (asked.length === 0) return [];
  const rows = await tx.query<MatterRow>('matter.find', `select ${matterColumns} from matter where district = $1 and id = any($2::uuid[])`, [district, asked]);
  const byId = new Map(rows.map((row) => [row.id, toMatter(row)]));
  return [...new Set(asked.map((id) => id.toLowerCase()))].flatMap((id) => byId.get(id) ?? []);
}

/** Writes an event and the row it leads to; what it changes of duties, clocks, links and words; and the line for whoever waits. */
export async function writeEvent(tx: Tx, event: SealedEvent, before: Matter | undefined, after: Matter, view: MatterView): Promise<void> {
  const mark = view.searched === undefined ? null : createHash('sha256').update(`${view.title}\n${view.searched}`).digest('base64').slice(0, 22);
  if (before) {
    await insertEvent(tx, event);
    await updateMatter(tx, event, before, after, view, mark);
  } else {
    await insertMatter(tx, event, after, view, mark);
    await insertEvent(tx, event);
  }
  await writeProjections(tx, event, after);
  if (view.searched !== undefined && (before === undefined || searchedOf.get(before) !== mark)) await writeSearched(tx, after, view.title, view.searched);
  await tx.query('outbox.write', 'insert into outbox (district, mechanism, matter, seq) values ($1, $2, $3, $4)', [event.district, event.mechanism, event.matter, event.seq]);
}

async function insertEvent(tx: Tx, event: SealedEvent): Promise<void> {
  await tx.query(
    'event.write',
    `insert into event (district, matter, mechanism, seq, action, at, by, from_stage, stage, set, said, reason, evidence, changes, cause_matter, cause_seq, is_sample, prev, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      event.district, event.matter, event.mechanism, event.seq, event.action, event.at, JSON.stringify(event.by), event.from ?? null, event.stage, JSON.stringify(event.set),
      JSON.stringify(event.said), event.reason ?? null, JSON.stringify(event.evidence), JSON.stringify(event.changes), event.cause?.matter ?? null, event.cause?.seq ?? null,
      event.isSample, event.prev, event.hash,
    ],
  );
}

async function insertMatter(tx: Tx, event: SealedEvent, after: Matter, view: MatterView, mark: string | null): Promise<void> {
  const written = await tx.query(
    'matter.insert',
    `insert into matter (district, id, mechanism, stage, number, year, version, title, lead_unit, units, due_on, facts, clocks, duties, links, doers, confined_to, filed_at, changed_at, is_sample, head, searched)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
     on conflict do nothing returning 1 as written`,
    [
      after.district, after.id, after.mechanism, after.stage, after.number ?? null, after.year, after.version, view.title, view.leadUnit ?? null, view.units, view.dueOn ?? null,
      JSON.stringify(after.facts), JSON.stringify(after.clocks), JSON.stringify(after.duties), JSON.stringify(after.links), JSON.stringify(after.doers), after.confinedTo ?? null,
      after.filedAt, after.changedAt, after.isSample, event.hash, mark,
    ],
  );
  if (written.length === 0) throw refuse('stale');
}

async function updateMatter(tx: Tx, event: SealedEvent, before: Matter, after: Matter, view: MatterView, mark: string | null): Promise<void> {
  const written = await tx.query(
    'matter.update',
    `update matter set stage = $4, number = $5, version = $6, title = $7, lead_unit = $8, units = $9, due_on = $10, facts = $11, clocks = $12, duties = $13, links = $14,
       doers = $15, confined_to = $16, changed_at = $17, head = $18, searched = $19
     where district = $1 and id = $2 and version = $3 returning 1 as written`,
    [
      after.district, after.id, before.version, after.stage, after.number ?? null, after.version, view.title, view.leadUnit ?? null, view.units, view.dueOn ?? null,
      JSON.stringify(after.facts), JSON.stringify(after.clocks), JSON.stringify(after.duties), JSON.stringify(after.links), JSON.stringify(after.doers), after.confinedTo ?? null,
      after.changedAt, event.hash, mark,
    ],
  );
  if (written.length === 0) throw refuse('stale');
}

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

/** The next number of a counter, without gaps: its row stays locked until the transaction ends, and a rollback gives the number back. */
export async function takeNumber(tx: Tx, district: string, counter: string, year: number | null): Promise<number> {
  const [row] = await tx.query<{ value: number }>(
    'counter.take',
    `insert into counter as held (district, counter, year, value) values ($1, $2, $3, 1)
     on conflict (district, counter, year) do update set value = held.value + 1 returning value`,
    [district, counter, year ?? 0],
  );
  if (!row) throw new Error(`the counter ${counter} gave no number`);
  return row.value;
}

/** A value that one matter of a mechanism holds alone. */
export interface UniqueValue {
  readonly district: string;
  readonly mechanism: string;
  readonly fact: string;
  readonly value: string;
  readonly matter: string;
}

/** Takes a value for a matter; no when another one holds it. Two who claim it at once wait for each other. */
export async function claimUnique(tx: Tx, claim: UniqueValue): Promise<boolean> {
  const claimed = await tx.query(
    'unique.claim',
    'insert into unique_value (district, mechanism, fact, value, matter) values ($1, $2, $3, $4, $5) on conflict do nothing returning 1 as claimed',
    [claim.district, claim.mechanism, claim.fact, claim.value, claim.matter],
  );
  if (claimed.length > 0) return true;
  const [holder] = await tx.query<{ matter: string }>(
    'unique.holder',
    'select matter from unique_value where district = $1 and mechanism = $2 and fact = $3 and value = $4',
    [claim.district, claim.mechanism, claim.fact, claim.value],
  );
  return holder?.matter === claim.matter;
}

/** Gives a value up, so that another matter may hold it. */
export async function releaseUnique(tx: Tx, { district, mechanism, fact, value, matter }: UniqueValue): Promise<void> {
  await tx.query(
    'unique.release',
    'delete from unique_value where district = $1 and mechanism = $2 and fact = $3 and value = $4 and matter = $5',
    [district, mechanism, fact, value, matter],
  );
}

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
  const offset = (query.page - 1) * query.size;
  const counted = [...values];
  const page = `select ${matterColumns} from matter_here where ${where} order by ${compileOrder(query)} limit ${bind(query.size)} offset ${bind(offset)}`;
  const rows = (await tx.query<MatterRow>(assembledName(page), page, values)).map(toMatter);
  // A page that is not full tells the total by itself.
  if (rows.length < query.size && (rows.length > 0 || offset === 0)) return { total: offset + rows.length, rows };
  const count = `select count(*) as total from matter_here where ${where}`;
  const [counts] = await tx.query<{ total: number }>(assembledName(count), count, counted);
  return { total: counts?.total ?? 0, rows };
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

function compileQuery(query: Omit<MatterQuery, 'page' | 'size'>, bind: Bind): string {
  const { district, mechanism: { record }, where, sights, bounds, light, unit, q, isSample } = query;
  const today = bounds.yellowBefore;
  return [
    `district = ${bind(district)}`,
    // Named in the text: indexes of facts hold the rows of one mechanism, and each mechanism gets plans of its own.
    `mechanism = '${getName(record.key)}'`,
    `is_sample = ${bind(isSample)}`,
    compileSights(sights, bind),
    ...(where ? [compile(where, record, today, bind)] : []),
    ...(light?.length ? [compileLights(light, bounds, bind)] : []),
    ...(unit ? [`units && ${bind([unit])}::text[]`] : []),
    ...(q?.trim() ? [compileWords(q, district, bind)] : []),
  ].join(' and ');
}

function compileLights(lights: readonly Light[], { redBefore, yellowBefore, blueUntil }: LightBounds, bind: Bind): string {
  const [red, yellow, blue] = [bind(redBefore), bind(yellowBefore), bind(blueUntil)];
  const days: Record<Light, string> = {
    grey: 'due_on is null',
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

/** Words as SQL over the search's table: by pairs of characters through the index, then letter by letter. */
export function compileSearch(q: string, bind: Bind): string {
  const words = fold(q.trim());
  const grams = gramsOf(words);
  if (grams.length === 0) return `grams @@ ${bind(lexemeQuery(charactersOf(words), '&'))}::tsquery`;
  return `grams @@ ${bind(lexemeQuery(grams, '&'))}::tsquery and folded like ${bind(likePattern(words))}`;
}

const orderColumns: Readonly<Record<string, string>> = { number: 'number collate "C"', title: 'title collate "C"', stage: 'stage', dueOn: 'due_on', filedAt: 'filed_at', changedAt: 'changed_at' };

function compileOrder({ mechanism: { record }, order = '-changedAt' }: Pick<MatterQuery, 'mechanism' | 'order'>): string {
  const name = order.replace(/^-/, '');
  const direction = order.startsWith('-') ? 'desc' : 'asc';
  const fact = Object.hasOwn(record.facts, name) ? record.facts[name] : undefined;
  const column = (Object.hasOwn(orderColumns, name) ? orderColumns[name] : undefined) ?? (fact ? `(${factExpression(getName(name), kindOf(fact).compare)})` : 'changed_at');
  // What has no value comes last either way; what is alike keeps its place from page to page. The change is never unknown, and its index is in this order.
  return column === 'changed_at' ? `changed_at ${direction}, id` : `${column} ${direction} nulls last, id`;
}

/** The matters of a mechanism that share most pairs of characters with a text: candidates for the same thing filed twice. */
export async function likelyAmong(tx: Tx, district: string, mechanism: string, grams: readonly string[], limit: number): Promise<Matter[]> {
  if (grams.length === 0) return [];
  const rows = await tx.query<MatterRow>(
    'matter.likely',
    `select ${matterColumns} from matter_here join (
       select matter, cardinality(array(select unnest(tsvector_to_array(grams)) intersect select unnest($4::text[]))) as shared
       from search_doc_here where district = $1 and mechanism = $2 and grams @@ $3::tsquery order by shared desc, matter limit $5
     ) as candidate on candidate.matter = id
     where district = $1 order by shared desc, id`,
    [district, mechanism, lexemeQuery(grams, '|'), grams, limit],
  );
  return rows.map(toMatter);
}

/** The matters whose due day lies before a day, the longest overdue first. */
export async function mattersDueBefore(tx: Tx, district: string, day: Day, limit: number): Promise<Matter[]> {
  const rows = await tx.query<MatterRow>('matter.due', `select ${matterColumns} from matter where district = $1 and due_on < $2 order by due_on, id limit $3`, [district, day, limit]);
  return rows.map(toMatter);
}
