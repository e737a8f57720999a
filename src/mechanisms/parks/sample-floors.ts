import { penFrom, storyOf } from '../projects/sample-pen.ts';
import type { Story } from '../story.ts';
import { rectangle, sampleParcels } from './sample-land.ts';
import { sampleParkOf } from './sample-parks.ts';

/** What two plans build: buildings by approved drawings, each with so many standard units and one that is too small to count. Where a unit takes two storeys, the small one has the top; buildings stand in rows, metres apart from corner to corner. */
const sites = [
  { unit: 'jinshan-park', drawings: '审图2020-118', buildings: 13, standard: 1500, storeysOf: (_units: number) => 4, storeyOf: (nth: number) => 1 + (nth % 4), inRow: 4, apart: [104, 72], on: '2020-12-07', isBuilt: false },
  { unit: 'urban-park', drawings: '审图2020-131', buildings: 23, standard: 3000, storeysOf: (units: number) => units * 2 + 1, storeyOf: (nth: number) => 1 + nth * 2, inRow: 5, apart: [57, 38], on: '2020-11-16', isBuilt: true },
] as const;

/** 都市: 23 buildings of two units and eight of a third; 金山: 13 of twelve, less three. So many standard units there are by the drawings. */
export function unitsOf(unit: string, building: number): number {
  if (unit === 'urban-park') return building < 8 ? 3 : 2;
  return building < 3 ? 11 : 12;
}

const unitKey = (unit: string, building: number, nth: number) => `unit-${unit}-${building + 1}-${nth + 1}`;

export function buildingStories(): readonly Story[] {
  return sites.flatMap(({ unit, drawings, buildings, standard, storeysOf, inRow, apart, on, isBuilt }, siteAt) => {
    const park = sampleParkOf(unit);
    const by = `${unit}-project`;
    return Array.from({ length: buildings }, (_each, at) => {
      const units = unitsOf(unit, at);
      const leasable = units * (standard + 100) + 600;
      const [storeys, floorArea] = [storeysOf(units), Math.round(leasable * 1.18)];
      const pen = penFrom(on, at + siteAt * 40).after(0, by, 'draw', (known) => ({
        name: `${park.short}${at + 1}号楼`, buildingNo: `${park.short}-${String(at + 1).padStart(2, '0')}`, parcel: known.idOf(sampleParcels.find((each) => each.park === park)?.key ?? ''), park: known.idOf(`park-${unit}`), use: 'production', storeys, floorArea, leasable, standardUnit: standard,
        drawingNo: drawings, place: rectangle(park.corner, floorArea / storeys, [8 + (at % inRow) * apart[0], 6 + Math.floor(at / inRow) * apart[1]]), evidence: [known.file('审图合格书')],
      }));
      if (isBuilt) pen.from('2021-05-12').after(0, by, 'complete', (known) => ({ completedOn: '2021-05-10', evidence: [known.file('竣工验收备案')] }));
      return storyOf(`building-${unit}-${at + 1}`, 'building', pen);
    });
  });
}

/** The units by the drawings; one in each building is smaller than a standard unit and no capacity. */
export function floorUnitStories(): readonly Story[] {
  return sites.flatMap(({ unit, drawings, buildings, standard, storeyOf, on, isBuilt }, siteAt) =>
    Array.from({ length: buildings }, (_each, building) =>
      Array.from({ length: unitsOf(unit, building) + (building % 6 === 0 ? 1 : 0) }, (_unit, nth) => {
        const by = `${unit}-project`;
        const isSmall = nth >= unitsOf(unit, building);
        const storey = storeyOf(nth);
        const pen = penFrom(on, 60 + siteAt * 60 + building + nth).after(1, by, 'enter', (known) => ({
          unitNo: `${sampleParkOf(unit).short}-${String(building + 1).padStart(2, '0')}-${String(nth + 1).padStart(2, '0')}`, building: known.idOf(`building-${unit}-${building + 1}`), park: known.idOf(`park-${unit}`), plan: known.idOf(`plan-${unit}`), drawingNo: drawings, storey,
          netArea: isSmall ? 600 : standard + 100, standardUnit: standard, use: 'production', load: storey === 1 ? 15 : 7.5, clearHeight: storey === 1 ? 7.2 : 4.5, liftTons: 3, lifts: 2, grid: '8.4m×9.0m', limits: ['fire'], industries: unit === 'urban-park' ? ['C27', 'C40', 'C26'] : ['C35', 'C33', 'C38', 'C13'],
        }));
        if (isBuilt) pen.from('2021-05-17').after(0, by, 'build');
        return storyOf(unitKey(unit, building, nth), 'floorUnit', pen);
      })).flat());
}

/** The parcel of the rebuilt park gets its new floor, and thirty-four firms move into units; eight of them come from elsewhere in the district. */
export function unitStayStories(): readonly Story[] {
  const places = Array.from({ length: 23 }, (_each, building) => Array.from({ length: unitsOf('urban-park', building) }, (_unit, nth) => ({ building, nth }))).flat().slice(0, 34);
  return places.map(({ building, nth }, at) => {
    const pen = penFrom('2021-07-05', at * 3).after(at, 'urban-park-project', 'begin', (known) => ({
      name: `都市产业园${building + 1}号楼${nth + 1}单元入驻`, enterprise: known.idOf(`parkfirm-urban-park-${(at % 35) + 11}`), parcel: known.idOf(firstParcel()), building: known.idOf(`building-urban-park-${building + 1}`), unit: known.idOf(unitKey('urban-park', building, nth)), kind: 'rent', floor: 3000,
      fromDay: '2021-07-01', toDay: '2026-06-30', rent: 216, isRegistered: true, isMovedIn: at % 4 === 1 && at < 32, machineLoad: 5, machineHeight: 4,
    }));
    return storyOf(`stay-unit-${at + 1}`, 'occupation', pen);
  });
}

function firstParcel(): string {
  return sampleParcels.find(({ park }) => park.unit === 'urban-park')?.key ?? '';
}

/** The floor of the rebuilt parcel, before anybody moves in. */
export const rebuiltFloor = { parcel: firstParcel, floor: 175_000 } as const;
