import type { Actor } from '#kernel/actor.ts';
import { offersOf } from '#kernel/decide.ts';
import type { Matter } from '#kernel/matter.ts';
import { refuse } from '#kernel/refusal.ts';
import type * as register from '#contract/register-shapes.ts';
import { findMatters } from '#store/matters.ts';
import type { Command } from './act.ts';
import { actMany } from './act-many.ts';
import { namedByFacts } from './foresight.ts';
import { askForBulk } from './jobs.ts';
import type { Platform } from './platform.ts';
import { isVisible, worldOf } from './world.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

/** Which actions are open for how many of these matters. One that is open for none of them is not offered. */
export async function jointOffers(platform: Platform, actor: PostActor, key: string, ids: readonly string[]): Promise<register.JointOffer[]> {
  const mechanism = platform.getMechanism(key);
  const matters = [...(await seen(platform, actor, key, ids)).values()];
  const named = await platform.store.reading(platform.district, (tx) => namedByFacts(tx, platform.district, mechanism.record, matters));
  const world = await worldOf(platform, actor, platform.now(), named);
  const offers = new Map<string, { open: number; obstacles: Map<string, register.JointOffer['obstacles'][number]> }>();
  for (const matter of matters) {
    for (const { action, open, obstacle } of offersOf(mechanism, matter, world)) {
      const held = offers.get(action) ?? { open: 0, obstacles: new Map() };
      if (open) held.open += 1;
      else if (obstacle) held.obstacles.set(obstacle.zh, { words: obstacle, count: (held.obstacles.get(obstacle.zh)?.count ?? 0) + 1 });
      offers.set(action, held);
    }
  }
  // In the order of the declaration, which is that of the work.
  return Object.keys(mechanism.actions).flatMap((action) => {
    const offer = offers.get(action);
    // What takes its time is begun one by one, where its page watches.
    return offer && offer.open > 0 && !mechanism.actions[action]?.takesTime ? [{ action, open: offer.open, obstacles: [...offer.obstacles.values()] }] : [];
  });
}

/** Does one action on many matters, each by itself: what one is refused for holds up none of the others, and sent again under the same key nothing is done twice. */
export async function actTogether(
  platform: Platform, actor: PostActor,
  { mechanism: key, action, rows, input, idempotency }: { readonly mechanism: string; readonly action: string; readonly rows: readonly { readonly id: string; readonly version?: number | undefined }[]; readonly input: unknown; readonly idempotency: Command['idempotency'] },
): Promise<register.JointResult> {
  const { record, actions } = platform.getMechanism(key);
  if (Object.hasOwn(actions, action) && actions[action]?.takesTime) throw refuse('unknownAction');
  const matters = await seen(platform, actor, key, rows.map(({ id }) => id));
  const commands = rows.map(({ id, version }): Command => {
    const same = idempotency && { key: platform.digest(`${idempotency.key}/${id}`), requestHash: platform.digest(`${idempotency.requestHash}/${id}`) };
    return { actor, mechanism: key, action, id, input, ...(version === undefined ? {} : { version }), ...(same ? { idempotency: same } : {}) };
  });
  // Anything but a refusal is a defect or an outage: the request fails, and can be sent again.
  const refusals = await actMany(platform, commands);
  for (const [at, { id }] of rows.entries()) if (!refusals.has(at)) await askForBulk(platform, key, action, id);
  return {
    rows: rows.map(({ id }, at) => {
      const [matter, refusal] = [matters.get(id), refusals.get(at)];
      const row = { id, number: matter?.number ?? null, title: matter ? String(matter.facts[record.title] ?? '') : '' };
      return refusal ? { ...row, done: false, words: refusal.words, code: refusal.code, ...(refusal.fields ? { fields: { ...refusal.fields } } : {}) } : { ...row, done: true };
    }),
  };
}

async function seen(platform: Platform, actor: PostActor, key: string, ids: readonly string[]): Promise<ReadonlyMap<string, Matter>> {
  const { record } = platform.getMechanism(key);
  const found = await platform.store.reading(platform.district, (tx) => findMatters(tx, platform.district, ids));
  return new Map(found.filter((matter) => matter.mechanism === record.key && isVisible(record, matter, actor)).map((matter) => [matter.id, matter]));
}
