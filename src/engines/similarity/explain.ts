import { bare, normalise } from './normalise.ts';
import { countsOf, jaccardOf } from './solve.ts';
import { commonSynonyms, type Item } from './problem.ts';

/** How far one part of two texts agrees, and in which words. */
export interface PartMatch {
  readonly part: string;
  readonly similarity: number;
  /** The longest passages both hold, longest first. */
  readonly shared: readonly string[];
}

/** Which parts of two texts agree, best first; parts that share no word are left out. */
export function explain(one: Item, other: Item, synonyms: readonly (readonly string[])[] = commonSynonyms): readonly PartMatch[] {
  return Object.entries(one.parts)
    .flatMap(([part, mine]) => {
      const theirs = other.parts[part];
      if (theirs === undefined) return [];
      const [a, b] = [normalise(mine, synonyms), normalise(theirs, synonyms)];
      const compared = sharedPassages(a, b);
      // Shown are words that were written: a digit or a synonym put in their place would read oddly.
      const shared = [...new Set(compared.flatMap((passage) => (bare(mine).includes(passage) ? [passage] : sharedPassages(passage, bare(mine)))))];
      return compared.length === 0 ? [] : [{ part, similarity: jaccardOf(countsOf(a), countsOf(b)), shared }];
    })
    .toSorted((a, b) => b.similarity - a.similarity);
}

/** Passages of two characters and more that both texts hold, none within another, at most `most`. */
export function sharedPassages(one: string, other: string, most = 8): readonly string[] {
  const passages = new Set<string>();
  const a = one.split(' ');
  for (const run of a) {
    const characters = [...run];
    for (let at = 0; at < characters.length; ) {
      let size = 0;
      while (at + size < characters.length && other.includes(characters.slice(at, at + size + 1).join(''))) size += 1;
      if (size >= 2) passages.add(characters.slice(at, at + size).join(''));
      at += Math.max(size, 1);
    }
  }
  const longest = [...passages].toSorted((x, y) => y.length - x.length);
  return longest.filter((passage, index) => !longest.slice(0, index).some((longer) => longer.includes(passage))).slice(0, most);
}
