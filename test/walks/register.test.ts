import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterTotals } from '#contract/register-shapes.ts';
import { ask, look, lookAround, openPier, pick, settled, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const register = '/work/matters/suggestion';
const totalOf = async (page: Page, query = '') => ((await ask(page, `/api/matters/suggestion?size=1${query}`)).body as { total: number }).total;

test('a register is a table to whoever hears it, and goes by the keyboard', async () => {
  const page = await pier.enter('office-1');
  const total = await totalOf(page);
  await page.goto(register);
  const table = page.getByRole('table', { name: '改革创新建议' });
  await table.getByRole('row').nth(5).waitFor();
  await settled(page);
  expect(await table.getAttribute('aria-rowcount')).toBe(String(total + 1));
  // The foot is asked for beside the rows.
  await table.getByRole('rowheader', { name: /^(平均|合计)：/ }).first().waitFor();
  const heard = await table.ariaSnapshot();
  expect(heard).toMatch(/^- table "改革创新建议":/);
  expect(heard).toContain('- columnheader "选中筛选出的全部事项":');
  for (const name of ['编号', '标题', '阶段', '到期日', '领域', '评价']) expect(heard).toContain(`- columnheader "${name}":`);
  expect(heard.match(/^ {4}- row "/gm)?.length).toBeGreaterThan(12);
  expect(heard).toMatch(/ {6}- cell "JY-2021-\d{5}"/);
  expect(heard).toMatch(/ {6}- cell "[^"]+":\n {8}- link "[^"]+":/);
  // The foot adds up the whole register, not the rows in the page.
  expect(heard).toMatch(/- rowheader "(平均|合计)：/);
  await look(page, 'register-1-list');

  // Order by a button in the head; the table says so.
  await table.getByRole('button', { name: '到期日' }).click();
  await page.waitForURL(/order=dueOn/);
  expect(await table.getByRole('columnheader', { name: '到期日' }).getAttribute('aria-sort')).toBe('ascending');

  // One cell takes the focus; arrows, Home and End move it, Space selects, Enter opens.
  await settled(page);
  await table.locator('[data-at="0:1"]').focus();
  const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['at']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await at()).toBe('1:2');
  await page.keyboard.press('Home');
  expect(await at()).toBe('1:0');
  await page.keyboard.press('Control+End');
  expect(await at()).toMatch(new RegExp(`^${total - 1}:`));
  await page.keyboard.press('Control+Home');
  expect(await at()).toBe('0:0');
  await page.keyboard.press(' ');
  await page.getByText('已选 1 件').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ ');
  await page.getByText('已选 3 件').waitFor();
  await page.keyboard.press('ArrowRight');
  const title = await table.locator('[data-at="2:2"]').textContent();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor();
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('sums are read above the table and named in its foot, wherever its columns have been scrolled to', async () => {
  const page = await pier.enter('industry', { at: '/work/matters/enterprise', width: 1200 });
  const { facts, total } = (await ask(page, '/api/matters/enterprise/totals')).body as RegisterTotals;
  const held = facts['capital'];
  expect(held?.count).toBeGreaterThan(0);
  expect(held?.count).toBeLessThan(total);
  await page.locator('.list-sums', { hasText: new RegExp(`注册资本合计 .+元（${held?.count} 件有数）`) }).waitFor();
  const label = page.getByRole('rowheader', { name: '合计：注册资本' }).locator('span');
  const before = await label.boundingBox();
  const scroller = page.locator('.grid-scroll');
  await scroller.evaluate((element) => element.scrollTo({ left: 300 }));
  expect(await scroller.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(200);
  expect((await label.boundingBox())?.x).toBeCloseTo(before?.x ?? 0, 0);
  await look(page, 'register-1-sums');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('columns are chosen, moved and widened, and kept in a view that is shared, begun with, removed and brought back', async () => {
  const page = await pier.enter('office-1', { at: `${register}?stage=implementing` });
  const heads = () => page.getByRole('columnheader').allInnerTexts().then((names) => names.map((name) => name.trim()).filter(Boolean));
  await page.getByRole('button', { name: '栏目' }).click();
  await page.getByRole('checkbox', { name: '渠道' }).uncheck();
  await page.getByRole('button', { name: '“领域”前移' }).click();
  await page.getByRole('checkbox', { name: '所在镇街' }).check();
  await look(page, 'register-2-columns');
  await page.keyboard.press('Escape');
  const chosen = await heads();
  expect(chosen).not.toContain('渠道');
  expect(chosen.at(-1)).toBe('所在镇街');

  await page.getByRole('button', { name: '存为视图' }).click();
  const form = page.getByRole('dialog', { name: '存为视图' });
  await form.getByLabel('视图名称').fill('落地转化中的');
  await form.getByLabel('本单位').check();
  await look(page, 'register-3-view');
  await form.getByRole('button', { name: '保存' }).click();
  await page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: '落地转化中的' }).first().waitFor();

  // Somebody else of the same unit finds it, begins with it, and sees the same columns.
  const other = await pier.enter('office-2', { at: register });
  await other.getByRole('button', { name: '管理视图' }).click();
  await other.getByRole('checkbox', { name: '打开台账时先看这个' }).click();
  await other.getByRole('checkbox', { name: '打开台账时先看这个', checked: true }).waitFor();
  await other.goto('/work');
  await other.goto(register);
  await other.waitForURL(/stage=implementing/);
  await other.getByRole('columnheader', { name: '所在镇街' }).waitFor();
  expect((await other.getByRole('columnheader').allInnerTexts()).map((name) => name.trim()).filter(Boolean)).toEqual(chosen);
  await look(other, 'register-4-shared-view');

  // Removed by mistake, it comes back.
  await page.getByRole('button', { name: '管理视图' }).click();
  await page.getByRole('button', { name: '删除视图“落地转化中的”' }).click();
  await page.getByText('视图“落地转化中的”已删除。').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('视图“落地转化中的”已恢复。').waitFor();

  // What is printed is what is seen: the same columns, the filter in words, the day, the total.
  await page.goto(`${register}?saved=all&stage=implementing&cols=title,leadUnit,dueOn`);
  await page.getByRole('link', { name: '打印' }).click();
  await page.getByText('筛选条件：阶段：落地转化中').waitFor();
  expect((await page.getByRole('columnheader').allInnerTexts()).length).toBe(3);
  expect(await page.locator('.print-table tbody tr').count()).toBe(await totalOf(page, '&stage=implementing'));
  expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
  await look(page, 'register-5-print');
  await Promise.all([page, other].map((each) => each.close()));
  expect(pier.troubles()).toEqual([]);
});

test('many are acted on at once, and each one that is refused says why and stays selected', async () => {
  const page = await pier.enter('office-1', { at: `${register}?saved=all&stage=submitted&stage=registered` });
  await page.getByRole('table').getByRole('row').nth(2).waitFor();
  await settled(page);
  const waiting = await totalOf(page, '&stage=submitted');
  const both = waiting + (await totalOf(page, '&stage=registered'));
  await page.getByRole('checkbox', { name: '选中筛选出的全部事项' }).click();
  await page.getByText(`已选 ${both} 件`).waitFor();
  await page.getByRole('button', { name: '一起办理' }).click();
  await page.getByRole('button', { name: new RegExp(`^登记（${waiting} 件可办）`) }).click();
  const dialog = page.getByRole('dialog', { name: `登记：${both} 件` });
  await pick(page, '领域', '社会体制改革');
  await look(page, 'register-6-together');
  await dialog.getByRole('button', { name: `办理 ${both} 件` }).click();
  await page.getByText(`已办理 ${waiting} 件，未办理 ${both - waiting} 件`).waitFor();
  expect(await page.getByRole('row').filter({ hasText: '未办理' }).count()).toBe(both - waiting);
  await page.getByRole('row').filter({ hasText: '未办理' }).first().getByText(/阶段/).waitFor();
  await look(page, 'register-7-report');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出结果' }).click()]);
  expect(download.suggestedFilename()).toMatch(/登记-办理结果\.csv$/);
  await page.getByRole('dialog').last().getByRole('button', { name: '关闭' }).last().click();
  await page.getByText(`已选 ${both - waiting} 件`).waitFor();
  expect(await totalOf(page, '&stage=submitted')).toBe(0);
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a block pasted from a spreadsheet is previewed cell by cell, its good rows go in alone, and a cell is corrected where it stands', async () => {
  const page = await pier.enter('guide-office', { at: '/work/matters/serviceItem?saved=all&cols=itemName,itemCode,promisedLimit,_stage&order=itemCode' });
  const table = page.getByRole('table', { name: '政务服务事项' });
  await table.getByRole('row').nth(3).waitFor();
  const before = ((await ask(page, '/api/matters/serviceItem?size=1')).body as { total: number }).total;
  await page.getByRole('button', { name: '粘贴表格' }).click();
  await look(page, 'register-8-paste');
  const rows = [['事项名称', '实施编码', '实施主体', '事项类型代码', '承诺办结时限', '承诺时限单位'], ['临时占道审批', 'A-ZHAN-1', '区综合执法局', '1', '3', '工作日'], ['户外广告设置', 'A-ZHAN-2', '区综合执法局', '99', '5', '工作日']];
  await page.getByLabel('把表格贴在这里').fill(rows.map((row) => row.join('\t')).join('\n'));
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByText('新登记 1 行，更正 0 行，不变 0 行，有误 1 行').waitFor();
  await page.getByText('事项类型代码应为1至10或者20').waitFor();
  await look(page, 'register-9-checked');
  await page.getByRole('button', { name: '登记无误的 1 行' }).click();
  await page.getByText('已登记：新登记 1 行，更正 0 行。').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  expect(((await ask(page, '/api/matters/serviceItem?size=1')).body as { total: number }).total).toBe(before + 1);

  // One cell, with F2; what is wrong is said beside it and what was typed stays.
  await page.getByRole('searchbox', { name: '名称、编号或正文' }).fill('临时占道审批');
  await page.getByRole('searchbox', { name: '名称、编号或正文' }).press('Enter');
  await page.getByText('共 1 项').waitFor();
  await settled(page);
  await table.locator('[data-at="0:3"]').focus();
  await page.keyboard.press('F2');
  const editor = page.getByRole('dialog', { name: '更正“承诺办结时限”' });
  await editor.getByLabel('承诺办结时限').fill('三天');
  await editor.getByRole('button', { name: '保存' }).click();
  await editor.getByText('请填数字').waitFor();
  await look(page, 'register-10-correct');
  await editor.getByLabel('承诺办结时限').fill('2');
  await page.keyboard.press('Enter');
  await page.getByText('已更正“承诺办结时限”。').waitFor();
  await table.getByRole('cell', { name: '2', exact: true }).first().waitFor();
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a card is dragged where an action leads, and stays where none does, with the reason in words', async () => {
  const page = await pier.enter('guide-office', { at: '/work/matters/serviceItem?saved=all&view=board' });
  const lane = (name: string) => page.getByRole('region', { name, exact: true });
  const card = lane('在用').getByRole('listitem').first();
  const title = (await card.locator('.ticket-title').textContent()) ?? '';
  await look(page, 'register-11-board');
  // What asks for a reason opens its form, by drag and by menu alike; nothing is done until it is handed in.
  await card.dragTo(lane('取消').locator('h2'));
  const cancelling = page.getByRole('dialog', { name: '取消' });
  await cancelling.getByLabel(/^理由/).waitFor();
  await cancelling.getByRole('button', { name: '取消', exact: true }).first().click();
  await cancelling.waitFor({ state: 'hidden' });
  await lane('在用').getByText(title).first().waitFor();
  await page.getByRole('button', { name: `移至…：${title}` }).first().click();
  await page.getByRole('button', { name: '暂停（暂停）' }).click();
  const form = page.getByRole('dialog', { name: '暂停' });
  await form.getByLabel(/^理由/).fill('法规正在修订，暂停受理本事项。');
  await form.getByRole('button', { name: '暂停', exact: true }).click();
  await lane('暂停').getByText(title).first().waitFor();
  // Resuming asks for nothing: it is done where the card is dropped.
  await settled(page);
  await lane('暂停').getByRole('listitem').filter({ hasText: title }).first().dragTo(lane('在用').locator('h2'));
  await page.getByText('已办理：恢复。').first().waitFor();
  await settled(page);
  // Where no action leads the card stays, and the page says so.
  await lane('取消').getByRole('listitem').first().dragTo(lane('在用').locator('h2'));
  await page.getByText('没有从“取消”到“在用”的动作，卡片留在原处。').waitFor();
  await look(page, 'register-12-board-refused');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('every form of a register is whole in every face', async () => {
  const page = await pier.seat('office-1');
  for (const form of ['list', 'board', 'calendar&month=2021-12', 'timeline']) {
    await page.goto(`${register}?saved=all&view=${form}`);
    await page.locator('.grid-scroll, .cards, .board, .due-calendar, .timeline').first().waitFor();
    await lookAround(page, `register-form-${form.replace(/\W.*/, '')}`);
  }
  await page.goto(`${register}?q=没有这样的事项`);
  await page.getByText(/^(没有符合条件的事项|Nothing matches)/).first().waitFor();
  await lookAround(page, 'register-form-empty');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});
