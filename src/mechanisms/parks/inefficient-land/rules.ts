import { addDays } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { screen, thresholdNames, type Criterion, type Screened, type Thresholds } from '../inefficiency.ts';
import type { InefficientLandRecord } from './record.ts';

export type Situation = SituationOf<InefficientLandRecord>;
type Verdict = VerdictOf<InefficientLandRecord>;

/** The criteria that hold under the office's thresholds. */
export function criteriaMet({ setting }: Situation, of: Screened): readonly Criterion[] {
  return screen(of, Object.fromEntries(thresholdNames.map((name) => [name, setting(name)])) as unknown as Thresholds);
}

type Years = readonly { readonly year?: number; readonly class?: string }[];

interface Entered extends Screened {
  readonly parcel: string;
  readonly year: number;
  readonly industry?: string | undefined;
  /** What the registers around the parcel say. */
  readonly heldFloor?: number | undefined;
  readonly heldMonths?: number | undefined;
  readonly heldScattered?: boolean | undefined;
}

/** What was entered, and where nobody entered it what the registers say: the plot ratio and its floor, since when it is not filled, the classes of two years, danger within a renewal area. */
export function withRegister<I extends Entered>({ findMatter }: Situation, input: I) {
  const held = findMatter(input.parcel)?.facts ?? {};
  const classOf = (year: number) => ((held['years'] ?? []) as Years).find((row) => row.year === year)?.class;
  const known = {
    far: input.far ?? (held['far'] as number | undefined),
    farFloor: input.farFloor ?? input.heldFloor,
    monthsUnfilled: input.monthsUnfilled ?? input.heldMonths,
    isScattered: input.isScattered ?? input.heldScattered,
    classLast: (input.classLast ?? classOf(input.year)) as 'D' | undefined,
    classBefore: (input.classBefore ?? classOf(input.year - 1)) as 'D' | undefined,
  };
  return { ...input, ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<typeof known>) };
}

/** Once a year, by one criterion at least; land that was sold and never built on is idle, not inefficient (parks.md §3). */
export function badScreening(situation: Situation, input: Entered & { readonly isTwice: boolean }): Verdict {
  if (input.isTwice) return { refusal: 'screenedTwice', field: 'parcel', detail: { year: input.year } };
  const parcel = situation.findMatter(input.parcel);
  if (parcel !== undefined && ['sold', 'committed'].includes(parcel.stage) && parcel.facts['floorArea'] === undefined) return { refusal: 'idleFirst', field: 'parcel' };
  return criteriaMet(situation, withRegister(situation, input)).length === 0 ? 'nothingMet' : undefined;
}

/** The holder is heard, or had his time. */
export function statementRuns({ matter, today }: Situation): Verdict {
  const day = matter.facts.statedUntil;
  return matter.facts.statement === undefined && day !== undefined && today <= day ? { refusal: 'statementRunning', detail: { day } } : undefined;
}

/** Put right for a full year. */
export function yearRuns({ matter: { facts }, today, setting }: Situation): Verdict {
  const day = addDays(facts.repairedOn ?? today, setting('delist'));
  return today < day ? { refusal: 'notYearOver', detail: { days: setting('delist'), day } } : undefined;
}
