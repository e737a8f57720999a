import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#contract/shapes.ts';
import { routes, type RouteKey } from '#contract/routes.ts';
import { platformRefusals } from './refusals.ts';
import { splitKey } from './register.ts';
import { password, serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
});
afterAll(() => server.stop());

/** The addresses in a tree as Fastify prints it. */
function printedPaths(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([\s│]*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    if (part === '') return [];
    const depth = indent.length / 4;
    above.length = depth;
    above[depth] = part.split('|')[0] ?? '';
    return methods ? [above.join('')] : [];
  });
}

describe('every address', () => {
  it('of the table is served, and nothing else but pages', async () => {
    const shapeOf = (url: string) => url.replace(/:[^/]+/g, ':');
    for (const key of Object.keys(routes) as RouteKey[]) {
      const [method, url] = splitKey(key);
      expect(server.app.hasRoute({ method, url }), key).toBe(true);
    }
    const tabled = new Set((Object.keys(routes) as RouteKey[]).map((key) => shapeOf(splitKey(key)[1])));
    const pages = ['/', '/work', '/work*', '/public', '/public*'];
    const served = printedPaths(server.app.printRoutes({ commonPrefix: false })).filter((url) => !pages.includes(url));
    expect(new Set(served.map(shapeOf))).toEqual(tabled);
    const answer = await office.get('/api/nothing-here');
    expect(answer.statusCode).toBe(404);
    expect(answer.json<Problem>().code).toBe('unknownRoute');
  });

  it.each(['/%', '/work/%ff', '/api/%zz'])('that cannot be decoded is told in our words: %s', async (url) => {
    const answer = await office.get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.json<Problem>().code).toBe('unknownRoute');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('says which methods it takes', async () => {
    const answer = await office.send('PUT', '/api/duties', {});
    expect(answer.statusCode).toBe(405);
    expect(answer.headers['allow']).toBe('GET');
    expect(answer.json<Problem>().code).toBe('wrongMethod');
  });

  it('asks a stranger to sign in, unless it is open to all', async () => {
    for (const key of Object.keys(routes) as RouteKey[]) {
      const [method, url] = splitKey(key);
      if (routes[key].access === 'anybody') continue;
      const answer = await server.visitor().send(method as 'GET', url.replaceAll(/:\w+/g, 'x'), method === 'POST' ? {} : undefined);
      expect(answer.statusCode, key).toBe(401);
      expect(answer.json<Problem>().code, key).toBe('signIn');
    }
  });

  it('of an administrator is closed to everybody else', async () => {
    const answer = await office.get('/api/administration/posts');
    expect(answer.statusCode).toBe(403);
    expect(answer.json<Problem>().code).toBe('notAdministrator');
  });

  it('takes no name of the language for a mechanism or an action', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect((await office.get(`/api/matters/${name}`)).json<Problem>().code, name).toBe('unknownMechanism');
      expect((await office.post(`/api/matters/suggestion/actions/${name}`, { input: {} })).json<Problem>().code, name).toBe('unknownAction');
      expect((await office.get(`/api/matters/suggestion/0191b0a0-0000-7000-8000-000000000000/documents/${name}`)).statusCode, name).toBe(404);
    }
  });
});

