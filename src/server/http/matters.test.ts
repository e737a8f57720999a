import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice } from '#contract/desk-shapes.ts';
import type { Followed } from '#contract/public-shapes.ts';
import type { Acted, MatterList, MatterPage, Problem, StoredFile } from '#contract/shapes.ts';
import { noticeVersion } from '#mechanisms/reform/suggestion/notice.ts';
import { readingsLoggedOf } from '#store/reading-log.ts';
import { formOf, serve, type TestServer, type Visitor } from './test-server.ts';
import { chunk, png } from './test-png.ts';

let server: TestServer;
let office: Visitor;
let unit: Visitor;

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
  unit = await server.signedIn('unit');
});
afterAll(() => server.stop());

const wish = {
  title: '公交站点增设无障碍坡道', grounds: '老年人上下车不便，站台没有坡道。', measure: '请在十个站点先行增设坡道。', proposerKind: 'citizen', town: '通济街道',
  identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', notice: noticeVersion,
};
const submit = (input: object = wish, headers?: Record<string, string>) => server.visitor().post('/api/public/matters/suggestion/actions/submit', { input }, headers);
/** Each says something else: the same words of the same person would be one filing. */
let filings = 0;
const another = () => ({ ...wish, grounds: `${wish.grounds}第${(filings += 1)}处。` });
const filed = async (input: object = another()) => (await submit(input)).json<Acted & { code: string }>();

