import { periodDays, type Condition } from '#kernel/condition.ts';
import type { Day } from '#kernel/calendar.ts';
import type { Figure } from '#kernel/figure.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';

/** Filters of a register, as its address holds them. */
export type Narrowed = Readonly<Record<string, string | readonly string[]>>;

/**
 * The register filtered to exactly the records a figure asks for, so that its number and the list behind it are one question. Nothing
 * where the filters of a register cannot say it, or where they would be judged by whether the reader may read the fact.
 */
export function searchOf({ where }: Pick<Figure, 'where'>, record: AnyRecord, asOf: Day): Narrowed | undefined {
  const counted = Object.entries(record.stages).flatMap(([name, stage]) => (stage.uncounted ? [] : [name]));
  let stages = counted;
  const narrowed: Record<string, string | readonly string[]> = {};
  for (const condition of partsOf(where)) {
    if ('stage' in condition) stages = stages.filter((stage) => condition.stage.includes(stage));
    else if ('not' in condition && 'stage' in condition.not) stages = stages.filter((stage) => !stagesOf(condition.not).includes(stage));
    else if ('fact' in condition) {
      const words = filterOf(condition, record, asOf);
      const name = `f.${condition.fact}`;
      if (words === undefined || (narrowed[name] !== undefined && String(narrowed[name]) !== String(words))) return undefined;
      narrowed[name] = words;
    } else return undefined;
  }
  if (stages.length === 0) return undefined;
  return stages.length === Object.keys(record.stages).length ? narrowed : { ...narrowed, stage: stages };
}

function partsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(partsOf) : [condition];
}

function stagesOf(condition: Condition): readonly string[] {
  return 'stage' in condition ? condition.stage : [];
}

function filterOf(condition: Extract<Condition, { readonly fact: string }>, record: AnyRecord, asOf: Day): string | readonly string[] | undefined {
  const fact = Object.hasOwn(record.facts, condition.fact) ? record.facts[condition.fact] : undefined;
  if (!fact || fact.sealed || fact.seenBy) return undefined;
  const { compare } = kindOf(fact);
  if ('present' in condition) return condition.present ? (compare === 'list' || compare === 'none' ? undefined : '..') : '!';
  if ('in' in condition) return plain(condition.in.map(String));
  if ('has' in condition) return plain(condition.has);
  if ('contains' in condition) return `~${condition.contains}`;
  // The days of a period are China's, and an instant is kept in UTC: days alone would cut it elsewhere.
  if (fact.kind === 'instant') return undefined;
  if ('during' in condition) {
    const { from, to } = periodDays(condition.during, asOf);
    return `${from}..${to}`;
  }
  return `${condition.atLeast ?? ''}..${condition.atMost ?? ''}`;
}

/** Values as they are; none that a register would read as a range, as words within or as nothing there. */
function plain(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 || values.some((value) => value === '' || /^[~!]|\.\./.test(value)) ? undefined : values;
}
