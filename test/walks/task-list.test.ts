import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '#reports/workbook-reader.ts';
import { keepProof } from '#test/proof.ts';
import { faultyRows, listRows, listWorkbook } from '#test/task-list.ts';
import { ask, look, openPier, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
  pier.setClock('2022-01-04');
});
afterAll(() => pier.close());

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The list of the sample year, handed in for the next. */
const nextYear = (rows: ReturnType<typeof listRows>) => rows.map((row) => row.with(6, String(row[6]).replace('2021', '2022').replace('２０２１', '２０２２')));

async function handIn(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.getByLabel('选择文件').setInputFiles({ name, mimeType: excel, buffer: bytes });
  await page.getByRole('heading', { name: `${name} · 已检查，尚未登记` }).waitFor();
}

/** The number in the tile of a report. */
async function told(page: Page, name: string): Promise<string> {
  return (await page.locator('.figure', { has: page.getByText(name, { exact: true }) }).locator('.figure-number').innerText()).replace(/\D/g, '');
}

async function fileGood(page: Page, name: string, count: number): Promise<void> {
  await page.getByRole('button', { name: `登记无误的 ${count} 行` }).click();
  await page.getByRole('heading', { name: `${name} · 已登记` }).waitFor();
}

test('of 139 rows with twelve faults 127 go in, the marked file comes back with twelve reasons, the corrected ones follow, and the figure says 139', async () => {
  const page = await pier.enter('office-1', { at: '/work/imports/task' });
  const [first, second] = ['任务分解表.xlsx', '任务分解表（改）.xlsx'] as const;
  await handIn(page, first, await listWorkbook(nextYear(faultyRows())));
  expect([await told(page, '新增'), await told(page, '有错未收')]).toEqual(['127', '12']);
  await page.getByRole('cell', { name: '“有关部门”说不清是哪些单位，请逐个写全，或者写单位组（如各镇街、各区直部门）' }).waitFor();
  await look(page, 'task-list-1-report');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载标注错误的表格' }).click();
  const bytes = await readFile(await (await coming).path());
  const marked: (readonly unknown[])[] = [];
  for await (const { cells } of readTable({ bytes, fileName: '核对结果.xlsx' })) marked.push(cells);
  expect(marked.slice(1).filter((cells) => typeof cells[8] === 'string' && cells[8] !== '')).toHaveLength(12);
  await fileGood(page, first, 127);
  await page.getByRole('button', { name: '换一份表格' }).click();
  await handIn(page, second, await listWorkbook(nextYear(listRows())));
  expect([await told(page, '新增'), await told(page, '有错未收')]).toEqual(['12', '0']);
  await fileGood(page, second, 12);
  await pier.meanwhile('office-head', 'annualPoints', undefined, 'recordIssued', { title: '2022年改革工作要点', year: 2022, docNo: '即发〔2022〕5号', issuedOn: '2022-01-04', reason: '随要点印发，现予补录。', evidence: [await keepProof(pier.platform)] });
  await page.goto('/work/figures/task.asIssued');
  await page.locator('.figure-number', { hasText: '139' }).waitFor();
  expect((await ask(page, '/api/matters/task?size=1&f.year=2022')).body).toMatchObject({ total: 139 });
  await page.close();
});

test('a block copied from a sheet with merged categories goes in, each row with its category', async () => {
  const page = await pier.enter('office-1', { at: '/work/matters/task?saved=all&f.year=2022' });
  await page.getByRole('button', { name: '粘贴表格' }).click();
  const cells = (of: readonly string[]) => of.map((words) => `<td>${words}</td>`).join('');
  const html = `<table><tr>${cells(['序号', '任务类别', '重点任务', '牵头部门', '时间节点'])}</tr><tr><td>141</td><td rowspan="2">数字政府</td>${cells(['推行电子证照互认', '审批局', '6月底前'])}</tr><tr>${cells(['142', '推行政务数据目录', '各镇街', '年底前'])}</tr></table>`;
  await page.getByLabel('把表格贴在这里').evaluate((ground, copied) => {
    const held = new DataTransfer();
    held.setData('text/html', copied);
    ground.dispatchEvent(new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }));
  }, html);
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByText('新登记 1 行，更正 0 行，不变 0 行，有误 1 行').waitFor();
  await page.getByText('这里只能填一个单位').first().waitFor();
  await page.getByRole('button', { name: '登记无误的 1 行' }).click();
  await page.getByText('已登记：新登记 1 行，更正 0 行。').waitFor();
  const { rows } = (await ask(page, '/api/matters/task?size=5&f.year=2022&f.seq=141')).body as { readonly rows: readonly { readonly facts: Readonly<Record<string, unknown>> }[] };
  expect(rows.map(({ facts }) => [facts['category'], facts['leadUnit']])).toEqual([['数字政府', 'approval']]);
  await page.close();
  expect(pier.troubles()).toEqual([]);
});
