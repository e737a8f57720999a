import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { findBadRow, rowName, valuesOf, type IndicatorRow } from '../indicators.ts';
import type { IndicatorSetRecord } from './record.ts';

export type Situation = SituationOf<IndicatorSetRecord>;
type Verdict = VerdictOf<IndicatorSetRecord>;

/** The bureaus whose countersignature an indicator set needs, by the role of their posts. */
export const bureaus = { NATURAL: 'natural', ECOLOGY: 'ecology', TAX: 'tax' } as const;
export type Bureau = (typeof bureaus)[keyof typeof bureaus];

/** Each indicator once, each with a value, the three that every contract needs among them. */
export function badValues(rows: readonly IndicatorRow[]): Verdict {
  const bad = findBadRow(rows);
  if (bad !== undefined) return { refusal: 'rowBad', field: 'values', detail: { indicator: rowName(bad) } };
  const values = valuesOf(rows);
  return values.has('fixedInvestPerMu') && values.has('taxPerMu') && values.has('far') ? undefined : { refusal: 'tooFew', field: 'values' };
}

/** The bureau the actor signs for. */
export function bureauOf({ actor }: Situation): Bureau | undefined {
  if (actor.kind !== 'post') return undefined;
  const role = (Object.keys(bureaus) as (keyof typeof bureaus)[]).find((each) => actor.roles.includes(each));
  return role === undefined ? undefined : bureaus[role];
}

/** A bureau signs once. */
export function signedAlready(situation: Situation): Verdict {
  const bureau = bureauOf(situation);
  return bureau !== undefined && hasSigned(bureau)(situation) ? 'ownSigned' : undefined;
}

/** Whether a bureau has countersigned. */
export function hasSigned(bureau: Bureau): (situation: Situation) => boolean {
  return ({ matter }) => (matter.facts.countersigned ?? []).some((row) => row.bureau === bureau);
}
