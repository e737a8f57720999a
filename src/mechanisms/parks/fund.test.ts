import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowsOf, rateOfReturn } from './fund.ts';

describe('the rate of return of a redevelopment', () => {
  test('is 10 % where 1,000 comes back as 1,100 after a year, as 1,210 after two, or as ten rents of 162.75', () => {
    expect(rateOfReturn([-1000, 1100])).toBe(10);
    expect(rateOfReturn([-1000, 0, 1210])).toBe(10);
    expect(rateOfReturn([-1000, ...Array.from({ length: 10 }, () => 162.7454)])).toBe(10);
  });

  test('is reckoned from what is spent, let and sold by year, years without a plan between them', () => {
    // 130,000 万元 spent over two years; 5,000 of rent a year and half of the floor sold in the fourth.
    const rows = [{ year: 2024, sale: 65_000 }, { year: 2020, spent: 80_000 }, { year: 2021, spent: 50_000 }, { year: 2024, rent: 5_000 }, ...[2023, 2025, 2026].map((year) => ({ year, rent: 5_000 })), { year: 2027, rent: 5_000, sale: 90_000 }];
    const flows = flowsOf(rows);
    expect(flows).toEqual([-80_000, -50_000, 0, 5_000, 70_000, 5_000, 5_000, 95_000]);
    const rate = rateOfReturn(flows) ?? Number.NaN;
    const worth = (percent: number) => flows.reduce((sum, flow, at) => sum + flow / (1 + percent / 100) ** at, 0);
    // At the rate to the hundredth what is left is within what a hundredth is worth, on either side.
    expect([worth(rate - 0.01) > 0, worth(rate + 0.01) < 0]).toEqual([true, true]);
  });

  test('is not said where nothing is spent first, nothing comes back, or the flows turn more than once', () => {
    expect([rateOfReturn([]), rateOfReturn([100, -50]), rateOfReturn([-100, 0]), rateOfReturn([-100, 230, -132])]).toEqual([undefined, undefined, undefined, undefined]);
    expect(flowsOf([{ spent: 3 }])).toEqual([]);
  });

  test('rises with every rent', () => {
    fc.assert(fc.property(fc.integer({ min: 1_000, max: 9_000 }), fc.array(fc.integer({ min: 100, max: 3_000 }), { minLength: 3, maxLength: 20 }), (spent, rents) => {
      const [rate, more] = [rateOfReturn([-spent, ...rents]), rateOfReturn([-spent, ...rents.map((rent) => rent + 100)])];
      if (rate !== undefined && more !== undefined) expect(more).toBeGreaterThan(rate);
    }));
  });
});
