import type { Day } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { levelRanks } from './choices.ts';
import type { InnovationPlatformRecord } from './record.ts';

export type Situation = SituationOf<InnovationPlatformRecord>;
export type Verdict = VerdictOf<InnovationPlatformRecord>;
export type Platform = Values<FactsOf<InnovationPlatformRecord>>;

/** A recognition lies in the past and does not end before it began. */
export function badRecognition(today: Day, { recognisedOn, validUntil }: Platform): Verdict {
  if (recognisedOn !== undefined && recognisedOn > today) return { refusal: 'recognisedLater', field: 'recognisedOn' };
  return recognisedOn !== undefined && validUntil !== undefined && validUntil < recognisedOn ? { refusal: 'validBefore', field: 'validUntil' } : undefined;
}

/** What tells a recognition apart and how high it stands; a platform is the same as itself where nobody says as which other. */
export function identityOf({ name, entity = name, documentNo, level }: Platform): Platform {
  return {
    ...(entity === undefined ? {} : { entity }),
    ...(documentNo === undefined || entity === undefined ? {} : { recognition: recognitionOf(documentNo, entity) }),
    ...(level === undefined ? {} : { rank: levelRanks[level] }),
  };
}

/** One document recognises a platform once, however it is spaced. */
export function recognitionOf(documentNo: string, entity: string): string {
  return [documentNo, entity].map((words) => words.replace(/\s+/g, '')).join('·');
}

/** A report is of a year that is over, once. */
export function badReport({ matter: { facts }, today }: Situation, year: number): Verdict {
  if (year >= Number(today.slice(0, 4))) return { refusal: 'reportEarly', field: 'year', detail: { year } };
  return facts.reportedYear !== undefined && year <= facts.reportedYear ? { refusal: 'reportTwice', field: 'year', detail: { year } } : undefined;
}

/** Put right too late is not put right. */
export function rectifiedLate({ matter: { facts }, today }: Situation, result: Platform['lastAssessment']): Verdict {
  const day = facts.rectifyBy;
  return result !== 'fail' && day !== undefined && today > day ? { refusal: 'rectifiedLate', field: 'lastAssessment', detail: { day } } : undefined;
}
