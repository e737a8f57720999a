import type { Day, Instant } from '#kernel/calendar.ts';
import type { Light } from '#kernel/clock.ts';
import type { Event, Matter } from '#kernel/matter.ts';
import { binder, getName } from './conditions.ts';
import { assembledName, type Tx } from './database.ts';
import { matterColumns, toMatter, type MatterRow } from './matter-row.ts';
import { compileQuery, lightExpression, type MatterQuery } from './matter-query.ts';

/** A question to a register without page and order: what boards, calendars and counts are made from. */
export type Tallied = Omit<MatterQuery, 'page' | 'size' | 'order'>;

/** How many matters stand in each stage. */
export async function countByStage(tx: Tx, query: Tallied): Promise<ReadonlyMap<string, number>> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const sql = `select stage, count(*) as total from matter_here where ${where} group by stage`;
  const rows = await tx.query<{ stage: string; total: number }>(assembledName(sql), sql, values);
  return new Map(rows.map(({ stage, total }) => [stage, total]));
}

/** The matters of each due day: the first few of every day, each with how many that day has in all. */
export async function mattersByDueDay(tx: Tx, query: Tallied & { readonly due: { readonly from: Day; readonly to: Day } }, shown: number): Promise<readonly { readonly total: number; readonly matter: Matter }[]> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const district = bind(query.district);
  const sql = `
    with found as (
      select id as found_id, due_on as found_due, row_number() over (partition by due_on order by number collate "C" nulls last, id) as place, count(*) over (partition by due_on) as total
      from matter_here where ${where})
    select ${matterColumns}, total from found join matter_here on id = found_id where district = ${district} and place <= ${bind(shown)}::int order by found_due, place`;
  const rows = await tx.query<MatterRow & { total: number }>(assembledName(sql), sql, values);
  return rows.map((row) => ({ total: row.total, matter: toMatter(row) }));
}

/** Matters with a clock that is paused: they have no due day, so no calendar and no light shows them. */
export async function pausedMatters(tx: Tx, query: Tallied, shown: number): Promise<{ readonly total: number; readonly rows: readonly Matter[] }> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  // A pause that has not ended has no last day; stopping a clock ends its pause.
  const sql = `
    select ${matterColumns}, count(*) over () as total from matter_here
    where ${where} and clocks @? '$.*.pauses[*] ? (!exists(@.to))' order by changed_at desc, id limit ${bind(shown)}::int`;
  const rows = await tx.query<MatterRow & { total: number }>(assembledName(sql), sql, values);
  return { total: rows[0]?.total ?? 0, rows: rows.map(toMatter) };
}

/** How many matters each unit has a part in, by light. A matter counts for each of its units, as the register filtered by one does; those without a due day have no light, unless their register has a light of its own. */
export async function countByUnitAndLight(tx: Tx, query: Tallied): Promise<readonly { readonly unit: string; readonly light: Light; readonly total: number }[]> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const sql = `
    select unit, light, count(*) as total from (
      select unnest(units) as unit, ${lightExpression(query, bind)} as light from matter_here where ${where} and ${isLit(query)}
    ) as lit group by unit, light`;
  return tx.query<{ unit: string; light: Light; total: number }>(assembledName(sql), sql, values);
}

/** How many matters have each light, whichever units they belong to. */
export async function countByLight(tx: Tx, query: Tallied): Promise<readonly { readonly light: Light; readonly total: number }[]> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const sql = `
    select light, count(*) as total from (
      select ${lightExpression(query, bind)} as light from matter_here where ${where} and ${isLit(query)}
    ) as lit group by light`;
  return tx.query<{ light: Light; total: number }>(assembledName(sql), sql, values);
}

function isLit({ mechanism: { record } }: Tallied): string {
  return record.light === undefined ? 'due_on is not null' : 'true';
}

/** Something done to a matter, with what a sentence about it needs. */
export interface Happening {
  readonly matter: string;
  readonly seq: number;
  readonly number: string | null;
  readonly title: string;
  readonly action: string;
  readonly at: Instant;
  readonly by: Event['by'];
  readonly from: string | null;
  readonly stage: string;
}

/** The latest events from a moment on, on matters that the question finds, the newest first: what people did, and what the platform moved on. A nightly look that changed no stage would drown them. */
export async function eventsSince(tx: Tx, query: Tallied, since: Instant, shown: number): Promise<readonly Happening[]> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const district = bind(query.district);
  const sql = `
    select event.matter, event.seq, found.number, found.title, event.action, event.at, event.by, event.from_stage as "from", event.stage
    from event join (select id, number, title from matter_here where ${where}) as found on found.id = event.matter
    where event.district = ${district} and event.mechanism = '${getName(query.mechanism.record.key)}' and event.at >= ${bind(since)}::timestamptz
      and not (event.by->>'kind' = 'system' and event.from_stage is not distinct from event.stage)
    order by event.at desc, event.matter, event.seq desc limit ${bind(shown)}::int`;
  return tx.query<Happening>(assembledName(sql), sql, values);
}
