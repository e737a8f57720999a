import * as z from 'zod/mini';
import type { Evidence, Fact, Facts } from './fact.ts';
import { schemaOf } from './hearing.ts';
import { issueWords, requiredWords } from './kind.ts';
import type { Action, AnyMechanism, Asking } from './mechanism.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Text } from './words.ts';

/** What an action was given, parsed: facts of the record, facts of the action alone, reason, evidence. */
export interface ParsedInput {
  readonly set: Readonly<Record<string, unknown>>;
  readonly said: Readonly<Record<string, unknown>>;
  readonly reason: string | undefined;
  readonly evidence: readonly Evidence[];
  /** All of it as one object, as rules receive it. */
  readonly whole: Readonly<Record<string, unknown>>;
}

const reasonFact: Fact = { kind: 'longText', name: { zh: '理由', en: 'Reason' }, min: 0, max: 2000 };
const evidenceFact: Fact = { kind: 'evidence', name: { zh: '佐证', en: 'Evidence' } };

const schemas = new WeakMap<Action, z.ZodMiniObject>();

/** A field of an action: the fact behind it, whether it must be given, whether it is the action's own. */
export interface Field {
  readonly name: string;
  readonly fact: Fact;
  readonly must: boolean;
  readonly own: boolean;
}

const fields = new WeakMap<Action, readonly Field[]>();

/** The fields an action asks for, in their order. */
export function fieldsOf(mechanism: AnyMechanism, action: Action): readonly Field[] {
  const known = fields.get(action);
  if (known) return known;
  const found = pick(mechanism, action, (need) => !isComputed(need));
  fields.set(action, found);
  return found;
}

const computedFields = new WeakMap<Action, readonly Field[]>();

/** What an action asks of the platform rather than of people: a draw, a score. */
export function computedOf(mechanism: AnyMechanism, action: Action): readonly Field[] {
  const known = computedFields.get(action);
  if (known) return known;
  const found = pick(mechanism, action, isComputed);
  computedFields.set(action, found);
  return found;
}

function isComputed(need: Asking): boolean {
  return need === 'computed' || need === 'computedIfAny';
}

function pick(mechanism: AnyMechanism, action: Action, is: (need: Asking) => boolean): Field[] {
  const among = (facts: Facts, asks: Readonly<Record<string, Asking | undefined>>, own: boolean) =>
    Object.entries(asks).flatMap(([name, need]) => {
      const fact = facts[name];
      return fact && need && is(need) ? [{ name, fact, must: need === 'must' || need === 'computed', own }] : [];
    });
  return [...among(mechanism.record.facts, action.asks ?? {}, false), ...among(action.extra ?? {}, action.extraAsks ?? {}, true)];
}

/** The schema of what an action is given: for checking, for OpenAPI and for the form. */
export function inputSchema(mechanism: AnyMechanism, action: Action): z.ZodMiniObject {
  const known = schemas.get(action);
  if (known) return known;
  const shape: Record<string, z.ZodMiniType> = {};
  for (const { name, fact, must } of fieldsOf(mechanism, action)) {
    const schema = schemaOf(fact);
    shape[name] = must ? schema : z.optional(z.nullable(schema));
  }
  if (action.reason !== undefined) shape['reason'] = z.optional(schemaOf(reasonFact));
  if (action.evidence !== undefined) shape['evidence'] = z.optional(schemaOf(evidenceFact));
  const schema = z.strictObject(shape);
  schemas.set(action, schema);
  return schema;
}

/** Parses what an action was given, or refuses with every wrong field named at once. */
export function parseInput(mechanism: AnyMechanism, action: Action, input: unknown): ParsedInput {
  const asked = fieldsOf(mechanism, action);
  const parsed = inputSchema(mechanism, action).safeParse(cleared(input ?? {}, asked));
  if (!parsed.success) throw badInput(parsed.error, input, (name) => asked.find((field) => field.name === name)?.fact);
  const given: Readonly<Record<string, unknown>> = parsed.data;
  const empty = asked.filter(({ name, must }) => must && isEmpty(given[name]));
  if (empty.length > 0) throw wrongFields(Object.fromEntries(empty.map(({ name }) => [name, requiredWords])));
  // Loops and not chains of lists: every action and every row of an import passes here.
  const set: Record<string, unknown> = {};
  const said: Record<string, unknown> = {};
  for (const { name, own } of asked) if (given[name] !== undefined) (own ? said : set)[name] = given[name];
  const reason = typeof given['reason'] === 'string' ? given['reason'].trim() : undefined;
  return { set, said: present(said), reason, evidence: (given['evidence'] as ParsedInput['evidence'] | undefined) ?? [], whole: present(given) };
}

/** A cleared fact is null in the event; to rules it is simply not there, as their input types say. */
function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined) found[name] = value;
  return found;
}

/** The input with what the platform worked out for it: null where it found nothing any more. One that should have been worked out and was not, or does not fit its fact, is a defect and no refusal. */
export function withComputed(mechanism: AnyMechanism, action: Action, input: ParsedInput, computed: Readonly<Record<string, unknown>>): ParsedInput {
  const asked = computedOf(mechanism, action);
  if (asked.length === 0) return input;
  const values = asked.flatMap(({ name, fact, must, own }) => {
    if (!must && (computed[name] ?? null) === null) return computed[name] === null ? [{ name, own, value: null }] : [];
    const parsed = schemaOf(fact).safeParse(computed[name]);
    if (!parsed.success) throw new Error(`${mechanism.record.key}: the computed ${name} does not fit its fact: ${parsed.error.message}`);
    return [{ name, own, value: parsed.data }];
  });
  const part = (isOwn: boolean) => Object.fromEntries(values.flatMap(({ name, own, value }) => (own === isOwn ? [[name, value]] : [])));
  return { ...input, set: { ...input.set, ...part(false) }, said: { ...input.said, ...present(part(true)) }, whole: { ...input.whole, ...present({ ...part(false), ...part(true) }) } };
}

/** A refusal that names what is wrong with each field. */
export function wrongFields(fields: Readonly<Record<string, Text>>): Refusal {
  return refuse('badInput', { count: Object.keys(fields).length }, { fields });
}

function badInput(error: z.core.$ZodError, input: unknown, factOf: (name: string) => Fact | undefined): Refusal {
  // A map, because senders choose the names: `constructor` is one of every object already.
  const fields = new Map<string, Text>();
  for (const issue of error.issues) {
    const names = issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
    for (const name of names) {
      const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[name] : undefined;
      const fact = factOf(name);
      const column = fact?.columns?.[String(issue.path[2])];
      const words = issue.path.length === 1 && isEmpty(given) ? requiredWords : issueWords(issue, column ?? fact ?? { kind: 'text', name: { zh: name, en: name } });
      if (!fields.has(name)) fields.set(name, words);
    }
  }
  return wrongFields(Object.fromEntries(fields));
}

/** A form sends an emptied field as '' or blanks; for a fact that may be absent that clears it. */
function cleared(input: unknown, asked: readonly Field[]): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const given = input as Readonly<Record<string, unknown>>;
  const blank = asked.filter(({ name, must }) => !must && Object.hasOwn(given, name) && typeof given[name] === 'string' && given[name].trim() === '');
  return blank.length === 0 ? input : { ...given, ...Object.fromEntries(blank.map(({ name }) => [name, null])) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}
