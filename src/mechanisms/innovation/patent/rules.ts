import type { Day } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { kindDigits, patentKinds } from './choices.ts';
import type { PatentRecord } from './record.ts';

export type Verdict = VerdictOf<PatentRecord>;
export type Patent = Values<FactsOf<PatentRecord>>;

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** The check character of the twelve digits of a number (ZC 0006-2003): their weighted sum over eleven, X for ten. */
export function checkCharacter(digits: string): string {
  const rest = weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;
  return rest === 10 ? 'X' : String(rest);
}

/** Everything an entry may get wrong in itself; `number` with or without its ZL. */
export function badPatent(today: Day, number: string, patent: Patent): Verdict {
  return badNumber(number, patent) ?? badDays(today, patent) ?? badPurchase(today, patent);
}

/** A number checks itself, and agrees with the kind and the year it is of. */
export function badNumber(written: string, { kind, filedOn }: Patent): Verdict {
  const number = applicationOf(written);
  const field = written === number ? 'applicationNo' : 'patentNo';
  const digits = number.slice(0, 12);
  const expected = checkCharacter(digits);
  if (number.slice(13) !== expected) return { refusal: 'wrongCheck', field, detail: { number: written, expected } };
  const digit = digits[4] ?? '';
  if (kind !== undefined && !kindDigits[kind].includes(digit)) return { refusal: 'kindDiffers', field, detail: { digit, kind: patentKinds[kind] } };
  return filedOn !== undefined && filedOn.slice(0, 4) !== digits.slice(0, 4) ? { refusal: 'yearDiffers', field: 'filedOn', detail: { year: digits.slice(0, 4) } } : undefined;
}

/** Filed, published, granted, one after the other and none of them to come. */
export function badDays(today: Day, { filedOn, publishedOn, grantedOn }: Patent): Verdict {
  const days = [filedOn, publishedOn, grantedOn, today].filter((day) => day !== undefined);
  return days.some((day, place) => place > 0 && day < (days[place - 1] ?? '')) ? { refusal: 'daysTurned', field: grantedOn === undefined ? 'filedOn' : 'grantedOn' } : undefined;
}

/** What was bought has a day on which it was. */
export function badPurchase(today: Day, { isBoughtIn = false, boughtOn }: Patent): Verdict {
  return isBoughtIn !== (boughtOn !== undefined) || (boughtOn !== undefined && boughtOn > today) ? { refusal: 'boughtUndated', field: 'boughtOn' } : undefined;
}

/** The number without its ZL. */
export function applicationOf(number: string): string {
  return number.replace(/^ZL/, '');
}
