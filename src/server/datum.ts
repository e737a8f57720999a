import gcoord from 'gcoord';
import type { FromGcj02 } from '#kernel/datum.ts';

// Its declarations speak of a default export that its CommonJS does not have: what is imported is that default itself.
const { transform, GCJ02, WGS84 } = gcoord as unknown as (typeof gcoord)['default'];

/** From the shifted degrees of internet maps to CGCS2000, which lies within centimetres of WGS 84; good to a metre or two, as the shift itself is. */
export const fromGcj02: FromGcj02 = (place) => {
  const point = ([longitude, latitude]: readonly [number, number]): [number, number] => {
    const [east, north] = transform<[number, number]>([longitude, latitude], GCJ02, WGS84);
    return [Number(east.toFixed(7)), Number(north.toFixed(7))];
  };
  return place.type === 'Point' ? { type: 'Point', coordinates: point(place.coordinates) } : { type: 'Polygon', coordinates: place.coordinates.map((ring) => ring.map(point)) };
};
