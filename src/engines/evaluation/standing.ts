import { benchmarkFor } from './benchmarks.ts';
import { moved } from './classes.ts';
import { findSchemeFault, findSubjectsFault } from './faults.ts';
import type { Evaluation, NoEvaluation, Result, Scheme, Subject } from './problem.ts';
import { meanOf, restGroup, stepOf, totalled } from './solve.ts';

/** The least points with which somebody stood in a class or above it, by the rank alone, in one list. */
export interface CutPoints {
  readonly list: string;
  readonly class: string;
  readonly points: number;
}

/** What a published evaluation leaves behind, by which one enterprise can be worked out again while nobody else moves. */
export interface Standing {
  readonly benchmarks: Evaluation['benchmarks'];
  /** Points of whoever has no value, by indicator. */
  readonly means: Readonly<Record<string, number>>;
  readonly cuts: readonly CutPoints[];
}

/** What remains of an evaluation once it is published. */
export function standingOf(scheme: Scheme, { benchmarks, results }: Evaluation): Standing {
  const means = Object.fromEntries(scheme.indicators.map(({ key }, at) => [key, meanOf(results.flatMap(({ steps }) => (steps[at]?.value === undefined ? [] : [steps[at].points])))]));
  return { benchmarks, means, cuts: cutsOf(scheme, results) };
}

/** The least points of each class in each list; a class nobody reached by rank has none. */
export function cutsOf(scheme: Pick<Scheme, 'classes'>, results: readonly Pick<Result, 'group' | 'ranked' | 'points'>[]): readonly CutPoints[] {
  const least = new Map<string, CutPoints>();
  for (const { group, ranked, points } of results) {
    if (group === undefined || ranked === undefined) continue;
    const key = `${group} ${ranked}`;
    if (points < (least.get(key)?.points ?? Infinity)) least.set(key, { list: group, class: ranked, points });
  }
  const order = scheme.classes.map(({ key }) => key);
  return [...least.values()].toSorted((a, b) => (a.list < b.list ? -1 : a.list > b.list ? 1 : order.indexOf(a.class) - order.indexOf(b.class)));
}

/**
 * One enterprise worked out again against what was published: the same benchmarks and means, and the class its points reach by
 * the cuts as they stood. Nobody else changes (parks.md §2.2): there is no new rank.
 */
export function evaluateAgainst(scheme: Scheme, standing: Standing, subject: Subject): Result | NoEvaluation {
  const fault = findSchemeFault(scheme) ?? findSubjectsFault(scheme, [subject]);
  if (fault) return fault;
  const steps = scheme.indicators.map((indicator) => {
    const step = stepOf(scheme, indicator, subject, benchmarkFor(standing.benchmarks, indicator.key, subject.industry));
    return step.how === 'missingMean' ? { ...step, points: standing.means[indicator.key] ?? 0 } : step;
  });
  const { bonus, deduction, points } = totalled(scheme, subject, steps);
  const isExempt = subject.exemption !== undefined;
  const group = standing.cuts.some(({ list }) => list === subject.industry) ? subject.industry : scheme.groups.by === 'all' ? 'all' : restGroup;
  const ranked = isExempt ? undefined : classByCuts(scheme, standing, group, points);
  const moves = moved(scheme, ranked, subject, steps);
  const own = { id: subject.id, steps, bonus, deduction, points, moves, isExempt, class: moves.at(-1)?.to ?? ranked ?? scheme.exemptAs };
  return ranked === undefined ? own : { ...own, group, ranked };
}

function classByCuts(scheme: Scheme, { cuts }: Standing, group: string, points: number): string {
  const reached = cuts.filter(({ list, points: least }) => list === group && points >= least).map((cut) => scheme.classes.findIndex(({ key }) => key === cut.class));
  return (scheme.classes[Math.min(...reached)] ?? scheme.classes.at(-1))?.key ?? '';
}
