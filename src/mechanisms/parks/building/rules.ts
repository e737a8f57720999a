import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { hundredths } from '../land.ts';
import type { BuildingRecord } from './record.ts';

export type Situation = SituationOf<BuildingRecord>;
type Verdict = VerdictOf<BuildingRecord>;

export function badFloor({ floorArea = 0, leasable = 0 }: { readonly floorArea?: number | undefined; readonly leasable?: number | undefined }): Verdict {
  return leasable > floorArea ? { refusal: 'leasableTooLarge', field: 'leasable' } : undefined;
}

/** What of a building is occupied once a change is counted in. */
export function occupancyAfter({ matter: { facts } }: Situation, change: number) {
  const { floorArea = 0 } = facts;
  const occupied = hundredths(Math.max(0, (facts.occupied ?? 0) + change));
  return { occupied, vacant: hundredths(Math.max(0, floorArea - occupied)), occupancy: floorArea > 0 ? Math.round((Math.min(occupied, floorArea) / floorArea) * 1000) / 10 : 0 };
}

/** No floor is occupied twice. */
export function overOccupied(situation: Situation, change: number): Verdict {
  const { floorArea = 0 } = situation.matter.facts;
  const { occupied } = occupancyAfter(situation, change);
  return occupied > floorArea + 0.01 ? { refusal: 'moreThanBuilding', detail: { used: occupied, floor: floorArea } } : undefined;
}
