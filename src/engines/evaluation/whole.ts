import { benchmarkFor, sumsOf } from './benchmarks.ts';
import type { BaseSubject, Scheme, Step } from './problem.ts';
import { stepOf } from './solve.ts';
import type { Standing } from './standing.ts';

/** One indicator of a whole, with the sums it is taken of, in base units, and of how many enterprises they are. */
export interface WholeStep extends Step {
  readonly above: number;
  readonly below: number;
  readonly of: number;
}

/** Many enterprises seen as a whole: a park, a district. Points are in units of the last decimal. */
export interface Whole {
  readonly steps: readonly WholeStep[];
  readonly points: number;
}

/**
 * A whole by the indicators of a scheme, against the benchmarks of all: each value is Σ numerators / Σ denominators over those of its
 * enterprises that have both, as benchmarks are made and so comparable with them, and never a mean of ratios. It is no enterprise:
 * nothing is added or taken for distinctions and findings, it has no class, and is compared with wholes alone.
 */
export function wholeOf(scheme: Scheme, { benchmarks, means }: Pick<Standing, 'benchmarks' | 'means'>, members: readonly BaseSubject[]): Whole {
  const steps = scheme.indicators.map((indicator): WholeStep => {
    const { numerator, denominator, key } = indicator;
    const { above, below, of } = sumsOf(members, numerator, denominator).get('') ?? { above: 0n, below: 0n, of: 0 };
    const quantities = of === 0 ? {} : { [numerator]: Number(above), [denominator]: Number(below) };
    const step = stepOf(scheme, indicator, { id: '', industry: '', quantities }, benchmarkFor(benchmarks, key, ''));
    return { ...step, ...(step.how === 'missingMean' ? { points: means[key] ?? 0 } : {}), above: Number(above), below: Number(below), of };
  });
  return { steps, points: steps.reduce((sum, { points }) => sum + points, 0) };
}

/** The rank of each among all: 1 + the number of those with more points. */
export function ranksOf(points: readonly number[]): readonly number[] {
  return points.map((own) => 1 + points.filter((other) => other > own).length);
}
