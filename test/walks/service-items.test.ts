import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '#reports/workbook-reader.ts';
import { writeWorkbook, problemsHeading } from '#reports/workbook-writer.ts';
import { ask, look, openPier, type Pier } from './pier.ts';

let pier: Pier;
let list: Table;
beforeAll(async () => {
  const fileName = 'guangan_district_service_items.csv';
  list = await tableOf(await readFile(new URL(`../data/${fileName}`, import.meta.url)), fileName);
  pier = await openPier();
});
afterAll(() => pier.close());

interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const code = 5;
const itemName = 3;
/** The columns of the public list, as the register calls them. */
const facts = ['序号', '实施主体', '主项名称', '事项名称', '区划代码', '实施编码', '事项类型代码', '实施主体编码', '办事指南网址'] as const;

test('a real list of 1,135 service items goes in, is found, comes out unchanged and can be taken back', async () => {
  expect(list.rows.length).toBe(1135);
  const page = await pier.enter('guide-office', { at: '/work/matters/serviceItem' });
  const before = await totalOf(page);
  await look(page, 'items-1-register');
  await page.getByRole('link', { name: '导入', exact: true }).last().click();
  await look(page, 'items-2-import');

  // First a sheet with four wrong cells: they come back marked, with the reasons in words.
  const wrong = list.rows.map((row) => [...row]);
  const bad = [[3, 6, '99'], [7, code, list.rows[6]?.[code]], [10, itemName, ''], [12, 8, '无']] as const;
  for (const [row, column, value] of bad) wrong[row]?.splice(column, 1, value ?? '');
  await choose(page, '事项清单（有错）.xlsx', await workbookOf({ headings: list.headings, rows: wrong }));
  await counted(page, { 新增: 1131, 更正: 0, 无变化: 0, 有错未收: 4 });
  await page.getByRole('heading', { name: '需要改正的单元格 4 处' }).waitFor();
  await look(page, 'items-3-wrong');
  const marked = await tableOf(...(await taken(page, () => page.getByRole('link', { name: '下载标注错误的表格' }).click())));
  expect(marked.headings.at(-1)).toBe(problemsHeading);
  const reasons = marked.rows.map((row, index) => [index, row[list.headings.length] ?? ''] as const).filter(([, words]) => words !== '');
  expect(reasons.map(([index]) => index)).toEqual(bad.map(([row]) => row));
  expect(reasons.map(([, words]) => words).join('\n')).toMatch(/1至10或者20[\s\S]*与第 8 行重复[\s\S]*必须填写[\s\S]*http/);
  expect(marked.rows.map((row) => list.headings.map((_, index) => row[index] ?? ''))).toEqual(wrong);

  // The good rows go in alone; nothing is filed before somebody says so.
  expect((await ask(page, '/api/matters/serviceItem?size=1')).body).toMatchObject({ total: before });
  await commit(page, 1131);
  await look(page, 'items-4-filed');

  // Then the list as published, as CSV: only what was wrong is new. Items that share a name stay two, by their codes.
  await choose(page, '事项清单.csv', await readFile(new URL('../data/guangan_district_service_items.csv', import.meta.url)));
  await counted(page, { 新增: 4, 更正: 0, 无变化: 1131, 有错未收: 0 });
  await page.getByRole('heading', { name: '提醒 2 条' }).waitFor();
  await page.getByText('同名而编码不同').first().waitFor();
  await commit(page, 4);
  await page.goto('/work/matters/serviceItem');
  expect(await totalOf(page)).toBe(before + 1135);
  for (const [name, codes] of namesakes()) {
    const { body } = await ask(page, `/api/matters/serviceItem?q=${encodeURIComponent(name)}&size=200`);
    const held = (body as { rows: { facts: Record<string, unknown> }[] }).rows.filter((row) => row.facts['itemName'] === name).map((row) => row.facts['itemCode']);
    expect(held.toSorted()).toEqual(codes.toSorted());
  }

  // Any two characters find it.
  await page.getByRole('searchbox', { name: '名称、编号或正文' }).fill('延缓');
  await page.getByRole('searchbox', { name: '名称、编号或正文' }).press('Enter');
  await page.getByRole('link', { name: '适龄儿童、少年因身体状况需要延缓入学或者休学审批' }).first().waitFor();
  await look(page, 'items-5-found');
  for (let index = 0; index < 1135; index += 97) {
    const name = list.rows[index]?.[itemName] ?? '';
    for (const pair of [name.slice(0, 2), name.slice(-2), name.slice(name.length >> 1, (name.length >> 1) + 2)]) {
      const { body } = await ask(page, `/api/matters/serviceItem?q=${encodeURIComponent(pair)}&f.itemCode=${encodeURIComponent(list.rows[index]?.[code] ?? '')}`);
      expect((body as { total: number }).total, `“${pair}” of ${name}`).toBe(1);
    }
  }

  // Out again, every fact of every row as it came in, and in once more without a change.
  await page.goto('/work/matters/serviceItem');
  await page.getByRole('group', { name: '阶段' }).getByRole('button', { name: '在用' }).click();
  await page.waitForURL(/stage=/);
  const inUse = ((await ask(page, '/api/matters/serviceItem?stage=inUse&size=1')).body as { total: number }).total;
  await page.getByText(`共 ${inUse.toLocaleString('zh-CN')} 项`).waitFor();
  const workbook = await exported(page, 'Excel，全部栏目');
  const csv = await exported(page, 'CSV，全部栏目');
  for (const [bytes, name] of [workbook, csv]) expect(factsOf(await tableOf(bytes, name))).toEqual(new Map(list.rows.map((row) => [row[code], row])));
  await page.goto('/work/imports/serviceItem');
  for (const [bytes, name] of [workbook, csv]) {
    await choose(page, name, bytes);
    await counted(page, { 新增: 0, 更正: 0, 无变化: inUse, 有错未收: 0 });
  }
  await look(page, 'items-6-unchanged');

  // An import can be taken back: what it filed is voided, what it corrected is as it was.
  const sheet = { headings: list.headings, rows: [list.rows[0]?.with(1, '区经济和信息化局') ?? [], (list.rows[1] ?? []).with(code, 'ZHANQIAO-NEW-1')] };
  await choose(page, '更正.xlsx', await workbookOf(sheet));
  await counted(page, { 新增: 1, 更正: 1, 无变化: 0, 有错未收: 0 });
  await commit(page, 2);
  expect(await departmentOf(page, 0)).toBe('区经济和信息化局');
  await page.getByRole('button', { name: '撤回这次导入' }).click();
  await page.getByText('这次导入已撤回。').first().waitFor();
  await page.getByRole('heading', { name: /已撤回$/ }).waitFor();
  await look(page, 'items-7-taken-back');
  expect(await departmentOf(page, 0)).toBe(list.rows[0]?.[1]);
  expect((await ask(page, '/api/matters/serviceItem?f.itemCode=ZHANQIAO-NEW-1')).body).toMatchObject({ total: 0 });

  const anybody = await pier.visit('/public/read/serviceItem?q=%E5%BB%B6%E7%BC%93');
  await anybody.getByRole('link', { name: '适龄儿童、少年因身体状况需要延缓入学或者休学审批' }).click();
  await look(anybody, 'items-8-public');
  await Promise.all([page, anybody].map((each) => each.close()));
  expect(pier.troubles()).toEqual([]);
});

