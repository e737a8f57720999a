import { addCounted, type Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { hundredths } from '../../parks/land.ts';
import { assessments, type ParcelRecord } from './record.ts';

export type Situation = SituationOf<ParcelRecord>;
type Verdict = VerdictOf<ParcelRecord>;

interface Survey {
  readonly measuredArea: number;
  readonly difference: number;
  readonly isSound: boolean;
  readonly isPolygon: boolean;
  readonly reason?: string;
}

/** A boundary encloses one area, close to the registered one, or somebody says why not. */
export function badSurvey({ setting }: Situation, { measuredArea, difference, isSound, isPolygon, reason = '' }: Survey): Verdict {
  if (!isPolygon) return { refusal: 'notClosed', field: 'place' };
  if (!isSound) return { refusal: 'crossesItself', field: 'place' };
  if (difference * 100 <= setting('tolerance') || [...reason.trim()].length >= 10) return undefined;
  return { refusal: 'areaDiffers', field: 'reason', detail: { measured: measuredArea.toFixed(1), difference: difference.toFixed(2) } };
}

/** Every subject has been assessed, and none of the results has run out. */
export function isAssessed({ matter, today }: Situation): boolean {
  const valid = (matter.facts.assessments ?? []).filter(({ validTo }) => validTo === undefined || validTo >= today).map(({ kind }) => kind);
  return Object.keys(assessments).every((kind) => valid.includes(kind as keyof typeof assessments));
}

/** Road, water, power and a levelled ground: what a plant needs on the day it gets the land. */
export function isServed({ matter }: Situation): boolean {
  return (['road', 'water', 'power', 'levelled'] as const).every((utility) => matter.facts.utilities?.includes(utility));
}

/** Only a version in force on the day may be printed in a notice. */
export function badSet({ findMatter, today }: Situation, set: string): Verdict {
  const chosen = findMatter(set);
  return chosen !== undefined && isInForce(chosen, today) ? undefined : { refusal: 'setNotInForce', field: 'indicatorSet' };
}

/** A set is in force from the day it names until the next version takes its place. */
function isInForce({ stage, facts }: Matter, on: Day): boolean {
  const from = facts['validFrom'] as Day | undefined;
  const to = facts['validTo'] as Day | undefined;
  return (stage === 'inForce' || stage === 'superseded') && from !== undefined && from <= on && (to === undefined || on < to);
}

/** The first day on which a deal may be struck: when the days of notice are over. */
export function firstDealDay({ matter, calendar, setting }: Situation): Day | undefined {
  const { announcedOn } = matter.facts;
  return announcedOn === undefined ? undefined : addCounted(calendar, announcedOn, setting('notice'), 'calendarDay');
}

/** No deal while the notice runs. */
export function noticeRuns(situation: Situation): Verdict {
  const day = firstDealDay(situation);
  return day !== undefined && situation.today < day ? { refusal: 'noticeRunning', detail: { days: situation.setting('notice'), day } } : undefined;
}

/** What is used of a parcel's floor and land, changed by so much; nothing where more than there is would be used. */
export function occupiedBy({ matter: { facts } }: Situation, change: { readonly own: number; readonly floor: number; readonly land: number }) {
  const { floorArea = 0 } = facts;
  const ownFloor = (facts.ownFloor ?? 0) + change.own;
  const letFloor = (facts.letFloor ?? 0) + change.floor;
  const letLand = (facts.letLand ?? 0) + change.land;
  const vacantFloor = floorArea - ownFloor - letFloor;
  return { ownFloor, letFloor, letLand, vacantFloor: hundredths(Math.max(0, vacantFloor)), vacancy: floorArea > 0 ? Math.round((Math.max(0, vacantFloor) / floorArea) * 1000) / 10 : 0 };
}

/** Every square metre of floor belongs to one occupation, and what is charged to tenants is not more than the parcel, give or take one in a hundred (parks.md §1.2). */
export function overOccupied(situation: Situation, change: { readonly own: number; readonly floor: number; readonly land: number }): Verdict {
  const { floorArea = 0, area = 0 } = situation.matter.facts;
  const { ownFloor, letFloor, letLand } = occupiedBy(situation, change);
  if (ownFloor + letFloor > floorArea + 0.01) return { refusal: 'moreThanFloor', detail: { used: hundredths(ownFloor + letFloor), floor: floorArea } };
  return letLand > area * 1.01 ? { refusal: 'landOverCharged', detail: { let: hundredths(letLand), area } } : undefined;
}

/** A year is told once, or corrected with a reason. */
export function badYear({ matter }: Situation, { year, reason = '' }: { readonly year: number; readonly reason?: string }): Verdict {
  const isTold = (matter.facts.years ?? []).some((row) => row.year === year);
  return isTold && [...reason.trim()].length < 10 ? { refusal: 'yearTwice', field: 'reason', detail: { year } } : undefined;
}
