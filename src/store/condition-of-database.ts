import type { Tx } from './database.ts';

/** What the database says of itself, and how much of a district it holds. */
export interface DatabaseCondition {
  readonly version: string;
  readonly bytes: number;
  readonly matters: number;
  readonly outbox: number;
  readonly sealedUpTo: string | null;
}

/** Asks the database how it is. */
export async function conditionOfDatabase(tx: Tx, district: string): Promise<DatabaseCondition> {
  const [row] = await tx.query<Omit<DatabaseCondition, 'bytes'> & { bytes: number }>(
    'database.condition',
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes, (select count(*) from matter where district = $1) as matters,
       (select count(*) from outbox where district = $1) as outbox, (select max(day) from seal where district = $1) as "sealedUpTo"`,
    [district],
  );
  if (!row) throw new Error('the database said nothing of itself');
  return row;
}
