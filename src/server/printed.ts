import type { Matter } from '#kernel/matter.ts';
import type * as shape from '#contract/shapes.ts';
import type { Tx } from '#store/database.ts';
import { snapshotsIn } from '#store/figures.ts';
import type { Platform } from './platform.ts';

/** What the papers of a matter state, each figure as it was printed last, in the order of the paper. */
export async function printedIn(platform: Platform, tx: Tx, matter: Matter): Promise<shape.MatterPage['printed']> {
  // Most mechanisms print no figures: their pages ask for none.
  const printed = Object.values(platform.getMechanism(matter.mechanism).actions).flatMap(({ prints = [] }) => prints);
  if (printed.length === 0) return [];
  const inOrder = (await snapshotsIn(tx, platform.district, matter.id)).toSorted((a, b) => printed.indexOf(a.figure) - printed.indexOf(b.figure));
  return inOrder.map(({ figure, asOf, value, records, computedAt, by }) => ({ key: figure, asOf, value, among: records.length, computedAt, by }));
}
