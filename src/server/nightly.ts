import { dayOf, type Instant } from '#kernel/calendar.ts';
import { getAction, obstacleTo } from '#kernel/decide.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { eachMatter } from '#store/lists.ts';
import type { Command } from './act.ts';
import { actMany } from './act-many.ts';
import { boundsOf } from './bounds.ts';
import { referredAmong } from './foresight.ts';
import type { Platform } from './platform.ts';
import { worldOf } from './world.ts';

/** Matters whose surroundings are read together. */
const lookedAtOnce = 500;

const actor = { kind: 'system', job: 'nightly' } as const;

/**
 * Does what mechanisms ask for every night, as the platform itself: supplements that never came lapse, silence is taken as consent,
 * contact data whose time is over are erased (reform.md §9.3, 9.4). A refusal means not yet; the next night asks again.
 */
export async function doNightly(platform: Platform, now: Instant): Promise<{ readonly done: number; readonly refused: number }> {
  const count = { done: 0, refused: 0 };
  for (const mechanism of mechanisms) {
    const { nightly = [] } = (await platform.serving(mechanism.record.key)) ?? {};
    for (const { action, where } of nightly) {
      const { due, notYet } = await dueFor(platform, mechanism, action, where(dayOf(now)), now);
      const refusals = await actMany(platform, due);
      count.done += due.length - refusals.size;
      count.refused += notYet + refusals.size;
    }
  }
  return count;
}

/** The matters for which it is time; of the others most are told at a look, before anything is locked. */
async function dueFor(platform: Platform, mechanism: AnyMechanism, action: string, where: Parameters<typeof eachMatter>[1]['where'], now: Instant): Promise<{ readonly due: readonly Command[]; readonly notYet: number }> {
  const { district } = platform;
  const question = { district, mechanism, where, sights: { kind: 'whole' as const }, bounds: boundsOf(platform), order: 'filedAt', isSample: platform.isDemonstration };
  const due: Command[] = [];
  let notYet = 0;
  await platform.store.inDistrict(district, async (tx) => {
    const declared = getAction(mechanism, action);
    let page: Matter[] = [];
    const look = async () => {
      const referred = await referredAmong(tx, district, mechanism, declared, page);
      for (const matter of page) {
        const world = await worldOf(platform, actor, now, referred(matter));
        if (obstacleTo(mechanism, action, matter, world)) notYet += 1;
        else due.push({ actor, mechanism: mechanism.record.key, id: matter.id, action, input: {}, version: matter.version, now });
      }
      page = [];
    };
    for await (const matter of eachMatter(tx, question)) if (page.push(matter) >= lookedAtOnce) await look();
    await look();
  });
  return { due, notYet };
}
