import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { buildPages, pagesFolder } from '#server/pages.ts';
import type { Result, Row } from './row.ts';

/** Script and style that a browser must have before a page stands. By gzip, the stricter reading: most browsers are sent brotli, which is smaller. */
export const firstPage: Row = {
  name: 'first-page',
  async measure() {
    await buildPages(() => {});
    const workbench = await readManifest('.workbench.json');
    const portal = await readManifest('.public.json');
    const behind = await Promise.all((portal['public.html']?.dynamicImports ?? []).map(async (name) => ({ name, ...(await weigh(portal, ['public.html', name])) })));
    const heaviest = behind.toSorted((a, b) => b.kilobytes - a.kilobytes)[0];
    return [
      result('first page of the workbench', await weigh(workbench, ['index.html']), 250),
      result('public entry', await weigh(portal, ['public.html']), 80),
      result(`heaviest public page (${heaviest?.name})`, heaviest ?? { kilobytes: Number.NaN, files: [] }, 80),
    ];
  },
};

/** What the bundler wrote down of a piece: its file, its styles and the pieces it cannot begin without. */
interface Piece {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type Manifest = Readonly<Record<string, Piece>>;

interface Weight {
  readonly kilobytes: number;
  readonly files: readonly string[];
}

async function readManifest(name: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(pagesFolder, name), 'utf8')) as Manifest;
}

async function weigh(manifest: Manifest, pieces: readonly string[]): Promise<Weight> {
  const files = new Set<string>();
  const known = new Set<string>();
  const follow = (name: string) => {
    const piece = manifest[name];
    if (!piece) throw new Error(`the bundler wrote nothing down of ${name}`);
    if (known.has(name)) return;
    known.add(name);
    for (const file of [piece.file, ...(piece.css ?? [])]) files.add(file);
    for (const each of piece.imports ?? []) follow(each);
  };
  pieces.forEach(follow);
  const sizes = await Promise.all([...files].map(async (file) => (await promisify(gzip)(await readFile(join(pagesFolder, file)), { level: 9 })).length));
  return { kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000, files: [...files] };
}

function result(what: string, { kilobytes, files }: Weight, budget: number): Result {
  return {
    what: `${what}, script and style`, ours: `${kilobytes.toFixed(1)} kB`, reference: '–', ratio: '–', budget: `≤ ${budget} kB`, isMet: kilobytes <= budget,
    notes: [`${files.length} files, gzip: ${files.map((file) => file.replace('assets/', '')).join(', ')}`],
  };
}
