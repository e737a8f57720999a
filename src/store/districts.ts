import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

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
