import { randomInt } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Actor } from '#kernel/actor.ts';
import { partyOf } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import { decide, getAction, prepare, type Decision, type Request, type World } from '#kernel/decide.ts';
import { inRegisterDatum } from '#kernel/datum.ts';
import type { Evidence, Facts } from '#kernel/fact.ts';
import { computedOf, fieldsOf, wrongFields } from '#kernel/input.ts';
import { apply, findMatterDueDay, tiesOf, type Event, type Matter } from '#kernel/matter.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { canonical, noHash, seal } from '#kernel/trace.ts';
import { keepAccessCode } from '#store/access-codes.ts';
import { beginBulk } from '#store/bulk-runs.ts';
import type { Tx } from '#store/database.ts';
import { findFiles } from '#store/files.ts';
import { heldBefore } from '#store/held-files.ts';
import { recall, remember } from '#store/idempotency.ts';
import { takeNumber } from '#store/counters.ts';
import { mattersAfter, mattersFound } from '#store/lists.ts';
import { findMatters, lockMatter } from '#store/matters.ts';
import { writeEvent } from '#store/write-event.ts';
import { keepNotices } from '#store/notices.ts';
import { keepReadings, keepScheme } from '#store/schemes.ts';
import { claimUnique, releaseUnique } from '#store/unique-values.ts';
import { eraseFacts, openFact, sealFact } from '#store/vault.ts';
import type { LongWork, Question } from '#mechanisms/computation.ts';
import { boundsOf } from './bounds.ts';
import { fromGcj02 } from './datum.ts';
import { mattersReferredTo, repeatOf } from './foresight.ts';
import { refuseRequest } from './http/refusals.ts';
import type { Platform } from './platform.ts';
import { keepPrinted } from './printing.ts';
import { refuseUnknownReferences } from './references.ts';
import { isVisible, worldOf } from './world.ts';

/** One action somebody wants done. Without an id it files a matter. */
export interface Command {
  readonly actor: Actor;
  readonly mechanism: string;
  readonly action: string;
  readonly id?: string;
  readonly input: unknown;
  /** The version the actor saw; another one is refused as stale. */
  readonly version?: number;
  /** The replay brings its own clock. */
  readonly now?: Instant;
  readonly idempotency?: { readonly key: string; readonly requestHash: string };
  /** A code by which somebody without an account follows what is filed here. */
  readonly withCode?: boolean;
  /** What a thread of its own has worked out for a long work, and of which problem. */
  readonly worked?: { readonly of: string; readonly values: Readonly<Record<string, unknown>> };
}

/** What came of it. */
export interface Acted {
  readonly id: string;
  readonly mechanism: string;
  readonly stage: string;
  readonly version: number;
  readonly number: string | null;
  readonly code?: string;
}

/** Does an action: lock, read, decide, write, commit; whoever waits is told after the commit. The one entry for people, jobs and the replay. */
export async function act(platform: Platform, command: Command): Promise<Acted> {
  const acted = await platform.store.inDistrict(platform.district, (tx) => actIn(platform, tx, command));
  platform.poke();
  return acted;
}

/** The same within a transaction that does more than one. What was sent before, by its key or by its very words, has its effect once. */
export async function actIn(platform: Platform, tx: Tx, command: Command): Promise<Acted> {
  const { district } = platform;
  const now = command.now ?? platform.now();
  const repeat = await repeatOf(platform, command);
  for (const same of [command.idempotency, repeat]) {
    const earlier = same && (await recall<Remembered>(tx, district, same.key, same.requestHash));
    if (earlier && (same === command.idempotency || Date.parse(now) - Date.parse(earlier.at) < DAY_MS)) return withItsCode(platform, tx, command, earlier.acted);
  }
  const after = await step(platform, tx, command, undefined);
  const acted: Acted = { id: after.id, mechanism: after.mechanism, stage: after.stage, version: after.version, number: after.number ?? null };
  for (const same of [command.idempotency, repeat]) if (same) await remember(tx, district, same.key, { at: now, acted } satisfies Remembered);
  return command.withCode ? { ...acted, code: await giveCode(platform, tx, after) } : acted;
}

