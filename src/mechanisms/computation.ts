import type { Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation } from '#kernel/mechanism.ts';

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
