import { mu } from '#kernel/area.ts';
import type { Place } from '#kernel/fact.ts';

// The drawing of a building from what is registered of it: its outline, its storeys, and the net area of each unit. No survey: where a unit lies on its storey is nobody's record.

/** Metres east and north. */
export type Point = readonly [east: number, north: number];
export type Ring = readonly Point[];
/** Rings of an area; drawn with `evenodd`, inner ones are holes. */
export type Shape = readonly Ring[];

/** A unit as the register has it. */
export interface DrawnUnit {
  readonly id: string;
  readonly storey: number;
  /** ㎡ */
  readonly netArea: number;
}

/** A storey with the units that lie on it; a unit larger than a storey lies on several. */
export interface Storey<U extends DrawnUnit> {
  readonly storey: number;
  readonly units: readonly { readonly unit: U; /** Of the storey's floor, 0–1. */ readonly share: number; /** It begins on a storey below. */ readonly isUpper: boolean }[];
}

/** Metres in a degree of latitude; in one of longitude by the cosine of the latitude. Enough for one building. */
const metresOfDegree = 111_320;

/** So many storeys up: there is none between the first cellar and the ground. */
function above(storey: number, up: number): number {
  return storey < 0 && storey + up >= 0 ? storey + up + 1 : storey + up;
}

/** The outline of a building in metres, its longest wall laid level, from the lower left; nothing where the place is a point. */
export function footprint(place: Place | undefined): Shape | undefined {
  const outer = place?.type === 'Polygon' ? place.coordinates[0] : undefined;
  if (place?.type !== 'Polygon' || outer === undefined || outer.length < 4) return undefined;
  const [west = 0, south = 0] = outer[0] ?? [];
  const narrowing = Math.cos((south * Math.PI) / 180);
  const flat = place.coordinates.map((ring) => ring.map(([longitude, latitude]): Point => [(longitude - west) * narrowing * metresOfDegree, (latitude - south) * metresOfDegree]));
  const turn = -longestWall(flat[0] ?? []);
  const turned = flat.map((ring) => ring.map(([x, y]): Point => [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)]));
  const { left, bottom } = boxOf(turned);
  return turned.map((ring) => ring.map(([x, y]): Point => [x - left, y - bottom]));
}

/** Where no outline is registered: three to two, of the area of a storey. */
export function plainFootprint(area: number): Shape {
  const high = Math.sqrt(Math.max(area, mu) / 1.5);
  return [[[0, 0], [1.5 * high, 0], [1.5 * high, high], [0, high], [0, 0]]];
}

/** The angle of the longest wall, between −90° and 90°. */
function longestWall(ring: Ring): number {
  let [longest, angle] = [0, 0];
  for (const [at, [x, y]] of ring.entries()) {
    const [toX, toY] = ring[at + 1] ?? [x, y];
    const length = Math.hypot(toX - x, toY - y);
    // Walls that are as long to a hand's breadth: the first counts, or a rounding would lay one building level and the next upright.
    if (length > longest + 0.1) [longest, angle] = [length, Math.atan2(toY - y, toX - x)];
  }
  return angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
}

/** The box that holds a shape. */
export function boxOf(shape: Shape): { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number } {
  const points = shape.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** ㎡ of a shape: its outer ring less the holes. */
export function areaOf([outer = [], ...holes]: Shape): number {
  return ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);
}

function ringArea(ring: Ring): number {
  return Math.abs(ring.reduce((sum, [x, y], at) => {
    const [toX, toY] = ring[at + 1] ?? ring[0] ?? [x, y];
    return sum + x * toY - toX * y;
  }, 0)) / 2;
}

/** A shape cut crosswise into pieces of these shares of its area, from left to right; what is left over comes last. */
export function cutBy(shape: Shape, shares: readonly number[]): { readonly pieces: readonly Shape[]; readonly rest: Shape | undefined } {
  const { left, right } = boxOf(shape);
  const whole = areaOf(shape);
  let taken = 0;
  let from = left;
  const pieces = shares.map((share) => {
    taken = Math.min(1, taken + share);
    const to = taken > 1 - 1e-6 ? right : edgeAt(shape, whole * taken, left, right);
    const piece = between(shape, from, to);
    from = to;
    return piece;
  });
  return { pieces, rest: right - from > 1e-6 ? between(shape, from, right) : undefined };
}

/** Where so much of the area lies to the left, to a millimetre. */
function edgeAt(shape: Shape, area: number, left: number, right: number): number {
  let [low, high] = [left, right];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (areaOf(clipped(shape, middle, 1)) < area) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function between(shape: Shape, from: number, to: number): Shape {
  return clipped(clipped(shape, to, 1), from, -1);
}

/** What lies left of a line (1) or right of it (−1), ring by ring (Sutherland and Hodgman). */
function clipped(shape: Shape, line: number, side: 1 | -1): Shape {
  const isIn = ([x]: Point) => side * (line - x) >= 0;
  return shape.flatMap((ring): Ring[] => {
    const kept: Point[] = [];
    for (const [at, point] of ring.slice(0, -1).entries()) {
      const next = ring[at + 1] as Point; // the ring is closed
      if (isIn(point)) kept.push(point);
      if (isIn(point) !== isIn(next)) kept.push([line, point[1] + ((next[1] - point[1]) * (line - point[0])) / (next[0] - point[0])]);
    }
    return kept.length < 3 ? [] : [[...kept, kept[0] as Point]];
  });
}

/**
 * The storeys of a building, the highest first, each with its units in their order. `floorArea` ㎡ over `storeys` is a storey's floor; a unit that is larger lies on as many storeys as it takes,
 * from its own upwards. Units that together are more than the floor share it.
 */
export function storeysOf<U extends DrawnUnit>(units: readonly U[], { storeys, floorArea }: { readonly storeys: number; readonly floorArea: number }): readonly Storey<U>[] {
  const floor = floorArea / Math.max(1, storeys);
  const laid = units.flatMap((unit) => {
    const takes = floor > 0 ? Math.max(1, Math.ceil(unit.netArea / floor - 0.01)) : 1;
    return Array.from({ length: takes }, (_each, up) => ({ unit, storey: above(unit.storey, up), area: unit.netArea / takes, isUpper: up > 0 }));
  });
  const top = Math.max(storeys, ...laid.map(({ storey }) => storey));
  const bottom = Math.min(1, ...laid.map(({ storey }) => storey));
  return Array.from({ length: top - bottom + 1 }, (_each, down) => top - down)
    .filter((storey) => storey !== 0 || laid.some((each) => each.storey === 0))
    .map((storey) => {
      const here = laid.filter((each) => each.storey === storey);
      const whole = Math.max(floor, here.reduce((sum, { area }) => sum + area, 0)) || 1;
      return { storey, units: here.map(({ unit, area, isUpper }) => ({ unit, share: area / whole, isUpper })) };
    });
}
