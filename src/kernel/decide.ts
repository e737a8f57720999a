import { findActivityMark } from './activity.ts';
import { actorName, isGranted, type Actor } from './actor.ts';
import { clockUntil, extendClock, pauseClock, resumeClock, startClock, stopClock, type Budget, type Clock } from './clock.ts';
import { parseInput, withComputed, type ParsedInput } from './input.ts';
import { tiesOf, type Changes, type Duty, type Event, type Link, type Matter } from './matter.ts';
import { holds } from './condition.ts';
import type { Action, AnyMechanism, AnyRecord, ClockDeclaration, Effect, Situation, Verdict } from './mechanism.ts';
import { refuse, Refusal, type RefusalWords } from './refusal.ts';
import type { Reading, Scheme } from './scheme.ts';
import { findSecretMarkIn } from './secrecy.ts';
import { canonical } from './trace.ts';
import { fill, type Text } from './words.ts';

/** What was decided: the event, what follows elsewhere in the same transaction, and who is told after it. */
export interface Decision {
  readonly event: Event;
  readonly follows: readonly Extract<Effect, { do: 'follow' }>[];
  readonly notices: readonly Extract<Effect, { do: 'tell' }>[];
  /** 读数 and 方案 that are kept in the same transaction. */
  readonly readings: readonly Reading[];
  readonly schemes: readonly Scheme[];
}

/** What `decide` is given besides the situation. `matter` is absent when one is filed. */
export interface Request {
  readonly mechanism: AnyMechanism;
  readonly action: string;
  readonly input: unknown;
  readonly matter: Matter | undefined;
  /** The id a new matter gets. */
  readonly id: string;
  readonly district: string;
  readonly isSample: boolean;
  /** Numbers taken from counters for this action, by what they go into. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** What the platform has worked out for the facts that the action asks for as computed. */
  readonly computed?: Readonly<Record<string, unknown>>;
  readonly cause?: Event['cause'];
}

/** The world around a decision; the matter itself comes with the request. */
export type World = Omit<Situation, 'matter' | 'setting'> & {
  /** A setting the office has changed; the declared default holds otherwise. */
  findSetting(mechanism: string, name: string): number | undefined;
};

/** Decides one action: an event, or a refusal is thrown. Pure: the same question has the same answer. */
export function decide(request: Request, world: World): Decision {
  const { action, situation, input } = judge(request, world);
  return write(request, action, situation, input, action.effects?.(situation, input.whole as never) ?? []);
}

/** The half of `decide` that can refuse: whether an action may be done now, with this input. Nothing follows from it yet. */
export function judge(request: Request, world: World): Judged {
  const { mechanism } = request;
  const action = getAction(mechanism, request.action);
  const situation = situationOf(request, world);
  const input = withComputed(mechanism, action, parseOpen(request, action, situation), request.computed ?? {});
  const mark = findSecretMarkIn(input.whole);
  if (mark !== undefined) throw refuse('secretMark', { mark });
  const needed = action.evidence ?? 0;
  const activity = needed > 0 ? input.evidence.map(({ name }) => findActivityMark(name)).find((found) => found !== undefined) : undefined;
  if (activity !== undefined) throw refuse('activityEvidence', { action: action.name, mark: activity });
  // The same file twice is one proof.
  const held = new Set(input.evidence.map((file) => file.hash)).size;
  if (held < needed) throw refuse('evidenceMissing', { action: action.name, needed, held });
  if ((action.reason ?? 0) > [...(input.reason ?? '')].length) {
    const refusal = refuse('reasonTooShort', { needed: action.reason ?? 0 });
    throw new Refusal(refusal.code, { ...refusal.words, status: refusal.status }, { fields: { reason: refusal.words } });
  }
  throwVerdict(mechanism, action.check?.(situation, input.whole as never));
  return { action, situation, input };
}

/** What an action that may be done is decided from. */
interface Judged {
  readonly action: Action;
  readonly situation: Situation;
  readonly input: ParsedInput;
}

/** The situation and the input of an action that is open to the actor, for what is computed before it is decided; refuses as `decide` does. */
export function prepare(request: Request, world: World): { readonly situation: Situation; readonly input: ParsedInput } {
  const situation = situationOf(request, world);
  return { situation, input: parseOpen(request, getAction(request.mechanism, request.action), situation) };
}

function parseOpen({ mechanism, action: name, matter, cause, input }: Request, action: Action, situation: Situation): ParsedInput {
  const obstacle = findObstacle(mechanism, name, matter, situation, cause !== undefined);
  if (obstacle) throw obstacle;
  return parseInput(mechanism, action, input);
}

