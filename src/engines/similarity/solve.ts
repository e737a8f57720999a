import { plainOf, shinglesOf } from './normalise.ts';
import { commonSynonyms, thresholds, type Candidate, type SimilarityProblem } from './problem.ts';

/** The candidates, most alike first. */
export function findSimilar(problem: SimilarityProblem): readonly Candidate[] {
  const { item, others, synonyms = commonSynonyms, jaccardFrom = thresholds.jaccard, cosineFrom = thresholds.cosine } = problem;
  const mine = countsOf(plainOf(item.parts, synonyms));
  if (mine.size === 0) return [];
  const theirs = others.filter((other) => other.id !== item.id).map((other) => ({ id: other.id, counts: countsOf(plainOf(other.parts, synonyms)) }));
  const weigh = weights([mine, ...theirs.map(({ counts }) => counts)]);
  return theirs
    .map(({ id, counts }) => {
      const jaccard = jaccardOf(mine, counts);
      const cosine = cosineOf(mine, counts, weigh);
      return { id, jaccard, cosine, similarity: Math.max(jaccard, cosine) };
    })
    .filter(({ jaccard, cosine }) => jaccard >= jaccardFrom || cosine >= cosineFrom)
    .toSorted((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
}

/** How often each shingle occurs. */
export function countsOf(plain: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const shingle of shinglesOf(plain)) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  return counts;
}

/** How often each two characters in a row occur; what a rule that names bigrams is held by. */
export function bigramsOf(plain: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const characters = [...plain.replaceAll(' ', '')];
  for (const [at, one] of characters.entries()) {
    const pair = one + (characters[at + 1] ?? '');
    if (at === 0 || at + 1 < characters.length) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Shared shingles out of all shingles of the two. */
export function jaccardOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of small.keys()) if (large.has(shingle)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** How much a shingle tells: the rarer among these texts, the more (TF-IDF). */
export function weights(all: readonly ReadonlyMap<string, number>[]): (shingle: string) => number {
  const holders = new Map<string, number>();
  for (const counts of all) for (const shingle of counts.keys()) holders.set(shingle, (holders.get(shingle) ?? 0) + 1);
  // Smoothed, so that a shingle everybody uses still weighs something and two texts alone can be compared.
  return (shingle) => Math.log((1 + all.length) / (1 + (holders.get(shingle) ?? 0))) + 1;
}

/** The cosine of the angle between two texts, each shingle weighed; 0–1. */
export function cosineOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>, weigh: (shingle: string) => number): number {
  let product = 0;
  for (const [shingle, count] of one) product += count * (other.get(shingle) ?? 0) * weigh(shingle) ** 2;
  const length = (counts: ReadonlyMap<string, number>) => {
    let sum = 0;
    for (const [shingle, count] of counts) sum += (count * weigh(shingle)) ** 2;
    return Math.sqrt(sum);
  };
  const lengths = length(one) * length(other);
  return lengths === 0 ? 0 : Math.min(1, product / lengths);
}
