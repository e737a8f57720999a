import { addDays, daysBetween, monthEnd, type Day } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import type { lights, SupervisionRecord } from './record.ts';

export type Situation = SituationOf<SupervisionRecord>;
type Verdict = VerdictOf<SupervisionRecord>;
export type Light = keyof typeof lights;
type Facts = Situation['matter']['facts'];
export type Month = NonNullable<Facts['months']>[number];

/** A promise as the index looks at it. */
export interface Promised {
  readonly kind: string;
  readonly stage: string;
  readonly target?: number;
  readonly dueOn?: Day;
  readonly doneOn?: Day;
}

/** What the index was worked out from, so that anybody can follow it. */
export interface Standing {
  /** 0–1, three decimals. */
  readonly index: number;
  readonly overdueDays: number;
  readonly computedLight: Light;
  readonly explanation: string;
  readonly explanationEn: string;
}

/** An index with what it was reckoned from. */
interface Reckoned {
  readonly value: number;
  readonly words: Text;
}

/** The index (projects.md §4). Before production: half the nodes done on time, half the money spent. In production: tax .4, output .2, investment .3, jobs .1, each against its promise. */
export function standingOf({ matter, today, setting }: Situation, promises: readonly Promised[]): Standing {
  const counted = promises.filter(({ stage }) => stage !== 'released');
  const overdueDays = Math.max(0, ...counted.filter(isLate(today)).map(({ dueOn = today }) => daysBetween(dueOn, today)));
  const { value, words } = matter.facts.phase === 'producing' ? inProduction(matter.facts, counted) : beforeProduction(matter.facts, counted, today);
  const index = round3(value);
  return { index, overdueDays, computedLight: lightFor(index, overdueDays, setting), explanation: `${words.zh}；最长逾期${overdueDays}天。`, explanationEn: `${words.en}; the longest delay is ${overdueDays} days.` };
}

/** Nodes done on time out of those due, and what statistics count as invested out of what was promised by now. */
export function beforeProduction({ months }: Pick<Facts, 'months'>, promises: readonly Promised[], today: Day): Reckoned {
  const due = promises.filter(({ kind, dueOn }) => kind === 'node' && dueOn !== undefined && dueOn <= today);
  const onTime = due.filter(({ stage, dueOn = today, doneOn }) => stage === 'fulfilled' && doneOn !== undefined && doneOn <= dueOn).length;
  const planned = targetOf(promises.filter(({ dueOn }) => dueOn !== undefined && dueOn <= today), 'investment');
  const invested = wan(latest(months, 'counted'));
  const nodes = due.length === 0 ? 1 : onTime / due.length;
  const money = planned === 0 ? 1 : Math.min(1, invested / planned);
  return { value: 0.5 * nodes + 0.5 * money, words: { zh: `到期节点${due.length}个，按期完成${onTime}个；统计投资${invested}万元，承诺${planned}万元`, en: `${onTime} of ${due.length} nodes due were done in time; ${invested} × 10,000 yuan invested by statistics, ${planned} promised` } };
}

/** Each promise of production against what the authorities count, none above one. */
export function inProduction({ months }: Pick<Facts, 'months'>, promises: readonly Promised[]): Reckoned {
  const parts = [
    { kind: 'tax', weight: 0.4, actual: wan(latest(months, 'tax')), name: { zh: '税收', en: 'tax' } },
    { kind: 'output', weight: 0.2, actual: wan(latest(months, 'output')), name: { zh: '产值', en: 'output' } },
    { kind: 'investment', weight: 0.3, actual: wan(latest(months, 'counted')), name: { zh: '投资', en: 'investment' } },
    { kind: 'jobs', weight: 0.1, actual: latest(months, 'jobs') ?? 0, name: { zh: '就业', en: 'jobs' } },
  ].map((part) => ({ ...part, target: targetOf(promises, part.kind) }));
  const value = parts.reduce((sum, { weight, actual, target }) => sum + weight * (target === 0 ? 1 : Math.min(1, actual / target)), 0);
  const told = parts.filter(({ target }) => target > 0);
  return { value, words: { zh: told.map(({ name, actual, target }) => `${name.zh}${actual}/${target}`).join('，'), en: told.map(({ name, actual, target }) => `${name.en} ${actual} of ${target}`).join(', ') } };
}

