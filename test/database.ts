import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startEmbedded, type Connection, type Embedded } from '#store/embedded/supervisor.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** What a test file needs to know of the one server of this run. */
export interface TestServer {
  readonly connection: Connection;
  readonly major: number;
  /** The application's own account; its password is the same in every clone, as roles belong to the whole server. */
  readonly application: { readonly user: string; readonly password: string };
}

export interface Clone {
  readonly admin: pg.ClientConfig;
  readonly application: pg.ClientConfig;
  drop(): Promise<void>;
}

const template = 'zhanqiao_template';
const debian = '/usr/lib/postgresql/15/bin';

let running: { server: Embedded; folder: string } | undefined;

/** Vitest's global set-up: one server for the whole run, with one migrated template. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('testServer', await startTestServer());
}

export async function teardown(): Promise<void> {
  if (running === undefined) return;
  await running.server.stop();
  rmSync(running.folder, { recursive: true, force: true });
  running = undefined;
}

/** Starts the server on an empty folder, on Debian's PostgreSQL 15 where the run asks for the floor we promise. */
export async function startTestServer(): Promise<TestServer> {
  const onDebian = process.env['ZHANQIAO_TEST_POSTGRES'] === 'debian';
  // Falling back in silence would report a floor that nobody tested.
  if (onDebian && !existsSync(debian)) throw new Error(`ZHANQIAO_TEST_POSTGRES=debian, but there is no ${debian}`);
  const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-test-'));
  const server = await startEmbedded({
    folder,
    // Nothing here outlives the run, so nothing needs to reach the disk.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
    ...(onDebian ? { binaries: { postgres: join(debian, 'postgres'), initdb: join(debian, 'initdb') } } : {}),
  });
  running = { server, folder };
  try {
    const application = await makeTemplate(server.connection);
    return { connection: server.connection, major: server.major, application };
  } catch (error) {
    await teardown();
    throw error;
  }
}

/** A database of its own for one test file; a copy of the migrated template. */
export async function cloneDatabase(name = `zhanqiao_${randomBytes(6).toString('hex')}`): Promise<Clone> {
  const { connection, application } = inject('testServer');
  await asAdmin(connection, (admin) => copyTemplate(admin, name));
  return {
    admin: { ...connection, database: name },
    application: { ...connection, ...application, database: name },
    drop: () => asAdmin(connection, async (admin) => void (await admin.query(`drop database if exists "${name}" with (force)`))),
  };
}

async function makeTemplate(connection: Connection): Promise<TestServer['application']> {
  const { migrate } = await import('#store/migrate.ts');
  const password = randomBytes(12).toString('hex');
  await asAdmin(connection, async (admin) => void (await admin.query(`create database ${template}`)));
  await migrate({ connection: { ...connection, database: template }, applicationPassword: password });
  // A forgotten connection to the template would hold up every clone.
  return asAdmin(connection, async (admin) => {
    await admin.query(`alter database ${template} allow_connections false`);
    return { user: await applicationRole(admin), password };
  });
}

/** The one account besides ours that the migrations let in. */
async function applicationRole(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ name: string }>('select rolname as name from pg_roles where rolcanlogin and rolname <> current_user');
  const [only, ...others] = rows;
  if (only === undefined || others.length > 0) throw new Error(`the migrations should make one login role, not ${rows.length}`);
  return only.name;
}

async function copyTemplate(admin: pg.Client, name: string): Promise<void> {
  for (let left = 100; ; left -= 1) {
    try {
      await admin.query(`create database "${name}" template ${template}`);
      return;
    } catch (error) {
      // object_in_use: “source database is being accessed by other users”.
      if ((error as { code?: string }).code !== '55006' || left === 0) throw error;
      await pause(50);
    }
  }
}

async function asAdmin<T>(connection: Connection, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
