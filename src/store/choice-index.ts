import type { Day } from '#kernel/calendar.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Comparison } from '#kernel/kind.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import { compile, getName, type Bind } from './conditions.ts';
import type { Tx } from './database.ts';
import type { MatterQuery } from './matter-query.ts';

/**
 * What the index of choices holds of a matter, as an expression over its columns: for each of its marked choices, units and flags a text
 * of district, stage, fact and value: `370215 handling field=land`. A stage that the record does not declare adds `370215 ?`. Nothing
 * where the record marks fewer than two: one alone is found by its own index.
 */
export function choicesExpression(record: AnyRecord): string | undefined {
  const names = [...chosenFacts(record).keys()];
  if (names.length < 2) return undefined;
  const declared = Object.keys(record.stages).map((stage) => `'${getName(stage)}'`).join(', ');
  const keys = names.map((name) => `district || ' ' || stage || ' ${name}=' || (facts ->> '${name}')`);
  return `array_remove(array[${[...keys, `case when stage <> all(array[${declared}]) then district || ' ?' end`].join(', ')}], null) collate "C"`;
}

/**
 * What a question asks of stages and facts, as SQL over the columns of a matter. Where the register has an index of choices it finds what
 * two choices or more ask for: PostgreSQL does not combine the indexes of single facts, and would read all rows of one to look at the other.
 */
export function compileWhere({ byChoices }: Pick<Tx, 'byChoices'>, question: Pick<MatterQuery, 'district' | 'mechanism'> & { readonly where: Condition }, asOf: Day, bind: Bind): string[] {
  const { mechanism: { record }, where } = question;
  const chosen = byChoices.has(record.key) ? compileChoices(question, bind) : { parts: [], decides: false };
  return [...(chosen.decides ? [] : [compile(where, record, asOf, bind)]), ...chosen.parts];
}

/**
 * Conditions by which the index of choices finds what a question asks for by two choices or more; none where it is no help. They hold
 * wherever the question does. They decide it alone where it asks for nothing but choices in declared stages: to read the facts of every
 * row again would take as long as to find it. A question that names no stage asks for each of them, and for what stands in none.
 */
export function compileChoices({ district, mechanism: { record }, where }: Pick<MatterQuery, 'district' | 'mechanism'> & { readonly where: Condition }, bind: Bind): { readonly parts: string[]; readonly decides: boolean } {
  const expression = choicesExpression(record);
  const asked = conjuncts(where);
  const chosen = chosenFacts(record);
  const [stage, ...otherStages] = asked.flatMap((each) => ('stage' in each ? [each.stage] : []));
  const isDeclared = stage?.every((name) => Object.hasOwn(record.stages, name)) ?? false;
  const stages = stage ?? Object.keys(record.stages);
  const used = asked.flatMap((each) => ('in' in each && chosen.has(each.fact) && each.in.length * stages.length <= mostKeys ? [each] : []));
  if (expression === undefined || new Set(used.map(({ fact }) => fact)).size < 2) return { parts: [], decides: false };
  const parts = used.map(({ fact, in: values }) => {
    const type = chosen.get(fact) === 'flag' ? 'boolean' : 'string';
    const keys = values.filter((value) => typeof value === type).flatMap((value) => stages.map((name) => `${district} ${name} ${fact}=${value}`));
    return `${expression} && ${bind(isDeclared ? keys : [...keys, `${district} ?`])}::text[]`;
  });
  return { parts, decides: isDeclared && otherStages.length === 0 && asked.length === used.length + 1 };
}

/** Of more keys than these the index would merge so many lists that reading the rows is as fast. */
const mostKeys = 200;

/** The marked choices, units and flags of a record, with how their values are compared. */
function chosenFacts(record: AnyRecord): ReadonlyMap<string, Comparison> {
  return new Map(Object.entries(record.facts).flatMap(([name, fact]) => (fact.indexed && kindOf(fact).isChosen ? [[getName(name), kindOf(fact).compare]] : [])));
}

/** The conditions that all must hold. */
function conjuncts(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(conjuncts) : [condition];
}
