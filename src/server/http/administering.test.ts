import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdministeredRow, CheckRun, PostRow, SelfCheck, SettingRow, UnitRow, Why, YearOfDays } from '#contract/administration-shapes.ts';
import type { DutyRow } from '#contract/desk-shapes.ts';
import type { Acted, Problem, Session } from '#contract/shapes.ts';
import { serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let administrator: Visitor;
let office: Visitor;
let unit: Visitor;
let id: string;

const wish = { title: '公交站点增设坡道', grounds: '老年人上下车不便，站台没有坡道。', measure: '请在十个站点先行增设坡道。', proposerKind: 'citizen', town: '通济街道', identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', channel: 'letter', receivedOn: '2021-03-05' };
const changes = async (query = '') => (await administrator.get(`/api/administration/changes${query}`)).json<AdministeredRow[]>();
const post = { name: '安全管理岗', personName: '安全员', signInName: 'security', unitId: 'government-office', roles: ['SECADM'], validFrom: '2021-03-01' };

beforeAll(async () => {
  server = await serve();
  administrator = await server.signedIn('administrator');
  office = await server.signedIn('office');
  unit = await server.signedIn('unit');
  id = (await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: wish })).json<Acted>().id;
  const asked = await office.post(`/api/matters/suggestion/${id}/actions/requestOpinions`, { input: { field: 'society', units: ['transport'], identityChecked: true } });
  expect(asked.statusCode, asked.body).toBe(200);
});
afterAll(() => server.stop());

describe('who sees what and why', () => {
  const why = async (who: string, matter = id) => (await administrator.get(`/api/administration/why?post=${who}&mechanism=suggestion&matter=${matter}`)).json<Why>();

  it('is told rule by rule and fact by fact, without title and values', async () => {
    const seen = await why('unit');
    expect(seen).toMatchObject({ isSeen: true, rules: [{ holds: true, words: { zh: expect.stringContaining('本单位与此事项有关') } }] });
    expect(JSON.stringify(seen)).not.toContain('坡道');
    const contact = seen.facts.find(({ name }) => name.zh.includes('联系'));
    expect(contact).toMatchObject({ isRead: false, isHeld: true, words: { zh: expect.stringMatching(/^只有这些职责可看/) } });
    expect(await why('administrator')).toMatchObject({ isSeen: false, rules: [{ holds: false, words: { zh: '“平台管理员”不看这个台账。' } }] });
  });

  it('takes the number of a matter as well, and says of none that it is absent', async () => {
    const number = (await office.get(`/api/matters/suggestion/${id}`)).json<{ number: string | null }>().number ?? '';
    if (number !== '') expect((await why('office', number)).isSeen).toBe(true);
    expect((await administrator.get('/api/administration/why?post=unit&mechanism=suggestion&matter=JY-1999-00001')).statusCode).toBe(404);
    expect((await office.get(`/api/administration/why?post=unit&mechanism=suggestion&matter=${id}`)).json<Problem>().code).toBe('notAdministrator');
  });
});

