import { byBytes, rankOf } from './bytes.ts';
import type { Lack } from './completion.ts';
import { commit, findInputFault, findSecretFault, freeze, mergedRecusals, seedOf } from './frozen.ts';
import { commonRules, type Candidate, type Capped, type Draw, type DrawProblem, type NoDraw, type PanelRule, type Quota, type Rules, type Seat, type Secrets, type Shortage } from './problem.ts';
import { isPossible, lackAfter, seat, type Ranked, type Ranking } from './seating.ts';

/** Draws the panel: the same question and the same secrets always give the same answer. */
export function draw(problem: DrawProblem, secrets: Secrets): Draw | NoDraw {
  const fault = findInputFault(problem) ?? findSecretFault(secrets);
  if (fault) return fault;
  const { frozen, poolHash } = freeze(problem);
  const seed = seedOf(secrets, poolHash, problem.projectNo);
  const { pools, capped, shortages } = poolsOf(problem);
  if (shortages.length > 0) return { no: 'pool', shortages };
  const rankings = pools.map((pool) => rank(pool, seed));
  const lack = lackOf(problem);
  const seating = seat(lack, rankings);
  if (seating === undefined) return { no: 'panel', alone: rulesInTheWay(lack, rankings) };
  const panel = seating.seated.flatMap((members, at) => members.map(({ expertNo }) => ({ specialty: rankings[at]?.specialty ?? '', expertNo })));
  return {
    projectNo: problem.projectNo, drawNo: problem.drawNo, frozen, poolHash, commitments: [commit(secrets[0]), commit(secrets[1])], seed, panel,
    substitutes: rankings.map(({ specialty, ranked }) => ({ specialty, expertNos: ranked.map(({ expertNo }) => expertNo).filter((expertNo) => !isSeated(panel, expertNo)) })),
    passedOver: seating.passedOver.map(({ at, expertNo, for: why }) => ({ specialty: rankings[at]?.specialty ?? '', expertNo, for: why })),
    recused: mergedRecusals(problem.recusals), capped,
  };
}

/** The panel after some of it cannot come: each vacant seat goes to the first substitute in order with whom the rules still hold. `gone` are all who ever dropped out. */
export function substitute(problem: DrawProblem, drawn: Draw, panel: readonly Seat[], gone: readonly string[]): readonly Seat[] | NoDraw {
  const kept = panel.filter(({ expertNo }) => !gone.includes(expertNo));
  const { pools } = poolsOf(problem);
  const whole = pools.map((pool) => rank(pool, drawn.seed));
  let lack = lackOf(problem);
  const groups = new Set<string>();
  for (const { specialty, expertNo } of kept) {
    const at = whole.findIndex((ranking) => ranking.specialty === specialty);
    const member = whole[at]?.ranked.find((each) => each.expertNo === expertNo);
    if (member === undefined) return { no: 'input', fault: 'text', at: expertNo };
    lack = lackAfter(lack, at, member);
    groups.add(member.group);
  }
  const free = whole.map(({ specialty, ranked }) => ({ specialty, ranked: ranked.filter(({ expertNo, group }) => !groups.has(group) && !gone.includes(expertNo)) }));
  const seating = lack.fromLast < 0 ? undefined : seat(lack, free);
  if (seating === undefined) return { no: 'substitute', specialty: free.find((_ranking, at) => (lack.seats[at] ?? 0) > 0)?.specialty ?? '' };
  return whole.flatMap(({ specialty }, at) => [...kept.filter((each) => each.specialty === specialty), ...(seating.seated[at] ?? []).map(({ expertNo }) => ({ specialty, expertNo }))]);
}

interface Pool extends Quota {
  readonly candidates: readonly Candidate[];
}

/** The eligible candidates of each specialty, with neighbours' where they are too few and may be borrowed. */
function poolsOf(problem: DrawProblem): { readonly pools: readonly Pool[]; readonly capped: readonly Capped[]; readonly shortages: readonly Shortage[] } {
  const rules = problem.rules ?? commonRules;
  const recused = new Set(problem.recusals.map(({ expertNo }) => expertNo));
  const present = problem.candidates.filter(({ expertNo }) => !recused.has(expertNo)).toSorted((a, b) => byBytes(a.expertNo, b.expertNo));
  const capped = present.flatMap((each) => capOf(each, rules));
  const eligible = present.filter((each) => capOf(each, rules).length === 0);
  const pools = problem.quotas.map((quota) => {
    const needs = quota.seats * rules.poolTimes;
    let candidates = eligible.filter(({ specialties }) => specialties.includes(quota.specialty));
    for (const neighbour of quota.neighbours ?? []) {
      if (candidates.length >= needs) break;
      candidates = [...candidates, ...eligible.filter((each) => each.specialties.includes(neighbour) && !candidates.includes(each))];
    }
    return { ...quota, candidates };
  });
  const shortages = pools.map(({ specialty, seats, candidates }) => ({ specialty, has: candidates.length, needs: seats * rules.poolTimes })).filter(({ has, needs }) => has < needs);
  return { pools, capped, shortages };
}

function capOf({ expertNo, monthlyCount, yearlyCount }: Candidate, rules: Rules): readonly Capped[] {
  if (monthlyCount >= rules.perMonth) return [{ expertNo, for: 'month' }];
  return yearlyCount >= rules.perYear ? [{ expertNo, for: 'year' }] : [];
}

function rank({ specialty, candidates }: Pool, seed: string): Ranking {
  const ranked = candidates
    .map((each) => ({ rank: rankOf(seed, specialty, each.expertNo), each }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : byBytes(a.each.expertNo, b.each.expertNo)))
    .map(({ each: { expertNo, employer, isOutside, isFromLastPanel } }): Ranked => ({ expertNo, group: employer === '' ? `\t${expertNo}` : employer, isOutside, isFromLastPanel }));
  return { specialty, ranked };
}

function lackOf({ quotas, rules = commonRules }: DrawProblem): Lack {
  const seats = quotas.map((quota) => quota.seats);
  const size = seats.reduce((sum, each) => sum + each, 0);
  return { seats, outside: Math.ceil((size * rules.outsidePercent) / 100), fromLast: Math.floor((size * rules.lastPanelPercent) / 100) };
}

/** Each rule without which alone there would be a panel. */
function rulesInTheWay(lack: Lack, rankings: readonly Ranking[]): readonly PanelRule[] {
  const size = lack.seats.reduce((sum, each) => sum + each, 0);
  const strangers = rankings.map(({ specialty, ranked }) => ({ specialty, ranked: ranked.map((each) => ({ ...each, group: `\t${each.expertNo}` })) }));
  const without: readonly (readonly [PanelRule, boolean])[] = [
    ['employer', isPossible(lack, strangers)],
    ['outside', isPossible({ ...lack, outside: 0 }, rankings)],
    ['lastPanel', isPossible({ ...lack, fromLast: size }, rankings)],
  ];
  return without.filter(([, wouldDo]) => wouldDo).map(([rule]) => rule);
}

function isSeated(panel: readonly Seat[], expertNo: string): boolean {
  return panel.some((each) => each.expertNo === expertNo);
}
