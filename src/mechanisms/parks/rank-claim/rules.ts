import { addDays } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { impliedWhole } from '../land.ts';
import { rankClaimRecord, type RankClaimRecord } from './record.ts';

export type Situation = SituationOf<RankClaimRecord>;
type Verdict = VerdictOf<RankClaimRecord>;
export type Claim = Values<FactsOf<RankClaimRecord>>;
type Name = keyof FactsOf<RankClaimRecord>;

const needed: Readonly<Record<string, readonly Name[]>> = { rank: ['rank', 'population'], share: ['part', 'whole', 'partSource', 'wholeSource'], largest: ['comparators'], first: ['issuedOn'] };
const yi = 10_000_000_000;

/** What each kind of claim needs, and whether it can be true (parks.md §9). */
export function badClaim(situation: Situation, claim: Claim): Verdict {
  const wanted = [...(needed[claim.kind ?? ''] ?? []), ...(claim.about === 'patents' ? (['comparators'] as const) : [])];
  const missing = wanted.filter((name) => claim[name] === undefined);
  if (missing.length > 0) {
    const names = missing.map((name) => rankClaimRecord.facts[name].name);
    return { refusal: 'partsMissing', field: missing[0] ?? 'kind', detail: { missing: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') } } };
  }
  if (claim.issuerLevel === 'own' && claim.kind !== 'share') return { refusal: 'ownData', field: 'issuerLevel' };
  if (claim.kind === 'rank') return badRank(claim);
  if (claim.kind === 'share') return badShare(claim);
  return claim.kind === 'largest' ? badComparison(claim) : tooOld(situation, claim);
}

/** The share of the same statistics, in percent to a tenth. */
export function shareOf({ part = 0, whole = 1 }: Claim): number {
  return Math.round((part / whole) * 1000) / 10;
}

/** A rank lies among those ranked, and where their values are attached it is what these make it: one and all that are no better. */
function badRank({ rank = 0, population = 0, comparators }: Claim): Verdict {
  if (rank > population) return { refusal: 'rankBeyond', field: 'rank', detail: { rank, population } };
  if (comparators === undefined) return undefined;
  const ours = comparators.filter(({ isOurs }) => isOurs);
  if (ours.length !== 1 || comparators.length < 2) return { refusal: 'tooFewCompared', field: 'comparators' };
  const place = 1 + comparators.filter(({ value = 0 }) => value > (ours[0]?.value ?? 0)).length;
  return place === rank && comparators.length === population ? undefined : { refusal: 'rankDiffers', field: 'comparators', detail: { place, population: comparators.length } };
}

/** With “over 100 billion” and 75.5 % the city makes 132.45 billion at least. */
function badShare(claim: Claim): Verdict {
  const { part = 0, whole = 1, atLeast, printedShare } = claim;
  if (part > whole) return { refusal: 'shareOver', field: 'part' };
  if (printedShare === undefined) return undefined;
  if (atLeast !== undefined) {
    const implied = impliedWhole(atLeast, printedShare);
    if (whole < implied) return { refusal: 'implausible', field: 'whole', detail: { part: atLeast / yi, printed: printedShare, implied: Math.round((implied / yi) * 10) / 10, whole: Math.round((whole / yi) * 10) / 10 } };
  }
  const share = shareOf(claim);
  return share === printedShare ? undefined : { refusal: 'shareDiffers', field: 'printedShare', detail: { share, printed: printedShare } };
}

function badComparison({ comparators = [] }: Claim): Verdict {
  const ours = comparators.filter(({ isOurs }) => isOurs);
  const others = comparators.filter(({ isOurs }) => !isOurs);
  if (ours.length !== 1 || others.length === 0) return { refusal: 'tooFewCompared', field: 'comparators' };
  const larger = others.find(({ value = 0 }) => value >= (ours[0]?.value ?? 0));
  return larger && { refusal: 'notLargest', field: 'comparators', detail: { name: larger.name ?? '' } };
}

function tooOld({ today, setting }: Situation, { issuedOn }: Claim): Verdict {
  const day = addDays(today, -setting('noveltyDays'));
  return issuedOn !== undefined && issuedOn < day ? { refusal: 'tooOld', field: 'issuedOn', detail: { day } } : undefined;
}
