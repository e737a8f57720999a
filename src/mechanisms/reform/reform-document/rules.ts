import type { Situation as SituationOf, Values, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { ReformDocumentRecord } from './record.ts';

export type Situation = SituationOf<ReformDocumentRecord>;
export type Verdict = VerdictOf<ReformDocumentRecord>;
type Facts = Values<ReformDocumentRecord['facts']>;

/** An item decides a paper once it has passed, in principle only after its revision is in. */
export function badReview({ findMatter }: Situation, item: string): Verdict {
  const { outcome, revisedOn, title } = findMatter(item)?.facts ?? {};
  const hasPassed = outcome === 'passed' || (outcome === 'passedInPrinciple' && revisedOn !== undefined);
  return hasPassed ? undefined : { refusal: 'notPassed', field: 'item', detail: { title: String(title ?? item) } };
}

/** The number is of the year of issue, the day lies after the decision and not ahead. */
export function badIssue({ matter, today }: Situation, { docNo = '', issuedOn = '', effectiveOn, expiresOn }: Facts): Verdict {
  const year = issuedOn.slice(0, 4);
  if (issuedOn > today || issuedOn < (matter.facts.reviewedOn ?? issuedOn)) return { refusal: 'issuedLater', field: 'issuedOn' };
  if (!docNo.includes(`〔${year}〕`)) return { refusal: 'yearOff', field: 'docNo', detail: { year } };
  return expiresOn !== undefined && expiresOn < (effectiveOn ?? issuedOn) ? { refusal: 'datesOff', field: 'expiresOn' } : undefined;
}

/** It is open from its issue at the earliest. */
export function badOpening({ matter, today }: Situation, { openedOn = '' }: Facts): Verdict {
  return openedOn < (matter.facts.issuedOn ?? openedOn) || openedOn > today ? { refusal: 'openedOff', field: 'openedOn' } : undefined;
}

/** What merely forwards another's paper is nothing new. */
export function innovates({ matter }: Situation): Verdict {
  return matter.facts.isForwarding === true ? 'forwardingIsNoInnovation' : undefined;
}
