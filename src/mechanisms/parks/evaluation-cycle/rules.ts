import { addCounted, dayOfYear, type Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { whilePublic } from '../../publicity.ts';
import { owners, type Owner } from '../data-owners.ts';
import { classNames, indicatorNames } from '../evaluation-words.ts';
import type { EvaluationCycleRecord } from './record.ts';

export type Situation = SituationOf<EvaluationCycleRecord>;
export type Verdict = VerdictOf<EvaluationCycleRecord>;

type Weights = readonly { readonly indicator?: keyof typeof indicatorNames; readonly benchmark?: string; readonly value?: number }[];

/** A year is evaluated once it is over. */
export function yearNotOver({ today }: Situation, year: number): Verdict {
  return String(year) >= today.slice(0, 4) ? { refusal: 'yearNotOver', field: 'year', detail: { year } } : undefined;
}

/** The last day of a step of the cycle: each is a day of the year after the one evaluated (parks.md §2.2). */
export function lastDayOf({ setting }: Pick<Situation, 'setting'>, step: 'issueBy' | 'collectBy' | 'reconcileBy' | 'publishBy', year: number): Day {
  return dayOfYear(year + 1, setting(step));
}

/** A printed benchmark is printed. */
export function benchmarkMissing(weights: Weights = []): Verdict {
  const bare = weights.find(({ benchmark = 'fixed', value = 0 }) => benchmark === 'fixed' && value <= 0);
  return bare && { refusal: 'benchmarkMissing', field: 'weights', detail: { indicator: indicatorNames[bare.indicator ?? 'taxPerMu'] } };
}

/** A cut-off belongs to a class that the ladder has, and the last class needs none. */
export function strayCut({ ladder = 'letters', cutPlus, cutC }: { readonly ladder?: 'letters' | 'plus'; readonly cutPlus?: number; readonly cutC?: number }): Verdict {
  const field = ladder === 'letters' && cutPlus !== undefined ? 'cutPlus' : ladder === 'plus' && cutC !== undefined ? 'cutC' : undefined;
  return field && { refusal: 'cutOfOther', field, detail: { class: field === 'cutPlus' ? classNames['1A'] : classNames.C } };
}

/** All seven owners have delivered. */
export function notDelivered({ matter }: Situation, delivered: readonly string[]): Verdict {
  const missing = (Object.keys(owners) as Owner[]).filter((owner) => !delivered.includes(owner));
  if (missing.length === 0) return undefined;
  return { refusal: 'notDelivered', detail: { year: matter.facts.year ?? 0, owners: { zh: missing.map((owner) => owners[owner].zh).join('、'), en: missing.map((owner) => owners[owner].en).join(', ') } } };
}

/** Publicity is over and every objection answered. */
export function notYetApproved(situation: Situation): Verdict {
  const { facts } = situation.matter;
  return benchmarksMoved(situation) ?? whilePublic(situation) ?? ((facts.openObjections ?? 0) > 0 ? { refusal: 'objectionsOpen', detail: { count: facts.openObjections ?? 0 } } : undefined);
}

/** The benchmarks are those of last year's data as they are known now, to the limit (parks.md §2.2). */
export function benchmarksMoved({ matter: { facts }, setting }: Situation): Verdict {
  return facts.benchmarkDue === true ? { refusal: 'benchmarksMoved', detail: { percent: facts.baseShifts?.at(-1)?.percent ?? 0, limit: setting('benchmarkShift') } } : undefined;
}

/** One firm changed and no sum moved by more than the limit: nothing is made anew. */
export function benchmarksStand({ matter: { facts }, setting }: Situation): Verdict {
  return facts.benchmarkDue === true ? undefined : { refusal: 'benchmarksStand', detail: { limit: setting('benchmarkShift') } };
}

/** The results are used for a year before it is put away. */
export function stillUsed({ matter, today, calendar, setting }: Situation): Verdict {
  const until = addCounted(calendar, matter.facts.publishedOn ?? today, setting('use'), 'calendarDay');
  return today < until ? { refusal: 'stillUsed', detail: { day: until } } : undefined;
}

/** Another evaluation of the same year and scope that was not cancelled. */
export function twinOf({ matter }: Situation, year: unknown, scope: unknown, others: readonly Matter[]): Matter | undefined {
  return others.find((other) => other.id !== matter.id && other.stage !== 'cancelled' && other.facts['year'] === year && other.facts['scope'] === scope);
}
