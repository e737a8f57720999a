import { expect, test } from 'vitest';
import { fact } from '#kernel/fact.ts';
import { colouringOf, unknownColour } from './map-colours.ts';

const classes = fact.choice({ zh: '评价', en: 'Class' }, { A: { zh: 'A类', en: 'A' }, B: { zh: 'B类', en: 'B' }, C: { zh: 'C类', en: 'C' } });
const yields = fact.decimal({ zh: '亩均税收', en: 'Tax per mu' }, { measure: { zh: '万元/亩', en: '× 10,000 yuan/mu' } });

test('choices keep their colour whatever stands on the map, and the key names those that do', () => {
  const { of, key } = colouringOf(classes, ['C', 'A', 'A', undefined]);
  expect(key.map(({ name, count }) => [name.zh, count])).toEqual([['A类', 2], ['C类', 1], ['没有数', 1]]);
  expect(of('C')).toBe(colouringOf(classes, ['C']).of('C'));
  expect(new Set(['A', 'B', 'C'].map(of)).size).toBe(3);
  expect([of(undefined), of('X')]).toEqual([unknownColour, unknownColour]);
});

test('numbers fall into fifths of those on the map, light to dark, every one counted once', () => {
  const values = Array.from({ length: 50 }, (_each, at) => at + 1);
  const { of, key } = colouringOf(yields, values);
  expect(key.map(({ count }) => count)).toEqual([10, 10, 10, 10, 10]);
  expect(key[0]?.name.zh).toBe('1–11 万元/亩');
  expect(of(1)).not.toBe(of(50));
  expect(of(10)).toBe(of(1));
});

test('the key says values as every other page does: a year without a comma, a share with its sign, money in ten thousands', () => {
  const namesOf = (of: Parameters<typeof colouringOf>[0], values: number[]) => colouringOf(of, values).key.map(({ name }) => [name.zh, name.en]);
  expect(namesOf(fact.whole({ zh: '年度', en: 'Year' }, { names: true }), [2020, 2020])).toEqual([['2020', '2020']]);
  expect(namesOf(fact.percent({ zh: '入驻率', en: 'Occupancy' }), [80, 80])).toEqual([['80%', '80%']]);
  expect(namesOf(fact.money({ zh: '税收', en: 'Tax' }), [300_000_000, 300_000_000])).toEqual([['300万元', '3 million yuan']]);
});

test('few or equal numbers make fewer shades, and none makes no key', () => {
  expect(colouringOf(yields, [5, 5, 5]).key.map(({ name, count }) => [name.zh, count])).toEqual([['5 万元/亩', 3]]);
  expect(colouringOf(yields, [1, 9]).key.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(colouringOf(yields, []).key).toEqual([]);
});
