import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { sampleDistrict } from '#sample/district.ts';
import { getAction } from '#kernel/decide.ts';
import { replay, sampleEnd } from '#sample/replay.ts';
import { buildPages, pagesFolder } from '#server/pages.ts';
import { createPlatform, loadSecrets } from '#server/platform.ts';
import { offersTo } from '#server/present.ts';
import { openStore } from '#store/database.ts';
import { createDistrict } from '#store/districts.ts';
import { findMatter } from '#store/matters.ts';
import { startTestServer, teardown as stopTestServer, type TestServer } from '../database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    sampleYears: SampleYears;
  }
}

/** What the walks start from: the sample years, replayed once, and the built pages. */
export interface SampleYears {
  /** A database to clone. */
  readonly database: string;
  /** Keys and files that belong to it, to copy. */
  readonly folder: string;
  readonly pages: string;
  /** What somebody of the sample did though no page offered it to him as open. */
  readonly unoffered: readonly string[];
}

/** What is done again and again is looked at a few times. */
const looksAtEach = 3;

let folder: string | undefined;

/** Vitest's global set-up for the walks: one server, one replay, one build. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'zhanqiao-walks-'));
  const pages = join(folder, 'pages');
  const server = await startTestServer();
  const [years] = await Promise.all([replayOnce(server, folder), buildPages(() => console.log('building the pages'))]);
  // A build that somebody starts meanwhile must not pull the pages from under the walks.
  cpSync(pagesFolder, pages, { recursive: true });
  project.provide('testServer', server);
  project.provide('sampleYears', { ...years, pages });
}

export async function teardown(): Promise<void> {
  await stopTestServer();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

async function replayOnce({ connection, application }: TestServer, within: string): Promise<Omit<SampleYears, 'pages'>> {
  const database = 'zhanqiao_sample_years';
  const data = join(within, 'data');
  await mkdir(data);
  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  try {
    await admin.query(`create database ${database} template zhanqiao_template`);
    const store = openStore({ application: { ...connection, ...application, database } });
    let now = sampleEnd;
    const failed = (fields: object, words: string) => console.error(words, fields);
    const platform = createPlatform({
      store, district: sampleDistrict.code, districtName: sampleDistrict.name, isDemonstration: true, folder: data, secrets: await loadSecrets(data),
      now: () => now, log: { info: () => {}, warn: failed, error: failed },
    });
    await store.inDistrict(platform.district, (tx) => createDistrict(tx, { ...sampleDistrict, isDemonstration: true, createdAt: sampleEnd }));
    const unoffered: string[] = [];
    const looked = new Map<string, number>();
    await replay(platform, () => {}, {
      async before(tx, { mechanism, action, id, actor, at }) {
        const key = `${mechanism}.${action}`;
        const times = (looked.get(key) ?? 0) + 1;
        looked.set(key, times);
        if (times > looksAtEach || actor.kind !== 'post' || getAction(platform.getMechanism(mechanism), action).hidden) return;
        const matter = await findMatter(tx, platform.district, id);
        if (!matter) throw new Error(`${key} is to be done on ${id}, which is not there`);
        now = at;
        const offer = (await offersTo(platform, tx, matter, actor)).find((each) => each.action === action);
        now = sampleEnd;
        if (!offer?.open) unoffered.push(`${actor.postId} ${key} at ${matter.stage}: ${offer?.obstacle?.en ?? 'not offered at all'}`);
      },
    });
    await store.close();
    // A forgotten connection to it would hold up every clone.
    await admin.query(`alter database ${database} allow_connections false`);
    return { database, folder: data, unoffered };
  } finally {
    await admin.end();
  }
}
