import pg from 'pg';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';
import type { AdminConnection } from './migrate.ts';

/** A district: its code (GB/T 2260) and name, and whether it is the sample. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly isDemonstration: boolean;
}

/** Makes a district. */
export async function createDistrict(tx: Tx, { code, name, isDemonstration, createdAt }: District & { readonly createdAt: Instant }): Promise<void> {
  await tx.query('district.create', 'insert into district (district, name, is_demonstration, created_at) values ($1, $2, $3, $4)', [code, name, isDemonstration, createdAt]);
}

/** The district of that code, if it has been made. */
export async function findDistrict(tx: Tx, code: string): Promise<District | undefined> {
  const [row] = await tx.query<District>('district.find', 'select district as code, name, is_demonstration as "isDemonstration" from district where district = $1', [code]);
  return row;
}

/** The codes of every district of a database; its owner alone sees them all. */
export async function districtCodes(admin: AdminConnection): Promise<string[]> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    return (await client.query<{ code: string }>('select district as code from district order by district')).rows.map(({ code }) => code);
  } finally {
    await client.end();
  }
}
