import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { MatterList } from '#contract/shapes.ts';
import { techFirms } from '#mechanisms/innovation/sample-firms.ts';
import { ask, begin, field, finish, lookAround, openPier, option, pick, turnLanguage, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

/** Innovative, and visited by nobody yet. */
const firm = techFirms[203];
const name = firm?.name ?? '';
const title = '潮间带光伏支架长效防腐涂层';
const phone = '0532-86543210';
const publicText = '潮间带支架涂层寿命短，征集耐盐雾三千小时以上的长效涂层，欢迎院所和企业承接。';

const idOf = async (page: Page, mechanism: string, words: string) => ((await ask(page, `/api/matters/${mechanism}?q=${encodeURIComponent(words)}`)).body as MatterList).rows[0]?.id ?? '';
/** Looks at a page in every face and goes on in Chinese. */
async function around(page: Page, face: string): Promise<void> {
  await lookAround(page, face);
  await turnLanguage(page);
}

const cell = (within: Parameters<typeof field>[0], row: number, column: string) => within.getByLabel(`第 ${row} 行，${column}`, { exact: true });

test('a team of two visits, the enterprise confirms, and its demand goes over a return and the experts’ sheets to the public page without its contact', async () => {
  // One visitor is too few; with two it is kept.
  const team = await pier.enter('marine-team-1', { at: '/work/matters/enterpriseVisit/new/enter' });
  await pick(team, '企业', name);
  await field(team, '走访日期').fill('2021-12-27');
  await field(team, '到达时间').fill('2021-12-27 14:30');
  await option(team, '走访方式', '实地').check();
  await pick(team, '走访组', '区海洋经济工作专班');
  await field(team, '走访地点').fill('企业中试车间');
  await team.getByText('添加一行', { exact: true }).first().click();
  await chooseIn(team, 1, '走访人', '专班走访岗1');
  await team.getByRole('button', { name: '登记走访', exact: true }).click();
  await team.getByText('不少于2人，请补上走访人').first().waitFor();
  await around(team, 'demands-1-one-visitor');
  await team.getByText('添加一行', { exact: true }).first().click();
  await chooseIn(team, 2, '走访人', '专班走访岗2');
  await team.getByRole('button', { name: '登记走访', exact: true }).click();
  await team.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
  await around(team, 'demands-2-visit');

  // What was found there is noted by the team, and completed by the enterprise.
  const visit = await idOf(team, 'enterpriseVisit', name);
  const enterprise = await idOf(team, 'enterprise', name);
  await team.goto(`/work/matters/technicalDemand/new/enter?${new URLSearchParams({ title, enterprise, sourceVisit: visit }).toString()}`);
  await team.getByRole('button', { name: '登记需求', exact: true }).click();
  await team.getByRole('heading', { level: 1, name: title }).waitFor();
  const demand = await idOf(team, 'technicalDemand', title);
  await team.close();

  const owner = await pier.enter(firm?.account ?? '');
  await owner.goto(`/work/matters/enterpriseVisit/${visit}`);
  await begin(owner, '签认');
  await finish(owner, '签认');
  await owner.getByText('已签认').first().waitFor();
  await owner.goto(`/work/matters/technicalDemand/${demand}`);
  await submit(owner);

  // The science office returns it once; the enterprise adds a second indicator and submits again.
  const office = await pier.enter('science-1', { at: `/work/matters/technicalDemand/${demand}` });
  await office.getByRole('heading', { level: 1, name: title }).waitFor();
  const back = await begin(office, '退回补正');
  await pick(office, '退回原因', '缺少可测指标');
  await field(back, '理由').fill('请补充附着力指标和检测方法。');
  await finish(office, '退回补正');
  await owner.reload();
  const again = await begin(owner, '提交');
  await again.getByText('添加一行', { exact: true }).first().click();
  await kpi(again, 2, '附着力', '8', '兆帕');
  await finish(owner, '提交');

  await office.reload();
  const passing = await begin(office, '初审通过');
  await option(passing, '属于技术需求，不是单纯采购或者推销', '是').check();
  await finish(office, '初审通过');
  const appointing = await begin(office, '送专家甄别');
  await pick(office, '甄别专家', '示例专家001', '示例专家002');
  await appointing.getByRole('button', { name: '送专家甄别', exact: true }).click();
  await appointing.waitFor({ state: 'hidden' });

  // Each expert by himself: the second does not see what the first has said.
  await judge('expert-1', demand);
  const second = await pier.enter('expert-2', { at: `/work/matters/technicalDemand/${demand}` });
  expect(JSON.stringify((await ask(second, `/api/matters/technicalDemand/${demand}`)).body)).not.toContain('路线可行');
  await second.close();
  await judge('expert-2', demand);
  await office.reload();
  await office.getByText('79分', { exact: false }).first().waitFor();
  await begin(office, '入库');
  await finish(office, '入库');

  // Nothing is published before the enterprise agrees, and not its name where that was agreed.
  await owner.reload();
  const consenting = await begin(owner, '同意公开级别');
  await option(consenting, '公开级别', '脱敏公开').check();
  await field(consenting, '佐证材料').setInputFiles({ name: '公开级别同意书.txt', mimeType: 'text/plain', buffer: Buffer.from('盖章同意脱敏公开。') });
  await consenting.getByRole('button', { name: '移除 公开级别同意书.txt' }).waitFor();
  await finish(owner, '同意公开级别');
  await office.reload();
  const publishing = await begin(office, '公开需求');
  await field(publishing, '公开内容').fill(`${publicText}联系电话${phone}。`);
  await publishing.getByRole('button', { name: '公开需求', exact: true }).click();
  await publishing.getByText('公开内容里有电话').first().waitFor();
  await field(publishing, '公开内容').fill(publicText);
  await finish(office, '公开需求');
  await lookAround(office, 'demands-3-published');

  const visitor = await pier.visit(`/public/read/technicalDemand/${demand}`);
  await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
  await visitor.getByText(publicText).waitFor();
  await lookAround(visitor, 'demands-4-public');
  const open = JSON.stringify((await ask(visitor, `/api/public/matters/technicalDemand/${demand}`)).body);
  for (const kept of [phone, '王工', name, firm?.account ?? '']) expect([kept, open.includes(kept)]).toEqual([kept, false]);
  // Nor is it in what the offices take away; who calls looks at it on the page, one by one.
  const list = await (await office.context().request.get(`/api/matters/technicalDemand/export?format=csv&q=${encodeURIComponent(title)}`)).text();
  expect([list.includes(title), list.includes(phone), list.includes('联系电话')]).toEqual([true, false, false]);
  for (const page of [visitor, office, owner]) await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('the registers and the form of a demand read well in both languages, wide and narrow', async () => {
  const page = await pier.enter('science-1', { at: '/work/matters/technicalDemand' });
  await lookAround(page, 'demands-5-register');
  await page.goto('/work/figures/technicalDemand.contractRate');
  await page.getByRole('heading', { level: 1, name: /签约率|Share with a contract/ }).waitFor();
  await lookAround(page, 'demands-6-figure');
  await page.close();
  const list = await pier.visit('/public/read/technicalDemand');
  await lookAround(list, 'demands-7-public-list');
  await list.close();
  expect(pier.troubles()).toEqual([]);
});

async function submit(page: Page): Promise<void> {
  const dialog = await begin(page, '提交');
  await pick(page, '需求类型', '关键技术攻关');
  await field(dialog, '行业').fill('C2641');
  await pick(page, '技术领域', '新材料');
  await pick(page, '涉海领域', '海洋防腐');
  await field(dialog, '现状与瓶颈').fill('潮间带支架涂层一年即起泡脱落，返涂窗口短；公司试过三种配方，附着力和柔韧性不能兼顾。');
  await dialog.getByText('添加一行', { exact: true }).first().click();
  await kpi(dialog, 1, '耐盐雾时间', '3000', '小时');
  await field(dialog, '拟投入').fill('120万元');
  await field(dialog, '期限').fill('18');
  await field(dialog, '要求成熟度').fill('6');
  await pick(page, '合作方式', '联合攻关');
  await option(dialog, '知识产权归属', '双方共有').check();
  await option(dialog, '公开级别', '公开').check();
  await field(dialog, '联系人').fill('王工');
  await field(dialog, '联系电话').fill(phone);
  await finish(page, '提交');
}

async function kpi(within: Parameters<typeof field>[0], row: number, name: string, value: string, unit: string): Promise<void> {
  await cell(within, row, '指标').fill(name);
  await cell(within, row, '指标值').fill(value);
  await cell(within, row, '单位').fill(unit);
  await option(within, `第 ${row} 行，比较`, '不低于（≥）').check();
}

async function chooseIn(page: Page, row: number, column: string, words: string): Promise<void> {
  const box = cell(page, row, column);
  await box.click();
  await box.fill(words);
  const list = page.locator(`[id="${await box.getAttribute('aria-controls')}"]`);
  await page.locator('.ant-select-dropdown', { has: list }).locator('.ant-select-item-option-active').filter({ hasText: words }).waitFor();
  await box.press('Enter');
}

/** One sheet with the axes of the worked example: 79 points with two indicators. */
async function judge(post: string, demand: string): Promise<void> {
  const page = await pier.enter(post, { at: `/work/matters/technicalDemand/${demand}` });
  const dialog = await begin(page, '提交甄别表');
  for (const [axis, value] of [['瓶颈清晰', '0.8'], ['市场价值', '0.7'], ['投入合理', '0.6'], ['自有基础', '0.5'], ['无现成技术', '1']] as const) await field(dialog, axis).fill(value);
  await field(dialog, '意见').fill('路线可行，指标可测。');
  await option(dialog, '与需求企业没有利害关系', '是').check();
  await finish(page, '提交甄别表');
  await page.close();
}
