import type { Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import { farFloorOf } from './far-floors.ts';

/** What the registers hold around a parcel. */
export interface AroundParcel {
  readonly buildings: readonly Matter[];
  readonly stays: readonly Matter[];
  /** Renewal plans under way that name it. */
  readonly plans: readonly Matter[];
  /** The industry of whoever holds it, or that was entered. */
  readonly industry?: string | undefined;
}

/** The stages of a plan in which its land is a renewal area. */
export const renewalArea = ['contracted', 'vacated', 'building', 'filling'] as const;

type IndicatorRows = readonly { readonly indicator?: string; readonly value?: number }[];

/** What registers say of L7 and L9 (parks.md §3): the floor of the plot ratio, since when a ratio below it was not filled, and whether what stands there is mostly dangerous within a renewal area. What they do not hold is left out. */
export function parcelEvidence({ facts }: Matter, { buildings, stays, plans, industry }: AroundParcel, today: Day, dangerousShare: number): { readonly farFloor?: number; readonly monthsUnfilled?: number; readonly isScattered?: true } {
  const planned = ((facts['standard'] ?? []) as IndicatorRows).find(({ indicator }) => indicator === 'far')?.value;
  const floors = [...(industry === undefined ? [] : [farFloorOf(industry)]), ...(planned === undefined ? [] : [planned])];
  const from = inUseFrom(buildings, stays);
  const standing = buildings.filter(({ stage }) => stage === 'standing');
  const floorOf = (some: readonly Matter[]) => some.reduce((sum, building) => sum + Number(building.facts['floorArea'] ?? 0), 0);
  const dangerous = floorOf(standing.filter((building) => building.facts['isDangerous'] === true));
  return {
    // Below half of either is below half of the higher.
    ...(floors.length === 0 ? {} : { farFloor: Math.max(...floors) }), ...(from === undefined || from > today ? {} : { monthsUnfilled: monthsSince(from, today) }),
    ...(plans.length > 0 && dangerous > 0 && dangerous * 100 >= floorOf(standing) * dangerousShare ? { isScattered: true } : {}),
  };
}

/** Since when there is anything on a parcel: its first building was completed, or its first user came. Floor is added and seldom taken away, so a ratio that is low today was low ever since. */
function inUseFrom(buildings: readonly Matter[], stays: readonly Matter[]): Day | undefined {
  const days = [...buildings.map(({ facts }) => facts['completedOn']), ...stays.filter(({ stage }) => stage !== 'voided').map(({ facts }) => facts['fromDay'])].filter((day): day is Day => typeof day === 'string');
  return days.toSorted()[0];
}

/** 竣工不满三年的初创: in use for less than so many months, as far as the registers know. The screening of a park leaves it out, as the finding would (parks.md §3). */
export function isStartUp({ monthsUnfilled }: { readonly monthsUnfilled?: number }, months: number): boolean {
  return monthsUnfilled !== undefined && monthsUnfilled < months;
}

/** Whole months between two days. */
export function monthsSince(from: Day, to: Day): number {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number];
  return Math.max(0, (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0));
}