/** What stands between an actor and an action, looking at matter and actor alone; nothing when it is open. */
export function findObstacle(mechanism: AnyMechanism, name: string, matter: Matter | undefined, situation: Situation, asConsequence = false): Refusal | undefined {
  const action = getAction(mechanism, name);
  const { record } = mechanism;
  if (action.from === 'new' ? matter !== undefined : matter === undefined) return refuse('unknownAction');
  const actor: Actor = asConsequence ? { kind: 'system', job: 'follow' } : situation.actor;
  const ties = matter && tiesOf(matter, record.lead, record.co);
  // A consequence needs no mandate of its own: the action that caused it had one.
  if (!asConsequence && !isGranted(action.by, actor, ties)) return refuse('notYours');
  if (matter && action.from !== 'new' && !action.from.includes(matter.stage)) {
    return refuse('wrongStage', { stage: record.stages[matter.stage]?.name ?? matter.stage, action: action.name });
  }
  const person = situation.actor.kind === 'post' ? situation.actor.personId : undefined;
  if (matter && person && action.apartFrom?.some((other) => matter.doers[other] === person)) return refuse('samePerson');
  return verdictRefusal(mechanism, action.when?.(situation)) ?? findClosedGate(action, situation);
}

/** A piece of a gate, and whether it is there. */
export interface Piece {
  readonly name: Text;
  readonly met: boolean;
  readonly from: string;
}

/** What the gate before an action asks for of this matter. */
export function piecesOf(action: Action, situation: Situation): readonly Piece[] {
  const { matter, today } = situation;
  return (action.needs ?? [])
    .filter(({ only }) => only === undefined || holds(only, matter, today))
    .map(({ name, holds: rule, from }) => ({ name, met: typeof rule === 'function' ? rule(situation) : holds(rule, matter, today), from }));
}

/** Every gate on a matter's way, wherever it stands now, with the pieces each asks for of it. */
export function gatesOf(mechanism: AnyMechanism, matter: Matter, world: World): readonly { readonly action: string; readonly needs: readonly Piece[] }[] {
  const situation = situationOf({ mechanism, matter, id: matter.id, district: matter.district, isSample: matter.isSample, action: '', input: {} }, world);
  return Object.entries(mechanism.actions)
    .filter(([, action]) => !action.hidden && action.needs !== undefined)
    .map(([action, declared]) => ({ action, needs: piecesOf(declared, situation) }));
}

function findClosedGate(action: Action, situation: Situation): Refusal | undefined {
  const missing = piecesOf(action, situation).filter(({ met }) => !met).map(({ name }) => name);
  if (missing.length === 0) return undefined;
  return refuse('gateClosed', { action: action.name, missing: { zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join('; ') } });
}

/** The action of that name. */
export function getAction(mechanism: AnyMechanism, name: string): Action {
  const action = Object.hasOwn(mechanism.actions, name) ? mechanism.actions[name] : undefined;
  if (!action) throw refuse('unknownAction');
  return action;
}

/** An action as the page shows it: open, or with what stands in its way. */
export interface Offer {
  readonly action: string;
  readonly open: boolean;
  readonly obstacle?: Text;
  readonly code?: string;
  /** What its gate asks for, there or not. */
  readonly needs?: readonly Piece[];
}

/** What stands between the actor and one action of a matter, as the page would show it; nothing when it is open. */
export function obstacleTo(mechanism: AnyMechanism, name: string, matter: Matter, world: World): Refusal | undefined {
  return findObstacle(mechanism, name, matter, situationOf({ mechanism, matter, id: matter.id, district: matter.district, isSample: matter.isSample, action: name, input: {} }, world));
}

/** Every action of the matter's stage, with what stands between the actor and those that are not open. */
export function offersOf(mechanism: AnyMechanism, matter: Matter, world: World): readonly Offer[] {
  const situation = situationOf({ mechanism, matter, id: matter.id, district: matter.district, isSample: matter.isSample, action: '', input: {} }, world);
  return Object.entries(mechanism.actions)
    .filter(([, action]) => !action.hidden && action.from !== 'new' && action.from.includes(matter.stage))
    .map(([name, action]) => {
      const obstacle = findObstacle(mechanism, name, matter, situation);
      const needs = piecesOf(action, situation);
      return { action: name, ...(obstacle ? { open: false, obstacle: obstacle.words, code: obstacle.code } : { open: true }), ...(needs.length > 0 ? { needs } : {}) };
    });
}