describe('a unit', () => {
  const row = async (of: string) => (await administrator.get('/api/administration/units')).json<UnitRow[]>().find((each) => each.id === of);

  it('gets another name, and what it was called before stays known', async () => {
    const renamed = await administrator.post('/api/administration/units/transport', { name: '区交通运输和港航局', shortName: '交通港航局', kind: 'department', groups: [] });
    expect(renamed.json<UnitRow>()).toMatchObject({ name: '区交通运输和港航局', formerNames: [{ name: '区交通运输局', until: '2021-03-08' }] });
    expect((await changes('?what=unit.rename'))[0]).toMatchObject({ before: { name: '区交通运输局' }, after: { name: '区交通运输和港航局' }, postName: 'administrator岗' });
    expect((await office.post('/api/administration/units/transport', { name: '某某局', shortName: null, kind: 'department', groups: [] })).statusCode).toBe(403);
  });

  it('that is merged leaves what it owes to the other one, from the next day on', async () => {
    const answer = await administrator.post('/api/administration/units/transport/merge', { into: 'government-office', validTo: '2021-03-08' });
    expect(answer.json<UnitRow>()).toMatchObject({ validTo: '2021-03-08', mergedInto: 'government-office' });
    const again = await administrator.post('/api/administration/units/transport/merge', { into: 'reform-office', validTo: '2021-03-09' });
    expect(again.json<Problem>().code).toBe('mergedAlready');
    expect((await administrator.post('/api/administration/units/government-office/merge', { into: 'transport', validTo: '2021-03-09' })).json<Problem>().fields).toHaveProperty('into');
    const owes = async () => (await (await server.signedIn('administrator')).get('/api/duties')).json<{ rows: DutyRow[] }>().rows.length;
    const before = await owes();
    server.pass(86_400_000);
    // The post of the merged unit has ended with it.
    expect((await unit.get('/api/duties')).statusCode).toBe(401);
    administrator = await server.signedIn('administrator');
    office = await server.signedIn('office');
    const grid = (await administrator.get('/api/units/government-office')).json<{ merged: { id: string }[] }>();
    expect(grid.merged.map((each) => each.id)).toEqual(['transport']);
    // The administrator's post sees no suggestions by its role, so that its duties stay as they were.
    expect(await owes()).toBe(before);
    expect((await row('transport'))?.mergedInto).toBe('government-office');
  });
});

describe('the calendar', () => {
  it('takes the notice of a year, which is provisional until then', async () => {
    const year = async () => (await administrator.get('/api/administration/calendar?year=2030')).json<YearOfDays>();
    expect(await year()).toMatchObject({ isKnown: false, source: null });
    const notice = { year: 2030, rest: ['2030-01-01', '2030-02-04'], work: ['2030-02-09'], source: '国办发明电〔2029〕1号' };
    for (const [wrong, field] of [[{ work: ['2030-02-08'] }, 'work'], [{ rest: [] }, 'rest'], [{ rest: ['2030-02-30'] }, 'rest'], [{ work: ['2030-01-01'] }, 'work']] as const) {
      expect(Object.keys((await administrator.post('/api/administration/calendar', { ...notice, ...wrong })).json<Problem>().fields ?? {})).toEqual([field]);
    }
    const entered = (await administrator.post('/api/administration/calendar', notice)).json<YearOfDays>();
    expect(entered).toMatchObject({ isKnown: true, source: notice.source });
    const kindOn = (day: string) => entered.days.find((each) => each.day === day)?.kind;
    expect(['2030-01-01', '2030-02-09', '2030-02-10', '2030-02-11'].map(kindOn)).toEqual(['holiday', 'makeUp', 'rest', 'work']);
    expect((await changes('?what=calendar'))[0]).toMatchObject({ subject: '2030', before: { isKnown: false } });
  });
});

it('a setting keeps who changed it from what to what', async () => {
  const { value } = (await administrator.get('/api/administration/settings')).json<SettingRow[]>().find(({ mechanism, name }) => mechanism === 'suggestion' && name === 'decision') ?? { value: 0 };
  await administrator.post('/api/administration/settings', { mechanism: 'suggestion', name: 'decision', value: value + 1 });
  expect((await changes('?what=setting&subject=suggestion.decision'))[0]).toMatchObject({ before: value, after: value + 1, subjectName: { zh: expect.stringContaining('改革创新建议：') } });
});

