import type { Values } from '#kernel/fact.ts';
import { axisFacts, type kpiColumns } from './words.ts';

export type Axis = keyof typeof axisFacts;
export type Sheet = Readonly<Record<Axis, number>>;
export type Kpi = Values<typeof kpiColumns>;

/** 需求质量评分的权重 (innovation.md §2.3): points out of a hundred. */
export const weights: Readonly<Record<Axis | 'specific', number>> = { specific: 25, clarity: 20, market: 20, budgetRealism: 15, ownBasis: 10, offShelf: 10 };

/** An indicator can be measured when it says what is compared with which value in which unit. */
export function isMeasurable({ name, operator, value, upTo, unit }: Kpi): boolean {
  return name !== undefined && operator !== undefined && value !== undefined && unit !== undefined && (operator !== 'range' || upTo !== undefined);
}

/** How specific a demand is: two measurable indicators and more are, one is somewhat. */
export function specific(kpis: readonly Kpi[]): number {
  const measurable = kpis.filter(isMeasurable).length;
  return measurable >= 2 ? 1 : measurable === 1 ? 0.6 : 0;
}

/** Dq: the means of the experts on each axis, and how specific the indicators are, weighed; to two decimals, a half up. */
export function demandQuality(kpis: readonly Kpi[], sheets: readonly Partial<Sheet>[]): number {
  const mean = (axis: Axis) => sheets.reduce((sum, sheet) => sum + (sheet[axis] ?? 0), 0) / sheets.length;
  const points = (Object.keys(axisFacts) as Axis[]).reduce((sum, axis) => sum + weights[axis] * mean(axis), weights.specific * specific(kpis));
  return Math.round((points + Number.EPSILON) * 100) / 100;
}

/** Whether a measured value meets its indicator. */
export function meets({ operator, value = Number.NaN, upTo = Number.NaN }: Kpi, measured: number): boolean {
  if (operator === 'atLeast') return measured >= value;
  if (operator === 'atMost') return measured <= value;
  return operator === 'range' ? value <= measured && measured <= upTo : measured === value;
}
