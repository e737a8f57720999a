import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { explain, explainNoSample } from './explain.ts';
import type { Sample, SampleProblem } from './problem.ts';
import { drawSample } from './solve.ts';
import { findDisagreement } from './verify.ts';

const shares = [{ stratum: 'A', percent: 100 }, { stratum: 'B', percent: 20 }, { stratum: 'C', percent: 20 }];
const items = ['A', 'B', 'C'].flatMap((stratum, at) => Array.from({ length: [3, 6, 10][at] ?? 0 }, (_, index) => ({ code: `ZG-2021-Q1-${at}${String(index).padStart(2, '0')}`, stratum })));
const problem: SampleProblem = { round: 'DC-2021-3', number: 1, word: '七月十五日当场', shares, items };

function drawn(change: Partial<SampleProblem> = {}): Sample {
  const sample = drawSample({ ...problem, ...change });
  if ('no' in sample) throw new Error(explainNoSample(sample).en);
  return sample;
}

const codes = (sample: Sample) => sample.ranked.filter(({ isDrawn }) => isDrawn).map(({ code }) => code).toSorted();

describe('a sample', () => {
  test('holds all of grade A and a fifth of B and of C, rounded up', () => {
    const counts = (stratum: string) => drawn().ranked.filter((item) => item.stratum === stratum && item.isDrawn).length;
    expect([counts('A'), counts('B'), counts('C')]).toEqual([3, 2, 2]);
    expect(explain(drawn()).zh).toContain('A级3条抽3条，B级6条抽2条，C级10条抽2条');
  });

  test('comes out the same whatever the order of the list, and another with another word', () => {
    expect(codes(drawn({ items: items.toReversed() }))).toEqual(codes(drawn()));
    const others = Array.from({ length: 12 }, (_, index) => codes(drawn({ word: `当场写下的口令${index}` })).join());
    expect(new Set(others).size).toBeGreaterThan(6);
  });

  test('is worked out again by code that did not draw it, and every change of it is found', () => {
    for (let number = 1; number < 40; number += 1) expect(findDisagreement({ ...problem, number }, drawn({ number }))).toBeUndefined();
    const sample = drawn();
    const [inside, outside] = [sample.ranked.find((item) => item.stratum === 'C' && item.isDrawn), sample.ranked.find((item) => item.stratum === 'C' && !item.isDrawn)];
    const swapped = { ...sample, ranked: sample.ranked.map((item) => (item === inside || item === outside ? { ...item, isDrawn: !item.isDrawn } : item)) };
    expect(findDisagreement(problem, swapped)).toBeDefined();
    expect(findDisagreement({ ...problem, word: '另一个口令' }, sample)).toBe('seed');
    expect(findDisagreement(problem, { ...sample, frozen: sample.frozen.replace('Q1-000', 'Q1-099') })).toBe('listHash');
  });

  test('follows the recipe of the README with nothing but a hash and an HMAC', () => {
    const sample = drawn();
    const listHash = createHash('sha256').update(sample.frozen).digest('hex');
    const seed = createHash('sha256').update(`DC-2021-3\n1\n七月十五日当场\n${listHash}`).digest();
    const rank = (code: string) => createHmac('sha256', seed).update(`B\n${code}`).digest('hex');
    const inB = items.filter(({ stratum }) => stratum === 'B').map(({ code }) => code).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
    expect(sample.ranked.filter(({ stratum }) => stratum === 'B').map(({ code }) => code)).toEqual(inB);
  });

  test('draws each one about as often as the other', () => {
    const times = new Map<string, number>();
    for (let number = 1; number <= 600; number += 1) for (const code of codes(drawn({ number }))) times.set(code, (times.get(code) ?? 0) + 1);
    for (const { code, stratum } of items) {
      const expected = stratum === 'A' ? 600 : stratum === 'B' ? 200 : 120;
      expect(Math.abs((times.get(code) ?? 0) - expected)).toBeLessThanOrEqual(stratum === 'A' ? 0 : 5 * Math.sqrt(expected));
    }
  });
});

describe('there is no sample', () => {
  test.each<[string, Partial<SampleProblem>]>([
    ['word', { word: '短口令' }], ['twice', { items: [...items, { code: 'ZG-2021-Q1-000', stratum: 'A' }] }], ['stratum', { items: [{ code: 'x', stratum: 'D' }] }],
    ['text', { items: [{ code: 'a\tb', stratum: 'A' }] }], ['text', { number: 0 }], ['percent', { shares: [{ stratum: 'A', percent: 101 }] }],
  ])('when %s is at fault', (no, change) => {
    const answer = drawSample({ ...problem, ...change });
    expect(answer).toMatchObject({ no });
    if ('no' in answer) expect(explainNoSample(answer).zh).not.toBe('');
  });
});
