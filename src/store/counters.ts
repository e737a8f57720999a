import type { Tx } from './database.ts';
import { enter, isTransaction, type Entry } from './ledger.ts';

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
