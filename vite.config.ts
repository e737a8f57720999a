import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const web = fileURLToPath(new URL('./src/web/', import.meta.url));

/**
 * Two builds into one folder: the workbench, and with `--mode public` the light public pages. The public pages are written as React
 * like everything else and run on Preact (docs/decisions/public-entry.md); a build of their own keeps the two from sharing a piece.
 * The content security policy allows neither inline scripts nor inline styles: the server puts a fresh nonce in place of
 * `__CSP_NONCE__` on every page it sends.
 */
export default defineConfig(({ mode }) => {
  const isPublic = mode === 'public';
  return {
    root: web,
    // src/web/public is the public entry's own folder, nothing to be copied.
    publicDir: false,
    plugins: [react(), slimDeclarations(), rootedAtWeb(), compressed()],
    resolve: { alias: isPublic ? onPreact : [] },
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: fileURLToPath(new URL('./dist/', import.meta.url)),
      emptyOutDir: !isPublic,
      // Office desktops (统信, 麒麟) often carry Chromium cores of that age, and old phones a browser of no other.
      target: isPublic ? ['chrome79', 'safari13.1', 'firefox78'] : ['chrome87', 'safari14', 'firefox88'],
      // The policy allows no data: addresses for scripts and fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // What each piece begins with; the bench weighs pages by it. Names that begin with a dot are not served.
      manifest: isPublic ? '.public.json' : '.workbench.json',
      rollupOptions: { input: `${web}${isPublic ? 'public' : 'index'}.html` },
    },
  };
});

/** React's names, answered by Preact. */
const onPreact = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
];

/**
 * What the first pages need of the declarations, as data: names, stages, who files and sees; and for the public pages the facts
 * that anybody or an author meets. The rules stay out, and with them most of the weight (see src/web/slim-declarations.ts).
 */
function slimDeclarations(): Plugin {
  const single = 'virtual:public-register/';
  const written: Readonly<Record<string, (slim: typeof import('./src/web/slim-declarations.ts')) => string>> = {
    'virtual:registers': (slim) => `export const registers = ${JSON.stringify(slim.registers())};`,
    'virtual:public-faces': (slim) => `export const faces = ${JSON.stringify(slim.publicFaces())};`,
    'virtual:public-figures': (slim) => `export const figures = ${JSON.stringify(slim.publicFigures())};`,
    'virtual:public-registers': (slim) => `export const registers = { ${slim.publicRegisters().map(({ record: { key } }) => `${key}: () => import('${single}${key}')`).join(', ')} };`,
  };
  return {
    name: 'slim-declarations',
    resolveId: (id) => (Object.hasOwn(written, id) || id.startsWith(single) ? `\0${id}` : undefined),
    async load(id) {
      const name = id.slice(1);
      if (!Object.hasOwn(written, name) && !name.startsWith(single)) return undefined;
      // Read by Node itself, types stripped: a path worked out here keeps the bundler of this file from taking it in.
      const slim = (await import(new URL('./src/web/slim-declarations.ts', import.meta.url).href)) as typeof import('./src/web/slim-declarations.ts');
      if (!name.startsWith(single)) return written[name]?.(slim);
      return `export const register = ${JSON.stringify(slim.publicRegisters().find(({ record: { key } }) => `${single}${key}` === name))};`;
    },
  };
}

/** Whoever starts the build from the project's folder gets the same pages in the same places. */
function rootedAtWeb(): Plugin {
  return { name: 'rooted-at-web', config: () => ({ root: web }) };
}

/** Small copies beside the assets, made once here instead of for every reader. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }) {
      const folder = join(dir ?? '', 'assets');
      for (const name of await readdir(folder)) {
        if (!/\.(js|css|svg)$/.test(name) || existsSync(join(folder, `${name}.br`))) continue;
        const bytes = await readFile(join(folder, name));
        await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
        await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      }
    },
  };
}