/** The worse of what the index says and what the delay says. */
export function lightFor(index: number, overdueDays: number, setting: Situation['setting']): Light {
  const byIndex = index * 100 >= setting('green') ? 0 : index * 100 >= setting('yellow') ? 1 : index * 100 >= setting('orange') ? 2 : 3;
  const byDelay = overdueDays === 0 ? 0 : overdueDays <= setting('yellowDays') ? 1 : overdueDays <= setting('orangeDays') ? 2 : 3;
  return (['green', 'yellow', 'orange', 'red'] as const)[Math.max(byIndex, byDelay)] ?? 'red';
}

/** A light set by hand holds until its day; then the computed one speaks again. */
export function shownLight({ override, overrideUntil }: Pick<Facts, 'override' | 'overrideUntil'>, computed: Light, today: Day): Light {
  return override !== undefined && overrideUntil !== undefined && today <= overrideUntil ? override : computed;
}

/** A night that finds what the last one found leaves no trace. */
export function isUnchanged({ matter, today }: Situation, { index, computedLight }: { readonly index: number; readonly computedLight: Light }): Verdict {
  const { facts } = matter;
  return facts.index === index && facts.light === shownLight(facts, computedLight, today) && facts.computedLight === computedLight ? 'unchanged' : undefined;
}

/** A month once, after it is over, and never less invested than before. */
export function badReport({ matter, today }: Situation, { month, invested }: { readonly month: string; readonly invested: number }): Verdict {
  const held = matter.facts.months ?? [];
  if (held.some((each) => each.month === month)) return { refusal: 'monthThere', field: 'month', detail: { month } };
  if (monthEnd(Number(month.slice(0, 4)), Number(month.slice(5))) >= today) return { refusal: 'monthAhead', field: 'month', detail: { month } };
  const before = Math.max(0, ...held.filter((each) => (each.month ?? '') < month).map((each) => each.invested ?? 0));
  return invested < before ? { refusal: 'investedFell', field: 'invested', detail: { before: wan(before) } } : undefined;
}

/** Only what was reported can be checked or counted. */
export function notReported({ matter }: Situation, { month }: { readonly month: string }): Verdict {
  return matter.facts.months?.some((each) => each.month === month) ? undefined : { refusal: 'monthMissing', field: 'month', detail: { month } };
}

/** The months with one of them changed. */
export function withMonth(months: readonly Month[] | undefined, month: string, change: Partial<Month>): Month[] {
  return (months ?? []).map((each) => (each.month === month ? { ...each, ...change } : each));
}

/** Whether the enterprise's figure and that of statistics lie too far apart. */
export function differsTooMuch(reported: number | undefined, counted: number, percent: number): boolean {
  return reported !== undefined && Math.abs(reported - counted) * 100 > percent * Math.max(1, counted);
}

/** At most ninety days, from today on. */
export function badOverride({ today }: Situation, until: Day): Verdict {
  return today <= until && until <= addDays(today, 90) ? undefined : { refusal: 'overrideLong', field: 'overrideUntil' };
}

/** The decision follows the hearing, or its end. */
export function hearingRuns({ matter, today, calendar }: Situation): Verdict {
  const clock = matter.clocks['hearing'];
  const day = clock === undefined ? undefined : findDueDay(calendar, clock);
  return matter.stage === 'heard' || (day !== undefined && day < today) ? undefined : { refusal: 'hearingOpen', detail: { day: day ?? '' } };
}

/** The court comes after the time to pay. */
export function paymentRuns({ matter, today, calendar }: Situation): Verdict {
  const clock = matter.clocks['payment'];
  const day = clock === undefined ? undefined : findDueDay(calendar, clock);
  return day !== undefined && day < today ? undefined : { refusal: 'notPaidYet', detail: { day: day ?? '' } };
}

const isLate = (today: Day) => ({ stage, dueOn }: Promised) => stage !== 'fulfilled' && dueOn !== undefined && dueOn < today;

function targetOf(promises: readonly Promised[], kind: string): number {
  return Math.max(0, ...promises.filter((each) => each.kind === kind).map(({ target = 0 }) => target));
}

/** The last month that has the value. */
function latest(months: readonly Month[] | undefined, name: 'counted' | 'tax' | 'output' | 'jobs'): number | undefined {
  return (months ?? []).filter((each) => each[name] !== undefined).toSorted((a, b) => ((a.month ?? '') < (b.month ?? '') ? 1 : -1))[0]?.[name];
}

/** 分 as 万元, two decimals. */
function wan(fen: number | undefined): number {
  return Math.round((fen ?? 0) / 10_000) / 100;
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
