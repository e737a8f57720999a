import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ask, field, look, openPier, option, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

describe.each([1440, 390])('a citizen with a window of %i points', (width) => {
  test('sends a suggestion with a photo, gets a code and follows it without an account', async () => {
    const page = await pier.visit('/', { width, height: width === 390 ? 844 : 900 });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, `citizen-${width}-1-start`);

    await page.getByRole('link', { name: '我要提建议' }).first().click();
    await page.getByRole('heading', { name: '先说明：怎样使用您填写的信息' }).waitFor();
    await look(page, `citizen-${width}-2-notice`);
    await page.getByRole('button', { name: '我已阅读，继续' }).click();

    // Handed in empty, everything that is missing is said at once.
    await page.getByRole('button', { name: '提交建议' }).click();
    await page.getByRole('alert').getByText('处需要修改').waitFor();
    await look(page, `citizen-${width}-3-missing`);

    await write(page, width);
    await field(page, '标题').fill('请联系13812345678增设公交站');
    await page.getByRole('button', { name: '提交建议' }).click();
    await page.getByRole('alert').getByText('标题里有电话').first().waitFor();
    await field(page, '标题').fill('在鳌山卫街道中心小学门口增设公交站');
    await look(page, `citizen-${width}-4-filled`);
    await page.getByRole('button', { name: '提交建议' }).click();

    const code = await page.locator('.receipt-number').textContent();
    expect(code).toMatch(/^[0-9A-Z-]{10,}$/);
    await look(page, `citizen-${width}-5-code`);

    // Another day, another computer: the code is all that is needed.
    const later = await pier.visit('/', { width, height: 844 });
    await later.getByRole('link', { name: '查办理进度' }).first().click();
    await later.getByLabel('查询码').fill('AAAA-BBBB-CCCC');
    await later.getByRole('button', { name: '查询' }).click();
    await later.getByText('您输入了12个').waitFor();
    await later.getByLabel('查询码').fill('AAAA-BBBB-CCCC-DDDD');
    await later.getByRole('button', { name: '查询' }).click();
    await later.getByText('没有找到').waitFor();
    await later.getByLabel('查询码').fill(String(code).toLowerCase());
    await later.getByRole('button', { name: '查询' }).click();
    await later.getByText('待登记').waitFor();
    await later.getByText('谢谢您的建议，我们已经收到。').waitFor();
    await later.getByText('校门口.jpg').waitFor();
    await look(later, `citizen-${width}-6-follow`);

    // The office sees the picture, without where it was taken.
    const office = await pier.enter('office-1', { at: '/work/matters/suggestion?q=%E5%85%AC%E4%BA%A4%E7%AB%99&stage=submitted' });
    await office.getByRole('link', { name: '在鳌山卫街道中心小学门口增设公交站' }).first().click();
    const photo = office.locator('.files img').first();
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(320);
    const bytes = await office.evaluate(async (src) => [...new Uint8Array(await (await fetch(src)).arrayBuffer())], String(await photo.getAttribute('src')));
    expect(Buffer.from(bytes).includes('GPS')).toBe(false);
    expect(pier.troubles()).toEqual([]);
    await Promise.all([page, later, office].map((each) => each.close()));
  });
});

test('nobody outside sees a suggestion that is not answered yet', async () => {
  const page = await pier.visit('/public/read/suggestion?q=%E5%85%AC%E4%BA%A4%E7%AB%99');
  await page.getByText('没有找到').waitFor();
  expect(await ask(page, '/api/matters/suggestion')).toMatchObject({ status: 401 });
});

async function write(page: Page, width: number): Promise<void> {
  await field(page, '主要事由').fill(`放学时家长的车把路口堵住，孩子们要走到八百米外的站台等车。窗口宽度${width}。`);
  await field(page, '对策建议').fill('请交通局与公交公司在校门口设站，早晚各加两班车。');
  await field(page, '图片和附件').setInputFiles({ name: '校门口.jpg', mimeType: 'image/jpeg', buffer: await photoWithWhereabouts() });
  await page.getByRole('button', { name: '移除 校门口.jpg' }).waitFor();
  await field(page, '建议人类别').selectOption({ label: '市民' });
  await field(page, '所在镇街').fill('鳌山卫街道');
  await option(page, '身份方式', '实名，不公开').check();
  await field(page, '姓名或称呼').fill('一位家长');
  await field(page, '联系方式').fill('13812345678');
}

/** A photo as a phone takes it: drawn by the browser, with Exif that says where. */
async function photoWithWhereabouts(): Promise<Buffer> {
  const page = await pier.browser.newPage({ width: 320, height: 240 });
  await page.setContent('<body style="margin:0;background:linear-gradient(#9cf,#eee 60%,#777)"><p style="font:30px sans-serif;padding:60px">校门口</p></body>');
  const picture = await page.screenshot({ type: 'jpeg' });
  await page.close();
  const where = Buffer.from('Exif\0\0II*\0GPSLatitude 36.389 GPSLongitude 120.447', 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, where.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), head, where, picture.subarray(2)]);
}