const DAY_MS = 86_400_000;

/** What is kept of an answer: never the code, which only its hash and the vault know. */
interface Remembered {
  readonly at: Instant;
  readonly acted: Acted;
}

async function withItsCode(platform: Platform, tx: Tx, command: Command, acted: Acted): Promise<Acted> {
  if (!command.withCode) return acted;
  const code = await openFact(tx, platform.district, acted.id, codeFact, platform.secrets.vault);
  return { ...acted, ...(code === undefined ? {} : { code }) };
}

async function step(platform: Platform, tx: Tx, command: Command, cause: Event['cause']): Promise<Matter> {
  const { district } = platform;
  const now = command.now ?? platform.now();
  const mechanism = platform.getMechanism(command.mechanism);
  const action = getAction(mechanism, command.action);
  const locked = command.id === undefined ? undefined : await lockMatter(tx, district, command.id);
  const before = locked?.matter;
  if (command.id !== undefined && (!before || before.mechanism !== mechanism.record.key)) throw refuse('absent');
  if (before && cause === undefined && !isVisible(mechanism.record, before, command.actor)) throw refuse('absent');
  if (before && command.version !== undefined && command.version !== before.version) throw refuse('stale');

  const others = await mattersReferredTo(tx, district, mechanism, action, before, command.input);
  const world = await worldOf(platform, command.actor, now, others);
  const input = inRegisterDatum(fieldsOf(mechanism, action), before?.facts ?? {}, await withFiles(tx, district, mechanism, action, command.input, before?.id), fromGcj02);
  const request: Request = {
    mechanism,
    action: command.action,
    input,
    matter: before,
    id: before?.id ?? uuid({ msecs: Date.parse(now) }),
    district,
    isSample: platform.isDemonstration,
    ...(cause ? { cause } : {}),
  };
  const computed = await computedFor(platform, tx, request, world, command.worked);
  const decision = decide({ ...request, computed, numbers: await drawNumbers(tx, district, action, now) }, world);
  refuseUnknownReferences(mechanism, action, decision.event, world, others, (await platform.directory()).people);
  const event = await sealFacts(platform, tx, mechanism, decision.event);
  const after = apply(before, event);
  await keepUnique(tx, mechanism, before, after);
  await writeEvent(tx, seal(event, locked?.head ?? noHash, platform.digest), before, after, viewOf(platform, mechanism, after));
  if (decision.readings.length > 0) await keepReadings(tx, district, decision.readings);
  for (const scheme of decision.schemes) await keepScheme(tx, district, scheme, command.actor.kind === 'post' ? command.actor.postId : command.actor.kind, now);
  await tell(platform, tx, mechanism, decision, after);
  if ((await platform.serving(mechanism.record.key))?.bulk?.[command.action]) await beginBulk(tx, district, { id: uuid({ msecs: Date.parse(now) }), matter: after.id, action: command.action, startedAt: now, ...starterOf(command.actor) });
  // The same order for everybody, so that two actions that reach for the same matters do not wait for each other in a ring.
  for (const follow of decision.follows.toSorted((a, b) => ((a.id ?? '~') < (b.id ?? '~') ? -1 : (a.id ?? '~') > (b.id ?? '~') ? 1 : 0))) {
    await step(
      platform, tx,
      { actor: command.actor, mechanism: follow.mechanism, ...(follow.id === undefined ? {} : { id: follow.id }), action: follow.action, input: follow.input, now },
      { matter: after.id, seq: after.version },
    );
  }
  // After all that followed: the figures of a paper count what its own action did.
  if (action.prints) await keepPrinted(platform, tx, action.prints, after, command.actor, now);
  return after;
}

function starterOf(actor: Actor): { readonly by: string | null; readonly post: string | null } {
  return actor.kind === 'post' ? { by: actor.personId, post: actor.postId } : { by: null, post: null };
}