describe('the self-check', () => {
  it('verifies every trace when it is asked to, and tells how it went', async () => {
    const run = (await administrator.post('/api/administration/check/verify', {})).json<CheckRun>();
    expect(run).toMatchObject({ kind: 'verify', by: 'administrator岗', outcome: { isWell: true, words: { zh: expect.stringMatching(/全部相符。$/) } } });
    expect((await administrator.get(`/api/administration/check/runs/${run.id}`)).json()).toEqual(run);
    const check = (await administrator.get('/api/administration/check')).json<SelfCheck>();
    expect(check.runs).toEqual([run]);
    expect(check.disk.free).toBeGreaterThan(0);
    expect(check.knownYears).toContain(2021);
  });

  it('names the fault when a trace was tampered with', async () => {
    const { asOwner } = await import('#test/trial.ts');
    await asOwner(server.clone, `update event set reason = '改过' where matter = '${id}' and seq = 1`);
    const run = (await administrator.post('/api/administration/check/verify', {})).json<CheckRun>();
    expect(run.outcome?.isWell).toBe(false);
    expect(run.outcome?.words.zh).toContain(id);
  });
});

describe('a deputy', () => {
  it('holds the post of somebody absent within its days, as somebody else', async () => {
    const days = { personName: '代理人', signInName: 'deputy', validFrom: '2021-03-10', validTo: '2021-03-20' };
    const made = await administrator.post('/api/administration/posts/office/deputies', days);
    expect(made.json<{ post: PostRow }>().post).toMatchObject({ name: 'office岗（代）', deputyOf: 'office', roles: ['OFFICE'], validTo: '2021-03-20' });
    expect(Object.keys((await administrator.post('/api/administration/posts/office/deputies', { ...days, signInName: 'office', personName: 'office持有人' })).json<Problem>().fields ?? {})).toEqual(['signInName']);
    expect((await administrator.post('/api/administration/posts/office-head/deputies', { ...days, signInName: 'late', validTo: '2021-03-01' })).statusCode).toBe(422);
  });
});

describe('three people', () => {
  it('administer the system, the rights and the logs: nobody is two of them', async () => {
    const made = await administrator.post('/api/administration/posts', post);
    const { password } = made.json<{ password: string }>();
    // From now on whoever runs the system gives no more rights.
    expect((await administrator.post('/api/administration/posts', { ...post, name: '审计岗', personName: '审计员', signInName: 'auditor', roles: ['AUDIT'] })).json<Problem>().code).toBe('notSecurity');
    const auditor = await administrator.post('/api/administration/posts', { ...post, name: '审计岗', personName: '审计员', signInName: 'auditor', roles: [] });
    expect(auditor.statusCode, auditor.body).toBe(200);
    const { post: row } = auditor.json<{ post: PostRow }>();
    expect((await administrator.post(`/api/administration/posts/${row.id}/roles`, { roles: ['AUDIT'] })).json<Problem>().code).toBe('notSecurity');

    const security = server.visitor();
    const first = (await security.post('/api/session', { name: 'security', password })).json<Session>();
    security.takeToken(first.csrf);
    const own = await security.post('/api/session/password', { current: password, next: 'another-long-passphrase' });
    expect(own.statusCode, own.body).toBe(200);
    expect(first.signedIn?.administers).toEqual(['security']);
    security.takeToken(own.json<Session>().csrf ?? first.csrf);
    expect((await security.post('/api/administration/units', { name: '某局', kind: 'department', validFrom: '2021-03-01' })).json<Problem>().code).toBe('notAdministrator');
    // Neither may the administrator become security or auditor too.
    expect((await security.post('/api/administration/posts/administrator/roles', { roles: ['ADMIN', 'AUDIT'] })).json<Problem>().code).toBe('threePeople');
    expect((await security.post(`/api/administration/posts/${row.id}/roles`, { roles: ['AUDIT'] })).json<PostRow>().roles).toEqual(['AUDIT']);
    // With an auditor in office nobody else reads the logs.
    expect((await administrator.get('/api/administration/log')).json<Problem>().code).toBe('notAuditor');
    expect((await changes('?what=post.roles'))[0]).toMatchObject({ before: { roles: [] }, after: { roles: ['AUDIT'] } });
  });
});
