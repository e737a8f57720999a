import type { Tx } from './database.ts';

/** Rows of one kind that are written together, by statements that take any number of them. */
export interface Entry<Row> {
  /** Matters come first: everything else refers to them. */
  readonly comesFirst?: boolean;
  /** Writing it may refuse what the database itself would let pass: nothing is committed before it is answered. */
  readonly mayRefuse?: boolean;
  write(tx: Tx, rows: readonly Row[]): Promise<unknown>;
}

/** What of a transaction waits to be written, and what is written and not yet answered. */
export interface Ledger {
  readonly tx: Tx;
  /** Sends what waits, without waiting for an answer. */
  send(): void;
  /** All that was sent is answered; the first failure is thrown. */
  answered(): Promise<void>;
  /** Whether an answer is awaited that may refuse what the database itself would let pass. */
  mayRefuse(): boolean;
}

interface Open {
  readonly ledger: Ledger;
  readonly entries: Map<Entry<never>, Map<string, unknown>>;
}

const open = new WeakMap<Tx, Open>();

/**
 * Opens a ledger over a transaction: what is entered waits, and is written when something else is asked or the transaction ends. Fifty
 * actions in one transaction so take a few statements, and one action sends its own in a single journey.
 */
export function openLedger(connection: Tx): Ledger {
  const entries: Open['entries'] = new Map();
  let expected: Promise<unknown>[] = [];
  let refuses = false;

  function expect(answer: Promise<unknown>, mayRefuse: boolean): void {
    // It is looked at when all is answered; until then nobody may take its failure for one that was overlooked.
    answer.catch(() => {});
    expected.push(answer);
    refuses ||= mayRefuse;
  }

  function send(): void {
    const kinds = [...entries].toSorted(([one], [other]) => Number(other.comesFirst ?? false) - Number(one.comesFirst ?? false));
    entries.clear();
    // All of them are sent before the first answer comes; the server takes them in this order.
    for (const [entry, rows] of kinds) expect(entry.write(connection, [...rows.values()] as never), entry.mayRefuse ?? false);
  }

  async function answered(): Promise<void> {
    const answers = expected;
    expected = [];
    refuses = false;
    const failure = (await Promise.allSettled(answers)).find((each) => each.status === 'rejected');
    if (failure) throw failure.reason;
  }

  const tx: Tx = {
    async query(name, sql, values) {
      if (entries.size === 0 && expected.length === 0) return connection.query(name, sql, values);
      send();
      const asked = connection.query<never>(name, sql, values);
      asked.catch(() => {});
      // Of two failures the first is the one to tell: the second only says that there was one.
      await answered();
      return asked;
    },
    beside: (name, sql, values) => connection.query(name, sql, values),
    byChoices: connection.byChoices,
  };
  const ledger: Ledger = { tx, send, answered, mayRefuse: () => refuses };
  open.set(tx, { ledger, entries });
  return ledger;
}

/** Enters a row; where there is no ledger it is written at once. One of the same key takes the place of the earlier; `merge` says how when it does more than that. */
export async function enter<Row>(tx: Tx, entry: Entry<Row>, key: string, row: Row, merge: (earlier: Row, later: Row) => Row = (_earlier, later) => later): Promise<void> {
  const entries = open.get(tx)?.entries;
  if (!entries) return void (await entry.write(tx, [row]));
  const rows = (entries.get(entry as Entry<never>) ?? new Map()) as Map<string, Row>;
  const earlier = rows.get(key);
  rows.set(key, earlier === undefined ? row : merge(earlier, row));
  entries.set(entry as Entry<never>, rows);
}

/** Whether a row of a kind waits to be written. */
export function isWaiting<Row>(tx: Tx, entry: Entry<Row>, is: (row: Row) => boolean): boolean {
  const rows = open.get(tx)?.entries.get(entry as Entry<never>) as ReadonlyMap<string, Row> | undefined;
  return rows !== undefined && [...rows.values()].some(is);
}

/** Whether statements share a transaction: what one of them has locked stays so for the next. */
export function isTransaction(tx: Tx): boolean {
  return open.has(tx);
}

/** Sends what waits while the work goes on: in a long transaction the server writes one part while the next is thought about. */
export function sendAhead(tx: Tx): void {
  open.get(tx)?.ledger.send();
}
