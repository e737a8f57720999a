import { isHeld } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { refuse } from '#kernel/refusal.ts';
import type * as administrationShape from '#contract/administration-shapes.ts';
import { administeredOf } from '#store/administration-log.ts';
import type { Tx } from '#store/database.ts';
import type { UnitRow } from '#store/people.ts';
import { unitSounds } from './directory.ts';
import type { Platform } from './platform.ts';

const mostNames = 50;

/** A unit as pages show it. */
export function unitView(unit: UnitRow): administrationShape.Unit {
  return { id: unit.id, name: unit.name, shortName: unit.shortName, sounds: unitSounds(unit), kind: unit.kind, groups: [...unit.groups], validFrom: unit.validFrom, validTo: unit.validTo };
}

/** A unit with what it was called before, where it went and what went into it, and who holds its posts today. */
export async function describeUnit(platform: Platform, tx: Tx, id: string): Promise<administrationShape.UnitPage> {
  const directory = await platform.directory();
  const unit = directory.units.get(id);
  if (!unit) throw refuse('absent');
  const today = dayOf(platform.now());
  const renamed = await administeredOf(tx, platform.district, { what: 'unit.rename', subject: id, limit: mostNames });
  const into = unit.mergedInto ? directory.units.get(unit.mergedInto) : undefined;
  return {
    unit: unitView(unit),
    formerNames: formerNames(renamed),
    mergedInto: into ? { id: into.id, name: into.name } : null,
    merged: [...directory.units.values()].filter((each) => each.mergedInto === id).map((each) => ({ id: each.id, name: each.name, until: each.validTo })),
    posts: [...directory.posts.values()].filter((post) => post.unitId === id && isHeld(post, today)).map((post) => ({
      id: post.id, name: post.name, unitId: id, unitName: unit.name, roles: [...post.roles], personName: directory.people.get(post.personId)?.name ?? post.name,
    })),
  };
}

/** Every unit as administration lists it, those of the past too. */
export async function listUnits(platform: Platform, tx: Tx): Promise<administrationShape.UnitRow[]> {
  const renamed = await administeredOf(tx, platform.district, { what: 'unit.rename', limit: 1_000 });
  return [...(await platform.directory()).units.values()].map((unit) => ({ ...unitView(unit), mergedInto: unit.mergedInto ?? null, formerNames: formerNames(renamed.filter(({ subject }) => subject === unit.id)) }));
}

/** One unit as administration lists it. */
export async function unitRow(platform: Platform, tx: Tx, unit: UnitRow): Promise<administrationShape.UnitRow> {
  return { ...unitView(unit), mergedInto: unit.mergedInto ?? null, formerNames: formerNames(await administeredOf(tx, platform.district, { what: 'unit.rename', subject: unit.id, limit: mostNames })) };
}

function formerNames(renamed: readonly { readonly before: unknown; readonly at: string }[]): { name: string; until: string }[] {
  return renamed.map(({ before, at }) => ({ name: (before as { readonly name: string }).name, until: dayOf(at) }));
}
