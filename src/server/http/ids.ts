import type { Actor } from '#kernel/actor.ts';
import type { Matter } from '#kernel/matter.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Tx } from '#store/database.ts';
import { findMatter } from '#store/matters.ts';
import type { Platform } from '../platform.ts';
import { isVisible } from '../world.ts';

/** A guessed or mistyped id is simply not there. */
export function asId(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw refuse('absent');
  return text.toLowerCase();
}

/** A matter this reader may see; of another district, of another mechanism or not for him it looks absent. */
export async function getVisibleMatter(platform: Platform, tx: Tx, mechanism: string, id: string, actor: Actor): Promise<Matter> {
  const { record } = platform.getMechanism(mechanism);
  const matter = await findMatter(tx, platform.district, asId(id));
  if (!matter || matter.mechanism !== record.key || !isVisible(record, matter, actor)) throw refuse('absent');
  return matter;
}