describe('a refusal', () => {
  it('speaks the language of the browser, and brings both', async () => {
    const asked = { zh: {}, en: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' } };
    for (const [language, headers] of Object.entries(asked)) {
      const answer = await server.visitor().get('/api/duties', headers);
      const problem = answer.json<Problem>();
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(problem.title).toBe(problem.words[language as 'zh' | 'en']);
      expect(problem.words.zh).toMatch(/[。]$/);
    }
    const own = await server.visitor().get('/api/duties', { 'accept-language': 'en', 'x-language': 'zh' });
    expect(own.json<Problem>().title).toBe('请先登录。');
    const less = await server.visitor().get('/api/duties', { 'accept-language': 'en;q=0.3, zh-CN;q=0.9' });
    expect(less.json<Problem>().title).toBe('请先登录。');
  });

  it('has words in both languages, in Chinese with Chinese punctuation', () => {
    for (const [code, words] of Object.entries(platformRefusals)) {
      expect(words.zh, code).toMatch(/[一-龥].*。$/);
      expect(words.zh, code).not.toMatch(/[一-龥][,;:?!]/);
      expect(words.en, code).toMatch(/^[^一-龥]+\.$/);
      expect(words.status, code).toBeGreaterThanOrEqual(400);
    }
  });

  it.each([
    ['no JSON', '{"name":', 400, 'malformed'],
    ['nothing', '', 400, 'malformed'],
    ['a poisoned prototype', '{"name":"a","password":"b","__proto__":{"isAdministrator":true}}', 400, 'malformed'],
    ['NUL', '{"name":"a\\u0000","password":"b"}', 400, 'badCharacters'],
    ['half a character', '{"name":"\\ud83d","password":"b"}', 400, 'badCharacters'],
    ['two megabytes', `{"name":"${'a'.repeat(2_000_000)}"}`, 413, 'tooLarge'],
    ['a list', '[]', 422, 'badInput'],
    ['null', 'null', 422, 'badInput'],
    ['a number for a name', '{"name":5,"password":"b"}', 422, 'badInput'],
  ])('answers a body of %s', async (_name, body, status, code) => {
    const answer = await server.visitor().post('/api/session', body, { 'content-type': 'application/json' });
    expect(answer.statusCode).toBe(status);
    expect(answer.json<Problem>().code).toBe(code);
  });

  it('names each wrong field', async () => {
    const { fields } = (await server.visitor().post('/api/session', { name: '' })).json<Problem>();
    expect(fields?.['name']).toEqual({ zh: '至少填写 1 个字', en: 'At least 1 characters' });
    expect(fields?.['password']).toEqual({ zh: '必须填写', en: 'Required' });
    const list = (await office.get('/api/matters/suggestion?page=0&size=9999')).json<Problem>();
    expect(Object.keys(list.fields ?? {})).toEqual(['page', 'size']);
  });

  it('answers another content type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const answer = await server.visitor().post('/api/session', 'name=a', { 'content-type': type });
      expect(answer.statusCode, type).toBe(415);
      expect(answer.json<Problem>().code, type).toBe('wrongType');
    }
    const form = await office.post('/api/files', { file: 1 });
    expect(form.statusCode).toBe(415);
  });

  it('answers NUL in an address and in a question', async () => {
    expect((await office.get('/api/matters/suggestion?q=%00')).json<Problem>().code).toBe('badCharacters');
    expect((await office.get('/api/figures/%00/records')).json<Problem>().code).toBe('badCharacters');
    expect((await office.get('/api/matters/suggestion/%00')).json<Problem>().code).toBe('badCharacters');
  });

  it('gives a defect a number and shows nothing of it', async () => {
    const broken = await serve();
    await broken.store.close();
    const answer = await broken.visitor().post('/api/session', { name: 'office', password });
    expect(answer.statusCode).toBe(500);
    const problem = answer.json<Problem>();
    expect(problem.code).toBe('defect');
    expect(problem.incident).toMatch(/^\d{8}-[0-9A-F]{8}$/);
    expect(answer.body).not.toMatch(/pool|stack|\.ts/i);
    expect(problem.words.zh).toContain(problem.incident);
    const logged = broken.log.find(({ level }) => level === 'error');
    expect(JSON.stringify(logged)).toContain(problem.incident);
    expect((logged?.fields as { err?: Error } | undefined)?.err).toBeInstanceOf(Error);
    await broken.stop().catch(() => undefined);
  });
});

describe('what is not HTTP', () => {
  it('is told so in both languages', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.app.server.address() as AddressInfo;
    for (const [bytes, status, code] of [['NONSENSE\r\n\r\n', 400, 'brokenRequest'], [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(70_000)}\r\n\r\n`, 431, 'headersTooLarge']] as const) {
      const answer = await new Promise<string>((resolve, reject) => {
        let heard = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        socket.on('data', (data) => (heard += data.toString())).on('close', () => resolve(heard)).on('error', reject);
      });
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      const problem = JSON.parse(answer.slice(answer.indexOf('{'))) as Problem;
      expect(problem.code).toBe(code);
      expect(problem.words.en).not.toBe('');
    }
  });
});

describe('the headers', () => {
  it('keep other sites out', async () => {
    const { headers } = await server.visitor().get('/api/session');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    for (const name of ['referrer-policy', 'cross-origin-opener-policy', 'permissions-policy']) expect(headers[name], name).toBeDefined();
  });

  it('of problems are the same', async () => {
    const { headers } = await server.visitor().get('/nowhere');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('write nothing personal into the log', async () => {
    await server.visitor().post('/api/public/follow', { code: 'ABCD-EFGH-JKMN-PQRS' });
    const lines = JSON.stringify(server.log);
    expect(lines).not.toContain('ABCD-EFGH');
    expect(lines).not.toContain(password);
    expect(lines).toContain('/api/public/follow');
  });
});

describe('whoever watches over it', () => {
  it('learns that it is well', async () => {
    expect((await server.visitor().get('/health')).json()).toEqual({ ok: true, database: true });
  });

  it('reads metrics on the same machine only', async () => {
    const here = await server.visitor().get('/metrics');
    expect(here.statusCode).toBe(200);
    expect(here.body).toContain('zhanqiao_http_seconds');
    expect(here.body).not.toContain('0191b0a0');
    const away = await server.visitor().get('/metrics', { 'x-forwarded-for': '10.1.2.3' });
    expect(away.statusCode).toBe(403);
    expect(away.json<Problem>().code).toBe('sameMachineOnly');
  });
});
