import { endOf, startOf, type Day } from '#kernel/calendar.ts';
import { periodDays, type Condition } from '#kernel/condition.ts';
import type { Comparison } from '#kernel/kind.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';

/** Takes a value of a statement and gives its place: `$3`. */
export type Bind = (value: unknown) => string;

/** Collects the values of a statement that is put together from parts. */
export function binder(): { readonly bind: Bind; readonly values: unknown[] } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** A condition as SQL over the columns `stage` and `facts`; what is null counts as no. It holds for the rows for which `holds` says so. */
export function compile(condition: Condition, record: AnyRecord, asOf: Day, bind: Bind): string {
  if ('all' in condition) return joined(condition.all, ' and ', 'true');
  if ('any' in condition) return joined(condition.any, ' or ', 'false');
  if ('not' in condition) return `not coalesce(${compile(condition.not, record, asOf, bind)}, false)`;
  if ('stage' in condition) return `stage = any(${bind(condition.stage)}::text[])`;
  const fact = Object.hasOwn(record.facts, condition.fact) ? record.facts[condition.fact] : undefined;
  if (!fact) throw new Error(`${record.key} declares no fact ${condition.fact}`);
  const name = getName(condition.fact);
  const { compare } = kindOf(fact);
  if ('present' in condition) return `(facts ->> '${name}') is ${condition.present ? 'not null' : 'null'}`;
  if ('in' in condition) return isAmong(name, compare, condition.in, bind);
  if ('has' in condition) return compare === 'list' ? `(jsonb_typeof(facts -> '${name}') = 'array' and (facts -> '${name}') ?| ${bind(condition.has)}::text[])` : 'false';
  if ('contains' in condition) return contains(name, compare, condition.contains, bind);
  if ('during' in condition) return fact.kind === 'instant' ? isWithin(name, ...instants(condition.during, asOf), bind) : isWithin(name, ...days(condition.during, asOf), bind);
  return isBetween(name, compare, condition.atLeast, condition.atMost, bind);

  function joined(parts: readonly Condition[], by: string, empty: string): string {
    return parts.length === 0 ? empty : `(${parts.map((part) => compile(part, record, asOf, bind)).join(by)})`;
  }
}

/** How a fact is compared: texts by the code of their letters, numbers as numbers. Indexes hold the same words. */
export function factExpression(name: string, compare: Comparison): string {
  if (compare === 'number') return `case when jsonb_typeof(facts -> '${name}') = 'number' then (facts -> '${name}')::numeric end`;
  return `(facts ->> '${name}') collate "C"`;
}

/** A name that may stand in a statement as it is. Names come from declarations alone; this is the second lock on that door. */
export function getName(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) throw new Error(`“${name}” cannot be the name of a fact or a mechanism`);
  return name;
}

function isAmong(name: string, compare: Comparison, among: readonly (string | number | boolean)[], bind: Bind): string {
  const expression = factExpression(name, compare);
  if (compare === 'number') return `(${expression}) = any(${bind(among.filter((each) => typeof each === 'number' && Number.isFinite(each)).map(String))}::numeric[])`;
  if (compare === 'flag') return `(${expression}) = any(${bind(among.filter((each) => typeof each === 'boolean').map(String))}::text[])`;
  if (compare === 'text') return `(${expression}) = any(${bind(among.filter((each) => typeof each === 'string'))}::text[])`;
  return 'false';
}

/** A list reads as its values with commas between them, as it does in the kernel. */
function contains(name: string, compare: Comparison, words: string, bind: Bind): string {
  if (compare === 'none') return 'false';
  if (compare !== 'list') return `strpos(facts ->> '${name}', ${bind(words)}::text) > 0`;
  const parts = `array(select part.words from jsonb_array_elements_text(facts -> '${name}') with ordinality as part (words, place) order by part.place)`;
  return `case when jsonb_typeof(facts -> '${name}') = 'array' then strpos(array_to_string(${parts}, ','), ${bind(words)}::text) > 0 end`;
}

function isWithin(name: string, from: string, to: string, bind: Bind): string {
  const expression = factExpression(name, 'text');
  return `((${expression}) >= ${bind(from)}::text and (${expression}) <= ${bind(to)}::text)`;
}

function days(period: Parameters<typeof periodDays>[0], asOf: Day): [string, string] {
  const { from, to } = periodDays(period, asOf);
  return [from, to];
}

function instants(period: Parameters<typeof periodDays>[0], asOf: Day): [string, string] {
  const { from, to } = periodDays(period, asOf);
  return [startOf(from), endOf(to)];
}

function isBetween(name: string, compare: Comparison, atLeast: string | number | undefined, atMost: string | number | undefined, bind: Bind): string {
  if (compare === 'list' || compare === 'none') return 'false';
  const expression = factExpression(name, compare);
  const type = compare === 'number' ? 'numeric' : 'text';
  const parts = [`(${expression}) is not null`];
  if (atLeast !== undefined) parts.push(...bound('>=', atLeast));
  if (atMost !== undefined) parts.push(...bound('<=', atMost));
  return `(${parts.join(' and ')})`;

  function bound(sign: '>=' | '<=', limit: string | number): string[] {
    // What is no number lies neither above nor below: nothing is less than it, and nothing is at most it.
    if (type === 'numeric' && !Number.isFinite(Number(limit))) return sign === '>=' ? [] : ['false'];
    return [`(${expression}) ${sign} ${bind(String(type === 'numeric' ? Number(limit) : limit))}::${type}`];
  }
}
