import type { Matter } from '#kernel/matter.ts';
import { binder } from './conditions.ts';
import { assembledName, type Tx } from './database.ts';
import { isWaiting } from './ledger.ts';
import { compileOrder, compileQuery, orderOf, type MatterQuery } from './matter-query.ts';
import { matterColumns, toMatter, type MatterRow } from './matter-row.ts';
import { readBy } from './matters-held.ts';
import { matterEntry } from './write-event.ts';

/** A page of a register, `size` rows of it from `(page - 1) * size` on, with how many there are in all. */
export async function listMatters(tx: Tx, query: MatterQuery): Promise<{ readonly total: number; readonly rows: Matter[] }> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
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

/** What a question finds, all of it or the first so many, in one journey: for questions whose answer a rule holds in its hand. A transaction that reads ahead asks the same once, until it writes a matter of that mechanism. */
export async function mattersFound(tx: Tx, query: Omit<MatterQuery, 'page' | 'size' | 'q'>, most?: number): Promise<readonly Matter[]> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const sql = `select ${matterColumns} from matter_here where ${where} order by ${compileOrder(query)}${most === undefined ? '' : ` limit ${bind(most)}`}`;
  const { key } = query.mechanism.record;
  const question = `${sql} ${JSON.stringify(values)}`;
  const kept = readBy(tx)?.found;
  const earlier = kept?.get(key)?.get(question);
  if (earlier) return earlier;
  // Only rows of its own mechanism can change the answer: where none waits, the others go on waiting.
  const ask = isWaiting(tx, matterEntry, ({ after }) => after.mechanism === key) ? tx.query : tx.beside;
  const found = (await ask<MatterRow>(assembledName(sql), sql, values)).map(toMatter);
  kept?.set(key, (kept.get(key) ?? new Map<string, readonly Matter[]>()).set(question, found));
  return found;
}

/** So many of what a question finds after a matter (or from the first, by an empty id), in the order of their ids: for work that goes through a register part by part. */
export async function mattersAfter(tx: Tx, query: Omit<MatterQuery, 'page' | 'size'>, { after, limit }: { readonly after: string; readonly limit: number }): Promise<Matter[]> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
  const sql = `select ${matterColumns} from matter_here where ${where} and id > ${bind(after === '' ? '00000000-0000-0000-0000-000000000000' : after)}::uuid order by id limit ${bind(limit)}::int`;
  return (await tx.query<MatterRow>(assembledName(sql), sql, values)).map(toMatter);
}

/** Every matter a question finds, one after another, however many there are. */
export async function* eachMatter(tx: Tx, query: Omit<MatterQuery, 'page' | 'size'>): AsyncGenerator<Matter> {
  const { bind, values } = binder();
  const where = compileQuery(tx, query, bind);
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
