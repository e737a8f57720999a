import type { Tx } from './database.ts';
import { isMatterId } from './matter-row.ts';

/** The links that other matters declare to this one: the other's mechanism and id. */
export async function linksTo(tx: Tx, district: string, id: string): Promise<{ readonly type: string; readonly mechanism: string; readonly from: string }[]> {
  if (!isMatterId(id)) return [];
  return tx.query('link.to', `select type, mechanism, matter as "from" from link where district = $1 and to_matter = $2 order by matter, type`, [district, id]);
}

/** Every tie that one of the matters has, declared on either side. */
export async function tiesAround(tx: Tx, district: string, ids: readonly string[]): Promise<{ readonly type: string; readonly mechanism: string; readonly from: string; readonly to: string }[]> {
  return tx.query('link.around', `select type, mechanism, matter as "from", to_matter as "to" from link where district = $1 and (matter = any($2::uuid[]) or to_matter = any($2::uuid[])) order by matter, to_matter, type`, [district, ids.filter(isMatterId)]);
}
