import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { open, suggest } from './moves.ts';
import { begin, field, look, lookAround, openPier, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const size = (width: number) => ({ width, height: width === 390 ? 844 : 900 });
const form = '/work/matters/suggestion/new/registerOnBehalf';

test('a form says at once what is missing, with links to the fields, in every face', async () => {
  const page = await pier.enter('office-2', { at: form });
  await page.locator('.panel-form').waitFor();
  await lookAround(page, 'forms-empty');
  await page.locator('.panel-form button.is-primary').last().click();
  const summary = page.getByRole('alert').filter({ has: page.getByRole('link') });
  await summary.getByRole('link').first().click();
  expect(await page.evaluate(() => document.activeElement?.closest('.entry')?.querySelector('.entry-problem') !== null)).toBe(true);
  await lookAround(page, 'forms-missing');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

describe.each([1440, 390])('at %i points', (width) => {
  test('what was typed is found again on another computer, and gone once it is discarded', async () => {
    const here = await pier.enter('office-1', { ...size(width), at: form });
    await field(here, '标题').fill(`夜间公交延长${width}`);
    await field(here, '联系方式').fill('13800001111');
    await here.getByText(/^草稿已保存/).waitFor();
    // Nothing stays in the browser once the server has it.
    expect(await here.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zhanqiao.draft')))).toEqual([]);
    await here.close();

    const there = await pier.enter('office-1', { ...size(width), at: form });
    await there.getByText(/^您在 .+ 填过一份，还没有提交。/).waitFor();
    await look(there, `forms-${width}-draft`);
    await there.getByRole('button', { name: '继续填写' }).click();
    expect(await field(there, '标题').inputValue()).toBe(`夜间公交延长${width}`);
    expect(await field(there, '联系方式').inputValue()).toBe('13800001111');
    await there.reload();
    const discarded = there.waitForResponse((response) => response.request().method() === 'DELETE');
    await there.getByRole('button', { name: '放弃' }).click();
    await discarded;
    const asked = there.waitForResponse(/\/api\/drafts/);
    await there.reload();
    await (await asked).finished();
    await field(there, '标题').waitFor();
    expect(await there.getByRole('button', { name: '放弃' }).count()).toBe(0);
    await there.close();
    expect(pier.troubles()).toEqual([]);
  });
});

test('without a network the draft waits in the browser, without what is sealed, and goes up when it is back', async () => {
  const page = await pier.enter('office-1', { at: form });
  await field(page, '标题').fill('断网时写下的建议');
  await page.getByText(/^草稿已保存/).waitFor();
  await page.route('**/api/drafts/**', (route) => route.abort());
  await field(page, '联系方式').fill('13800002222');
  await page.getByText(/^网络不通，草稿暂存本机/).waitFor();
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('zhanqiao.draft')).map(([, value]) => value).join());
  expect(kept).toContain('断网时写下的建议');
  expect(kept).not.toContain('13800002222');
  await page.unroute('**/api/drafts/**');
  await field(page, '所在镇街').fill('通济街道');
  await page.getByText(/^草稿已保存/).waitFor();
  await page.close();
});

test('a session that ends in the middle is taken up over the form, and the filing goes through', async () => {
  const page = await pier.enter('office-2');
  await suggest(pier, { title: '社区食堂延长供餐时间', grounds: '社区食堂下午五点就关门，独居老人吃不上晚饭，子女下班赶不及。', measure: '由民政部门协调延长到晚上七点，补贴夜间用工。' });
  await open(page, 'suggestion', '社区食堂延长供餐时间');
  const dialog = await begin(page, '转办');
  await field(dialog, '理由').fill('属于养老服务诉求，应由民政部门直接办理。');
  await page.context().clearCookies();
  const again = page.getByRole('dialog', { name: '登录已过期' });
  await again.waitFor();
  await look(page, 'forms-session');
  await again.getByRole('button', { name: /^以“.+”继续$/ }).click();
  await again.waitFor({ state: 'detached' });
  expect(await field(dialog, '理由').inputValue()).toBe('属于养老服务诉求，应由民政部门直接办理。');
  await dialog.getByText(/^草稿已保存/).waitFor();
  await page.close();
});

test('days are understood as they are spoken, units by their initials', async () => {
  const page = await pier.enter('office-1');
  const { id } = await firstAt(page, 'adopted');
  await page.goto(`/work/matters/suggestion/${id}?act=assign`);
  const dialog = page.getByRole('dialog', { name: '交办' });
  await field(dialog, '完成时限').fill('下周五');
  await dialog.getByText('即：2022-01-07').waitFor();
  const box = field(page, '承办单位');
  await box.click();
  await box.fill('zfhcxjsj');
  await page.locator('.ant-select-item-option-active').filter({ hasText: '住房和城乡建设局' }).waitFor();
  await box.press('Enter');
  await look(page, 'forms-spoken');
  await page.close();
});

test('a large file comes in pieces, is broken off and goes on', async () => {
  const page = await pier.enter('office-2', { at: form });
  const bytes = Buffer.alloc(3 * 1024 * 1024, '行,列\n', 'utf8');
  let pieces = 0;
  await page.route('**/api/uploads/*?*', (route) => {
    pieces += 1;
    // The line breaks at the second piece, for good until somebody tries again.
    return pieces >= 2 && pieces <= 6 ? route.abort() : route.continue();
  });
  await field(page, '图片和附件').setInputFiles({ name: '大表.csv', mimeType: 'text/csv', buffer: bytes });
  await page.getByRole('button', { name: '接着传 大表.csv' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: '移除 大表.csv' }).waitFor();
  await page.getByText('出具单位、文号、日期').click();
  await page.getByLabel('大表.csv：出具单位').fill('区统计局');
  await page.getByLabel('大表.csv：出具日期').fill('3月8日');
  await page.getByLabel('大表.csv：文号或编号').fill('即统〔2021〕8号');
  expect(await page.getByLabel('大表.csv：出具日期').inputValue()).toBe('2021-03-08');
  await look(page, 'forms-upload');
  await page.close();
});

async function firstAt(page: Page, stage: string): Promise<{ readonly id: string }> {
  const row = await page.evaluate(async (key) => (await (await fetch(`/api/matters/suggestion?stage=${key}&size=1`)).json()).rows[0] as { id: string } | undefined, stage);
  if (!row) throw new Error(`the sample years leave nothing at ${stage}`);
  return row;
}
