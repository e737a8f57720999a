import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, fstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedRefusal } from './embedded-refusal.ts';
import { failureOf } from './failure.ts';
import { openLog } from './log-file.ts';
import type { Runner } from './runner.ts';

/** The account that owns the cluster; its password lies in a file beside it. */
export const superuser = 'zhanqiao_admin';

/** A cluster of another major version cannot be opened, and a folder that is no cluster must not be overwritten. */
export function refuseOtherMajor(cluster: string, major: number): void {
  const held = versionIn(cluster);
  if (held === undefined) {
    throw new EmbeddedRefusal({
      zh: `${cluster} 不是完整的数据库目录（缺少 PG_VERSION），为防止覆盖，不予启动。请用备份恢复，或者把该目录移走后重新启动。`,
      en: `${cluster} is not a whole database folder (PG_VERSION is missing); to overwrite nothing, it is not started. Restore a backup, or move the folder away and start again.`,
    });
  }
  if (held === String(major)) return;
  throw new EmbeddedRefusal({
    zh: `数据目录由 PostgreSQL ${held} 建立，本程序附带的是 ${major}，不能直接打开。请先用原版本程序执行 zhanqiao backup，再把 ${cluster} 移走，用本版本启动后执行 zhanqiao restore。`,
    en: `The data folder was made by PostgreSQL ${held} and this program brings ${major}, which cannot open it. Run zhanqiao backup with the program that made it, move ${cluster} away, start this one and run zhanqiao restore.`,
  });
}

function versionIn(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The superuser's password; made together with the cluster and never again. */
export function passwordIn(folder: string, runner: Runner, isNew: boolean): string {
  const path = join(folder, 'password');
  const kept = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (kept !== '') return kept;
  if (!isNew) {
    throw new EmbeddedRefusal({
      zh: `数据库口令文件 ${path} 不见了或是空的。请从备份中放回该文件后再启动。`,
      en: `The database's password file ${path} is missing or empty. Put it back from a backup and start again.`,
    });
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  runner.give(path);
  return password;
}

/** Made aside and renamed when whole, so that a cluster that exists is never half-made. */
export async function initialise(folder: string, cluster: string, runner: Runner, logPath: string): Promise<void> {
  for (const left of readdirSync(folder).filter((name) => name.startsWith('cluster.partial-'))) {
    rmSync(join(folder, left), { recursive: true, force: true, maxRetries: 3 });
  }
  const partial = mkdtempSync(join(folder, 'cluster.partial-'));
  runner.give(partial);
  const args = [`--pgdata=${partial}`, `--username=${superuser}`, `--pwfile=${join(folder, 'password')}`];
  args.push('--encoding=UTF8', ...localeArguments(), '--auth=scram-sha-256', '--data-checksums');
  const output = openLog(logPath);
  const from = fstatSync(output).size;
  try {
    const child = runner.spawn(runner.binaries.initdb, args, { stdio: ['ignore', output, output], cwd: folder });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw failureOf(folder, logPath, from);
  } finally {
    closeSync(output);
  }
  renameSync(partial, cluster);
}

/** With LC_CTYPE=C the trigram extension silently indexes no Chinese, so the libc locale is named where libc has it. */
function localeArguments(): string[] {
  if (process.platform === 'win32') return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=UTF-8'] : ['--locale=C.UTF-8'];
}
