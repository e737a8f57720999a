import type { Anomaly, AnomalyKind, AnomalyLimits } from '#engines/evaluation/anomalies.ts';
import { measured } from '../data-owners.ts';
import { anomalyKinds, indicatorNames } from '../evaluation-words.ts';
import { foundNames, type FoundName, type FoundRow } from '../found-names.ts';

/** In a title no unit is wanted. */
const titled = { ...foundNames, ...indicatorNames };

type Spoken = (anomaly: Anomaly, year: number) => readonly FoundRow[];

/** Base units in one unit of what the engine names by itself; the rest is as its owners deliver it. */
const ownSizes: Readonly<Record<string, number>> = { land: measured.registeredLand.size, declaredLand: measured.registeredLand.size, chargedLand: measured.registeredLand.size, billedElectricity: measured.electricity.size, leastEnergy: measured.energy.size };

const rowsOf: Readonly<Record<AnomalyKind, Spoken>> = {
  area: ({ of, values }, year) => zipped(['land', of as FoundName], values, year),
  staff: ({ values }, year) => zipped(['staff', 'insuredStaff'], values, year),
  research: ({ values }, year) => zipped(['research', 'researchDeducted'], values, year),
  energy: ({ of, values }, year) => zipped(of === 'electricity' ? ['electricity', 'billedElectricity'] : ['energy', 'leastEnergy'], values, year),
  added: ({ values }, year) => zipped(['valueAdded', 'revenue'], values, year),
  change: ({ of, values: [before = 0, now = 0] }, year) => [{ what: of as FoundName, year: year - 1, value: printed(before) }, { what: of as FoundName, year, value: printed(now) }],
  share: ({ values }, year) => (['taxShare', 'lowShare', 'highShare'] as const).map((what, at) => ({ what, year, value: printed((values[at] ?? 0) * 100) })),
  missing: ({ of }, year) => [{ what: of as FoundName, year }],
  emission: (_anomaly, year) => [{ what: 'pollutant', year }],
  address: () => [],
  split: () => [],
};

/** What an anomaly found, as data that every reader's language speaks: the engine's base units in the units of an office. */
export function foundRows(anomaly: Anomaly, year: number): readonly FoundRow[] {
  return rowsOf[anomaly.kind](anomaly, year);
}

/** Kinds that may strike at several quantities of one enterprise. */
const severalOf: readonly AnomalyKind[] = ['area', 'change', 'energy', 'missing'];

/** What tells an anomaly from the others of its enterprise: the kind, and the quantity where one kind strikes at several. */
export function anomalyTitle(enterprise: string, { kind, of }: Pick<Anomaly, 'kind' | 'of'>): string {
  return `${enterprise}：${anomalyKinds[kind].zh}${severalOf.includes(kind) && Object.hasOwn(foundNames, of) ? `，${titled[of as FoundName].zh}` : ''}`;
}

/** The limit it passed, in percent; nothing where there is none to pass. */
export function limitOf(kind: AnomalyKind, { areaPercent, changePercent, outerPercent, staffPercent, researchPercent, energyPercent }: AnomalyLimits): number | undefined {
  const limits: Partial<Record<AnomalyKind, number>> = { area: areaPercent, change: changePercent, share: outerPercent, staff: staffPercent, research: researchPercent, energy: energyPercent };
  return limits[kind];
}

function zipped(names: readonly FoundName[], values: readonly number[], year: number): readonly FoundRow[] {
  return names.map((what, at) => ({ what, year, value: printed((values[at] ?? 0) / (ownSizes[what] ?? (measured as Readonly<Record<string, { readonly size: number }>>)[what]?.size ?? 1)) }));
}

function printed(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
