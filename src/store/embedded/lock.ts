import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedRefusal } from './embedded-refusal.ts';
import { beginningOf, unseen } from './process-table.ts';

export interface Lock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly began: string;
}

/**
 * Takes the folder for this process, or refuses and names the process that has it. The lock of a process that is
 * gone is taken over; its number alone proves nothing, as numbers come round again, so the beginning is kept too.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, 'lock');
  const mine = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) ?? unseen } satisfies Holder);
  for (;;) {
    if (created(path, mine)) return { release: () => releaseIfMine(path, mine) };
    const found = await readSettled(path);
    if (found === undefined) continue;
    const holder = parsed(found);
    if (holder !== undefined && isAlive(holder)) throw inUse(folder, path, holder.pid);
    removeExactly(path, found);
  }
}

function created(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A lock may be met in the instant between its creation and its first byte; one left empty by a full disk stays empty. */
async function readSettled(path: string): Promise<string | undefined> {
  for (let left = 20; ; left -= 1) {
    const content = read(path);
    if (content !== '' || left === 0) return content;
    await pause(10);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parsed(content: string): Holder | undefined {
  try {
    const { pid, began } = JSON.parse(content) as Partial<Holder>;
    return typeof pid === 'number' && typeof began === 'string' ? { pid, began } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  const began = beginningOf(holder.pid);
  return began !== undefined && (began === holder.began || began === unseen);
}

/** Two starters may judge the same lock stale at once; the slower must not remove the faster one's fresh lock. */
function removeExactly(path: string, content: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readFileSync(aside, 'utf8');
  if (moved !== content) created(path, moved);
  rmSync(aside);
}

function releaseIfMine(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

function inUse(folder: string, path: string, pid: number): EmbeddedRefusal {
  return new EmbeddedRefusal({
    zh: `数据目录 ${folder} 正由进程 ${pid} 使用，不能再启动第二个。请先停止进程 ${pid}；如确认它不是本平台，请删除 ${path} 后再启动。`,
    en: `The data folder ${folder} is in use by process ${pid}, and a second one may not start on it. Stop process ${pid} first; if you are sure it is not this platform, delete ${path} and start again.`,
  });
}
