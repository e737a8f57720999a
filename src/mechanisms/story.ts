import type { SampleFile } from './sample-files.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Question } from './computation.ts';

/** One thing done in the sample years: by the holder of a post, the author by code, anybody, or the platform. */
export interface Step {
  readonly at: Instant;
  /** A post of the sample district, or `public`, `author`, `system`; found out on the day where the years decide, as a draw does. */
  readonly by: string | ((known: Known) => string);
  readonly action: string;
  /** The story whose matter, as it stands then, the step has to look at: who was drawn. */
  readonly reads?: string;
  /** Matters that no story tells because they followed from others: sheets, obligations. The same question is asked once. */
  readonly asks?: (known: Known) => Question;
  /** Which of them the step, and with it the story, is about. */
  readonly of?: (known: Known) => string;
  /** Several matters it is done to, as a unit ticks them in its register; instead of `of`. */
  readonly each?: (known: Known) => readonly string[];
  /** What is typed. `idOf` tells the id another story got, `file` the evidence of that name. */
  readonly input: (known: Known) => Readonly<Record<string, unknown>>;
}

/** What a step may know of the years so far. */
export interface Known {
  idOf(story: string): string;
  file(name: SampleFile): { readonly hash: string; readonly name: string };
  /** What the step reads. */
  readonly read?: Matter | undefined;
  /** What it asks for, in the order of filing. */
  readonly found: readonly Matter[];
}

/** One matter's part of the sample years, in order of time. */
export interface Story {
  readonly key: string;
  readonly mechanism: string;
  readonly steps: readonly Step[];
  /** The spreadsheet its filing is a row of: all rows of a file come in by one import, at one moment, brought by one post. */
  readonly file?: string;
}

/** A sequence of numbers in [0, 1) that is the same every time: the sample must not depend on chance (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of several, by the dice. */
export function pick<T>(roll: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(roll() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
