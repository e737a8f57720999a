import { isGranted, mayReadOf, rolesOf, type Actor, type Viewed } from '#kernel/actor.ts';
import { dayOf, type Day } from '#kernel/calendar.ts';
import { findDueDay, lightOf, readClock, type Clock } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { gatesOf, getAction, offersOf, type Offer, type Piece } from '#kernel/decide.ts';
import type { Facts } from '#kernel/fact.ts';
import { findMatterDueDay, type Duty, type Event, type Matter } from '#kernel/matter.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { refuse } from '#kernel/refusal.ts';
import { findBreak, type SealedEvent } from '#kernel/trace.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { roleName } from '#mechanisms/roles.ts';
import type * as publicShape from '#contract/public-shapes.ts';
import type * as shape from '#contract/shapes.ts';
import type { Tx } from '#store/database.ts';
import { eventsOf } from '#store/events.ts';
import { linksTo } from '#store/links.ts';
import { findMatters } from '#store/matters.ts';
import { noticesToAuthor } from '#store/notices.ts';
import { isWatched } from '#store/watches.ts';
import { doingsOf, provenanceOf } from './doings.ts';
import type { Platform } from './platform.ts';
import { boundsOf, lightOfMatter } from './bounds.ts';
import { namedByFacts } from './foresight.ts';
import { printedIn } from './printed.ts';
import { isVisible, viewedOf, worldOf } from './world.ts';

/** A matter as its page shows it to this reader: the facts he may read, his open actions, the obstacles of the others. */
export async function presentPage(platform: Platform, tx: Tx, matter: Matter, actor: Actor): Promise<shape.MatterPage> {
  const mechanism = platform.getMechanism(matter.mechanism);
  if (!isVisible(mechanism.record, matter, actor)) throw refuse('absent');
  const events = await eventsOf(tx, platform.district, matter.id);
  const { back, byId, world } = await around(platform, tx, mechanism, matter, actor);
  const links = [
    ...matter.links.map((link) => ({ ...link, direction: 'out' as const })),
    ...back.map((link) => ({ type: link.type, mechanism: link.mechanism, id: link.from, direction: 'in' as const })),
  ].flatMap(({ type, direction, id }) => {
    const other = byId.get(id);
    if (!other || !isVisible(platform.getMechanism(other.mechanism).record, other, actor)) return [];
    return [{ type, direction, ...labelOf(platform, other), stage: other.stage }];
  });
  const viewed = viewedOf(mechanism.record, matter, dayOf(platform.now()));
  const facts = readableFacts(mechanism, matter, actor, viewed.today);
  const reached: Record<string, string> = {};
  for (const event of events) reached[event.stage] ??= event.at;
  return {
    ...rowOf(platform, matter),
    version: matter.version,
    facts,
    sealed: Object.entries(mechanism.record.facts).flatMap(([name, fact]) => (fact.sealed && matter.facts[name] !== undefined && mayReadOf(fact, actor, viewed) ? [name] : [])),
    // What nobody may read is the platform's own: there is nothing to tell of it.
    hidden: Object.entries(mechanism.record.facts).flatMap(([name, fact]) => (matter.facts[name] !== undefined && fact.seenBy?.length !== 0 && !mayReadOf(fact, actor, viewed) ? [name] : [])),
    clocks: clockViews(platform, matter),
    duties: matter.duties.filter((duty) => duty.state !== 'withdrawn').map((duty) => ({ ...dutyView(platform, duty), did: doingsOf(events, duty) })),
    links,
    files: provenanceOf(mechanism, events, actor, viewed, await platform.directory()),
    watched: actor.kind === 'post' && (await isWatched(tx, platform.district, actor.personId, matter.id)),
    offers: offersOf(mechanism, matter, world).map((offer) => offerView(platform, mechanism, offer)),
    gates: gatesOf(mechanism, matter, world).map(({ action, needs }) => ({ action, needs: needs.map((piece) => pieceOf(platform, mechanism, piece)) })),
    documents: await documentsOf(platform, matter),
    printed: await printedIn(platform, tx, matter),
    reached,
    names: await namesIn(platform, tx, actor, mechanism.record.facts, [facts], matter.duties.map((duty) => duty.unit)),
  };
}

/** What the page of a matter offers to an actor: the actions of its stage, open or with what stands before them. */
export async function offersTo(platform: Platform, tx: Tx, matter: Matter, actor: Actor): Promise<readonly Offer[]> {
  const mechanism = platform.getMechanism(matter.mechanism);
  return offersOf(mechanism, matter, (await around(platform, tx, mechanism, matter, actor)).world);
}

