import type { Instant } from '#kernel/calendar.ts';
import type { Reading, Scheme } from '#kernel/scheme.ts';
import type { Tx } from './database.ts';

/** Every version of a scheme, the first one first. */
export async function schemesOf<Body>(tx: Tx, district: string, key: string): Promise<Scheme<Body>[]> {
  return tx.query<Scheme<Body>>('scheme.of', 'select key, version, valid_from as "validFrom", body from scheme where district = $1 and key = $2 order by version', [district, key]);
}

/** Keeps a new version of a scheme. One that is there already is never changed. */
export async function keepScheme(tx: Tx, district: string, scheme: Scheme, by: string, at: Instant): Promise<void> {
  await tx.query(
    'scheme.keep',
    'insert into scheme (district, key, version, valid_from, body, kept_by, kept_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [district, scheme.key, scheme.version, scheme.validFrom, JSON.stringify(scheme.body), by, at],
  );
}

/** Keeps readings; the same one twice is kept once. */
export async function keepReadings(tx: Tx, district: string, readings: readonly Reading[]): Promise<void> {
  await tx.query(
    'reading.keep',
    `insert into reading (district, indicator, subject, period, value, source, read_at)
     select $1, each.indicator, each.subject, each.period, each.value, each.source, each."readAt"
     from jsonb_to_recordset($2::jsonb) as each (indicator text, subject text, period text, value double precision, source text, "readAt" timestamptz)
     on conflict do nothing`,
    [district, JSON.stringify(readings)],
  );
}

/** The readings of some indicators in a period, in the order they were taken. */
export async function readingsOf(tx: Tx, district: string, indicators: readonly string[], period: string): Promise<Reading[]> {
  return tx.query(
    'reading.of',
    `select indicator, subject, period, value, source, read_at as "readAt" from reading where district = $1 and indicator = any($2::text[]) and period = $3 order by read_at, indicator, subject`,
    [district, indicators, period],
  );
}

/** Every version of every scheme, the latest first. */
export async function allSchemes(tx: Tx, district: string): Promise<(Scheme & { readonly keptBy: string; readonly keptAt: Instant })[]> {
  return tx.query('scheme.all', 'select key, version, valid_from as "validFrom", body, kept_by as "keptBy", kept_at as "keptAt" from scheme where district = $1 order by key, version desc', [district]);
}
