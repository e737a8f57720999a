import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Everything } from '#contract/search-shapes.ts';
import type { Acted, StoredFile } from '#contract/shapes.ts';
import { formOf, serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;
let unit: Visitor;
let id: string;

const wish = { grounds: '老年人上下车不便，站台没有坡道。', measure: '请在十个站点先行增设坡道。', proposerKind: 'citizen', town: '通济街道', identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', channel: 'letter', receivedOn: '2021-03-05' };
const everything = async (who: Visitor, q: string, more = '') => (await who.get(`/api/search/everything?q=${encodeURIComponent(q)}${more}`)).json<Everything>();

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
  unit = await server.signedIn('unit');
  const { body, headers } = formOf([{ name: '站台坡道图纸.txt', bytes: '坡道一比十二' }]);
  const [file] = (await office.post('/api/files', body, headers)).json<StoredFile[]>();
  const filed = await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: { ...wish, title: '公交站点增设坡道', photos: [file] } });
  expect(filed.statusCode, filed.body).toBe(200);
  id = filed.json<Acted>().id;
});
afterAll(() => server.stop());

describe('the search over everything', () => {
  it('finds a matter by any of its words, by the sound of its title, and says where', async () => {
    expect((await everything(office, '坡')).matters.map((hit) => [hit.id, hit.excerpt[1]])).toEqual([[id, '坡']]);
    expect((await everything(office, '上下车不便')).matters[0]?.excerpt).toEqual([expect.stringMatching(/老年人$/), '上下车不便', expect.stringMatching(/^，站台/)]);
    expect((await everything(office, 'zdzspd')).matters[0]?.excerpt).toEqual(['公交', '站点增设坡道', '']);
    expect((await everything(office, 'podao')).matters[0]?.excerpt[1]).toBe('坡道');
  });

  it('finds a file by its name, in the fact that holds it', async () => {
    expect((await everything(office, '图纸')).files).toMatchObject([{ matter: id, name: ['站台坡道', '图纸', '.txt'], fact: { zh: '图片和附件' }, title: '公交站点增设坡道' }]);
  });

  it('shows nobody what he may not read, neither matter nor file', async () => {
    for (const q of ['坡道', 'podao', '图纸']) expect(await everything(unit, q)).toMatchObject({ matters: [], files: [] });
    expect((await server.visitor().get('/api/search/everything?q=x')).statusCode).toBe(401);
  });

  it('finds units and posts by name and by initials, in and out of their registers', async () => {
    expect((await everything(unit, 'jtys')).units).toEqual([{ id: 'transport', name: ['区', '交通运输', '局'], kind: 'department' }]);
    expect((await everything(unit, '交通')).units.map(({ id: found }) => found)).toEqual(['transport']);
    expect((await everything(unit, 'office-head')).posts.map(({ id: found }) => found)).toEqual(['office-head']);
    // A post that ended yesterday is nobody's any more.
    expect((await everything(unit, 'former')).posts).toEqual([]);
    expect((await everything(office, '交通', '&mechanism=suggestion')).units).toEqual([]);
  });

  it('finds actions that are granted to the reader, with where they lead', async () => {
    expect((await everything(office, '征求')).actions).toContainEqual({ mechanism: 'suggestion', action: 'requestOpinions', name: { zh: '征求初评意见', en: expect.any(String) }, files: false, stages: expect.arrayContaining(['registered']) });
    expect((await everything(office, 'zhengqiu')).actions.map(({ action }) => action)).toContain('requestOpinions');
    expect((await everything(unit, '征求')).actions).toEqual([]);
    expect((await everything(office, '代')).actions.filter(({ files }) => files).length).toBeGreaterThan(0);
  });

  it('says which kinds hold more than it shows', async () => {
    const found = await everything(office, '区', '&size=1');
    expect(found.units.length).toBe(1);
    expect(found.more).toContain('units');
  });
});

describe('what somebody searched for', () => {
  it('is remembered for that person alone, the latest first and each once', async () => {
    for (const q of ['坡道', '停车', ' 坡道 ', '噪声']) await office.post('/api/search/recent', { q });
    expect((await office.get('/api/search/recent')).json()).toEqual(['噪声', '坡道', '停车']);
    expect((await unit.get('/api/search/recent')).json()).toEqual([]);
    expect((await office.send('DELETE', '/api/search/recent')).json()).toEqual([]);
    expect((await office.get('/api/search/recent')).json()).toEqual([]);
  });
});
