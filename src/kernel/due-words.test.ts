import { describe, expect, test } from 'vitest';
import { dueAfter, understandDueWords } from './due-words.ts';

const today = '2021-03-08';

describe('due words of real lists', () => {
  test.each([
    ['3月底前', '2021-03-31'], ['3月底', '2021-03-31'], ['3月', '2021-03-31'], ['3月份', '2021-03-31'], ['2月底前', '2021-02-28'],
    ['上半年', '2021-06-30'], ['一季度', '2021-03-31'], ['三季度前', '2021-09-30'], ['第四季度', '2021-12-31'], ['2季度末', '2021-06-30'],
    ['年底前', '2021-12-31'], ['全年', '2021-12-31'], ['12月', '2021-12-31'], ['12月底', '2021-12-31'], ['下半年', '2021-12-31'], ['年内', '2021-12-31'],
    ['国庆节前', '2021-09-30'], ['国庆前', '2021-09-30'],
    ['2021年12月底前', '2021-12-31'], ['2022年3月底前完成', '2022-03-31'], ['2021年底前', '2021-12-31'], ['2022年底', '2022-12-31'], ['2021年年底前', '2021-12-31'], ['2021年末', '2021-12-31'],
    ['2022年', '2022-12-31'], ['2022年上半年', '2022-06-30'], ['2021年三季度', '2021-09-30'],
    ['2021.12', '2021-12-31'], ['2021-06', '2021-06-30'], ['2021.3.8', '2021-03-08'], ['2021/3/8', '2021-03-08'], ['2021年3月8日', '2021-03-08'], ['2021年12月31日前', '2021-12-31'], ['12月5日前完成', '2021-12-05'],
    ['２０２１．１２', '2021-12-31'], ['１２月底前', '2021-12-31'], [' 12 月 底前 ', '2021-12-31'],
  ])('%s means %s', (words, day) => {
    expect(understandDueWords(words, today)).toEqual({ kind: 'day', day });
  });

  test.each([
    ['会后10个工作日', { n: 10, unit: 'workday', anchor: '会' }],
    ['会后10个工作日内完成', { n: 10, unit: 'workday', anchor: '会' }],
    ['印发后1个月', { n: 1, unit: 'month', anchor: '印发' }],
    ['印发后1个月内', { n: 1, unit: 'month', anchor: '印发' }],
    ['收到后15日内', { n: 15, unit: 'calendarDay', anchor: '收到' }],
    ['批示后３天', { n: 3, unit: 'calendarDay', anchor: '批示' }],
  ])('%s waits for its anchor', (words, after) => {
    expect(understandDueWords(words, today)).toEqual({ kind: 'after', ...after });
  });

  test.each(['长期', '持续推进', '常态化', '长期坚持'])('%s is never due', (words) => {
    expect(understandDueWords(words, today)).toEqual({ kind: 'standing' });
  });

  test.each(['按上级时限', '按上级要求', '按上级部门时限要求'])('%s waits for the upper document', (words) => {
    expect(understandDueWords(words, today)).toEqual({ kind: 'upper' });
  });

  test.each(['2021.13', '2021.00', '13月底', '0月', '2月30日', '2021-02-29', '五季度', '5季度', '2021', '尽快', '春节前', '每月', '明年3月底', '', '会后', '完成'])('“%s” is left to a person', (words) => {
    expect(understandDueWords(words, today)).toEqual({ kind: 'unclear' });
  });
});

test('days after an anchor', () => {
  const after = (n: number, unit: 'workday' | 'calendarDay' | 'month', on: string) => dueAfter({ kind: 'after', n, unit, anchor: '会' }, on);
  expect(after(10, 'workday', '2021-09-30')).toBe('2021-10-20');
  expect(after(30, 'calendarDay', '2021-12-15')).toBe('2022-01-14');
  expect(after(1, 'month', '2021-01-31')).toBe('2021-02-28');
  expect(after(3, 'month', '2021-11-30')).toBe('2022-02-28');
  expect(after(12, 'month', '2021-03-08')).toBe('2022-03-08');
});
