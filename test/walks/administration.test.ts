import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, openPier, pick, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

test('an administrator renames a unit, and sees in the changes what it was called before', async () => {
  const page = await pier.enter('administrator', { at: '/work/administration?tab=units' });
  await page.getByRole('searchbox', { name: '查找单位' }).fill('住房和城乡建设');
  await page.getByRole('button', { name: '更名、改类别' }).click();
  await page.getByLabel('单位名称').last().fill('区住房城乡建设和城市更新局');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存。').first().waitFor();
  await page.getByRole('searchbox', { name: '查找单位' }).fill('城市更新');
  await page.getByText('曾用名 区住房和城乡建设局（至 2021-12-28）').waitFor();
  await look(page, 'administration-1-units');
  await page.getByRole('button', { name: '变更记录' }).click();
  await page.getByRole('row', { name: /单位更名：区住房城乡建设和城市更新局/ }).getByText('名称：区住房和城乡建设局').waitFor();
  await page.getByRole('button', { name: '自检' }).click();
  await page.getByRole('button', { name: '立即核验留痕' }).click();
  await page.getByText(/核验事项 \d+ 件.*全部相符。/).waitFor({ timeout: 60_000 });
  await look(page, 'administration-2-check');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('rights are the security administrator’s, the logs the auditor’s, on a phone and in English as well', async () => {
  const administrator = await pier.enter('administrator', { at: '/work/administration' });
  await administrator.getByRole('button', { name: '设代理' }).first().waitFor();
  expect(await administrator.getByRole('button', { name: '职责', exact: true }).count()).toBe(0);
  expect(await administrator.getByRole('button', { name: '操作日志' }).count()).toBe(0);
  const security = await pier.enter('security', { at: '/work/administration' });
  await security.getByRole('button', { name: '职责', exact: true }).first().waitFor();
  await security.getByRole('button', { name: '谁能看到' }).click();
  await pick(security, '岗位', '住建局改革联络岗');
  await security.getByLabel('事项编号').fill('JY-2021-00048');
  await security.getByRole('button', { name: '查一下' }).click();
  await security.getByRole('heading', { name: /“住建局改革联络岗”看(得|不)到 JY-2021-00048/ }).waitFor();
  await look(security, 'administration-3-why');
  const auditor = await pier.enter('auditor', { width: 390, height: 844 });
  await auditor.getByRole('button', { name: 'English' }).click();
  await auditor.goto('/work/administration?tab=log');
  await auditor.getByRole('heading', { level: 1 }).waitFor();
  await look(auditor, 'administration-4-log-phone-en');
  await Promise.all([administrator, security, auditor].map((each) => each.close()));
  expect(pier.troubles()).toEqual([]);
});
