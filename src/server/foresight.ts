import type { Facts } from '#kernel/fact.ts';
import { getAction } from '#kernel/decide.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Action, AnyMechanism, AnyRecord } from '#kernel/mechanism.ts';
import type { Tx } from '#store/database.ts';
import { makeKeys } from '#store/idempotency.ts';
import { isMatterId } from '#store/matter-row.ts';
import { findMatters, lockMatters, readAhead } from '#store/matters.ts';
import type { Command } from './act.ts';
import type { Platform } from './platform.ts';
import { referencesIn } from './references.ts';

/** What can be told of a command before its time has come. */
export type Foreseen = Pick<Command, 'mechanism' | 'action' | 'id' | 'input'>;

/**
 * Asks the store at once for what some commands are going to ask one by one: their matters and those their consequences change, locked
 * in one order for everybody; the others they look at; and whether the same words came before.
 */
export async function foresee(platform: Platform, tx: Tx, commands: readonly Foreseen[], locked: readonly string[] = []): Promise<void> {
  const { district } = platform;
  const repeats = await Promise.all(commands.map((command) => repeatOf(platform, command)));
  const named = commands.map((command) => ({ command, names: namedBy(platform, command) }));
  const followed = named.flatMap(({ command, names }) => names.filter(({ mechanism }) => isFollowed(platform, command, mechanism)).map(({ id }) => id));
  const own = commands.flatMap(({ id }) => id ?? []);
  await Promise.all([lockMatters(tx, district, [...new Set([...own, ...locked, ...followed])]), makeKeys(tx, district, repeats.filter((each) => each !== undefined))]);
  const before = new Map((await findMatters(tx, district, [...new Set(own)])).map((matter) => [matter.id, matter]));
  const looked = commands.flatMap(({ mechanism, action, id, input }) => {
    const declared = platform.getMechanism(mechanism);
    return [...idsReferredTo(declared, getAction(declared, action), id === undefined ? undefined : before.get(id), input)];
  });
  await readAhead(tx, district, [...new Set(looked)]);
}

/** What the rules of an action may look at for each of these matters, read at once and held no longer than they are. */
export async function referredAmong(tx: Tx, district: string, mechanism: AnyMechanism, action: Action, matters: readonly Matter[]): Promise<(matter: Matter) => ReadonlyMap<string, Matter>> {
  const idsOf = new Map(matters.map((matter) => [matter.id, idsReferredTo(mechanism, action, matter, {})]));
  const found = new Map((await findMatters(tx, district, [...new Set([...idsOf.values()].flatMap((ids) => [...ids]))])).map((matter) => [matter.id, matter]));
  return ({ id }) => new Map([...(idsOf.get(id) ?? [])].flatMap((other) => {
    const matter = found.get(other);
    return matter ? [[other, matter] as const] : [];
  }));
}

/** The matters that some matters themselves name: what `when` of any of their actions may look at, for pages and lists that offer them. */
export async function namedByFacts(tx: Tx, district: string, record: AnyRecord, matters: readonly Matter[]): Promise<ReadonlyMap<string, Matter>> {
  const ids = new Set(matters.flatMap(({ facts }) => referringIn(record.facts).flatMap((name) => [facts[name]].flat().filter((id) => typeof id === 'string'))));
  return ids.size === 0 ? new Map() : new Map((await findMatters(tx, district, [...ids])).map((matter) => [matter.id, matter]));
}

function namedBy(platform: Platform, { mechanism: key, action, input }: Foreseen) {
  const mechanism = platform.getMechanism(key);
  const given = givenIn(input);
  return referencesIn(mechanism, getAction(mechanism, action), (name) => given[name]).flatMap(({ fact, id }) => (fact.mechanism !== undefined && isMatterId(id) ? [{ mechanism: fact.mechanism, id }] : []));
}

function isFollowed(platform: Platform, { mechanism, action }: Foreseen, other: string): boolean {
  return getAction(platform.getMechanism(mechanism), action).follows?.some((name) => name.startsWith(`${other}.`)) ?? false;
}

/** The matters that the rules of an action may look at: those its input and the matter itself name. */
export async function mattersReferredTo(tx: Tx, district: string, mechanism: AnyMechanism, action: Action, matter: Matter | undefined, input: unknown): Promise<Map<string, Matter>> {
  const ids = idsReferredTo(mechanism, action, matter, input);
  if (ids.size === 0) return new Map();
  const found = await findMatters(tx, district, [...ids]);
  return new Map(found.map((each) => [each.id, each]));
}

function idsReferredTo(mechanism: AnyMechanism, action: Action, matter: Matter | undefined, input: unknown): ReadonlySet<string> {
  const given = givenIn(input);
  const ids = new Set<string>(matter && action.refers ? action.refers(matter, given) : []);
  for (const { fact, id } of referencesIn(mechanism, action, (name) => given[name])) if (fact.mechanism !== undefined && isMatterId(id)) ids.add(id);
  if (action.effects || action.check || action.when) {
    for (const name of referringIn(mechanism.record.facts)) for (const id of [matter?.facts[name]].flat()) if (typeof id === 'string') ids.add(id);
  }
  return ids;
}

const referring = new WeakMap<Facts, readonly string[]>();

function referringIn(facts: Facts): readonly string[] {
  const known = referring.get(facts);
  if (known) return known;
  const found = Object.entries(facts).filter(([, fact]) => fact.kind === 'matter' || fact.kind === 'matters').map(([name]) => name);
  referring.set(facts, found);
  return found;
}

function givenIn(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

/** The same person with the same words within a day filed once (reform.md §9.5): only a peppered digest of both is kept. */
export async function repeatOf(platform: Platform, command: Foreseen): Promise<Command['idempotency']> {
  if (command.id !== undefined || typeof command.input !== 'object' || command.input === null) return undefined;
  const words = (await platform.serving(command.mechanism))?.repeatKey?.(command.action, command.input as Readonly<Record<string, unknown>>);
  if (words === undefined) return undefined;
  return { key: platform.digest(`${platform.secrets.codes.toString('hex')}:repeat:${command.mechanism}:${command.action}:${words}`), requestHash: 'repeat' };
}