describe('a suggestion of the public', () => {
  it('is filed without an account, followed by its code, and acted on by its author', async () => {
    const acted = await filed();
    expect(acted.code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/);
    const followed = (await server.visitor().post('/api/public/follow', { code: acted.code.toLowerCase().replaceAll('-', ' ') })).json<Followed>();
    expect(followed.stage).toBe('submitted');
    expect(followed.facts['title']).toBe(wish.title);
    expect(JSON.stringify(followed)).not.toContain(wish.contact);
    const withdrawn = await server.visitor().post('/api/public/follow/actions/withdraw', { code: acted.code, input: {}, version: followed.version });
    expect(withdrawn.statusCode, withdrawn.body).toBe(200);
    expect(withdrawn.json<Followed>().stage).toBe('withdrawn');
  });

  it('in the very words of the same person is one filing within a day, under one code', async () => {
    const words = another();
    const first = await filed(words);
    const again = await filed({ ...words, grounds: `${words.grounds} ` });
    expect(again).toEqual(first);
    expect((await filed({ ...words, contact: '13800000001' })).id).not.toBe(first.id);
  });

  it('is not found by another code', async () => {
    const answer = await server.visitor().post('/api/public/follow', { code: 'AAAA-AAAA-AAAA-AAAA' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json<Problem>().code).toBe('absent');
  });

  it('may not be filed by an action of the office', async () => {
    const answer = await server.visitor().post('/api/public/matters/suggestion/actions/registerOnBehalf', { input: {} });
    expect(answer.statusCode).toBe(403);
    expect(answer.json<Problem>().code).toBe('notYours');
  });

  it('names each wrong entry', async () => {
    const answer = await submit({ ...wish, title: '短', proposerKind: 'alien', town: undefined, extra: 1, grounds: ['a'] });
    expect(answer.statusCode).toBe(422);
    expect(Object.keys(answer.json<Problem>().fields ?? {}).toSorted()).toEqual(['extra', 'grounds', 'proposerKind', 'title']);
    expect((await server.visitor().post('/api/public/matters/suggestion/actions/submit', { input: [] })).statusCode).toBe(422);
  });

  it('with a secrecy mark is refused', async () => {
    const answer = await submit({ ...wish, measure: '详见机密★一年的附件。' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().code).toBe('secretMark');
  });

  it('is slowed down when too many come from one address', async () => {
    const from = { 'x-forwarded-for': '10.5.5.5' };
    let last = await submit({}, from);
    for (let time = 0; time < 20; time += 1) last = await submit({}, from);
    expect(last.statusCode).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.json<Problem>().words.zh).toContain('秒后再试');
  });
});

describe('a matter', () => {
  it('goes on by the actions of the office', async () => {
    const acted = await filed();
    const page = (await office.get(`/api/matters/suggestion/${acted.id}`)).json<MatterPage>();
    expect(page.offers.find(({ action }) => action === 'register')?.open).toBe(true);
    expect(page.facts['contact']).toBeUndefined();
    const registered = await office.post(`/api/matters/suggestion/${acted.id}/actions/register`, { version: page.version, input: { field: 'society' } });
    expect(registered.statusCode, registered.body).toBe(200);
    expect(registered.json<Acted>().number).toMatch(/^JY-2021-0000\d$/);
    const list = (await office.get('/api/matters/suggestion?stage=registered&size=5')).json<MatterList>();
    expect(list.rows.map((row) => row.id)).toContain(acted.id);
  });

  it('changed by somebody else meanwhile is not overwritten', async () => {
    const { id, version } = await filed();
    const first = await office.post(`/api/matters/suggestion/${id}/actions/register`, { version, input: { field: 'society' } });
    expect(first.statusCode).toBe(200);
    const second = await office.post(`/api/matters/suggestion/${id}/actions/rejectScope`, { version, input: { scopeReason: 'theory', reason: '纯属学术理论探讨，没有具体建议。' } });
    expect(second.statusCode).toBe(409);
    expect(second.json<Problem>().code).toBe('stale');
    const again = await office.post(`/api/matters/suggestion/${id}/actions/register`, { input: { field: 'society' } });
    expect(again.json<Problem>().code).toBe('wrongStage');
  });

  it('of somebody who has no part in it looks absent, like one that never was', async () => {
    const { id } = await filed();
    const never = '0191b0a0-0000-7000-8000-000000000000';
    for (const tail of ['', '/trace', '/similar', '/sealed/contact', `/files/${'a'.repeat(64)}`]) {
      const hidden = await unit.get(`/api/matters/suggestion/${id}${tail}`);
      const none = await unit.get(`/api/matters/suggestion/${never}${tail}`);
      expect(hidden.statusCode, tail).toBe(404);
      expect(hidden.body, tail).toBe(none.body);
    }
    expect((await unit.post(`/api/matters/suggestion/${id}/actions/register`, { input: {} })).json<Problem>().code).toBe('absent');
    expect((await unit.get('/api/matters/suggestion/not-an-id')).json<Problem>().code).toBe('absent');
    expect((await unit.get('/api/matters/suggestion')).json<MatterList>().total).toBe(0);
  });

  it('of another district looks absent', async () => {
    const { id } = await filed();
    const neighbour = await serve({ clone: server.clone, district: '370214' });
    const other = await neighbour.signedIn('office');
    expect((await other.get(`/api/matters/suggestion/${id}`)).json<Problem>().code).toBe('absent');
    expect((await other.post(`/api/matters/suggestion/${id}/actions/register`, { input: { field: 'society' } })).json<Problem>().code).toBe('absent');
    expect((await other.get('/api/search?q=坡道')).json<unknown[]>()).toEqual([]);
    expect((await other.get('/api/duties', { cookie: office.cookie() ?? '' })).statusCode).toBe(401);
    await neighbour.stop();
  });

  it('shows what is sealed one by one, and notes who read it', async () => {
    const { id } = await filed();
    const answer = await office.get(`/api/matters/suggestion/${id}/sealed/contact`);
    expect(answer.json()).toEqual({ value: wish.contact });
    const noted = await server.store.reading('370215', (tx) => readingsLoggedOf(tx, '370215', id));
    expect(noted).toMatchObject([{ person: 'person-office', what: 'sealed', detail: 'contact' }]);
    expect((await office.get(`/api/matters/suggestion/${id}/sealed/title`)).statusCode).toBe(404);
  });

  it('tells the office of what was added to it', async () => {
    const { id, code } = await filed();
    await office.post(`/api/matters/suggestion/${id}/actions/register`, { input: { field: 'society' } });
    await office.post(`/api/matters/suggestion/${id}/actions/askSupplement`, { input: { supplementAsked: '请写明是哪十个站点。' } });
    await server.visitor().post('/api/public/follow/actions/supply', { code, input: { supplement: '从汽车站到人民广场的十个站点。' } });
    const { rows, unread } = (await office.get('/api/notices')).json<{ rows: Notice[]; unread: number }>();
    expect(unread).toBeGreaterThan(0);
    expect(rows[0]?.matter).toBe(id);
    await office.post('/api/notices/read', { upTo: rows[0]?.id });
    expect((await office.get('/api/notices')).json<{ unread: number }>().unread).toBe(0);
    expect((await office.post('/api/notices/read', { upTo: '1; drop' })).statusCode).toBe(422);
  });
});

describe('the same request twice', () => {
  it('at once has one effect and one answer', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const address = server.app.listeningOrigin;
    const body = JSON.stringify({ input: { channel: 'letter', receivedOn: '2021-03-05', ...wish, title: '同一件来信登记两次', notice: undefined } });
    const send = (text = body) =>
      fetch(`${address}/api/matters/suggestion/actions/registerOnBehalf`, {
        method: 'POST', body: text, headers: { 'content-type': 'application/json', cookie: office.cookie() ?? '', 'x-csrf-token': office.token(), 'idempotency-key': 'twice-1' },
      });
    const answers = await Promise.all([send(), send(), send()]);
    const given = await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()] as const));
    expect(given[0]?.[0], JSON.stringify(given)).toBe(200);
    expect(given[1]).toEqual(given[0]);
    expect(given[2]).toEqual(given[0]);
    const list = (await office.get(`/api/matters/suggestion?q=${encodeURIComponent('同一件来信登记两次')}`)).json<MatterList>();
    expect(list.total).toBe(1);
    const other = await send(body.replace('坡道', '雨棚'));
    expect(other.status).toBe(422);
    expect(((await other.json()) as Problem).code).toBe('idempotencyReused');
  });

  it('by somebody else under the same key is another request', async () => {
    const key = { 'idempotency-key': 'shared-key' };
    const first = (await submit(wish, key)).json<Acted>();
    const again = (await submit(wish, key)).json<Acted>();
    expect(again).toEqual(first);
  });
});

