import type { Matter } from '#kernel/matter.ts';
import type { Tx } from './database.ts';

/** A matter that a transaction has locked, with the hash of its last event and which words of it the search holds: what has not changed is not written again. */
export interface Locked {
  readonly matter: Matter;
  readonly head: string;
  readonly searched: string | null;
}

/** Nobody else changes what a transaction has locked: as its actions have left it is how it stands, written or not. By id. */
export function lockedBy(tx: Tx): Map<string, Locked> {
  const locked = lockedIn.get(tx) ?? new Map<string, Locked>();
  lockedIn.set(tx, locked);
  return locked;
}

/** What a transaction that reads ahead has read: matters by their ids, and by the mechanism what its questions found. */
export interface Read {
  readonly matters: Map<string, Matter>;
  readonly found: Map<string, Map<string, readonly Matter[]>>;
}

/** From here on the transaction reads everything once: as it stood then, unless it changes it itself. */
export function beginReadingAhead(tx: Tx): void {
  if (!readIn.has(tx)) readIn.set(tx, { matters: new Map(), found: new Map() });
}

/** What a transaction has read ahead; nothing where it does not. */
export function readBy(tx: Tx): Read | undefined {
  return readIn.get(tx);
}

const lockedIn = new WeakMap<Tx, Map<string, Locked>>();
const readIn = new WeakMap<Tx, Read>();
