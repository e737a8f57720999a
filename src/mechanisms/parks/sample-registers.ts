import { mu } from '#kernel/area.ts';
import type { Instant } from '#kernel/calendar.ts';
import { creditCodeOf } from '../projects/sample-names.ts';
import { penFrom, storyOf } from '../projects/sample-pen.ts';
import type { Step, Story } from '../story.ts';
import { boundaryOf, firstFirmSerial, plainHolderFloor, rectangle, sampleFirms, sampleParcels, sampleStays } from './sample-land.ts';
import { sampleParks, type SamplePark } from './sample-parks.ts';

/** The parks, and their snapshots of three years. */
export function parkStories(): readonly Story[] {
  return sampleParks.map((park, at) => {
    const [planned, built, industrial, supplied, inUse] = park.land.map((each) => Math.round(each * mu)) as [number, number, number, number, number];
    const pen = penFrom('2020-01-06', at * 3)
      .after(0, 'industry', 'register', () => ({
        name: park.name, parkNo: `JM-P${at + 1}`, body: park.unit, level: park.level, kind: park.kind, bodyKind: park.bodyKind, planned, built, industrial, supplied, inUse, farCap: park.farCap, floorArea: Math.round(industrial * park.far), leadIndustry: park.lead,
        place: boundaryOf(park), isNamed: true,
      }))
      .after(1, 'industry', 'enterProgramme', (known) => ({ evidence: [known.file('区政府会议纪要')] }))
      .after(1, 'stat', 'snapshot', (known) => snapshot(park, 2018, 0.9, known.file('统计年报')))
      .from('2020-02-17').after(at % 3, 'stat', 'snapshot', (known) => snapshot(park, 2019, 0.95, known.file('统计年报')))
      .from('2021-02-22').after(at % 3, 'stat', 'snapshot', (known) => snapshot(park, 2020, 1, known.file('统计年报')));
    return storyOf(`park-${park.unit}`, 'park', pen);
  });
}

function snapshot(park: SamplePark, year: number, share: number, file: object): Readonly<Record<string, unknown>> {
  const [tax, output] = park.yields.map((perMu) => Math.round(perMu * park.land[2] * share * 1_000_000)) as [number, number];
  return {
    year, tax, output, firms: Math.round(park.firms * 1.4), aboveScale: Math.round(park.firms * 0.3), highTech: Math.round(park.firms * 0.12), staff: Math.round(park.land[4] * 4.2), incidents: (year + park.land[2]) % 4 === 0 ? 1 : 0, source: `${year}年统计年报、税务入库数`,
    evidence: [file],
  };
}

/** One thing done once, some seconds after another. */
function single(key: string, mechanism: string, day: string, nth: number, by: string, action: string, input: Step['input']): Story {
  const at: Instant = new Date(Date.parse(`${day}T01:00:00Z`) + nth * 4000).toISOString();
  return { key, mechanism, steps: [{ at, by, action, input }] };
}

/** A row of the file that a park brings, all of it at one moment. */
function rowOf(file: string, ...[key, mechanism, day, nth, by, action, input]: Parameters<typeof single>): Story {
  return { ...single(key, mechanism, day, nth * 60, by, action, input), file };
}

/** An enterprise with a parcel of 30.00 亩 of its own and nobody on it but itself: whoever declares 18 for it is caught. */
export function plainHolderStories(): readonly Story[] {
  const park = sampleParks.find(({ unit }) => unit === 'jinshan-park') ?? sampleParks[0];
  if (park === undefined) return [];
  const by = `${park.unit}-project`;
  return [
    single('parkfirm-plain', 'enterprise', '2020-01-03', 1500, by, 'list', () => ({ name: '示例金山三十亩机械有限公司', creditCode: creditCodeOf(firstFirmSerial - 1), industry: 'C3511', kind: 'limited', foundedOn: '2006-04-18', isLocal: true })),
    single('parkland-plain', 'parcel', '2020-01-13', 1500, 'natural', 'enrol', (known) => ({
      name: '金山工业园三十亩宗地', parcelNo: 'JM-JIN3-0900', town: park.unit, use: 'industry', area: 20_000, floorArea: plainHolderFloor, park: known.idOf('park-jinshan-park'), user: known.idOf('parkfirm-plain'), isPrivate: true, place: rectangle(park.corner, 20_000, [10, 712], 4), floorUse: 'production',
    })),
    single('stay-plain', 'occupation', '2020-01-20', 1500, by, 'begin', (known) => ({ name: '示例金山三十亩机械有限公司（自用）', enterprise: known.idOf('parkfirm-plain'), parcel: known.idOf('parkland-plain'), kind: 'own', floor: plainHolderFloor, fromDay: '2006-05-01' })),
  ];
}

/** The enterprises of the parks, a file of each. */
export function parkFirmStories(): readonly Story[] {
  return sampleFirms.map(({ key, serial, name, industry, park }, nth) =>
    rowOf(`${park.name}企业名录.xlsx`, key, 'enterprise', '2020-01-03', placeOf(park), `${park.unit}-project`, 'list', () => ({ name, creditCode: creditCodeOf(serial), industry, kind: nth % 9 === 4 ? 'joint' : nth % 23 === 11 ? 'state' : 'limited', foundedOn: `20${String(2 + (nth % 16)).padStart(2, '0')}-06-18`, isLocal: true })));
}

/** The parcels in use, each with its boundary and its holder. */
export function parkParcelStories(): readonly Story[] {
  return sampleParcels.map(({ key, parcelNo, park, nth, area, floor, place, floorUse, isPrivate }) =>
    rowOf(`${park.name}存量宗地.xlsx`, key, 'parcel', '2020-01-13', placeOf(park), 'natural', 'enrol', (known) => ({
      name: `${park.name}${nth + 1}号宗地`, parcelNo, town: park.unit, use: 'industry', area, floorArea: floor, park: known.idOf(`park-${park.unit}`), user: known.idOf(`parkfirm-${park.unit}-${(nth % park.firms) + 1}`), isPrivate, place, floorUse,
    })));
}

/** Who occupies them. */
export function occupationStories(): readonly Story[] {
  return sampleStays.map(({ firm: { key, name, park, nth }, parcel, isHolder, floor }) =>
    rowOf(`${park.name}入驻台账.xlsx`, `stay-${key}`, 'occupation', '2020-01-20', placeOf(park), `${park.unit}-project`, 'begin', (known) => ({
      name: `${name}（${park.name}）`, enterprise: known.idOf(key), parcel: known.idOf(parcel.key), kind: isHolder ? 'own' : 'rent', floor,
      fromDay: `20${String(8 + (nth % 12)).padStart(2, '0')}-03-01`, ...(isHolder ? {} : { toDay: `202${2 + (nth % 5)}-02-28`, rent: 120 + (nth % 9) * 15, isRegistered: nth % 4 !== 0, isMovedIn: nth % 7 === 2, isRelated: nth % 23 === 5 }),
    })));
}

const placeOf = (park: SamplePark) => sampleParks.indexOf(park);
