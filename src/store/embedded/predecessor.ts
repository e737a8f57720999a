import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Text } from '#kernel/words.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedRefusal } from './embedded-refusal.ts';
import { isPostmasterOf, serversIn } from './process-table.ts';

/** How a socket folder outside the data folder is called, so that one left behind can be told and removed. */
export const temporarySocket = 'zhanqiao-';

/**
 * Ends what an earlier supervisor left when it was killed. Call it only while holding the folder's lock: then no
 * living supervisor stands behind the servers found here.
 */
export async function endPredecessor(cluster: string, binaries: Binaries, log: (line: Text) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  // Number of the postmaster, data folder, start, port, socket folder (PostgreSQL's miscadmin.h, “postmaster.pid”).
  const [number, , , , socket] = linesOf(pidFile);
  const old = Number(number);
  if (process.platform === 'win32') {
    // A signal there ends only the one process, without a shutdown; the package's own tool knows the proper way.
    if (old) spawnSync(join(dirname(binaries.postgres), 'pg_ctl.exe'), ['stop', '-m', 'fast', '-D', cluster]);
    return;
  }
  const remaining = () => {
    const servers = serversIn(cluster);
    return old && !servers.includes(old) && isPostmasterOf(old, cluster) ? [old, ...servers] : servers;
  };
  const found = remaining();
  if (found.length > 0) {
    log({
      zh: `发现上次未正常停止的数据库进程 ${found.join('、')}，先行停止。`,
      en: `Database processes of an earlier run are still there (${found.join(', ')}); stopping them first.`,
    });
    await end(remaining, old);
  }
  // With the lock held and no server left, the file is stale even if its number now belongs to a zombie or a stranger,
  // either of which would make PostgreSQL refuse to start.
  if (process.platform === 'linux') rmSync(pidFile, { force: true });
  if (socket?.startsWith(join(tmpdir(), temporarySocket))) rmSync(socket, { recursive: true, force: true });
}

/** A postmaster ends its own; without one, each process is asked. PostgreSQL's meaning of signals: docs, “Shutting Down the Server”. */
async function end(remaining: () => number[], postmaster: number): Promise<void> {
  const steps: readonly [forPostmaster: NodeJS.Signals, forOthers: NodeJS.Signals, seconds: number][] = [
    ['SIGINT', 'SIGTERM', 60],
    ['SIGQUIT', 'SIGQUIT', 10],
    ['SIGKILL', 'SIGKILL', 10],
  ];
  for (const [forPostmaster, forOthers, seconds] of steps) {
    const left = remaining();
    const led = left.includes(postmaster);
    for (const pid of led ? [postmaster] : left) signal(pid, led ? forPostmaster : forOthers);
    for (let tries = seconds * 50; tries > 0; tries -= 1) {
      if (remaining().length === 0) return;
      await pause(20);
    }
  }
  const left = remaining();
  throw new EmbeddedRefusal({
    zh: `上次运行的数据库进程 ${left.join('、')} 停不下来。请由系统管理员结束这些进程后再启动。`,
    en: `The database processes of an earlier run (${left.join(', ')}) cannot be stopped. Have the system administrator end them, then start again.`,
  });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
