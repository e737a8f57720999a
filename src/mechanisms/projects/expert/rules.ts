import { addDays, type Day } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { ExpertRecord } from './record.ts';

export type Verdict = VerdictOf<ExpertRecord>;
export type Situation = SituationOf<ExpertRecord>;
export type Expert = Values<FactsOf<ExpertRecord>>;

/** Everything that keeps an applicant out (projects.md §3.1). */
export function badApplicant(situation: Situation, expert: Expert): Verdict {
  if (expert.isBarred === true) return 'barredForLife';
  if (expert.isApprovingOfficial === true) return { refusal: 'approvingOfficial', field: 'isApprovingOfficial' };
  if (expert.hasBadRecord === true) return { refusal: 'badRecord', field: 'hasBadRecord' };
  return badAge(situation, expert) ?? badStanding(situation, expert) ?? badEmployers(expert);
}

/** Nobody is older than the pool allows. */
export function badAge({ today, setting }: Situation, { bornOn }: Expert): Verdict {
  if (bornOn === undefined) return undefined;
  const age = ageOn(bornOn, today);
  return age > setting('ageMost') ? { refusal: 'tooOld', field: 'bornOn', detail: { age, most: setting('ageMost') } } : undefined;
}

/** A senior title or its equal, years enough, and specialties few enough to be real. */
export function badStanding({ setting }: Situation, { years = 0, titleLevel, specialties = [] }: Expert): Verdict {
  if (titleLevel === 'middle') return { refusal: 'titleTooLow', field: 'titleLevel' };
  if (years < setting('yearsLeast')) return { refusal: 'tooFewYears', field: 'years', detail: { years, least: setting('yearsLeast') } };
  return specialties.length > 3 ? { refusal: 'tooManySpecialties', field: 'specialties', detail: { count: specialties.length } } : undefined;
}

/** Recusal needs to know where somebody works and worked. */
export function badEmployers({ employer, employerName, employers = [] }: Expert): Verdict {
  if (employer === undefined && employerName === undefined) return { refusal: 'employerMissing', field: 'employerName' };
  return employers.some(({ from, to }) => from !== undefined && to !== undefined && to < from) ? { refusal: 'employerTimes', field: 'employers' } : undefined;
}

/** Relations are nobody's to declare but one's own. */
export function notOneself({ matter, actor }: Situation): Verdict {
  return actor.kind === 'post' && actor.personId !== matter.facts.person ? 'notOneself' : undefined;
}

/** A relation without its other side recuses nobody. */
export function badRelations({ relations = [] }: Expert): Verdict {
  return relations.some(({ party, partyName, partyCode }) => party === undefined && partyName === undefined && partyCode === undefined) ? { refusal: 'partyUnnamed', field: 'relations' } : undefined;
}

/** Full years of age on a day. */
export function ageOn(bornOn: Day, today: Day): number {
  return Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (today.slice(5) < bornOn.slice(5) ? 1 : 0);
}

/** The last day of a term that begins on a day. */
export function termEnd(from: Day, years: number): Day {
  const sameDay = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
  return addDays(sameDay.endsWith('-02-29') ? sameDay.replace('-02-29', '-03-01') : sameDay, -1);
}
