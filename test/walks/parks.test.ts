import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, proof } from './moves.ts';
import { ask, begin, field, finish, look, lookAround, openPier, pick, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const town = '段泊岚工业园';
const mu = 2000 / 3;
const wan = 1_000_000;

interface Row { readonly id: string; readonly title: string; readonly facts: Readonly<Record<string, unknown>> }

async function rowsOf(page: Page, mechanism: string, query = ''): Promise<readonly Row[]> {
  return ((await ask(page, `/api/matters/${mechanism}?size=50&${query}`)).body as { readonly rows: readonly Row[] }).rows;
}

async function factsOf(page: Page): Promise<Readonly<Record<string, unknown>>> {
  return ((await ask(page, new URL(page.url()).pathname.replace('/work/', '/api/'))).body as { readonly facts: Readonly<Record<string, unknown>> }).facts;
}

/** A paper that is kept already, to attach to what others do meanwhile. */
async function keptPaper(): Promise<readonly object[]> {
  const office = await pier.seat('office-1');
  const [item] = await rowsOf(office, 'agendaItem');
  const { facts } = (await ask(office, `/api/matters/agendaItem/${item?.id}`)).body as { readonly facts: { readonly draft: readonly object[] } };
  await office.close();
  return facts.draft;
}

/** A park of the worked example with an approved diagnosis and a drafted plan, as its town and the bureaus bring it along. */
async function preparePark(evidence: readonly object[]): Promise<{ readonly plan: string }> {
  const by = 'duanbolan-project';
  const [west, south] = [120.28, 36.385];
  const ring = [[west, south], [west + 0.012, south], [west + 0.012, south + 0.009], [west, south + 0.009], [west, south]];
  const park = await pier.meanwhile('industry', 'park', undefined, 'register', {
    name: town, parkNo: 'JM-P20', body: 'duanbolan', level: 'town', kind: 'traditional', planned: 900_000, built: 800_000, industrial: 600_000, supplied: 500_000, inUse: 410_000, floorArea: 372_000, farCap: 1.5, leadIndustry: 'C35', place: { type: 'Polygon', coordinates: [ring] },
  });
  // It counts in the means it is held against: by these figures its ratios are those of the worked example, 0.605 and 0.656.
  await pier.meanwhile('stat', 'park', park, 'snapshot', { year: 2020, output: 188_154 * wan, tax: 10_836 * wan, firms: 60, aboveScale: 12, highTech: 5, staff: 3000, incidents: 0, source: '2020年统计年报', evidence });
  const diagnosis = await pier.meanwhile(by, 'parkDiagnosis', undefined, 'draft', {
    name: `${town}2020年体检`, park, year: 2020, typedOccupancy: 71, typedCdShare: 22, typedOwnBody: false, leadShare: 34, safety: 90, contiguousMu: 260, capitalReady: 'yes', cleanTitle: 90, legacyShare: 55, ownersWilling: 40, notUpgraded: 70, anchors: 0, largestParcelMu: 260,
  });
  const secretary = await pier.seat('secretariat-1');
  const panel = (await rowsOf(secretary, 'expert')).slice(0, 5).map(({ id }) => id);
  await secretary.close();
  await pier.meanwhile(by, 'parkDiagnosis', diagnosis, 'toPanel');
  await pier.meanwhile('industry', 'parkDiagnosis', diagnosis, 'agree', { panel, evidence });
  await pier.meanwhile('leader-economy', 'parkDiagnosis', diagnosis, 'approve');
  const plan = await pier.meanwhile(by, 'renewalPlan', undefined, 'open', { name: `${town}更新项目`, park, body: 'duanbolan', area: Math.round(100 * mu) });
  await pier.meanwhile(by, 'renewalPlan', plan, 'survey', { coverage: 97, evidence });
  await pier.meanwhile(by, 'renewalPlan', plan, 'chooseMode', { diagnosis, primary: 'M3', secondary: ['M4'] });
  await pier.meanwhile(by, 'renewalPlan', plan, 'draft', {
    goal: '收购连片低效厂房，建设标准厂房。', risk: '招商不及预期的分期推进。', actions: [{ action: '收购低效厂房', unit: 'duanbolan', due: '2022-03-31' }], milestones: [{ milestone: '开工', due: '2022-03-31' }], money: [{ source: 'fund', amount: 12_000 * wan, isClosed: true }], targetTaxPerMu: 25, targetPath: [{ year: 2023, taxPerMu: 20 }, { year: 2024, taxPerMu: 25 }],
    baseYears: [[2018, 1000, 20_000], [2019, 1200, 21_000], [2020, 1430, 22_000]].map(([year = 0, tax = 0, output = 0]) => ({ year, tax: tax * wan, output: output * wan, source: '税务入库数' })), baseFar: 0.6, baseFloor: 40_000, baseFirms: 3,
  });
  return { plan };
}

/** What bureaus, owners and builders do until a full year after acceptance has passed. */
async function carryOut(plan: string, evidence: readonly object[]): Promise<void> {
  const by = 'duanbolan-project';
  const steps: readonly (readonly [day: string, post: string, action: string, input?: object])[] = [
    ['2021-12-29', by, 'publish', { evidence }], ['2021-12-30', by, 'hear', { objections: 3, answered: 3, consents: [{ owner: '业主甲', area: Math.round(81 * mu), agrees: true }, { owner: '业主乙', area: Math.round(19 * mu) }] }], ['2022-01-14', by, 'submit'], ['2022-01-17', 'industry', 'note', { notes: ['plan', 'land', 'environment', 'fiscal', 'risk'], evidence }],
    ['2022-01-20', 'leader-economy', 'approve', { documentNo: '即政字〔2022〕3号', evidence }], ['2022-02-10', by, 'sign', { agreements: [{ owner: '业主甲', kind: 'reserve', area: Math.round(92 * mu), signedOn: '2022-02-10', vacateBy: '2022-03-10', compensation: 4000 * wan, dailyRate: 5 }, { owner: '业主乙', kind: 'rebuild', area: Math.round(8 * mu) }] }], ['2022-02-11', by, 'beginVacating'],
    ['2022-03-09', by, 'vacate', { vacatings: [{ owner: '业主甲', vacatedOn: '2022-03-08' }], evidence }],
    ['2022-03-10', by, 'handOver', { handover: ['slip', 'meters', 'staff', 'invoices'], permitNo: '370215202203100101', evidence }], ['2022-10-20', by, 'complete', { builtFloor: 120_000, demolishedFloor: 30_000, evidence }], ['2022-11-20', by, 'fill', { typedOccupancy: 76, typedArrivals: 28, typedMovedIn: 8 }], ['2022-12-01', 'industry', 'accept', { evidence }],
  ];
  for (const [day, post, action, input] of steps) {
    pier.setClock(day);
    await pier.meanwhile(post, 'renewalPlan', plan, action, input ?? {});
  }
}

test('an enterprise that declares 18 亩 against 30 in the register is caught, and the evaluation takes 30', async () => {
  const name = '示例金山三十亩机械2020年用地申报';
  const firm = await pier.seat('enterprise-1');
  await firm.goto('/work/matters/landDeclaration/new/declare');
  await field(firm, '申报名称').fill(name);
  await pick(firm, '企业', '示例金山三十亩机械有限公司');
  await field(firm, '年度').fill('2020');
  await field(firm, '企业申报用地').fill('18亩');
  await firm.getByRole('button', { name: '申报用地', exact: true }).click();
  await firm.getByRole('heading', { level: 1, name }).waitFor();
  await firm.getByText('不符待核').first().waitFor();
  expect(await factsOf(firm)).toMatchObject({ declared: 12_000, registered: 20_000, difference: 40, evaluated: 20_000 });
  await begin(firm, '说明差异');
  await field(firm, '企业说明').fill('堆场没有计入。');
  await finish(firm, '说明差异');
  await look(firm, 'parks-5-caught');

  // Nobody else's account sees it.
  const path = new URL(firm.url()).pathname.replace('/work/', '/api/');
  const stranger = await pier.seat('enterprise-2');
  expect((await ask(stranger, path)).status).toBe(404);
  await Promise.all([firm, stranger].map((page) => page.close()));

  const bureau = await pier.seat('industry');
  await open(bureau, 'landDeclaration', name);
  await bureau.getByText('先由自然资源部门实测，再核定').first().waitFor();
  await bureau.close();

  const natural = await pier.seat('natural');
  await open(natural, 'landDeclaration', name);
  const surveying = await begin(natural, '登记实测');
  await field(surveying, '实测占用').fill('30亩');
  await field(surveying, '佐证材料').setInputFiles(proof);
  await surveying.getByRole('button', { name: `移除 ${proof.name}` }).waitFor();
  await finish(natural, '登记实测');
  await natural.close();

  const settling = await pier.seat('industry');
  await open(settling, 'landDeclaration', name);
  await begin(settling, '核定');
  await field(settling, '核定意见').fill('按登记和实测面积核定，申报数不采用。');
  await finish(settling, '核定');
  await settling.getByText('已核定').first().waitFor();
  expect(Number((await factsOf(settling))['evaluated'])).toBeCloseTo(20_000, 0);
  await look(settling, 'parks-6-settled');
  await settling.close();
  expect(pier.troubles()).toEqual([]);
});

test('the map of parcels goes back a year, is coloured by another fact, and leads to the enterprise on the land', async () => {
  const page = await pier.enter('natural', { at: '/work/matters/parcel?view=map&map=plain&stage=held' });
  await page.getByRole('group', { name: '图例' }).waitFor();
  const key = () => page.getByRole('group', { name: '图例' }).innerText();
  const now = await key();
  expect(now).toMatch(/A类（\d+）/);
  const years = page.getByLabel('年度');
  expect(await years.getAttribute('aria-valuetext')).toBe('现在');
  await years.press('Home');
  await page.waitForURL(/year=2019/);
  await page.locator('.map-years output').getByText('2019').waitFor();
  await expect.poll(key).not.toBe(now);
  await look(page, 'parks-7-classes-2019');
  await page.getByLabel('按什么着色').selectOption({ label: '亩均税收' });
  await page.waitForURL(/colour=taxPerMu/);
  await expect.poll(key).toMatch(/–[\d.,]+ 万元\/亩（\d+）/);
  await look(page, 'parks-8-yields');
  const around = await pier.enter('natural', { at: '/work/matters/parcel?view=map&map=plain&stage=held&colour=vacancy&year=2020' });
  await around.getByRole('group', { name: '图例' }).waitFor();
  await lookAround(around, 'parks-9-vacancy');
  await around.close();
  const entry = page.locator('.map-list > li').filter({ hasText: '土地使用权人' }).first();
  const holder = entry.locator('.map-opens a');
  const name = await holder.innerText();
  await holder.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a park shows its parcels and what is registered of it, and leads to an enterprise, where it is and how it was classed', async () => {
  const page = await pier.seat('industry');
  const [park] = await rowsOf(page, 'park', `q=${encodeURIComponent('金山工业园')}`);
  await page.goto(`/work/matters/park/${park?.id}`);
  const map = page.getByRole('region', { name: '园区地块图' });
  await map.getByRole('group', { name: '图例' }).waitFor();
  expect(await map.locator('path.map-feature').count()).toBeGreaterThan(50);
  const around = page.getByRole('region', { name: '相关台账' });
  await around.getByRole('link', { name: '全部13栋' }).waitFor();
  await look(page, 'parks-11-park');
  await map.locator('.map-list > li').filter({ hasText: '土地使用权人' }).first().locator('.map-opens a').click();
  await around.getByText(/评价类别：[A-D]类；总分：[\d.]+ 分；评价年度：\d{4}/).first().waitFor();
  await around.getByRole('link', { name: '全部1宗' }).click();
  await page.waitForURL(/\/matters\/parcel\?f\.user=/);
  await page.getByText('共 1 宗').waitFor();
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('the floors of a building show what is let, and lead to the unit and its tenant', async () => {
  const page = await pier.seat('urban-park-project');
  const [building] = await rowsOf(page, 'building', `q=${encodeURIComponent('都市-01')}`);
  await page.goto(`/work/matters/building/${building?.id}`);
  const plans = page.locator('.floor-plans');
  await plans.waitFor();
  // Seven storeys: three standard units, all let, on two of them each, and on the top a fourth that is too small to count as capacity.
  expect(await plans.locator('> li').count()).toBe(7);
  expect(await plans.locator('a.is-occupied').count()).toBe(6);
  expect(await plans.locator('a').count()).toBe(7);
  await page.getByText('已入驻（3）').waitFor();
  // By use they are all alike.
  await page.getByLabel('按什么着色').selectOption({ label: '用途' });
  await page.getByText('生产（4）').waitFor();
  // From the table to who is there, from the drawing to the unit.
  const tenant = page.getByRole('table', { name: '单元一览' }).locator('tbody tr').filter({ hasText: '都市-01-01' }).getByRole('link').last();
  const name = await tenant.innerText();
  await tenant.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.goBack();
  await plans.locator('a.is-occupied').last().click();
  await page.getByRole('heading', { level: 1, name: '都市-01-01' }).waitFor();
  await page.goBack();
  await plans.waitFor();
  await lookAround(page, 'parks-10-floors');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('anybody reads the plans in public, the land found inefficient, and every veto of the evaluations with its document', async () => {
  const visitor = await pier.visit('/public/read/renewalPlan');
  await visitor.getByRole('link', { name: '金山工业园基金收购二次开发' }).click();
  await visitor.getByRole('heading', { level: 1, name: '金山工业园基金收购二次开发' }).waitFor();
  await visitor.getByText('收购连片低效厂房，建设标准厂房，容纳一百五十余个项目。').waitFor();
  // Its money is nobody's business here.
  expect(await visitor.getByRole('main').innerText()).not.toMatch(/总投资|资金落实/);
  await look(visitor, 'parks-11-public-plan');
  await visitor.goto('/public/read/evaluationRemark');
  const vetoes = visitor.getByRole('link', { name: /：/ });
  await vetoes.first().waitFor();
  expect(await vetoes.count()).toBe(3);
  await vetoes.first().click();
  await visitor.getByText('即应急罚〔2020〕7号').waitFor();
  await look(visitor, 'parks-12-public-veto');
  await visitor.goto('/public/read/inefficientLand');
  await visitor.getByRole('heading', { level: 1, name: '低效工业用地公示' }).waitFor();
  await look(visitor, 'parks-13-public-land');
  await visitor.close();
  expect(pier.troubles()).toEqual([]);
});

test('a planner opens a park on the map, sees why it is renewed, compares two modes; the baseline is frozen, and after a full year before and after stand side by side', async () => {
  const evidence = await keptPaper();
  const { plan } = await preparePark(evidence);

  const planner = await pier.enter('industry', { at: '/work/matters/park?view=map&map=plain' });
  // Coloured by health at first; the key counts, and the list says each value.
  await planner.getByRole('group', { name: '图例' }).waitFor();
  expect(await planner.getByLabel('按什么着色').inputValue()).toBe('health');
  expect(await planner.locator('path.map-feature.is-shaded').count()).toBe(9);
  const entry = planner.locator('.map-list > li').filter({ hasText: town });
  expect(await entry.innerText()).toContain('体检指数 65.24');
  await planner.getByRole('button', { name: `定位：${town}` }).click();
  await planner.locator('path.map-feature.is-focused').waitFor();
  await look(planner, 'parks-1-map');
  await entry.getByRole('link', { name: `${town}2020年体检` }).click();

  await planner.getByRole('heading', { name: '为什么是“更新”' }).waitFor();
  await planner.getByText('体检指数65.24。').waitFor();
  // The greatest loss stands first.
  const parts = planner.getByRole('group', { name: '为什么是“更新”' }).locator('tbody tr');
  expect(await parts.first().innerText()).toMatch(/亩均税收\s+15\.13 \/ 25\s+9\.87/);
  const first = planner.getByRole('region', { name: '第一种' });
  const second = planner.getByRole('region', { name: '另一种' });
  expect(await first.innerText()).toMatch(/69\.98[\s\S]*为什么推[\s\S]*基金或国有资本到位，得25\/25/);
  expect(await second.innerText()).toContain('47.78');
  await second.getByLabel('另一种').selectOption({ label: '专业运营、工业上楼' });
  expect(await second.innerText()).toMatch(/—[\s\S]*前提不具备：容积率上限不少于2/);
  await lookAround(planner, 'parks-2-why');
  await planner.close();

  const taxes = await pier.seat('tax');
  await open(taxes, 'renewalPlan', `${town}更新项目`);
  await taxes.getByText('基线还没有锁定。').waitFor();
  const freezing = await begin(taxes, '锁定基线');
  await field(freezing, '佐证材料').setInputFiles(proof);
  await freezing.getByRole('button', { name: `移除 ${proof.name}` }).waitFor();
  await finish(taxes, '锁定基线');
  await taxes.getByText(/^基线2021-12-28锁定，依据：2018年（税务入库数）、2019年（税务入库数）、2020年（税务入库数）。$/).waitFor();
  await look(taxes, 'parks-3-frozen');
  await taxes.close();

  await carryOut(plan, evidence);
  pier.setClock('2024-01-10');
  const later = await pier.seat('tax');
  await open(later, 'renewalPlan', `${town}更新项目`);
  await later.getByText('验收后还没有完整年度的实际数。').waitFor();
  const entering = await begin(later, '登记实际成效');
  await field(entering, '年度').fill('2023');
  await field(entering, '入库税收').fill('2640万元');
  await field(entering, '产值').fill('50000万元');
  await field(entering, '来源').fill('税务入库数');
  await entering.getByRole('group', { name: /^按原边界取数/ }).or(entering.getByRole('radiogroup', { name: /^按原边界取数/ })).getByLabel('是', { exact: true }).check();
  await field(entering, '佐证材料').setInputFiles(proof);
  await entering.getByRole('button', { name: `移除 ${proof.name}` }).waitFor();
  await finish(later, '登记实际成效');
  await later.close();
  await pier.meanwhile('industry', 'renewalPlan', plan, 'evaluate');

  const year = await pier.seat('industry');
  await open(year, 'renewalPlan', `${town}更新项目`);
  const table = year.getByRole('group', { name: '改造前后对比' }).locator('tbody');
  expect((await table.locator('tr').first().innerText()).split(/\s+/)).toEqual(['亩均税收（万元/亩）', '12.1', '25', '—', '26.4', '2.18']);
  await year.getByText('实际数：2023年（税务入库数）。').waitFor();
  // The path it set itself, year by year, with what came of it.
  const path = year.getByRole('group', { name: '目标路径', exact: true }).locator('tbody tr');
  expect((await path.allInnerTexts()).map((text) => text.split(/\s+/))).toEqual([['2023', '20', '26.4', '达到'], ['2024', '25', '—', '还没有实际数']]);
  await year.getByText('亩产倍增达成').first().waitFor();
  await lookAround(year, 'parks-4-before-after');
  await year.close();
  expect(pier.troubles()).toEqual([]);
}, 240_000);
