import type { ClassName } from './evaluation-words.ts';
import { hundredths } from './land.ts';

/** One who uses land of a parcel: how much of it, in ㎡, and what it came to in the evaluation of the year. */
export interface Using {
  readonly land: number;
  /** None where it was not evaluated, or not graded. */
  readonly class?: ClassName | undefined;
  /** 万元/亩. */
  readonly taxPerMu?: number | undefined;
}

/**
 * What a parcel is shown by for a year: the class of whoever was graded and is charged with most of its land, and the tax per mu of all
 * who were evaluated there, weighed by the land each is charged with. Nothing where nobody on it was evaluated.
 */
export function parcelResult(users: readonly Using[]): { readonly class?: ClassName; readonly taxPerMu?: number } {
  const [first] = users.filter((user) => user.class !== undefined && user.land > 0).toSorted((one, other) => other.land - one.land);
  const taxed = users.flatMap(({ land, taxPerMu }) => (taxPerMu === undefined || land <= 0 ? [] : [{ land, taxPerMu }]));
  const land = taxed.reduce((sum, each) => sum + each.land, 0);
  return {
    ...(first?.class === undefined ? {} : { class: first.class }),
    ...(land > 0 ? { taxPerMu: hundredths(taxed.reduce((sum, each) => sum + each.taxPerMu * each.land, 0) / land) } : {}),
  };
}
