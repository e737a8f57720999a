import { expect, test } from 'vitest';
import { holds, periodDays, type Condition } from './condition.ts';

const matter = {
  stage: 'answered',
  facts: { title: '一窗办理', level: 'city', amount: 500, isUrgent: false, units: ['u1', 'u2'], filedOn: '2021-03-31', answeredAt: '2021-12-31T16:30:00.000Z', gone: null },
};
const asOf = '2021-12-28';

test.each<[string, Condition, boolean]>([
  ['stage', { stage: ['filed', 'answered'] }, true],
  ['another stage', { stage: ['filed'] }, false],
  ['a known fact', { fact: 'title', present: true }, true],
  ['an unknown fact', { fact: 'author', present: true }, false],
  ['an unknown fact asked to be unknown', { fact: 'author', present: false }, true],
  ['a cleared fact', { fact: 'gone', present: false }, true],
  ['a flag that is no', { fact: 'isUrgent', present: true }, true],
  ['one of several', { fact: 'level', in: ['city', 'nation'] }, true],
  ['none of several', { fact: 'level', in: ['nation'] }, false],
  ['a number and its digits', { fact: 'amount', in: ['500'] }, false],
  ['no', { fact: 'isUrgent', in: [false] }, true],
  ['a list holding one', { fact: 'units', has: ['u9', 'u2'] }, true],
  ['a list holding none', { fact: 'units', has: ['u9'] }, false],
  ['a list that is none', { fact: 'title', has: ['一'] }, false],
  ['words within', { fact: 'title', contains: '窗' }, true],
  ['words not within', { fact: 'title', contains: '门' }, false],
  ['words of an unknown fact', { fact: 'author', contains: '' }, false],
  ['at least, its bound', { fact: 'amount', atLeast: 500 }, true],
  ['at most, its bound', { fact: 'amount', atMost: 500 }, true],
  ['below', { fact: 'amount', atMost: 499 }, false],
  ['between', { fact: 'amount', atLeast: 400, atMost: 600 }, true],
  ['not between', { fact: 'amount', atLeast: 501, atMost: 600 }, false],
  ['a day between', { fact: 'filedOn', atLeast: '2021-03-31', atMost: '2021-03-31' }, true],
  ['an unknown number', { fact: 'missing', atMost: 5 }, false],
  ['this year', { fact: 'filedOn', during: 'thisYear' }, true],
  ['this quarter', { fact: 'filedOn', during: 'thisQuarter' }, false],
  // 00:30 on New Year's Day in China.
  ['a moment past the year’s end in China', { fact: 'answeredAt', during: 'thisYear' }, false],
  ['all', { all: [{ stage: ['answered'] }, { fact: 'amount', atLeast: 1 }] }, true],
  ['all but one', { all: [{ stage: ['answered'] }, { fact: 'amount', atLeast: 501 }] }, false],
  ['all of nothing', { all: [] }, true],
  ['any', { any: [{ stage: ['filed'] }, { fact: 'level', in: ['city'] }] }, true],
  ['any of nothing', { any: [] }, false],
  ['not', { not: { stage: ['answered'] } }, false],
])('%s', (_name, condition, expected) => {
  expect(holds(condition, matter, asOf)).toBe(expected);
});

test('periods are reckoned from the as-of day, both ends included', () => {
  expect(periodDays('thisYear', asOf)).toEqual({ from: '2021-01-01', to: asOf });
  expect(periodDays('lastYear', asOf)).toEqual({ from: '2020-01-01', to: '2020-12-31' });
  expect(['2021-01-01', '2021-03-31', '2021-04-01', '2021-08-15', '2021-12-31'].map((day) => periodDays('thisQuarter', day).from)).toEqual(['2021-01-01', '2021-01-01', '2021-04-01', '2021-07-01', '2021-10-01']);
  expect(holds({ fact: 'filedOn', during: 'untilNow' }, matter, '2021-03-31')).toBe(true);
  expect(holds({ fact: 'filedOn', during: 'untilNow' }, matter, '2021-03-30')).toBe(false);
  expect(holds({ fact: 'filedOn', during: 'lastYear' }, matter, '2022-01-01')).toBe(true);
  // What is valid to the end of a day is valid on it.
  expect(holds({ fact: 'filedOn', during: 'fromNow' }, matter, '2021-03-31')).toBe(true);
  expect(holds({ fact: 'filedOn', during: 'fromNow' }, matter, '2021-04-01')).toBe(false);
});
