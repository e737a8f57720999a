import { mu } from '#kernel/area.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { findBadRow, isCeiling, rowName, valuesOf, type IndicatorKey, type IndicatorRow } from '../indicators.ts';
import type { ComplianceCheckRecord } from './record.ts';

export type Situation = SituationOf<ComplianceCheckRecord>;
type Verdict = VerdictOf<ComplianceCheckRecord>;
export type Kind = 'completion' | 'capacity' | 'yearly';

/** What a check looks at: the building at completion, the plant at capacity, both in a year (projects.md §6.4, §6.5). */
const atCompletion: readonly IndicatorKey[] = ['fixedInvestPerMu', 'far', 'coverage', 'officeLand', 'officeFloor', 'green'];
const atCapacity: readonly IndicatorKey[] = ['fixedInvestPerMu', 'taxPerMu', 'valueAddedPerMu', 'outputPerMu', 'labourProductivity', 'valueAddedPerTce', 'valueAddedPerTonPollutant', 'rdShare'];
const lookedAt: Readonly<Record<Kind, readonly IndicatorKey[]>> = { completion: atCompletion, capacity: atCapacity, yearly: atCapacity };

/** One line of the working. */
export interface Line {
  readonly indicator: IndicatorKey;
  readonly signed: number;
  readonly promised: number;
  readonly actual: number;
  /** Actual against promise, capped at 1 for the sum; for a ceiling the other way round. */
  readonly ratio: number;
  readonly weight: number;
  readonly points: number;
}

export interface Assessment {
  readonly lines: readonly Line[];
  /** In percent, to the hundredth. */
  readonly weighted: number;
  readonly lowest: number;
  readonly conclusion: 'passed' | 'nearly' | 'failed';
}

/** Only a commitment in force is checked. */
export function badCommitment({ findMatter }: Situation, commitment: string): Verdict {
  return ['signed', 'defaulted'].includes(findMatter(commitment)?.stage ?? '') ? undefined : { refusal: 'notInForce', field: 'landCommitment' };
}

/** Every indicator of the kind that was promised has its value and its source. */
export function badActuals(situation: Situation, rows: readonly (IndicatorRow & { readonly source?: string })[]): Verdict {
  const bad = findBadRow(rows);
  if (bad !== undefined) return { refusal: 'rowBad', field: 'actuals', detail: { indicator: rowName(bad) } };
  const nameless = rows.find(({ source }) => source === undefined);
  if (nameless?.indicator) return { refusal: 'sourceMissing', field: 'actuals', detail: { indicator: rowName(nameless.indicator) } };
  const given = valuesOf(rows);
  const missing = promisesOf(situation).find(([indicator]) => !given.has(indicator));
  return missing === undefined ? undefined : { refusal: 'actualMissing', field: 'actuals', detail: { indicator: rowName(missing[0]) } };
}

/** How far what was reached fulfils what was promised: 达标 where every ratio is 1, 基本达标 where each is near and the weighted sum too (projects.md §6.5). */
export function assess(situation: Situation): Assessment {
  const { matter, setting } = situation;
  const actuals = valuesOf(matter.facts.actuals);
  const signed = signedValues(commitmentOf(situation));
  const lines = promisesOf(situation).map(([indicator, promised]): Line => {
    const actual = actuals.get(indicator) ?? 0;
    const weight = weightOf(indicator, setting);
    // The ratio as it is printed, to four places, is what counts: so that anybody adds up the same sum.
    const ratio = round(Math.min(1, ratioOf(indicator, actual, promised)), 4);
    return { indicator, signed: signed.get(indicator) ?? promised, promised, actual, ratio, weight, points: round(ratio * weight, 4) };
  });
  const weights = lines.reduce((sum, line) => sum + line.weight, 0);
  const weighted = weights === 0 ? 0 : (lines.reduce((sum, line) => sum + line.points, 0) / weights) * 100;
  const lowest = Math.min(...lines.map(({ indicator, actual, promised }) => ratioOf(indicator, actual, promised))) * 100;
  const isNearly = lowest >= setting('nearlyEach') && weighted >= setting('nearlyAll');
  return { lines, weighted: round(weighted, 2), lowest: round(Math.min(100, lowest), 2), conclusion: lowest >= 100 ? 'passed' : isNearly ? 'nearly' : 'failed' };
}

/** Damages by the model land contract (GF-2008-2601): the price times the shortfall of investment or plot ratio, in 分; the larger of the two. */
export function damagesOf(situation: Situation): number {
  const price = Number(commitmentOf(situation)?.facts['price'] ?? 0);
  const short = assess(situation).lines.filter(({ indicator }) => indicator === 'fixedInvestPerMu' || indicator === 'far').map(({ actual, promised }) => Math.max(0, 1 - actual / promised));
  return Math.round(price * Math.max(0, ...short));
}

/** What a year's tax fell short of, by the agreement: the gap per mu times the area, in 分. */
export function taxGapOf(situation: Situation): number {
  const area = Number(commitmentOf(situation)?.facts['area'] ?? 0);
  const line = assess(situation).lines.find(({ indicator }) => indicator === 'taxPerMu');
  return line === undefined ? 0 : Math.round(Math.max(0, line.promised - line.actual) * 1_000_000 * (area / mu));
}

/** The commitment that is checked. */
export function commitmentOf({ matter, findMatter }: Situation): Matter | undefined {
  return matter.facts.landCommitment === undefined ? undefined : findMatter(matter.facts.landCommitment);
}

function promisesOf(situation: Situation): (readonly [IndicatorKey, number])[] {
  const promised = valuesOf(commitmentOf(situation)?.facts['values'] as readonly IndicatorRow[] | undefined);
  return lookedAt[situation.matter.facts.kind ?? 'capacity'].flatMap((indicator) => {
    const value = promised.get(indicator);
    return value === undefined ? [] : [[indicator, value] as const];
  });
}

/** As first signed: every supplement undone, the last first, so that old and new stand side by side. */
function signedValues(commitment: Matter | undefined): ReadonlyMap<IndicatorKey, number> {
  const held = new Map(valuesOf(commitment?.facts['values'] as readonly IndicatorRow[] | undefined));
  const versions = (commitment?.facts['versions'] ?? []) as readonly { readonly indicator?: IndicatorKey; readonly before?: number }[];
  for (const { indicator, before } of versions.toReversed()) if (indicator !== undefined && before !== undefined) held.set(indicator, before);
  return held;
}

function ratioOf(indicator: IndicatorKey, actual: number, promised: number): number {
  if (isCeiling(indicator)) return actual === 0 ? 1 : promised / actual;
  return promised === 0 ? 1 : actual / promised;
}

function weightOf(indicator: IndicatorKey, setting: Situation['setting']): number {
  if (indicator === 'fixedInvestPerMu') return setting('weightInvestment');
  if (indicator === 'taxPerMu') return setting('weightTax');
  if (indicator === 'valueAddedPerMu') return setting('weightValueAdded');
  return setting('weightOther');
}

function round(value: number, decimals: number): number {
  return Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`);
}
