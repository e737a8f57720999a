import type { Measure, Ranking } from '#kernel/figure.ts';
import type { Matter } from '#kernel/matter.ts';

type OneOf = Extract<Measure, { readonly value: string }>;

/** The matter that speaks for all of them in a figure, found in memory. */
export function firstOf(all: readonly Matter[], { value, order }: OneOf): Matter[] {
  return firstIn(all.filter(({ facts }) => facts[value] !== undefined), order);
}

/** The first of them in an order, of equals the one filed last. */
export function firstIn(all: readonly Matter[], order: readonly Ranking[]): Matter[] {
  return all.toSorted((a, b) => {
    for (const by of order) {
      const sign = 'greatest' in by ? compared(a.facts[by.greatest], b.facts[by.greatest], 'greatest') : compared(a.facts[by.least], b.facts[by.least], 'least');
      if (sign !== 0) return sign;
    }
    return compared(a.id, b.id, 'greatest');
  }).slice(0, 1);
}

function compared(one: unknown, other: unknown, first: 'greatest' | 'least'): number {
  if (one === other) return 0;
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
  return (one as number) < (other as number) === (first === 'greatest') ? 1 : -1; // numbers, or days and words as they are written
}
