import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** Keeps the code by which somebody without an account follows a matter: its hash alone. */
export async function keepAccessCode(tx: Tx, district: string, codeHash: string, matterId: string, at: Instant): Promise<void> {
  await tx.query('access_code.keep', 'insert into access_code (district, code_hash, matter, at) values ($1, $2, $3, $4)', [district, codeHash, matterId, at]);
}

/** The matter a code belongs to, by the hash of the code. */
export async function findByCode(tx: Tx, district: string, codeHash: string): Promise<string | undefined> {
  const [row] = await tx.query<{ matter: string }>('access_code.find', 'select matter from access_code where district = $1 and code_hash = $2', [district, codeHash]);
  return row?.matter;
}
