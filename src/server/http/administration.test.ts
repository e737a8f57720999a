import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostRow, Unit } from '#contract/administration-shapes.ts';
import type { Problem, Session } from '#contract/shapes.ts';
import { serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let administrator: Visitor;

beforeAll(async () => {
  server = await serve();
  administrator = await server.signedIn('administrator');
});
afterAll(() => server.stop());

const post = { name: '商务局改革联络岗', personName: '联络员', signInName: 'Commerce', unitId: 'transport', roles: ['UNIT'], validFrom: '2021-03-01' };

describe('an administrator', () => {
  it('adds a post, and its holder signs in with the password handed over once', async () => {
    const key = { 'idempotency-key': 'a-post' };
    const made = await administrator.post('/api/administration/posts', post, key);
    expect(made.statusCode, made.body).toBe(200);
    const { post: row, password } = made.json<{ post: PostRow; password: string }>();
    expect(password).toMatch(/^[2-9a-z]{5}(-[2-9a-z]{5}){3}$/);
    const again = (await administrator.post('/api/administration/posts', post, key)).json<{ post: PostRow; password: null }>();
    expect(again).toEqual({ post: row, password: null });
    const kept = await server.store.reading('370215', (tx) => tx.query('test kept', 'select result::text from idempotency where district = $1', ['370215']));
    expect(JSON.stringify(kept)).not.toContain(password);
    const session = (await server.visitor().post('/api/session', { name: 'commerce', password })).json<Session>();
    expect(session.signedIn?.post).toMatchObject({ id: row.id, unitName: '区交通运输局' });
    expect((await administrator.get('/api/administration/posts')).json<PostRow[]>()).toContainEqual(row);
  });

  it('gives somebody known a second post without another password, and nobody else his name', async () => {
    const second = (await administrator.post('/api/administration/posts', { ...post, name: '第二岗', unitId: 'reform-office' })).json<{ post: PostRow; password: null }>();
    expect(second.password).toBeNull();
    const other = await administrator.post('/api/administration/posts', { ...post, personName: '另一位联络员' });
    expect(other.json<Problem>().code).toBe('nameTaken');
  });

  it.each([
    ['a role that is none', { roles: ['EMPEROR'] }, 'roles'],
    ['no role', { roles: [] }, 'roles'],
    ['a unit that is none', { unitId: 'nowhere' }, 'unitId'],
    ['a day that is none', { validFrom: '2021-02-30' }, 'validFrom'],
    ['an end before the beginning', { validTo: '2021-02-01' }, 'validTo'],
  ])('is told of %s', async (_name, wrong, field) => {
    const answer = await administrator.post('/api/administration/posts', { ...post, signInName: 'another', ...wrong });
    expect(answer.statusCode).toBe(422);
    expect(Object.keys(answer.json<Problem>().fields ?? {})).toEqual([field]);
  });

  it('adds a unit once, however often the request is sent', async () => {
    const unit = { name: '区商务局', kind: 'department', validFrom: '2021-03-01' };
    const answers = await Promise.all([1, 2].map(() => administrator.post('/api/administration/units', unit, { 'idempotency-key': 'a-unit' })));
    expect(answers[0]?.json()).toEqual(answers[1]?.json());
    const units = (await administrator.get('/api/units')).json<Unit[]>();
    expect(units.filter(({ name }) => name === '区商务局')).toHaveLength(1);
    expect((await administrator.get('/api/units?on=2019-01-01')).json<Unit[]>()).toEqual([]);
    expect((await administrator.get('/api/units?on=2021-02-30')).statusCode).toBe(422);
  });
});
