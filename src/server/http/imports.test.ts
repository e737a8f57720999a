import { deflateRawSync, crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#contract/import-shapes.ts';
import type { MatterList, Problem } from '#contract/shapes.ts';
import { formOf, serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
});
afterAll(() => server.stop());

const heading = '标题,渠道,提交日期,主要事由,对策建议,建议人类别,身份方式,姓名或称呼,联系方式';
const row = (title: string, day = '2021-03-05') => `${title},来信,${day},站台没有坡道。,请增设坡道。,市民,实名，不公开,居民代表,13800000000`;

function upload(name: string, bytes: Buffer | string) {
  const form = formOf([{ name, bytes }]);
  return office.post('/api/imports/suggestion', form.body, form.headers);
}

/** An archive that says it is a workbook and unpacks to so many megabytes of blanks. */
function bomb(megabytes: number): Buffer {
  const entry = (name: string, content: Buffer) => {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    return { name: Buffer.from(name), packed, sizes };
  };
  const entries = [
    entry('[Content_Types].xml', Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')),
    entry('xl/worksheets/sheet1.xml', Buffer.alloc(megabytes * 1024 * 1024, ' ')),
  ];
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const { name, packed, sizes } of entries) {
    const length = Buffer.from([name.length, 0, 0, 0]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0', 'latin1'), sizes, length, name, packed]);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(at);
    index.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0', 'latin1'), sizes, length, Buffer.alloc(10), offset, name]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

describe('a spreadsheet', () => {
  it('is checked first, and files its good rows when told to', async () => {
    const answer = await upload('建议台账.csv', `\ufeff${heading}\r\n${row('增设无障碍坡道建议甲')}\r\n${row('增设无障碍坡道建议乙', '2021.13')}\r\n`);
    expect(answer.statusCode, answer.body).toBe(200);
    const report = answer.json<ImportReport>();
    expect(report).toMatchObject({ state: 'checked', rows: 2, created: 1, refused: 1 });
    expect(report.problems[0]).toMatchObject({ row: 3, value: '2021.13' });
    expect((await office.get('/api/matters/suggestion')).json<MatterList>().total).toBe(0);
    const done = (await office.post(`/api/imports/${report.id}/commit`, {})).json<ImportReport>();
    expect(done.state).toBe('done');
    expect((await office.post(`/api/imports/${report.id}/commit`, {})).json<ImportReport>().state).toBe('done');
    expect((await office.get('/api/matters/suggestion')).json<MatterList>().total).toBe(1);
    const marked = await office.get(`/api/imports/${report.id}/workbook`);
    expect(marked.headers['content-type']).toContain('spreadsheetml');
    expect(marked.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('in GB18030 and with full-width digits is understood; a formula is text', async () => {
    // 标题 and the rest as a Chinese Excel saves CSV.
    const words = `${heading}\n${row('=1+1增设坡道建议丙', '２０２１－０３－０５')}\n`;
    const gb = Buffer.concat([...words].map((char) => Buffer.from(gbBytes.get(char) ?? [...Buffer.from(char)])));
    const answer = await upload('台账.csv', gb);
    expect(answer.statusCode, answer.body).toBe(200);
    const report = answer.json<ImportReport>();
    expect(report).toMatchObject({ rows: 1, created: 1, refused: 0 });
    await office.post(`/api/imports/${report.id}/commit`, {});
    // It leaves as text too: no spreadsheet runs it, and an import of the export takes the apostrophe off again.
    const exported = (await office.get('/api/matters/suggestion/export?format=csv')).body;
    expect(exported).toContain("'=1+1增设坡道建议丙");
    expect(exported).not.toMatch(/[,\n]"?=1\+1/);
  });

  it.each([
    ['that unpacks to 300 MB', 'bomb.xlsx', () => bomb(300)],
    ['that is a picture', 'photo.xlsx', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['that is old', 'old.xls', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600)])],
  ])('%s is refused in words', async (_name, name, bytes) => {
    const answer = await upload(name, bytes());
    expect(answer.statusCode, answer.body).toBe(422);
    const { words, code } = answer.json<Problem>();
    expect(code).toMatch(/^(zipBomb|tooLarge|notATable|oldFormat|encrypted|damaged)$/);
    expect(words.zh).not.toBe('');
    expect(words.en).not.toBe('');
  });

  it('says 匿名 as offices do', async () => {
    const anonymous = '增设无障碍坡道建议戊,来信,2021-03-05,站台没有坡道。,请增设坡道。,市民,匿名,,';
    const answer = await upload('台账.csv', `${heading}\n${anonymous}\n`);
    expect(answer.json<ImportReport>()).toMatchObject({ rows: 1, created: 1, refused: 0, problems: [] });
  });

  it('has its rows judged as the action would judge them, not cell by cell alone', async () => {
    const late = row('增设无障碍坡道建议己', '2021-03-09');
    const nameless = '增设无障碍坡道建议庚,来信,2021-03-05,站台没有坡道。,请增设坡道。,市民,实名，不公开,,';
    const report = (await upload('台账.csv', `${heading}\n${late}\n${nameless}\n`)).json<ImportReport>();
    expect(report).toMatchObject({ created: 0, refused: 2 });
    expect(report.problems.map(({ column, words }) => [column, words.zh])).toEqual([['提交日期', '日期不能晚于今天。'], ['姓名或称呼', expect.stringContaining('联系方式')]]);
  });

  it('lets its other rows in when one has been filed by somebody else meanwhile', async () => {
    const guide = await server.signedIn('guide-office');
    const send = (codes: readonly string[]) => {
      const form = formOf([{ name: '事项清单.csv', bytes: `事项名称,实施编码,实施主体,事项类型\n${codes.map((code) => `事项${code},${code},公安分局,行政确认`).join('\n')}\n` }]);
      return guide.post('/api/imports/serviceItem', form.body, form.headers);
    };
    const slow = (await send(['B-1', 'B-2', 'B-3'])).json<ImportReport>();
    expect(slow.created).toBe(3);
    const quick = (await send(['B-2'])).json<ImportReport>();
    await guide.post(`/api/imports/${quick.id}/commit`, {});
    const done = (await guide.post(`/api/imports/${slow.id}/commit`, {})).json<ImportReport>();
    expect(done).toMatchObject({ state: 'done', progress: 1, created: 2, refused: 1 });
    expect(done.problems).toEqual([{ row: 3, column: '事项名称', value: '事项B-2', words: expect.objectContaining({ zh: expect.stringContaining('B-2') }) }]);
    expect((await guide.get('/api/matters/serviceItem?q=B-')).json<MatterList>().total).toBe(3);
  });

  it('exported with voided rows in it comes back in without them', async () => {
    const guide = await server.signedIn('guide-office');
    const send = (bytes: string) => {
      const form = formOf([{ name: '事项清单.csv', bytes }]);
      return guide.post('/api/imports/serviceItem', form.body, form.headers);
    };
    const list = '事项名称,实施编码,实施主体,事项类型\n户口登记,A-1,公安分局,行政确认\n户口迁移,A-2,公安分局,行政确认\n';
    const filed = (await send(list)).json<ImportReport>();
    await guide.post(`/api/imports/${filed.id}/commit`, {});
    expect(filed, JSON.stringify(filed)).toMatchObject({ created: 2 });
    const { rows } = (await guide.get('/api/matters/serviceItem')).json<MatterList>();
    const mistaken = rows.find((each) => each.title === '户口迁移');
    expect((await guide.post(`/api/matters/serviceItem/${mistaken?.id}/actions/void`, { input: {} })).statusCode).toBe(200);
    const exported = (await guide.get('/api/matters/serviceItem/export?format=csv')).body;
    const again = (await send(exported)).json<ImportReport>();
    expect(again).toMatchObject({ unchanged: again.rows, created: 0, amended: 0, refused: 0, problems: [] });
    expect(again.warnings).toEqual([{ row: expect.any(Number), words: { zh: '处于“误录作废”，不再登记', en: 'Stands at “Voided” and is not filed again' } }]);
    expect((await guide.post(`/api/imports/${again.id}/commit`, {})).json<ImportReport>().state).toBe('done');
    expect((await send(list)).json<ImportReport>()).toMatchObject({ created: 1, unchanged: 1 });
  });

  it('is the affair of whoever brought it', async () => {
    const { id } = (await upload('台账.csv', `${heading}\n${row('增设无障碍坡道建议丁')}\n`)).json<ImportReport>();
    const head = await server.signedIn('office-head');
    for (const answer of [await head.get(`/api/imports/${id}`), await head.post(`/api/imports/${id}/commit`, {}), await head.post(`/api/imports/${id}/rollback`, {}), await head.get(`/api/imports/${id}/workbook`)]) {
      expect(answer.statusCode).toBe(404);
    }
    const unit = await server.signedIn('unit');
    const form = formOf([{ name: '台账.csv', bytes: `${heading}\n` }]);
    expect((await unit.post('/api/imports/suggestion', form.body, form.headers)).json<Problem>().code).toBe('notYours');
  });

  it('goes out as it came in, as a workbook or as CSV', async () => {
    const csv = await office.get('/api/matters/suggestion/export?format=csv');
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/);
    expect(csv.body).toContain('增设无障碍坡道建议甲');
    expect(csv.body).not.toContain('13800000000');
    const book = await office.get('/api/matters/suggestion/export', { 'accept-language': 'en' });
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await office.get('/api/matters/suggestion/template')).statusCode).toBe(200);
    expect((await office.get('/api/matters/suggestion/export?stage=nonsense')).json<Problem>().fields?.['stage']).toBeDefined();
  });
});

/** The reverse of Node's own decoder: every character of two bytes. */
const gbBytes = new Map<string, number[]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) gbBytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
