import type { Day, Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** What is known of kept bytes. */
export interface FileRow {
  readonly hash: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** The day a photo says it was taken. */
  readonly takenOn?: Day | null;
}

/** Notes a kept file. The same bytes sent again keep the name they came with first; each matter holds its own name for them. */
export async function keepFile(tx: Tx, district: string, file: FileRow & { readonly at: Instant; readonly by?: string }): Promise<void> {
  await tx.query(
    'file.keep',
    'insert into file (district, hash, name, type, size, by, at, taken_on) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing',
    [district, file.hash, file.name, file.type, file.size, file.by ?? null, file.at, file.takenOn ?? null],
  );
}

/** A kept file by the hash of its bytes. */
export async function findFile(tx: Tx, district: string, hash: string): Promise<FileRow | undefined> {
  return (await findFiles(tx, district, [hash]))[0];
}

/** Those of the files that are kept. What a transaction has found once it knows: a kept file never changes. */
export async function findFiles(tx: Tx, district: string, hashes: readonly string[]): Promise<FileRow[]> {
  const found = foundIn.get(tx) ?? new Map<string, FileRow>();
  foundIn.set(tx, found);
  const unknown = hashes.filter((hash) => !found.has(hash));
  if (unknown.length > 0) {
    const rows = await tx.query<FileRow>('file.find', 'select hash, name, type, size, taken_on as "takenOn" from file where district = $1 and hash = any($2::text[])', [district, unknown]);
    for (const row of rows) found.set(row.hash, row);
  }
  return [...new Set(hashes)].flatMap((hash) => found.get(hash) ?? []);
}

const foundIn = new WeakMap<Tx, Map<string, FileRow>>();