/** The names that two items share, with the codes of both. */
function namesakes(): readonly (readonly [string, string[]])[] {
  const codes = new Map<string, string[]>();
  for (const row of list.rows) codes.set(row[itemName] ?? '', [...(codes.get(row[itemName] ?? '') ?? []), row[code] ?? '']);
  const shared = [...codes].filter(([, held]) => held.length > 1);
  expect(shared.map(([, held]) => held.length)).toEqual([2, 2]);
  return shared;
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('heading', { name: `${name} · 已检查，尚未登记` }).waitFor();
}

async function counted(page: Page, expected: Readonly<Record<string, number>>): Promise<void> {
  const cards = await page.locator('.figure').allInnerTexts();
  const given = cards.map((text) => text.split(/\s+/)).map(([name = '', count = '']) => [name, Number(count.replace(/\D/g, ''))]);
  expect(Object.fromEntries(given)).toEqual(expected);
}

async function commit(page: Page, rows: number): Promise<void> {
  await page.getByRole('button', { name: `登记无误的 ${rows} 行` }).click();
  await page.getByRole('heading', { name: / · 已登记$/ }).waitFor({ timeout: 120_000 });
}

async function totalOf(page: Page): Promise<number> {
  const words = page.locator('.page-sub').getByText(/共 [\d,]+ 项/);
  await words.waitFor();
  return Number((await words.innerText()).replace(/\D/g, ''));
}

async function departmentOf(page: Page, row: number): Promise<unknown> {
  const { body } = await ask(page, `/api/matters/serviceItem?f.itemCode=${encodeURIComponent(list.rows[row]?.[code] ?? '')}`);
  return (body as { rows: { facts: Record<string, unknown> }[] }).rows[0]?.facts['deptName'];
}

async function exported(page: Page, way: string): Promise<[Buffer, string]> {
  await page.getByRole('button', { name: /^导出/ }).click();
  return taken(page, () => page.getByRole('link', { name: way }).click());
}

async function taken(page: Page, click: () => Promise<void>): Promise<[Buffer, string]> {
  const [download] = (await Promise.all([page.waitForEvent('download'), click()])) as [Download, void];
  return [await readFile(await download.path()), download.suggestedFilename()];
}

/** The nine facts of the public list, by code; without what the sample district had before. */
function factsOf(table: Table): ReadonlyMap<string | undefined, readonly (string | undefined)[]> {
  const at = facts.map((name) => table.headings.indexOf(name));
  expect(at).not.toContain(-1);
  const ours = table.rows.map((row) => at.map((index) => row[index] ?? '')).filter((row) => !row[code]?.startsWith('SAMPLE'));
  return new Map(ours.map((row) => [row[code], row]));
}

async function tableOf(bytes: Buffer, fileName: string): Promise<Table> {
  const rows: string[][] = [];
  for await (const { cells } of readTable({ bytes, fileName })) rows.push(cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))));
  const [headings = [], ...rest] = rows;
  return { headings, rows: rest };
}

async function workbookOf({ headings, rows }: Table): Promise<Buffer> {
  const columns = headings.map((heading) => ({ heading, kind: 'text' as const }));
  const pieces: Buffer[] = [];
  for await (const piece of writeWorkbook([{ name: '事项清单', columns, rows: rows.map((row) => [...row]) }])) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
