import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** Somebody read a sealed fact, took a register away, or touched an account. */
export interface LoggedReading {
  readonly person: string | null;
  readonly post: string | null;
  readonly what: string;
  readonly mechanism: string;
  readonly matter: string | null;
  readonly detail: string | null;
  readonly at: Instant;
}

/** Notes a reading for good: the application has no right to change or remove it (个人信息保护法 51, 54). */
export async function logReading(tx: Tx, district: string, { person, post, what, mechanism, matter, detail, at }: LoggedReading): Promise<void> {
  await tx.query(
    'reading_log.write',
    'insert into reading_log (district, person, post, what, mechanism, matter, detail, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [district, person, post, what, mechanism, matter, detail, at],
  );
}

/** Who read what of a matter, the latest first. */
export async function readingsLoggedOf(tx: Tx, district: string, matter: string): Promise<LoggedReading[]> {
  return tx.query('reading_log.of', 'select person, post, what, mechanism, matter, detail, at from reading_log where district = $1 and matter = $2 order by at desc, id desc', [district, matter]);
}

/** What was logged before an entry (or of late), the latest first. */
export async function readingsLogged(tx: Tx, district: string, before: number | undefined, limit: number): Promise<(LoggedReading & { readonly id: string })[]> {
  return tx.query(
    'reading_log.latest',
    'select id::text, person, post, what, mechanism, matter, detail, at from reading_log where district = $1 and ($2::bigint is null or id < $2) order by id desc limit $3',
    [district, before ?? null, limit],
  );
}
