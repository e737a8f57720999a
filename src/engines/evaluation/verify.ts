import type { Evaluation, Indicator, Problem, Result, Scheme, Subject } from './problem.ts';

// An evaluation worked out again the slow way: fractions of whole numbers of any size instead of doubles, places counted
// pair by pair instead of sorted. It shares no line with solve.ts; only the shapes.

/** The first place where an evaluation is not what its scheme says, in words; nothing where all of it holds. */
export function findDisagreement(problem: Problem, { results }: Evaluation): string | undefined {
  const { scheme, subjects } = problem;
  if (results.length !== subjects.length) return 'count';
  const byId = new Map(results.map((result) => [result.id, result]));
  for (const subject of subjects) {
    const result = byId.get(subject.id);
    if (!result) return `${subject.id} absent`;
    const wrong = wrongPoints(problem, subject, result, results) ?? wrongTotal(scheme, subject, result) ?? wrongClass(problem, subject, result, byId);
    if (wrong !== undefined) return `${subject.id} ${wrong}`;
  }
  return undefined;
}

interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

function wrongPoints({ scheme, base }: Problem, subject: Subject, result: Result, results: readonly Result[]): string | undefined {
  for (const [at, indicator] of scheme.indicators.entries()) {
    const step = result.steps[at];
    if (step?.indicator !== indicator.key) return indicator.key;
    const value = fractionOf(indicator, subject);
    if (value === undefined) {
      const others = results.map(({ steps }) => steps[at]).filter((each) => each?.value !== undefined);
      const sum = others.reduce((all, each) => all + BigInt(each?.points ?? 0), 0n);
      const count = BigInt(others.length);
      const mean = indicator.missing === 'zero' || count === 0n ? 0n : (2n * sum + count) / (2n * count);
      if (step.value !== undefined || BigInt(step.points) !== mean) return `${indicator.key} missing`;
      continue;
    }
    const benchmark = benchmarkOf(indicator, subject.industry, base);
    if (!benchmark || value.above <= 0n) {
      if (step.points !== 0) return `${indicator.key} points`;
      continue;
    }
    // Points on the grid, half up; what stands less than a millionth below the half may have gone up with it, and no further.
    const weight = decimal(indicator.weight);
    const most = times(weight, decimal(scheme.cap));
    const raw = times(times(value, { above: benchmark.below, below: benchmark.above }), weight);
    const points = times(isLess(most, raw) ? most : raw, { above: 10n ** BigInt(scheme.decimals), below: 1n });
    const exact = halfUp(points);
    const isJustBelow = halfUp(plus(points, { above: 1n, below: 1_000_000n })) === exact + 1n;
    if (BigInt(step.points) !== exact && !(isJustBelow && BigInt(step.points) === exact + 1n)) return `${indicator.key} points`;
  }
  return undefined;
}

function wrongTotal(scheme: Scheme, subject: Subject, result: Result): string | undefined {
  const grid = { above: 10n ** BigInt(scheme.decimals), below: 1n };
  let bonus: Fraction = { above: 0n, below: 1n };
  for (const each of scheme.bonuses) if (subject.bonuses?.includes(each.key)) bonus = plus(bonus, decimal(each.points));
  const limit = decimal(scheme.bonusLimit);
  if (isLess(limit, bonus)) bonus = limit;
  let deduction: Fraction = { above: 0n, below: 1n };
  for (const each of scheme.deductions) {
    for (let nth = 1; nth <= (subject.counts?.[each.key] ?? 0); nth += 1) deduction = plus(deduction, decimal(nth === 1 ? each.first : each.further));
  }
  if (BigInt(result.bonus) !== halfUp(times(bonus, grid))) return 'bonus';
  if (BigInt(result.deduction) !== halfUp(times(deduction, grid))) return 'deduction';
  let total = result.bonus - result.deduction;
  for (const { points } of result.steps) total += points;
  return total === result.points ? undefined : 'total';
}

