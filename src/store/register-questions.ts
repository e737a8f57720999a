import type { Day } from '#kernel/calendar.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { Event, Matter } from '#kernel/matter.ts';
import { binder, factExpression, getName } from './conditions.ts';
import { assembledName, type Tx } from './database.ts';
import { matterColumns, toMatter, type MatterRow } from './matter-row.ts';
import { compileQuery, type MatterQuery } from './matter-query.ts';
import type { Tallied } from './tallies.ts';

/** What many numbers come to together; nulls where there is none. */
export interface ColumnTotal {
  readonly count: number;
  readonly sum: number | null;
  readonly mean: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** The numbers of some facts, over all that a question finds. The caller names only facts the reader may read. */
export async function columnTotals(tx: Tx, query: Tallied, facts: readonly string[]): Promise<{ readonly total: number; readonly facts: ReadonlyMap<string, ColumnTotal> }> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const { record } = query.mechanism;
  const numberOf = (name: string) => {
    const fact = record.facts[name];
    if (!fact || kindOf(fact).compare !== 'number') throw new Error(`${name} is no number`);
    return `(${factExpression(getName(name), 'number')})`;
  };
  const numbers = facts.map(numberOf);
  // A rate that knows its parts is their sums over one another: a mean of ratios would give a small one the weight of a large.
  const meanOf = (number: string, at: number) => {
    const ratio = record.facts[facts[at] ?? '']?.ratio;
    if (!ratio) return `avg(${number})::float8`;
    const [of, over] = [numberOf(ratio.of), numberOf(ratio.over)];
    return `(sum(${of}) filter (where ${over} is not null) / nullif(sum(${over}) filter (where ${of} is not null) * ${bind(ratio.per)}::numeric, 0))::float8`;
  };
  // One pass over what is found; the numbers leave it exact and become floating only on their way out.
  const parts = numbers.flatMap((number, at) => [`count(${number}) as c${at}`, `sum(${number})::float8 as s${at}`, `${meanOf(number, at)} as a${at}`, `min(${number})::float8 as l${at}`, `max(${number})::float8 as m${at}`]);
  const sql = `select ${['count(*) as total', ...parts].join(', ')} from matter_here where ${where}`;
  const [row] = await tx.query<Record<string, number | null>>(assembledName(sql), sql, values);
  return {
    total: row?.['total'] ?? 0,
    facts: new Map(facts.map((name, at) => [name, { count: row?.[`c${at}`] ?? 0, sum: row?.[`s${at}`] ?? null, mean: row?.[`a${at}`] ?? null, least: row?.[`l${at}`] ?? null, most: row?.[`m${at}`] ?? null }])),
  };
}

/** The ids of what a question finds, in its order, with how many there are in all. */
export async function idsOf(tx: Tx, query: Tallied, most: number): Promise<{ readonly total: number; readonly rows: readonly { readonly id: string; readonly version: number }[] }> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const sql = `select id, version, count(*) over () as total from matter_here where ${where} order by changed_at desc, id limit ${bind(most)}::int`;
  const rows = await tx.query<{ id: string; version: number; total: number }>(assembledName(sql), sql, values);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ id, version }) => ({ id, version })) };
}

/** The matters that hold a place, the latest changed first, with how many do and how many do not. */
export async function placedMatters(tx: Tx, query: Tallied, fact: string, most: number): Promise<{ readonly placed: number; readonly unplaced: number; readonly rows: readonly Matter[] }> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const isPlaced = `jsonb_typeof(facts -> '${getName(fact)}') = 'object'`;
  const counted = `select count(*) filter (where ${isPlaced}) as placed, count(*) as total from matter_here where ${where}`;
  const [counts] = await tx.query<{ placed: number; total: number }>(assembledName(counted), counted, [...values]);
  const sql = `select ${matterColumns} from matter_here where ${where} and ${isPlaced} order by changed_at desc, id limit ${bind(most)}::int`;
  const rows = await tx.query<MatterRow>(assembledName(sql), sql, values);
  return { placed: counts?.placed ?? 0, unplaced: (counts?.total ?? 0) - (counts?.placed ?? 0), rows: rows.map(toMatter) };
}

/** A page of the matters of which something stands in the months between two days: filed by their end, and not ended before their beginning. */
export async function mattersOfTime(tx: Tx, query: Omit<MatterQuery, 'order'>, ended: readonly string[], { from, to }: { readonly from: Day; readonly to: Day }): Promise<{ readonly total: number; readonly rows: readonly Matter[] }> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const span = `filed_at < (${bind(to)}::date + 1)::timestamp at time zone 'Asia/Shanghai' and (stage <> all(${bind(ended)}::text[]) or changed_at >= ${bind(from)}::date::timestamp at time zone 'Asia/Shanghai')`;
  const sql = `select ${matterColumns}, count(*) over () as total from matter_here where ${where} and ${span} order by filed_at, id limit ${bind(query.size)}::int offset ${bind((query.page - 1) * query.size)}::int`;
  const rows = await tx.query<MatterRow & { total: number }>(assembledName(sql), sql, values);
  return { total: rows[0]?.total ?? 0, rows: rows.map(toMatter) };
}

/** What was done to some matters, in its order, without what was written. */
export async function movesOf(tx: Tx, district: string, ids: readonly string[]): Promise<readonly (Pick<Event, 'matter' | 'seq' | 'at' | 'action' | 'stage'> & { readonly from: string | null })[]> {
  if (ids.length === 0) return [];
  return tx.query('event.moves', 'select matter, seq, at, action, stage, from_stage as "from" from event where district = $1 and matter = any($2::uuid[]) order by matter, seq', [district, ids]);
}
