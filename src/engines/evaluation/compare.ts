import type { Evaluation } from './problem.ts';

/** Somebody whose class is another one under another scheme. */
export interface Move {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** In units of the last decimal. */
  readonly points: readonly [before: number, after: number];
}

/** Who changes class between two evaluations of the same subjects, in the order of the first. */
export function movesBetween(before: Pick<Evaluation, 'results'>, after: Pick<Evaluation, 'results'>): readonly Move[] {
  const later = new Map(after.results.map((result) => [result.id, result]));
  return before.results.flatMap((result) => {
    const other = later.get(result.id);
    return other && other.class !== result.class ? [{ id: result.id, from: result.class, to: other.class, points: [result.points, other.points] as const }] : [];
  });
}
