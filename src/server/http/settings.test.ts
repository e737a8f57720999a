import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdministeredRow, SettingRow } from '#contract/administration-shapes.ts';
import type { WaitingRow } from '#contract/desk-shapes.ts';
import type { Acted, MatterPage, Problem } from '#contract/shapes.ts';
import { serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let administrator: Visitor;
let office: Visitor;

beforeAll(async () => {
  server = await serve();
  administrator = await server.signedIn('administrator');
  office = await server.signedIn('office');
});
afterAll(() => server.stop());

const letter = {
  channel: 'letter', receivedOn: '2021-03-05', title: '集市错峰设摊的建议', grounds: '赶集日主路拥堵。', measure: '分时段设摊，腾出通道。', proposerKind: 'citizen', identityMode: 'anonymous', field: 'society',
};
const registered = async (title: string) => {
  const answer = await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: { ...letter, title } });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Acted>();
};
const change = (value: number) => administrator.post('/api/administration/settings', { mechanism: 'suggestion', name: 'decision', value });

describe('a setting', () => {
  it('holds for clocks started from then on, and leaves those that run', async () => {
    const before = await registered('集市错峰设摊的建议一');
    const rows = (await change(20)).json<SettingRow[]>();
    expect(rows.find((row) => row.mechanism === 'suggestion' && row.name === 'decision')).toMatchObject({ value: 20, usual: 30 });
    const after = await registered('集市错峰设摊的建议二');
    const left = async (id: string) => (await office.get(`/api/matters/suggestion/${id}`)).json<MatterPage>().clocks.find((clock) => clock.key === 'decision')?.left;
    expect(await left(before.id)).toBe(30);
    expect(await left(after.id)).toBe(20);
  });

  it('outside its bounds, of no mechanism or by another post is refused', async () => {
    const answer = await change(400);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().fields?.['value']?.zh).toBe('应在 5 到 40 之间');
    expect((await administrator.post('/api/administration/settings', { mechanism: 'suggestion', name: 'constructor', value: 5 })).statusCode).toBe(404);
    expect((await office.post('/api/administration/settings', { mechanism: 'suggestion', name: 'decision', value: 10 })).statusCode).toBe(403);
  });
});

describe('a day of the year', () => {
  const set = (value: number) => administrator.post('/api/administration/settings', { mechanism: 'evaluationCycle', name: 'publishBy', value });

  it('is set by month and day, and one that no year has is refused', async () => {
    expect((await set(231)).json<Problem>().fields?.['value']?.zh).toBe('没有这一天，请按月日填写，例如03-01');
    expect((await set(915)).json<SettingRow[]>().find(({ name, mechanism }) => mechanism === 'evaluationCycle' && name === 'publishBy')).toMatchObject({ value: 915, usual: 930, unit: 'monthDay' });
    const [change] = (await administrator.get('/api/administration/changes?what=setting&subject=evaluationCycle.publishBy')).json<AdministeredRow[]>();
    expect(change).toMatchObject({ before: '09-30', after: '09-15' });
  });
});

describe('what waits for a post', () => {
  it('is what its role may move on, the most urgent first, and nothing of others', async () => {
    const { id } = await registered('集市错峰设摊的建议三');
    const waiting = (await office.get('/api/waiting')).json<{ total: number; rows: WaitingRow[] }>();
    expect(waiting.rows.find((row) => row.id === id)?.actions).toEqual(['requestOpinions']);
    const days = waiting.rows.map((row) => row.dueOn ?? '9999');
    expect(days).toEqual(days.toSorted());
    expect((await (await server.signedIn('unit')).get('/api/waiting')).json<{ total: number }>().total).toBe(0);
  });
});
