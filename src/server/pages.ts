import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where the built pages lie. */
export const pagesFolder = join(root, 'dist');

/** Builds the browser's pages when their sources have changed since the last build; says whether it did. */
export async function buildPages(before: () => void): Promise<boolean> {
  const mark = join(pagesFolder, '.built');
  const sources = await hashOfSources();
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === sources) return false;
  before();
  const { build } = await import('vite');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  await mkdir(pagesFolder, { recursive: true });
  await writeFile(mark, sources);
  return true;
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['src/web', 'src/kernel', 'src/contract', 'src/mechanisms']) {
    const files = (await readdir(join(root, folder), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.includes('.test.'));
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) hash.update(file.slice(root.length)).update(await readFile(file));
  }
  for (const file of ['vite.config.ts', 'package-lock.json']) hash.update(await readFile(join(root, file)));
  return hash.digest('hex');
}
