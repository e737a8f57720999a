import { buildPages } from '#server/pages.ts';
import { openBrowser, type OpenBrowser } from '#test/browser.ts';
import type { Ground } from './ground.ts';
import { median, spread, type Result, type Row } from './row.ts';

const rounds = 5;
const slower = 4;
/** Enough that lists are not empty. */
const matters = 2_000;
/** How long after it has loaded a page may still block. */
const watched = 2_000;

/** When the largest piece of a page stands and how long it does not answer, in a processor four times slower, with an empty cache. */
export const paint: Row = {
  name: 'paint',
  async measure(ground: Ground) {
    await buildPages(() => {});
    const door = await (await ground.district(matters)).serve();
    const origin = `http://127.0.0.1:${door.port}`;
    const harness = await openBrowser({ origin });
    try {
      const results: Result[] = [];
      for (const [what, path, cookie] of [['first public page', '/', ''], ['public form', '/public/suggest', ''], ['first page of the workbench', '/work', door.cookie]] as const) {
        const seen: Seen[] = [];
        // The first round warms the server up and does not count.
        for (let round = 0; round <= rounds; round += 1) {
          const once = await open(harness, `${origin}${path}`, cookie);
          if (round > 0) seen.push(once);
        }
        results.push(...told(what, seen));
      }
      return results;
    } finally {
      await harness.close();
    }
  },
};

interface Seen {
  readonly largest: number;
  readonly blocked: number;
}

async function open(harness: OpenBrowser, address: string, cookie: string): Promise<Seen> {
  const page = await harness.newPage({ width: 412, height: 823 });
  try {
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    if (cookie !== '') await page.context().addCookies([{ name, value, url: address }]);
    const debug = await page.context().newCDPSession(page);
    await debug.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addInitScript(() => {
      const seen = { largest: 0, blocked: 0 };
      Object.defineProperty(window, 'seen', { value: seen });
      new PerformanceObserver((list) => list.getEntries().forEach(({ startTime }) => (seen.largest = startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (seen.blocked += duration - 50))).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(address, { waitUntil: 'load' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(watched);
    return await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  } finally {
    await page.close();
  }
}

function told(what: string, seen: readonly Seen[]): Result[] {
  const largest = seen.map((each) => each.largest);
  const blocked = seen.map((each) => each.blocked);
  const common = { reference: '–', ratio: '–' };
  return [
    { ...common, what: `${what}, largest paint at ${slower} × slowed`, ours: `${(median(largest) / 1000).toFixed(2)} s`, budget: '≤ 1.5 s', isMet: median(largest) <= 1_500, notes: [`${spread(largest.map((each) => each / 1000))} s in ${rounds} rounds`] },
    // 200 ms is where Lighthouse stops calling it good; the design names no number.
    { ...common, what: `${what}, blocking time at ${slower} × slowed`, ours: `${median(blocked).toFixed(0)} ms`, budget: '≤ 200 ms', isMet: median(blocked) <= 200, notes: [`${spread(blocked, 0)} ms`] },
  ];
}
