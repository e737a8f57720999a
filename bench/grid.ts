import type { CDPSession, Page } from 'playwright-core';
import { buildPages } from '#server/pages.ts';
import { openBrowser } from '#test/browser.ts';
import { median, quantile, spread, type Row } from './row.ts';

const matters = 10_000;
const slowed = 4;
const frames = 240;

/** Ten thousand rows under the wheel, on a processor slowed four times: how long a frame takes, and how much stands in the page for it. */
export const grid: Row = {
  name: 'grid',
  async measure(ground) {
    await buildPages(() => {});
    const site = await ground.district(matters);
    const { port, cookie } = await site.serve();
    const origin = `http://127.0.0.1:${port}`;
    const browser = await openBrowser({ origin });
    try {
      const page = await browser.newPage({ width: 1440, height: 900 });
      const [name = '', value = ''] = cookie.split('=');
      await page.context().addCookies([{ name, value, url: origin }]);
      await page.goto(`${origin}/work/matters/suggestion?saved=all`);
      await page.getByRole('table').getByRole('row').nth(10).waitFor();
      const total = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1;
      if (total !== matters) throw new Error(`the register has ${total} rows`);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed });
      const times = await scrolled(page);
      const last = Number(await page.locator('.grid-body [aria-rowindex]').last().getAttribute('aria-rowindex'));
      if (last < 1_000) throw new Error(`scrolling got no further than row ${last}`);
      const elements = await page.evaluate(() => document.querySelectorAll('.grid-wrap *').length);
      const heard = await treeOf(devtools);
      const slow = quantile(times, 0.95);
      return [
        { what: `frame while scrolling ${matters.toLocaleString('en')} rows at ${slowed} × slowed processor, p95`, ours: `${slow.toFixed(0)} ms`, reference: '–', ratio: '–', budget: '≤ 100 ms', isMet: slow <= 100, notes: [`median ${median(times).toFixed(0)} ms, ${spread(times, 0)} ms over ${times.length} frames, down to row ${last}`] },
        { what: 'the same: elements of the table in the page', ours: String(elements), reference: `${matters.toLocaleString('en')} rows`, ratio: (elements / matters).toFixed(2), budget: '≤ 3,000', isMet: elements <= 3_000, notes: [`${heard} nodes in the accessibility tree of the page`] },
      ];
    } finally {
      await browser.close();
    }
  },
};

/** Turns the wheel by the page itself, a screenful every few frames, and takes the time from frame to frame. */
async function scrolled(page: Page): Promise<number[]> {
  return page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const place = document.querySelector('.grid-scroll');
        const times: number[] = [];
        let before: number | undefined;
        const step = (now: number) => {
          if (before !== undefined) times.push(now - before);
          before = now;
          if (times.length >= count || !place) return resolve(times);
          place.scrollTop += 380;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    frames,
  );
}

async function treeOf(devtools: CDPSession): Promise<number> {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored }) => !ignored).length;
}
