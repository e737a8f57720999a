import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { sampleDistrict } from '#sample/district.ts';
import { replay, sampleEnd } from '#sample/replay.ts';
import { buildPages, pagesFolder } from '#server/pages.ts';
import { createPlatform, loadSecrets } from '#server/platform.ts';
import { openStore } from '#store/database.ts';
import { createDistrict } from '#store/districts.ts';
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
}

let folder: string | undefined;

/** Vitest's global set-up for the walks: one server, one replay, one build. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'zhanqiao-walks-'));
  const pages = join(folder, 'pages');
  await buildPages(() => console.log('building the pages'));
  // A build that somebody starts meanwhile must not pull the pages from under the walks.
  cpSync(pagesFolder, pages, { recursive: true });
  const server = await startTestServer();
  project.provide('testServer', server);
  project.provide('sampleYears', { ...(await replayOnce(server, folder)), pages });
}

export async function teardown(): Promise<void> {
  await stopTestServer();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

async function replayOnce({ connection, application }: TestServer, within: string): Promise<Pick<SampleYears, 'database' | 'folder'>> {
  const database = 'zhanqiao_sample_years';
  const data = join(within, 'data');
  await mkdir(data);
  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  try {
    await admin.query(`create database ${database} template zhanqiao_template`);
    const store = openStore({ application: { ...connection, ...application, database } });
    const failed = (fields: object, words: string) => console.error(words, fields);
    const platform = createPlatform({
      store, district: sampleDistrict.code, districtName: sampleDistrict.name, isDemonstration: true, folder: data, secrets: await loadSecrets(data),
      now: () => sampleEnd, log: { info: () => {}, warn: failed, error: failed },
    });
    await store.inDistrict(platform.district, (tx) => createDistrict(tx, { ...sampleDistrict, isDemonstration: true, createdAt: sampleEnd }));
    await replay(platform, () => {});
    await store.close();
    // A forgotten connection to it would hold up every clone.
    await admin.query(`alter database ${database} allow_connections false`);
    return { database, folder: data };
  } finally {
    await admin.end();
  }
}
