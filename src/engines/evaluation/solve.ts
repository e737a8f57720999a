import { benchmarkFor, benchmarksOf } from './benchmarks.ts';
import { classByRank, moved } from './classes.ts';
import { findFault } from './faults.ts';
import { half, type Evaluation, type Indicator, type NoEvaluation, type Problem, type Quantities, type Result, type Scheme, type Step, type Subject } from './problem.ts';

/** Evaluates a year: the same problem has the same answer, in whatever order the subjects come. */
export function evaluate(problem: Problem): Evaluation | NoEvaluation {
  const fault = findFault(problem);
  if (fault) return fault;
  const { scheme, subjects, base } = problem;
  const benchmarks = benchmarksOf(scheme, base);
  const gap = scheme.indicators.find(({ key }) => !((benchmarks[key]?.[''] ?? 0) > 0));
  if (gap) return { no: 'benchmark', at: gap.key };
  const scored = withMeans(scheme, subjects.map((subject) => ({ subject, steps: scheme.indicators.map((indicator) => stepOf(scheme, indicator, subject, benchmarkFor(benchmarks, indicator.key, subject.industry))) })));
  return { benchmarks, results: rankedAndClassed(scheme, scored.map(({ subject, steps }) => totalled(scheme, subject, steps))) };
}

/** A value in the printed unit: one division of whole numbers; nothing where one is missing or there is nothing to divide by. */
export function valueOf({ numerator, denominator, per }: Pick<Indicator, 'numerator' | 'denominator' | 'per'>, quantities: Quantities): number | undefined {
  const [above, below] = [quantities[numerator], quantities[denominator]];
  return above === undefined || below === undefined || below <= 0 ? undefined : above / (below * per);
}

/** Points in units of the last decimal, half up. The order of the operations is part of the definition: SQL follows it. */
export function gridOf(scheme: Pick<Scheme, 'decimals'>, points: number): number {
  return Math.floor(points * 10 ** scheme.decimals + half);
}

/** One indicator of one enterprise; whoever has no value and gets the mean has 0 points yet. */
export function stepOf(scheme: Scheme, indicator: Indicator, subject: Subject, benchmark: number): Step {
  const value = valueOf(indicator, subject.quantities);
  const step = { indicator: indicator.key, benchmark, ...(value === undefined ? {} : { value }) };
  if (value === undefined) return { ...step, points: 0, how: indicator.missing === 'mean' ? 'missingMean' : 'missingZero' };
  if (value <= 0) return { ...step, points: 0, how: 'notPositive' };
  const [raw, most] = [(value / benchmark) * indicator.weight, indicator.weight * scheme.cap];
  return { ...step, points: gridOf(scheme, Math.min(raw, most)), how: raw > most ? 'capped' : 'scored' };
}

interface Scored {
  readonly subject: Subject;
  readonly steps: readonly Step[];
}

/** Gives whoever has no value the mean points of all who have one, rounded half up. */
function withMeans(scheme: Scheme, all: readonly Scored[]): readonly Scored[] {
  const means = scheme.indicators.map(({ missing }, at) => (missing === 'mean' ? meanOf(all.flatMap(({ steps }) => (steps[at]?.value === undefined ? [] : [steps[at].points]))) : 0));
  return all.map(({ subject, steps }) => ({ subject, steps: steps.map((step, at) => (step.how === 'missingMean' ? { ...step, points: means[at] ?? 0 } : step)) }));
}

/** The mean of points, rounded half up; 0 where there are none. */
export function meanOf(points: readonly number[]): number {
  return points.length === 0 ? 0 : Math.floor(points.reduce((sum, each) => sum + each, 0) / points.length + 0.5);
}

type Totalled = Scored & Pick<Result, 'bonus' | 'deduction' | 'points'>;

/** Bonus, deduction and the sum of all. */
export function totalled(scheme: Scheme, subject: Subject, steps: readonly Step[]): Totalled {
  const has = new Set(subject.bonuses);
  const bonus = gridOf(scheme, Math.min(scheme.bonusLimit, scheme.bonuses.reduce((sum, { key, points }) => (has.has(key) ? sum + points : sum), 0)));
  const deduction = gridOf(scheme, scheme.deductions.reduce((sum, { key, first, further }) => {
    const count = subject.counts?.[key] ?? 0;
    return count < 1 ? sum : sum + (first + (count - 1) * further);
  }, 0));
  return { subject, steps, bonus, deduction, points: steps.reduce((sum, { points }) => sum + points, bonus - deduction) };
}

function rankedAndClassed(scheme: Scheme, all: readonly Totalled[]): readonly Result[] {
  const graded = all.filter(({ subject }) => subject.exemption === undefined);
  const groupOf = groupsOf(scheme, graded.map(({ subject }) => subject));
  const sorted = Map.groupBy(graded, ({ subject }) => groupOf(subject.industry));
  const ranks = new Map<string, { readonly rank: number; readonly among: number }>();
  for (const members of sorted.values()) {
    const best = members.toSorted((a, b) => b.points - a.points);
    let rank = 1;
    best.forEach(({ subject, points }, at) => {
      if (at > 0 && points < (best[at - 1]?.points ?? 0)) rank = at + 1;
      ranks.set(subject.id, { rank, among: best.length });
    });
  }
  return all.map((each) => {
    const { subject, steps, bonus, deduction, points } = each;
    const place = ranks.get(subject.id);
    const ranked = place && classByRank(scheme.classes, place.rank, place.among);
    const moves = moved(scheme, ranked, subject, steps);
    const own = { id: subject.id, steps, bonus, deduction, points, moves, isExempt: place === undefined, class: moves.at(-1)?.to ?? ranked ?? scheme.exemptAs };
    return place ? { ...own, group: groupOf(subject.industry), ...place, ranked: ranked ?? '' } : own;
  });
}

/** The list an industry is ranked in: its own where enough are graded, else that of the rest. */
export const restGroup = 'other';

function groupsOf({ groups }: Scheme, graded: readonly Subject[]): (industry: string) => string {
  if (groups.by === 'all') return () => 'all';
  const counts = new Map<string, number>();
  for (const { industry } of graded) counts.set(industry, (counts.get(industry) ?? 0) + 1);
  return (industry) => ((counts.get(industry) ?? 0) >= groups.fewest ? industry : restGroup);
}
