import type { Claim, DiligenceScheme, Item, Measure } from './scheme.ts';

/** A rating of 0–4 for an item. */
export interface Rating {
  readonly item?: Item;
  readonly rating?: number;
}
/** How well a claim is proven, 0–1. */
export interface Proof {
  readonly claim?: Claim;
  readonly level?: number;
}
/** A measure against its benchmark. */
export interface Worth {
  readonly measure?: Measure;
  readonly value?: number;
  readonly benchmark?: number;
}

/** 风险指数: the mean rating of each dimension out of four, weighted; 0–100. */
export function riskIndex(scheme: DiligenceScheme, ratings: readonly Rating[]): number {
  return rounded(scheme.dimensions.reduce((sum, { code, weight }) => sum + (weight * mean(ratings.filter(({ item }) => item?.startsWith(code)).map(({ rating = 0 }) => rating))) / 4, 0));
}

/** The part of each dimension in the risk index. */
export function riskParts(scheme: DiligenceScheme, ratings: readonly Rating[]): readonly { readonly code: string; readonly name: string; readonly points: number }[] {
  return scheme.dimensions.map(({ code, name, weight }) => ({ code, name, points: rounded((weight * mean(ratings.filter(({ item }) => item?.startsWith(code)).map(({ rating = 0 }) => rating))) / 4, 2) }));
}

/** 真实度: seven claims by how well each is proven; 0–100. */
export function authenticity(scheme: DiligenceScheme, proofs: readonly Proof[]): number {
  return rounded(proofs.reduce((sum, { claim, level = 0 }) => sum + (claim === undefined ? 0 : scheme.claims[claim] * level), 0));
}

/** 含金量: each measure against its benchmark, capped; 100 is exactly the benchmark. */
export function worth(scheme: DiligenceScheme, measured: readonly Worth[]): number {
  return rounded(
    measured.reduce((sum, { measure, value = 0, benchmark }) => {
      if (measure === undefined) return sum;
      // Fit and standing are marks between 0 and 1 and need no benchmark.
      const ratio = measure === 'chainFit' || measure === 'investorStanding' ? Math.min(1, value) : benchmark ? Math.min(scheme.cap, value / benchmark) : 0;
      return sum + scheme.worth[measure] * ratio;
    }, 0),
  );
}

/** 低, 中, 较高, 高. */
export function riskLevel(risk: number): 'low' | 'middle' | 'raised' | 'high' {
  if (risk <= 20) return 'low';
  if (risk <= 40) return 'middle';
  return risk <= 60 ? 'raised' : 'high';
}

export type Conclusion = 'toReview' | 'supplement' | 'notRecommended';

/** The rule of decision (projects.md §2.3); a red line stops everything. */
export function conclude({ toReview, supplement }: DiligenceScheme, { risk, proven, valued, redLines }: { readonly risk: number; readonly proven: number; readonly valued: number; readonly redLines: number }): Conclusion {
  if (redLines > 0) return 'notRecommended';
  if (valued >= toReview.worth && proven >= toReview.authenticity && risk < toReview.riskBelow) return 'toReview';
  const isWeak = (supplement.authenticity <= proven && proven < toReview.authenticity) || (toReview.riskBelow <= risk && risk <= supplement.riskUpTo);
  return valued >= supplement.worth && isWeak ? 'supplement' : 'notRecommended';
}

/** The largest difference between two opinions in any of the three indices. */
export function disagreement(one: readonly number[], other: readonly number[]): number {
  return rounded(Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? 0)))));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One decimal, as indices are published and compared, without the dust of binary fractions. */
function rounded(value: number, decimals = 1): number {
  return Math.round(value * 10 ** decimals + 1e-7) / 10 ** decimals;
}
