import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from '#test/browser.ts';

// `node bin/zhanqiao pictures`, or with the names of some: takes the pictures of README and guides anew from the sample district.

const here = fileURLToPath(new URL('./', import.meta.url));
const program = fileURLToPath(new URL('../../bin/zhanqiao', import.meta.url));
/** A picture that is committed weighs no more than this. */
const heaviest = 150 * 1024;

const desk = { width: 1280, height: 800 };
const telephone = { width: 390, height: 760 };

interface Picture {
  readonly name: string;
  /** A post of the sample district; nobody for the public pages. */
  readonly as?: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Goes to what is shown. */
  show(page: Page): Promise<unknown>;
}

const at = (address: string) => (page: Page) => page.goto(address);

const pictures: readonly Picture[] = [
  { name: 'public-start', size: desk, show: at('/') },
  { name: 'work-start', as: 'office-1', size: desk, show: at('/work') },
  { name: 'work-register', as: 'office-1', size: desk, show: at('/work/matters/suggestion') },
  { name: 'work-matter', as: 'office-1', size: desk, show: (page) => openFirst(page, 'implementing') },
  { name: 'work-cockpit', as: 'office-head', size: desk, show: at('/work/cockpit') },
  { name: 'work-figures', as: 'office-1', size: desk, show: at('/work/figures') },
  { name: 'work-administration', as: 'administrator', size: desk, show: at('/work/administration') },
  { name: 'work-import', as: 'guide-office', size: desk, show: at('/work/imports/serviceItem') },
  { name: 'work-park', as: 'industry', size: desk, show: (page) => openPanel(page, 'park', '金山工业园', '园区地块图') },
  { name: 'work-floors', as: 'urban-park-project', size: desk, show: (page) => openPanel(page, 'building', '都市-01', '楼层图') },
  { name: 'public-phone', size: telephone, show: at('/') },
  { name: 'public-form', size: telephone, show: async (page) => {
    await openForm(page);
    await page.locator('.steps').evaluate((steps) => steps.scrollIntoView());
  } },
  { name: 'public-code', size: telephone, show: handIn },
  { name: 'public-follow', size: telephone, show: async (page) => {
    await handIn(page);
    await page.getByRole('button', { name: '查看办理进度' }).click();
    await page.getByRole('heading', { name: '告诉过您的' }).waitFor();
  } },
];

const asked = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'zhanqiao-pictures-'));
const child = spawn(process.execPath, [program, 'start', '--data', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const origin = await addressOf(child);
  const harness = await openBrowser({ origin });
  try {
    await refuseWithoutChinese(harness);
    for (const picture of pictures.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
      const bytes = await take(harness, origin, picture);
      await writeFile(join(here, `${picture.name}.webp`), bytes);
      console.log(`${picture.name}.webp ${Math.round(bytes.length / 1024)} kB`);
    }
  } finally {
    await harness.close();
  }
} finally {
  const ended = once(child, 'exit');
  if (child.exitCode === null && child.kill('SIGTERM')) await ended;
  await rm(folder, { recursive: true, force: true });
}

async function addressOf({ stdout }: typeof child): Promise<string> {
  let said = '';
  for await (const chunk of stdout ?? []) {
    said += String(chunk);
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (found) return found;
  }
  throw new Error(said);
}

async function take(harness: OpenBrowser, origin: string, { as, size, show }: Picture): Promise<Buffer> {
  const page = await harness.newPage(size);
  try {
    if (as) {
      const answer = await page.context().request.post(`${origin}/api/session/demonstration`, { data: { postId: as } });
      if (!answer.ok()) throw new Error(await answer.text());
    }
    await show(page);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    // What is asked after has come when nothing waits any more and nothing was asked for a while; the stream of events never ends.
    await page.waitForTimeout(1_500);
    await page.waitForFunction(() => document.querySelector('.waiting') === null, undefined, { timeout: 120_000 });
    await page.waitForTimeout(1_000);
    const debug = await page.context().newCDPSession(page);
    const { data } = await debug.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length > heaviest) throw new Error(`${Math.round(bytes.length / 1024)} kB is too heavy for a picture that is committed`);
    return bytes;
  } finally {
    await page.close();
  }
}

async function openFirst(page: Page, stage: string): Promise<void> {
  const answer = await page.context().request.get(`/api/matters/suggestion?stage=${stage}&size=1`);
  const { rows } = (await answer.json()) as { rows: readonly { id: string }[] };
  await page.goto(`/work/matters/suggestion/${rows[0]?.id}`);
}

/** The page of the first matter that the words find, a panel of it at the top. */
async function openPanel(page: Page, mechanism: string, words: string, panel: string): Promise<void> {
  const answer = await page.context().request.get(`/api/matters/${mechanism}?q=${encodeURIComponent(words)}&size=1`);
  const { rows } = (await answer.json()) as { rows: readonly { id: string }[] };
  await page.goto(`/work/matters/${mechanism}/${rows[0]?.id}`);
  const shown = page.getByRole('region', { name: panel });
  await shown.locator('svg').first().waitFor();
  // Below the bar that stays at the top.
  await shown.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 70));
}

async function openForm(page: Page): Promise<void> {
  await page.goto('/public/suggest');
  await page.getByRole('button', { name: '我已阅读，继续' }).click();
  await page.getByLabel(/^标题/).fill('在鳌山卫街道中心小学门口增设公交站');
  await page.getByLabel(/^主要事由/).fill('放学时家长的车把路口堵住，孩子们要走到八百米外的站台等车。');
  await page.getByLabel(/^对策建议/).fill('请在校门口设站，早晚各加两班车。');
}

async function handIn(page: Page): Promise<void> {
  await openForm(page);
  await page.getByLabel(/^建议人类别/).selectOption({ label: '市民' });
  await page.getByLabel('匿名，只凭查询码查答复').check();
  await page.getByRole('button', { name: '提交建议' }).click();
  await page.locator('.receipt-number').waitFor();
}

/** Without a Chinese font every character is the same empty box. */
async function refuseWithoutChinese(harness: OpenBrowser): Promise<void> {
  const page = await harness.newPage();
  const isSame = await page.evaluate(() => {
    const drawn = ['栈', '桥'].map((character) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
      const pen = canvas.getContext('2d');
      if (pen) pen.font = '32px sans-serif';
      pen?.fillText(character, 2, 34);
      return canvas.toDataURL();
    });
    return drawn[0] === drawn[1];
  });
  await page.close();
  if (isSame) throw new Error('这台机器没有中文字体，拍出来全是方框；请先安装一种（如 fonts-noto-cjk）。There is no Chinese font on this machine; install one (fonts-noto-cjk) first.');
}
