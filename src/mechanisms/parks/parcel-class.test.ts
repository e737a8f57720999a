import { expect, test } from 'vitest';
import { parcelResult } from './parcel-class.ts';

test('a parcel shows the class of whoever was graded and has most of its land', () => {
  expect(parcelResult([{ land: 4000, class: 'C', taxPerMu: 10 }, { land: 16_000, class: 'A', taxPerMu: 30 }])).toEqual({ class: 'A', taxPerMu: 26 });
});

test('one that was evaluated and not graded gives no class, and its tax counts', () => {
  expect(parcelResult([{ land: 16_000, taxPerMu: 30 }, { land: 4000, class: 'C', taxPerMu: 10 }])).toEqual({ class: 'C', taxPerMu: 26 });
  expect(parcelResult([{ land: 16_000, taxPerMu: 30 }])).toEqual({ taxPerMu: 30 });
});

test('a parcel on which nobody was evaluated shows nothing, nor one charged with no land', () => {
  expect(parcelResult([])).toEqual({});
  expect(parcelResult([{ land: 0, class: 'A', taxPerMu: 30 }])).toEqual({});
});
