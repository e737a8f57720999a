import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem, Session } from '#contract/shapes.ts';
import { addDays } from '#kernel/calendar.ts';
import { keepOneTimeLink } from '#store/sessions.ts';
import { hashPassword, isPassword } from './password.ts';
import { createVisitor, password, serve, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => void (server = await serve()));
afterAll(() => server.stop());

const minute = 60_000;

describe('signing in', () => {
  it('opens a session with the post held today', async () => {
    const office = server.visitor();
    const session = await office.signIn('office');
    expect(session.signedIn?.post).toEqual({ id: 'office', name: 'office岗', unitId: 'reform-office', unitName: '区委改革办', roles: ['OFFICE'] });
    expect((await office.get('/api/session')).json<Session>().signedIn?.post.id).toBe('office');
    expect((await office.get('/api/duties')).statusCode).toBe(200);
  });

  it('takes a name however it is typed', async () => {
    expect((await server.visitor().post('/api/session', { name: ' ＯＦＦＩＣＥ ', password })).statusCode).toBe(200);
  });

  it('keeps the cookie from scripts and other sites, and never the token itself', async () => {
    const visitor = server.visitor();
    const answer = await visitor.post('/api/session', { name: 'office', password });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^zhanqiao=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = cookie.slice('zhanqiao='.length, 'zhanqiao='.length + 43);
    const rows = await server.store.reading('370215', (tx) => tx.query('test sessions', 'select * from session where district = $1', ['370215']));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('names the cookie for this host alone under TLS, and then asks browsers to stay with it', async () => {
    const safe = await serve({ tls: true });
    const answer = await safe.visitor().post('/api/session', { name: 'office', password });
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-zhanqiao=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    await safe.stop();
  });

  it('gives a new token each time and ends the session before', async () => {
    const visitor = server.visitor();
    await visitor.signIn('office');
    const first = visitor.cookie();
    await visitor.signIn('office');
    expect(visitor.cookie()).not.toBe(first);
    const old = await createVisitor(server.app).get('/api/duties', { cookie: first ?? '' });
    expect(old.statusCode).toBe(401);
  });

  it('says the same of a wrong password and of an unknown name', async () => {
    const wrong = await server.visitor().post('/api/session', { name: 'office', password: 'guess' });
    const unknown = await server.visitor().post('/api/session', { name: 'nobody-at-all', password: 'guess' });
    expect(wrong.statusCode).toBe(401);
    expect(unknown.body).toBe(wrong.body);
    expect(wrong.json<Problem>().code).toBe('wrongPassword');
  });

  it('holds a name back for 15 minutes after five failures, known or not', async () => {
    for (const name of ['office-head', 'somebody-unknown']) {
      for (let attempt = 0; attempt < 5; attempt += 1) expect((await server.visitor().post('/api/session', { name, password: 'guess' })).statusCode).toBe(401);
      const held = await server.visitor().post('/api/session', { name, password });
      expect(held.statusCode, name).toBe(429);
      expect(held.json<Problem>().code).toBe('lockedOut');
      expect(Number(held.headers['retry-after'])).toBeGreaterThan(14 * 60);
    }
    server.pass(15 * minute);
    expect((await server.visitor().post('/api/session', { name: 'office-head', password })).statusCode).toBe(200);
  });

  it('is refused for a post that ended yesterday', async () => {
    const answer = await server.visitor().post('/api/session', { name: 'former', password });
    expect(answer.statusCode).toBe(403);
    expect(answer.json<Problem>().code).toBe('noPost');
  });

  it('from one address is slowed down', async () => {
    const other = { 'x-forwarded-for': '10.9.9.9' };
    let last = 0;
    for (let attempt = 0; attempt < 61; attempt += 1) last = (await server.visitor().post('/api/session/first', { token: 'x', name: 'ab', password: 'long enough for it' }, other)).statusCode;
    expect(last).toBe(429);
    expect((await server.visitor().post('/api/session/first', { token: 'x', name: 'ab', password: 'long enough for it' }, { 'x-forwarded-for': '10.9.9.8' })).statusCode).toBe(410);
  });
});

describe('a session', () => {
  it('ends at sign-out', async () => {
    const office = await server.signedIn('office');
    const before = office.cookie();
    expect((await office.send('DELETE', '/api/session')).statusCode).toBe(200);
    expect((await createVisitor(server.app).get('/api/duties', { cookie: before ?? '' })).statusCode).toBe(401);
  });

  it('ends when it is left alone for two hours, and after twelve in any case', async () => {
    const idle = await server.signedIn('office');
    server.pass(121 * minute);
    expect((await idle.get('/api/duties')).statusCode).toBe(401);
    const busy = await server.signedIn('office');
    for (let hour = 0; hour < 11; hour += 1) {
      server.pass(60 * minute);
      expect((await busy.get('/api/duties')).statusCode, `hour ${hour}`).toBe(200);
    }
    server.pass(61 * minute);
    expect((await busy.get('/api/duties')).statusCode).toBe(401);
  });

  it('does nothing any more once its post has ended', async () => {
    const administrator = await server.signedIn('administrator');
    const unit = await server.signedIn('unit');
    const { today } = (await unit.get('/api/session')).json<Session>();
    const end = (validTo: string) => administrator.post('/api/administration/posts/unit/end', { validTo });
    expect((await end(today)).statusCode).toBe(200);
    // Its last day still counts.
    expect((await unit.get('/api/duties')).statusCode).toBe(200);
    expect((await end(addDays(today, -1))).statusCode).toBe(200);
    const answer = await unit.get('/api/duties');
    expect(answer.statusCode).toBe(403);
    expect(answer.json<Problem>().code).toBe('noPost');
    expect((await unit.get('/api/session')).json<Session>().signedIn).toBeNull();
  });
});

describe('a change', () => {
  it('needs the token of the session', async () => {
    const office = await server.signedIn('office');
    const token = office.token();
    for (const wrong of ['', 'x', `${token.slice(0, -1)}~`]) {
      office.takeToken(wrong);
      const answer = await office.post('/api/notices/read', { upTo: '1' });
      expect(answer.statusCode).toBe(403);
      expect(answer.json<Problem>().code).toBe('badToken');
    }
    office.takeToken(token);
    expect((await office.post('/api/notices/read', { upTo: '1' })).statusCode).toBe(200);
  });

  it('from another site is refused, signed in or not', async () => {
    const office = await server.signedIn('office');
    const headers: readonly Record<string, string>[] = [{ origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }];
    for (const header of headers) {
      const answer = await office.post('/api/notices/read', { upTo: '1' }, header);
      expect(answer.json<Problem>().code, JSON.stringify(header)).toBe('crossSite');
      const open = await server.visitor().post('/api/public/follow', { code: 'ABCD-EFGH-JKMN' }, header);
      expect(open.json<Problem>().code, JSON.stringify(header)).toBe('crossSite');
    }
    expect((await office.post('/api/notices/read', { upTo: '1' }, { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });
});

describe('the sample district', () => {
  it('is entered by picking a post, on its own machine only', async () => {
    const sample = await serve({ isDemonstration: true });
    const visitor = sample.visitor();
    expect((await visitor.get('/api/demonstration/posts')).json<{ id: string }[]>().map(({ id }) => id)).not.toContain('former');
    expect((await visitor.post('/api/session/demonstration', { postId: 'office' })).json<Session>().signedIn?.post.id).toBe('office');
    for (const headers of [{ 'x-forwarded-for': '10.0.0.8' }, { forwarded: 'for=10.0.0.8' }, { host: 'rebound.example' }, { host: 'rebound.example', 'x-forwarded-host': 'localhost' }] as Record<string, string>[]) {
      const answer = await sample.visitor().post('/api/session/demonstration', { postId: 'office' }, headers);
      expect(answer.json<Problem>().code, JSON.stringify(headers)).toBe('notDemonstration');
    }
    expect((await sample.visitor().post('/api/session/demonstration', { postId: 'former' })).json<Problem>().code).toBe('noPost');
    await sample.stop();
  });

  it('has no such door in a real district', async () => {
    expect((await server.visitor().post('/api/session/demonstration', { postId: 'office' })).json<Problem>().code).toBe('notDemonstration');
  });
});

describe('the first administrator', () => {
  it('comes in by a link that works once', async () => {
    const link = async (token: string, validUntil: string) =>
      server.store.inDistrict('370215', (tx) => keepOneTimeLink(tx, '370215', server.platform.digest(token), validUntil));
    await link('good', '2099-01-01T00:00:00.000Z');
    await link('old', '2021-01-01T00:00:00.000Z');
    const body = { name: 'first-administrator', password: 'a long enough password' };
    expect((await server.visitor().post('/api/session/first', { token: 'old', ...body })).json<Problem>().code).toBe('linkUsed');
    const short = await server.visitor().post('/api/session/first', { token: 'good', name: 'ab', password: 'short' });
    expect(short.statusCode).toBe(422);
    const answer = await server.visitor().post('/api/session/first', { token: 'good', ...body });
    expect(answer.json<Session>().signedIn?.isAdministrator).toBe(true);
    expect((await server.visitor().post('/api/session/first', { token: 'good', ...body })).json<Problem>().code).toBe('linkUsed');
    expect((await server.visitor().post('/api/session', body)).statusCode).toBe(200);
  });
});

describe('a password', () => {
  it('is kept so that nobody reads it, and says how', async () => {
    const kept = await hashPassword('区委改革办2021');
    expect(kept).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await hashPassword('区委改革办2021')).not.toBe(kept);
    expect(await isPassword('区委改革办2021', kept)).toBe(true);
    expect(await isPassword('区委改革办２０２１', kept)).toBe(true);
    expect(await isPassword('区委改革办2022', kept)).toBe(false);
    expect(await isPassword('', undefined)).toBe(false);
  });
});
