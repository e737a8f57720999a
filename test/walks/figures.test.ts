import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundingFigures } from '#mechanisms/founding-figures.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { look, openPier, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

test('the figures of the founding account are questions, answered with their records or honestly not yet', async () => {
  const page = await pier.enter('office-head');
  await page.getByRole('navigation').getByRole('link', { name: '数字' }).click();
  const cards = page.locator('.figure').filter({ hasText: /^\d\.\d+ / });
  await cards.first().waitFor();
  expect(await cards.count()).toBe(91);
  const answered = mechanisms.flatMap((mechanism) => mechanism.figures).filter(({ answers }) => answers !== undefined).length;
  await page.getByText(`通稿 91 个数字中，${answered} 个已由台账实时计算。`).waitFor();
  for (const [index, text] of (await cards.allInnerTexts()).entries()) {
    const founding = foundingFigures[index];
    expect(text).toContain(founding?.name.zh);
    expect(text).toContain(`通稿：${founding?.printed}`);
  }
  // What no register yields yet is no number and no link; it says what it waits for.
  const absent = page.locator('.figure.is-absent');
  expect(await absent.count()).toBe(91 - answered);
  for (const text of await absent.allInnerTexts()) expect(text).toMatch(/待建：将由.+产生/);
  expect(await absent.getByRole('link').count()).toBe(0);
  await look(page, 'figures-1-all');

  const one = page.getByRole('link', { name: /^1\.29 / });
  expect(await one.innerText()).toMatch(/8\s*条[\s\S]*通稿：8条?[\s\S]*与通稿相符/);
  await one.click();
  await page.getByRole('heading', { name: '背后的记录 8 条' }).waitFor();
  const rows = page.getByRole('region', { name: '背后的记录 8 条' }).locator('tbody tr');
  expect(await rows.count()).toBe(8);
  for (const text of await rows.allInnerTexts()) expect(text).toContain('落地转化中');
  await look(page, 'figures-2-one');

  // As of another day it is another answer.
  await page.getByLabel('截至').fill('2021-06-30');
  await page.getByLabel('截至').press('Enter');
  await page.waitForURL(/asOf=2021-06-30/);
  await page.locator('.facts').getByText('2021-06-30', { exact: true }).waitFor();
  const then = Number((await page.locator('.figure-open .figure-number').innerText()).replace(/\D/g, ''));
  expect(then).not.toBe(8);
  await page.getByRole('heading', { name: `背后的记录 ${then} 条` }).waitFor();

  // What goes into a document is kept, whatever the registers say later.
  await page.getByRole('button', { name: '存为快照' }).click();
  await page.getByText('快照已留存。').first().waitFor();
  await page.getByRole('button', { name: '回到今天' }).click();
  await page.getByRole('heading', { name: '背后的记录 8 条' }).waitFor();
  await page.reload();
  await page.getByRole('region', { name: '快照' }).getByText(`截至 2021-06-30，依据 ${then} 条记录`).waitFor();
  await look(page, 'figures-3-snapshot');

  const record = rows.first().getByRole('link');
  const title = await record.innerText();
  await record.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await look(page, 'figures-4-record');

  // The open ones are open to anybody.
  const anybody = await pier.visit('/public/openness');
  await anybody.getByText('正在落地转化的建议', { exact: true }).waitFor();
  await look(anybody, 'figures-5-public');
  await Promise.all([page, anybody].map((each) => each.close()));
  expect(pier.troubles()).toEqual([]);
});

test('the yield of the district is sum over sum, with its change on the year before and like for like, and each opens onto its sheets', async () => {
  const page = await pier.enter('industry', { at: '/work/figures/evaluation.taxPerMu' });
  const number = async () => Number((await page.locator('.figure-open .figure-number').innerText()).replace(/[^\d.-]/g, ''));
  const behind = async () => Number(/(\d[\d,]*) 条/.exec(await page.getByRole('heading', { name: /^背后的记录/ }).innerText())?.[1]?.replaceAll(',', ''));
  await page.getByText('不是各家亩均的平均').waitFor();
  const [yields, sheets] = [await number(), await behind()];
  expect([yields > 0, sheets > 100]).toEqual([true, true]);
  const row = page.getByRole('region', { name: /^背后的记录/ }).locator('tbody tr').first().getByRole('link');
  const name = await row.innerText();
  await look(page, 'figures-6-yield');
  // Last year it was another: the page goes back a year, and the change says by how much.
  await page.goto('/work/figures/evaluation.taxPerMu?asOf=2020-12-28');
  await page.getByText('不是各家亩均的平均').waitFor();
  const before = await number();
  await page.goto('/work/figures/evaluation.taxPerMuChange');
  await page.getByText('同一口径（合计÷合计）的增幅').waitFor();
  expect(await number()).toBeCloseTo(100 * (yields / before - 1), 0);
  await page.goto('/work/figures/evaluation.taxPerMuLike');
  await page.getByText('两年都参评的同一批规上企业').waitFor();
  expect([Number.isFinite(await number()), await behind()]).toEqual([true, sheets]);
  await page.goto('/work/figures/evaluation.taxPerMu');
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.close();
  expect(pier.troubles()).toEqual([]);
});