/** The budget of a declared clock or duty under the office's settings. */
export function budgetOf(record: AnyRecord, declared: { readonly setting: string }, situation: Pick<Situation, 'setting'>): Budget {
  const unit = record.settings[declared.setting]?.unit ?? 'workday';
  if (unit === 'monthDay') throw new Error(`${record.key} starts a clock by ${declared.setting}, a day of the year, without saying of which`);
  return { n: situation.setting(declared.setting), unit };
}

function situationOf(request: Request, world: World): Situation {
  const { mechanism, matter } = request;
  return {
    ...world,
    matter: matter ?? blank(request, world),
    setting: (name) => world.findSetting(mechanism.record.key, name) ?? getSetting(mechanism, name),
  };
}

function getSetting(mechanism: AnyMechanism, name: string): number {
  const setting = mechanism.record.settings[name];
  if (!setting) throw new Error(`${mechanism.record.key} declares no setting ${name}`);
  return setting.value;
}

/** Before it is filed a matter is this: nothing known of it, in no stage. */
function blank(request: Request, world: World): Matter {
  return {
    district: request.district, id: request.id, mechanism: request.mechanism.record.key, stage: '', year: Number(world.today.slice(0, 4)),
    version: 0, facts: {}, clocks: {}, duties: [], links: [], doers: {}, filedAt: world.now, changedAt: world.now, isSample: request.isSample,
  };
}

function write(request: Request, action: Action, situation: Situation, input: ParsedInput, effects: readonly Effect[]): Decision {
  const { mechanism, matter } = request;
  const before = situation.matter;
  const seq = before.version + 1;
  const set: Record<string, unknown> = { ...input.set };
  const clocks: Record<string, Clock> = {};
  const duties = new Map<string, Duty>();
  const link: Link[] = [];
  const unlink: Link[] = [];
  let confinedTo: readonly string[] | null | undefined;
  let owed = 0;

  const change = (name: string, by: (clock: Clock) => Clock) => {
    const clock = clocks[name] ?? before.clocks[name];
    if (clock) clocks[name] = by(clock);
  };
  const start = (name: string, begin: (declared: ClockDeclaration) => Clock) => {
    const declared = mechanism.record.clocks[name];
    if (!declared) throw new Error(`${mechanism.record.key} declares no clock ${name}`);
    clocks[name] = begin(declared);
  };
  const running = (budget?: Budget, on = situation.today) => (declared: ClockDeclaration) => startClock(budget ?? budgetOf(mechanism.record, declared, situation), on, declared.legal);
  const close = ({ duty: kind, unit, person }: { readonly duty: string; readonly unit?: string; readonly person?: string }, state: 'done' | 'withdrawn') => {
    // As they stand by now: what an earlier effect closed stays as it was closed.
    for (const duty of [...before.duties.map((duty) => duties.get(duty.id) ?? duty), ...duties.values()]) {
      if (duty.kind !== kind || (unit !== undefined && duty.unit !== unit) || (person !== undefined && duty.person !== person) || duty.state !== 'open') continue;
      duties.set(duty.id, { ...duty, state, closedAt: situation.now, clock: stopClock(duty.clock, situation.today) });
    }
  };

  for (const name of action.stops ?? []) change(name, (clock) => stopClock(clock, situation.today));
  for (const name of action.resumes ?? []) change(name, (clock) => resumeClock(clock, situation.today));
  for (const name of action.starts ?? []) start(name, running());
  for (const effect of effects) {
    switch (effect.do) {
      case 'set': Object.assign(set, withoutUnknown(effect.values)); break;
      case 'start': start(effect.clock, running(effect.budget, effect.on)); break;
      case 'startUntil': start(effect.clock, ({ legal }) => clockUntil(effect.until, situation.today, legal)); break;
      case 'stop': change(effect.clock, (clock) => stopClock(clock, situation.today)); break;
      case 'resume': change(effect.clock, (clock) => resumeClock(clock, situation.today)); break;
      case 'pause': change(effect.clock, (clock) => pauseClock(clock, situation.today, effect.reason)); break;
      case 'extend': change(effect.clock, (clock) => extendClock(clock, effect.by, situation.today, effect.reason)); break;
      case 'owe': {
        const declared = mechanism.record.duties[effect.duty];
        if (!declared) throw new Error(`${mechanism.record.key} declares no duty ${effect.duty}`);
        const id = `${seq}.${(owed += 1)}`;
        const clock = startClock(effect.budget ?? budgetOf(mechanism.record, declared, situation), situation.today, declared.legal);
        duties.set(id, { id, kind: effect.duty, unit: effect.unit, ...(effect.person ? { person: effect.person } : {}), clock, state: 'open', openedAt: situation.now });
        break;
      }
      case 'discharge': close(effect, 'done'); break;
      case 'withdraw': close(effect, 'withdrawn'); break;
      case 'link': link.push(linkOf(mechanism, effect)); break;
      case 'unlink': unlink.push(linkOf(mechanism, effect)); break;
      case 'confine': confinedTo = effect.to; break;
      default: break;
    }
  }
  let number: string | undefined;
  for (const numbering of action.numbers ?? []) {
    const given = request.numbers?.[numbering.into];
    if (given === undefined) throw new Error(`no number was drawn for ${numbering.into}`);
    if (numbering.into === 'number') number = numberText(numbering.pattern ?? '{seq}', given, situation.today);
    else set[numbering.into] = given;
  }
  const stage = action.leads?.(situation, input.whole as never) ?? (typeof action.to === 'string' ? action.to : undefined) ?? before.stage;
  if (!Object.hasOwn(mechanism.record.stages, stage)) throw new Error(`${mechanism.record.key} has no stage ${stage}`);
  const changes: Changes = {
    ...(Object.keys(clocks).length ? { clocks } : {}),
    ...(duties.size ? { duties: [...duties.values()] } : {}),
    ...(link.length ? { link } : {}),
    ...(unlink.length ? { unlink } : {}),
    ...(confinedTo === undefined ? {} : { confinedTo }),
    ...(number === undefined ? {} : { number }),
  };
  const event: Event = {
    district: request.district, matter: before.id, mechanism: mechanism.record.key, seq, action: request.action, at: situation.now,
    by: speaker(situation.actor), ...(matter ? { from: matter.stage } : {}), stage, set: differing(before.facts, set), said: input.said,
    ...(input.reason ? { reason: input.reason } : {}), evidence: input.evidence, changes, ...(request.cause ? { cause: request.cause } : {}), isSample: request.isSample,
  };
  return {
    event,
    follows: effects.filter((effect) => effect.do === 'follow'),
    notices: effects.filter((effect) => effect.do === 'tell'),
    readings: effects.flatMap((effect) => (effect.do === 'read' ? effect.readings : [])),
    schemes: effects.flatMap((effect) => (effect.do === 'enact' ? [effect.scheme] : [])),
  };
}

