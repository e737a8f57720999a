import type { Matter } from '#kernel/matter.ts';
import type * as shape from '#contract/shapes.ts';
import type { Tx } from '#store/database.ts';
import { snapshotsIn } from '#store/figures.ts';
import type { Platform } from './platform.ts';

/** What the papers of a matter state, each figure as it was printed last. */
export async function printedIn(platform: Platform, tx: Tx, matter: Matter): Promise<shape.MatterPage['printed']> {
  // Most mechanisms print no figures: their pages ask for none.
  if (!Object.values(platform.getMechanism(matter.mechanism).actions).some(({ prints }) => prints !== undefined)) return [];
  return (await snapshotsIn(tx, platform.district, matter.id)).map(({ figure, asOf, value, records, computedAt, by }) => ({ key: figure, asOf, value, among: records.length, computedAt, by }));
}
