import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, field, look, lookAround, openPier, settled, type Pier } from './pier.ts';

let pier: Pier;
let published: string;
beforeAll(async () => {
  pier = await openPier();
  const page = await pier.visit('/');
  const { rows } = (await ask(page, '/api/public/matters/suggestion')).body as { rows: { id: string }[] };
  published = `/public/read/suggestion/${rows[0]?.id}`;
  const items = (await ask(page, '/api/public/matters/serviceItem')).body as { rows: { id: string }[] };
  item = `/public/read/serviceItem/${items.rows[0]?.id}`;
  await page.close();
});
afterAll(() => pier.close());
let item: string;

const words = '网格';
const addresses = () => ({ start: '/', suggest: '/public/suggest', follow: '/public/follow', openness: '/public/openness', answered: '/public/read/suggestion', items: `/public/read/serviceItem?q=%E8%AE%B8%E5%8F%AF`, answer: published, item, search: `/public/search?q=${encodeURIComponent(words)}`, help: '/public/help', nowhere: '/public/nowhere' });

test('every public page fits, reads well and asks no other host, in every face', async () => {
  const page = await pier.visit('/');
  for (const [name, address] of Object.entries(addresses())) {
    await open(page, address);
    await lookAround(page, `public-${name}`, {
      widths: [1440, 390, 360],
      inEach: async ({ width, language }) => expect(await tooSmall(page), `${name} at ${width} in ${language}: targets under 44 points`).toEqual([]),
    });
  }
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('large type, high contrast and the dark of the system are kept, fit on a small telephone and can be read', async () => {
  const page = await pier.visit('/', { width: 360, height: 740 });
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: '高对比' }).click();
  for (const name of ['start', 'suggest', 'item', 'openness'] as const) {
    await open(page, addresses()[name]);
    expect(await page.locator('html').getAttribute('class')).toBe('large contrast');
    await look(page, `public-large-contrast-${name}`);
  }
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: '高对比' }).click();
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  for (const name of ['start', 'suggest', 'item', 'openness'] as const) {
    await open(page, addresses()[name]);
    await look(page, `public-dark-${name}`);
  }
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a suggestion typed halfway is offered again, without name and contact', async () => {
  const page = await pier.visit('/public/suggest');
  await page.getByRole('button', { name: '我已阅读，继续' }).click();
  await field(page, '标题').fill('在市民广场增设饮水点');
  await field(page, '姓名或称呼').fill('一位路人');
  await page.getByText('已在这台设备上存为草稿').waitFor();
  await page.goto('/public/suggest');
  await page.getByText('您上次填过一份，还没有提交').waitFor();
  await page.getByRole('button', { name: '我已阅读，继续' }).click();
  await page.getByRole('button', { name: '接着填' }).click();
  expect(await field(page, '标题').inputValue()).toBe('在市民广场增设饮水点');
  expect(await field(page, '姓名或称呼').inputValue()).toBe('');
  await page.close();
});

test('a large photo is made smaller before it is sent', async () => {
  const page = await pier.visit('/public/suggest');
  await page.getByRole('button', { name: '我已阅读，继续' }).click();
  const bytes = await noisyPhoto(page);
  expect(bytes.length).toBeGreaterThan(2_000_000);
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/public/files'));
  await field(page, '图片和附件').setInputFiles({ name: '广场.png', mimeType: 'image/png', buffer: bytes });
  await page.getByRole('button', { name: '移除 广场.jpg' }).waitFor();
  const stored = (await (await (await sent).response())?.json()) as { size: number; type: string }[];
  expect(stored[0]?.type).toBe('image/jpeg');
  expect(stored[0]?.size).toBeLessThan(bytes.length / 2);
  await page.close();
});