function wrongClass({ scheme, subjects, base }: Problem, subject: Subject, result: Result, byId: ReadonlyMap<string, Result>): string | undefined {
  const order = scheme.classes.map(({ key }) => key);
  const worse = (one: string, other: string) => (order.indexOf(one) > order.indexOf(other) ? one : other);
  const better = (one: string, other: string) => (order.indexOf(one) < order.indexOf(other) ? one : other);
  let expected = scheme.exemptAs;
  if (subject.exemption === undefined) {
    const mates = subjects.filter((other) => other.exemption === undefined && listOf(scheme, subjects, other) === listOf(scheme, subjects, subject));
    const ahead = mates.filter((other) => (byId.get(other.id)?.points ?? 0) > result.points).length;
    if (result.rank !== ahead + 1 || result.among !== mates.length || result.isExempt) return 'rank';
    // In a class stand all whose better mates leave room in it: its share of the list, parts of one dropped.
    expected = order.at(-1) ?? '';
    for (const { key, upTo } of scheme.classes.toReversed()) if (BigInt(ahead) < (BigInt(Math.round(upTo * 100)) * BigInt(mates.length)) / 10_000n) expected = key;
    if (result.ranked !== expected) return 'ranked';
    for (const guard of scheme.guards) {
      const indicator = scheme.indicators.find(({ key }) => key === guard.indicator);
      if (!indicator) return 'guard';
      const benchmark = benchmarkOf(indicator, subject.industry, base);
      const value = fractionOf(indicator, subject) ?? { above: 0n, below: 1n };
      const million = { above: 1_000_000n, below: 1n };
      const isBelow = benchmark !== undefined && halfUp(times(times(value, { above: benchmark.below, below: benchmark.above }), million)) < halfUp(times(decimal(guard.times), million));
      if (isBelow !== (guard.is === 'below')) continue;
      if (guard.best !== undefined) expected = worse(expected, guard.best);
      if (guard.worst !== undefined) expected = better(expected, guard.worst);
    }
  } else if (result.rank !== undefined || !result.isExempt) return 'exempt';
  for (const veto of scheme.vetoes) if (subject.vetoes?.includes(veto.key)) expected = worse(expected, veto.best);
  return result.class === expected ? undefined : 'class';
}

function listOf({ groups }: Scheme, subjects: readonly Subject[], { industry }: Subject): string {
  if (groups.by === 'all') return 'all';
  return subjects.filter((other) => other.exemption === undefined && other.industry === industry).length < groups.fewest ? 'rest' : industry;
}

function fractionOf({ numerator, denominator, per }: Indicator, { quantities }: Pick<Subject, 'quantities'>): Fraction | undefined {
  const [above, below] = [quantities[numerator], quantities[denominator]];
  return above === undefined || below === undefined || below <= 0 ? undefined : { above: BigInt(above), below: BigInt(below) * BigInt(per) };
}

function benchmarkOf(indicator: Indicator, industry: string, base: Problem['base']): Fraction | undefined {
  if ('fixed' in indicator.benchmark) return decimal(indicator.benchmark.fixed);
  const has = base.filter((each) => fractionOf(indicator, each) !== undefined);
  const own = indicator.benchmark.mean === 'industry' ? has.filter((each) => each.industry === industry) : [];
  for (const set of [own, has]) {
    const sum = set.reduce((all, { quantities }) => ({ above: all.above + BigInt(quantities[indicator.numerator] ?? 0), below: all.below + BigInt(quantities[indicator.denominator] ?? 0) * BigInt(indicator.per) }), { above: 0n, below: 0n });
    if (sum.above > 0n && sum.below > 0n) return sum;
  }
  return undefined;
}

/** A number as it is written, exactly. */
function decimal(number: number): Fraction {
  const [whole = '0', fraction = ''] = number.toFixed(9).split('.');
  return { above: BigInt(whole + fraction), below: 10n ** BigInt(fraction.length) };
}

function times(one: Fraction, other: Fraction): Fraction {
  return { above: one.above * other.above, below: one.below * other.below };
}

function plus(one: Fraction, other: Fraction): Fraction {
  return { above: one.above * other.below + other.above * one.below, below: one.below * other.below };
}

function isLess(one: Fraction, other: Fraction): boolean {
  return one.above * other.below < other.above * one.below;
}

function halfUp({ above, below }: Fraction): bigint {
  return (2n * above + below) / (2n * below);
}
