import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type TestServer } from './test-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-pages-'));
let server: TestServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>workbench</title><script nonce="__CSP_NONCE__" src="/assets/a-1.js"></script><meta nonce="__CSP_NONCE__">');
  writeFileSync(join(folder, 'public.html'), '<title>public</title><meta name="district" content="__DISTRICT__">');
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'export const a = 1;\n'.repeat(200));
  writeFileSync(join(folder, 'assets', 'a-1.js.br'), brotliCompressSync('export const a = 1;\n'.repeat(200)));
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, '.built'), 'hash');
  server = await serve({ pages: folder });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a page', () => {
  it('carries a nonce that is its own alone, the same in its policy', async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      const page = await server.visitor().get('/work/matters/suggestion?stage=adopted');
      const policy = String(page.headers['content-security-policy']);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(page.body.match(new RegExp(`nonce="${nonce.replace(/[+/=]/g, '\\$&')}"`, 'g'))).toHaveLength(2);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(page.headers['cache-control']).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('of the public says in itself whose it is, and a name cannot break out of it', async () => {
    const content = /content="([^"]*)"/.exec((await server.visitor().get('/')).body)?.[1] ?? '';
    expect(JSON.parse(content.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))))).toEqual({ name: '即墨区', isDemonstration: false });
  });

  it('at the root is the light public one, under /work the workbench', async () => {
    for (const url of ['/', '/public/suggestions']) expect((await server.visitor().get(url)).body, url).toContain('<title>public');
    for (const url of ['/work', '/work/', '/work/first?token=x']) expect((await server.visitor().get(url)).body, url).toContain('<title>workbench');
  });

  it('has its parts kept for ever and sent compressed', async () => {
    const part = await server.visitor().get('/assets/a-1.js', { 'accept-encoding': 'br' });
    expect(part.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(part.headers['content-encoding']).toBe('br');
    expect(part.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect((await server.visitor().get('/assets/a-1.js')).headers['content-encoding']).toBeUndefined();
    expect((await server.visitor().get('/icon.svg')).headers['content-type']).toBe('image/svg+xml');
  });

  it('and nothing else of the folder or the machine is served', async () => {
    for (const url of ['/.built', '/index.html', '/public.html', '/assets/../.built', '/assets/%2e%2e/.built', '/assets/..%2f..%2fetc/passwd', '/assets/nothing.js', '/etc/passwd', '/work.map']) {
      const answer = await server.visitor().get(url);
      expect(answer.statusCode, url).toBe(404);
      expect(answer.headers['content-type'], url).toContain('application/problem+json');
    }
  });

  it('that is not built yet says so', async () => {
    const bare = await serve();
    const answer = await bare.visitor().get('/');
    expect(answer.statusCode).toBe(503);
    expect(answer.json<{ code: string }>().code).toBe('pagesNotBuilt');
    await bare.stop();
  });
});
