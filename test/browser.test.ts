import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, shoot, type OpenBrowser } from '#test/browser.ts';

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src * data:; connect-src 'self'; require-trusted-types-for 'script'";

const page = (body: string) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>栈桥</title>
<link rel="icon" href="data:,"><script src="/answer.js" defer></script></head><body><main>${body}</main></body></html>`;

const pages: Record<string, { type: string; body: string }> = {
  '/': { type: 'text/html', body: page('<h1>事项登记</h1><button>交办</button><p role="status"></p>') },
  '/outside': { type: 'text/html', body: page('<h1>外部图片</h1><img alt="" src="http://tiles.example/1.png">') },
  '/unlabelled': { type: 'text/html', body: page('<h1>无标签</h1><input type="text">') },
  '/broken': { type: 'text/html', body: page('<h1>出错</h1><button class="throws">出错</button>') },
  '/answer.js': {
    type: 'text/javascript',
    body: `document.querySelector('button')?.addEventListener('click', (event) => {
      if (event.target.className === 'throws') throw new Error('broken on purpose');
      document.querySelector('[role=status]').textContent = '已交办';
    });`,
  },
};

let server: Server;
let origin: string;
const opened: OpenBrowser[] = [];

async function open(): Promise<OpenBrowser> {
  const harness = await openBrowser({ origin });
  opened.push(harness);
  return harness;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const found = pages[request.url ?? ''];
    response.writeHead(found ? 200 : 404, {
      'content-type': `${found?.type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': strict,
    });
    response.end(found?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await Promise.all(opened.map((harness) => harness.close()));
  await new Promise((resolve) => server.close(resolve));
});

test('a page in Chinese is opened, clicked, photographed and found without fault under a strict policy', async () => {
  const harness = await open();
  const page = await harness.newPage({ width: 390, height: 700 });
  await page.goto('/');
  await page.getByRole('button', { name: '交办' }).click();
  await page.getByText('已交办').waitFor();
  expect(await page.evaluate(() => [navigator.language, innerWidth])).toEqual(['zh-CN', 390]);
  expect(await axe(page)).toEqual([]);
  const picture = await shoot(page, 'browser-test');
  expect(existsSync(picture)).toBe(true);
  await rm(picture);
  expect(harness.troubles()).toEqual([]);
}, 60_000);

test('a request to another host is recorded and never reached', async () => {
  const harness = await open();
  const page = await harness.newPage();
  await page.goto('/outside');
  expect(harness.outsideRequests()).toEqual(['http://tiles.example/1.png']);
  expect(harness.troubles().join()).toContain('tiles.example');
}, 60_000);

test('a field without a label, an error in a script and a policy violation do not go unseen', async () => {
  const harness = await open();
  const page = await harness.newPage({ locale: 'en-GB' });
  await page.goto('/unlabelled');
  expect((await axe(page)).map(({ rule }) => rule)).toContain('label');
  await page.goto('/broken');
  await page.getByRole('button').click();
  await page.evaluate(() => document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{}' })));
  await expect.poll(() => harness.pageErrors().join()).toContain('broken on purpose');
  await expect.poll(() => harness.consoleErrors().join()).toContain('Content Security Policy');
}, 60_000);
