import type { Matter } from '#kernel/matter.ts';
import type { Tx } from './database.ts';
import { isMatterId, matterColumns, toMatter, type MatterRow } from './matter-row.ts';
import { beginReadingAhead, lockedBy, readBy } from './matters-held.ts';

/** A matter with its row locked to the end of the transaction, and the hash of its last event (64 hex digits); nothing where there is none. Whoever locked it before is waited for, 20 s at most. */
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

/** Locks the matters that a transaction is going to change, in one order for everybody: two that lock the same ones never wait for each other in a circle. */
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

/** A matter by its id, if there is one. */
export async function findMatter(tx: Tx, district: string, id: string): Promise<Matter | undefined> {
  return (await findMatters(tx, district, [id]))[0];
}

/** Those of the matters that are there, each once, in the order asked for. What the transaction has locked or read ahead is not asked again. */
export async function findMatters(tx: Tx, district: string, ids: readonly string[]): Promise<Matter[]> {
  const asked = ids.filter(isMatterId);
  if (asked.length === 0) return [];
  const [locked, read] = [lockedBy(tx), readBy(tx)?.matters];
  const known = (id: string) => locked.get(id)?.matter ?? read?.get(id);
  const wanted = [...new Set(asked.map((id) => id.toLowerCase()))];
  const others = new Map((await rowsOf(tx, district, wanted.filter((id) => known(id) === undefined))).map((row) => [row.id, toMatter(row)]));
  for (const [id, matter] of others) read?.set(id, matter);
  return wanted.flatMap((id) => known(id) ?? others.get(id) ?? []);
}

/** Reads what many actions of a transaction are going to look at. From here on it reads everything once: as it stood then, unless the transaction itself changes it. */
export async function readAhead(tx: Tx, district: string, ids: readonly string[]): Promise<void> {
  beginReadingAhead(tx);
  await findMatters(tx, district, ids);
}

async function rowsOf(tx: Tx, district: string, ids: readonly string[]): Promise<MatterRow[]> {
  const [first, ...more] = ids;
  if (first === undefined) return [];
  if (more.length === 0) return tx.beside('matter.find', `select ${matterColumns} from matter where district = $1 and id = $2`, [district, first]);
  return tx.beside('matter.findAll', `select ${matterColumns} from matter where district = $1 and id = any($2::uuid[])`, [district, ids]);
}
