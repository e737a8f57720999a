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
    const behind = await Promise.all((portal['public.html']?.dynamicImports ?? []).flatMap((page) => withRegisters(portal, page)).map(async (pieces) => ({ name: pieces.at(-1)?.replace(/^.*virtual:/, ''), ...(await weigh(portal, ['public.html', ...pieces])) })));
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

/** A page, and where it shows a mechanism, the page with each mechanism's words, which come by themselves. */
function withRegisters(manifest: Manifest, page: string): readonly (readonly string[])[] {
  const registers = closure(manifest, [page]).filter((name) => name !== 'public.html').flatMap((name) => manifest[name]?.dynamicImports ?? []);
  return registers.length === 0 ? [[page]] : registers.map((register) => [page, register]);
}

async function readManifest(name: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(pagesFolder, name), 'utf8')) as Manifest;
}

async function weigh(manifest: Manifest, pieces: readonly string[]): Promise<Weight> {
  const files = new Set(closure(manifest, pieces).flatMap((name) => [manifest[name]?.file ?? '', ...(manifest[name]?.css ?? [])]));
  const sizes = await Promise.all([...files].map(async (file) => (await promisify(gzip)(await readFile(join(pagesFolder, file)), { level: 9 })).length));
  return { kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000, files: [...files] };
}

/** Some pieces with every piece they cannot begin without. */
function closure(manifest: Manifest, pieces: readonly string[]): readonly string[] {
  const known = new Set<string>();
  const follow = (name: string) => {
    if (!manifest[name]) throw new Error(`the bundler wrote nothing down of ${name}`);
    if (known.has(name)) return;
    known.add(name);
    for (const each of manifest[name].imports ?? []) follow(each);
  };
  pieces.forEach(follow);
  return [...known];
}

function result(what: string, { kilobytes, files }: Weight, budget: number): Result {
  return {
    what: `${what}, script and style`, ours: `${kilobytes.toFixed(1)} kB`, reference: '–', ratio: '–', budget: `≤ ${budget} kB`, isMet: kilobytes <= budget,
    notes: [`${files.length} files, gzip: ${files.map((file) => file.replace('assets/', '')).join(', ')}`],
  };
}
