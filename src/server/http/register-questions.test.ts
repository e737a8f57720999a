import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#contract/import-shapes.ts';
import type { Acted, MatterList, Problem } from '#contract/shapes.ts';
import type { FoundIds, ImportRow, JointOffer, JointResult, RegisterTotals, SavedViews, Timeline } from '#contract/register-shapes.ts';
import { noticeVersion } from '#mechanisms/reform/suggestion/notice.ts';
import { addPerson, addPost } from '#store/people.ts';
import { keepCredential } from '#store/sessions.ts';
import { hashPassword } from './password.ts';
import { password, serve, start, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;
let head: Visitor;
let unit: Visitor;
let guide: Visitor;

beforeAll(async () => {
  server = await serve();
  const { district } = server.platform;
  const passwordHash = await hashPassword(password);
  await server.store.inDistrict(district, async (tx) => {
    await addPerson(tx, district, { id: 'person-guide', name: '事项管理员' });
    await addPost(tx, district, { id: 'guide', name: '事项管理岗', personId: 'person-guide', unitId: 'government-office', roles: ['GUIDE_OFFICE'], fields: [], validFrom: '2020-01-01' });
    await keepCredential(tx, district, { name: 'guide', personId: 'person-guide', passwordHash, changedAt: start });
  });
  server.platform.forgetDirectory();
  [office, head, unit, guide] = await Promise.all(['office', 'office-head', 'unit', 'guide'].map((post) => server.signedIn(post))) as [Visitor, Visitor, Visitor, Visitor];
});
afterAll(() => server.stop());

const code = (n: number) => `11370282MB2857${String(n).padStart(3, '0')}3037011701700${n}`;
const block = (...rows: readonly (readonly string[])[]) => ({ rows: [['事项名称', '实施编码', '实施主体', '承诺办结时限', '事项类型代码', '承诺时限单位'], ...rows.map((row) => [...row, '1', '工作日'])] });
const paste = (body: object, who: Visitor = guide) => who.post('/api/imports/serviceItem/paste', body);
const list = async (query = '') => (await guide.get(`/api/matters/serviceItem${query}`)).json<MatterList>();

describe('a block pasted from a spreadsheet', () => {
  it('is checked first; its good rows go in alone, the others say why not', async () => {
    const answer = await paste(block(['企业设立登记', code(1), '市场监管局', '3'], ['户口迁移', code(2), '公安局', '五天'], ['不动产登记', code(3), '自然资源局', '5']));
    expect(answer.statusCode, answer.body).toBe(200);
    const report = answer.json<ImportReport>();
    expect(report).toMatchObject({ state: 'checked', rows: 3, created: 2, refused: 1 });
    const rows = (await guide.get(`/api/imports/${report.id}/rows`)).json<ImportRow[]>();
    expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([[1, 'heading'], [2, 'create'], [3, 'refused'], [4, 'create']]);
    expect(rows[2]?.problems[0]).toMatchObject({ column: 3, words: { zh: '请填数字' } });
    expect((await guide.post(`/api/imports/${report.id}/commit`, {})).json<ImportReport>().state).toBe('done');
    expect((await list()).total).toBe(2);
  });

  it('is put to the rules of the action before anything is filed', async () => {
    const report = (await paste({ rows: [['事项名称', '实施编码', '实施主体', '法定办结时限', '法定时限单位', '承诺办结时限', '承诺时限单位', '事项类型代码'], ['临时占道', code(4), '综合执法局', '5', '工作日', '9', '工作日', '1']] })).json<ImportReport>();
    expect(report).toMatchObject({ created: 0, refused: 1 });
    expect(report.problems[0]).toMatchObject({ column: '承诺办结时限', value: '9' });
  });

  it('corrects what is kept with the columns it holds, and files nothing that lacks a required one', async () => {
    const report = (await paste({ rows: [['实施编码', '承诺办结时限'], [code(1), '2'], [code(3), '5'], [code(9), '7']] })).json<ImportReport>();
    expect(report).toMatchObject({ amended: 1, unchanged: 1, refused: 1, created: 0 });
    expect(report.problems[0]).toMatchObject({ row: 4, column: '实施编码' });
    await guide.post(`/api/imports/${report.id}/commit`, {});
    const after = await list('?order=promisedLimit');
    expect(after.rows.map(({ facts }) => facts['promisedLimit'])).toEqual([2, 5]);
    expect((await guide.post(`/api/imports/${report.id}/rollback`, {})).json<ImportReport>().state).toBe('rolledBack');
    expect((await list('?order=promisedLimit')).rows.map(({ facts }) => facts['promisedLimit'])).toEqual([3, 5]);
  });

  it('changed by somebody meanwhile names the row that could not go in, and keeps the others', async () => {
    const report = (await paste({ rows: [['实施编码', '承诺办结时限'], [code(1), '4'], [code(3), '6']] })).json<ImportReport>();
    const first = (await list()).rows.find(({ facts }) => facts['itemCode'] === code(1));
    await guide.post(`/api/matters/serviceItem/${first?.id}/actions/amend`, { version: first?.version, input: { promisedLimit: 1 } });
    const done = (await guide.post(`/api/imports/${report.id}/commit`, {})).json<ImportReport>();
    expect(done).toMatchObject({ state: 'done', amended: 1, refused: 1 });
    expect((await list('?order=promisedLimit')).rows.map(({ facts }) => facts['promisedLimit'])).toEqual([1, 6]);
  });

  it('without headings that are understood is no table', async () => {
    expect((await paste({ rows: [['甲', '乙'], ['1', '2']] })).json<Problem>().code).toBe('notATable');
  });
});

describe('what stands under the columns', () => {
  it('is of all that the filter finds', async () => {
    const totals = (await guide.get('/api/matters/serviceItem/totals')).json<RegisterTotals>();
    expect(totals.total).toBe(2);
    expect(totals.facts['promisedLimit']).toEqual({ count: 2, sum: 7, mean: 3.5, least: 1, most: 6 });
    const one = (await guide.get('/api/matters/serviceItem/totals?f.promisedLimit=5..')).json<RegisterTotals>();
    expect(one).toMatchObject({ total: 1, facts: { promisedLimit: { sum: 6 } } });
  });

  it('is of the columns shown, and never of what the reader may not see', async () => {
    expect((await guide.get('/api/matters/serviceItem/totals?cols=itemName')).json<RegisterTotals>().facts).toEqual({});
    expect((await unit.get('/api/matters/suggestion/totals?cols=awardAmount')).json<RegisterTotals>().total).toBe(0);
    const kept = (await office.get('/api/matters/suggestion/totals?cols=cost,score,awardAmount')).json<RegisterTotals>();
    expect(Object.keys(kept.facts)).toEqual(['awardAmount']);
  });
});

describe('the columns of a register', () => {
  it('are those asked for, in their order, in the list and in the export', async () => {
    const asked = await list('?cols=promisedLimit,itemName:320,nothing&order=promisedLimit');
    expect(asked.rows[0]?.facts).toEqual({ promisedLimit: 1, itemName: '企业设立登记' });
    const csv = (await guide.get('/api/matters/serviceItem/export?format=csv&cols=promisedLimit,itemName,_stage&order=-promisedLimit', { 'accept-language': 'zh' })).body;
    expect(csv.replace(/^\ufeff/, '').trim().split('\r\n')).toEqual(['承诺办结时限,事项名称,阶段', '6,不动产登记,在用', '1,企业设立登记,在用']);
  });

  it('hold no sealed fact, whoever asks', async () => {
    const filed = await suggestion('增设坡道');
    const row = (await office.get('/api/matters/suggestion?cols=contact,proposerName,title')).json<MatterList>().rows.find(({ id }) => id === filed.id);
    expect(row?.facts).toEqual({ title: '增设坡道和扶手的建议' });
  });
});

let filings = 0;
async function suggestion(title: string): Promise<Acted> {
  const input = {
    title: `${title}和扶手的建议`, grounds: `老年人上下车不便，站台没有坡道，第${(filings += 1)}处。`, measure: '请在十个站点先行增设坡道。', proposerKind: 'citizen', town: '通济街道',
    identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', notice: noticeVersion,
  };
  return (await server.visitor().post('/api/public/matters/suggestion/actions/submit', { input })).json<Acted>();
}

describe('many matters at once', () => {
  it('are offered an action that is open for one of them at least, and each is told of by itself', async () => {
    const [first, second, third] = [await suggestion('第一处'), await suggestion('第二处'), await suggestion('第三处')];
    await office.post(`/api/matters/suggestion/${second.id}/actions/register`, { input: { field: 'society' } });
    const ids = [first.id, second.id, third.id];
    const offers = (await office.post('/api/matters/suggestion/offers', { ids })).json<JointOffer[]>();
    expect(offers.find(({ action }) => action === 'register')).toMatchObject({ open: 2 });
    expect(offers.every(({ open }) => open > 0)).toBe(true);
    const body = { rows: [first, second, third].map(({ id }) => ({ id })), input: { field: 'society' } };
    const key = { 'idempotency-key': 'together-1' };
    const result = (await office.post('/api/matters/suggestion/together/register', body, key)).json<JointResult>();
    expect(result.rows.map(({ done, code: why }) => [done, why])).toEqual([[true, undefined], [false, 'wrongStage'], [true, undefined]]);
    expect(result.rows[1]).toMatchObject({ title: '第二处和扶手的建议' });
    expect(result.rows[1]?.words?.zh).not.toBe('');
    // Sent again after a broken connection: what was done is not done twice.
    expect((await office.post('/api/matters/suggestion/together/register', body, key)).json<JointResult>().rows.map(({ done }) => done)).toEqual([true, false, true]);
    expect((await office.get('/api/matters/suggestion?stage=registered&q=和扶手的建议')).json<MatterList>().total).toBe(3);
  });

  it('that somebody may not see are absent for them', async () => {
    const { id } = await suggestion('第四处');
    const result = (await unit.post('/api/matters/suggestion/together/register', { rows: [{ id }], input: { field: 'society' } })).json<JointResult>();
    expect(result.rows[0]).toMatchObject({ done: false, code: 'absent', title: '', number: null });
    expect((await unit.post('/api/matters/suggestion/offers', { ids: [id] })).json<JointOffer[]>()).toEqual([]);
  });

  it('are not filed by an action for those that are there', async () => {
    const { id } = await suggestion('第五处');
    expect((await office.post('/api/matters/suggestion/together/registerOnBehalf', { rows: [{ id }], input: {} })).json<Problem>().code).toBe('unknownAction');
  });

  it('of a filter are picked by their ids', async () => {
    const found = (await office.get('/api/matters/suggestion/ids?stage=registered')).json<FoundIds>();
    expect(found.total).toBe(3);
    expect(found.rows[0]).toMatchObject({ version: expect.any(Number) });
  });
});

describe('a saved view', () => {
  const views = (who: Visitor) => who.get('/api/matters/suggestion/views').then((answer) => answer.json<SavedViews>());
  const save = (who: Visitor, body: object) => who.post('/api/matters/suggestion/views', { name: '待登记', query: '?stage=submitted', share: 'nobody', ...body });

  it('is its maker’s alone until it is shared with the unit', async () => {
    const [made] = (await save(office, {})).json<SavedViews>().rows;
    expect(made).toMatchObject({ name: '待登记', query: '?stage=submitted', share: 'nobody', isMine: true });
    expect((await views(head)).rows).toEqual([]);
    await office.post(`/api/matters/suggestion/views/${made?.id}`, { share: 'unit', name: '等我登记的' });
    expect((await views(head)).rows[0]).toMatchObject({ name: '等我登记的', query: '?stage=submitted', isMine: false, ownerName: 'office持有人' });
    expect((await views(unit)).rows).toEqual([]);
  });

  it('is changed and removed by its maker alone; the removal can be undone', async () => {
    const [made] = (await views(office)).rows;
    const at = `/api/matters/suggestion/views/${made?.id}`;
    expect((await head.post(at, { name: '改名' })).json<Problem>().code).toBe('absent');
    expect((await head.send('DELETE', at)).json<Problem>().code).toBe('absent');
    expect((await office.send('DELETE', at)).json<SavedViews>().rows).toEqual([]);
    expect((await views(head)).rows).toEqual([]);
    expect((await office.post(`${at}/restore`, {})).json<SavedViews>().rows[0]?.id).toBe(made?.id);
  });

  it('is what a person begins with, as long as it is shared with them', async () => {
    const [made] = (await views(office)).rows;
    expect((await head.post('/api/matters/suggestion/usual-view', { view: made?.id })).json<SavedViews>().usual).toBe(made?.id);
    expect((await unit.post('/api/matters/suggestion/usual-view', { view: made?.id })).json<Problem>().code).toBe('absent');
    await office.post(`/api/matters/suggestion/views/${made?.id}`, { share: 'nobody' });
    expect((await views(head)).usual).toBeNull();
    expect((await office.post('/api/matters/suggestion/usual-view', { view: null })).json<SavedViews>().usual).toBeNull();
  });

  it('for the whole district is set by those who see the whole register', async () => {
    const refused = await save(unit, { share: 'district' });
    expect(refused.statusCode).toBe(403);
    expect(refused.json<Problem>().code).toBe('mayNotShare');
    expect((await save(office, { name: '全区在办', share: 'district' })).statusCode).toBe(200);
    expect((await views(unit)).rows.map(({ name }) => name)).toEqual(['全区在办']);
  });

  it('is one of at most fifty', async () => {
    for (let at = 0; at < 50; at += 1) await save(head, { name: `视图${at}` });
    expect((await save(head, { name: '再一个' })).json<Problem>().code).toBe('tooManyViews');
  });
});

describe('time', () => {
  it('shows what was done to the matters of a filter, and which clocks ran', async () => {
    const line = (await office.get('/api/matters/suggestion/timeline?q=第一处')).json<Timeline>();
    expect(line).toMatchObject({ from: '2020-10-01', to: '2021-03-31', today: '2021-03-08', total: 1 });
    const [row] = line.rows;
    expect(row?.events.map(({ action, isMove }) => [action, isMove])).toEqual([['submit', true], ['register', true]]);
    expect(row?.spans.every(({ from }) => from >= '2021-03-08')).toBe(true);
    expect(row?.spans.length).toBeGreaterThan(0);
    expect((await office.get('/api/matters/suggestion/timeline?q=第一处&from=2020-01&months=2')).json<Timeline>()).toMatchObject({ from: '2020-01-01', to: '2020-02-29', total: 0 });
  });

  it('of my own units is mine alone', async () => {
    expect((await unit.get('/api/matters/suggestion?mine=true')).json<MatterList>().total).toBe(0);
    expect((await office.get('/api/matters/suggestion?mine=true')).json<MatterList>().total).toBe(0);
    expect((await office.get('/api/matters/suggestion')).json<MatterList>().total).toBeGreaterThan(3);
  });
});