/** The world of a matter's page: the matters it links, those that link to it, and those that its facts name. */
async function around(platform: Platform, tx: Tx, { record }: AnyMechanism, matter: Matter, actor: Actor) {
  const back = await linksTo(tx, platform.district, matter.id);
  const linked = await findMatters(tx, platform.district, [...new Set([...matter.links.map((link) => link.id), ...back.map((link) => link.from)])]);
  const byId = new Map(linked.map((each) => [each.id, each]));
  return { back, byId, world: await worldOf(platform, actor, platform.now(), new Map([...byId, ...(await namedByFacts(tx, platform.district, record, [matter]))])) };
}

/** The open-data package of one matter, among its documents. */
export const openDataKey = 'openData';

/** The documents a mechanism draws from a matter as it stands now. */
export async function documentsOf(platform: Platform, matter: Matter): Promise<shape.MatterPage['documents']> {
  const { documents = {} } = (await platform.serving(matter.mechanism)) ?? {};
  const today = dayOf(platform.now());
  const { openData } = platform.getMechanism(matter.mechanism).record;
  return [
    ...Object.entries(documents).flatMap(([key, { name, when }]) => (when === undefined || holds(when, matter, today) ? [{ key, name }] : [])),
    ...(openData ? [{ key: openDataKey, name: openData }] : []),
  ];
}

/** A matter as a row of its register, with the facts of the columns asked for. */
export function presentRow(platform: Platform, matter: Matter, actor: Actor, columns?: readonly string[]): shape.MatterRow {
  const mechanism = platform.getMechanism(matter.mechanism);
  const list = columns ?? mechanism.record.list;
  return {
    ...rowOf(platform, matter),
    title: String(matter.facts[mechanism.record.title] ?? ''),
    facts: readableFacts(mechanism, matter, actor, dayOf(platform.now()), list),
  };
}

/** The trace with before and after, as far as this reader may read the facts, and whether the chain is whole. */
export async function presentTrace(platform: Platform, tx: Tx, matter: Matter, actor: Actor): Promise<shape.Trace> {
  const mechanism = platform.getMechanism(matter.mechanism);
  const events = await eventsOf(tx, platform.district, matter.id);
  const directory = await platform.directory();
  // What is veiled today is veiled in every line of its past.
  const viewed = viewedOf(mechanism.record, matter, dayOf(platform.now()));
  const facts: Record<string, unknown> = {};
  const causes = await findMatters(tx, platform.district, [...new Set(events.flatMap((event) => (event.cause ? [event.cause.matter] : [])))]);
  const entries = events.map((event): shape.TraceEntry => {
    const changes = Object.entries(event.set).flatMap(([name, after]) => {
      const before = facts[name];
      if (after === null) delete facts[name];
      else facts[name] = after;
      const fact = mechanism.record.facts[name];
      if (!fact || fact.sealed || !mayReadOf(fact, actor, viewed)) return [];
      return [{ fact: name, ...(before === undefined ? {} : { before }), ...(after === null ? {} : { after }) }];
    });
    const cause = causes.find((other) => other.id === event.cause?.matter);
    return {
      seq: event.seq,
      action: event.action,
      at: event.at,
      by: speakerOf(event, directory.units.get(event.by.unit ?? '')?.name),
      ...(event.from ? { from: event.from } : {}),
      stage: event.stage,
      changes,
      said: readableSaid(mechanism, event, actor, viewed),
      ...(event.reason ? { reason: event.reason } : {}),
      evidence: event.evidence.map((file) => ({ ...file })),
      ...(cause ? { cause: { mechanism: cause.mechanism, matter: labelFor(platform, cause, actor).isOpen ? cause.id : null } } : {}),
      hash: event.hash,
    };
  });
  return {
    entries,
    isWhole: findBreak(events, platform.digest) === undefined,
    names: await namesIn(platform, tx, actor, { ...mechanism.record.facts, ...saidFacts(mechanism) }, entries.flatMap((entry) => [
      ...entry.changes.flatMap((change) => [{ [change.fact]: change.before }, { [change.fact]: change.after }]),
      Object.fromEntries(Object.entries(entry.said).map(([name, value]) => [`${entry.action}.${name}`, value])),
    ]), []),
  };
}

/** What actions ask for beyond the facts, by action and name: two may use one name for two things. */
function saidFacts({ actions }: AnyMechanism): Facts {
  return Object.fromEntries(Object.entries(actions).flatMap(([action, { extra = {} }]) => Object.entries(extra).map(([name, fact]) => [`${action}.${name}`, fact as Facts[string]])));
}

