import { describe, expect, test } from 'vitest';
import { isSound, measure } from './server.ts';

// A square of about a kilometre near 即墨, and what may be wrong with a boundary.

const square = { type: 'Polygon', coordinates: [[[120.45, 36.39], [120.46, 36.39], [120.46, 36.4], [120.45, 36.4], [120.45, 36.39]]] } as const;
const bowTie = { type: 'Polygon', coordinates: [[[120.45, 36.39], [120.46, 36.4], [120.46, 36.39], [120.45, 36.4], [120.45, 36.39]]] } as const;
const holed = { type: 'Polygon', coordinates: [square.coordinates[0], [[120.452, 36.392], [120.454, 36.392], [120.454, 36.394], [120.452, 36.394], [120.452, 36.392]]] } as const;

/** The area of a small quadrangle of the ellipsoid by its radii of curvature, apart from the library: M·N·cos φ·Δφ·Δλ. */
function quadrangle(latitude: number, degrees: number): number {
  const [a, f, phi, angle] = [6_378_137, 1 / 298.257222101, (latitude * Math.PI) / 180, (degrees * Math.PI) / 180];
  const e2 = f * (2 - f);
  const w = Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return ((a * (1 - e2)) / w ** 3) * (a / w) * Math.cos(phi) * angle * angle;
}

describe('the area within a boundary', () => {
  test('is that of the ellipsoid of CGCS2000, whichever way round the points go', () => {
    const expected = quadrangle(36.395, 0.01);
    expect(Math.abs(measure(square) - expected) / expected).toBeLessThan(1e-5);
    expect(measure({ type: 'Polygon', coordinates: [square.coordinates[0].toReversed()] })).toBe(measure(square));
  });

  test('leaves out the holes; a point has none', () => {
    expect((measure(square) - measure(holed)) / measure(square)).toBeCloseTo(0.04, 3);
    expect(measure({ type: 'Point', coordinates: [120.45, 36.39] })).toBe(0);
  });
});

describe('a boundary', () => {
  test('that crosses itself, is left open or passes a point twice is none', () => {
    expect([isSound(square), isSound(holed), isSound(bowTie)]).toEqual([true, true, false]);
    expect(isSound({ type: 'Polygon', coordinates: [square.coordinates[0].slice(0, 4)] })).toBe(false);
    const [first, second, ...rest] = square.coordinates[0];
    expect(isSound({ type: 'Polygon', coordinates: [[first, second, second, ...rest]] })).toBe(false);
    expect(isSound({ type: 'Point', coordinates: [120.45, 36.39] })).toBe(false);
  });
});
