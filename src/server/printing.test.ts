import { expect, test } from 'vitest';
import { printedDay } from './printing.ts';

test('a paper about a year that is over tells how it ended, any other what holds on its day', () => {
  const told = (period: string | undefined, today: string) => printedDay({ printedYear: 'period' }, { facts: period === undefined ? {} : { period } }, today);
  expect(told('2021-Q4', '2022-01-12')).toBe('2021-12-31');
  expect(told('2021-Q3', '2021-10-12')).toBe('2021-10-12');
  expect(told('2021-Q4', '2021-12-31')).toBe('2021-12-31');
  expect(told(undefined, '2022-01-12')).toBe('2022-01-12');
  expect(printedDay({}, { facts: { period: '2021-Q4' } }, '2022-01-12')).toBe('2022-01-12');
});
