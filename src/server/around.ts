import type { Around } from '#contract/beside-shapes.ts';
import { mayRead, type Actor } from '#kernel/actor.ts';
import type { Fact } from '#kernel/fact.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { Tx } from '#store/database.ts';
import { listRegister } from './listing.ts';
import type { Platform } from './platform.ts';
import { sightsOf } from './world.ts';

/** So many of each register are told; the others are in the register, behind a filter. */
const told = 5;

/** The matters of other registers that name this one, as far as the reader may see: who occupies a parcel, how an enterprise was classed. The latest first. */
export async function aroundOf(platform: Platform, tx: Tx, matter: Matter, actor: Actor): Promise<Around> {
  const groups = [];
  for (const [{ record: { key } }, fact] of referring(matter.mechanism, actor)) {
    const list = await listRegister(platform, tx, actor, key, { [`f.${fact}`]: matter.id, order: '-filedAt', size: told });
    if (list.total > 0) groups.push({ mechanism: key, fact, ...list });
  }
  return { groups };
}

/** Facts that name a matter of this mechanism and are looked up by an index, in registers of which the reader sees anything. */
function referring(key: string, actor: Actor): readonly (readonly [AnyMechanism, string])[] {
  const names = (fact: Fact) => fact.kind === 'matter' && fact.mechanism === key && fact.indexed && !fact.sealed && !fact.veiled && mayRead(fact, actor);
  return mechanisms.flatMap((mechanism) => (sightsOf(mechanism.record, actor).kind === 'none' ? [] : Object.entries(mechanism.record.facts).flatMap(([name, fact]) => (names(fact) ? [[mechanism, name] as const] : []))));
}
