import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { offersOf, type Offer } from '#kernel/decide.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { verbatim } from '#kernel/words.ts';
import type * as deskShape from '#contract/desk-shapes.ts';
import type * as shape from '#contract/shapes.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { Tx } from '#store/database.ts';
import { dutiesOf } from '#store/duties.ts';
import { listMatters } from '#store/lists.ts';
import { findMatters } from '#store/matters.ts';
import { sentBy } from '#store/sent.ts';
import { watchedBy } from '#store/watches.ts';
import type { Platform } from './platform.ts';
import { boundsOf } from './bounds.ts';
import { namedByFacts } from './foresight.ts';
import { clockViews, dutyView, namesIn, presentRow } from './present.ts';
import { isVisible, sightsOf, worldOf } from './world.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

/** How many matters of a mechanism are looked at; the rest stand in its register. */
const lookedAt = 100;

/**
 * What waits for somebody in one of my roles: matters in a stage whose ordinary next step is granted to the role itself, with the step
 * really open. Duties are what a unit owes; this is what an office owes that no duty names.
 */
export async function listWaiting(platform: Platform, tx: Tx, actor: PostActor): Promise<{ total: number; rows: deskShape.WaitingRow[] }> {
  const rows: deskShape.WaitingRow[] = [];
  for (const mechanism of mechanisms) {
    const steps = nextSteps(mechanism, actor);
    const stages = [...new Set(steps.flatMap(({ from }) => from))];
    if (stages.length === 0) continue;
    const { rows: matters } = await listMatters(tx, {
      district: platform.district, mechanism, where: { stage: stages }, sights: sightsOf(mechanism.record, actor), bounds: boundsOf(platform),
      order: 'dueOn', page: 1, size: lookedAt, isSample: platform.isDemonstration,
    });
    const world = await worldOf(platform, actor, platform.now(), await namedByFacts(tx, platform.district, mechanism.record, matters));
    for (const matter of matters) {
      const open = new Set(offersOf(mechanism, matter, world).filter((offer) => offer.open).map((offer) => offer.action));
      const actions = steps.filter(({ name, from }) => open.has(name) && from.includes(matter.stage)).map(({ name }) => name);
      if (actions.length === 0) continue;
      const { id, number, title, stage, light, dueOn } = presentRow(platform, matter, actor);
      const clock = clockViews(platform, matter).find((each) => each.dueOn === dueOn && each.state !== 'stopped');
      rows.push({ id, mechanism: mechanism.record.key, number, title, stage, light, dueOn, ...(clock ? { clock } : {}), actions });
    }
  }
  rows.sort((a, b) => (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1);
  return { total: rows.length, rows: rows.slice(0, 50) };
}

/** More than a page of duties helps nobody, and what is done is looked back on less than what is owed. */
const mostListed = { open: 500, done: 100 };

/** What the units of a post owe, or have done, with what the post may do about each now. */
export async function listDuties(platform: Platform, tx: Tx, actor: PostActor, state: 'open' | 'done'): Promise<{ rows: deskShape.DutyRow[]; names: shape.Names; hasMore: boolean }> {
  const found = await dutiesOf(tx, platform.district, { unitIds: actor.unitIds, personId: actor.personId, state, isSample: platform.isDemonstration, limit: mostListed[state] + 1 });
  const shown = found.slice(0, mostListed[state]).filter(({ matter }) => isVisible(platform.getMechanism(matter.mechanism).record, matter, actor));
  const named = await Promise.all([...Map.groupBy(shown, ({ matter }) => matter.mechanism)].map(([key, of]) => namedByFacts(tx, platform.district, platform.getMechanism(key).record, of.map(({ matter }) => matter))));
  const world = await worldOf(platform, actor, platform.now(), new Map(named.flatMap((each) => [...each])));
  const rows = shown.map(({ duty, matter }): deskShape.DutyRow => {
    const mechanism = platform.getMechanism(matter.mechanism);
    return {
      duty: dutyView(platform, duty),
      matter: { id: matter.id, mechanism: matter.mechanism, title: String(matter.facts[mechanism.record.title] ?? ''), number: matter.number ?? null, stage: matter.stage },
      actions: state === 'open' ? openFor(mechanism, offersOf(mechanism, matter, world), duty.kind).map((action) => ({ action, name: mechanism.actions[action]?.name ?? verbatim(action) })) : [],
    };
  });
  return { rows, names: await namesIn(platform, tx, actor, {}, [], shown.map(({ duty }) => duty.unit)), hasMore: found.length > mostListed[state] };
}

/** The actions that are open, those granted by the very duty first, then the ordinary next step. */
function openFor(mechanism: AnyMechanism, offers: readonly Offer[], kind: string): string[] {
  const rank = (name: string) => {
    const action = mechanism.actions[name];
    if (action?.by.some((grant) => typeof grant === 'object' && typeof grant.tie === 'object' && grant.tie.duty === kind)) return action.tone === 'primary' ? 0 : 1;
    return action?.tone === 'primary' ? 2 : 3;
  };
  return offers.filter(({ open }) => open).map(({ action }) => action).toSorted((one, other) => rank(one) - rank(other));
}

/** What somebody sent or watches; `hasMore` when there is more of it than a list takes. */
interface SentList {
  readonly rows: deskShape.SentRow[];
  readonly names: shape.Names;
  readonly hasMore: boolean;
}

const mostSent = 100;

/** What somebody filed or handed to units, and where it stands: what is still owed on it, or the clock that runs out first. */
export async function listSent(platform: Platform, tx: Tx, actor: PostActor): Promise<SentList> {
  const kept = await sentBy(tx, platform.district, { person: actor.personId, isSample: platform.isDemonstration, limit: mostSent + 1 });
  const found = kept.slice(0, mostSent).filter(({ matter }) => isVisible(platform.getMechanism(matter.mechanism).record, matter, actor));
  return { ...(await presentSent(platform, tx, actor, found)), hasMore: kept.length > mostSent };
}

/** More than this is no longer an eye on things. */
const mostWatched = 200;

/** What somebody watches and may still see, with where it stands. */
export async function listWatched(platform: Platform, tx: Tx, actor: PostActor): Promise<SentList> {
  const kept = await watchedBy(tx, platform.district, actor.personId, mostWatched + 1);
  const matters = await findMatters(tx, platform.district, kept.slice(0, mostWatched));
  const seen = matters.filter((matter) => isVisible(platform.getMechanism(matter.mechanism).record, matter, actor));
  return { ...(await presentSent(platform, tx, actor, seen.map((matter) => ({ at: matter.changedAt, matter })))), hasMore: kept.length > mostWatched };
}

async function presentSent(platform: Platform, tx: Tx, actor: PostActor, found: readonly { readonly at: Instant; readonly matter: Matter }[]) {
  const rows = found.map(({ at, matter }): deskShape.SentRow => {
    const { id, mechanism, number, title, stage, light, dueOn } = presentRow(platform, matter, actor);
    const clock = clockViews(platform, matter).find((each) => each.state !== 'stopped');
    return { id, mechanism, number, title, stage, light, dueOn, sentAt: at, ...(clock ? { clock } : {}), owed: matter.duties.filter((duty) => duty.state === 'open').map((duty) => dutyView(platform, duty)) };
  });
  return { rows, names: await namesIn(platform, tx, actor, {}, [], rows.flatMap(({ owed }) => owed.map(({ unit }) => unit))) };
}

function nextSteps(mechanism: AnyMechanism, actor: PostActor) {
  return Object.entries(mechanism.actions).flatMap(([name, action]) => {
    if (action.from === 'new' || action.hidden || action.tone !== 'primary') return [];
    const isMine = action.by.some((grant) => typeof grant === 'object' && grant.tie === undefined && actor.roles.includes(grant.role));
    // A step that leads back to where the matter stands repeats something; it does not move it on.
    // Nor does what has ended wait for anybody, though more may still be added to it.
    return isMine ? [{ name, from: action.from.filter((stage) => stage !== action.to && mechanism.record.stages[stage]?.place !== 'end') }] : [];
  });
}
