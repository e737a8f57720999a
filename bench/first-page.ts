import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPages, pagesFolder } from '#server/pages.ts';
import type { Result, Row } from './row.ts';

/** Script and style that a browser must have before the first page stands, compressed as they are sent. */
export const firstPage: Row = {
  name: 'first-page',
  async measure() {
    await buildPages(() => {});
    return [await weigh('first page of the workbench', 'index.html', 250), await weigh('first public page', 'public.html', 80)];
  },
};

async function weigh(what: string, page: string, budget: number): Promise<Result> {
  const html = await readFile(join(pagesFolder, page), 'utf8');
  const asked = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const needed = new Set<string>();
  for (const path of asked) await follow(path, needed);
  let bytes = 0;
  for (const path of needed) bytes += await sentSize(path);
  const size = bytes / 1000;
  return { what: `${what}, script and style`, ours: `${size.toFixed(0)} kB`, reference: '–', ratio: '–', budget: `≤ ${budget} kB`, isMet: size <= budget, notes: [`${needed.size} files, ${[...needed].map((path) => path.replace('/assets/', '')).join(', ')}`] };
}

/** A script with every script it cannot begin without; what it fetches later, on a click or another page, is not among them. */
async function follow(path: string, needed: Set<string>): Promise<void> {
  if (needed.has(path)) return;
  needed.add(path);
  if (!path.endsWith('.js')) return;
  const text = await readFile(join(pagesFolder, path), 'utf8');
  for (const match of text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w*${},\s]+?from\s*)?["']\.\/([^"']+\.js)["']/g)) await follow(`/assets/${match[1]}`, needed);
}

async function sentSize(path: string): Promise<number> {
  const packed = join(pagesFolder, `${path}.br`);
  return (await stat(existsSync(packed) ? packed : join(pagesFolder, path))).size;
}