/** What the register and the search need to know of a matter beside its row. */
export function viewOf(platform: Pick<Platform, 'calendar'>, mechanism: AnyMechanism, matter: Matter) {
  const { record } = mechanism;
  const ties = tiesOf(matter, record.lead, record.co);
  const units = new Set([ties.leadUnit, ...ties.coUnits, ...matter.duties.filter((duty) => duty.state !== 'withdrawn').map(partyOf)]);
  units.delete(undefined);
  const dueOn = findMatterDueDay(platform.calendar(), matter);
  return {
    title: String(matter.facts[record.title] ?? ''),
    ...(ties.leadUnit ? { leadUnit: ties.leadUnit } : {}),
    units: [...units] as string[],
    ...(dueOn ? { dueOn } : {}),
    searched: searchedText(record.facts, matter),
  };
}

/** The facts of a record that every action looks after, whatever it is about; worked out once. */
interface Cares {
  readonly searched: readonly string[];
  readonly sealed: readonly string[];
  readonly unique: readonly (readonly [name: string, fact: Facts[string]])[];
}

const cares = new WeakMap<Facts, Cares>();

function caresOf(facts: Facts): Cares {
  const known = cares.get(facts);
  if (known) return known;
  const entries = Object.entries(facts);
  const names = (is: (fact: Facts[string]) => boolean | undefined) => entries.filter(([, fact]) => is(fact)).map(([name]) => name);
  const found: Cares = {
    searched: names((fact) => fact.searched),
    sealed: names((fact) => fact.sealed),
    unique: entries.filter(([, fact]) => fact.unique),
  };
  cares.set(facts, found);
  return found;
}

function searchedText(facts: Facts, matter: Matter): string {
  const parts = caresOf(facts).searched.map((name) => matter.facts[name]);
  return [matter.number, ...parts].filter((part) => typeof part === 'string').join('\n');
}

/** Files come by hash; their type and size are what the store found in the bytes, whatever the sender says. */
async function withFiles(tx: Tx, district: string, mechanism: AnyMechanism, action: Action, input: unknown, matter: string | undefined): Promise<unknown> {
  if (typeof input !== 'object' || input === null) return input;
  const given = input as Readonly<Record<string, unknown>>;
  const names = fieldsOf(mechanism, action).filter(({ fact }) => fact.kind === 'evidence').map(({ name }) => name);
  if (action.evidence !== undefined) names.push('evidence');
  const listed = names.filter((name) => Array.isArray(given[name]) && given[name].length > 0);
  if (listed.length === 0) return input;
  const hashes = listed.flatMap((name) => (given[name] as unknown[]).map(hashOf));
  const files = new Map((await findFiles(tx, district, hashes)).map((file) => [file.hash, file]));
  const before = action.freshPhotos ? await heldBefore(tx, district, hashes, matter) : undefined;
  const filled: Record<string, unknown> = { ...given };
  for (const name of listed) {
    filled[name] = (given[name] as Partial<Evidence>[]).map((file) => {
      const kept = files.get(hashOf(file));
      if (!kept) throw wrongFields({ [name]: { zh: '有一份文件没有上传成功，请重新上传', en: 'One file did not arrive; please upload it again' } });
      const { takenOn: _said, usedOn: _told, ...told } = file;
      const used = before?.get(kept.hash);
      return {
        ...told, name: file.name ?? kept.name, type: kept.type, size: kept.size,
        ...(before && kept.takenOn ? { takenOn: kept.takenOn } : {}), ...(used === undefined ? {} : { usedOn: dayOf(used) }),
      };
    });
  }
  return filled;
}

/** Whoever sends it may put anything there. */
function hashOf(file: unknown): string {
  return typeof file === 'object' && file !== null && 'hash' in file && typeof file.hash === 'string' ? file.hash : '';
}

