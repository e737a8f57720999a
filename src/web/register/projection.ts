import type { Place } from '#kernel/fact.ts';

export type Position = readonly [longitude: number, latitude: number];

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Every point of a place. */
export function positionsOf(place: Place): readonly Position[] {
  return place.type === 'Point' ? [place.coordinates] : place.coordinates.flat();
}

/** The smallest ground that holds all places, with some air around it; points alone get a kilometre. With a share of its own the air is of the places' size alone: for one outline. */
export function boundsOf(places: readonly Place[], share?: number): Bounds {
  const all = places.flatMap(positionsOf);
  const longitudes = all.map(([longitude]) => longitude);
  const latitudes = all.map(([, latitude]) => latitude);
  const bounds = { west: least(longitudes), east: -least(longitudes.map((each) => -each)), south: least(latitudes), north: -least(latitudes.map((each) => -each)) };
  const size = Math.max(bounds.east - bounds.west, bounds.north - bounds.south);
  // An area has a size of its own, however small; a point has none.
  const air = share === undefined ? Math.max(size * 0.06, places.some(({ type }) => type === 'Polygon') ? 0 : 0.005) : size * share;
  return { west: bounds.west - air, east: bounds.east + air, south: bounds.south - air, north: bounds.north + air };
}

/** Spreading thousands of numbers into Math.min overflows the stack of older browsers. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((low, each) => Math.min(low, each), Number.POSITIVE_INFINITY);
}

export interface Projection {
  /** Pixels of a position, from the top left. */
  readonly at: (position: Position) => readonly [x: number, y: number];
  /** The position of a pixel. */
  readonly from: (x: number, y: number) => Position;
  readonly metresOfPixel: number;
  /** The pixels that the ground takes of what it was given: it is as narrow or as flat as the ground. */
  readonly frame: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

const metresOfDegree = 111_320;

/** A county is small enough for degrees to be laid flat, narrowed by the latitude of its middle. */
export function projectionOf({ west, south, east, north }: Bounds, width: number, height: number): Projection {
  const narrowing = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = Math.min(width / ((east - west) * narrowing), height / (north - south));
  const left = (width - (east - west) * narrowing * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  return {
    at: ([longitude, latitude]) => [left + (longitude - west) * narrowing * scale, top + (north - latitude) * scale],
    from: (x, y) => [west + (x - left) / (narrowing * scale), north - (y - top) / scale],
    metresOfPixel: metresOfDegree / scale,
    frame: { left, top, width: width - 2 * left, height: height - 2 * top },
  };
}

/** Positions as a line of an SVG path, to a tenth of a pixel. */
export function linePath(positions: readonly Position[], at: Projection['at']): string {
  return `M${positions.map((position) => at(position).map((each) => each.toFixed(1)).join(' ')).join('L')}`;
}

/** The rings of an area as one closed path; drawn with `evenodd`, inner rings are holes. */
export function areaPath(rings: readonly (readonly Position[])[], at: Projection['at']): string {
  return rings.map((ring) => `${linePath(ring, at)}Z`).join('');
}

/** A length that is round and about as wide as wished: for the scale of a map. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((each) => each * power).find((each) => each <= metres) ?? power;
}
