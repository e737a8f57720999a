import { factsIn, type Condition } from './condition.ts';
import type { Day } from './calendar.ts';
import type { Text } from './words.ts';

/** What is done with the matters a figure asks for. */
export type Measure =
  | { readonly count: 'matters' }
  /** Distinct values of a fact. */
  | { readonly distinct: string }
  /** In units of `per` where it is given: money is kept in fen and reported in 亿元. */
  | { readonly sum: string; readonly per?: number }
  /** Shown only from `atLeast` matters on. */
  | { readonly mean: string; readonly atLeast: number }
  /** The middle one of them, between the two middle ones where they are even; shown only from `atLeast` matters on. */
  | { readonly median: string; readonly atLeast: number }
  | Ratio
  /** As one matter states it, which alone is counted: of those that hold the fact the first in this order, of equals the one filed last. */
  | { readonly value: string; readonly order: readonly Ranking[] }
  /** In percent: those that also meet the condition, out of all asked for. */
  | { readonly share: Condition }
  | Growth;

/**
 * Σ of facts over Σ of others, multiplied where there are several, over the matters that hold them all: a quotient of sums and never the mean
 * of quotients. In percent as a share, or as growth by how much it passes one; else in units of `per`. With `base` as growth over the same
 * quotient of those that meet it: the year before.
 */
export interface Ratio {
  readonly ratio: readonly string[];
  readonly over: readonly string[];
  readonly as: 'growth' | 'share' | { readonly per: number };
  readonly base?: Condition;
}

/** In percent: by how many more of those asked for meet the one condition than the other. */
export interface Growth {
  readonly growth: Condition;
  readonly base: Condition;
  /** A setting of the mechanism: a base of fewer says little as a rate, and is told beside it. */
  readonly smallBase: string;
}

/** The facts that a measure reads of each matter. */
export function factsMeasured(measure: Measure): readonly string[] {
  if ('count' in measure) return [];
  if ('distinct' in measure) return [measure.distinct];
  if ('sum' in measure) return [measure.sum];
  if ('mean' in measure) return [measure.mean];
  if ('median' in measure) return [measure.median];
  if ('ratio' in measure) return [...measure.ratio, ...measure.over, ...(measure.base ? factsIn(measure.base) : [])];
  if ('value' in measure) return [measure.value, ...measure.order.map(rankedFact)];
  if ('growth' in measure) return [...factsIn(measure.growth), ...factsIn(measure.base)];
  return factsIn(measure.share);
}

/** What goes first: the greatest of a fact or the least of it. Whoever does not hold the fact goes last. */
export type Ranking = { readonly greatest: string } | { readonly least: string };

function rankedFact(by: Ranking): string {
  return 'greatest' in by ? by.greatest : by.least;
}

/** 数字: a declared question over records. Its answer is never typed in. */
export interface Figure {
  readonly key: string;
  readonly name: Text;
  readonly unit: Text;
  /** 口径, in words. */
  readonly definition: Text;
  readonly mechanism: string;
  readonly where: Condition;
  /** Matters that share a value of `fact` are one thing told several times: the first of them in this order speaks for it, if it meets `and`, and of equals the one filed last. */
  readonly oneFor?: OneFor;
  readonly measure: Measure;
  /** The figure of the founding article it answers. */
  readonly answers?: string;
  /** Key of a figure that must be at least as large (reform.md §1.2, 7). */
  readonly within?: string;
  /** Above this, among so many records and more, the answer is too good to be left alone: what to look into. */
  readonly alarm?: { readonly above: number; readonly among: number; readonly words: Text };
  /** Shown to anybody on the openness page. */
  readonly isPublic?: boolean;
}

/** What several matters are one thing by, and which of them speaks for it. */
export interface OneFor {
  readonly fact: string;
  readonly order: readonly Ranking[];
  readonly and?: Condition;
}

/** The facts that a figure looks at. */
export function factsAsked({ where, oneFor, measure }: Figure): readonly string[] {
  const chosen = oneFor === undefined ? [] : [oneFor.fact, ...oneFor.order.map(rankedFact), ...(oneFor.and ? factsIn(oneFor.and) : [])];
  return [...new Set([...factsIn(where), ...chosen, ...factsMeasured(measure)])];
}

/** Declares a figure. */
export function figure(declaration: Figure): Figure {
  return declaration;
}

