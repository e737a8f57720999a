import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmarksOf } from './benchmarks.ts';
import { printed } from './explain.ts';
import { presets } from './presets.ts';
import type { BaseSubject, Quantities, Scheme } from './problem.ts';
import { inBaseUnits, quantityNames } from './quantities.ts';
import { ranksOf, wholeOf } from './whole.ts';

const scheme = presets.huangyan2022;
const standing = { benchmarks: benchmarksOf(scheme, []), means: { valueAddedPerTonPollutant: 777 } };
const quantitiesOf = (of: Partial<Record<keyof Quantities, number>>): Quantities => Object.fromEntries(quantityNames.flatMap((name) => (of[name] === undefined ? [] : [[name, inBaseUnits(name, of[name])]])));
/** The worked example of parks.md §2.4, and one half as good on as much land, of which no emission is known. */
const one: BaseSubject = { industry: '36', quantities: quantitiesOf({ land: 20_000, tax: 900, valueAdded: 4_500, energy: 1_500, pollutant: 0.8, staff: 220, research: 320, revenue: 9_600 }) };
const other: BaseSubject = { industry: '17', quantities: quantitiesOf({ land: 20_000, tax: 300, valueAdded: 1_500, energy: 1_000, staff: 180, research: 40, revenue: 5_400 }) };

describe('a park as a whole', () => {
  test('of one enterprise is that enterprise: 115.38', () => {
    expect(printed(scheme, wholeOf(scheme, standing, [one]).points)).toBe('115.38');
  });

  test('of two is their sums: 20 万元 a mu, 100, 2.4, 15, 0.024; emission of the one that has it', () => {
    const { steps, points } = wholeOf(scheme, standing, [one, other]);
    expect(steps.map(({ value = 0 }) => Number(value.toPrecision(5)))).toEqual([20, 100, 2.4, 5_625, 15, 0.024]);
    expect(steps.map((step) => printed(scheme, step.points))).toEqual(['24.90', '14.69', '17.82', '11.41', '8.27', '7.95']);
    expect(printed(scheme, points)).toBe('85.04');
    expect(steps[0]).toMatchObject({ above: inBaseUnits('tax', 1_200), below: inBaseUnits('land', 40_000), of: 2 });
    expect(steps[3]).toMatchObject({ above: inBaseUnits('valueAdded', 4_500), below: inBaseUnits('pollutant', 0.8), of: 1 });
  });

  test('of nobody has no value; where a mean stands in, it gets the mean', () => {
    const { steps } = wholeOf(scheme, standing, []);
    expect(steps.map(({ value, points, of }) => [value, points, of])).toEqual(scheme.indicators.map(({ missing }) => [undefined, missing === 'mean' ? 777 : 0, 0]));
  });
});

test('equal points share a rank, and the next is as far behind as there are better ones', () => {
  expect(ranksOf([30, 50, 50, 10])).toEqual([3, 1, 1, 4]);
});

const amount = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined, freq: 6 });
const some: fc.Arbitrary<Quantities> = fc.record({
  tax: fc.option(fc.integer({ min: -1_000_000, max: 1e11 }), { nil: undefined, freq: 8 }), valueAdded: amount(1e12), revenue: amount(1e12), research: amount(1e10), land: amount(1e8), energy: amount(1e8), pollutant: amount(1e9), staff: amount(1e6), electricity: amount(1e9),
}, { requiredKeys: [] }).map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
const full: Required<Quantities> = { tax: 1e9, valueAdded: 5e9, revenue: 1e10, research: 3e8, land: 2e6, energy: 1.5e6, pollutant: 8e5, staff: 22_000, electricity: 1e6 };
const members = fc.array(fc.record({ industry: fc.constantFrom('17', '26', '36'), quantities: some }), { maxLength: 20 }).map((all): readonly BaseSubject[] => [...all, { industry: '36', quantities: full }]);
const meanSchemes = fc.constantFrom<Scheme>(presets.anhuiCity, presets.shandongFive);

describe('wholes', () => {
  test('the district held against its own means is worth the weights, in all 100', () => {
    fc.assert(fc.property(meanSchemes, members, (by, all) => {
      const benchmarks = benchmarksOf(by, all);
      fc.pre(by.indicators.every(({ key }) => (benchmarks[key]?.[''] ?? 0) > 0));
      const { steps, points } = wholeOf(by, { benchmarks, means: {} }, all);
      expect(steps.map((step) => step.points)).toEqual(by.indicators.map(({ weight }) => weight * 10 ** by.decimals));
      expect(points).toBe(100 * 10 ** by.decimals);
    }));
  });

  test('are the same in whatever order, and each sum is what slow code adds up of who has both', () => {
    fc.assert(fc.property(meanSchemes, members, (by, all) => {
      const of = (base: readonly BaseSubject[]) => wholeOf(by, { benchmarks: benchmarksOf(by, [{ industry: '', quantities: full }]), means: {} }, base);
      const { steps } = of(all);
      expect(of(all.toReversed())).toEqual(of(all));
      by.indicators.forEach(({ numerator, denominator, per }, at) => {
        let [above, below, count] = [0n, 0n, 0];
        for (const { quantities } of all) {
          if (quantities[numerator] === undefined || !((quantities[denominator] ?? 0) > 0)) continue;
          above += BigInt(quantities[numerator] ?? 0);
          below += BigInt(quantities[denominator] ?? 0);
          count += 1;
        }
        expect(steps[at]).toMatchObject({ above: Number(above), below: Number(below), of: count, value: Number(above) / (Number(below) * per) });
      });
    }));
  });

  test('lie between the worst and the best of their parts, value by value', () => {
    fc.assert(fc.property(members, members, (left, right) => {
      const of = (base: readonly BaseSubject[]) => wholeOf(scheme, standing, base).steps;
      const [one, two, both] = [of(left), of(right), of([...left, ...right])];
      both.forEach(({ value = 0 }, at) => {
        const parts = [one[at]?.value, two[at]?.value].filter((each) => each !== undefined);
        const slack = 1e-9 * Math.max(...parts.map(Math.abs));
        expect(value).toBeGreaterThanOrEqual(Math.min(...parts) - slack);
        expect(value).toBeLessThanOrEqual(Math.max(...parts) + slack);
      });
    }));
  });
});