test('the page is read aloud piece by piece where the device has a voice, and only there', async () => {
  const silent = await pier.visit('/public/help');
  await silent.getByRole('heading', { level: 1 }).waitFor();
  expect(await silent.getByRole('button', { name: '朗读' }).count()).toBe(0);
  await silent.close();

  const page = await pier.visit('about:blank');
  await page.addInitScript(() => {
    const said: string[] = [];
    const voice = { getVoices: () => [{ lang: 'zh-CN' }], cancel: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined, speak: (piece: { text: string; onend: () => void }) => { said.push(piece.text); if (said.length < 4) setTimeout(piece.onend, 0); } };
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { text: string; constructor(text: string) { this.text = text; } } });
    Object.defineProperty(window, 'said', { value: said });
  });
  await open(page, '/public/help');
  await page.getByRole('button', { name: '朗读' }).click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual(['使用帮助和无障碍', '提一条建议', '点“我要提建议”，先看告知，再写三样：一句话标题、现在是什么情况、建议怎么办。', '不用注册。']);
  expect(await page.locator('.is-read').textContent()).toContain('不用注册');
  await page.getByRole('button', { name: '停止朗读' }).click();
  await page.locator('.is-read').waitFor({ state: 'detached' });
  await page.close();
});

test('two characters find what is published, one is told to be too few, and a code never comes into the address', async () => {
  const page = await pier.visit('/');
  const box = page.getByRole('search').getByRole('textbox');
  await box.fill(words);
  await page.getByRole('button', { name: '查询' }).click();
  await page.locator('mark', { hasText: words }).first().waitFor();
  await page.getByLabel('输入任意两个字查找').fill('网');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('请至少输入两个字。').waitFor();
  await page.goto('/');
  await box.fill('abcd-efgh-jkmn-pqrs');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('alert').waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/public/follow');
  await page.close();
});

test('a page that breaks says so in words, the others go on, and the server is told', async () => {
  const page = await pier.visit('/');
  await page.route('**/assets/openness-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: `export function Openness() { throw new TypeError('broken on purpose'); }` }));
  const told = page.waitForRequest((request) => request.url().endsWith('/api/public/faults'));
  await page.getByRole('link', { name: '公开数字' }).first().click();
  await page.getByRole('heading', { name: '这一页出了差错' }).waitFor();
  expect((await told).postDataJSON()).toMatchObject({ page: '/public/openness', words: 'TypeError: broken on purpose', browser: expect.stringMatching(/^Chrome \d+$/) });
  expect((await (await told).response())?.status()).toBe(200);
  await page.getByRole('link', { name: '首页', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '一座桥，连起好点子与好办法' }).waitFor();
  await page.close();
});

test('without scripts, or where none comes, there are words and a telephone instead of nothing', async () => {
  const plain = await pier.browser.browser.newContext({ baseURL: pier.origin, javaScriptEnabled: false, locale: 'zh-CN' });
  const page = await plain.newPage();
  await page.goto('/');
  await page.getByRole('heading', { name: '这里需要启用浏览器的脚本（JavaScript）' }).waitFor();
  expect(await page.getByRole('link', { name: '12345' }).first().getAttribute('href')).toBe('tel:12345');
  await plain.close();

  const cut = await pier.browser.browser.newContext({ baseURL: pier.origin, locale: 'zh-CN' });
  const waiting = await cut.newPage();
  await waiting.route('**/assets/*.js', (route) => route.abort());
  await waiting.goto('/');
  await waiting.getByText('正在打开').waitFor();
  await waiting.getByText('可能是网络不通，也可能是浏览器太旧').waitFor({ timeout: 15_000 });
  await cut.close();
});

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
}

/** Buttons, links and fields that a finger may miss. Links within a sentence are as high as the sentence (WCAG 2.2, 2.5.8). */
function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input:not([type=checkbox]):not([type=radio]), select, textarea, nav a, a.button, .entries > li > a, .footer a')]
      .filter((each) => each.getClientRects().length > 0 && !each.closest('.hidden-words') && each.getBoundingClientRect().height < 43.5)
      .map((each) => `${each.tagName} ${each.textContent?.slice(0, 20) ?? ''} ${each.getBoundingClientRect().height}`),
  );
}

/** A picture that does not compress: as heavy as one from a telephone. */
async function noisyPhoto(page: Page): Promise<Buffer> {
  const encoded = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2600, height: 1900 });
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    const image = pen.createImageData(canvas.width, canvas.height);
    // The same noise every time.
    for (let at = 0, seed = 7; at < image.data.length; at += 4) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      image.data.set([seed % 256, (seed >> 8) % 256, 128, 255], at);
    }
    pen.putImageData(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(encoded, 'base64');
}
