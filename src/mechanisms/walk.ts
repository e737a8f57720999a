import type { Actor } from '#kernel/actor.ts';
import { chinaCalendar, dayOf, type Instant } from '#kernel/calendar.ts';
import { readClock } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { decide, offersOf, prepare, type Offer, type Request, type World } from '#kernel/decide.ts';
import { inRegisterDatum, type FromGcj02 } from '#kernel/datum.ts';
import { computedOf, fieldsOf } from '#kernel/input.ts';
import { apply, type Event, type Matter } from '#kernel/matter.ts';
import type { AnyMechanism, UnitView } from '#kernel/mechanism.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reading, Scheme } from '#kernel/scheme.ts';
import type { Text } from '#kernel/words.ts';
import type { Computation, LongWork } from './computation.ts';
import { findTextFault } from './text-fault.ts';

/** One who was told something. */
export interface Told {
  readonly matter: string;
  readonly to: unknown;
  readonly text: Text;
}

/** What of a mechanism's server a walk needs. */
interface Computes {
  readonly computes?: Readonly<Record<string, Computation>>;
  readonly works?: Readonly<Record<string, LongWork>>;
}

/** A district in memory: the same `decide` and `apply` as everywhere, with what follows, and nothing of a store. Tests of mechanisms walk through it. */
export class Walk {
  readonly matters = new Map<string, Matter>();
  readonly events: Event[] = [];
  readonly told: Told[] = [];
  readonly readings: Reading[] = [];
  readonly schemes: Scheme[] = [];
  readonly settings = new Map<string, number>();
  readonly units = new Map<string, UnitView>();
  now: Instant;
  #last = 0;
  readonly #counters = new Map<string, number>();
  /** What the matters of this change were before it; nothing for those it filed. */
  readonly #undo = new Map<string, Matter | undefined>();
  readonly #mechanisms: readonly AnyMechanism[];

  readonly #servers: Readonly<Record<string, Computes>>;

  readonly #fromGcj02: FromGcj02;

  /** `servers` by mechanism, where actions ask for computed values; how places are converted, where some are given in another datum. */
  constructor(mechanisms: readonly AnyMechanism[], now: Instant, servers: Readonly<Record<string, Computes>> = {}, fromGcj02: FromGcj02 = noConversion) {
    this.#fromGcj02 = fromGcj02;
    this.#mechanisms = mechanisms;
    this.#servers = servers;
    this.now = now;
  }

  /** Noon of a day in China. */
  on(day: string): this {
    this.now = new Date(`${day}T12:00:00+08:00`).toISOString();
    return this;
  }

  file(actor: Actor, mechanism: string, action: string, input: unknown = {}): Matter {
    return this.#all(() => this.#step(actor, mechanism, undefined, action, input));
  }

  act(actor: Actor, id: string, action: string, input: unknown = {}): Matter {
    return this.#all(() => this.#step(actor, this.get(id).mechanism, id, action, input));
  }

  get(id: string): Matter {
    const matter = this.matters.get(id);
    if (!matter) throw refuse('absent');
    return matter;
  }

  offers(actor: Actor, id: string): readonly Offer[] {
    return offersOf(this.#mechanism(this.get(id).mechanism), this.get(id), this.#world(actor));
  }

  /** Whether a clock of the office on this matter ran out, today or before it was stopped. */
  isLate(id: string): boolean {
    return Object.values(this.get(id).clocks).some((clock) => {
      const reading = readClock(chinaCalendar, clock, dayOf(this.now));
      return reading.state === 'stopped' ? reading.late : reading.state === 'overdue';
    });
  }

  /** What the author of a matter was told, in order. */
  toldAuthor(id: string): readonly Text[] {
    return this.told.filter((each) => each.matter === id && each.to === 'author').map(({ text }) => text);
  }

  #mechanism(key: string): AnyMechanism {
    const mechanism = this.#mechanisms.find((each) => each.record.key === key);
    if (!mechanism) throw refuse('unknownMechanism');
    return mechanism;
  }

