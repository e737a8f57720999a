import type { Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { InnovationQualificationRecord } from './record.ts';

export type Situation = SituationOf<InnovationQualificationRecord>;
type Verdict = VerdictOf<InnovationQualificationRecord>;

export interface Qualifying {
  readonly recognisedOn?: Day;
  readonly validUntil?: Day;
}

/** Recognised already, and not over before it began. */
export function badQualification(today: Day, { recognisedOn = today, validUntil = recognisedOn }: Qualifying): Verdict {
  if (recognisedOn > today) return { refusal: 'recognisedLater', field: 'recognisedOn' };
  return validUntil < recognisedOn ? { refusal: 'termBackwards', field: 'validUntil' } : undefined;
}

/** Nothing expires before its last day is over. */
export function stillValid({ matter, today }: Situation): Verdict {
  const { validUntil } = matter.facts;
  return validUntil !== undefined && validUntil < today ? undefined : 'stillValid';
}

/** A revocation lies within the life of what it revokes. */
export function badRevocation({ matter, today }: Situation, revokedOn: Day): Verdict {
  return revokedOn > today || revokedOn < (matter.facts.recognisedOn ?? revokedOn) ? { refusal: 'revokedEarlier', field: 'revokedOn' } : undefined;
}
