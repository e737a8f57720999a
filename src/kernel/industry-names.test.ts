import { expect, test } from 'vitest';
import { isIndustryCode } from './industry-codes.ts';
import { divisionNames, divisionsByCode, industryName } from './industry-names.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRST'];

test('every division of the classification has a name in both languages, and nothing else has', () => {
  const divisions = letters.flatMap((letter) => Array.from({ length: 99 }, (_each, at) => `${letter}${String(at + 1).padStart(2, '0')}`)).filter(isIndustryCode);
  expect(divisionsByCode.map(([code]) => code)).toEqual(divisions);
  expect(Object.keys(divisionNames).toSorted()).toEqual(divisions.map((code) => code.slice(1)));
  for (const [code, { zh, en }] of divisionsByCode) {
    expect(zh).toMatch(new RegExp(`^${code} [\\u4e00-\\u9fff、]+$`));
    expect(en).toMatch(new RegExp(`^${code} [A-Z][A-Za-z’, -]+$`));
  }
});

test('a code is named by its division, a section by itself', () => {
  expect(industryName('C1711')).toEqual({ zh: '纺织业', en: 'Textiles' });
  expect(industryName('C17')).toEqual({ zh: '纺织业', en: 'Textiles' });
  expect(letters.every((letter) => industryName(letter) !== undefined)).toBe(true);
  expect(industryName('U99')).toBeUndefined();
});