/** What anybody may read of a matter; nothing unless its public face says so. */
export function presentPublic(platform: Platform, matter: Matter): publicShape.PublicRow | undefined {
  const { record } = platform.getMechanism(matter.mechanism);
  const face = record.publicFace;
  if (!face || matter.confinedTo || !holds(face.when, matter, dayOf(platform.now()))) return undefined;
  return {
    id: matter.id,
    mechanism: matter.mechanism,
    number: matter.number ?? null,
    stage: matter.stage,
    facts: pick(matter.facts, face.facts.filter((name) => !record.facts[name]?.sealed)),
    changedAt: matter.changedAt,
  };
}

/** A matter as its author follows it by code, with everything he was told. */
export async function presentFollowed(platform: Platform, tx: Tx, matter: Matter): Promise<publicShape.Followed> {
  const mechanism = platform.getMechanism(matter.mechanism);
  const { record } = mechanism;
  const actor: Actor = { kind: 'author', matterId: matter.id };
  const facts = pick(matter.facts, (record.authorFacts ?? []).filter((name) => !record.facts[name]?.sealed));
  const offers = offersOf(mechanism, matter, await worldOf(platform, actor, platform.now(), await namedByFacts(tx, platform.district, record, [matter])));
  return {
    mechanism: matter.mechanism,
    number: matter.number ?? null,
    stage: matter.stage,
    version: matter.version,
    filedAt: matter.filedAt,
    facts,
    told: (await noticesToAuthor(tx, platform.district, matter.id)).map(({ at, text }) => ({ at, text })),
    // The author is shown what is his to do, not what others do in the office.
    offers: offers.filter((offer) => isGranted(mechanism.actions[offer.action]?.by ?? [], actor, { id: matter.id, coUnits: [], duties: [] })).map(({ needs: _inside, ...offer }) => offer),
    names: await namesIn(platform, tx, actor, record.facts, [facts], []),
  };
}

/** What every clock of a matter says today. */
export function clockViews(platform: Platform, matter: Pick<Matter, 'clocks'>): shape.ClockReading[] {
  return Object.entries(matter.clocks).map(([key, clock]) => clockView(platform, key, clock));
}

/** A duty with what its clock says today. */
export function dutyView(platform: Platform, duty: Duty): shape.DutyView {
  const clock = clockView(platform, duty.kind, duty.clock);
  return {
    id: duty.id,
    kind: duty.kind,
    unit: duty.unit,
    state: duty.state,
    openedAt: duty.openedAt,
    ...(duty.closedAt ? { closedAt: duty.closedAt } : {}),
    clock,
    light: duty.state === 'open' ? lightOf(clock.dueOn, boundsOf(platform)) : 'grey',
  };
}

/** The names of every unit, person and matter that values of these facts refer to. Of a matter the reader may not see there is its number alone, of a confined one not even that. */
export async function namesIn(platform: Platform, tx: Tx, actor: Actor, facts: Facts, holders: readonly Readonly<Record<string, unknown>>[], unitIds: readonly string[]): Promise<shape.Names> {
  const directory = await platform.directory();
  const units = new Set(unitIds);
  const people = new Set<string>();
  const matters = new Set<string>();
  const collect = (within: Facts, values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values)) {
      const fact = within[name];
      if (!fact || value === undefined || value === null) continue;
      if (fact.kind === 'rows' && fact.columns) for (const row of value as Record<string, unknown>[]) collect(fact.columns, row);
      const set = { unit: units, units, person: people, matter: matters, matters }[fact.kind as 'unit' | 'units' | 'person' | 'matter' | 'matters'];
      if (set) for (const id of [value].flat()) set.add(String(id));
    }
  };
  for (const holder of holders) collect(facts, holder);
  const named = matters.size > 0 ? await findMatters(tx, platform.district, [...matters]) : [];
  return {
    units: Object.fromEntries([...units].map((id) => [id, directory.units.get(id)?.name ?? id])),
    people: Object.fromEntries([...people].map((id) => [id, directory.people.get(id)?.name ?? id])),
    matters: Object.fromEntries(named.map((each) => [each.id, labelFor(platform, each, actor)])),
  };
}

