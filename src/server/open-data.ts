import { Readable } from 'node:stream';
import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Tx } from '#store/database.ts';
import { findMatters } from '#store/matters.ts';
import type { Handed } from './exports.ts';
import { refuseRequest } from './http/refusals.ts';
import type { Platform } from './platform.ts';
import { readableFacts } from './present.ts';
import { speechOf } from './spoken.ts';
import { isVisible } from './world.ts';

/** Matters as the package of an open-data standard: what this reader may read of them, and of those they refer to. */
export async function openDataOf(platform: Platform, tx: Tx, actor: Actor, key: string, matters: readonly Matter[]): Promise<Handed> {
  const mechanism = platform.getMechanism(key);
  const build = (await platform.serving(key))?.openData;
  if (!build || !mechanism.record.openData) throw refuseRequest('notOffered');
  const now = platform.now();
  const readable = (matter: Matter): Matter => ({ ...matter, facts: readableFacts(platform.getMechanism(matter.mechanism), matter, actor, dayOf(now)) });
  const referring = Object.entries(mechanism.record.facts).flatMap(([name, { kind }]) => (kind === 'matter' ? [name] : []));
  const ids = new Set(matters.flatMap((matter) => referring.flatMap((name) => (typeof matter.facts[name] === 'string' ? [matter.facts[name]] : []))));
  const others = new Map((await findMatters(tx, platform.district, [...ids])).filter((other) => isVisible(platform.getMechanism(other.mechanism).record, other, actor)).map((other) => [other.id, readable(other)]));
  const speech = speechOf(await platform.directory(), 'zh');
  const content = build(matters.map(readable), { now, district: platform.district, districtName: platform.districtName, unitName: speech.unitName, findMatter: (id) => others.get(id) });
  const name = matters.length === 1 ? (matters[0]?.number ?? key) : key;
  return { stream: Readable.from([JSON.stringify(content, null, 2)]), fileName: `${name}-${dayOf(now)}.json`, type: 'application/json; charset=utf-8' };
}
