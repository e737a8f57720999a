import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where the built pages lie. */
export const pagesFolder = join(root, 'dist');

/**
 * Builds the browser's pages when their sources have changed since the last build; says whether it did. They are built aside and put
 * in place whole; the assets of the build before stay, for tabs that are still open.
 */
export async function buildPages(before: () => void): Promise<boolean> {
  const sources = await hashOfSources();
  const isBuilt = async () => existsSync(mark) && (await readFile(mark, 'utf8')) === sources;
  if (await isBuilt()) return false;
  before();
  const aside = `${pagesFolder}.building-${process.pid}`;
  const { build } = await import('vite');
  const given = process.env['NODE_ENV'];
  // Vite believes the environment: under a test runner it would build slow pages that warn into the console.
  process.env['NODE_ENV'] = 'production';
  try {
    const common = { root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' as const };
    await build({ ...common, build: { outDir: aside, emptyOutDir: true } });
    await build({ ...common, mode: 'public', build: { outDir: aside, emptyOutDir: false } });
  } finally {
    if (given === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = given;
  }
  await writeFile(join(aside, '.built'), sources);
  if (existsSync(join(pagesFolder, 'assets'))) await keepAssets(join(pagesFolder, 'assets'), join(aside, 'assets'));
  const previous = `${pagesFolder}.previous-${process.pid}`;
  if (existsSync(pagesFolder)) await rename(pagesFolder, previous);
  await rename(aside, pagesFolder);
  await rm(previous, { recursive: true, force: true });
  return true;
}

/** How long an asset of an earlier build is kept. */
const keptFor = 30 * 86_400_000;

async function keepAssets(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    const kept = await stat(join(from, name));
    if (Date.now() - kept.mtimeMs > keptFor || existsSync(join(to, name))) continue;
    await cp(join(from, name), join(to, name), { preserveTimestamps: true });
  }
}

const mark = join(pagesFolder, '.built');

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['src/web', 'src/kernel', 'src/contract', 'src/mechanisms']) {
    const files = (await readdir(join(root, folder), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.includes('.test.'));
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) hash.update(file.slice(root.length)).update(await readFile(file));
  }
  for (const file of ['vite.config.ts', 'package-lock.json']) hash.update(await readFile(join(root, file)));
  return hash.digest('hex');
}
