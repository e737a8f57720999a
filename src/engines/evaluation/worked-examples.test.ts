import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findAnomalies } from './anomalies.ts';
import { cutOf } from './classes.ts';
import { explain, explainNoEvaluation, printed, tally } from './explain.ts';
import { formulas } from './indicators.ts';
import { onLadder, presets } from './presets.ts';
import type { Evaluation, Problem, Scheme, Subject } from './problem.ts';
import { inBaseUnits } from './quantities.ts';
import { evaluate } from './solve.ts';
import { findDisagreement } from './verify.ts';

// The worked examples of parks.md §2.4 and §2.5, number by number.

/** 20 000 ㎡, tax 900, value added 4 500, energy 1 500 tce, emission 0.8 t, staff 220, R&D 320 of revenue 9 600 (万元). */
const example: Subject = {
  id: '示例企业', industry: '36',
  quantities: {
    land: inBaseUnits('land', 20_000), tax: inBaseUnits('tax', 900), valueAdded: inBaseUnits('valueAdded', 4_500), energy: inBaseUnits('energy', 1_500),
    pollutant: inBaseUnits('pollutant', 0.8), staff: inBaseUnits('staff', 220), research: inBaseUnits('research', 320), revenue: inBaseUnits('revenue', 9_600),
  },
};

function solved(problem: Problem): Evaluation {
  const answer = evaluate(problem);
  if ('no' in answer) throw new Error(explainNoEvaluation(answer).en);
  expect(findDisagreement(problem, answer)).toBeUndefined();
  return answer;
}

const alone = (scheme: Scheme, subject: Subject = example) => solved({ scheme, subjects: [subject], base: [] }).results[0]!;
const points = (scheme: Scheme, subject?: Subject) => printed(scheme, alone(scheme, subject).points);
const on18mu = { ...example, quantities: { ...example.quantities, land: inBaseUnits('land', 12_000) } };

describe('the worked example', () => {
  const finer = { ...presets.huangyan2022, decimals: 3 };

  test('comes to 115.38 with each value and each number of points as printed', () => {
    const { steps } = alone(presets.huangyan2022);
    expect(steps.map(({ value = 0 }) => Number(value.toPrecision(5)))).toEqual([30, 150, 3, 5625, 20.455, 0.033333]);
    expect(steps.map((step) => printed(presets.huangyan2022, step.points))).toEqual(['37.35', '22.03', '22.27', '11.41', '11.28', '11.04']);
    expect(points(presets.huangyan2022)).toBe('115.38');
    expect(alone(finer).steps.map((step) => printed(finer, step.points))).toEqual(['37.349', '22.033', '22.272', '11.410', '11.276', '11.038']);
  });

  test('on 18 mu is held at the caps: 45.00 and 30.00, in all 131.00, and without caps 154.97', () => {
    const { steps } = alone(presets.huangyan2022, on18mu);
    expect(steps.slice(0, 2).map((step) => [printed(presets.huangyan2022, step.points), step.how])).toEqual([['45.00', 'capped'], ['30.00', 'capped']]);
    expect(points(presets.huangyan2022, on18mu)).toBe('131.00');
    const uncapped = { ...presets.huangyan2022, cap: 100 };
    expect(alone(uncapped, on18mu).steps.slice(0, 2).map((step) => printed(uncapped, step.points))).toEqual(['62.25', '36.72']);
    expect(points(uncapped, on18mu)).toBe('154.97');
  });

  test('rounds a half up where the doubles stand a hair below it: 17/30 of 33⅓ × 45 is 0.765 and counts 0.77', () => {
    const base = [{ industry: '36', quantities: { ...example.quantities, tax: 1e9, land: 2e6 } }];
    const [step] = solved({ scheme: presets.anhuiCity, base, subjects: [{ id: 'small', industry: '36', quantities: { tax: 17, land: 2 } }] }).results[0]?.steps ?? [];
    expect(step).toMatchObject({ indicator: 'taxPerMu', points: 77, how: 'scored' });
  });

  test('on 18 mu against 30 in the register is caught', () => {
    const caught = findAnomalies([{ ...example, declared: { registeredLand: 2_000_000, declaredLand: inBaseUnits('land', 12_000) } }], [formulas.taxPerMu]);
    expect(caught).toEqual([{ id: '示例企业', kind: 'area', of: 'declaredLand', values: [2_000_000, 1_200_000] }]);
  });

  test('opens into sentences that name value, benchmark, weight, cap, points, rank and class', () => {
    const words = explain(presets.huangyan2022, alone(presets.huangyan2022, on18mu)).map(({ zh }) => zh);
    expect(words[0]).toBe('亩均税收：50÷24.097×30超过上限，按权重的1.5倍计45分（万元/亩）。');
    expect(words[2]).toBe('单位能耗增加值：3÷2.694×20＝22.27分（万元/吨标煤，权重20）。');
    expect(words).toContain('合计131.00分。');
    expect(words).toContain('在全部企业1家中列第1位，按分档为D类 限制发展。');
    expect(words.at(-1)).toBe('评价结果：B类 支持发展。');
  });
});