/** The facts of a matter this reader may read, all or those asked for; sealed ones are read elsewhere, one by one. */
export function readableFacts({ record }: AnyMechanism, matter: Matter, actor: Actor, today: Day, names: readonly string[] = Object.keys(record.facts)): Record<string, unknown> {
  const viewed = viewedOf(record, matter, today);
  return Object.fromEntries(
    names.flatMap((name) => {
      const [fact, value] = [record.facts[name], matter.facts[name]];
      return fact === undefined || value === undefined || fact.sealed || !mayReadOf(fact, actor, viewed) ? [] : [[name, value]];
    }),
  );
}

function offerView(platform: Platform, mechanism: AnyMechanism, { needs, ...offer }: Offer): shape.Offer {
  return { ...offer, ...(needs ? { needs: needs.map((piece) => pieceOf(platform, mechanism, piece)) } : {}) };
}

/** A piece of a gate with who can give it: the action that brings it, and the roles that hold that action. */
function pieceOf(platform: Platform, mechanism: AnyMechanism, { name, met, from }: Piece): shape.GatePiece {
  const [action = '', key = mechanism.record.key] = from.split('.').toReversed();
  const brought = getAction(platform.getMechanism(key), action);
  // What the platform does by itself follows from what a person does elsewhere: that is whom to ask.
  const giver = brought.hidden ? (mechanisms.flatMap(({ record, actions }) => Object.values(actions).filter(({ hidden, follows }) => !hidden && follows?.includes(`${key}.${action}`) && record.key !== key))[0] ?? brought) : brought;
  const holders = new Set(giver.by.flatMap((grant) => (typeof grant === 'string' ? [] : [grant.role])));
  return { name, met, mechanism: key, action, actionName: giver.name, by: [...holders].map(roleName) };
}

function clockView(platform: Platform, key: string, clock: Clock): shape.ClockReading {
  const reading = readClock(platform.calendar(), clock, dayOf(platform.now()));
  const extended = clock.extensions.reduce((total, extension) => total + extension.n, 0);
  const unrolled = clock.legal ? findDueDay(platform.calendar(), { ...clock, legal: false }) : undefined;
  const isRolled = unrolled !== undefined && 'dueOn' in reading && unrolled !== reading.dueOn;
  return { key, unit: clock.budget.unit, ...reading, ...(extended ? { extendedBy: extended } : {}), ...(isRolled ? { rolledFrom: unrolled } : {}), ...(clock.pauses.length > 0 ? { pauses: clock.pauses.map((pause) => ({ ...pause })) } : {}) };
}

function rowOf(platform: Platform, matter: Matter) {
  const dueOn = findMatterDueDay(platform.calendar(), matter);
  return {
    id: matter.id,
    mechanism: matter.mechanism,
    number: matter.number ?? null,
    stage: matter.stage,
    version: matter.version,
    light: lightOfMatter(platform, matter, dueOn),
    dueOn: dueOn ?? null,
    filedAt: matter.filedAt,
    changedAt: matter.changedAt,
    isSample: matter.isSample,
  };
}

function labelOf(platform: Platform, matter: Matter) {
  const { record } = platform.getMechanism(matter.mechanism);
  return { mechanism: matter.mechanism, id: matter.id, title: String(matter.facts[record.title] ?? ''), number: matter.number ?? null };
}

/** What a matter is called to this reader, and whether he may open it. */
export function labelFor(platform: Platform, matter: Matter, actor: Actor) {
  const label = labelOf(platform, matter);
  if (isVisible(platform.getMechanism(matter.mechanism).record, matter, actor)) return { ...label, isOpen: true };
  // Whoever has no post knows of a matter what anybody may read of it.
  if (actor.kind !== 'post' && presentPublic(platform, matter)?.facts[platform.getMechanism(matter.mechanism).record.title] !== undefined) return { ...label, isOpen: true };
  return { ...label, title: '', number: matter.confinedTo ? null : label.number, isOpen: false };
}

function speakerOf(event: SealedEvent, unitName: string | undefined): shape.TraceEntry['by'] {
  return { kind: event.by.kind, name: event.by.name, ...(unitName ? { unitName } : {}) };
}

function readableSaid(mechanism: AnyMechanism, event: Event, actor: Actor, viewed: Viewed): Record<string, unknown> {
  const extra = mechanism.actions[event.action]?.extra ?? {};
  return Object.fromEntries(Object.entries(event.said).filter(([name]) => extra[name] && mayReadOf(extra[name], actor, viewed) && !extra[name].sealed));
}

function pick(facts: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
}

/** Whether the reader holds one of the roles. */
export function hasRole(actor: Actor, role: string): boolean {
  return rolesOf(actor).includes(role);
}
