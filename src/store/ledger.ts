import type { Tx } from './database.ts';

/** Rows of one kind that are written together, by statements that take any number of them. */
export interface Entry<Row> {
  /** Matters come first: everything else refers to them. */
  readonly comesFirst?: boolean;
  write(tx: Tx, rows: readonly Row[]): Promise<unknown>;
}

type Ledger = Map<Entry<never>, Map<string, unknown>>;

const ledgers = new WeakMap<Tx, Ledger>();

/**
 * Opens a ledger over a transaction: what is entered waits, and is written when something else is asked or the transaction ends. Fifty
 * actions in one transaction so take a few statements, and one action sends its own in a single journey.
 */
export function openLedger(connection: Tx): { readonly tx: Tx; settle(): Promise<void> } {
  const ledger: Ledger = new Map();
  const tx: Tx = {
    async query(name, sql, values) {
      if (ledger.size > 0) await settle();
      return connection.query(name, sql, values);
    },
    beside: (name, sql, values) => connection.query(name, sql, values),
  };
  ledgers.set(tx, ledger);
  return { tx, settle };

  async function settle(): Promise<void> {
    const entries = [...ledger].toSorted(([one], [other]) => Number(other.comesFirst ?? false) - Number(one.comesFirst ?? false));
    ledger.clear();
    // All of them are sent before the first answer comes; the server takes them in this order.
    const written = entries.map(([entry, rows]) => entry.write(connection, [...rows.values()] as never));
    const failure = (await Promise.allSettled(written)).find((each) => each.status === 'rejected');
    if (failure) throw failure.reason;
  }
}

/** Enters a row; where there is no ledger it is written at once. One of the same key takes the place of the earlier; `merge` says how when it does more than that. */
export async function enter<Row>(tx: Tx, entry: Entry<Row>, key: string, row: Row, merge: (earlier: Row, later: Row) => Row = (_earlier, later) => later): Promise<void> {
  const ledger = ledgers.get(tx);
  if (!ledger) return void (await entry.write(tx, [row]));
  const rows = (ledger.get(entry as Entry<never>) ?? new Map()) as Map<string, Row>;
  const earlier = rows.get(key);
  rows.set(key, earlier === undefined ? row : merge(earlier, row));
  ledger.set(entry as Entry<never>, rows);
}
