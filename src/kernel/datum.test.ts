import { expect, test } from 'vitest';
import { inRegisterDatum } from './datum.ts';
import { datums, fact, type Place } from './fact.ts';
import type { Field } from './input.ts';

const name = { zh: '要素', en: 'Fact' };
const fields: readonly Field[] = [
  { name: 'place', fact: fact.place(name, { datum: 'datum' }), must: false, own: false },
  { name: 'datum', fact: fact.choice(name, datums), must: false, own: false },
  { name: 'other', fact: fact.place(name), must: false, own: false },
];
const place: Place = { type: 'Point', coordinates: [120.5, 36.4] };
const shifted: Place = { type: 'Point', coordinates: [120.4, 36.3] };
const into = (input: unknown, kept: object = {}) => inRegisterDatum(fields, kept as Record<string, unknown>, input, () => shifted);

test('a place of an internet map is converted once, and marked so that it is never converted again', () => {
  const once = into({ place, datum: 'gcj02' });
  expect(once).toEqual({ place: shifted, datum: 'fromGcj02' });
  expect(into(once)).toBe(once);
});

test('a place of the register, one without a datum and one that names none stay as they are', () => {
  for (const input of [{ place, datum: 'cgcs2000' }, { place }, { other: place }, {}, null, 'x']) expect(into(input)).toBe(input);
});

test('a place given anew without a datum, or cleared, takes the mark away', () => {
  expect(into({ place }, { datum: 'fromGcj02' })).toEqual({ place, datum: null });
  expect(into({ place: null }, { datum: 'fromGcj02' })).toEqual({ place: null, datum: null });
  expect(into({ other: place }, { datum: 'fromGcj02' })).toEqual({ other: place });
});

test('a datum stands with its place, save where it is the one that is kept', () => {
  expect(() => into({ datum: 'gcj02' })).toThrow(expect.objectContaining({ code: 'badInput' }) as Error);
  expect(into({ datum: 'fromGcj02' }, { datum: 'fromGcj02' })).toEqual({ datum: 'fromGcj02' });
});

test('what is no place is left to be refused with the other fields', () => {
  const input = { place: 'somewhere', datum: 'gcj02' };
  expect(into(input)).toBe(input);
});
