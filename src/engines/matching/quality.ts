import type { Level } from './problem.ts';

/** A pair somebody judged: what he says, what the engine says, and the engine's score. */
export interface Judged {
  readonly demand: string;
  readonly label: Level;
  readonly level: Level;
  readonly score: number;
}

/** How good the levels are against people's (innovation.md §4.3), beside always saying 2. */
export interface Quality {
  /** 1 / (1 + mean absolute error), 0–1. */
  readonly closeness: number;
  readonly baseline: number;
  /** Of the ten best of each demand, how many people put at level 3 or above; 0–1. */
  readonly precisionAt10: number;
}

/** How good the levels are; nothing where nobody judged anything. */
export function qualityOf(pairs: readonly Judged[]): Quality | undefined {
  if (pairs.length === 0) return undefined;
  const tops = [...Map.groupBy(pairs, ({ demand }) => demand).values()].flatMap((all) => all.toSorted((a, b) => b.score - a.score).slice(0, 10));
  return {
    closeness: closenessOf(pairs.map(({ label, level }) => Math.abs(label - level))),
    baseline: closenessOf(pairs.map(({ label }) => Math.abs(label - 2))),
    precisionAt10: tops.filter(({ label }) => label >= 3).length / tops.length,
  };
}

function closenessOf(errors: readonly number[]): number {
  return 1 / (1 + errors.reduce((sum, error) => sum + error, 0) / errors.length);
}
