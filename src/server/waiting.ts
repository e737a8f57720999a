import type { Actor } from '#kernel/actor.ts';
import { offersOf } from '#kernel/decide.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type * as shape from '#contract/shapes.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { Tx } from '#store/database.ts';
import { listMatters } from '#store/matters.ts';
import type { Platform } from './platform.ts';
import { boundsOf } from './bounds.ts';
import { clockViews, presentRow } from './present.ts';
import { sightsOf, worldOf } from './world.ts';

/** How many matters of a mechanism are looked at; the rest stand in its register. */
const lookedAt = 100;

/**
 * What waits for somebody in one of my roles: matters in a stage whose ordinary next step is granted to the role itself, with the step
 * really open. Duties are what a unit owes; this is what an office owes that no duty names.
 */
export async function listWaiting(platform: Platform, tx: Tx, actor: Extract<Actor, { kind: 'post' }>): Promise<{ total: number; rows: shape.WaitingRow[] }> {
  const rows: shape.WaitingRow[] = [];
  const world = await worldOf(platform, actor, platform.now());
  for (const mechanism of mechanisms) {
    const steps = nextSteps(mechanism, actor);
    const stages = [...new Set(steps.flatMap(({ from }) => from))];
    if (stages.length === 0) continue;
    const { rows: matters } = await listMatters(tx, {
      district: platform.district, mechanism, where: { stage: stages }, sights: sightsOf(mechanism.record, actor), bounds: boundsOf(platform),
      order: 'dueOn', page: 1, size: lookedAt, isSample: platform.isDemonstration,
    });
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

function nextSteps(mechanism: AnyMechanism, actor: Extract<Actor, { kind: 'post' }>) {
  return Object.entries(mechanism.actions).flatMap(([name, action]) => {
    if (action.from === 'new' || action.hidden || action.tone !== 'primary') return [];
    const isMine = action.by.some((grant) => typeof grant === 'object' && grant.tie === undefined && actor.roles.includes(grant.role));
    // A step that leads back to where the matter stands repeats something; it does not move it on.
    // Nor does what has ended wait for anybody, though more may still be added to it.
    return isMine ? [{ name, from: action.from.filter((stage) => stage !== action.to && mechanism.record.stages[stage]?.place !== 'end') }] : [];
  });
}
