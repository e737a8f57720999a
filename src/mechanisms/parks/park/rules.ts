import { mu } from '#kernel/area.ts';
import type { Text } from '#kernel/words.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { hundredths } from '../land.ts';
import { parkRecord, type ParkRecord } from './record.ts';

export type Situation = SituationOf<ParkRecord>;
type Verdict = VerdictOf<ParkRecord>;

const order = ['planned', 'built', 'industrial', 'supplied', 'inUse'] as const;

export type Areas = { readonly [K in (typeof order)[number]]?: number | undefined };

/** Planned, built, industrial, supplied, in use: each no more than the one before (parks.md §1.1). */
export function badAreas(areas: Areas): Verdict {
  const known = order.filter((name) => areas[name] !== undefined);
  for (const [at, name] of known.entries()) {
    const next = known[at + 1];
    if (next !== undefined && (areas[name] ?? 0) < (areas[next] ?? 0)) return { refusal: 'areasOutOfOrder', field: next, detail: { larger: nameOf(name), smaller: nameOf(next) } };
  }
  return undefined;
}

function nameOf(name: (typeof order)[number]): Text {
  return parkRecord.facts[name].name;
}

/** A year that is over, told once unless there is a reason. */
export function badSnapshot({ matter, today }: Situation, { year, reason = '', supplied, inUse }: { readonly year: number; readonly reason?: string; readonly supplied?: number | undefined; readonly inUse?: number | undefined }): Verdict {
  if (!(Number(matter.facts.industrial ?? 0) > 0)) return 'noIndustrialLand';
  if (`${year}-12-31` > today) return { refusal: 'yearNotOver', field: 'year', detail: { year } };
  const isTaken = (matter.facts.snapshots ?? []).some((row) => row.year === year);
  if (isTaken && [...reason.trim()].length < 10) return { refusal: 'snapshotTaken', field: 'reason', detail: { year } };
  return badAreas({ ...matter.facts, ...(supplied === undefined ? {} : { supplied }), ...(inUse === undefined ? {} : { inUse }) });
}

/** What a year yields by 亩 of industrial land, in 万元/亩. */
export function yields({ industrial = 0, supplied = 0, inUse = 0 }: Areas, { output, tax }: { readonly output: number; readonly tax: number }) {
  const land = industrial / mu;
  return { taxPerMu: hundredths(tax / 1_000_000 / land), outputPerMu: hundredths(output / 1_000_000 / land), landUse: supplied > 0 ? Math.round((inUse / supplied) * 1000) / 10 : 0 };
}
