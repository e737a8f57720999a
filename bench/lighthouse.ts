import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildPages } from '#server/pages.ts';
import { openBrowser } from '#test/browser.ts';
import type { Ground } from './ground.ts';
import type { Result, Row } from './row.ts';

/** An instrument of 185 MB and 200 packages: fetched by whoever runs this row, not by everybody's `npm ci` (docs/decisions/dependencies.md). */
const version = '12.8.2';
const folder = fileURLToPath(new URL('../.cache/lighthouse/', import.meta.url));
const entry = join(folder, 'node_modules/lighthouse/core/index.js');

const pages = ['/', '/public/suggest', '/public/read/suggestion', '/public/openness'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const budget = 95;

/** What Lighthouse says of the public pages, on its mobile preset: a slow line and a processor four times slower. */
export const lighthouse: Row = {
  name: 'lighthouse',
  async measure(ground: Ground) {
    await buildPages(() => {});
    if (!existsSync(entry)) await fetchInstrument();
    if (!existsSync(entry)) return [unmeasured()];
    const { default: run } = (await import(pathToFileURL(entry).href)) as { default: Lighthouse };
    const door = await (await ground.district(2_000)).serve();
    const port = await freePort();
    const harness = await openBrowser({ debuggingPort: port });
    try {
      const results: Result[] = [];
      for (const path of pages) results.push(told(path, await run(`http://127.0.0.1:${door.port}${path}`, { port, output: 'json', logLevel: 'error', onlyCategories: categories })));
      return results;
    } finally {
      await harness.close();
    }
  },
};

type Lighthouse = (address: string, flags: object) => Promise<Report | undefined>;

interface Report {
  readonly lhr: {
    readonly categories: Readonly<Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }>>;
    readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string; readonly displayValue?: string }>>;
  };
}

function told(path: string, report: Report | undefined): Result {
  const scores = categories.map((name) => Math.round((report?.lhr.categories[name]?.score ?? 0) * 100));
  const { audits = {} } = report?.lhr ?? {};
  const shown = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'total-byte-weight'].map((id) => `${audits[id]?.title}: ${audits[id]?.displayValue ?? '–'}`);
  const faults = categories.slice(1).flatMap((name) => report?.lhr.categories[name]?.auditRefs ?? []).filter(({ id, weight }) => weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1).map(({ id }) => `${id}: ${audits[id]?.title}`);
  return { what: `Lighthouse mobile, ${path}`, ours: scores.join(' / '), reference: '–', ratio: '–', budget: `≥ ${budget} each`, isMet: scores.every((score) => score >= budget), notes: [shown.join('; '), ...faults] };
}

function unmeasured(): Result {
  return { what: 'Lighthouse mobile, public pages', ours: 'not measured', reference: '–', ratio: '–', budget: `≥ ${budget} each`, isMet: false, notes: [`lighthouse ${version} could not be fetched into ${folder}; it needs a package registry, once`] };
}

async function fetchInstrument(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const child = spawn('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error', `lighthouse@${version}`], { stdio: 'inherit', shell: process.platform === 'win32' });
  await Promise.race([once(child, 'exit'), once(child, 'error')]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
