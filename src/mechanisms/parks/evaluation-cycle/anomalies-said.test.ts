import { expect, test } from 'vitest';
import { fill } from '#kernel/words.ts';
import { anomaliesSaid } from './anomalies-said.ts';

const said = (open: number, cleared: number, cancelled: number, isCancelled: boolean) => fill(anomaliesSaid({ open, cleared, cancelled }, isCancelled), { open, cleared, cancelled, all: open + cleared + cancelled }).zh;

test('what was cancelled with its evaluation is not said to be cleared', () => {
  expect(said(0, 2, 3, true)).toBe('共5条：已核清2条，随评价取消3条。');
  expect(said(4, 2, 3, true)).toBe('共9条：已核清2条，随评价取消3条，4条待取消。');
});

test('nothing is to be cleared for the review of a cancelled evaluation', () => {
  expect(said(4, 2, 0, true)).toBe('共6条：已核清2条，随评价取消0条，4条待取消。');
  expect(said(0, 2, 0, true)).toBe('共2条，全部核清。');
});

test('all cleared is said when all are, and the review waits for what is open', () => {
  expect(said(0, 2, 0, false)).toBe('共2条，全部核清。');
  expect(said(1, 2, 0, false)).toBe('还有1条没有核清，共3条；全部核清才能送会审。');
});
