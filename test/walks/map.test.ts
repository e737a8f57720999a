import { createServer, type Server } from 'node:http';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawNonce, pagePolicy } from '#server/http/headers.ts';
import { axe, openBrowser, shoot, type OpenBrowser } from '#test/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-map-'));
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
let server: Server;
let origin: string;

beforeAll(async () => {
  await build({ configFile: false, root: fileURLToPath(new URL('map-story/', import.meta.url)), plugins: [react()], logLevel: 'error', build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } } });
  // Under the policy of every page of ours.
  server = createServer((request, response) => {
    const path = join(folder, request.url === '/' ? 'index.html' : (request.url ?? '').split('?')[0] ?? '');
    if (!path.startsWith(folder) || !existsSync(path)) return void response.writeHead(404).end();
    void readFile(path).then((bytes) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-security-policy': pagePolicy(drawNonce()) }).end(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function within(options: { readonly webGl: boolean }, work: (browser: OpenBrowser) => Promise<void>): Promise<void> {
  const browser = await openBrowser({ origin, ...options });
  try {
    await work(browser);
    expect(browser.troubles().filter((each) => !/WebGL|GPU|Automatic fallback/.test(each))).toEqual([]);
  } finally {
    await browser.close();
  }
}

test('without WebGL the places are drawn plainly, the list leads to each, and nothing is asked of another host', () =>
  within({ webGl: false }, async (browser) => {
    const page = await browser.newPage();
    // As on a desktop whose graphics are blocked; this browser would draw them in software.
    await page.addInitScript(() => void (HTMLCanvasElement.prototype.getContext = () => null));
    await page.goto('/');
    await page.getByText('这台电脑不能显示可缩放地图，已换成简图。').waitFor();
    expect(await page.locator('circle.map-feature').count()).toBe(2);
    expect(await page.locator('path.map-feature').count()).toBe(1);
    expect(await page.getByRole('link', { name: '2 宗还没有填位置' }).getAttribute('href')).toContain('f.at');
    await page.getByRole('button', { name: '定位：二号井' }).click();
    await page.locator('circle.map-feature.is-focused').waitFor();
    await shoot(page, 'walks/map-plain');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '看全' }).click();
    await page.locator('circle.map-feature.is-red').click();
    await page.getByRole('heading', { name: '事项 1' }).waitFor();
  }));

test('with WebGL the same places stand on a map one can zoom', () =>
  within({ webGl: true }, async (browser) => {
    const page = await browser.newPage();
    await page.goto('/');
    await page.locator('.glass-map canvas').waitFor();
    await page.waitForFunction(() => document.querySelector('.maplibregl-ctrl-scale')?.textContent);
    await page.getByRole('button', { name: '放大' }).waitFor();
    await page.getByRole('button', { name: '定位：一号井' }).click();
    // Software draws slowly; the picture is there when its middle is no longer ground.
    await expect.poll(() => shade(page), { timeout: 60_000, interval: 500 }).toBe('drawn');
    await shoot(page, 'walks/map-glass');
    expect(await axe(page)).toEqual([]);
    const box = await page.locator('.glass-map canvas').boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await page.getByRole('heading', { name: '事项 1' }).waitFor();
  }));

/** Whether the middle of the map has another colour than its ground. */
async function shade(page: Awaited<ReturnType<OpenBrowser['newPage']>>): Promise<string> {
  const box = await page.locator('.glass-map canvas').boundingBox();
  if (!box) return 'absent';
  const clip = { x: box.x + box.width / 2 - 3, y: box.y + box.height / 2 - 3, width: 6, height: 6 };
  const [middle, corner] = [await page.screenshot({ clip }), await page.screenshot({ clip: { ...clip, x: box.x + 4, y: box.y + box.height / 2 } })];
  return middle.equals(corner) ? 'ground' : 'drawn';
}
