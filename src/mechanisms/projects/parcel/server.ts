import kinks from '@turf/kinks';
import geographic from 'geographiclib-geodesic';
import type { Place } from '#kernel/fact.ts';
import type { MechanismServer } from '../../serving.ts';

const { Geodesic } = geographic;
/** CGCS2000 (GB/T 18522): its ellipsoid, on which areas of the register are reckoned. */
const cgcs2000 = new Geodesic.Geodesic(6_378_137, 1 / 298.257222101);

/** What a parcel asks of the server: the area within a boundary, and whether the boundary is one. */
export const serving: MechanismServer = {
  computes: {
    survey: { work: (_situation, input) => surveyed(input['place'] as Place, input['area'] as number) },
    enrol: { work: (_situation, input) => surveyed(input['place'] as Place, input['area'] as number) },
  },
};

function surveyed(place: Place, area: number) {
  const measuredArea = measure(place);
  return { measuredArea, difference: Math.round((Math.abs(measuredArea - area) / area) * 10_000) / 100, isPolygon: place.type === 'Polygon', isSound: isSound(place) };
}

/** The area of a polygon in ㎡, to the hundredth: its first ring less the holes. A point has none. */
export function measure(place: Place): number {
  if (place.type !== 'Polygon') return 0;
  const [outer = 0, ...holes] = place.coordinates.map(ringArea);
  return Math.round((outer - holes.reduce((sum, hole) => sum + hole, 0)) * 100) / 100;
}

function ringArea(ring: readonly (readonly [number, number])[]): number {
  const polygon = cgcs2000.Polygon(false);
  // The last point repeats the first.
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(latitude, longitude);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

/** Closed rings that nowhere cross themselves or touch in between. */
export function isSound(place: Place): boolean {
  if (place.type !== 'Polygon') return false;
  const isClosed = place.coordinates.every((ring) => ring.length >= 4 && ring[0]?.join() === ring.at(-1)?.join() && new Set(ring.map((point) => point.join())).size === ring.length - 1);
  return isClosed && kinks({ type: 'Polygon', coordinates: place.coordinates.map((ring) => ring.map((point) => [...point])) }).features.length === 0;
}
