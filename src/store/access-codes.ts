import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';
import { enter, type Entry } from './ledger.ts';

/** Keeps the code by which somebody without an account follows a matter: its hash alone. */
export async function keepAccessCode(tx: Tx, district: string, codeHash: string, matterId: string, at: Instant): Promise<void> {
  await enter(tx, codeEntry, codeHash, { district, code_hash: codeHash, matter: matterId, at });
}

const codeEntry: Entry<{ readonly district: string; readonly code_hash: string; readonly matter: string; readonly at: Instant }> = {
  write: (tx, rows) =>
    tx.query(
      'access_code.keep',
      'insert into access_code (district, code_hash, matter, at) select $1, each.* from jsonb_to_recordset($2::jsonb) as each (code_hash text, matter uuid, at timestamptz)',
      [rows[0]?.district, JSON.stringify(rows)],
    ),
};

/** The matter a code belongs to, by the hash of the code. */
export async function findByCode(tx: Tx, district: string, codeHash: string): Promise<string | undefined> {
  const [row] = await tx.query<{ matter: string }>('access_code.find', 'select matter from access_code where district = $1 and code_hash = $2', [district, codeHash]);
  return row?.matter;
}
