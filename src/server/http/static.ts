import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Platform } from '../platform.ts';
import { drawNonce, pagePolicy } from './headers.ts';
import { refuseRequest } from './refusals.ts';

/** Where the build leaves the place for the nonce (`html.cspNonce` in the Vite configuration). */
const noncePlace = '__CSP_NONCE__';
/** Where the public page is told whose it is, so that nothing has to be asked before its head stands. */
const districtPlace = '__DISTRICT__';

/** The pages: the light public entry at the root, the workbench under /work. Addresses within either belong to its own router. */
export async function servePages(app: FastifyInstance, folder: string, { districtName, isDemonstration }: Pick<Platform, 'districtName' | 'isDemonstration'>): Promise<void> {
  if (existsSync(join(folder, 'assets'))) {
    // Their names change with their content.
    await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', preCompressed: true, index: false, decorateReply: false });
  }
  for (const file of looseFiles(folder)) {
    await app.register(fastifyStatic, { root: folder, serve: false, decorateReply: !app.hasReplyDecorator('sendFile') });
    app.get(`/${file}`, { exposeHeadRoute: false }, (_request, reply) => reply.header('cache-control', 'public, max-age=3600').sendFile(file, folder));
  }
  const workbench = readOnce(join(folder, 'index.html'));
  const district = escaped(JSON.stringify({ name: districtName, isDemonstration }));
  const readPortal = readOnce(join(folder, 'public.html'));
  const portal = async () => (await readPortal()).replace(districtPlace, () => district);
  for (const url of ['/work', '/work/*']) app.get(url, (_request, reply) => sendPage(reply, workbench));
  for (const url of ['/', '/public', '/public/*']) app.get(url, (_request, reply) => sendPage(reply, portal));
}

async function sendPage(reply: FastifyReply, read: () => Promise<string>): Promise<FastifyReply> {
  const nonce = drawNonce();
  const html = (await read()).replaceAll(noncePlace, nonce);
  return reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': pagePolicy(nonce) }).send(html);
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Icons and the like beside the pages. */
function looseFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.(html|br|gz|map)$/.test(entry.name))
    .map((entry) => entry.name);
}

function readOnce(path: string): () => Promise<string> {
  let read: Promise<string> | undefined;
  return () => {
    if (!existsSync(path)) throw refuseRequest('pagesNotBuilt');
    return (read ??= readFile(path, 'utf8'));
  };
}