/** The answer to a figure's question on a day, with the records it was counted from. */
export interface Answer {
  readonly figure: string;
  readonly asOf: Day;
  /** Null where too few records are there to say. */
  readonly value: number | null;
  /** How many records were looked at. */
  readonly among: number;
  /** Of a growth: how many there were before. */
  readonly base?: number;
}

/** Whether an answer is too good: of few records it may well be. */
export function isAlarming({ alarm }: Pick<Figure, 'alarm'>, { value, among }: Pick<Answer, 'value' | 'among'>): boolean {
  return alarm !== undefined && value !== null && value > alarm.above && among >= alarm.among;
}

/** 修饰: the word a report prints with a number (reform.md §1.2, 3). */
export type Qualifier = 'exact' | 'yu' | 'duo' | 'jin' | 'chao' | 'yue' | 'atLeast';

/** The unit of the last digit that is not zero: 10 for 70, 100 for 200. */
export function stepOf(printed: number): number {
  if (printed === 0) return 1;
  let step = 1;
  while (printed % (step * 10) === 0) step *= 10;
  return step;
}

/** Whether a true value may be printed as `printed` with that qualifier. */
export function admits(qualifier: Qualifier, printed: number, value: number): boolean {
  switch (qualifier) {
    case 'exact': return value === printed;
    case 'yu': case 'duo': return printed < value && value < printed + stepOf(printed);
    case 'jin': return 95 * printed <= 100 * value && value < printed;
    case 'chao': return value > printed;
    case 'yue': return 100 * Math.abs(value - printed) <= 5 * printed;
    case 'atLeast': return value >= printed;
  }
}

const qualifierWords: Record<Qualifier, (number: string, unit: string) => string> = {
  exact: (number, unit) => `${number}${unit}`,
  yu: (number, unit) => `${number}余${unit}`,
  duo: (number, unit) => `${number}多${unit}`,
  jin: (number, unit) => `近${number}${unit}`,
  chao: (number, unit) => `超${number}${unit}`,
  yue: (number, unit) => `约${number}${unit}`,
  atLeast: (number, unit) => `${number}${unit}以上`,
};

/** A value as a report prints it: rounded down to tens below a hundred, to hundreds below a thousand, with 余; exact where it is round (reform.md §1.2, 4). */
export function toPrinted(value: number, granularity = value < 100 ? 10 : 100): { readonly printed: number; readonly qualifier: 'exact' | 'yu' } {
  const printed = Math.floor(value / granularity) * granularity;
  return printed === value || printed === 0 ? { printed: value, qualifier: 'exact' } : { printed, qualifier: 'yu' };
}

/** A number with its qualifier, as Chinese reports write it. */
export function printedWords(printed: number, qualifier: Qualifier, unit: string): string {
  return qualifierWords[qualifier](String(printed), unit);
}

/** What is wrong with how a figure is written: double marking, 余 after the measure word, two marks at once. */
export function findPrintingFault(words: string): Text | undefined {
  // 节约200余万元 and 签约30余家 hold 约, 最近10余天 holds 近, yet neither marks the number.
  if (/(超|逾|超过|(?<![最附])近|(?<![节签预合续违公条契履])约)\s*[\d,.]+\s*[百千万亿]?\s*[余多]/.test(words)) return { zh: '“超、近、约”与“余、多”不能同时用', en: '超, 近 or 约 may not go together with 余 or 多' };
  if (/\d\s*[百千万亿]?\s*(余多|多余)/.test(words)) return { zh: '“余”与“多”不能同时用', en: '余 and 多 may not go together' };
  if (/\d\s*[百千万亿]?\s*[个项条件家篇次份名人户处场起类批期亩]余/.test(words)) return { zh: '“余”应写在量词之前', en: '余 stands before the measure word' };
  return undefined;
}

/** One figure of the founding article: how it was printed and the range its qualifier admits. */
export interface FoundingFigure {
  readonly no: string;
  readonly name: Text;
  readonly printed: string;
  readonly unit: string;
  readonly minAccepted?: number;
  readonly maxAccepted?: number;
}

/** Whether an answer lies in the range the printed words admit; nothing where the article gives no number. */
export function isAccepted(founding: FoundingFigure, value: number): boolean | undefined {
  if (founding.minAccepted === undefined) return undefined;
  return founding.minAccepted <= value && (founding.maxAccepted === undefined || value <= founding.maxAccepted);
}
