import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Arrived, Arriving, Comments, DraftRow, Line } from '#contract/beside-shapes.ts';
import type { Notice } from '#contract/desk-shapes.ts';
import type { Acted, MatterPage, Problem } from '#contract/shapes.ts';
import { noticeVersion } from '#mechanisms/reform/suggestion/notice.ts';
import { watchedBy } from '#store/watches.ts';
import { forgetOld } from '../jobs.ts';
import { formOf, serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;
let head: Visitor;
let unit: Visitor;

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
  head = await server.signedIn('office-head');
  unit = await server.signedIn('unit');
});
afterAll(() => server.stop());

let filings = 0;
/** A suggestion the office has registered: the office and its head see it, the unit does not. */
async function registered(): Promise<string> {
  filings += 1;
  const input = {
    title: `公交站点增设无障碍坡道${filings}`, grounds: `老年人上下车不便，第${filings}处站台没有坡道。`, measure: '请在十个站点先行增设坡道。', proposerKind: 'citizen', town: '通济街道',
    identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', notice: noticeVersion,
  };
  const { id } = (await server.visitor().post('/api/public/matters/suggestion/actions/submit', { input })).json<Acted>();
  expect((await office.post(`/api/matters/suggestion/${id}/actions/register`, { version: 1, input: { field: 'society' } })).statusCode).toBe(200);
  return id;
}

describe('what is said about a matter', () => {
  const said = (id: string) => `/api/matters/suggestion/${id}/comments`;

  it('names posts with @, who are told, and never changes the matter', async () => {
    const id = await registered();
    const before = (await office.get(`/api/matters/suggestion/${id}`)).json<MatterPage>();
    const answer = await office.post(said(id), { text: '请@office-head岗 看一下，是否征求交通局意见。' });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json<Comments>().rows[0]).toMatchObject({ by: { name: 'office岗', unitName: '区委改革办' }, mentions: [{ kind: 'post', id: 'office-head', name: 'office-head岗' }], isMine: true });
    const told = (await head.get('/api/notices')).json<{ rows: Notice[] }>().rows.filter(({ matter }) => matter === id);
    expect(told.map(({ text }) => text.zh).join()).toContain('讨论中提到了您');
    expect((await office.get('/api/notices')).json<{ rows: Notice[] }>().rows.some(({ text }) => text.zh.includes('讨论中提到了您'))).toBe(false);
    expect((await office.get(`/api/matters/suggestion/${id}`)).json<MatterPage>()).toEqual(before);
  });

  it('tells the posts of a named unit, each once', async () => {
    const id = await registered();
    await head.post(said(id), { text: '@区委改革办 各位请看；@区委改革办 尽快。' });
    expect((await office.get('/api/notices')).json<{ rows: Notice[] }>().rows.filter(({ matter, text }) => matter === id && text.zh.includes('提到了您'))).toHaveLength(1);
  });

  it('may not name whoever cannot see the matter', async () => {
    const id = await registered();
    const answer = await office.post(said(id), { text: '@区交通运输局 请提意见' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().words.zh).toContain('“区交通运输局”看不到这件事项');
    expect((await office.get(said(id))).json<Comments>().mentionable.map(({ name }) => name)).not.toContain('区交通运输局');
    expect((await unit.get(said(id))).statusCode).toBe(404);
    expect((await unit.post(said(id), { text: '我看不到' })).statusCode).toBe(404);
  });

  it('is scanned for secrecy marks and is not empty', async () => {
    const id = await registered();
    expect((await office.post(said(id), { text: '见机密★文件' })).json<Problem>().code).toBe('secretMark');
    expect((await office.post(said(id), { text: ' \n ' })).json<Problem>().code).toBe('emptyComment');
  });

  it('is mended by its writer alone and for minutes; taken back it leaves a mark without words', async () => {
    const id = await registered();
    const [row] = (await office.post(said(id), { text: '写错一个子' })).json<Comments>().rows;
    const at = `${said(id)}/${row?.id}`;
    expect((await head.send('PUT', at, { text: '别人的话' })).json<Problem>().code).toBe('notYourComment');
    expect((await office.send('PUT', at, { text: '写对一个字' })).json<Comments>().rows[0]).toMatchObject({ text: '写对一个字', editedAt: expect.any(String) });
    server.pass(16 * 60_000);
    expect((await office.send('PUT', at, { text: '太晚了' })).json<Problem>().code).toBe('commentSettled');
    expect((await office.send('DELETE', at)).json<Comments>().rows[0]).toMatchObject({ text: '', withdrawnAt: expect.any(String) });
    expect((await office.send('DELETE', at)).json<Problem>().code).toBe('commentWithdrawn');
    expect((await head.get(said(id))).json<Comments>().rows[0]?.text).toBe('');
  });

  it('sent twice under one key is said once', async () => {
    const id = await registered();
    const key = { 'idempotency-key': 'the-same-words' };
    await office.post(said(id), { text: '只说一遍' }, key);
    expect((await office.post(said(id), { text: '只说一遍' }, key)).json<Comments>().rows).toHaveLength(1);
  });
});

