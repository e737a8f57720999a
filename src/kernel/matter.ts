import { findDueDay, type Clock } from './clock.ts';
import type { Day, Instant, WorkCalendar } from './calendar.ts';
import type { Ties } from './actor.ts';
import type { Evidence, Facts, Values } from './fact.ts';

/** 待办: what a unit or a person owes on a matter, with its own clock. */
export interface Duty {
  readonly id: string;
  readonly kind: string;
  readonly unit: string;
  readonly person?: string;
  readonly clock: Clock;
  readonly state: 'open' | 'done' | 'withdrawn';
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
}

/** 关联: a typed tie to another matter. */
export interface Link {
  readonly type: string;
  readonly mechanism: string;
  readonly id: string;
}

/** One record of a mechanism: what folding its events gives. */
export interface Matter<F extends Facts = Facts> {
  readonly district: string;
  readonly id: string;
  readonly mechanism: string;
  readonly stage: string;
  /** The official number, once given. */
  readonly number?: string;
  /** The year it was filed in (China's). */
  readonly year: number;
  /** Also the number of its last event. */
  readonly version: number;
  readonly facts: Values<F>;
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly duties: readonly Duty[];
  readonly links: readonly Link[];
  /** Who last did each action, by person: for moves that two different people must make. */
  readonly doers: Readonly<Record<string, string>>;
  /** When set, only these persons see it. */
  readonly confinedTo?: readonly string[];
  readonly filedAt: Instant;
  readonly changedAt: Instant;
  /** Part of the sample district, never counted for a real one. */
  readonly isSample: boolean;
}

/** What a change adds to a matter besides its facts. Everything is stated in full, so that folding needs no rules. */
export interface Changes {
  readonly clocks?: Readonly<Record<string, Clock>>;
  readonly duties?: readonly Duty[];
  readonly link?: readonly Link[];
  readonly unlink?: readonly Link[];
  readonly confinedTo?: readonly string[] | null;
  readonly number?: string;
}

/** 留痕: one thing done to a matter. */
export interface Event {
  readonly district: string;
  readonly matter: string;
  readonly mechanism: string;
  /** 1 for the filing, then one more each. */
  readonly seq: number;
  readonly action: string;
  readonly at: Instant;
  readonly by: { readonly kind: string; readonly name: string; readonly person?: string; readonly post?: string; readonly unit?: string };
  readonly from?: string;
  readonly stage: string;
  /** Facts changed; null where one was cleared. */
  readonly set: Readonly<Record<string, unknown>>;
  /** What was asked for by the action alone and is kept here only. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  readonly evidence: readonly Evidence[];
  readonly changes: Changes;
  /** The event of another matter that this one follows from. */
  readonly cause?: { readonly matter: string; readonly seq: number };
  readonly isSample: boolean;
}

/** The matter after an event. Folding this over all its events gives the row. */
export function apply(matter: Matter | undefined, event: Event): Matter {
  const facts: Record<string, unknown> = { ...matter?.facts };
  for (const [name, value] of Object.entries(event.set)) {
    if (value === null) delete facts[name];
    else facts[name] = value;
  }
  const { changes } = event;
  const confinedTo = changes.confinedTo === undefined ? matter?.confinedTo : (changes.confinedTo ?? undefined);
  const number = changes.number ?? matter?.number;
  return {
    district: event.district,
    id: event.matter,
    mechanism: event.mechanism,
    stage: event.stage,
    ...(number === undefined ? {} : { number }),
    year: matter?.year ?? Number(new Date(Date.parse(event.at) + 8 * 3_600_000).getUTCFullYear()),
    version: event.seq,
    facts,
    clocks: { ...matter?.clocks, ...changes.clocks },
    duties: mergeDuties(matter?.duties ?? [], changes.duties ?? []),
    links: mergeLinks(matter?.links ?? [], changes.link ?? [], changes.unlink ?? []),
    doers: event.by.person ? { ...matter?.doers, [event.action]: event.by.person } : (matter?.doers ?? {}),
    ...(confinedTo === undefined ? {} : { confinedTo }),
    filedAt: matter?.filedAt ?? event.at,
    changedAt: event.at,
    isSample: event.isSample,
  };
}

/** Whether two links are the same tie. */
export function isSameLink(one: Link, other: Link): boolean {
  return one.type === other.type && one.mechanism === other.mechanism && one.id === other.id;
}

/** The first day on which a running clock or an open duty of the matter runs out. */
export function findMatterDueDay(calendar: WorkCalendar, matter: Pick<Matter, 'clocks' | 'duties'>): Day | undefined {
  const running = Object.values(matter.clocks).filter((clock) => clock.stoppedOn === undefined);
  const owed = matter.duties.filter((duty) => duty.state === 'open').map((duty) => duty.clock);
  return [...running, ...owed]
    .map((clock) => findDueDay(calendar, clock))
    .filter((day) => day !== undefined)
    .toSorted()[0];
}

/** What grants and sights look at, from a matter and the names of its lead and co-unit facts. */
export function tiesOf(matter: Matter, leadFact: string | undefined, coFact: string | undefined): Ties {
  const lead = leadFact === undefined ? undefined : matter.facts[leadFact];
  const co = coFact === undefined ? undefined : matter.facts[coFact];
  return {
    id: matter.id,
    leadUnit: typeof lead === 'string' ? lead : undefined,
    coUnits: Array.isArray(co) ? co.filter((id): id is string => typeof id === 'string') : [],
    duties: matter.duties,
    confinedTo: matter.confinedTo,
  };
}

function mergeDuties(held: readonly Duty[], changed: readonly Duty[]): readonly Duty[] {
  const known = new Set(held.map((duty) => duty.id));
  const replaced = held.map((duty) => changed.find((each) => each.id === duty.id) ?? duty);
  return [...replaced, ...changed.filter((duty) => !known.has(duty.id))];
}

function mergeLinks(held: readonly Link[], added: readonly Link[], removed: readonly Link[]): readonly Link[] {
  const kept = held.filter((link) => !removed.some((gone) => isSameLink(gone, link)));
  return added.reduce((links, link) => (links.some((each) => isSameLink(each, link)) ? links : [...links, link]), kept);
}
