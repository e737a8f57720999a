import type { Day } from '#kernel/calendar.ts';
import { codeOf } from './rules.ts';

type Row = Readonly<Record<string, unknown>>;

/** What tells the rows of a list apart: the year and the number in it. */
export function importedKey({ seq, year, code }: Row, today: Day): string | undefined {
  if (typeof code === 'string') return code;
  return typeof seq === 'number' ? codeOf(typeof year === 'number' ? year : Number(today.slice(0, 4)), seq) : undefined;
}

/** Lists of a year's targets say what is to be reached and by whom, and neither category nor day. */
export const assumes = { title: { like: 'target' }, category: { value: '未分类' }, dueText: { value: '年底前' } } as const;

/** 各镇街 among the co-units means the other ones where a town leads: one row has one lead unit (reform.md §1.3). */
export function completed(row: Row): Row {
  const { leadUnit, coUnits } = row;
  return Array.isArray(coUnits) && coUnits.length > 1 && coUnits.includes(leadUnit) ? { ...row, coUnits: coUnits.filter((unit) => unit !== leadUnit) } : row;
}
