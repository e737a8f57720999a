import type { Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';

/** Matters looked for: all of a mechanism that meet a condition, whoever may see them. */
export interface Question {
  readonly mechanism: string;
  readonly where: Condition;
}

/** How the values that an action asks for as computed are worked out, before it is decided and in its transaction. Pure, as rules are. */
export interface Computation {
  /** Which other matters it looks at, by a name of its own. */
  asks?(situation: Situation, input: Readonly<Record<string, unknown>>): Readonly<Record<string, Question>>;
  /** Sealed facts of the matter itself that it has to open: two secrets of a draw. */
  readonly opens?: readonly string[];
  work(situation: Situation, input: Readonly<Record<string, unknown>>, found: Readonly<Record<string, readonly Matter[]>>, opened: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** How far a long work is. */
export interface WorkTold {
  /** What it is at, a name of the work's own. */
  readonly phase: string;
  readonly done: number;
  readonly of: number;
  /** What has been reached and what could be at most, where it looks for the best. */
  readonly best?: number;
  readonly bound?: number;
}

/**
 * What is too long for a transaction (seconds, minutes): a thread of its own works on a problem that is plain data, the page watches it and may stop it,
 * and the action is decided with what came of it if the problem is still the same. Pure as well: who calls keeps the time, by answering `stop`.
 * What it is begun with is kept until the next one, so that it can be begun again after a restart; its action therefore asks for nothing sealed.
 */
export interface LongWork {
  asks?(situation: Situation, input: Readonly<Record<string, unknown>>): Readonly<Record<string, Question>>;
  /** Plain data, the same whenever nothing it depends on has changed. */
  problem(situation: Situation, input: Readonly<Record<string, unknown>>, found: Readonly<Record<string, readonly Matter[]>>): unknown;
  /** After so many seconds it is stopped. */
  seconds(situation: Situation, input: Readonly<Record<string, unknown>>): number;
  /** The values the action asks for as computed. */
  solve(problem: unknown, tell: (told: WorkTold) => 'stop' | undefined): Readonly<Record<string, unknown>>;
  readonly phases: Readonly<Record<string, Text>>;
}
