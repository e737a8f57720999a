import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** Something an administrator did: to what, as it was before and after. */
export interface Administered {
  readonly person: string;
  readonly post: string;
  /** `unit.rename`, `setting` … */
  readonly what: string;
  /** Of which unit, post, setting or year. */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: Instant;
}

/** A line as it is kept. */
export interface AdministeredRow extends Administered {
  readonly id: string;
}

/** Notes for good what an administrator did: the application has no right to change or remove it. */
export async function logAdministered(tx: Tx, district: string, { person, post, what, subject, before, after, at }: Administered): Promise<void> {
  await tx.query(
    'administration_log.write',
    'insert into administration_log (district, person, post, what, subject, before, after, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [district, person, post, what, subject, jsonOf(before), jsonOf(after), at],
  );
}

/** What was administered of some kinds, the latest first, before a line when one is given. */
export async function administeredOf(tx: Tx, district: string, { what, subject, before, limit }: { readonly what?: string; readonly subject?: string; readonly before?: string; readonly limit: number }): Promise<AdministeredRow[]> {
  return tx.query(
    'administration_log.of',
    `select id::text, person, post, what, subject, before, after, at from administration_log
     where district = $1 and ($2::text is null or what = $2) and ($3::text is null or subject = $3) and ($4::bigint is null or id < $4) order by administration_log.id desc limit $5`,
    [district, what ?? null, subject ?? null, before ?? null, limit],
  );
}

function jsonOf(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
