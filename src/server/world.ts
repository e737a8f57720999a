import { maySee, personParty, type Actor, type Viewed } from '#kernel/actor.ts';
import { dayOf, type Day, type Instant } from '#kernel/calendar.ts';
import type { World } from '#kernel/decide.ts';
import { tiesOf, type Matter } from '#kernel/matter.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import type { Sights } from '#store/sights.ts';
import { findUnitView } from './directory.ts';
import type { Platform } from './platform.ts';

/** The world a rule looks at: who acts, what day it is, the units of that day, the matters referred to. */
export async function worldOf(platform: Platform, actor: Actor, now: Instant, others: ReadonlyMap<string, Matter> = new Map()): Promise<World> {
  const directory = await platform.directory();
  const today = dayOf(now);
  return {
    actor,
    now,
    today,
    calendar: platform.calendar(),
    findUnit: (id) => findUnitView(directory, id, today),
    findMatter: (id) => others.get(id),
    findSetting: directory.findSetting,
  };
}

/** Whether the actor may see the matter. */
export function isVisible(record: AnyRecord, matter: Matter, actor: Actor): boolean {
  return maySee(record.sees, actor, tiesOf(matter, record.lead, record.co), matter.facts);
}

/** A matter as its veiled facts look at it. */
export function viewedOf(record: AnyRecord, matter: Matter, today: Day): Viewed {
  return { stage: matter.stage, facts: matter.facts, ties: tiesOf(matter, record.lead, record.co), today };
}

/** The same question as a row filter for lists: everything, nothing, or the rows tied to the actor's units and fields. */
export function sightsOf(record: AnyRecord, actor: Actor): Sights {
  if (actor.kind === 'system') return { kind: 'whole' };
  if (actor.kind !== 'post') return { kind: 'none' };
  const sights = actor.roles.map((role) => record.sees[role]).filter((sight) => sight !== undefined);
  if (sights.length === 0) return { kind: 'none' };
  const fields = sights.filter((sight) => typeof sight === 'object');
  if (sights.includes('all') || (fields.length > 0 && actor.fields.length === 0)) return { kind: 'all', personId: actor.personId };
  return {
    kind: 'some',
    personId: actor.personId,
    unitIds: sights.includes('involved') ? [...actor.unitIds, personParty(actor.personId)] : [],
    fields: fields.map((sight) => ({ fact: sight.field, values: actor.fields })),
  };
}
