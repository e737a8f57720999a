import { addDays, dayOf, monthEnd, type Day } from './calendar.ts';

/** A question about one matter, kept as data: the store compiles it to SQL, `holds` answers it in memory. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly stage: readonly string[] }
  | { readonly fact: string; readonly present: boolean }
  | { readonly fact: string; readonly in: readonly (string | number | boolean)[] }
  /** A list fact holds one of these. */
  | { readonly fact: string; readonly has: readonly string[] }
  | { readonly fact: string; readonly atLeast?: string | number; readonly atMost?: string | number }
  /** Words within the text of the fact. */
  | { readonly fact: string; readonly contains: string }
  /** A day or instant fact lies in a period reckoned from the as-of day. */
  | { readonly fact: string; readonly during: Period };

/** Period words of reports (reform.md §1.2, 2): 今年以来, 全年 up to the as-of day, 本季度, 目前 (no lower bound); and 仍在有效期, from the as-of day on. */
export type Period = 'thisYear' | 'lastYear' | 'thisQuarter' | 'untilNow' | 'fromNow';

/** The days a period covers, both included, seen from the as-of day. */
export function periodDays(period: Period, asOf: Day): { readonly from: Day; readonly to: Day } {
  const year = Number(asOf.slice(0, 4));
  if (period === 'lastYear') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  if (period === 'thisYear') return { from: `${year}-01-01`, to: asOf };
  if (period === 'untilNow') return { from: '0001-01-01', to: asOf };
  if (period === 'fromNow') return { from: asOf, to: '9999-12-31' };
  const firstMonth = Math.floor((Number(asOf.slice(5, 7)) - 1) / 3) * 3 + 1;
  return { from: addDays(monthEnd(year, firstMonth - 1), 1), to: asOf };
}

/** What a condition looks at. */
export interface Questioned {
  readonly stage: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Whether the condition holds for a matter on the as-of day. */
export function holds(condition: Condition, matter: Questioned, asOf: Day): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, matter, asOf));
  if ('any' in condition) return condition.any.some((each) => holds(each, matter, asOf));
  if ('not' in condition) return !holds(condition.not, matter, asOf);
  if ('stage' in condition) return condition.stage.includes(matter.stage);
  const value = matter.facts[condition.fact];
  if ('present' in condition) return (value !== undefined && value !== null) === condition.present;
  if (value === undefined || value === null) return false;
  if ('in' in condition) return condition.in.some((each) => each === value);
  if ('has' in condition) return Array.isArray(value) && condition.has.some((each) => value.includes(each));
  if ('contains' in condition) return String(value).includes(condition.contains);
  if ('during' in condition) {
    const { from, to } = periodDays(condition.during, asOf);
    const day = String(value).length > 10 ? dayOf(String(value)) : String(value);
    return from <= day && day <= to;
  }
  if (condition.atLeast !== undefined && (value as string | number) < condition.atLeast) return false;
  return condition.atMost === undefined || (value as string | number) <= condition.atMost;
}

/** The facts that a condition looks at. */
export function factsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  if ('not' in condition) return factsIn(condition.not);
  return 'fact' in condition ? [condition.fact] : [];
}