/** What the mechanism's server works out for an action before it is decided, from the matters it looks at: a draw, a score, a light. */
export async function computedFor(platform: Platform, tx: Tx, request: Request, world: World, worked?: Command['worked']): Promise<Readonly<Record<string, unknown>>> {
  const { mechanism, action } = request;
  if (computedOf(mechanism, getAction(mechanism, action)).length === 0) return {};
  const serving = await platform.serving(mechanism.record.key);
  const work = serving?.works?.[action];
  if (work) return workedOut(work, await problemOf(platform, tx, work, request, world), worked);
  const computation = serving?.computes?.[action];
  if (!computation) throw new Error(`${mechanism.record.key} has no computation for ${action}`);
  const { situation, input } = prepare(request, world);
  const found = await foundFor(platform, tx, computation.asks?.(situation, input.whole));
  const opened: Record<string, unknown> = {};
  for (const name of computation.opens ?? []) {
    const kept = await openFact(tx, platform.district, situation.matter.id, name, platform.secrets.vault);
    if (kept !== undefined) opened[name] = JSON.parse(kept);
  }
  return computation.work(situation, input.whole, found, opened);
}

async function foundFor(platform: Platform, tx: Tx, questions: Readonly<Record<string, Question>> = {}): Promise<Readonly<Record<string, readonly Matter[]>>> {
  const found: Record<string, readonly Matter[]> = {};
  for (const [name, question] of Object.entries(questions)) found[name] = await mattersWhere(platform, tx, question);
  return found;
}

/** The problem of a long work, by what it is known: another digest is another problem. */
export interface WorkProblem {
  readonly of: string;
  readonly problem: unknown;
  readonly seconds: number;
}

/** The problem of a long work with the matter it is about. */
export interface AskedWork extends WorkProblem {
  readonly matter: Matter;
}

/** Puts the problem of a long work together from the registers of this moment; refuses where the action is not open. */
export async function workProblem(platform: Platform, tx: Tx, command: Command, work: LongWork): Promise<AskedWork> {
  const mechanism = platform.getMechanism(command.mechanism);
  const action = getAction(mechanism, command.action);
  const matter = command.id === undefined ? undefined : (await findMatters(tx, platform.district, [command.id]))[0];
  if (!matter || matter.mechanism !== mechanism.record.key || !isVisible(mechanism.record, matter, command.actor)) throw refuse('absent');
  if (command.version !== undefined && command.version !== matter.version) throw refuse('stale');
  const others = await mattersReferredTo(tx, platform.district, mechanism, action, matter, command.input);
  const world = await worldOf(platform, command.actor, command.now ?? platform.now(), others);
  return { ...(await problemOf(platform, tx, work, { mechanism, action: command.action, input: command.input, matter, id: matter.id, district: platform.district, isSample: matter.isSample }, world)), matter };
}

async function problemOf(platform: Platform, tx: Tx, work: LongWork, request: Request, world: World): Promise<WorkProblem> {
  const { situation, input } = prepare(request, world);
  const problem = work.problem(situation, input.whole, await foundFor(platform, tx, work.asks?.(situation, input.whole)));
  return { of: platform.digest(canonical(problem)), problem, seconds: work.seconds(situation, input.whole) };
}

/** What a thread has found, if it is of this problem; where nobody waits (a replay) it is worked out at once and to its end. */
function workedOut(work: LongWork, { of, problem }: WorkProblem, worked: Command['worked']): Readonly<Record<string, unknown>> {
  if (worked === undefined) return work.solve(problem, () => undefined);
  if (worked.of !== of) throw refuseRequest('workOutdated');
  return worked.values;
}

/** Matters of a mechanism that meet a condition, whoever may see them, in the order of filing; all of them or the first so many. */
export async function mattersWhere(platform: Platform, tx: Tx, question: Question, most?: number): Promise<readonly Matter[]> {
  return mattersFound(tx, queryOf(platform, question), most);
}

/** So many of the same after a matter, in the order of their ids. */
export async function mattersPage(platform: Platform, tx: Tx, question: Question, after: string, limit: number): Promise<readonly Matter[]> {
  return mattersAfter(tx, queryOf(platform, question), { after, limit });
}

function queryOf(platform: Platform, { mechanism: key, where }: Question) {
  return { district: platform.district, mechanism: platform.getMechanism(key), where, sights: { kind: 'whole' as const }, bounds: boundsOf(platform), order: 'filedAt', isSample: platform.isDemonstration };
}

