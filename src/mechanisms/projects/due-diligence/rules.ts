import { monthEnd, type Day } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { authenticity, disagreement, riskIndex, worth, type Proof, type Rating, type Worth } from './indices.ts';
import { dueDiligenceRecord, type DueDiligenceRecord } from './record.ts';
import { claims, items, measures, schemeOn, type DiligenceScheme } from './scheme.ts';

export type Verdict = VerdictOf<DueDiligenceRecord>;
export type Situation = SituationOf<DueDiligenceRecord>;
export type Diligence = Values<FactsOf<DueDiligenceRecord>>;

/** Stages of a project in which it may be investigated: in planning, sent back, or past it with something changed. */
const investigable = ['planning', 'returned', 'review', 'decided'];

/** Two parties, two units, two people, and a project that is to be investigated. */
export function badParties({ findMatter }: Situation, input: { readonly project: string; readonly leadParty: string; readonly secondParty: string; readonly leadPerson: string; readonly secondPerson: string }): Verdict {
  if (input.leadParty === input.secondParty) return { refusal: 'sameUnit', field: 'secondParty' };
  if (input.leadPerson === input.secondPerson) return { refusal: 'samePersonTwice', field: 'secondPerson' };
  const project = findMatter(input.project);
  return project !== undefined && !investigable.includes(project.stage) ? { refusal: 'projectElsewhere', field: 'project' } : undefined;
}

/** An opinion looked at everything, once. */
export function badOpinion(given: { readonly ratings: readonly Rating[]; readonly proofs: readonly Proof[]; readonly worth: readonly Worth[] }, fields: { readonly ratings: string; readonly proofs: string; readonly worth: string }): Verdict {
  return (
    incomplete('notAllRated', fields.ratings, items, given.ratings.map(({ item, rating }) => [item, rating !== undefined])) ??
    incomplete('notAllProven', fields.proofs, claims, given.proofs.map(({ claim, level }) => [claim, level !== undefined])) ??
    incomplete('notAllMeasured', fields.worth, measures, given.worth.map(({ measure, value, benchmark }) => [measure, value !== undefined && (measure === 'chainFit' || measure === 'investorStanding' || (benchmark ?? 0) > 0)]))
  );
}

function incomplete(refusal: 'notAllRated' | 'notAllProven' | 'notAllMeasured', field: string, all: Readonly<Record<string, { readonly zh: string }>>, rows: readonly (readonly [key: string | undefined, isWhole: boolean])[]): Verdict {
  const keys = rows.map(([key]) => key);
  if (new Set(keys).size < keys.length) return { refusal: 'ratedTwice', field };
  const missing = Object.entries(all).filter(([key]) => !rows.some(([held, isWhole]) => held === key && isWhole)).map(([, { zh }]) => zh);
  return missing.length > 0 ? { refusal, field, detail: { missing: missing.join('、') } } : undefined;
}

/** Somebody went there, at least two together, by video only abroad. */
export function badVisits({ today }: Situation, { isOverseas, visits = [] }: Diligence): Verdict {
  if (visits.some(({ on }) => on !== undefined && on > today)) return { refusal: 'visitLater', field: 'visits' };
  return isOverseas !== true && visits.some(({ isVideo }) => isVideo === true) ? { refusal: 'videoAbroadOnly', field: 'visits' } : undefined;
}

/** No opinion without a visit by two. */
export function notVisited({ matter }: Situation): Verdict {
  return (matter.facts.visits ?? []).some(({ people = 0 }) => people >= 2) ? undefined : 'notVisited';
}

/** The scheme that was in force when the round was opened: a later one changes nothing. */
export function schemeOf({ matter, today }: Situation): DiligenceScheme {
  return schemeOn(matter.version === 0 ? today : dayOfFiling(matter.filedAt)).body;
}

function dayOfFiling(filedAt: string): Day {
  return new Date(Date.parse(filedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The three indices of an opinion. */
export function indicesOf(scheme: DiligenceScheme, given: { readonly ratings: readonly Rating[]; readonly proofs: readonly Proof[]; readonly worth: readonly Worth[] }) {
  return { risk: riskIndex(scheme, given.ratings), proven: authenticity(scheme, given.proofs), valued: worth(scheme, given.worth) };
}

/** Points by which the two opinions differ. */
export function apart({ leadRisk = 0, leadAuthenticity = 0, leadWorthIndex = 0 }: Diligence, second: { readonly risk: number; readonly proven: number; readonly valued: number }): number {
  return disagreement([leadRisk, leadAuthenticity, leadWorthIndex], [second.risk, second.proven, second.valued]);
}

/** Six months after a day, a day before the month is over where it is shorter. */
export function sixMonthsAfter(day: Day): Day {
  const month = Number(day.slice(5, 7)) + 6;
  const last = monthEnd(Number(day.slice(0, 4)) + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month);
  return last.slice(8) < day.slice(8) ? last : `${last.slice(0, 8)}${day.slice(8)}`;
}

/** What a conclusion is called. */
export function conclusionName(conclusion: Diligence['conclusion']): string {
  return dueDiligenceRecord.facts.conclusion.options?.[conclusion ?? 'notRecommended']?.zh ?? '';
}
