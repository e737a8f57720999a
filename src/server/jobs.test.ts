import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#contract/import-shapes.ts';
import type { Followed } from '#contract/public-shapes.ts';
import type { Acted, MatterPage } from '#contract/shapes.ts';
import { noticeVersion } from '#mechanisms/reform/suggestion/notice.ts';
import { verifyAll, sealsOf } from '#store/seals.ts';
import { openFact } from '#store/vault.ts';
import { formOf, serve, type TestServer, type Visitor } from './http/test-server.ts';
import { forgetOld, sealYesterday, startJobs } from './jobs.ts';
import { doNightly } from './nightly.ts';

let server: TestServer;
let office: Visitor;
const district = '370215';

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
});
afterAll(() => server.stop());

const input = { title: '公交站点增设无障碍坡道', grounds: '老年人上下车不便，站台没有坡道。', measure: '请增设坡道。', proposerKind: 'citizen', identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', notice: noticeVersion };

/** Each says something else: the same words of the same person would be one filing. */
let filings = 0;
async function file(): Promise<Acted & { code: string }> {
  return (await server.visitor().post('/api/public/matters/suggestion/actions/submit', { input: { ...input, grounds: `${input.grounds}第${(filings += 1)}处。` } })).json();
}
const act = (id: string, action: string, given: object) => office.post(`/api/matters/suggestion/${id}/actions/${action}`, { input: given });
const stageOf = async (id: string) => (await office.get(`/api/matters/suggestion/${id}`)).json<MatterPage>().stage;
const contactOf = (id: string) => server.store.reading(district, (tx) => openFact(tx, district, id, 'contact', server.platform.secrets.vault));

describe('at night', () => {
  it('a supplement that did not come within ten working days lapses, and not a day before', async () => {
    const { id, code } = await file();
    await act(id, 'register', { field: 'society' });
    await act(id, 'askSupplement', { supplementAsked: '请写明是哪些站点。' });
    // Asked on Monday 8 March; the tenth working day after it is Monday 22 March.
    await doNightly(server.platform, '2021-03-22T16:00:00.000Z');
    expect(await stageOf(id)).toBe('lapsed');
    const { told } = (await server.visitor().post('/api/public/follow', { code })).json<Followed>();
    expect(told.at(-1)?.text.zh).toContain('随时可以凭查询码补充');
    expect((await doNightly(server.platform, '2021-03-22T16:00:00.000Z')).done).toBe(0);
  });

  it('is too early on the tenth day itself', async () => {
    const { id } = await file();
    await act(id, 'register', { field: 'society' });
    await act(id, 'askSupplement', { supplementAsked: '请写明是哪些站点。' });
    const { done, refused } = await doNightly(server.platform, '2021-03-22T10:00:00.000Z');
    expect(done).toBe(0);
    expect(refused).toBeGreaterThan(0);
    expect(await stageOf(id)).toBe('supplement');
  });

  it('contact data are erased 180 days after the last word', async () => {
    const { id } = await file();
    await act(id, 'register', { field: 'society' });
    const rejected = await act(id, 'rejectScope', { scopeReason: 'theory', reason: '纯属学术理论探讨，没有具体建议。' });
    expect(rejected.statusCode, rejected.body).toBe(200);
    await doNightly(server.platform, '2021-09-03T10:00:00.000Z');
    expect(await contactOf(id)).toBe('"13800000000"');
    await doNightly(server.platform, '2021-09-04T16:30:00.000Z');
    expect(await contactOf(id)).toBeUndefined();
    const page = (await office.get(`/api/matters/suggestion/${id}`)).json<MatterPage>();
    expect(page.facts['title']).toBe(input.title);
    expect(page.facts['isErased']).toBe(true);
  });

  it('the heads of every day are sealed once, and the whole can be verified', async () => {
    await sealYesterday(server.platform, '2021-03-08T16:10:00.000Z');
    await sealYesterday(server.platform, '2021-03-08T16:10:00.000Z');
    const seals = await server.store.reading(district, (tx) => sealsOf(tx, district));
    expect(seals.map((seal) => seal.day)).toEqual(['2021-03-08']);
    const found = await server.store.reading(district, (tx) => verifyAll(tx, district, server.platform.digest));
    expect(found.fault).toBeUndefined();
    expect(found.seals).toBe(1);
  });

  it('answers to requests of last month and ended sessions are forgotten', async () => {
    await forgetOld(server.platform, '2021-06-01T00:00:00.000Z');
    const rows = await server.store.reading(district, (tx) => tx.query('test sessions left', 'select 1 from session where district = $1', [district]));
    expect(rows).toEqual([]);
    office = await server.signedIn('office');
  });
});

describe('a running queue', () => {
  it('files an import in the background, once, and stops in order', async () => {
    const jobs = await startJobs(server.platform, server.clone.admin);
    const rows = Array.from({ length: 3 }, (_, row) => `增设无障碍坡道建议之${row + 1},来信,2021-03-05,站台没有坡道。,请增设坡道。,市民,实名，不公开,居民代表,13800000000`);
    const form = formOf([{ name: '建议台账.csv', bytes: ['标题,渠道,提交日期,主要事由,对策建议,建议人类别,身份方式,姓名或称呼,联系方式', ...rows].join('\n') }]);
    const checked = await office.post('/api/imports/suggestion', form.body, form.headers);
    expect(checked.statusCode, checked.body).toBe(200);
    const report = checked.json<ImportReport>();
    expect(report.created + report.refused, checked.body).toBe(3);
    const committed = await office.post(`/api/imports/${report.id}/commit`, {});
    expect(committed.statusCode, committed.body).toBe(200);
    let state = committed.json<ImportReport>();
    for (let asked = 0; asked < 2_000 && state.state !== 'done'; asked += 1) state = (await office.get(`/api/imports/${report.id}`)).json<ImportReport>();
    expect(state.state).toBe('done');
    const head = await server.signedIn('office-head');
    expect((await head.get(`/api/imports/${report.id}`)).statusCode).toBe(404);
    await jobs.stop();
  });
});
