import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account, LogRow, PostRow } from '#contract/administration-shapes.ts';
import type { OpenSession, Problem, Session } from '#contract/shapes.ts';
import { addPerson, addPost } from '#store/people.ts';
import { password, serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let administrator: Visitor;

beforeAll(async () => {
  server = await serve();
  administrator = await server.signedIn('administrator');
});
afterAll(() => server.stop());

const own = '海边有一座栈桥，通向深水';
const log = async (who = administrator) => (await who.get('/api/administration/log')).json<LogRow[]>();
const enter = async (name: string, words: string) => {
  const visitor = server.visitor();
  const answer = await visitor.post('/api/session', { name, password: words });
  if (answer.statusCode === 200) visitor.takeToken(answer.json<Session>().csrf);
  return { visitor, answer };
};

describe('one’s own password', () => {
  it('is changed by whoever knows the present one; every other session ends, this one goes on', async () => {
    const here = await server.signedIn('office');
    const there = await server.signedIn('office');
    const changed = await here.post('/api/session/password', { current: password, next: own });
    expect(changed.statusCode, changed.body).toBe(200);
    here.takeToken(changed.json<Session>().csrf);
    expect((await here.get('/api/duties')).statusCode).toBe(200);
    expect((await there.get('/api/duties')).statusCode).toBe(401);
    expect((await enter('office', password)).answer.statusCode).toBe(401);
    expect((await enter('office', own)).answer.statusCode).toBe(200);
    expect((await log())[0]).toMatchObject({ what: 'passwordChanged', personName: 'office持有人', postName: 'office岗', detail: 'office持有人', mechanism: null });
    expect(JSON.stringify(server.log)).not.toContain(own);
  });

  it.each([
    ['a wrong present one', { current: 'not the present one', next: own }, 'passwordWrong', 'current'],
    ['the same again', { current: password, next: password }, 'passwordSame', 'next'],
    ['a plain one', { current: password, next: 'aaaaaaaaaaaaaaaa' }, 'passwordPlain', 'next'],
    ['one with the sign-in name in it', { current: password, next: '2021-Office-Head-2021' }, 'passwordPlain', 'next'],
    ['a short one', { current: password, next: '短密码' }, 'badInput', 'next'],
  ])('is not changed for %s', async (_name, body, code, field) => {
    const head = await server.signedIn('office-head');
    const answer = await head.post('/api/session/password', body);
    expect(answer.statusCode).toBe(422);
    const problem = answer.json<Problem>();
    expect([problem.code, Object.keys(problem.fields ?? {})]).toEqual([code, [field]]);
    expect((await enter('office-head', password)).answer.statusCode).toBe(200);
  });

  it('cannot be guessed at a desk left open', async () => {
    const unit = await server.signedIn('unit');
    for (let attempt = 0; attempt < 5; attempt += 1) await unit.post('/api/session/password', { current: `guess number ${attempt}`, next: own });
    const held = await unit.post('/api/session/password', { current: password, next: own });
    expect([held.statusCode, held.json<Problem>().code]).toEqual([429, 'lockedOut']);
    server.pass(16 * 60_000);
  });
});

describe('a password handed over', () => {
  it('opens nothing before another is chosen', async () => {
    const body = { name: '商务局改革联络岗', personName: '联络员', signInName: 'commerce', unitId: 'transport', roles: ['UNIT'], validFrom: '2021-03-01' };
    const { password: handed } = (await administrator.post('/api/administration/posts', body)).json<{ post: PostRow; password: string }>();
    const { visitor, answer } = await enter('commerce', handed);
    expect(answer.json<Session>().signedIn?.mustChangePassword).toBe(true);
    for (const url of ['/api/duties', '/api/matters/suggestion', '/api/events', '/api/session/open']) {
      const refused = await visitor.get(url);
      expect([refused.statusCode, refused.json<Problem>().code], url).toEqual([403, 'passwordToChange']);
    }
    const changed = await visitor.post('/api/session/password', { current: handed, next: own });
    expect(changed.json<Session>().signedIn?.mustChangePassword).toBe(false);
    visitor.takeToken(changed.json<Session>().csrf);
    expect((await visitor.get('/api/duties')).statusCode).toBe(200);
  });

  it('takes the place of a forgotten one; whoever was signed in is out at once', async () => {
    const lost = await server.signedIn('guide-office');
    const accounts = (await administrator.get('/api/administration/accounts')).json<Account[]>();
    const account = accounts.find(({ signInName }) => signInName === 'guide-office');
    expect(account).toMatchObject({ posts: ['guide-office岗'], sessions: 1, mustChange: false });
    const key = { 'idempotency-key': 'reset' };
    const reset = (await administrator.post(`/api/administration/accounts/${account?.personId}/password`, {}, key)).json<{ signInName: string; password: string }>();
    expect(reset.signInName).toBe('guide-office');
    expect(reset.password).toMatch(/^[2-9a-z]{5}(-[2-9a-z]{5}){3}$/);
    // Sent again it is done once, and the password is not told again.
    expect((await administrator.post(`/api/administration/accounts/${account?.personId}/password`, {}, key)).json()).toEqual({ signInName: 'guide-office', password: null });
    expect((await lost.get('/api/duties')).statusCode).toBe(401);
    expect((await enter('guide-office', password)).answer.statusCode).toBe(401);
    expect((await enter('guide-office', reset.password)).answer.json<Session>().signedIn?.mustChangePassword).toBe(true);
    expect((await log())[0]).toMatchObject({ what: 'passwordReset', personName: 'administrator持有人', detail: 'guide-office持有人' });
  });

  it('is given by an administrator alone, and not to himself', async () => {
    const head = await server.signedIn('office-head');
    expect((await head.post('/api/administration/accounts/person-office/password', {})).json<Problem>().code).toBe('notAdministrator');
    expect((await administrator.post('/api/administration/accounts/person-administrator/password', {})).json<Problem>().code).toBe('ownPassword');
    expect((await administrator.post('/api/administration/accounts/nobody/password', {})).statusCode).toBe(404);
  });
});

describe('sessions', () => {
  it('are listed to whom they belong, and ended one by one or all', async () => {
    const here = await server.signedIn('office-head');
    await here.post('/api/session/end', {});
    const [one, two, three] = [await server.signedIn('office-head'), await server.signedIn('office-head'), await server.signedIn('office-head')];
    const open = async () => (await here.get('/api/session/open')).json<OpenSession[]>();
    const listed = await open();
    expect(listed).toHaveLength(4);
    expect(listed.filter(({ isThis }) => isThis)).toMatchObject([{ postName: 'office-head岗', unitName: '区委改革办', address: '127.0.0.1' }]);
    expect(JSON.stringify(listed)).not.toContain(here.cookie()?.split('=')[1]);
    expect((await here.post('/api/session/end', { id: listed.find(({ isThis }) => !isThis)?.id })).json()).toEqual({ ended: 1 });
    const left = await Promise.all([one, two, three].map(async (each) => (await each.get('/api/duties')).statusCode));
    expect(left.toSorted()).toEqual([200, 200, 401]);
    // Nobody ends his own by this; that is what signing out is for.
    expect((await here.post('/api/session/end', { id: listed.find(({ isThis }) => isThis)?.id })).json()).toEqual({ ended: 0 });
    expect((await here.post('/api/session/end', {})).json()).toEqual({ ended: 2 });
    expect(await open()).toHaveLength(1);
    expect((await here.post('/api/session/end', { id: '%' })).statusCode).toBe(422);
  });

  it('of somebody else are ended by an administrator', async () => {
    const head = await server.signedIn('office-head');
    expect((await administrator.post('/api/administration/accounts/person-office-head/end', {})).json<{ ended: number }>().ended).toBeGreaterThan(0);
    expect((await head.get('/api/duties')).statusCode).toBe(401);
    expect((await log())[0]).toMatchObject({ what: 'sessionsEnded', detail: 'office-head持有人' });
    expect((await administrator.post('/api/administration/accounts/person-administrator/end', {})).json()).toEqual({ ended: 0 });
  });
});

describe('the log', () => {
  it('is read page by page by administrators and auditors, and by nobody else', async () => {
    const rows = await log();
    const after = (await administrator.get(`/api/administration/log?before=${rows[1]?.id}`)).json<LogRow[]>();
    expect(after).toEqual(rows.slice(2));
    const audit = { name: '安全审计岗', personName: '审计员', signInName: 'audit', unitId: 'government-office', roles: ['AUDIT'], validFrom: '2021-03-01' };
    const { password: handed } = (await administrator.post('/api/administration/posts', audit)).json<{ password: string }>();
    const { visitor } = await enter('audit', handed);
    const changed = (await visitor.post('/api/session/password', { current: handed, next: own })).json<Session>();
    visitor.takeToken(changed.csrf);
    expect(changed.signedIn).toMatchObject({ isAdministrator: false, isAuditor: true });
    expect((await log(visitor)).length).toBeGreaterThan(rows.length);
    expect((await visitor.get('/api/administration/accounts')).statusCode).toBe(403);
    const unit = await server.signedIn('unit');
    expect((await unit.get('/api/administration/log')).json<Problem>().code).toBe('notAdministrator');
  });
});

it('somebody of the sample district has no password to change', async () => {
  const sample = await serve({ isDemonstration: true });
  await sample.store.inDistrict('370215', async (tx) => {
    await addPerson(tx, '370215', { id: 'sample-person', name: '示例持有人' });
    await addPost(tx, '370215', { id: 'sample-post', name: '示例岗', personId: 'sample-person', unitId: 'transport', roles: ['UNIT'], fields: [], validFrom: '2021-01-01' });
  });
  sample.platform.forgetDirectory();
  const visitor = sample.visitor();
  visitor.takeToken((await visitor.post('/api/session/demonstration', { postId: 'sample-post' })).json<Session>().csrf);
  const answer = await visitor.post('/api/session/password', { current: password, next: own });
  expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'noPassword']);
  expect((await visitor.get('/api/session/open')).json<OpenSession[]>()).toMatchObject([{ postName: '示例岗', isThis: true }]);
  await sample.stop();
});
