import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Instant } from '#kernel/calendar.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { openStore, type Store } from '#store/database.ts';
import { createDistrict, findDistrict } from '#store/districts.ts';
import { findRunning } from '#store/embedded/running.ts';
import { startEmbedded, type Embedded } from '#store/embedded/supervisor.ts';
import { createDatabase, dropDatabase, indexFacts, isUpToDate, migrate } from '#store/migrate.ts';
import { keepOneTimeLink } from '#store/sessions.ts';
import { OperatorRefusal } from './operator-refusal.ts';
import { createPlatform, loadSecrets, type Log, type Platform, type Secrets } from './platform.ts';
import { announce } from './terminal.ts';

/** A connection that may change the schema, with the database it is for. */
export type AdminConnection = pg.ClientConfig & { readonly database: string };

/** One installation: a data folder, a database brought up to date, an open store. */
export interface Installation {
  readonly folder: string;
  readonly secrets: Secrets;
  readonly store: Store;
  readonly admin: AdminConnection;
  readonly application: pg.ClientConfig;
  close(): Promise<void>;
}

const databaseName = 'zhanqiao';

/**
 * Opens a data folder: the district's own server under `DATABASE_URL`, the embedded PostgreSQL otherwise. `afresh` throws away what an
 * interrupted replay left in the embedded one; `apart` keeps to the folder's own database whatever `DATABASE_URL` says.
 */
export async function openInstallation(folder: string, { afresh = false, apart = false }: { readonly afresh?: boolean; readonly apart?: boolean } = {}): Promise<Installation> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secrets = await loadSecrets(folder);
  const url = apart ? undefined : process.env['DATABASE_URL'];
  const embedded = url ? undefined : await startEmbedded({ folder: join(folder, 'postgres'), log: announce });
  try {
    const admin = embedded ? await embeddedDatabase(embedded, afresh) : fromUrl(url ?? '');
    await migrate({ connection: admin, applicationPassword: secrets.database });
    await indexFacts(admin, mechanisms);
    const application = { ...admin, user: 'zhanqiao_app', password: secrets.database };
    const store = openStore({ application });
    return {
      folder,
      secrets,
      store,
      admin,
      application,
      close: async () => {
        await store.close();
        await embedded?.stop();
      },
    };
  } catch (failure) {
    await embedded?.stop();
    throw failure;
  }
}

/**
 * The installation on a folder as it stands: the database that the platform keeps running there, or, where nothing runs, one opened for
 * the moment. A schema is brought up to date by whoever starts the platform, never under a running one.
 */
export async function joinInstallation(folder: string): Promise<Installation & { readonly isRunning: boolean }> {
  const connection = process.env['DATABASE_URL'] || !existsSync(folder) ? undefined : await findRunning(join(folder, 'postgres'));
  if (!connection) return { ...(await openInstallation(folder)), isRunning: false };
  const secrets = await loadSecrets(folder);
  const admin = { ...connection, database: databaseName };
  if (!(await isUpToDate(admin))) {
    throw new OperatorRefusal({ zh: '正在运行的平台与本程序版本不同。请用启动平台的那个程序执行，或者先停下平台。', en: 'The platform that runs here is of another version. Use the program that started it, or stop it first.' });
  }
  const application = { ...admin, user: 'zhanqiao_app', password: secrets.database };
  const store = openStore({ application, max: 2 });
  return { folder, secrets, store, admin, application, isRunning: true, close: () => store.close() };
}

/** The platform of one district of an installation, made if it is not there yet. A new real district gets a one-time link. */
export async function openDistrict(
  installation: Installation,
  district: { readonly code: string; readonly name: string; readonly isDemonstration: boolean },
  now: () => Instant,
  log: Log,
  tls = false,
): Promise<{ readonly platform: Platform; readonly isNew: boolean; readonly firstToken?: string }> {
  const { store, folder, secrets } = installation;
  const made = await store.inDistrict(district.code, async (tx) => {
    const existing = await findDistrict(tx, district.code);
    if (existing) return { ...existing, isNew: false };
    await createDistrict(tx, { ...district, createdAt: now() });
    return { ...district, isNew: true };
  });
  const platform = createPlatform({ store, district: made.code, districtName: made.name, isDemonstration: made.isDemonstration, folder, secrets, now, log, tls });
  if (!made.isNew || made.isDemonstration) return { platform, isNew: made.isNew };
  const firstToken = await giveOneTimeLink(platform);
  return { platform, isNew: true, firstToken };
}

/** A link by which one administrator sets name and password, good once and for a day. */
export async function giveOneTimeLink(platform: Platform): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const validUntil = new Date(Date.parse(platform.now()) + 24 * 3_600_000).toISOString();
  await platform.store.inDistrict(platform.district, (tx) => keepOneTimeLink(tx, platform.district, platform.digest(token), validUntil));
  return token;
}

async function embeddedDatabase(embedded: Embedded, afresh: boolean): Promise<AdminConnection> {
  const config = { ...embedded.connection, database: databaseName };
  if (afresh) await dropDatabase(config);
  await createDatabase(config);
  return config;
}

function fromUrl(url: string): AdminConnection {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || databaseName,
  };
}
