import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** Puts a matter under somebody's eye; once is enough. */
export async function keepWatch(tx: Tx, district: string, watch: { readonly person: string; readonly matter: string; readonly mechanism: string; readonly at: Instant }): Promise<void> {
  await tx.query('watch.keep', 'insert into watch (district, person, matter, mechanism, at) values ($1, $2, $3, $4, $5) on conflict do nothing', [district, watch.person, watch.matter, watch.mechanism, watch.at]);
}

/** Takes a matter out of somebody's eye. */
export async function dropWatch(tx: Tx, district: string, person: string, matter: string): Promise<void> {
  await tx.query('watch.drop', 'delete from watch where district = $1 and person = $2 and matter = $3', [district, person, matter]);
}

/** Whether somebody watches a matter. */
export async function isWatched(tx: Tx, district: string, person: string, matter: string): Promise<boolean> {
  return (await tx.query('watch.is', 'select 1 as held from watch where district = $1 and person = $2 and matter = $3', [district, person, matter])).length > 0;
}

/** The ids of the matters somebody watches, the latest first. Whether they may still be seen is for the reader to judge. */
export async function watchedBy(tx: Tx, district: string, person: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ matter: string }>('watch.by', 'select matter from watch where district = $1 and person = $2 order by at desc limit $3', [district, person, limit]);
  return rows.map(({ matter }) => matter);
}
