import { mu } from '#kernel/area.ts';
import type { Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Text } from '#kernel/words.ts';

/** Where a number of a diagnosis comes from. What has no source on the platform is typed, and says so. */
export const sources = {
  snapshot: { zh: '本园区年度快照', en: 'Snapshot of the park' },
  snapshots: { zh: '各园区年度快照', en: 'Snapshots of all parks' },
  evaluation: { zh: '亩均评价结果', en: 'Results of the evaluation' },
  occupations: { zh: '入驻登记和宗地', en: 'Occupations and parcels' },
  parcels: { zh: '宗地登记', en: 'Parcels' },
  inefficient: { zh: '低效用地名录', en: 'List of inefficient land' },
  park: { zh: '园区登记', en: 'Register of the park' },
  typed: { zh: '填报（平台没有来源）', en: 'Typed: no source here' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is worked out from registers, and typed only where they hold nothing; `must` is needed for the index. */
export const sourced = {
  districtTaxPerMu: 'must', districtOutputPerMu: 'must', occupancy: 'must', cdShare: 'may', ownBody: 'may',
} as const;
export type SourcedName = keyof typeof sourced;

/** A number with where it comes from: of how many records, and of which year where that is not the year diagnosed. */
export interface Sourced<V = number> {
  readonly value: V;
  readonly source: keyof typeof sources;
  readonly of?: number;
  readonly year?: number;
}

type Row = Readonly<Record<string, unknown>>;
const number = (value: unknown) => Number(value ?? 0);
const sumOf = (matters: readonly Matter[], fact: string) => matters.reduce((sum, { facts }) => sum + number(facts[fact]), 0);
const rowsIn = (value: unknown) => (value ?? []) as readonly Row[];
/** What the park was in a year; a snapshot taken before it kept its areas leaves those of the register. */
export function inYear(park: Matter | undefined, year: number): Row | undefined {
  const row = rowsIn(park?.facts['snapshots']).find((each) => each['year'] === year);
  return row === undefined ? undefined : { industrial: park?.facts['industrial'], supplied: park?.facts['supplied'], floorArea: park?.facts['floorArea'], ...row };
}
const tenths = (value: number) => Math.round(value * 10) / 10;

/** 全区园区平均: tax or output of all parks over their industrial land, by the snapshots of that year; sum over sum, and of one park alone no mean. */
export function districtMean(parks: readonly Matter[], year: number, of: 'tax' | 'output'): Sourced | undefined {
  const told = parks.flatMap((park) => {
    const row = inYear(park, year);
    const land = number(row?.['industrial']);
    return row === undefined || land <= 0 ? [] : [{ amount: number(row[of]), land }];
  });
  const land = told.reduce((sum, each) => sum + each.land, 0) / mu;
  return told.length < 2 ? undefined : { value: Math.round((told.reduce((sum, { amount }) => sum + amount, 0) / 1_000_000 / land) * 100) / 100, source: 'snapshots', of: told.length };
}

/** 厂房入驻率 at the end of a year: the floor that occupations take of the floor of the parcels in use (parks.md §1.2). */
export function occupancyOn(lastDay: Day, parcels: readonly Matter[], stays: readonly Matter[]): Sourced | undefined {
  const floor = sumOf(parcels, 'floorArea');
  const known = new Set(parcels.map(({ id }) => id));
  const there = stays.filter(({ facts }) => known.has(String(facts['parcel'])) && (facts['endedOn'] === undefined || String(facts['endedOn']) > lastDay));
  return floor <= 0 || there.length === 0 ? undefined : { value: Math.min(100, tenths((sumOf(there, 'floor') * 100) / floor)), source: 'occupations', of: there.length };
}

/** C、D类占比: of all enterprises evaluated in the park, the ungraded among them as §2.1 has it, in the latest published year. */
export function cdShareIn(evaluations: readonly Matter[]): Sourced | undefined {
  const year = Math.max(...evaluations.map(({ facts }) => number(facts['year'])));
  const latest = evaluations.filter(({ facts }) => facts['year'] === year);
  const all = sumOf(latest, 'enterprises');
  if (all <= 0) return undefined;
  const low = latest.flatMap(({ facts }) => rowsIn(facts['classes'])).filter((row) => row['class'] === 'C' || row['class'] === 'D').reduce((sum, row) => sum + number(row['count']), 0);
  return { value: tenths((low * 100) / all), source: 'evaluation', of: all, year };
}

/** 每百亩业主数: those who hold the parcels in use, over their land (parks.md §4). */
export function ownersIn(parcels: readonly Matter[]): Sourced | undefined {
  const held = parcels.filter(({ facts }) => facts['user'] !== undefined);
  const land = sumOf(held, 'area') / mu;
  return land <= 0 ? undefined : { value: Math.round((new Set(held.map(({ facts }) => facts['user'])).size * 10_000) / land) / 100, source: 'parcels', of: held.length };
}

/** 国有占比: of the land that somebody holds, what state-owned enterprises and public institutions hold. */
export function stateShareIn(parcels: readonly Matter[], state: readonly Matter[]): Sourced | undefined {
  const held = parcels.filter(({ facts }) => facts['user'] !== undefined);
  const land = sumOf(held, 'area');
  const owners = new Set(state.map(({ id }) => id));
  return land <= 0 ? undefined : { value: tenths((sumOf(held.filter(({ facts }) => owners.has(String(facts['user']))), 'area') * 100) / land), source: 'parcels', of: held.length };
}

/** 低效用地占比: found inefficient and not delisted, of the industrial land; none where the park has no such land. */
export function inefficientIn(park: Matter | undefined, listed: readonly Matter[]): Sourced {
  const industrial = number(park?.facts['industrial']);
  return { value: industrial <= 0 ? 0 : Math.min(100, tenths((sumOf(listed, 'area') * 100) / industrial)), source: 'inefficient', of: listed.length };
}

/** 可供土地: industrial land of the park that is not supplied yet, in ㎡, by the snapshot of the year. */
export function freeLandIn(park: Matter | undefined, year: number): { readonly area: number; readonly share: Sourced } | undefined {
  const { industrial, supplied } = inYear(park, year) ?? {};
  if (number(industrial) <= 0 || supplied === undefined) return undefined;
  const area = Math.max(0, number(industrial) - number(supplied));
  return { area, share: { value: tenths((area * 100) / number(industrial)), source: 'snapshot' } };
}

/** 有独立管理机构: run by a committee; a company administers nothing, and a town runs it for the park. */
export function ownBodyOf(park: Matter | undefined): Sourced<boolean> | undefined {
  const kind = park?.facts['bodyKind'];
  return kind === undefined ? undefined : { value: kind === 'committee', source: 'park' };
}
