import type { Condition } from '#kernel/condition.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import { getName, type Bind } from './conditions.ts';
import type { MatterQuery } from './matter-query.ts';

/**
 * What the index of choices holds of a matter, as an expression over its columns: for each of its marked choices, units and flags a text
 * of district, stage, fact and value: `370215 handling field=land`. A stage that the record does not declare adds `370215 ?`. Nothing
 * where the record marks fewer than two: one alone is found by its own index.
 */
export function choicesExpression(record: AnyRecord): string | undefined {
  const names = chosenFacts(record);
  if (names.length < 2) return undefined;
  const declared = Object.keys(record.stages).map((stage) => `'${getName(stage)}'`).join(', ');
  const keys = names.map((name) => `district || ' ' || stage || ' ${name}=' || (facts ->> '${name}')`);
  return `array_remove(array[${[...keys, `case when stage <> all(array[${declared}]) then district || ' ?' end`].join(', ')}], null) collate "C"`;
}

/**
 * Conditions by which the index of choices finds what a question asks for by two choices or more: PostgreSQL does not combine the indexes
 * of single facts, and would read all rows of one to look at the other. They hold wherever the question's own conditions do, which stand
 * beside them; none where they are no help. A question that names no stage asks for every one.
 */
export function compileChoices({ district, mechanism: { record }, where }: Pick<MatterQuery, 'district' | 'mechanism' | 'where'>, bind: Bind): string[] {
  const expression = choicesExpression(record);
  if (expression === undefined || where === undefined) return [];
  const asked = conjuncts(where);
  const chosen = new Set(chosenFacts(record));
  const stages = asked.flatMap((each) => ('stage' in each ? [each.stage] : []))[0] ?? Object.keys(record.stages);
  const isEvery = !asked.some((each) => 'stage' in each) || stages.some((stage) => !Object.hasOwn(record.stages, stage));
  const parts = asked.flatMap((each) => ('in' in each && chosen.has(each.fact) && each.in.length * stages.length <= mostKeys ? [each] : []));
  if (new Set(parts.map(({ fact }) => fact)).size < 2) return [];
  return parts.map(({ fact, in: values }) => {
    const keys = values.flatMap((value) => stages.map((stage) => `${district} ${stage} ${fact}=${value}`));
    return `${expression} && ${bind(isEvery ? [...keys, `${district} ?`] : keys)}::text[]`;
  });
}

/** Of more keys than these the index would merge so many lists that reading the rows is as fast. */
const mostKeys = 200;

function chosenFacts(record: AnyRecord): string[] {
  return Object.entries(record.facts).flatMap(([name, fact]) => (fact.indexed && kindOf(fact).isChosen ? [getName(name)] : []));
}

/** The conditions that all must hold. */
function conjuncts(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(conjuncts) : [condition];
}
