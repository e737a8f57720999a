import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { landOf } from '../land.ts';
import type { OccupationRecord } from './record.ts';

export type Situation = SituationOf<OccupationRecord>;
type Verdict = VerdictOf<OccupationRecord>;

export interface Occupying {
  readonly enterprise?: string | undefined;
  readonly parcel?: string | undefined;
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: string | undefined;
  readonly floor?: number | undefined;
  readonly yard?: number | undefined;
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
}

/** Floor or yard, a period, and a building and a unit that lie where they are said to. */
export function badOccupation({ findMatter }: Situation, { enterprise, parcel = '', building, unit, kind, floor = 0, yard = 0, fromDay = '', toDay }: Occupying): Verdict {
  if (floor + yard <= 0) return { refusal: 'nothingOccupied', field: 'floor' };
  if (toDay !== undefined && toDay < fromDay) return { refusal: 'periodTurned', field: 'toDay' };
  const holder = findMatter(parcel)?.facts['user'];
  if (kind === 'own' && holder !== undefined && holder !== enterprise) return { refusal: 'holderElse', field: 'kind' };
  if (building !== undefined && findMatter(building)?.facts['parcel'] !== parcel) return { refusal: 'otherParcel', field: 'building' };
  if (unit === undefined) return undefined;
  const held = findMatter(unit)?.facts;
  if (held?.['building'] !== building) return { refusal: 'unitElsewhere', field: 'unit' };
  return largerThan(held, floor);
}

/** The same of what is corrected: the place stays, its areas and its end may change. */
export function badAmendment({ matter: { facts }, findMatter }: Situation, { floor = facts.floor ?? 0, yard = facts.yard ?? 0, toDay }: Occupying): Verdict {
  if (floor + yard <= 0) return { refusal: 'nothingOccupied', field: 'floor' };
  if (toDay !== undefined && toDay < (facts.fromDay ?? '')) return { refusal: 'periodTurned', field: 'toDay' };
  return facts.unit === undefined ? undefined : largerThan(findMatter(facts.unit)?.facts, floor);
}

function largerThan(unit: Readonly<Record<string, unknown>> | undefined, floor: number): Verdict {
  const netArea = Number(unit?.['netArea'] ?? 0);
  return floor > netArea ? { refusal: 'unitTooSmall', field: 'floor', detail: { held: netArea, asked: floor } } : undefined;
}

/** What tells occupations apart: who uses what of which place, in which way, from when. */
export function keyOf({ enterprise = '', parcel = '', building = '', unit = '', kind = '', fromDay = '' }: Occupying): string {
  return [enterprise, parcel, building, unit, kind, fromDay].join('/');
}

/** The land charged: a tenant's by his floor and yard; the holder bears what is left, which nobody is charged with here (parks.md §1.2). */
export function landCharged({ findMatter }: Situation, { parcel = '', kind, floor, yard }: Occupying): number {
  return kind === 'own' ? 0 : landOf({ floor, yard }, Number(findMatter(parcel)?.facts['far'] ?? 0));
}

/** What an occupation changes in the books of its parcel. */
export function changeOf({ kind, floor = 0 }: Occupying, land: number, sign: 1 | -1) {
  return kind === 'own' ? { own: sign * floor, floor: 0, land: 0 } : { own: 0, floor: sign * floor, land: sign * land };
}