describe('files', () => {
  const upload = (who: Visitor, files: Parameters<typeof formOf>[0], url = '/api/files') => {
    const form = formOf(files);
    return who.post(url, form.body, form.headers);
  };

  it('of the public are kept without where they were taken, and read by whoever may read the matter', async () => {
    const told = png([chunk('tEXt', Buffer.from('Location\0home'))]);
    const sent = await upload(server.visitor(), [{ name: '站台.png', bytes: told }], '/api/public/files');
    expect(sent.statusCode, sent.body).toBe(200);
    const [file] = sent.json<StoredFile[]>();
    expect(file).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), name: '站台.png', type: 'image/png', size: png().length });
    const sentIn = await submit({ ...another(), photos: [{ ...file, type: 'text/html', size: 1 }] });
    expect(sentIn.statusCode, sentIn.body).toBe(200);
    const { id } = sentIn.json<Acted>();
    const shown = await office.get(`/api/matters/suggestion/${id}/files/${file?.hash}`);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers['content-type']).toBe('image/png');
    expect(shown.headers['content-disposition']).toBe('inline');
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    expect(shown.headers['x-content-type-options']).toBe('nosniff');
    expect(shown.rawPayload).toEqual(png());
    const { id: other } = await filed();
    expect((await office.get(`/api/matters/suggestion/${other}/files/${file?.hash}`)).statusCode).toBe(404);
  });

  it.each([[{ hash: { toString: 1 } }], [{ hash: ['a'] }], [null], [1], ['a']])('that are no files are refused: %j', async (photo) => {
    const answer = await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: { ...another(), notice: undefined, channel: 'letter', receivedOn: '2021-03-05', photos: [photo] } });
    expect(answer.statusCode).toBe(422);
    expect(Object.keys(answer.json<Problem>().fields ?? {})).toEqual(['photos']);
  });

  it('that are no pictures are downloaded', async () => {
    const [file] = (await upload(office, [{ name: '情况说明.txt', bytes: '一般情况说明' }])).json<StoredFile[]>();
    const { id } = (await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: { ...wish, notice: undefined, channel: 'letter', receivedOn: '2021-03-05', photos: [file] } })).json<Acted>();
    const sent = await office.get(`/api/matters/suggestion/${id}/files/${file?.hash}`);
    expect(sent.headers['content-disposition']).toBe(`attachment; filename="____.txt"; filename*=UTF-8''${encodeURIComponent('情况说明.txt')}`);
    expect(sent.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(sent.body).toBe('一般情况说明');
  });

  it.each([
    ['a page for a picture', [{ name: 'photo.png', bytes: '<html><script>1</script>' }], 415, 'fileDisguised'],
    ['a program', [{ name: 'setup.exe', bytes: 'MZ' }], 415, 'fileType'],
    ['nothing', [{ name: 'photo.png', bytes: '' }], 422, 'emptyFile'],
    ['no file at all', [], 422, 'noFile'],
    ['a classified one', [{ name: '机密★报告.pdf', bytes: '%PDF-1.7' }], 422, 'secretMark'],
    ['eleven', Array.from({ length: 11 }, (_, at) => ({ name: `${at}.txt`, bytes: 'words' })), 413, 'tooManyFiles'],
    ['more than 20 MB', [{ name: 'large.txt', bytes: Buffer.alloc(20 * 1024 * 1024 + 1, 'a') }], 413, 'fileTooLarge'],
    ['one of more than 20 MB in a picture', [{ name: 'large.png', bytes: Buffer.concat([png(), Buffer.alloc(20 * 1024 * 1024)]) }], 413, 'fileTooLarge'],
  ])('are refused: %s', async (_name, files, status, code) => {
    for (const url of ['/api/files', '/api/public/files']) {
      if (url === '/api/public/files' && ['eleven', 'more than 20 MB'].includes(_name)) continue;
      const answer = await upload(office, files, url);
      expect(answer.statusCode, `${url} ${answer.body}`).toBe(status);
      expect(answer.json<Problem>().code).toBe(code);
    }
  });

  it('broken off are not kept', async () => {
    const form = formOf([{ name: 'photo.png', bytes: png() }]);
    const answer = await office.post('/api/files', form.body.subarray(0, -60), form.headers);
    expect(answer.statusCode, answer.body).toBe(400);
    expect(answer.json<Problem>().code).toBe('brokenUpload');
  });
});

// Last, since every session here has ended by then.
describe('a day later', () => {
  it('the same words are a filing of their own', async () => {
    const words = another();
    const first = await filed(words);
    server.pass(24 * 3_600_000);
    expect((await filed(words)).id).not.toBe(first.id);
  });
});
