import { byBytes, digest, joined, rankOf } from '../draw/bytes.ts';
import type { NoSample, Sample, SampleProblem } from './problem.ts';

/** A word shorter than this is chosen with the list in sight too easily. */
export const shortestWord = 6;

/** Draws a sample: the same problem has the same answer, everywhere and for ever. */
export function drawSample(problem: SampleProblem): Sample | NoSample {
  const fault = findFault(problem);
  if (fault) return fault;
  const frozen = freeze(problem);
  const listHash = digest(frozen);
  const seed = digest(joined(problem.round, String(problem.number), problem.word, listHash));
  const ranked = problem.shares.flatMap(({ stratum, percent }) => {
    const inOrder = problem.items
      .filter((item) => item.stratum === stratum)
      .map((item) => ({ item, rank: rankOf(seed, stratum, item.code) }))
      .toSorted((a, b) => byBytes(a.rank, b.rank) || byBytes(a.item.code, b.item.code));
    const drawn = Math.ceil((inOrder.length * percent) / 100);
    return inOrder.map(({ item }, place) => ({ code: item.code, stratum, isDrawn: place < drawn }));
  });
  return { frozen, listHash, seed, ranked };
}

/** The list as it stood, byte for byte. README.md holds the format. */
export function freeze({ round, number, shares, items }: Omit<SampleProblem, 'word'>): string {
  const lines = [
    ['zhanqiao-sample', '1'],
    ['sample', round, String(number)],
    ...shares.map(({ stratum, percent }) => ['share', stratum, String(percent)]),
    ...items.toSorted((a, b) => byBytes(a.code, b.code)).map(({ code, stratum }) => ['item', code, stratum]),
  ];
  return lines.map((fields) => `${fields.join('\t')}\n`).join('');
}

function findFault({ round, number, word, shares, items }: SampleProblem): NoSample | undefined {
  if ([...word].length < shortestWord) return { no: 'word', at: String(shortestWord) };
  const texts = [round, word, ...shares.map(({ stratum }) => stratum), ...items.map(({ code }) => code)];
  const unclean = texts.find((text) => text === '' || !text.isWellFormed() || /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text));
  if (unclean !== undefined || !Number.isSafeInteger(number) || number < 1) return { no: 'text', at: unclean ?? String(number) };
  const bad = shares.find(({ percent }) => !(percent >= 0 && percent <= 100));
  if (bad) return { no: 'percent', at: bad.stratum };
  const codes = items.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) < index);
  if (twice !== undefined) return { no: 'twice', at: twice };
  const stray = items.find(({ stratum }) => !shares.some((share) => share.stratum === stratum));
  return stray && { no: 'stratum', at: stray.code };
}
