import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDistrict } from '#sample/district.ts';
import { openInstallation } from '#server/installation.ts';
import { sha256 } from '#server/platform.ts';
import { eventsOf } from '#store/events.ts';
import { verifyAll } from '#store/seals.ts';
import { startClients, type Clients } from './crash-load.ts';

// A hundred of them, as before a release: ZHANQIAO_CRASHES=100.
const crashes = Number(process.env['ZHANQIAO_CRASHES'] ?? 6);
const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-crash-'));

let server: Promise<{ readonly child: ChildProcess; readonly port: number }>;
let clients: Clients;

/** One way a machine goes down. */
const waysDown: readonly (() => Promise<void>)[] = [
  // Power: both at once.
  async () => {
    await killServer();
    killDatabase();
  },
  // The server alone; its successor finds the database running.
  killServer,
  // The database under a server that goes on for a while and says so.
  async () => {
    const told = clients.failed();
    killDatabase();
    await told;
    await killServer();
  },
];

beforeAll(async () => {
  server = start();
  await server;
});
afterAll(async () => {
  (await server.catch(() => undefined))?.child.kill('SIGKILL');
  killDatabase();
  rmSync(folder, { recursive: true, force: true });
});

describe('a server and a database that are killed while people act', () => {
  it('keep every acknowledged action once, and nothing that does not agree', { timeout: 60_000 + crashes * 40_000 }, async () => {
    clients = await startClients(6, async () => (await server).port);
    for (let crash = 0; crash < crashes; crash += 1) {
      // Each time at another moment of the work, with the other clients in the middle of theirs.
      await clients.acknowledged(10 + ((crash * 37) % 60));
      await waysDown[crash % waysDown.length]?.();
      server = start();
      await server;
    }
    await clients.acknowledged(10);
    await clients.stop();
    expect(clients.failures()).toBeGreaterThan(0);
    await stopServer();

    const installation = await openInstallation(folder);
    try {
      await installation.store.reading(sampleDistrict.code, async (tx) => {
        const kept = new Map<string, unknown[]>();
        for (const { id } of clients.matters) kept.set(id, (await eventsOf(tx, sampleDistrict.code, id)).map((event) => event.set['seq']));
        expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(clients.matters.map(({ id, said }) => [id, said])));
        const verified = await verifyAll(tx, sampleDistrict.code, sha256);
        // As many as were acknowledged: none was filed by a request that nobody heard the end of.
        expect(verified).toEqual({ matters: clients.matters.length, events: clients.matters.reduce((sum, { said }) => sum + said.length, 0), seals: 0 });
      });
    } finally {
      await installation.close();
    }
  });
});

async function start(): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(new URL('./crash-server.ts', import.meta.url)), [folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${String(code)} before it was up`)));
  const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
  ended.catch(() => {}); // from here on it is meant to end
  return { child, port };
}

async function killServer(): Promise<void> {
  const { child } = await server;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function stopServer(): Promise<void> {
  const { child } = await server;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
}

/** The first line of postmaster.pid is the number of the server (PostgreSQL, miscadmin.h); its backends end when they miss it. */
function killDatabase(): void {
  try {
    process.kill(Number(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  } catch (failure) {
    if (!['ENOENT', 'ESRCH'].includes((failure as NodeJS.ErrnoException).code ?? '')) throw failure;
  }
}