async function drawNumbers(tx: Tx, district: string, action: Action, now: Instant): Promise<Record<string, number>> {
  const drawn: Record<string, number> = {};
  for (const numbering of action.numbers ?? []) {
    const year = numbering.yearly ? Number(dayOf(now).slice(0, 4)) : null;
    drawn[numbering.into] = await takeNumber(tx, district, numbering.counter, year);
  }
  return drawn;
}

/** Sealed facts never enter the trace: the vault keeps them, the event only says that they are there. */
async function sealFacts(platform: Platform, tx: Tx, mechanism: AnyMechanism, event: Event): Promise<Event> {
  const sealed = caresOf(mechanism.record.facts).sealed.filter((name) => event.set[name] !== undefined);
  if (sealed.length === 0) return event;
  const set: Record<string, unknown> = { ...event.set };
  for (const name of sealed) {
    const value = event.set[name];
    if (value === null) await eraseFacts(tx, platform.district, event.matter, [name]);
    else set[name] = { sealed: await sealFact(tx, platform.district, event.matter, name, JSON.stringify(value), platform.secrets.vault) };
  }
  return { ...event, set };
}

async function keepUnique(tx: Tx, mechanism: AnyMechanism, before: Matter | undefined, after: Matter): Promise<void> {
  for (const [name, fact] of caresOf(mechanism.record.facts).unique) {
    if (before?.facts[name] === after.facts[name]) continue;
    const key = { district: after.district, mechanism: after.mechanism, fact: name, matter: after.id };
    if (before?.facts[name] !== undefined) await releaseUnique(tx, { ...key, value: String(before.facts[name]) });
    if (after.facts[name] === undefined) continue;
    const value = String(after.facts[name]);
    await claimUnique(tx, { ...key, value }, () => alreadyHeld(name, fact, value));
  }
}

function alreadyHeld(name: string, fact: Facts[string], value: string): Refusal {
  // A key that nobody may read stands on no form and is made of ids.
  if (fact.seenBy?.length === 0) return refuse('takenAlike');
  return refuse('taken', { field: fact.name, value }, { fields: { [name]: refuse('taken', { field: fact.name, value }).words } });
}

async function tell(platform: Platform, tx: Tx, mechanism: AnyMechanism, decision: Decision, after: Matter): Promise<void> {
  const owed = (decision.event.changes.duties ?? []).filter((duty) => duty.state === 'open' && duty.openedAt === decision.event.at);
  const told = [
    ...decision.notices.map(({ to, text }) => ({ to, text })),
    ...owed.map((duty) => ({
      to: duty.person === undefined ? { unit: duty.unit } : { person: duty.person },
      text: {
        // Which matter it is about is said beside every notice, to whoever may know.
        zh: `新待办：${mechanism.record.duties[duty.kind]?.name.zh ?? duty.kind}`,
        en: `New duty: ${mechanism.record.duties[duty.kind]?.name.en ?? duty.kind}`,
      },
    })),
  ];
  if (told.length === 0) return;
  await keepNotices(tx, platform.district, told.map(({ to, text }) => ({ to, text, mechanism: after.mechanism, matter: after.id, at: decision.event.at, seq: decision.event.seq })));
}

/** Where the vault keeps the code of a matter; no fact can have that name. */
const codeFact = '*code';

/** No letters or digits that are read for each other; 16 of 31 give 79 bits. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

async function giveCode(platform: Platform, tx: Tx, matter: Matter): Promise<string> {
  const letters = Array.from({ length: 16 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
  const code = letters.match(/.{4}/g)?.join('-') ?? letters;
  await keepAccessCode(tx, platform.district, hashCode(platform, code), matter.id, matter.filedAt);
  // Whoever sends the same again after a cut connection must get the same code.
  await sealFact(tx, platform.district, matter.id, codeFact, code, platform.secrets.vault);
  return code;
}

/** How a query code is kept: peppered and hashed, blanks, dashes and case aside. */
export function hashCode(platform: Pick<Platform, 'secrets' | 'digest'>, code: string): string {
  return platform.digest(`${platform.secrets.codes.toString('hex')}:${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`);
}
