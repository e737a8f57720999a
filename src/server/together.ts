import type { Actor } from '#kernel/actor.ts';
import { offersOf } from '#kernel/decide.ts';
import type { Matter } from '#kernel/matter.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import type * as register from '#contract/register-shapes.ts';
import { findMatters } from '#store/matters.ts';
import { act, type Command } from './act.ts';
import { askForBulk } from './jobs.ts';
import type { Platform } from './platform.ts';
import { isVisible, worldOf } from './world.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

/** Which actions are open for how many of these matters. One that is open for none of them is not offered. */
export async function jointOffers(platform: Platform, actor: PostActor, key: string, ids: readonly string[]): Promise<register.JointOffer[]> {
  const mechanism = platform.getMechanism(key);
  const matters = (await seen(platform, actor, key, ids)).values();
  const world = await worldOf(platform, actor, platform.now());
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
  const results: register.JointResult['rows'] = [];
  for (const { id, version } of rows) {
    const matter = matters.get(id);
    const row = { id, number: matter?.number ?? null, title: matter ? String(matter.facts[record.title] ?? '') : '' };
    try {
      const same = idempotency && { key: platform.digest(`${idempotency.key}/${id}`), requestHash: platform.digest(`${idempotency.requestHash}/${id}`) };
      await act(platform, { actor, mechanism: key, action, id, input, ...(version === undefined ? {} : { version }), ...(same ? { idempotency: same } : {}) });
      await askForBulk(platform, key, action, id);
      results.push({ ...row, done: true });
    } catch (failure) {
      // Anything else is a defect or an outage: the request fails, and can be sent again.
      if (!(failure instanceof Refusal)) throw failure;
      results.push({ ...row, done: false, words: failure.words, code: failure.code, ...(failure.fields ? { fields: { ...failure.fields } } : {}) });
    }
  }
  return { rows: results };
}

async function seen(platform: Platform, actor: PostActor, key: string, ids: readonly string[]): Promise<ReadonlyMap<string, Matter>> {
  const { record } = platform.getMechanism(key);
  const found = await platform.store.reading(platform.district, (tx) => findMatters(tx, platform.district, ids));
  return new Map(found.filter((matter) => matter.mechanism === record.key && isVisible(record, matter, actor)).map((matter) => [matter.id, matter]));
}