describe('cut-offs', () => {
  const counts = (among: number, ends = [20, 80, 95, 100]) => ends.map((upTo, at) => cutOf(upTo, among) - cutOf(ends[at - 1] ?? 0, among));

  test('of 40 are 8, 24, 6, 2 and of 37 are 7, 22, 6, 2', () => {
    expect(counts(40)).toEqual([8, 24, 6, 2]);
    expect(counts(37)).toEqual([7, 22, 6, 2]);
  });

  test('of a published 25/70/95 take a quarter up and a twentieth down', () => expect(counts(120, [25, 70, 95, 100])).toEqual([30, 54, 30, 6]));

  test.each([[40, { A: 8, B: 24, C: 6, D: 2 }], [37, { A: 7, B: 22, C: 6, D: 2 }]])('divide %d enterprises that no guard touches', (among, expected) => {
    const scheme = { ...presets.huangyan2022, guards: [] };
    const subjects = Array.from({ length: among }, (_, at) => ({ ...example, id: String(at), quantities: { ...example.quantities, tax: 1_000_000 * (100 + at) } }));
    expect(tally(scheme, solved({ scheme, subjects, base: [] }))).toEqual({ classes: expected, ungraded: 0 });
  });
});

describe('presets', () => {
  const lines = readFileSync(new URL('../../../test/data/mu-evaluation-weights-benchmarks.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
  const published: readonly (readonly [Scheme, string, string, string])[] = [
    [presets.huangyan2022, '台州市黄岩区', '2022', '规上'], [presets.huangyan2021, '台州市黄岩区', '2021', '规上'],
    [presets.huangyanSmall2022, '台州市黄岩区', '2022', '规下'], [presets.huangyanSmall2021, '台州市黄岩区', '2021', '规下'],
  ];

  test.each(published)('$name.zh has the weights and benchmarks that were published', (scheme, region, year, scope) => {
    const rows = lines.filter((line) => line[0] === region && line[1] === year && line[2] === scope);
    expect(rows.length).toBe(scheme.indicators.length);
    expect(scheme.indicators.map(({ weight, benchmark }) => [weight, 'fixed' in benchmark ? benchmark.fixed : undefined])).toEqual(rows.map((row) => [Number(row[6]), Number(row[7])]));
  });

  test('of the Anhui city has its weights', () => {
    const rows = lines.filter((line) => line[0]?.startsWith('安徽'));
    const weights = Object.fromEntries(rows.map((row) => [row[3] ?? '', Number(row[6])]));
    expect(presets.anhuiCity.indicators.map(({ weight }) => weight).toSorted()).toEqual(Object.values(weights).toSorted());
    expect(presets.anhuiCity.indicators.find(({ key }) => key === 'revenuePerMu')?.weight).toBe(weights['亩均销售收入']);
  });

  test('of Shandong measure the five that Shandong measures', () => {
    expect(presets.shandongFive.indicators.map(({ name }) => name.zh)).toEqual(['亩均税收', '单位能耗销售收入', '单位污染物排放销售收入', 'R&D经费占主营业务收入比重', '全员劳动生产率']);
  });

  test.each(Object.entries(presets))('%s can be evaluated by', (_name, scheme) => {
    expect(evaluate({ scheme, subjects: [example], base: [{ industry: '36', quantities: { ...example.quantities, electricity: 1 } }] })).not.toHaveProperty('no');
  });

  test('below size count tax per kWh and take ten points for the first small tenant, five for each further', () => {
    const small: Subject = { id: 's', industry: '29', quantities: { tax: inBaseUnits('tax', 115.932), land: inBaseUnits('land', 20_000 / 3), electricity: 492_908 }, counts: { smallTenants: 3 } };
    const result = alone(presets.huangyanSmall2022, small);
    expect(result.steps.map((step) => step.value?.toFixed(4))).toEqual(['11.5932', '2.3520']);
    expect(result.deduction).toBe(2_000);
    expect(alone(presets.huangyan2022, { ...example, counts: { smallTenants: 3 } }).deduction).toBe(1_000);
  });
});

describe('published lists', () => {
  const rows = readFileSync(new URL('../../../test/data/mu-evaluation-published-results.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
  const printedCounts = rows.filter((row) => row[4] !== '' && row[8] !== '' && row[0] !== '山东省' && row[0] !== '青岛市').map((row) => ({ name: `${row[0]} ${row[3]}`, evaluated: Number(row[4]), classes: row.slice(5, 10).reduce((sum, each) => sum + Number(each), 0) }));

  test('add up to the evaluated, but for one that leaves its ungraded out', () => {
    expect(printedCounts.length).toBeGreaterThanOrEqual(4);
    expect(printedCounts.filter(({ evaluated, classes }) => evaluated !== classes)).toEqual([{ name: '景宁畲族自治县 规下(3亩以上)', evaluated: 36, classes: 28 }]);
  });

  test('would add up if the ungraded were printed as ours are', () => {
    const scheme = { ...presets.huangyanSmall2022, guards: [] };
    const quantities = { tax: 1_000_000, land: 100_000, electricity: 1_000 };
    const subjects = Array.from({ length: 36 }, (_, at) => ({ id: String(at), industry: '29', quantities: { ...quantities, tax: quantities.tax + at }, ...(at < 8 ? { exemption: 'startUp' } : {}) }));
    const { classes, ungraded } = tally(scheme, solved({ scheme, subjects, base: [] }));
    expect([ungraded, ungraded + Object.values(classes).reduce((sum, each) => sum + each, 0)]).toEqual([8, 36]);
  });
});

test('A+, A, B and C: 40 firms are 8, 22, 8 and 2, a veto is C, a cap is B, and A+ too needs the tax of the benchmark', () => {
  const scheme = onLadder({ ...presets.huangyan2022, bonusLimit: 0 }, 'plus');
  const firm = (nth: number, more: Partial<Subject> = {}): Subject => ({ id: `e${nth}`, industry: '36', quantities: { ...example.quantities, tax: inBaseUnits('tax', 1_080 - 9 * nth) }, ...more });
  const plain = { scheme, base: [], subjects: Array.from({ length: 40 }, (_each, nth) => firm(nth)) };
  expect(tally(scheme, solved(plain)).classes).toEqual({ '1A': 8, A: 22, B: 8, C: 2 });
  const bound = solved({ ...plain, subjects: plain.subjects.map((each, nth) => (nth === 0 ? { ...each, vetoes: ['taxFraud'] } : nth === 1 ? { ...each, vetoes: ['wages'] } : each)) });
  expect(bound.results.slice(0, 3).map((result) => result.class)).toEqual(['C', 'B', '1A']);
  const poor = solved({ ...plain, subjects: plain.subjects.map((each) => ({ ...each, quantities: { ...each.quantities, land: inBaseUnits('land', 200_000) } })) });
  expect(poor.results.every((result) => !['1A', 'A'].includes(result.class))).toBe(true);
  expect(findDisagreement(plain, solved(plain))).toBeUndefined();
});
