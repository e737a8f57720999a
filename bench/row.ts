import type { Ground } from './ground.ts';

/** What one row of the table of budgets came to. */
export interface Result {
  readonly what: string;
  readonly ours: string;
  readonly reference: string;
  readonly ratio: string;
  readonly budget: string;
  readonly isMet: boolean;
  /** What a reader should know of the numbers: how they scatter, what they were measured on. */
  readonly notes?: readonly string[];
}

/** One budget. */
export interface Row {
  readonly name: string;
  measure(ground: Ground): Promise<readonly Result[]>;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Measures several things in turn, round after round: what else the machine does meets all of them alike. The first round warms up and does not count. */
export async function inTurn<Names extends string>(rounds: number, what: Readonly<Record<Names, () => Promise<number>>>): Promise<Record<Names, number[]>> {
  const names = Object.keys(what) as Names[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Names, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const value = await what[name]();
      if (round > 0) measured[name].push(value);
    }
  }
  return measured;
}

/** Milliseconds that some work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Numbers with two digits after the point, from the least to the largest. */
export function spread(numbers: readonly number[], digits = 2): string {
  return `${Math.min(...numbers).toFixed(digits)} – ${Math.max(...numbers).toFixed(digits)}`;
}
