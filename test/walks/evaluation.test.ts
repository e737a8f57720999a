import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterList, MatterRow } from '#contract/shapes.ts';
import { creditCodeOf } from '#mechanisms/projects/sample-names.ts';
import { sampleEnterprises, smallEnterprises } from '#mechanisms/parks/sample-enterprises.ts';
import { landByFirm, sampleFirms } from '#mechanisms/parks/sample-land.ts';
import { runBulkOf } from '#server/bulk.ts';
import { keepProof } from '#test/proof.ts';
import { sheetWorkbook } from '#test/workbook.ts';
import { ask, begin, field, finish, look, lookAround, openPier, option, pick, settled, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

/** Firms too small for the sample's evaluations. */
const evaluated = new Set([...sampleEnterprises, ...smallEnterprises].map(({ creditCode }) => creditCode));
const firms = sampleFirms.filter(({ serial }) => !evaluated.has(creditCodeOf(serial))).slice(0, 10).map((firm) => ({ name: firm.name, code: creditCodeOf(firm.serial), land: landByFirm.get(firm) ?? 0 }));
const landAt = (at: number) => firms[at]?.land ?? 0;
const tables: Readonly<Record<string, readonly [post: string, heads: readonly string[], cells: (at: number) => readonly (string | number)[]]>> = {
  tax: ['tax', ['年内入库税收（万元）'], (at) => [10 + at * 6]],
  statistics: ['stat', ['规上工业', '平均职工人数'], (at) => ['否', 20 + at]],
  // What the registers of parcels and occupations charge them with: anything else would be found.
  natural: ['natural', ['登记用地（㎡）'], (at) => [landAt(at)]],
  ecology: ['ecology', ['污染物排放量（吨）'], () => [0.2]],
  power: ['power', ['用电量'], (at) => [4_500_000 + at * 250_000]],
  labour: ['labour', ['参保人数'], (at) => [20 + at]],
  // One lets out more than half of what it has.
  town: ['economic-zone-project', ['自用和租赁用地合计（㎡）'], (at) => [at === 3 ? Math.round(landAt(at) * 0.4) : landAt(at)]],
};
const [letsOut, objects, vetoed] = [3, 6, 9] as const;
const nameAt = (at: number) => firms[at]?.name ?? '';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const rowsOf = async (page: Page, mechanism: string, query: string) => ((await ask(page, `/api/matters/${mechanism}?size=100&${query}`)).body as MatterList).rows;
const idOf = async (page: Page, name: string) => String((await rowsOf(page, 'enterprise', `q=${encodeURIComponent(name)}`)).find((row) => row.title === name)?.id);

async function ran(page: Page, cycle: string, action: string): Promise<void> {
  for (;;) {
    const { rows } = (await ask(page, `/api/matters/evaluationCycle/${cycle}/runs`)).body as { readonly rows: readonly { readonly action: string; readonly state: string; readonly words: object | null }[] };
    const [run] = rows.filter((each) => each.action === action);
    if (run && run.state !== 'running') {
      expect(run).toMatchObject({ state: 'done' });
      return;
    }
    await page.waitForTimeout(300);
  }
}

test('seven owners’ Excel files become an evaluation: anomaly, trial run, veto with its document, publicity, one objection upheld, approval, a public list without ranks', async () => {
  const proof = [await keepProof(pier.platform)];
  const cycle = await pier.meanwhile('industry', 'evaluationCycle', undefined, 'plan', { name: '2019年度规下工业亩均评价', year: 2019, scope: 'below', preset: 'huangyanSmall2022' });
  await pier.meanwhile('leader-economy', 'evaluationCycle', cycle, 'issue');
  const page = await pier.enter('industry', { at: `/work/matters/evaluationCycle/${cycle}` });
  await pier.meanwhile('economic-zone-project', 'enterprise', await idOf(page, nameAt(objects)), 'amend', { agent: 'holder-enterprise-8' });

  for (const owner of Object.keys(tables)) await deliver(owner);
  await page.reload();
  await begin(page, '开始一企一单确认');
  await finish(page, '开始一企一单确认');
  await ran(page, cycle, 'reconcile');
  const all = (await rowsOf(page, 'evaluationSheet', 'order=-filedAt')).filter(({ stage }) => stage === 'open');
  expect(all).toHaveLength(10);
  for (const { id } of all) await pier.meanwhile('industry', 'evaluationSheet', id, 'confirmOnPaper', { evidence: proof });

  await tryOut(page, cycle);
  const anomalies = (await rowsOf(page, 'evaluationAnomaly', 'order=-filedAt')).filter(({ stage }) => stage === 'open');
  expect(anomalies.map(({ facts }) => [facts['kind'], facts['creditCode']])).toEqual([['area', firms[letsOut]?.code]]);
  // The review waits for it, and says so.
  await page.getByText('还有1条没有核清，共1条；全部核清才能送会审。').waitFor();
  await page.goto(`/work/matters/evaluationAnomaly/${anomalies[0]?.id}`);
  const clearing = await begin(page, '核清');
  await field(clearing, '核查情况').fill('镇街台账漏记一处租用厂房，按登记面积计算。');
  await finish(page, '核清');
  await page.goto(`/work/matters/evaluationCycle/${cycle}`);
  await begin(page, '送部门会审');
  await finish(page, '送部门会审');

  await veto(page, cycle);
  await tryOut(page, cycle);
  await begin(page, '送部门会审');
  await finish(page, '送部门会审');
  await begin(page, '公示');
  await finish(page, '公示');
  await ran(page, cycle, 'announce');
  const before = await belowRows(page);
  expect(before.find(({ facts }) => facts['creditCode'] === firms[vetoed]?.code)?.facts['class']).toBe('D');
  await publicList('evaluation-2-public');

  const sheet = before.find(({ facts }) => facts['creditCode'] === firms[objects]?.code)?.id ?? '';
  const firm = await pier.enter('enterprise-8', { at: `/work/matters/evaluationSheet/${sheet}` });
  await object(firm, '对结果提出异议', '用电量（千瓦时）', '3000000', '含转供给承租户的电量，应当扣除。');
  await page.reload();
  await page.getByText('异议核查').first().waitFor();
  await answer('power', sheet, { upheld: '是', correctedValue: '3000000', words: '经核对转供电合同，予以扣除。' });
  const after = await belowRows(page);
  expect(after.filter(({ id, facts }) => facts['points'] !== before.find((each) => each.id === id)?.facts['points']).map(({ id }) => id)).toEqual([sheet]);
  // That row is public for five working days from the answer, no other is any longer, and the whole waits for it.
  const untilOf = async (mechanism: string, id: string) => ((await ask(page, `/api/matters/${mechanism}/${id}`)).body as { readonly facts: { readonly publicTo: string } }).facts.publicTo;
  const [own, other] = [await untilOf('evaluationSheet', sheet), await untilOf('evaluationSheet', before.find(({ id }) => id !== sheet)?.id ?? '')];
  expect([own >= other, await untilOf('evaluationCycle', cycle)]).toEqual([true, own]);
  await firm.reload();
  await firm.getByText('经核对转供电合同，予以扣除。').first().waitFor();
  await firm.close();
  await page.close();

  pier.setClock('2022-01-12');
  const leader = await pier.enter('leader-economy', { at: `/work/matters/evaluationCycle/${cycle}` });
  const approving = await begin(leader, '常务会审定');
  await field(approving, '常务会纪要文号').fill('即政会纪〔2022〕1号');
  await attach(approving, '会议纪要.txt', '常务会同意公布评价结果。');
  await finish(leader, '常务会审定');
  await leader.close();
  const bureau = await pier.enter('industry', { at: `/work/matters/evaluationCycle/${cycle}` });
  await begin(bureau, '公布结果');
  await finish(bureau, '公布结果');
  await ran(bureau, cycle, 'publish');
  expect((await belowRows(bureau)).map(({ stage }) => stage)).toEqual(Array.from({ length: 10 }, () => 'final'));
  await bureau.close();
  const visitor = await publicList('evaluation-5-published');
  await visitor.goto(`/public/read/evaluationSheet?q=${encodeURIComponent(nameAt(vetoed))}`);
  await visitor.getByRole('link', { name: nameAt(vetoed) }).first().click();
  await visitor.getByRole('heading', { level: 1, name: nameAt(vetoed) }).waitFor();
  expect(await visitor.getByRole('main').innerText()).toContain('D类');
  await visitor.close();
  expect(pier.troubles()).toEqual([]);
});

/** An owner brings its own Excel file. */
async function deliver(owner: string): Promise<void> {
  const [post, heads, cells] = tables[owner]!;
  const given = new URLSearchParams({ name: `2019年规下${owner}数据`, year: '2019', owner, source: '规下企业台账', pulledOn: '2021-12-20' });
  const seat = await pier.enter(post, { at: `/work/matters/readingBatch/new/deliver?${given.toString()}` });
  const buffer = await sheetWorkbook([['统一社会信用代码', ...heads, '备注'], ...firms.map(({ code }, at) => [code, ...cells(at), ''])]);
  await seat.getByLabel('从Excel填入数据').setInputFiles({ name: `${owner}.xlsx`, mimeType: workbookType, buffer });
  await seat.getByText('已读入10家企业；有问题没有读入0行。').waitFor();
  if (owner === 'tax') await look(seat, 'evaluation-1-deliver');
  await seat.getByRole('button', { name: '提供数据', exact: true }).click();
  await seat.getByRole('heading', { level: 1, name: `2019年规下${owner}数据` }).waitFor();
  await seat.close();
}

async function tryOut(page: Page, cycle: string): Promise<void> {
  await page.goto(`/work/matters/evaluationCycle/${cycle}`);
  await begin(page, '试算');
  await finish(page, '试算');
  await ran(page, cycle, 'compute');
  // What the run came to is on the page before anything else is begun.
  await page.reload();
}

/** The bureau of emergencies brings an accident: refused without its document, then confirmed by the office. */
async function veto(page: Page, cycle: string): Promise<void> {
  const accused = await idOf(page, nameAt(vetoed));
  const safety = await pier.enter('emergency', { at: `/work/matters/evaluationRemark/new/enter?${new URLSearchParams({ cycle, enterprise: accused, item: 'accident', decidedOn: '2019-10-19' }).toString()}` });
  await safety.getByRole('button', { name: '提出认定事项', exact: true }).click();
  await safety.getByText('一票否决、限档和灾害认定必须有文号和日期。').first().waitFor();
  await field(safety, '文书文号').fill('即应急罚〔2019〕9号');
  await safety.getByRole('button', { name: '提出认定事项', exact: true }).click();
  await safety.getByRole('heading', { level: 1, name: nameAt(vetoed) }).waitFor();
  await safety.getByText('亡人或较大以上生产安全责任事故').first().waitFor();
  await page.goto(new URL(safety.url()).pathname);
  await safety.close();
  await begin(page, '会审通过');
  await finish(page, '会审通过');
}

/** What anybody reads of the results: in the order of classes, without ranks and points. */
async function publicList(picture: string): Promise<Page> {
  const visitor = await pier.visit('/public/read/evaluationSheet');
  await visitor.getByRole('heading', { level: 1 }).waitFor();
  const list = visitor.locator('.entries');
  await list.getByText(/[ABCD]类/).first().waitFor();
  const shown = await list.innerText();
  expect([...shown.matchAll(/([ABCD])类/g)].map(([, band]) => band).join('')).toMatch(/^A*B*C*D*$/);
  expect(shown).not.toMatch(/名次|第\d+名|总分|得分/);
  const open = ((await ask(visitor, '/api/public/matters/evaluationSheet?size=100')).body as { readonly rows: readonly { readonly facts: Readonly<Record<string, unknown>> }[] }).rows;
  expect(open.map(({ facts }) => String(facts['class'])).join('')).toMatch(/^A*B*C*D*$/);
  expect(open.every(({ facts }) => facts['rank'] === undefined && facts['points'] === undefined)).toBe(true);
  await look(visitor, picture);
  return visitor;
}

async function attach(within: Locator, name: string, words: string): Promise<void> {
  await field(within, '佐证材料').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
  await within.getByRole('button', { name: `移除 ${name}` }).waitFor();
}

/** An enterprise objects to one of the data with a proof. */
async function object(firm: Page, action: string, quantity: string, claimed: string, grounds: string): Promise<void> {
  const contesting = await begin(firm, action);
  await pick(firm, '有异议的项目', quantity);
  await field(contesting, '企业主张的数值').fill(claimed);
  await field(contesting, '异议理由').fill(grounds);
  await attach(contesting, '证明材料.txt', grounds);
  await finish(firm, action);
}

/** The owner of the data answers on the sheet. */
async function answer(post: string, sheet: string, { upheld, correctedValue, words }: { readonly upheld: '是' | '否'; readonly correctedValue?: string; readonly words: string }): Promise<void> {
  const owner = await pier.enter(post, { at: `/work/matters/evaluationSheet/${sheet}` });
  const answering = await begin(owner, '核查答复');
  await option(answering, '异议成立', upheld).check();
  if (correctedValue !== undefined) await field(answering, '更正后的数值').fill(correctedValue);
  await field(answering, '核查答复').fill(words);
  if (upheld === '是') await attach(answering, '核查单.txt', `${words}（盖章）`);
  await finish(owner, '核查答复');
  await owner.close();
}

async function belowRows(page: Page): Promise<readonly MatterRow[]> {
  const codes = new Set(firms.map(({ code }) => code));
  const { rows } = (await ask(page, '/api/matters/evaluationSheet?size=100&order=-filedAt')).body as MatterList;
  return rows.filter(({ facts }) => codes.has(String(facts['creditCode'])));
}

/** Three firms of another year, evaluated by the pages' own entry up to publicity: the walk that follows clicks the rest. */
async function publicEvaluation(year: number, agents: Readonly<Record<number, string>>): Promise<void> {
  const evidence = [await keepProof(pier.platform)];
  const seat = await pier.seat('industry');
  const few = firms.slice(0, 3);
  for (const [at, agent] of Object.entries(agents)) await pier.meanwhile('economic-zone-project', 'enterprise', await idOf(seat, nameAt(Number(at))), 'amend', { agent });
  const cycle = await pier.meanwhile('industry', 'evaluationCycle', undefined, 'plan', { name: `${year}年度规下工业亩均评价`, year, scope: 'below', preset: 'huangyanSmall2022' });
  await pier.meanwhile('leader-economy', 'evaluationCycle', cycle, 'issue');
  const columns: Readonly<Record<string, (at: number) => object>> = {
    tax: (at) => ({ taxPaid: (60 + at * 40) * 1_000_000 }), statistics: (at) => ({ isAbove: false, staff: 20 + at }), natural: () => ({ registeredLand: 8000 }), ecology: () => ({ pollutant: 0.2 }), power: (at) => ({ electricity: 2_000_000 + at * 100_000 }), labour: (at) => ({ insuredStaff: 20 + at }), town: () => ({ leasedLand: 8000 }),
  };
  for (const [owner, row] of Object.entries(columns)) {
    await pier.meanwhile(tables[owner]![0], 'readingBatch', undefined, 'deliver', { name: `${year}年规下${owner}数据`, year, owner, source: '规下企业台账', pulledOn: '2021-12-20', rows: few.map(({ code }, at) => ({ creditCode: code, ...row(at) })) });
  }
  const goOn = async (action: string) => {
    await pier.meanwhile('industry', 'evaluationCycle', cycle, action);
    await runBulkOf(pier.platform, cycle, pier.platform.now());
  };
  await goOn('reconcile');
  const sheets = (await rowsOf(seat, 'evaluationSheet', `f.cycle=${cycle}`));
  expect(sheets).toHaveLength(3);
  for (const { id } of sheets) await pier.meanwhile('industry', 'evaluationSheet', id, 'confirmOnPaper', { evidence });
  await goOn('compute');
  for (const { id } of (await rowsOf(seat, 'evaluationAnomaly', `f.cycle=${cycle}`))) await pier.meanwhile('industry', 'evaluationAnomaly', id, 'clear', { finding: '已经核对，数据无误。' });
  await pier.meanwhile('industry', 'evaluationCycle', cycle, 'review');
  await goOn('announce');
  await seat.close();
}

test('anybody reads the classes of the latest year, of another by its year, and those of one class alone', async () => {
  const page = await pier.visit('/public/read/evaluationSheet');
  const lines = page.locator('.entries > li');
  await lines.first().waitFor();
  const latest = await page.getByLabel('评价年度').inputValue();
  expect(Number(latest)).toBeGreaterThanOrEqual(2020);
  expect(await lines.first().innerText()).toContain(`${latest} · 规`);
  await page.getByLabel('评价年度').selectOption('2019');
  await page.waitForURL(/f\.year=2019/);
  await expect.poll(() => lines.first().innerText()).toContain('2019 · 规上工业 · A类');
  await page.getByLabel('评价类别').selectOption({ label: 'D类' });
  await page.waitForURL(/f\.class=D/);
  await expect.poll(() => lines.first().innerText()).toContain('2019 · 规上工业 · D类');
  // A page further the list is still what it was narrowed to; the search looks through the same.
  await page.getByLabel('第 2 页').click();
  await page.waitForURL(/page=2/);
  await expect.poll(() => lines.last().innerText()).toContain('2019 · 规上工业 · D类');
  expect(await page.getByLabel('评价年度').inputValue()).toBe('2019');
  await lookAround(page, 'evaluation-5-classes');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a register of the offices is not empty to an enterprise: it is told that it is not for its post', async () => {
  const page = await pier.enter('enterprise-2', { at: '/work/matters/occupation' });
  await page.getByText('您的岗位不能查看这个台账').waitFor();
  await look(page, 'evaluation-6-closed');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('an enterprise signs in, sees its own sheet with every step of the working, objects with a proof, and reads the answer', async () => {
  pier.setClock('2021-12-28');
  await publicEvaluation(2018, { 1: 'holder-enterprise-7' });
  const page = await pier.knock('enterprise-7');
  await page.goto('/work/matters/evaluationSheet?f.year=2018');
  const link = page.getByRole('link', { name: nameAt(1) }).first();
  await link.waitFor();
  // Its own and nobody else's.
  expect((await rowsOf(page, 'evaluationSheet', 'f.year=2018')).map(({ title }) => title)).toEqual([nameAt(1)]);
  const stranger = await pier.seat('enterprise-2');
  expect((await rowsOf(stranger, 'evaluationSheet', 'f.year=2018'))).toEqual([]);
  await stranger.close();
  await link.click();
  const working = page.getByRole('region', { name: '结果和全部算式' });
  await working.getByRole('table').waitFor();
  // 100 over 12 亩 against 11.5932, and 10,000 yuan by the kWh against 0.2352.
  expect((await working.locator('tbody tr').allInnerTexts()).map((text) => text.split(/\s+/).slice(0, 5))).toEqual([['亩均税收（万元/亩）', '8.33333', '11.5932', '50', '35.94'], ['单位用电税收（元/千瓦时）', '0.47619', '0.2352', '50', '75.00']]);
  const steps = await working.getByRole('listitem').allInnerTexts();
  expect(steps[0]).toBe('亩均税收：8.33333÷11.5932×50＝35.94分（万元/亩，权重50）。');
  expect(steps[1]).toBe('单位用电税收：0.47619÷0.2352×50超过上限，按权重的1.5倍计75分（元/千瓦时）。');
  expect(steps).toContain('合计110.94分。');
  expect(steps.at(-1)).toMatch(/^评价结果：[ABCD]类/);
  await object(page, '对结果提出异议', '评价税收（万元）', '120', '年底入库的二十万元没有计入，附完税证明。');
  await page.getByText('结果异议').first().waitFor();
  const sheet = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await answer('tax', sheet, { upheld: '否', words: '该笔税款次年一月入库，按规定不计入当年。' });
  await page.reload();
  await page.getByText('该笔税款次年一月入库，按规定不计入当年。').first().waitFor();
  // Not upheld, the working stands as it was.
  await working.getByText('合计110.94分。').waitFor();
  await lookAround(page, 'evaluation-3-sheet');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a weight is moved in what-if, forty and more change class, nothing is saved, and the page says so', async () => {
  const page = await pier.enter('industry');
  const cycle = (await rowsOf(page, 'evaluationCycle', '')).find(({ facts }) => facts['scope'] === 'above');
  const address = `/api/matters/evaluationCycle/${cycle?.id}`;
  await page.goto(`/work/matters/evaluationCycle/${cycle?.id}`);
  const kept = (await ask(page, address)).body as { readonly version: number };
  const panel = page.getByRole('region', { name: '推演：改一改，看谁会换档' });
  await panel.getByText('什么都不保存').waitFor();
  await panel.getByRole('button', { name: '开始推演' }).click();
  await panel.getByText('没有企业换档。').waitFor();
  await panel.getByLabel('权重 亩均税收').fill('5');
  await panel.getByText(/权重合计为70，应为100/).waitFor();
  await panel.getByLabel('权重 R&D经费占主营业务收入比重').fill('45');
  const words = String(await panel.getByText(/有[\d,]+家企业会换档/).textContent());
  expect(Number(/有([\d,]+)家/.exec(words)?.[1])).toBeGreaterThanOrEqual(40);
  await settled(page);
  await lookAround(page, 'evaluation-4-what-if');
  expect((await ask(page, address)).body).toMatchObject({ version: kept.version });
  await page.close();
  expect(pier.troubles()).toEqual([]);
});