/** `JY-{year}-{seq:5}` and the like. */
export function numberText(pattern: string, seq: number, on: string): string {
  return pattern.replace('{year}', on.slice(0, 4)).replace(/\{seq(?::(\d+))?\}/, (_place, width: string | undefined) => String(seq).padStart(Number(width ?? 0), '0'));
}

function linkOf(mechanism: AnyMechanism, effect: Extract<Effect, { do: 'link' | 'unlink' }>): Link {
  const declared = mechanism.record.links[effect.type];
  if (!declared) throw new Error(`${mechanism.record.key} declares no link ${effect.type}`);
  return { type: effect.type, mechanism: declared.to, id: effect.id };
}

function speaker(actor: Actor): Event['by'] {
  if (actor.kind === 'post') return { kind: 'post', name: actor.postName, person: actor.personId, post: actor.postId, unit: actor.unitId };
  return { kind: actor.kind, name: actorName(actor).zh };
}

/** Only what really changes is written; clearing what was never known is no change. */
function differing(facts: Readonly<Record<string, unknown>>, set: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(set)) if (value === null ? facts[name] !== undefined : value !== undefined && !isSame(facts[name], value)) changed[name] = value;
  return changed;
}

/** The store gives keys back in an order of its own. */
function isSame(held: unknown, value: unknown): boolean {
  return held === value || (typeof held === 'object' && held !== null && typeof value === 'object' && canonical(held) === canonical(value));
}

/** An effect that leaves a fact undefined says nothing of it. */
function withoutUnknown(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function verdictRefusal(mechanism: AnyMechanism, verdict: Verdict<AnyRecord>): Refusal | undefined {
  if (verdict === undefined) return undefined;
  const { refusal: code, field, detail = {} } = typeof verdict === 'string' ? { refusal: verdict } : verdict;
  const own: RefusalWords | undefined = mechanism.record.refusals[code];
  if (!own) return refuse(code as Parameters<typeof refuse>[0], detail);
  const words = fill(own, detail);
  return new Refusal(code, { ...words, status: own.status ?? 409 }, { detail, ...(field ? { fields: { [field]: words } } : {}) });
}

function throwVerdict(mechanism: AnyMechanism, verdict: Verdict<AnyRecord>): void {
  const refusal = verdictRefusal(mechanism, verdict);
  if (refusal) throw refusal;
}
