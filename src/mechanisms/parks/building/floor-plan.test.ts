import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaOf, boxOf, cutBy, footprint, plainFootprint, storeysOf, type Point, type Shape } from './floor-plan.ts';

const box = (width: number, height: number): Shape => [[[0, 0], [width, 0], [width, height], [0, height], [0, 0]]];
/** A courtyard and an L: what a cut has to get right beside boxes. */
const yard: Shape = [...box(60, 40), [[20, 10], [40, 10], [40, 30], [20, 30], [20, 10]]];
const ell: Shape = [[[0, 0], [60, 0], [60, 20], [20, 20], [20, 50], [0, 50], [0, 0]]];

describe('a storey cut into its units', () => {
  test('gives each its share of the floor, whatever the outline, and loses nothing', () => {
    fc.assert(fc.property(fc.constantFrom(box(50, 33), yard, ell), fc.array(fc.double({ min: 0.01, max: 0.3, noNaN: true }), { minLength: 1, maxLength: 3 }), (shape, shares) => {
      const { pieces, rest } = cutBy(shape, shares);
      const whole = areaOf(shape);
      pieces.forEach((piece, at) => expect(areaOf(piece) / whole).toBeCloseTo(shares[at] ?? 0, 3));
      expect(pieces.reduce((sum, piece) => sum + areaOf(piece), 0) + (rest ? areaOf(rest) : 0)).toBeCloseTo(whole, 1);
    }));
  });

  test('leaves nothing over where the units are the whole floor', () => {
    expect(cutBy(ell, [0.5, 0.5]).rest).toBeUndefined();
    expect(boxOf(cutBy(box(50, 33), [0.4, 0.6]).pieces[1] ?? [])).toMatchObject({ left: expect.closeTo(20, 2) as number, right: 50 });
  });
});

describe('the outline of a building', () => {
  const turned = (degrees: number): [number, number][] => {
    const [turn, narrowing] = [(degrees * Math.PI) / 180, Math.cos((36.4 * Math.PI) / 180)];
    return (box(90, 60)[0] ?? []).map(([x, y]: Point) => [120.5 + (x * Math.cos(turn) - y * Math.sin(turn)) / 111_320 / narrowing, 36.4 + (x * Math.sin(turn) + y * Math.cos(turn)) / 111_320]);
  };

  test.each([0, 30, 80, -45, 170])('lies level, at its size, when it stands at %i degrees', (degrees) => {
    const shape = footprint({ type: 'Polygon', coordinates: [turned(degrees)] }) ?? [];
    const { left, right, bottom, top } = boxOf(shape);
    expect([left, bottom, right, top].map((each) => Math.round(each))).toEqual([0, 0, 90, 60]);
    expect(areaOf(shape)).toBeCloseTo(5400, 0);
  });

  test('is a rectangle of a storey where none is registered', () => {
    expect(footprint({ type: 'Point', coordinates: [120.5, 36.4] })).toBeUndefined();
    expect(footprint(undefined)).toBeUndefined();
    expect(areaOf(plainFootprint(1500))).toBeCloseTo(1500, 6);
  });
});

describe('the storeys of a building', () => {
  const unit = (id: string, storey: number, netArea: number) => ({ id, storey, netArea });
  const drawn = (units: readonly ReturnType<typeof unit>[], building = { storeys: 5, floorArea: 8_000 }) => storeysOf(units, building).map(({ storey, units: here }) => [storey, here.map(({ unit: { id }, share, isUpper }) => `${id} ${share.toFixed(2)}${isUpper ? ' above' : ''}`)]);

  test('stand from the highest down, each with its units and what they take of the floor', () => {
    expect(drawn([unit('01', 1, 400), unit('02', 1, 800), unit('03', 2, 1_600)])).toEqual([[5, []], [4, []], [3, []], [2, ['03 1.00']], [1, ['01 0.25', '02 0.50']]]);
  });

  test('share a unit that is larger than one of them', () => {
    expect(drawn([unit('01', 1, 3_100), unit('02', 3, 3_100)])).toEqual([[5, []], [4, ['02 0.97 above']], [3, ['02 0.97']], [2, ['01 0.97 above']], [1, ['01 0.97']]]);
  });

  test('hold cellars, no storey nought, and floors that are fuller than the building has', () => {
    expect(drawn([unit('B1', -1, 1_000), unit('01', 1, 3_000), unit('02', 1, 1_000)], { storeys: 2, floorArea: 6_000 })).toEqual([[2, []], [1, ['01 0.75', '02 0.25']], [-1, ['B1 0.33']]]);
    expect(drawn([unit('B1', -1, 5_800)], { storeys: 2, floorArea: 6_000 })).toEqual([[2, []], [1, ['B1 0.97 above']], [-1, ['B1 0.97']]]);
  });
});
