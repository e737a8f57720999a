import type { BaseSubject, Evaluation, QuantityName, Scheme } from './problem.ts';

/**
 * The benchmarks of a scheme: printed ones, or Σ numerators / Σ denominators of last year's set, an aggregate mean and never
 * a mean of ratios. Only who has both quantities, the denominator above 0, counts in either sum. '' stands for all.
 */
export function benchmarksOf(scheme: Pick<Scheme, 'indicators'>, base: readonly BaseSubject[]): Evaluation['benchmarks'] {
  return Object.fromEntries(scheme.indicators.map(({ key, benchmark, numerator, denominator, per }) => {
    if ('fixed' in benchmark) return [key, { '': benchmark.fixed }];
    const sums = sumsOf(base, numerator, denominator);
    const wanted = [...sums].filter(([industry]) => industry === '' || benchmark.mean === 'industry');
    return [key, Object.fromEntries(wanted.map(([industry, { above, below }]) => [industry, Number(above) / (Number(below) * per)]).filter(([, mean]) => Number(mean) > 0))];
  }));
}

/** The benchmark an enterprise is held against: its industry's, or that of all. */
export function benchmarkFor(benchmarks: Evaluation['benchmarks'], indicator: string, industry: string): number {
  const of = benchmarks[indicator] ?? {};
  return of[industry] ?? of[''] ?? Number.NaN;
}

/** A sum that a benchmark is made of, before data were corrected and after. */
export interface Shift {
  readonly indicator: string;
  /** Two digits; '' for all. */
  readonly industry: string;
  readonly quantity: QuantityName;
  readonly before: number;
  readonly after: number;
  /** By how much of itself it has moved. */
  readonly percent: number;
}

/** The sums of all benchmarks that are means and have moved between two states of last year's set, those first that moved most. A printed benchmark is made of no sum. */
export function shiftsOf({ indicators }: Pick<Scheme, 'indicators'>, before: readonly BaseSubject[], after: readonly BaseSubject[]): readonly Shift[] {
  const shifts = indicators.flatMap(({ key, benchmark, numerator, denominator }) => {
    if ('fixed' in benchmark) return [];
    const [was, is] = [sumsOf(before, numerator, denominator), sumsOf(after, numerator, denominator)];
    const wanted = [...new Set([...was.keys(), ...is.keys()])].filter((industry) => industry === '' || benchmark.mean === 'industry');
    return wanted.flatMap((industry) => ([[numerator, 'above'], [denominator, 'below']] as const).flatMap(([quantity, part]): readonly Shift[] => {
      const [one, other] = [was.get(industry)?.[part] ?? 0n, is.get(industry)?.[part] ?? 0n];
      return one === other ? [] : [{ indicator: key, industry, quantity, before: Number(one), after: Number(other), percent: one === 0n ? 100 : (Math.abs(Number(other - one)) * 100) / Math.abs(Number(one)) }];
    }));
  });
  return shifts.toSorted((one, other) => other.percent - one.percent);
}

/** Sums over all ('') and by industry, with how many are in them: of whoever has both quantities, the denominator above 0. Whole numbers of any size, so that the order does not matter. */
export function sumsOf(base: readonly BaseSubject[], numerator: QuantityName, denominator: QuantityName): ReadonlyMap<string, { readonly above: bigint; readonly below: bigint; readonly of: number }> {
  const sums = new Map<string, { above: bigint; below: bigint; of: number }>();
  for (const { industry, quantities } of base) {
    const [above, below] = [quantities[numerator], quantities[denominator]];
    if (above === undefined || below === undefined || below <= 0) continue;
    for (const key of new Set(['', industry])) {
      const sum = sums.get(key) ?? { above: 0n, below: 0n, of: 0 };
      sums.set(key, { above: sum.above + BigInt(above), below: sum.below + BigInt(below), of: sum.of + 1 });
    }
  }
  return sums;
}
