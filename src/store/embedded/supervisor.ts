import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, existsSync, fstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Text } from '#kernel/words.ts';
import { majorOf, packagedBinaries, type Binaries } from './binaries.ts';
import { initialise, passwordIn, refuseOtherMajor, superuser } from './cluster.ts';
import { EmbeddedRefusal, refusalOf } from './embedded-refusal.ts';
import { failureOf, refuseFullDisk } from './failure.ts';
import { takeLock } from './lock.ts';
import { openLog } from './log-file.ts';
import { endPredecessor, temporarySocket } from './predecessor.ts';
import { chooseRunner, type How, type Runner } from './runner.ts';

export interface EmbeddedOptions {
  readonly folder: string;
  readonly log?: (line: Text) => void;
  /** Further server settings; they win over ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Other binaries than the packaged ones, such as those of the system. */
  readonly binaries?: Binaries;
}

export interface Connection {
  /** The socket's folder; 127.0.0.1 on Windows. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export interface Embedded {
  readonly superuserUrl: string;
  readonly connection: Connection;
  readonly how: How;
  readonly major: number;
  stop(): Promise<void>;
}

const windows = process.platform === 'win32';
/** sockaddr_un holds 107 bytes on Linux and 103 on macOS. */
const longestSocket = 103;

/** Starts PostgreSQL on the data folder, which it makes if need be; copes with whatever an earlier run left there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const folder = realpathSync(options.folder);
    const lock = await takeLock(folder);
    try {
      return await startIn(folder, options, () => lock.release());
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw refusalOf(error, options.folder);
  }
}

async function startIn(folder: string, options: EmbeddedOptions, release: () => void): Promise<Embedded> {
  const log = options.log ?? (() => {});
  const cluster = join(folder, 'cluster');
  const logPath = join(folder, 'postgres.log');
  const installed = options.binaries ?? packagedBinaries(folder);
  const major = majorOf(installed);
  const isNew = !existsSync(cluster);
  if (!isNew) refuseOtherMajor(cluster, major);
  refuseFullDisk(folder, isNew ? 'new' : 'existing');
  const runner = chooseRunner(folder, cluster, installed);
  const password = passwordIn(folder, runner, isNew);
  if (isNew) await initialise(folder, cluster, runner, logPath);
  else await endPredecessor(cluster, runner.binaries, log);
  // A folder put back from a copy often comes open to others; the server refuses such a one, and rightly.
  chmodSync(cluster, 0o700);
  chmodSync(join(folder, 'password'), 0o600);

  const socket = windows ? undefined : socketFolder(folder, runner);
  const connection = { host: socket ?? '127.0.0.1', port: windows ? await freePort() : 5432, user: superuser, password };
  const launch = () => launched(runner, cluster, connection, logPath, options.settings ?? {}, log);
  let child = await launch();
  log(startedLine(major, runner.how));

  let stopping: Promise<void> | undefined;
  let reviving = Promise.resolve();
  const watch = (since: number) => {
    child.once('exit', () => {
      if (stopping === undefined) reviving = revive(since);
    });
  };
  // The machine may kill the postmaster for want of memory; the pool reconnects by itself once it is back.
  const revive = async (since: number) => {
    log({ zh: `数据库意外退出，正在重新启动，日志见 ${logPath}。`, en: `The database ended unexpectedly; starting it again. Its log is ${logPath}.` });
    if (performance.now() - since < 10_000) return log(gaveUp(logPath));
    try {
      await endPredecessor(cluster, runner.binaries, log);
      child = await launch();
      watch(performance.now());
    } catch (error) {
      log(error instanceof EmbeddedRefusal ? error.words : gaveUp(logPath));
    }
  };
  watch(performance.now());

  const stop = async () => {
    await reviving;
    await shutDown(child);
    if (socket !== undefined) rmSync(socket, { recursive: true, force: true });
    release();
  };
  const query = new URLSearchParams({ host: connection.host, port: String(connection.port) });
  return {
    superuserUrl: `postgres://${superuser}:${password}@localhost/postgres?${query}`,
    connection,
    how: runner.how,
    major,
    stop: () => (stopping ??= stop()),
  };
}

/** Closed to every other account; kept short, as a socket's whole path may not be long. */
function socketFolder(folder: string, runner: Runner): string {
  const beside = join(folder, 'socket');
  rmSync(beside, { recursive: true, force: true });
  const fits = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= longestSocket;
  if (fits) mkdirSync(beside, { mode: 0o700 });
  const socket = fits ? beside : mkdtempSync(join(tmpdir(), temporarySocket));
  runner.give(socket);
  return socket;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  server.close();
  return port;
}

/** An eighth of the memory this process may use, from PostgreSQL's own 128 MB up to a gigabyte: a register of some hundred thousand matters stays within. */
function bufferMegabytes(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  return Math.round(Math.min(1024, Math.max(128, memory / 8 / 1024 / 1024)));
}

async function launched(
  runner: Runner,
  cluster: string,
  connection: Connection,
  logPath: string,
  settings: Readonly<Record<string, string>>,
  log: (line: Text) => void,
): Promise<ChildProcess> {
  const all = {
    listen_addresses: windows ? '127.0.0.1' : '',
    port: String(connection.port),
    // A list by comma, so a path is quoted as a whole.
    unix_socket_directories: windows ? '' : `"${connection.host.replaceAll('"', '""')}"`,
    cluster_name: 'zhanqiao',
    shared_buffers: `${bufferMegabytes()}MB`,
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openLog(logPath);
  const from = fstatSync(output).size;
  const child = runner.spawn(runner.binaries.postgres, ['-D', cluster, ...flags], {
    stdio: ['ignore', output, output],
    cwd: join(cluster, '..'),
    // A session of its own: Ctrl-C at the terminal is for us, and we stop the database last.
    detached: true,
    windowsHide: true,
  });
  closeSync(output);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const ready = () =>
    answers(connection).catch(async (error: unknown) => {
      await shutDown(child);
      throw error;
    });
  for (let tries = 0; !(await ready()); tries += 1) {
    if (ended) throw failureOf(join(cluster, '..'), logPath, from);
    // Recovery after a crash may take minutes on a large database; it is waited for as long as the server lives.
    if (tries % 500 === 499) {
      log({ zh: '数据库仍在启动（可能正在做崩溃恢复），请稍候。', en: 'The database is still starting, perhaps recovering from a crash. Please wait.' });
    }
    await pause(20);
  }
  return child;
}

/** Asks by connecting: what the server writes to its log is in any language. */
async function answers(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // a server that ends while we ask is seen by its exit
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false;
    throw new EmbeddedRefusal(
      {
        zh: '口令文件 password 与数据库中的口令不一致。请从备份中放回与该数据目录配套的口令文件。',
        en: 'The password file does not match the database. Put back the password file that belongs to this data folder.',
      },
      error,
    );
  }
}

async function shutDown(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGINT'); // fast: sessions are ended, a checkpoint is written
  const insist = setTimeout(() => child.kill('SIGQUIT'), 60_000); // immediate: the next start recovers
  await exit;
  clearTimeout(insist);
}

function gaveUp(logPath: string): Text {
  return {
    zh: `数据库反复退出，不再自动重启。请查看 ${logPath}，处理后重新启动平台。`,
    en: `The database keeps ending and is not started again. See ${logPath}, then restart the platform.`,
  };
}

function startedLine(major: number, how: How): Text {
  const as: Record<How, Text> = {
    'same-user': { zh: '以当前账户运行', en: 'running as the current account' },
    'user-namespace': { zh: '以 root 启动，在用户命名空间内运行', en: 'started as root, running in a user namespace' },
    'postgres-account': { zh: '以 root 启动，改用专用账户运行', en: 'started as root, running as a separate account' },
  };
  return { zh: `内置数据库 PostgreSQL ${major} 已启动（${as[how].zh}）。`, en: `The embedded PostgreSQL ${major} has started (${as[how].en}).` };
}