describe('an eye kept on a matter', () => {
  it('is one person’s own, and is taken off again', async () => {
    const id = await registered();
    const at = `/api/matters/suggestion/${id}/watch`;
    await office.send('PUT', at, {});
    expect((await office.send('PUT', at, {})).json()).toEqual({ watched: true });
    expect((await office.get(`/api/matters/suggestion/${id}`)).json<MatterPage>().watched).toBe(true);
    expect((await head.get(`/api/matters/suggestion/${id}`)).json<MatterPage>().watched).toBe(false);
    const { district } = server.platform;
    expect(await server.store.reading(district, (tx) => watchedBy(tx, district, 'person-office', 10))).toEqual([id]);
    expect((await office.get('/api/watched')).json<{ rows: { id: string }[] }>().rows.map((row) => row.id)).toEqual([id]);
    expect((await head.get('/api/watched')).json<{ rows: unknown[] }>().rows).toEqual([]);
    expect((await unit.send('PUT', at, {})).statusCode).toBe(404);
    expect((await office.send('DELETE', at)).json()).toEqual({ watched: false });
    expect((await office.get(`/api/matters/suggestion/${id}`)).json<MatterPage>().watched).toBe(false);
  });
});

describe('a draft', () => {
  const at = '/api/drafts/suggestion/registerOnBehalf';

  it('is found again as it was typed, by its writer alone, until it is dropped', async () => {
    const typed = { title: '夜间公交', contact: '1380000', dueOn: '12月底' };
    expect((await office.send('PUT', at, { typed })).statusCode).toBe(200);
    expect((await office.get(at)).json<{ draft: unknown }>().draft).toMatchObject({ typed });
    expect((await head.get(at)).json()).toEqual({ draft: null });
    expect((await office.get('/api/drafts')).json<DraftRow[]>()).toMatchObject([{ mechanism: 'suggestion', action: 'registerOnBehalf', matter: null, title: '夜间公交' }]);
    await office.send('DELETE', at);
    expect((await office.get(at)).json()).toEqual({ draft: null });
  });

  it('lies encrypted in the database', async () => {
    await office.send('PUT', at, { typed: { contact: '13912345678' } });
    const { district } = server.platform;
    const rows = await server.store.reading(district, (tx) => tx.query('test.draft', 'select body::text as body from draft where district = $1', [district]));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('13912345678');
    await office.send('DELETE', at);
  });

  it('of a matter is listed with its title, and not told to who does not see it', async () => {
    const id = await registered();
    const form = `/api/drafts/suggestion/supplement?matter=${id}`;
    const typed = { typed: { supplementAsked: '请补充站点名称' } };
    expect((await unit.send('PUT', form, typed)).statusCode).toBe(404);
    const kept = await office.send('PUT', `/api/drafts/suggestion/decide?matter=${id}`, typed);
    expect(kept.statusCode, kept.body).toBe(200);
    expect((await office.get('/api/drafts')).json<DraftRow[]>().find(({ matter }) => matter === id)?.title).toContain('公交站点');
    await office.send('DELETE', `/api/drafts/suggestion/decide?matter=${id}`);
  });

  it('with a secrecy mark is not kept; of an action that is not there neither', async () => {
    expect((await office.send('PUT', at, { typed: { grounds: '绝密文件' } })).json<Problem>().code).toBe('secretMark');
    expect((await office.send('PUT', '/api/drafts/suggestion/nothing', { typed: {} })).json<Problem>().code).toBe('unknownAction');
  });

  it('nobody has touched for half a year is forgotten', async () => {
    await office.send('PUT', at, { typed: { title: '很久以前' } });
    const later = new Date(Date.parse(server.platform.now()) + 181 * 86_400_000).toISOString();
    await forgetOld(server.platform, later);
    office = await server.signedIn('office');
    expect((await office.get(at)).json()).toEqual({ draft: null });
  });
});

