import type { Instant, YearNotice } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** A number of a mechanism that the office has changed. */
export interface ChangedSetting {
  readonly mechanism: string;
  readonly name: string;
  readonly value: number;
}

/** The settings the office has changed; all others have their declared value. */
export async function settingsOf(tx: Tx, district: string): Promise<ChangedSetting[]> {
  return tx.query('setting.all', 'select mechanism, name, value from setting where district = $1 order by mechanism, name', [district]);
}

/** Changes a setting. */
export async function keepSetting(tx: Tx, district: string, { mechanism, name, value, by, at }: ChangedSetting & { readonly by: string; readonly at: Instant }): Promise<void> {
  await tx.query(
    'setting.keep',
    `insert into setting (district, mechanism, name, value, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (district, mechanism, name) do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at`,
    [district, mechanism, name, value, by, at],
  );
}

/** The years whose notice was entered by hand. */
export async function calendarYearsOf(tx: Tx, district: string): Promise<YearNotice[]> {
  return tx.query('calendar_year.all', 'select year, rest, work from calendar_year where district = $1 order by year', [district]);
}

/** Enters the notice of a year (国务院办公厅关于部分节假日安排的通知). */
export async function keepCalendarYear(tx: Tx, district: string, { year, rest, work, source }: YearNotice & { readonly source: string }): Promise<void> {
  await tx.query(
    'calendar_year.keep',
    `insert into calendar_year (district, year, rest, work, source) values ($1, $2, $3, $4, $5)
     on conflict (district, year) do update set rest = excluded.rest, work = excluded.work, source = excluded.source`,
    [district, year, rest, work, source],
  );
}

/** Where the notice of a year that was entered by hand comes from; nothing where none was. */
export async function sourceOfYear(tx: Tx, district: string, year: number): Promise<string | undefined> {
  const [row] = await tx.query<{ source: string }>('calendar_year.source', 'select source from calendar_year where district = $1 and year = $2', [district, year]);
  return row?.source;
}
