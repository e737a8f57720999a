import { fact } from '#kernel/fact.ts';
import type { Matter } from '#kernel/matter.ts';
import { renewalPlanRecord } from './record.ts';
import type { Verdict } from './rules.ts';

const typed = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh: `${zh}（没有厂房单元的才填）`, en: `${en}, where there are no units` });
const { occupancy, arrivals, movedIn } = renewalPlanRecord.facts;

/** How full it is, typed only where the plan has no units in the register. */
export const typedFilling = {
  typedOccupancy: { ...occupancy, name: typed(occupancy.name) }, typedArrivals: { ...arrivals, name: typed(arrivals.name) }, typedMovedIn: { ...movedIn, name: typed(movedIn.name) },
  hasUnits: fact.flag({ zh: '有厂房单元', en: 'Has units' }, { forPrograms: true }),
} as const;

type Typed = { readonly [K in Exclude<keyof typeof typedFilling, 'hasUnits'>]?: number };

/** 入驻: the net area of the units that are let over that of all that are built, and who is in them: those new to the district apart from those moved within it (parks.md §7, 8). */
export function filledBy(units: readonly Matter[], { typedOccupancy, typedArrivals, typedMovedIn }: Typed) {
  const built = units.filter(({ stage }) => stage === 'vacant' || stage === 'occupied');
  const area = (some: readonly Matter[]) => some.reduce((sum, { facts }) => sum + Number(facts['netArea'] ?? 0), 0);
  if (area(built) <= 0) return { hasUnits: false, occupancy: typedOccupancy, arrivals: typedArrivals, movedIn: typedMovedIn };
  const taken = built.filter(({ stage }) => stage === 'occupied');
  const tenants = new Set(taken.map(({ facts }) => String(facts['tenant'])));
  const moved = new Set(taken.filter(({ facts }) => facts['isMovedIn'] === true).map(({ facts }) => String(facts['tenant'])));
  return { hasUnits: true, occupancy: Math.round((area(taken) / area(built)) * 1000) / 10, arrivals: tenants.size - moved.size, movedIn: moved.size };
}

export function badFilling({ hasUnits, typedOccupancy, typedArrivals, typedMovedIn }: Typed & { readonly hasUnits: boolean }): Verdict {
  const all = { typedOccupancy, typedArrivals, typedMovedIn };
  const names = Object.keys(all) as (keyof typeof all)[];
  const wrong = names.find((name) => (all[name] !== undefined) === hasUnits);
  return wrong === undefined ? undefined : { refusal: hasUnits ? 'fillKnown' : 'fillMissing', field: wrong };
}
