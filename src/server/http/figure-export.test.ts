import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FigureAnswer, Snapshot } from '#contract/figure-shapes.ts';
import { readTable } from '#reports/workbook-reader.ts';
import { serve, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.stop());

it('a figure goes into a workbook with its definition, and with the snapshot that was kept of it', async () => {
  const office = await server.signedIn('office');
  const wish = { title: '公交站点增设坡道', grounds: '老年人上下车不便，站台没有坡道。', measure: '请在十个站点先行增设坡道。', proposerKind: 'citizen', town: '通济街道', identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', channel: 'letter', receivedOn: '2021-03-05' };
  await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: wish });
  const answer = await office.get('/api/figures/suggestion.received/export?asOf=2021-03-08', { 'accept-language': 'zh' });
  expect(answer.statusCode, answer.body).toBe(200);
  const cells = new Map<string, string>();
  for await (const { cells: [field, value] } of readTable({ bytes: answer.rawPayload, fileName: 'figure.xlsx' })) cells.set(String(field), String(value));
  const [kept] = (await office.get('/api/figures/suggestion.received/snapshots')).json<Snapshot[]>();
  const figure = (await office.get('/api/figures')).json<FigureAnswer[]>().find(({ key }) => key === 'suggestion.received');
  expect(figure?.value).toBe(1);
  expect(cells.get('数值')).toBe('1');
  expect(cells.get('快照编号')).toBe(kept?.id);
  expect(cells.get('统计截止日')).toBe('2021-03-08');
});
