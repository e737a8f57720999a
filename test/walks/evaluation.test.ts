import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterList, MatterRow } from '#contract/shapes.ts';
import { creditCodeOf } from '#mechanisms/projects/sample-names.ts';
import { sampleEnterprises, smallEnterprises } from '#mechanisms/parks/sample-enterprises.ts';
import { sampleFirms } from '#mechanisms/parks/sample-land.ts';
import { keepProof } from '#test/proof.ts';
import { ask, begin, field, finish, look, lookAround, openPier, pick, settled, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

/** Firms too small for the sample's evaluations. */
const evaluated = new Set([...sampleEnterprises, ...smallEnterprises].map(({ creditCode }) => creditCode));
const firms = sampleFirms.filter(({ serial }) => !evaluated.has(creditCodeOf(serial))).slice(0, 10).map(({ name, serial }) => ({ name, code: creditCodeOf(serial) }));
const tables: Readonly<Record<string, readonly [post: string, head: string, cells: (at: number) => string]>> = {
  tax: ['tax', '年内入库税收（万元）', (at) => String(10 + at * 6)],
  statistics: ['stat', '规上工业,平均职工人数', (at) => `否,${20 + at}`],
  natural: ['natural', '登记用地（亩）', () => '12'],
  ecology: ['ecology', '污染物排放量（吨）', () => '0.2'],
  power: ['power', '用电量', (at) => String(4_500_000 + at * 250_000)],
  labour: ['labour', '参保人数', (at) => String(20 + at)],
  // One lets out more than half of what it has.
  town: ['economic-zone-project', '自用和租赁用地合计（亩）', (at) => (at === 3 ? '5' : '12')],
};

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

test('seven owners’ spreadsheets become an evaluation: anomaly, trial run, veto, publicity, one objection, approval, a public list without ranks', async () => {
  const proof = [await keepProof(pier.platform)];
  const cycle = await pier.meanwhile('industry', 'evaluationCycle', undefined, 'plan', { name: '2019年度规下工业亩均评价', year: 2019, scope: 'below', preset: 'huangyanSmall2022' });
  await pier.meanwhile('leader-economy', 'evaluationCycle', cycle, 'issue');
  const page = await pier.enter('industry', { at: `/work/matters/evaluationCycle/${cycle}` });
  const [accused, objector] = [await idOf(page, firms[9]?.name ?? ''), await idOf(page, firms[6]?.name ?? '')];
  await pier.meanwhile('economic-zone-project', 'enterprise', objector, 'amend', { agent: 'holder-enterprise-8' });

  for (const [owner, [post, head, cells]] of Object.entries(tables)) {
    const given = new URLSearchParams({ name: `2019年规下${owner}数据`, year: '2019', owner, source: '规下企业台账', pulledOn: '2021-12-20' });
    const seat = await pier.enter(post, { at: `/work/matters/readingBatch/new/deliver?${given.toString()}` });
    const csv = `统一社会信用代码,${head},备注\n${firms.map(({ code }, at) => `${code},${cells(at)},`).join('\n')}\n`;
    await seat.getByLabel('从Excel填入数据').setInputFiles({ name: `${owner}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${csv}`) });
    await seat.getByText('已读入10家企业；有问题没有读入0行。').waitFor();
    if (owner === 'tax') await look(seat, 'evaluation-1-deliver');
    await seat.getByRole('button', { name: '提供数据', exact: true }).click();
    await seat.getByRole('heading', { level: 1, name: `2019年规下${owner}数据` }).waitFor();
    await seat.close();
  }

  await page.reload();
  await begin(page, '开始一企一单确认');
  await finish(page, '开始一企一单确认');
  await ran(page, cycle, 'reconcile');
  const all = (await rowsOf(page, 'evaluationSheet', 'order=-filedAt')).filter(({ stage }) => stage === 'open');
  expect(all).toHaveLength(10);
  for (const { id } of all) await pier.meanwhile('industry', 'evaluationSheet', id, 'confirmOnPaper', { evidence: proof });

  await page.reload();
  await begin(page, '试算');
  await finish(page, '试算');
  await ran(page, cycle, 'compute');
  const anomalies = (await rowsOf(page, 'evaluationAnomaly', 'order=-filedAt')).filter(({ stage }) => stage === 'open');
  expect(anomalies.map(({ facts }) => [facts['kind'], facts['creditCode']])).toEqual([['area', firms[3]?.code]]);
  await page.goto(`/work/matters/evaluationAnomaly/${anomalies[0]?.id}`);
  const clearing = await begin(page, '核清');
  await field(clearing, '核查情况').fill('租出的7亩登记在同一宗地，按12亩计算。');
  await finish(page, '核清');
  await pier.meanwhile('industry', 'evaluationCycle', cycle, 'review');

  const safety = await pier.enter('emergency', { at: `/work/matters/evaluationRemark/new/enter?${new URLSearchParams({ cycle, enterprise: accused, item: 'accident', documentNo: '即应急罚〔2019〕9号', decidedOn: '2019-10-19' }).toString()}` });
  await safety.getByRole('button', { name: '提出认定事项', exact: true }).click();
  await safety.getByRole('heading', { level: 1, name: firms[9]?.name ?? '' }).waitFor();
  await safety.getByText('亡人或较大以上生产安全责任事故').first().waitFor();
  const remark = safety.url().split('/').at(-1) ?? '';
  await safety.close();
  await pier.meanwhile('industry', 'evaluationRemark', remark, 'confirm');
  await page.goto(`/work/matters/evaluationCycle/${cycle}`);
  await begin(page, '试算');
  await finish(page, '试算');
  await ran(page, cycle, 'compute');
  await pier.meanwhile('industry', 'evaluationCycle', cycle, 'review');
  await page.reload();
  await begin(page, '公示');
  await finish(page, '公示');
  await ran(page, cycle, 'announce');

  const before = await belowRows(page);
  expect(before.find(({ facts }) => facts['creditCode'] === firms[9]?.code)?.facts['class']).toBe('D');
  const visitor = await pier.visit('/public/read/evaluationSheet');
  await visitor.getByRole('heading', { level: 1 }).waitFor();
  const open = ((await ask(visitor, '/api/public/matters/evaluationSheet?size=100')).body as { readonly rows: readonly { readonly facts: Readonly<Record<string, unknown>> }[] }).rows;
  expect(open.map(({ facts }) => String(facts['class'])).join('')).toMatch(/^A*B*C*D*$/);
  expect(open.every(({ facts }) => facts['rank'] === undefined && facts['points'] === undefined)).toBe(true);
  await look(visitor, 'evaluation-2-public');
  await visitor.close();

  const sheet = before.find(({ facts }) => facts['creditCode'] === firms[6]?.code)?.id ?? '';
  const firm = await pier.enter('enterprise-8', { at: `/work/matters/evaluationSheet/${sheet}` });
  const contesting = await begin(firm, '对结果提出异议');
  await pick(firm, '有异议的项目', '用电量（千瓦时）');
  await field(contesting, '企业主张的数值').fill('3000000');
  await field(contesting, '异议理由').fill('含转供给承租户的电量，应当扣除。');
  await field(contesting, '佐证材料').setInputFiles({ name: '转供电合同.txt', mimeType: 'text/plain', buffer: Buffer.from('转供电合同，全年三百万千瓦时。') });
  await contesting.getByRole('button', { name: '移除 转供电合同.txt' }).waitFor();
  await finish(firm, '对结果提出异议');
  await pier.meanwhile('power', 'evaluationSheet', sheet, 'settle', { upheld: true, correctedValue: 3_000_000, answer: '经核对转供电合同，予以扣除。', evidence: proof });
  const after = await belowRows(page);
  expect(after.filter(({ id, facts }) => facts['points'] !== before.find((each) => each.id === id)?.facts['points']).map(({ id }) => id)).toEqual([sheet]);
  await firm.reload();
  await firm.getByText('经核对转供电合同，予以扣除。').first().waitFor();
  await firm.close();

  pier.setClock('2022-01-12');
  await pier.meanwhile('leader-economy', 'evaluationCycle', cycle, 'approve', { minutesNo: '即政会纪〔2022〕1号', evidence: proof });
  expect(pier.troubles()).toEqual([]);
});

async function belowRows(page: Page): Promise<readonly MatterRow[]> {
  const codes = new Set(firms.map(({ code }) => code));
  const { rows } = (await ask(page, '/api/matters/evaluationSheet?size=100&order=-filedAt')).body as MatterList;
  return rows.filter(({ facts }) => codes.has(String(facts['creditCode'])));
}

test('an enterprise sees its own sheet with every step of the working, and only its own', async () => {
  pier.setClock('2021-12-28');
  const page = await pier.enter('enterprise-3', { at: '/work/matters/evaluationSheet' });
  const rows = await rowsOf(page, 'evaluationSheet', '');
  expect(rows.map(({ title }) => title)).toEqual([sampleEnterprises[2]?.name]);
  await page.goto(`/work/matters/evaluationSheet/${rows[0]?.id}`);
  const working = page.getByRole('region', { name: '结果和全部算式' });
  await working.getByRole('table').waitFor();
  await working.getByText('逐步说明').waitFor();
  expect(await working.locator('tbody tr').count()).toBe(5);
  expect(await working.getByRole('listitem').count()).toBeGreaterThanOrEqual(8);
  await page.getByText('经核对审计报告和更正申报，予以更正。').first().waitFor();
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
