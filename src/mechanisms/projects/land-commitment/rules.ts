import type { Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { findBadRow, findBelow, rowName, valuesOf, type IndicatorKey, type IndicatorRow } from '../indicators.ts';
import { rungs, type LandCommitmentRecord } from './record.ts';

export type Situation = SituationOf<LandCommitmentRecord>;
export type Verdict = VerdictOf<LandCommitmentRecord>;
export type Rung = keyof typeof rungs;

interface Draft {
  readonly parcel: string;
  readonly enterprise: string;
  readonly values: readonly IndicatorRow[];
  readonly startDue: Day;
  readonly completeDue: Day;
  readonly capacityDue: Day;
}

/** The buyer of a sold parcel promises at least its standard, on days that follow each other. */
export function badDraft(situation: Situation, draft: Draft): Verdict {
  const parcel = situation.findMatter(draft.parcel);
  if (parcel?.stage !== 'sold') return { refusal: 'parcelNotSold', field: 'parcel' };
  if (parcel.facts['buyer'] !== draft.enterprise) return { refusal: 'notBuyer', field: 'enterprise' };
  return badValues(draft.values, parcel.facts['standard'] as readonly IndicatorRow[] | undefined, 'values') ?? badDays(situation, draft);
}

/** The same for a draft that is changed before anybody has signed. */
export function badAmendment(situation: Situation, { values, ...days }: Omit<Draft, 'parcel' | 'enterprise'>): Verdict {
  return badValues(values, situation.matter.facts.standard, 'values') ?? badDays(situation, days);
}

/** Once one party has signed, only a supplementary agreement changes anything (projects.md §6.2). */
export function isLocked({ matter }: Situation): Verdict {
  return matter.stage === 'drafted' ? undefined : 'locked';
}

/** Each party signs once. */
export function signedBy(party: 'government' | 'enterprise'): (situation: Situation) => Verdict {
  return ({ matter }) => (matter.facts.signatures?.some((signature) => signature.party === party) ? 'signedAlready' : undefined);
}

/** A supplement changes what was promised, no indicator whose day has passed, none below the standard. */
export function badSupplement({ matter, today }: Situation, values: readonly IndicatorRow[]): Verdict {
  const bad = badRow(values, 'pendingValues');
  if (bad) return bad;
  const held = valuesOf(matter.facts.values);
  const changed = [...valuesOf(values)].filter(([indicator, value]) => held.get(indicator) !== value);
  if (changed.length === 0) return { refusal: 'nothingChanged', field: 'pendingValues' };
  for (const [indicator] of changed) {
    if (!held.has(indicator)) return { refusal: 'unknownIndicator', field: 'pendingValues', detail: { indicator: rowName(indicator) } };
    const day = dueDayOf(indicator, matter.facts);
    if (day !== undefined && day < today) return { refusal: 'pastDue', field: 'pendingValues', detail: { indicator: rowName(indicator), day } };
  }
  return badValues(merged(matter.facts.values, values), matter.facts.standard, 'pendingValues');
}

/** The rows in force with those of a supplement in their place. */
export function merged(rows: readonly IndicatorRow[] | undefined, changes: readonly IndicatorRow[] | undefined): IndicatorRow[] {
  const changed = valuesOf(changes);
  return (rows ?? []).map((row) => (row.indicator !== undefined && changed.has(row.indicator) ? { ...row, value: changed.get(row.indicator) ?? 0 } : row));
}

/** The next rung of the ladder. */
export function nextRung(held: Rung | undefined): Rung | undefined {
  const order = Object.keys(rungs) as Rung[];
  return held === undefined ? order[0] : order[order.indexOf(held) + 1];
}

/** Rung by rung, none passed over. */
export function badRung({ matter }: Situation, wanted: Rung): Verdict {
  const next = nextRung(matter.facts.rung);
  return next === wanted ? undefined : { refusal: 'rungSkipped', field: 'rung', detail: { rung: rungs[next ?? 'barred'] } };
}

/** How much of the bond may be back with the enterprise by now, in percent. */
export function bondFree({ matter, setting }: Situation): number {
  if (matter.stage === 'fulfilled') return 100;
  return (matter.facts.startedOn === undefined ? 0 : setting('bondAtStart')) + (matter.facts.completedOn === undefined ? 0 : setting('bondAtCompletion'));
}

/** What happened is not yet to come, and not before the signing. */
export function badDay({ matter, today }: Situation, field: string, on: Day): Verdict {
  return on > today || on < (matter.facts.signedOn ?? on) ? { refusal: 'futureDay', field } : undefined;
}

/** What is promised for the building is due at completion; what is promised for the plant at capacity. */
function dueDayOf(indicator: IndicatorKey, { completeDue, capacityDue }: { readonly completeDue?: Day; readonly capacityDue?: Day }): Day | undefined {
  return ['fixedInvestPerMu', 'far', 'coverage', 'officeLand', 'officeFloor', 'green'].includes(indicator) ? completeDue : capacityDue;
}

function badRow(rows: readonly IndicatorRow[], field: string): Verdict {
  const bad = findBadRow(rows);
  return bad === undefined ? undefined : { refusal: 'rowBad', field, detail: { indicator: rowName(bad) } };
}

function badValues(rows: readonly IndicatorRow[], standard: readonly IndicatorRow[] | undefined, field: string): Verdict {
  const least = valuesOf(standard);
  const below = findBelow(valuesOf(rows), least);
  return badRow(rows, field) ?? (below === undefined ? undefined : { refusal: 'belowStandard', field, detail: { indicator: rowName(below), standard: least.get(below) ?? 0 } });
}

function badDays({ today }: Situation, { startDue, completeDue, capacityDue }: Pick<Draft, 'startDue' | 'completeDue' | 'capacityDue'>): Verdict {
  return today <= startDue && startDue < completeDue && completeDue < capacityDue ? undefined : { refusal: 'datesOff', field: 'startDue' };
}
