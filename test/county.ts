import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { createPlatform, loadSecrets, type Platform } from '#server/platform.ts';
import { findActor } from '#server/directory.ts';
import { dayOf } from '#kernel/calendar.ts';
import { furnish } from '#sample/furnish.ts';
import { sampleDistrict } from '#sample/district.ts';
import { openStore } from '#store/database.ts';
import { createDistrict } from '#store/districts.ts';
import { cloneDatabase } from './database.ts';

/** The sample district on a database of its own, with a clock the test sets; nothing has happened in it yet. */
export interface County {
  readonly platform: Platform;
  /** Sets the clock: a day means its morning in China. */
  setClock(to: string): void;
  /** Somebody in a post of the sample district, by the post's id. */
  as(post: string): Promise<Extract<Actor, { kind: 'post' }>>;
  close(): Promise<void>;
}

/** Opens the sample district for a test file. */
export async function openCounty(start: Instant = '2021-03-01T01:00:00.000Z', district = sampleDistrict): Promise<County> {
  const clone = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'zhanqiao-county-'));
  const store = openStore({ application: clone.application });
  let now = start;
  const quiet = { info: () => {}, warn: () => {}, error: (fields: object, words: string) => console.error(words, fields) };
  const platform = createPlatform({
    store, district: district.code, districtName: district.name, isDemonstration: true, folder, secrets: await loadSecrets(folder), now: () => now, log: quiet,
  });
  await store.inDistrict(district.code, (tx) => createDistrict(tx, { ...district, isDemonstration: true, createdAt: now }));
  await furnish(platform);
  return {
    platform,
    setClock: (to) => (now = to.length === 10 ? `${to}T01:00:00.000Z` : to),
    as: async (post) => {
      const actor = findActor(await platform.directory(), post, dayOf(now));
      if (!actor) throw new Error(`the sample district has no post ${post} today`);
      return actor;
    },
    close: async () => {
      await store.close();
      await clone.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
