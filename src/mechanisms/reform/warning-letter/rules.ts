import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { rungs, type LetterRung, type WarningLetterRecord } from './record.ts';

export type Situation = SituationOf<WarningLetterRecord>;
export type Verdict = VerdictOf<WarningLetterRecord>;

/** How the thing a letter is about stands, worked out by the platform. */
export interface Standing {
  readonly isYellow: boolean;
  readonly isRed: boolean;
  /** Working days late. */
  readonly late: number;
  readonly redRounds: number;
  readonly isFired: boolean;
}

/** Yellow asks for a reminder, red for an order, red again for a talk, red a third time for a proposal; each fires once (reform.md §11.5). */
export function badRung({ setting }: Pick<Situation, 'setting'>, rung: LetterRung, { isYellow, isRed, late, redRounds, isFired }: Standing): Verdict {
  if (isFired) return { refusal: 'fired', field: 'rung', detail: { rung: rungs[rung] } };
  if (rung === 'reminder') return isYellow || isRed ? undefined : { refusal: 'notLate', field: 'rung' };
  if (rung === 'order') return isRed ? undefined : { refusal: 'notRed', field: 'rung', detail: { days: late, red: setting('redDays') } };
  const needed = setting(rung === 'talk' ? 'talkRounds' : 'proposalRounds');
  return redRounds >= needed ? undefined : { refusal: 'fewRedRounds', field: 'rung', detail: { rounds: redRounds, needed, rung: rungs[rung] } };
}
