import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Acted, Problem } from '#contract/shapes.ts';
import { noticeVersion } from '#mechanisms/reform/suggestion/notice.ts';
import { serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;
let unit: Visitor;

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
  unit = await server.signedIn('unit');
  await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.stop());

async function file(): Promise<Acted> {
  const input = { title: '公交站点增设无障碍坡道', grounds: '老年人上下车不便。', measure: '请增设坡道。', proposerKind: 'citizen', identityMode: 'anonymous', notice: noticeVersion };
  return (await server.visitor().post('/api/public/matters/suggestion/actions/submit', { input })).json<Acted>();
}

/** A browser's ear: reads until the words come. */
async function listen(who: Visitor, headers: Record<string, string> = {}) {
  const controller = new AbortController();
  const response = await fetch(`${server.app.listeningOrigin}/api/events`, { headers: { cookie: who.cookie() ?? '', ...headers }, signal: controller.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    response,
    async until(words: string): Promise<string> {
      while (!heard.includes(words)) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) throw new Error(`ended before “${words}”: ${heard}`);
        heard += value;
      }
      return heard;
    },
    async ended(): Promise<boolean> {
      for (;;) if ((await reader?.read())?.done) return true;
    },
    close: () => controller.abort(),
  };
}

describe('whoever listens', () => {
  it('hears which matter has changed, and nothing of what is in it', async () => {
    const ear = await listen(office);
    expect(ear.response.headers.get('content-type')).toContain('text/event-stream');
    expect(ear.response.headers.get('x-accel-buffering')).toBe('no');
    await ear.until('retry:');
    const { id, version } = await file();
    const heard = await ear.until(`"id":"${id}"`);
    expect(heard).toContain('event: change');
    expect(heard).toContain(JSON.stringify({ mechanism: 'suggestion', id, version }));
    expect(heard).not.toContain('坡道');
    await ear.until('event: notice');
    ear.close();
  });

  it('hears on coming back what was missed', async () => {
    const ear = await listen(office);
    const first = await file();
    const heard = await ear.until(`"id":"${first.id}"`);
    ear.close();
    const last = [...heard.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? '';
    const missed = await file();
    const again = await listen(office, { 'last-event-id': last });
    const caught = await again.until(`"id":"${missed.id}"`);
    expect(caught).not.toContain(first.id);
    again.close();
  });

  it('hears nothing of what is not his', async () => {
    const ear = await listen(unit);
    await ear.until('retry:');
    const other = await listen(office);
    const { id } = await file();
    await other.until(`"id":"${id}"`);
    // The same reading served both; what the office has heard, the unit would have heard by now.
    await unit.send('DELETE', '/api/session');
    await expect(ear.until(`"id":"${id}"`)).rejects.toThrow('ended before');
    other.close();
  });

  it('is refused without a session, and beyond six streams', async () => {
    const stranger = await fetch(`${server.app.listeningOrigin}/api/events`);
    expect(stranger.status).toBe(401);
    const head = await server.signedIn('office-head');
    const ears = [];
    for (let time = 0; time < 6; time += 1) ears.push(await listen(head));
    const seventh = await fetch(`${server.app.listeningOrigin}/api/events`, { headers: { cookie: head.cookie() ?? '' } });
    expect(seventh.status).toBe(429);
    expect(((await seventh.json()) as Problem).code).toBe('tooManyStreams');
    for (const ear of ears) ear.close();
  });

  it('is let go when the server stops', async () => {
    const other = await serve();
    const someone = await other.signedIn('office');
    await other.app.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${other.app.listeningOrigin}/api/events`, { headers: { cookie: someone.cookie() ?? '' } });
    const reader = response.body?.getReader();
    await reader?.read();
    await other.stop();
    let last = await reader?.read();
    while (last && !last.done) last = await reader?.read();
    expect(last?.done).toBe(true);
  });
});
