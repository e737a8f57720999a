import type { World } from '#kernel/decide.ts';
import type { Fact } from '#kernel/fact.ts';
import { fieldsOf, wrongFields } from '#kernel/input.ts';
import type { Event, Matter } from '#kernel/matter.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';

/** Something that names something else: the value of a field, or a cell of one of its rows. */
export interface Reference {
  readonly field: string;
  readonly fact: Fact;
  readonly id: string;
  /** Of a cell: in which row, counted from one. */
  readonly row?: number;
}

const kinds = new Set<string>(['unit', 'units', 'person', 'matter', 'matters']);

/** Every unit, person and matter that the fields of an action name, those within their rows among them. */
export function referencesIn(mechanism: AnyMechanism, action: Action, valueOf: (field: string) => unknown): readonly Reference[] {
  return fieldsOf(mechanism, action).flatMap(({ name, fact }) => {
    const value = valueOf(name);
    if (fact.kind !== 'rows') return named(name, fact, value);
    const columns = Object.entries(fact.columns ?? {}).filter(([, column]) => kinds.has(column.kind));
    if (columns.length === 0 || !Array.isArray(value)) return [];
    return value.flatMap((row: unknown, at) => columns.flatMap(([column, of]) => named(name, of, (row as Readonly<Record<string, unknown>> | null)?.[column], at + 1)));
  });
}

function named(field: string, fact: Fact, value: unknown, row?: number): readonly Reference[] {
  if (!kinds.has(fact.kind)) return [];
  return [value ?? []].flat().map((id) => ({ field, fact, id: String(id), ...(row === undefined ? {} : { row }) }));
}

/** Units that do not exist or are no longer active, and people and matters that are not there, are no values. */
export function refuseUnknownReferences(
  mechanism: AnyMechanism, action: Action, event: Event, world: Pick<World, 'findUnit'>, others: ReadonlyMap<string, Matter>, people: ReadonlyMap<string, unknown>,
): void {
  const wrong: Record<string, Text> = {};
  for (const reference of referencesIn(mechanism, action, (name) => event.set[name] ?? event.said[name])) {
    const fault = faultOf(reference, world, others, people);
    if (fault) wrong[reference.field] ??= inRow(reference, fault);
  }
  if (Object.keys(wrong).length > 0) throw wrongFields(wrong);
}

function faultOf({ fact, id }: Reference, { findUnit }: Pick<World, 'findUnit'>, others: ReadonlyMap<string, Matter>, people: ReadonlyMap<string, unknown>): Text | undefined {
  if (fact.kind === 'unit' || fact.kind === 'units') {
    const unit = findUnit(id);
    if (unit?.isActive) return undefined;
    return { zh: `单位“${unit?.name ?? id}”不存在或已撤并`, en: `The unit “${unit?.name ?? id}” does not exist or is no longer active` };
  }
  if (fact.kind === 'person') return people.has(id) ? undefined : { zh: '所选人员不存在', en: 'The person chosen does not exist' };
  return others.get(id)?.mechanism === fact.mechanism ? undefined : { zh: '所选事项不存在', en: 'The matter chosen does not exist' };
}

function inRow({ fact, row }: Reference, fault: Text): Text {
  return row === undefined ? fault : { zh: `第${row}行“${fact.name.zh}”：${fault.zh}`, en: `Row ${row}, “${fact.name.en}”: ${fault.en}` };
}
