import { mu } from '#kernel/area.ts';
import type { Place } from '#kernel/fact.ts';
import { dice, pick } from '../story.ts';
import { sampleParks, type SamplePark } from './sample-parks.ts';

/** Metres in a degree on the ellipsoid of CGCS2000 at 36.4° N. */
const [perLatitude, perLongitude] = [110_972, 89_738];

/** A parcel of the sample: its key, its shape, how it was used in two years. */
export interface SampleParcel {
  readonly key: string;
  readonly parcelNo: string;
  readonly park: SamplePark;
  readonly nth: number;
  readonly area: number;
  readonly floor: number;
  readonly place: Place;
  readonly years: readonly object[];
  readonly isPrivate: boolean;
}

/** A firm of the sample within a park; the first of a park hold its parcels, the others rent there. */
export interface SampleFirm {
  readonly key: string;
  readonly serial: number;
  readonly name: string;
  readonly industry: string;
  readonly park: SamplePark;
  readonly nth: number;
}

/** A rectangle of that area at a corner given in metres from the park's own, three long to two wide. */
export function rectangle([west, south]: readonly [number, number], area: number, [right, up]: readonly [number, number] = [0, 0], ratio = 1.5): Place {
  const high = Math.sqrt(area / ratio);
  const at = (east: number, north: number): [number, number] => [Number((west + east / perLongitude).toFixed(7)), Number((south + north / perLatitude).toFixed(7))];
  const [sw, se, ne, nw] = [at(right, up), at(right + ratio * high, up), at(right + ratio * high, up + high), at(right, up + high)];
  return { type: 'Polygon', coordinates: [[sw, se, ne, nw, sw]] };
}

/** The boundary of a park, of its planned area. */
export function boundaryOf(park: SamplePark): Place {
  return rectangle(park.corner, park.land[0] * mu);
}

const classesByYield = [[24, 'A'], [13, 'B'], [5, 'C'], [0, 'D']] as const;
const classAt = (yieldPerMu: number) => classesByYield.find(([least]) => yieldPerMu >= least)?.[1] ?? 'D';

/** The parcels of all parks: on a grid within the park, their area some of what the park has supplied. */
export const sampleParcels: readonly SampleParcel[] = sampleParks.flatMap((park, parkAt) => {
  const roll = dice(100 + parkAt);
  const columns = Math.ceil(Math.sqrt(park.parcels * 1.5));
  return Array.from({ length: park.parcels }, (_each, nth): SampleParcel => {
    const [column, row] = [nth % columns, Math.floor(nth / columns)];
    const width = (Math.sqrt(park.land[0] * mu * 1.5) / columns) * 0.98;
    const height = width / 1.5;
    const area = Math.round(width * height * (0.45 + roll() * 0.3));
    const last = Math.round(Math.max(0.2, park.yields[0] * (0.15 + roll() * 1.7)) * 100) / 100;
    const before = Math.round(last * (0.75 + roll() * 0.35) * 100) / 100;
    const vacancy = Math.round(roll() * roll() * 700) / 10;
    const floorUse = pick(roll, ['production', 'production', 'production', 'research', 'storage', 'office'] as const);
    return {
      key: `parkland-${park.unit}-${nth + 1}`, parcelNo: `JM-${park.unit.toUpperCase().slice(0, 3)}${parkAt + 1}-${String(nth + 1).padStart(4, '0')}`, park, nth, area, floor: Math.round(area * park.far * (0.7 + roll() * 0.5)),
      place: rectangle(park.corner, area, [(column + 0.06) * width, (row + 0.06) * height]), isPrivate: roll() < 0.7,
      years: [
        { year: 2019, class: classAt(before), taxPerMu: before, vacancy: Math.min(100, Math.round((vacancy + 6) * 10) / 10), floorUse: vacancy > 60 ? 'vacant' : floorUse, source: '2019年度亩均评价试算' },
        { year: 2020, class: classAt(last), taxPerMu: last, vacancy, floorUse: vacancy > 60 ? 'vacant' : floorUse, source: '2020年度亩均评价试算' },
      ],
    };
  });
});

/** The firms of all parks. Credit codes of the sample's park firms begin at this serial number. */
export const firstFirmSerial = 30_001;

export const sampleFirms: readonly SampleFirm[] = sampleParks.flatMap((park, parkAt) => {
  const before = sampleParks.slice(0, parkAt).reduce((sum, each) => sum + each.firms, 0);
  return Array.from({ length: park.firms }, (_each, nth): SampleFirm => {
    const [trade, industry] = park.trades[nth % park.trades.length] ?? ['装备', 'C3511'];
    return { key: `parkfirm-${park.unit}-${nth + 1}`, serial: firstFirmSerial + before + nth, name: `示例${park.short}${trade}${String(nth + 1).padStart(3, '0')}号有限公司`, industry, park, nth };
  });
});