  #world(actor: Actor): World {
    return {
      actor,
      now: this.now,
      today: dayOf(this.now),
      calendar: chinaCalendar,
      findUnit: (id) => this.units.get(id),
      findMatter: (id) => this.matters.get(id),
      findSetting: (mechanism, name) => this.settings.get(`${mechanism}.${name}`),
    };
  }

  /** All of it or nothing, as in the one transaction of the server. */
  #all(change: () => Matter): Matter {
    const before = { events: this.events.length, told: this.told.length, readings: this.readings.length, schemes: this.schemes.length, counters: new Map(this.#counters) };
    this.#undo.clear();
    try {
      return change();
    } catch (failure) {
      for (const [id, matter] of this.#undo) {
        if (matter) this.matters.set(id, matter);
        else this.matters.delete(id);
      }
      this.events.length = before.events;
      this.told.length = before.told;
      this.readings.length = before.readings;
      this.schemes.length = before.schemes;
      this.#counters.clear();
      for (const [key, count] of before.counters) this.#counters.set(key, count);
      throw failure;
    }
  }

  #step(actor: Actor, key: string, id: string | undefined, name: string, given: unknown, cause?: Event['cause']): Matter {
    const mechanism = this.#mechanism(key);
    const action = mechanism.actions[name];
    const before = id === undefined ? undefined : this.get(id);
    const input = action === undefined ? given : inRegisterDatum(fieldsOf(mechanism, action), before?.facts ?? {}, given, this.#fromGcj02);
    const numbers: Record<string, number> = {};
    for (const { into, counter, yearly } of action?.numbers ?? []) {
      const count = `${counter}:${yearly ? dayOf(this.now).slice(0, 4) : ''}`;
      numbers[into] = (this.#counters.get(count) ?? 0) + 1;
      this.#counters.set(count, numbers[into]);
    }
    const request: Request = { mechanism, action: name, input, matter: before, id: id ?? idOf((this.#last += 1)), district: '370215', isSample: false, numbers, ...(cause ? { cause } : {}) };
    const { event, follows, notices, readings, schemes } = decide({ ...request, computed: this.#computed(request, this.#world(actor)) }, this.#world(actor));
    const declared = new Set<string>([...Object.keys(action?.asks ?? {}), ...(action?.sets ?? []), ...(action?.numbers ?? []).map(({ into }) => into)]);
    for (const fact of Object.keys(event.set)) if (!declared.has(fact)) throw new Error(`${key}.${name} writes ${fact} without saying so in sets`);
    for (const { action: following, mechanism: other } of follows) {
      const said = other === key ? [following, `${other}.${following}`] : [`${other}.${following}`];
      if (!said.some((each) => action?.follows?.includes(each))) throw new Error(`${key}.${name} causes ${other}.${following} without saying so in follows`);
    }
    const after = apply(before, event);
    if (!this.#undo.has(after.id)) this.#undo.set(after.id, this.matters.get(after.id));
    this.matters.set(after.id, after);
    this.events.push(event);
    this.readings.push(...readings);
    this.schemes.push(...schemes);
    for (const { to, text } of notices) {
      const fault = findTextFault(text);
      if (fault) throw new Error(`${key}.${name} tells “${text.zh}” / “${text.en}”: ${fault.en}`);
      this.told.push({ matter: after.id, to, text });
    }
    for (const follow of follows.toSorted((a, b) => Number(a.id === undefined) - Number(b.id === undefined))) this.#step(actor, follow.mechanism, follow.id, follow.action, follow.input, { matter: after.id, seq: after.version });
    return this.get(after.id);
  }

  #computed(request: Request, world: World): Readonly<Record<string, unknown>> {
    const { mechanism, action } = request;
    const declared = mechanism.actions[action];
    if (!declared || computedOf(mechanism, declared).length === 0) return {};
    const { computes = {}, works = {} } = this.#servers[mechanism.record.key] ?? {};
    const [computation, work] = [computes[action], works[action]];
    const computing = computation ?? work;
    if (!computing) throw new Error(`${mechanism.record.key} has no computation for ${action}`);
    const { situation, input } = prepare(request, world);
    const found = Object.fromEntries(Object.entries(computing.asks?.(situation, input.whole) ?? {}).map(([name, { mechanism: key, where }]) =>
      [name, [...this.matters.values()].filter((matter) => matter.mechanism === key && holds(where, matter, world.today))] as const));
    if (work) return work.solve(work.problem(situation, input.whole, found), () => undefined);
    // Nothing is sealed in memory.
    const opened = Object.fromEntries((computation?.opens ?? []).map((name) => [name, situation.matter.facts[name]]));
    return computation?.work(situation, input.whole, found, opened) ?? {};
  }
}

function noConversion(): never {
  throw new Error('this walk knows no other datum than that of the register');
}

/** The n-th id, in the form the store uses. */
export function idOf(n: number): string {
  return `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** The holder of a post with these roles, for tests. */
export function postOf(personId: string, unitId: string, roles: readonly string[], fields: readonly string[] = []): Extract<Actor, { kind: 'post' }> {
  return { kind: 'post', personId, postId: `post-${personId}`, postName: personId, unitId, unitIds: [unitId], roles, fields };
}
