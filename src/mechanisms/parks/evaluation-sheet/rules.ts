import { addWorkdays } from '#kernel/calendar.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { Values } from '#kernel/fact.ts';
import type { Reading } from '#kernel/scheme.ts';
import { indicatorOf, measured, ownerRoles, owners, type Measured } from '../data-owners.ts';
import { evaluatedArea } from '../land.ts';
import type { EvaluationSheetRecord } from './record.ts';

export type Situation = SituationOf<EvaluationSheetRecord>;
export type Verdict = VerdictOf<EvaluationSheetRecord>;
export type Sheet = Values<FactsOf<EvaluationSheetRecord>>;

/** What an enterprise disputes has to have been read. */
export function notDelivered({ matter }: Situation, quantity: Measured): Verdict {
  return (matter.facts.readings ?? []).some((row) => row.quantity === quantity) ? undefined : { refusal: 'notDelivered', field: 'disputed' };
}

/** Whoever owns a quantity answers for it. */
export function answeredByOther({ actor }: Situation, quantity: Measured): Verdict {
  const { owner } = measured[quantity];
  const isTheirs = actor.kind === 'post' && ownerRoles[owner].some((role) => actor.roles.includes(role));
  return isTheirs ? undefined : { refusal: 'otherOwner', detail: { owner: owners[owner] } };
}

/** An upheld objection has a corrected value and its stamped proof; another has neither. */
export function badAnswer(input: { readonly upheld: boolean; readonly correctedValue?: number; readonly evidence?: readonly unknown[] }): Verdict {
  if (input.upheld !== (input.correctedValue !== undefined)) return { refusal: 'correctionMissing', field: 'correctedValue' };
  return input.upheld && (input.evidence ?? []).length === 0 ? { refusal: 'proofMissing', field: 'evidence' } : undefined;
}

/** Objections are made while the row is public. */
export function lateObjection({ matter, today }: Situation): Verdict {
  const { publicTo } = matter.facts;
  return publicTo !== undefined && today > publicTo ? { refusal: 'lateObjection', detail: { day: publicTo } } : undefined;
}

/** Silence is consent ten working days after the second reminder, and not before (parks.md §2.2). */
export function notYetSilent({ matter, today, calendar, setting }: Situation): Verdict {
  const { reminders = 0, remindedOn } = matter.facts;
  if (reminders < setting('reminders') || remindedOn === undefined) return { refusal: 'notReminded', detail: { count: setting('reminders') } };
  return today <= addWorkdays(calendar, remindedOn, setting('confirm')) ? { refusal: 'silenceShort', detail: { days: setting('confirm') } } : undefined;
}

/** Reminded so often, so many working days apart. */
export function remindedEnough({ matter, today, calendar, setting }: Situation): Verdict {
  const { reminders = 0, remindedOn } = matter.facts;
  const last = remindedOn ?? matter.filedAt.slice(0, 10);
  return reminders >= setting('reminders') || today < addWorkdays(calendar, last, setting('remindAfter')) ? 'remindedEnough' : undefined;
}

/** The rows of official data with one of them corrected. */
export function corrected(readings: Sheet['readings'] = [], quantity: Measured, value: number, source: string, readAt: string): NonNullable<Sheet['readings']> {
  return readings.map((row) => (row.quantity === quantity ? { ...row, value, source, readAt } : row));
}

/** What the yield of land is reckoned from: the tax in fen, and the larger of register and survey in ㎡ (parks.md §1.2, §10.1). */
export function basisOf(readings: Sheet['readings'] = []): Pick<Sheet, 'tax' | 'land'> {
  const of = (name: Measured) => readings.find(({ quantity }) => quantity === name)?.value;
  const [tax, registered, surveyed] = [of('tax'), of('registeredLand'), of('surveyedLand')];
  return { ...(tax === undefined ? {} : { tax: Math.round(tax * measured.tax.size) }), ...(registered === undefined && surveyed === undefined ? {} : { land: evaluatedArea(registered ?? 0, surveyed) }) };
}

/** The reading that a correction brings; the first one is kept. */
export function readingOf({ matter, now }: Situation, quantity: Measured, value: number, why: string): Reading {
  const { creditCode = '', year = 0, taxChange = 0 } = matter.facts;
  // Tax is kept by the usual items: what the scheme counts otherwise is added wherever it is read.
  const kept = Math.round(value * measured[quantity].size) - (quantity === 'tax' ? taxChange : 0);
  return { indicator: indicatorOf(quantity), subject: creditCode, period: String(year), value: kept, source: sourceOf(quantity, why), readAt: now };
}

/** Where a corrected value comes from. */
export function sourceOf(quantity: Measured, why: string): string {
  return `${owners[measured[quantity].owner].zh} ${why}`;
}

/** What a corrected value makes of a joint evaluation: the way that does not count, the group on its page, and the result for the sheets of the other members. */
export interface Together {
  readonly joint: string;
  readonly beside: Pick<Sheet, 'besideSteps' | 'besideMoves' | 'besideBonus' | 'besideDeduction' | 'besidePoints' | 'besideRanked' | 'besideClass'>;
  readonly revised: Readonly<Record<string, unknown>>;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly mates: readonly string[];
}

/** The same as it was worked out, in a text; nothing for whoever is in none. */
export function togetherIn(text: string): Together | undefined {
  return text === '' ? undefined : (JSON.parse(text) as Together); // written by the sheet's own computation alone
}

type Moves = NonNullable<Sheet['moves']>;

/** What moved a class, in one line, for a value that is worked out: a table of none cannot be. */
export function movesText(moves: Sheet['moves'] = []): string {
  return moves.map(({ by, guard, veto, to }) => `${by}:${by === 'guard' ? guard : veto}>${to}`).join(';');
}

/** The same as a table again. */
export function movesIn(text: string): Moves {
  return text.split(';').filter(Boolean).map((each) => {
    const [, by, what = '', to] = /^(guard|veto):(\w+)>(\w+)$/.exec(each) ?? [];
    return (by === 'guard' ? { by, guard: Number(what), to } : { by, veto: what, to }) as Moves[number]; // written by movesText alone
  });
}
