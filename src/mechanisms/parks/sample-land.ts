import { mu } from '#kernel/area.ts';
import type { Place } from '#kernel/fact.ts';
import { dice, pick } from '../story.ts';
import { landOf } from './land.ts';
import { sampleParks, type SamplePark } from './sample-parks.ts';

/** Metres in a degree on the ellipsoid of CGCS2000 at 36.4° N. */
const [perLatitude, perLongitude] = [110_972, 89_738];

/** A parcel of the sample: its key, its shape, what stands on it. */
export interface SampleParcel {
  readonly key: string;
  readonly parcelNo: string;
  readonly park: SamplePark;
  readonly nth: number;
  readonly area: number;
  readonly floor: number;
  readonly place: Place;
  readonly floorUse: string;
  /** 万元/亩 that an inspection of 2019 found on it; classes come from the evaluations. */
  readonly yieldSeen: number;
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

/** The parcel of whoever declares 18.00 亩 where the register has 30.00: nobody rents there. */
export const plainParcel = { unit: 'economic-zone', nth: 3, area: 20_000 } as const;

/** The parcels of all parks: on a grid within the park, their area some of what the park has supplied; the one of which its diagnosis speaks first, in the corner. */
export const sampleParcels: readonly SampleParcel[] = sampleParks.flatMap((park, parkAt) => {
  const roll = dice(100 + parkAt);
  const columns = Math.ceil(Math.sqrt(park.parcels * 1.5));
  const width = (Math.sqrt(park.land[0] * mu * 1.5) / columns) * 0.98;
  const height = width / 1.5;
  const large = Number(park.given['largestParcelMu'] ?? park.given['privateParcelMu'] ?? 0) * mu;
  const [taken, high] = [Math.ceil(Math.sqrt(large * 1.5) / width), Math.ceil(Math.sqrt(large / 1.5) / height)];
  const cells = Array.from({ length: columns * columns }, (_each, at) => [at % columns, Math.floor(at / columns)] as const).filter(([column, row]) => column >= taken || row >= high);
  return Array.from({ length: park.parcels }, (_each, nth): SampleParcel => {
    const isLarge = large > 0 && nth === 0;
    const [column, row] = isLarge ? [0, 0] : (cells[nth - (large > 0 ? 1 : 0)] ?? [0, 0]);
    const isPlain = park.unit === plainParcel.unit && nth === plainParcel.nth;
    const share = 0.45 + roll() * 0.3;
    const area = isPlain ? plainParcel.area : Math.round(isLarge ? large : width * height * share);
    return {
      key: `parkland-${park.unit}-${nth + 1}`, parcelNo: `JM-${park.unit.toUpperCase().slice(0, 3)}${parkAt + 1}-${String(nth + 1).padStart(4, '0')}`, park, nth, area, floor: Math.round(area * park.far * (0.7 + roll() * 0.5)),
      place: rectangle(park.corner, area, isLarge ? [0, 0] : [(column + 0.06) * width, (row + 0.06) * height]), isPrivate: roll() < 0.7, yieldSeen: Math.round(Math.max(0.2, park.yields[0] * (0.15 + roll() * 1.7)) * 100) / 100,
      floorUse: roll() < 0.03 ? 'vacant' : pick(roll, ['production', 'production', 'production', 'research', 'storage', 'office'] as const),
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

/** Who occupies how much floor of which parcel, and the land that is charged to it. */
export interface SampleStay {
  readonly firm: SampleFirm;
  readonly parcel: SampleParcel;
  readonly isHolder: boolean;
  readonly floor: number;
}

/** The 金山 holder of thirty 亩 uses all the floor of a parcel that is not on the grid. */
export const plainHolderFloor = 14_000;

/** Tenants rent some of the floor of a parcel, the holder uses so much of the rest that the park is as full as its outline says; nobody rents on the plain parcel. */
export const sampleStays: readonly SampleStay[] = (() => {
  const roll = dice(77);
  const byPark = Map.groupBy(sampleParcels, ({ park }) => park);
  const tenants = sampleFirms.flatMap((firm): SampleStay[] => {
    const { park, nth } = firm;
    if (nth < park.parcels) return [];
    const place = nth % park.parcels;
    const isTaken = park.unit === plainParcel.unit && place === plainParcel.nth;
    // Tenants of parks with few parcels share them among several.
    const several = Math.max(1, Math.ceil(park.firms / park.parcels) - 1);
    const parcel = parcelAt(byPark, firm, place + (isTaken ? 1 : 0));
    return [{ firm, parcel, isHolder: false, floor: Math.max(1, Math.floor((parcel.floor * (0.05 + roll() * 0.1)) / several)) }];
  });
  const letOf = new Map([...Map.groupBy(tenants, ({ parcel }) => parcel)].map(([parcel, stays]) => [parcel, stays.reduce((sum, { floor }) => sum + floor, 0)]));
  const stays = new Map([...tenants, ...sampleParks.flatMap((park) => holdersOf(park, sampleFirms.filter((firm) => firm.park === park && firm.nth < park.parcels), (firm) => parcelAt(byPark, firm, firm.nth), letOf))].map((stay) => [stay.firm, stay]));
  return sampleFirms.map((firm) => stays.get(firm) ?? missing(firm));
})();

/** Each a little more or less than the park as a whole; the first makes up what is over, so that the park is exactly as full. */
function holdersOf(park: SamplePark, firms: readonly SampleFirm[], parcelOf: (firm: SampleFirm) => SampleParcel, letOf: ReadonlyMap<SampleParcel, number>): readonly SampleStay[] {
  const stays = firms.map((firm, at): SampleStay => {
    const parcel = parcelOf(firm);
    return { firm, parcel, isHolder: true, floor: Math.max(1, Math.floor((parcel.floor * (park.occupancy + ((at * 7) % 11) - 5)) / 100) - (letOf.get(parcel) ?? 0)) };
  });
  const [plain, whole] = [park.unit === 'jinshan-park' ? plainHolderFloor : 0, stays.reduce((sum, { parcel }) => sum + parcel.floor, 0)];
  const used = stays.reduce((sum, { floor, parcel }) => sum + floor + (letOf.get(parcel) ?? 0), plain);
  const over = Math.round(((whole + plain) * park.occupancy) / 100) - used;
  return stays.map((stay, at) => (at === 0 ? { ...stay, floor: stay.floor + over } : stay));
}

function parcelAt(byPark: ReadonlyMap<SamplePark, readonly SampleParcel[]>, firm: SampleFirm, at: number): SampleParcel {
  return byPark.get(firm.park)?.[at] ?? missing(firm);
}

function missing(firm: SampleFirm): never {
  throw new Error(`the sample has no parcel for ${firm.key}`);
}

/** ㎡ of land by firm: tenants by their floor over the plot ratio, the holder the rest (parks.md §1.2). */
export const landByFirm: ReadonlyMap<SampleFirm, number> = (() => {
  const charged = ({ parcel, floor }: SampleStay) => landOf({ floor }, Math.round((parcel.floor / parcel.area) * 100) / 100);
  const letLand = new Map<SampleParcel, number>();
  for (const stay of sampleStays) if (!stay.isHolder) letLand.set(stay.parcel, (letLand.get(stay.parcel) ?? 0) + charged(stay));
  return new Map(sampleStays.map((stay) => [stay.firm, Math.round(stay.isHolder ? stay.parcel.area - (letLand.get(stay.parcel) ?? 0) : charged(stay))]));
})();
