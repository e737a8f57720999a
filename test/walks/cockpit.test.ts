import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, openPier, settled, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

test('every light of the cockpit leads to as many records as it counts, at a desk and on a phone', async () => {
  const page = await pier.enter('office-head', { at: '/work/cockpit' });
  const cell = page.getByRole('region', { name: '各单位、各台账时限状态' }).locator('td.lit a').first();
  await cell.waitFor();
  await look(page, 'cockpit-1');
  const count = (await cell.innerText()).trim();
  await cell.click();
  await page.getByText(new RegExp(`共 ${count} `)).first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/work/cockpit');
  await page.getByRole('button', { name: 'English' }).click();
  await settled(page);
  await look(page, 'cockpit-2-phone-en');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('the wall fits a screen of 1920 by 1080 without scrolling, in both languages, and Esc leaves it', async () => {
  const page = await pier.enter('top', { width: 1920, height: 1080 });
  for (const language of ['zh', 'en'] as const) {
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await page.goto('/work/wall');
    await page.locator('.wall-figures b').first().waitFor();
    await settled(page);
    await look(page, `wall-${language}`);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    // Nothing is smaller than 20 px: that can be read from across a room.
    expect(await page.locator('.wall :is(h1, h2, b, span, time, em)').evaluateAll((each) => each.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)).filter((size) => size < 20))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForURL(/\/work\/cockpit/);
  }
  await page.close();
  expect(pier.troubles()).toEqual([]);
});
