import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { furnish } from '#sample/furnish.ts';
import { sampleDistrict } from '#sample/district.ts';
import { buildApp } from '#server/http/app.ts';
import { createPlatform, loadSecrets, type Platform } from '#server/platform.ts';
import { openStore, type Store } from '#store/database.ts';
import { createDistrict } from '#store/districts.ts';
import { startEmbedded, type Embedded } from '#store/embedded/supervisor.ts';
import { createDatabase, indexFacts, migrate } from '#store/migrate.ts';
import { fillRegister } from './fill.ts';

/** Where everything is measured: a folder of its own and a PostgreSQL with the settings of every installation, those for durability among them. */
export interface Ground {
  readonly folder: string;
  /** A sample district with so many suggestions in its register; the same one again when it is asked for twice. */
  district(matters: number): Promise<Site>;
  /** A sample district in which nothing has happened, on a database of its own. */
  empty(): Promise<Site>;
  close(): Promise<void>;
}

/** One district on its database. */
export interface Site {
  readonly platform: Platform;
  readonly matters: number;
  readonly database: string;
  /** Straight to the database, as the application's account and as the owner of the tables. */
  readonly application: pg.ClientConfig;
  readonly admin: pg.ClientConfig & { readonly database: string };
  /** Serves the district on a port of its own, signed in as a clerk of the reform office. */
  serve(): Promise<Door>;
}

/** Where to knock, and with what. */
export interface Door {
  readonly port: number;
  readonly cookie: string;
  readonly csrf: string;
}

const password = 'bench';

/** Opens the ground. The server is started when the first row needs it. */
export async function openGround(say: (words: string) => void): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanqiao-bench-'));
  const closers: (() => Promise<unknown>)[] = [];
  const filled = new Map<number, Promise<Site>>();
  let embedded: Promise<Embedded> | undefined;
  let made = 0;

  async function open(matters: number): Promise<Site> {
    embedded ??= startEmbedded({ folder: join(folder, 'postgres') });
    const { connection } = await embedded;
    const database = `bench_${(made += 1)}`;
    const admin = { ...connection, database };
    await createDatabase(admin);
    await migrate({ connection: admin, applicationPassword: password });
    const application = { ...admin, user: 'zhanqiao_app', password };
    const secrets = await loadSecrets(folder);
    const onStore = (store: Store) =>
      createPlatform({
        store, district: sampleDistrict.code, districtName: sampleDistrict.name, isDemonstration: true, folder, secrets, now: () => new Date().toISOString(),
        log: { info: () => {}, warn: () => {}, error: (fields, words) => console.error(words, fields) },
      });
    const furnishing = openStore({ application });
    await furnishing.inDistrict(sampleDistrict.code, (tx) => createDistrict(tx, { ...sampleDistrict, isDemonstration: true, createdAt: new Date().toISOString() }));
    await furnish(onStore(furnishing));
    await furnishing.close();
    if (matters > 0) await fillRegister(admin, sampleDistrict.code, matters, say);
    await indexFacts(admin, mechanisms);
    // Opened once the indexes stand, as at a start: a connection finds out which there are.
    const store = openStore({ application });
    closers.unshift(() => store.close());
    const platform = onStore(store);
    let door: Promise<Door> | undefined;
    return { platform, matters, database, application, admin, serve: () => (door ??= serve(platform)) };
  }

  async function serve(platform: Platform): Promise<Door> {
    const app = await buildApp(platform);
    closers.unshift(() => app.close());
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    return signIn(port);
  }

  return {
    folder,
    district: (matters) => {
      const site = filled.get(matters) ?? open(matters);
      filled.set(matters, site);
      return site;
    },
    empty: () => open(0),
    async close() {
      for (const close of closers) await close();
      await (await embedded)?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(port: number): Promise<Door> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session/demonstration`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ postId: 'office-1' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const { csrf } = (await answer.json()) as { csrf: string };
  return { port, csrf, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
