import type { CDPSession, Page } from 'playwright-core';
import { buildPages } from '#server/pages.ts';
import { openBrowser } from '#test/browser.ts';
import { median, quantile, spread, type Row } from './row.ts';

const matters = 10_000;
const slowed = 4;
const frames = 240;
/** A quick turn of the wheel: three rows in every frame. */
const pixelsOfFrame = 114;
const mostTimes = 4;

/** Ten thousand rows under the wheel, on a processor slowed four times: how long a frame takes beside one in which nothing moves, and how much stands in the page for it. */
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
      const idle = [...(await scrolled(page, 0)), ...(await scrolled(page, 0))];
      const times = await scrolled(page, pixelsOfFrame);
      const last = Number(await page.locator('.grid-body [aria-rowindex]').last().getAttribute('aria-rowindex'));
      if (last < 400) throw new Error(`scrolling got no further than row ${last}`);
      const elements = await page.evaluate(() => document.querySelectorAll('.grid-wrap *').length);
      const heard = await treeOf(devtools);
      const ratio = median(times) / median(idle);
      return [
        {
          what: `frame while scrolling ${matters.toLocaleString('en')} rows at ${slowed} × slowed processor, median`, ours: `${median(times).toFixed(0)} ms`, reference: `${median(idle).toFixed(0)} ms (nothing moves)`, ratio: ratio.toFixed(2),
          budget: `≤ ${mostTimes} ×`, isMet: ratio <= mostTimes, notes: [`p95 ${quantile(times, 0.95).toFixed(0)} ms against ${quantile(idle, 0.95).toFixed(0)} ms; ${spread(times, 0)} ms over ${times.length} frames, down to row ${last}`],
        },
        { what: 'the same: elements of the table in the page', ours: String(elements), reference: `${matters.toLocaleString('en')} rows`, ratio: (elements / matters).toFixed(2), budget: '≤ 3,000', isMet: elements <= 3_000, notes: [`${heard} nodes in the accessibility tree of the page`] },
      ];
    } finally {
      await browser.close();
    }
  },
};

/** Moves the table by itself in every frame, and takes the time from frame to frame. */
async function scrolled(page: Page, pixels: number): Promise<number[]> {
  return page.evaluate(
    ([count, step]) =>
      new Promise<number[]>((resolve) => {
        const place = document.querySelector('.grid-scroll');
        const times: number[] = [];
        let before: number | undefined;
        const draw = (now: number) => {
          if (before !== undefined) times.push(now - before);
          before = now;
          if (times.length >= count || !place) return resolve(times);
          place.scrollTop += step;
          requestAnimationFrame(draw);
        };
        requestAnimationFrame(draw);
      }),
    [frames, pixels] as const,
  );
}

async function treeOf(devtools: CDPSession): Promise<number> {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored }) => !ignored).length;
}
