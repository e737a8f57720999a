import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Acted, MatterList, Problem } from '#contract/shapes.ts';
import { noticeVersion } from '#mechanisms/reform/suggestion/notice.ts';
import { startEmbedded, type Embedded } from '#store/embedded/supervisor.ts';
import { createDatabase, migrate } from '#store/migrate.ts';
import { serve, type TestServer, type Visitor } from './test-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-outage-'));
// A server of its own: this one is stopped while it is used.
let database: Embedded;
let server: TestServer;
let office: Visitor;

beforeAll(async () => {
  database = await startEmbedded({ folder });
  const connection = { ...database.connection, database: 'outage' };
  await createDatabase(connection);
  await migrate({ connection, applicationPassword: 'outage' });
  server = await serve({ clone: { admin: connection, application: { ...connection, user: 'zhanqiao_app', password: 'outage' }, drop: async () => undefined } });
  office = await server.signedIn('office');
});
afterAll(async () => {
  await server.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

const input = { title: '公交站点增设无障碍坡道', grounds: '老年人上下车不便。', measure: '请增设坡道。', proposerKind: 'citizen', identityMode: 'anonymous', notice: noticeVersion };
const submit = (key: string) => server.visitor().post('/api/public/matters/suggestion/actions/submit', { input }, { 'idempotency-key': key });

describe('a database that goes away', () => {
  it('is told in words with when to come back, and nothing is lost when it returns', async () => {
    const before = (await submit('before')).json<Acted>();
    const underWay = ['one', 'two', 'three', 'four'].map((key) => submit(key));
    await database.stop();
    const answers = await Promise.all(underWay);
    for (const answer of answers) expect([200, 503], answer.body).toContain(answer.statusCode);

    const refused = await submit('while away');
    expect(refused.statusCode).toBe(503);
    expect(refused.json<Problem>().code).toBe('unavailable');
    expect(refused.headers['retry-after']).toBe('5');
    const health = await server.visitor().get('/health');
    expect(health.statusCode).toBe(503);
    expect(health.json()).toEqual({ ok: false, database: false });

    database = await startEmbedded({ folder });
    // Sent again under the same keys: what was done is not done twice, what was not is done now.
    for (const key of ['before', 'one', 'two', 'three', 'four', 'while away']) expect((await submit(key)).statusCode, key).toBe(200);
    expect((await submit('before')).json<Acted>().id).toBe(before.id);
    const { total } = (await office.get('/api/matters/suggestion')).json<MatterList>();
    expect(total).toBe(6);
    expect((await server.visitor().get('/health')).json()).toEqual({ ok: true, database: true });
  });
});
