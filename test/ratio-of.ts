import type { Day } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import type { Ratio } from '#kernel/figure.ts';
import type { Matter } from '#kernel/matter.ts';

/** A quotient of sums worked out in memory, as the store works it out; nothing where there is nothing to divide by. */
export function ratioOf(all: readonly Matter[], { ratio, over, as, base }: Ratio, asOf: Day): number | null {
  const whole = all.filter(({ facts }) => [...ratio, ...over].every((name) => typeof facts[name] === 'number'));
  const quotient = (of: readonly Matter[]) => {
    const product = (names: readonly string[]) => names.reduce((made, name) => made * of.reduce((sum, { facts }) => sum + (facts[name] as number), 0), 1);
    return of.length === 0 || product(over) === 0 ? null : product(ratio) / product(over);
  };
  const now = quotient(base ? whole.filter((matter) => !holds(base, matter, asOf)) : whole);
  const before = base ? quotient(whole.filter((matter) => holds(base, matter, asOf))) : 1;
  if (now === null || before === null || before === 0) return null;
  if (as === 'growth') return 100 * (now / before - 1);
  return as === 'share' ? (100 * now) / before : now / before / as.per;
}
