import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowances } from './limits.ts';
import { serve, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.stop());

const fault = { page: '/public/read/:/:', words: 'TypeError: x is undefined', place: '/assets/public-abc.js:1:200', browser: 'Chrome 79' };
const kept = () => server.log.filter(({ words }) => words === 'a page broke in a browser').map(({ fields }) => (fields as { fault: typeof fault }).fault);

describe('a page that breaks in a browser', () => {
  it('is told to the server, which keeps what broke and nothing of the reader', async () => {
    expect((await server.visitor().post('/api/public/faults', fault)).statusCode).toBe(200);
    expect(kept()).toEqual([fault]);
    expect(JSON.stringify(server.log)).not.toContain('127.0.0.1');
  });

  it('is kept without telephones, mail addresses, codes and typed words, even where they were sent along', async () => {
    await server.visitor().post('/api/public/faults', { ...fault, page: '/public/follow?code=ABCD-EFGH-JKLM', words: 'cannot read "我叫王某，13812345678" of wang@example.com ABCD-EFGH-JKLM-NPQR 370282199001011234', place: '/assets/a.js?x=13812345678:2:1' });
    expect(kept().at(-1)).toEqual({ ...fault, page: '/public/follow', words: 'cannot read … of … … …', place: '/assets/a.js:2:1' });
  });

  it('is told even by somebody signed in whose page no longer knows its token', async () => {
    const office = await server.signedIn('office');
    const answer = await office.post('/api/public/faults', fault, { 'x-csrf-token': '' });
    expect(answer.statusCode).toBe(200);
  });

  it('that never stops breaking is told to wait', async () => {
    const visitor = server.visitor();
    const answers = await Promise.all(Array.from({ length: allowances.faults.burst + 1 }, () => visitor.post('/api/public/faults', fault)));
    expect(answers.map(({ statusCode }) => statusCode)).toContain(429);
    server.pass(allowances.faults.every * 2000);
    expect((await visitor.post('/api/public/faults', fault)).statusCode).toBe(200);
  });

  it('cannot be used to fill the log', async () => {
    server.pass(3_600_000);
    expect((await server.visitor().post('/api/public/faults', { ...fault, words: 'x'.repeat(301) })).statusCode).toBe(422);
  });
});

describe('the figures open to all', () => {
  it('are answered as of the ends of the last quarters, the earliest first', async () => {
    const answer = await server.visitor().get('/api/public/figures/quarters?quarters=5');
    expect(answer.statusCode).toBe(200);
    const trends = answer.json<{ key: string; points: { asOf: string }[] }[]>();
    expect(trends.length).toBeGreaterThan(0);
    for (const { points } of trends) expect(points.map(({ asOf }) => asOf)).toEqual(['2019-12-31', '2020-03-31', '2020-06-30', '2020-09-30', '2020-12-31']);
  });
});
