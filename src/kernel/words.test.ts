import { expect, test } from 'vitest';
import { fill, fillIn } from './words.ts';

test('places are filled in both languages, with texts in their own', () => {
  expect(fill({ zh: '{who}有{count}条。', en: '{who} has {count|record|records}.' }, { who: { zh: '发改局', en: 'The bureau' }, count: 2 })).toEqual({ zh: '发改局有2条。', en: 'The bureau has 2 records.' });
});

test('one is told from many, and from none', () => {
  const said = (count: number | string) => fillIn('{count|objection is|objections are} not answered.', { count });
  expect([0, 1, 2, '1'].map(said)).toEqual(['0 objections are not answered.', '1 objection is not answered.', '2 objections are not answered.', '1 objection is not answered.']);
});

test('a place that nobody fills stays as it is', () => {
  expect(fillIn('{a} {b|c|d}', {})).toBe('{a} {b|c|d}');
});
