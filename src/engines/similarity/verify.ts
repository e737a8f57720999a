import { commonSynonyms, thresholds, type Candidate, type SimilarityProblem } from './problem.ts';

/** What is wrong with an answer, found by counting anew in the plainest way; nothing when it holds. */
export function findFault(problem: SimilarityProblem, answer: readonly Candidate[]): string | undefined {
  const { item, others, synonyms = commonSynonyms, jaccardFrom = thresholds.jaccard, cosineFrom = thresholds.cosine } = problem;
  const texts = [item, ...others.filter((other) => other.id !== item.id)];
  const bags = texts.map((text) => bagOf(Object.values(text.parts), synonyms));
  const vocabulary = [...new Set(bags.flat())];
  const weight = vocabulary.map((word) => Math.log((1 + bags.length) / (1 + bags.filter((bag) => bag.includes(word)).length)) + 1);
  const vectors = bags.map((bag) => vocabulary.map((word, index) => bag.filter((each) => each === word).length * (weight[index] ?? 0)));
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, index) => sum + each * (b[index] ?? 0), 0);
  const mine = vectors[0] ?? [];
  const expected = new Map<string, number>();
  for (const [index, other] of texts.entries()) {
    if (index === 0) continue;
    const [a, b] = [new Set(bags[0]), new Set(bags[index])];
    const union = new Set([...a, ...b]).size;
    const jaccard = union === 0 ? 0 : [...a].filter((word) => b.has(word)).length / union;
    const vector = vectors[index] ?? [];
    const norm = Math.sqrt(dot(mine, mine) * dot(vector, vector));
    const cosine = norm === 0 ? 0 : dot(mine, vector) / norm;
    // On the very edge of a threshold the last bit of a sum may fall either way.
    const isEdge = Math.abs(jaccard - jaccardFrom) < 1e-9 || Math.abs(cosine - cosineFrom) < 1e-9;
    if (isEdge && !answer.some(({ id }) => id === other.id)) continue;
    if (isEdge || jaccard >= jaccardFrom || cosine >= cosineFrom) expected.set(other.id, Math.max(jaccard, cosine));
  }
  if (answer.length !== expected.size) return `${expected.size} candidates were expected, ${answer.length} given`;
  for (const [index, { id, similarity }] of answer.entries()) {
    const wanted = expected.get(id);
    if (wanted === undefined) return `${id} is no candidate`;
    if (Math.abs(wanted - similarity) > 1e-9) return `${id} is alike to ${wanted}, not ${similarity}`;
    const before = answer[index - 1];
    if (before && before.similarity < similarity) return `${id} stands behind one less alike`;
  }
  return undefined;
}

function bagOf(parts: readonly string[], synonyms: readonly (readonly string[])[]): string[] {
  const bag: string[] = [];
  for (const part of parts) {
    let plain = part.normalize('NFKC').toLowerCase();
    for (const [index, digit] of [...'零一二三四五六七八九'].entries()) plain = plain.split(digit).join(String(index));
    plain = plain.split('〇').join('0').split('两').join('2');
    for (const [stands, ...others] of synonyms) {
      for (const other of [...others].sort((a, b) => b.length - a.length)) plain = plain.split(other).join(stands ?? '');
    }
    let run = '';
    const close = () => {
      if (/^[a-z\d]+$/.test(run) || run.length === 1) bag.push(run);
      else for (let at = 0; at < run.length; at += 1) for (const size of [2, 3]) if (at + size <= run.length) bag.push(run.slice(at, at + size));
      run = '';
    };
    const sort = (char: string) => (/[a-z]/.test(char) ? 'letter' : /\d/.test(char) ? 'digit' : /\p{Script=Han}/u.test(char) ? 'han' : 'sign');
    for (const char of plain) {
      if (run !== '' && sort(char) !== sort(run.slice(-1))) close();
      if (sort(char) !== 'sign') run += char;
    }
    if (run !== '') close();
  }
  return bag;
}