describe('a file that comes in pieces', () => {
  const bytes = Buffer.from(`名称,数量\n${'坡道,1\n'.repeat(200_000)}`);
  const sum = (part: Buffer) => crc32(part).toString(16).padStart(8, '0');
  const send = (visitor: Visitor, id: string, from: number, part: Buffer, said = sum(part)) => {
    const { body, headers } = formOf([{ name: 'piece', bytes: part }]);
    return visitor.send('PUT', `/api/uploads/${id}?at=${from}&sum=${said}`, body, headers);
  };

  it('goes on where it broke off and is kept whole under its hash', async () => {
    const begun = (await office.post('/api/uploads', { name: '清单.csv', size: bytes.length })).json<Arriving>();
    expect(begun).toMatchObject({ received: 0, size: bytes.length });
    const half = bytes.subarray(0, begun.piece);
    expect((await send(office, begun.id, 0, half)).json<Arrived>().received).toBe(half.length);
    // The answer was lost: what has come is asked for, and the same piece sent again does no harm.
    expect((await office.get(`/api/uploads/${begun.id}`)).json<Arriving>().received).toBe(half.length);
    expect((await send(office, begun.id, 0, half)).json<Arrived>().received).toBe(half.length);
    const done = await send(office, begun.id, half.length, bytes.subarray(half.length));
    const { createHash } = await import('node:crypto');
    expect(done.json<Arrived>().file).toEqual({ hash: createHash('sha256').update(bytes).digest('hex'), name: '清单.csv', type: 'text/csv', size: bytes.length });
    expect((await office.get(`/api/uploads/${begun.id}`)).statusCode).toBe(404);
  });

  it('leaves no gap, and a damaged piece is not kept', async () => {
    const { id } = (await office.post('/api/uploads', { name: '清单.csv', size: 100 })).json<Arriving>();
    expect((await send(office, id, 50, bytes.subarray(50, 100))).json<Problem>().code).toBe('wrongPlace');
    expect((await send(office, id, 0, bytes.subarray(0, 200))).json<Problem>().code).toBe('wrongPlace');
    expect((await send(office, id, 0, bytes.subarray(0, 50), '00000000')).json<Problem>().code).toBe('damagedPiece');
    expect((await office.get(`/api/uploads/${id}`)).json<Arriving>().received).toBe(0);
    expect((await head.get(`/api/uploads/${id}`)).statusCode).toBe(404);
    expect((await office.send('DELETE', `/api/uploads/${id}`)).statusCode).toBe(200);
  });

  it('is refused before it is sent when it is too large, empty or of a kind not taken, and after when its bytes are not what its name says', async () => {
    expect((await office.post('/api/uploads', { name: '大.pdf', size: 21 * 1024 * 1024 })).json<Problem>().code).toBe('fileTooLarge');
    expect((await office.post('/api/uploads', { name: '空.pdf', size: 0 })).json<Problem>().code).toBe('emptyFile');
    expect((await office.post('/api/uploads', { name: '程序.exe', size: 9 })).json<Problem>().code).toBe('fileType');
    const { id } = (await office.post('/api/uploads', { name: '假.pdf', size: 6 })).json<Arriving>();
    expect((await send(office, id, 0, Buffer.from('不是'))).json<Problem>().code).toBe('fileDisguised');
  });

  it('counts against a limit of files on their way', async () => {
    const answers = [];
    for (let n = 0; n < 31; n += 1) answers.push((await head.post('/api/uploads', { name: '一.txt', size: 1 })).statusCode);
    expect(answers.at(-1)).toBe(429);
    expect(answers.filter((status) => status === 200)).toHaveLength(30);
  });
});

describe('the line a matter lies in', () => {
  it('is walked over several steps, and tells nothing of what the reader may not see', async () => {
    const [one, two] = [await registered(), await registered()];
    const merged = await office.post(`/api/matters/suggestion/${two}/actions/merge`, { version: 2, input: { mergedInto: one } });
    expect(merged.statusCode, merged.body).toBe(200);
    const line = (await office.get(`/api/matters/suggestion/${one}/line`)).json<Line>();
    expect(line.nodes.map(({ id, away }) => [id, away])).toEqual([[one, 0], [two, 1]]);
    expect(line.ties).toEqual([{ type: 'mergedInto', mechanism: 'suggestion', from: two, to: one }]);
    expect(line.isMore).toBe(false);
    expect((await unit.get(`/api/matters/suggestion/${one}/line`)).statusCode).toBe(404);
  });

  it('shows where many meet without walking through to all of them', async () => {
    const main = await registered();
    const others: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const other = await registered();
      await office.post(`/api/matters/suggestion/${other}/actions/merge`, { version: 2, input: { mergedInto: main } });
      others.push(other);
    }
    const seenFrom = async (id: string) => (await office.get(`/api/matters/suggestion/${id}/line`)).json<Line>();
    expect((await seenFrom(main)).nodes).toHaveLength(7);
    const line = await seenFrom(others[0] ?? '');
    expect(line.nodes.map(({ id }) => id)).toEqual([others[0], main]);
    expect(line.isMore).toBe(true);
  });
});
