import { describe, expect, test } from 'vitest';
import { mu } from '#kernel/area.ts';
import { commonLimits, findAnomalies } from '#engines/evaluation/anomalies.ts';
import { admits } from '#kernel/figure.ts';
import { farFloorOf } from './far-floors.ts';
import { capacityOf, differenceOf, evaluatedArea, impliedWhole, landOf, meanOf, multipleOf } from './land.ts';

// The worked examples of parks.md §1.2, §7.1, §8 and §9.

describe('land', () => {
  test('of a tenant is 6.00 亩 for 6,000 ㎡ leased at a plot ratio of 1.5, and yard counts as it is', () => {
    expect(landOf({ floor: 6000 }, 30_000 / 20_000)).toBe(4000);
    expect((landOf({ floor: 6000 }, 1.5) / mu).toFixed(2)).toBe('6.00');
    expect(landOf({ floor: 6000, yard: 500 }, 1.5)).toBe(4500);
    expect(landOf({ floor: 6000 }, 0)).toBe(0);
  });

  test('declared as 18 亩 against 30 in the register is evaluated as 30, whatever was declared', () => {
    expect(evaluatedArea(30 * mu, undefined)).toBe(30 * mu);
    expect(evaluatedArea(30 * mu, 31 * mu)).toBe(31 * mu);
    expect([differenceOf(18 * mu, 30 * mu), differenceOf(30 * mu, 18 * mu)]).toEqual([40, 40]);
    expect([differenceOf(5, 0), differenceOf(0, 0)]).toEqual([100, 0]);
  });

  test('differs here by what the tests of the evaluation take for a difference', () => {
    for (const [declared, registered] of [[19_000, 20_000], [18_999, 20_000], [21_052, 20_000], [21_053, 20_000], [0, 20_000]] as const) {
      const found = findAnomalies([{ id: 'e', industry: '36', quantities: { land: registered * 100 }, declared: { declaredLand: declared * 100 } }], [], { ...commonLimits, areaPercent: 5 });
      expect([declared, found.some(({ kind }) => kind === 'area')]).toEqual([declared, differenceOf(declared, registered) > 5]);
    }
  });
});

test('a capacity of 150,600 ㎡ by 3,000 is 50, which may not be printed as 50余', () => {
  expect(capacityOf(150_600, 3000)).toBe(50);
  expect(admits('yu', 50, capacityOf(150_600, 3000))).toBe(false);
  expect(admits('yu', 50, capacityOf(153_000, 3000))).toBe(true);
  expect(capacityOf(100, 0)).toBe(0);
});

test('the multiple is 2.18 for 26.4 over 12.1 and 105 for 4,200 over 40; nothing can be said over nothing', () => {
  expect(multipleOf(26.4, 12.1)).toBe(2.18);
  expect(multipleOf(4200, 40)).toBe(105);
  expect(multipleOf(10, 0)).toBeUndefined();
  expect(meanOf([10, 20, 60])).toBe(30);
  expect(meanOf([])).toBe(0);
});

test('over 100 billion and 75.5 % imply 132.45 billion for the whole', () => {
  expect(impliedWhole(1000, 75.5).toFixed(1)).toBe('1324.5');
});

test('the least plot ratio goes by the first two digits of the industry', () => {
  expect([farFloorOf('C1781'), farFloorOf('C3670'), farFloorOf('C39'), farFloorOf(undefined)]).toEqual([0.8, 0.7, 0.7, 0.7]);
});
