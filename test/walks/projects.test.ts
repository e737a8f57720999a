import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openAs } from './moves.ts';
import { ask, begin, field, finish, look, openPier, option, pick, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const name = '海洋装备总装基地';
const round = `${name}尽调`;
const report = '投资方主营业务稳定，资金来源已经核实，两地工厂实地看过，建议关注负债率。';
const proposal = { name: '项目建议书.txt', mimeType: 'text/plain', buffer: Buffer.from('项目建议书：建设总装车间和码头。') };

// The published worked example, with the orders at 0.7: RI 32.5, A 82.5, Q 99.5.
const risks = [0, 1, 1, 1, 2, 0, 0, 2, 3, 2, 1, 1, 2, 1, 1, 0, 3, 2];
const proofs = [1, 0.7, 0.7, 0.9, 0.7, 1, 0.9];
const worths: readonly (readonly [string, string?])[] = [['330', '300'], ['22', '20'], ['3.2', '3.5'], ['2.8', '3'], ['180', '200'], ['0.8'], ['0.9']];

/** A sheet of ratings: a row for each option, filled in by its column. */
async function fillSheet(dialog: Locator, label: string, column: number, values: readonly (string | undefined)[]): Promise<void> {
  const rows = dialog.getByRole('group', { name: new RegExp(`^${label}`) }).locator('tbody tr');
  expect(await rows.count(), `${label}: a row for each option`).toBe(values.length);
  for (const [at, value] of values.entries()) if (value !== undefined) await rows.nth(at).locator('td').nth(column).locator('input').fill(value);
}

async function fillOpinion(dialog: Locator, labels: readonly [ratings: string, proofs: string, worth: string, report: string], words = report): Promise<void> {
  await fillSheet(dialog, labels[0], 0, risks.map(String));
  await fillSheet(dialog, labels[1], 0, proofs.map(String));
  await fillSheet(dialog, labels[2], 0, worths.map(([value]) => value));
  await fillSheet(dialog, labels[2], 1, worths.map(([, benchmark]) => benchmark));
  await field(dialog, labels[3]).fill(words);
}

async function factsOf(page: Page): Promise<{ readonly facts: Readonly<Record<string, unknown>>; readonly hidden: readonly string[]; readonly stage: string }> {
  const path = new URL(page.url()).pathname.replace('/work/', '/api/');
  return (await ask(page, path)).body as never;
}

test('an investment officer files a lead, and two parties investigate it blind to each other', async () => {
  const officer = await pier.enter('invest-1', { at: '/work/matters/project' });
  await look(officer, 'projects-1-register');
  await officer.goto('/work/matters/project/new/fileLead');
  await field(officer, '项目名称').fill(name);
  await pick(officer, '落地镇街、功能区', '龙泉街道');
  await field(officer, '线索来源').fill('驻点招商');
  await field(officer, '洽谈记录').fill('双方就选址、投资规模和建设周期作了洽谈。');
  await field(officer, '选址').fill('龙泉街道临港地块1号');
  // Where it is to stand: an outline by keyboard, begun anew as a point put with the pointer; what is drawn stands in the field as degrees.
  const place = officer.locator('.place-input');
  await place.getByRole('button', { name: '在图上画' }).click();
  const map = place.getByRole('application', { name: '画位置的图' });
  for (const key of ['Enter', 'Shift+ArrowRight', 'Enter', 'Shift+ArrowDown', 'Enter']) await map.press(key);
  await place.getByText(/^3个界址点，约/).waitFor();
  expect((await field(officer, '位置').inputValue()).split('\n')).toHaveLength(3);
  await place.getByRole('button', { name: '全部重画' }).click();
  await place.getByRole('button', { name: '点', exact: true }).click();
  await map.click({ position: { x: 200, y: 150 } });
  expect(await field(officer, '位置').inputValue()).toMatch(/^\d+(\.\d+)?,\d+(\.\d+)?$/);
  await look(officer, 'projects-2-lead');
  await officer.getByRole('button', { name: '登记线索', exact: true }).click();
  await officer.getByRole('heading', { level: 1, name }).waitFor();

  // Out of the usual range asks for a reason, and nothing typed is lost.
  const planning = await begin(officer, '转入策划');
  await pick(officer, '投资方', '示例甲装备投资');
  await pick(officer, '项目类别', '工业');
  await field(planning, '总投资').fill('3亿元');
  await field(planning, '固定资产投资').fill('2亿元');
  await field(planning, '用地面积').fill('4亩');
  await field(planning, '佐证材料').setInputFiles(proposal);
  await planning.getByRole('button', { name: `移除 ${proposal.name}` }).waitFor();
  await planning.getByRole('button', { name: '转入策划', exact: true }).click();
  await planning.getByRole('alert').getByText('超出通常范围10–3000').first().waitFor();
  await look(officer, 'projects-3-unusual');
  await field(planning, '用地面积').fill('100亩');
  await finish(officer, '转入策划');
  await look(officer, 'projects-4-planning');

  // Two parties from two units.
  await officer.goto('/work/matters/dueDiligence/new/open');
  await pick(officer, '项目', name);
  await pick(officer, '主尽调单位', '区投资促进中心');
  await pick(officer, '主尽调人', '招商专员岗乙');
  await pick(officer, '第二尽调单位', '区投资促进中心');
  await pick(officer, '第二尽调人', '龙泉项目岗');
  await officer.getByRole('button', { name: '开展尽调', exact: true }).click();
  await officer.getByText('两方应来自两个不同单位').first().waitFor();
  await pick(officer, '第二尽调单位', '龙泉街道');
  await officer.getByRole('button', { name: '开展尽调', exact: true }).click();
  await officer.getByRole('heading', { level: 1, name: round }).waitFor();

  const first = await pier.enter('invest-2');
  const second = await pier.enter('longquan-project');
  for (const page of [first, second]) {
    // Opened after the other party signed: what is decided on a page from before is refused, and says so.
    await open(page, 'dueDiligence', round);
    const signing = await begin(page, '签利益冲突声明');
    await option(signing, '与投资方没有利益冲突', '是').check();
    await finish(page, '签利益冲突声明');
  }

  await first.reload();
  const visiting = await begin(first, '登记实地查看');
  await visiting.getByText('添加一行', { exact: true }).click();
  await visiting.getByLabel('第 1 行，日期').fill('2021-12-27');
  await visiting.getByLabel('第 1 行，地点').fill('投资方总部');
  await visiting.getByLabel('第 1 行，人数').fill('3');
  await finish(first, '登记实地查看');

  const leading = await begin(first, '提交主尽调意见');
  await leading.getByRole('button', { name: '提交主尽调意见', exact: true }).click();
  await leading.getByRole('alert').first().waitFor();
  await fillOpinion(leading, ['主尽调评定', '主尽调核实', '主尽调测算', '主尽调意见']);
  await look(first, 'projects-5-first-opinion');
  await finish(first, '提交主尽调意见');
  expect((await factsOf(first)).facts['leadRisk']).toBe(32.5);

  // Neither the second party nor the review office reads it before the second opinion is in.
  await second.reload();
  await second.getByRole('heading', { level: 1, name: round }).waitFor();
  for (const page of [second, officer]) {
    const { facts, hidden } = await factsOf(page);
    expect(facts).not.toHaveProperty('leadReport');
    expect(facts).not.toHaveProperty('leadRisk');
    expect(hidden).toContain('leadReport');
  }
  await look(second, 'projects-6-veiled');
  const answering = await begin(second, '提交第二意见');
  await fillOpinion(answering, ['第二尽调评定', '第二尽调核实', '第二尽调测算', '第二尽调意见']);
  await finish(second, '提交第二意见');
  expect((await factsOf(second)).facts).toMatchObject({ leadRisk: 32.5, secondRisk: 32.5, disagreement: 0 });

  await first.reload();
  const agreeing = await begin(first, '会商一致');
  await fillOpinion(agreeing, ['会商评定', '会商核实', '会商测算', '尽调报告']);
  await finish(first, '会商一致');
  await first.getByText('提交评审').first().waitFor();
  await begin(first, '报送评审办');
  await finish(first, '报送评审办');
  await look(first, 'projects-7-reconciled');

  const clerk = await openAs(pier, 'secretariat-1', 'dueDiligence', round);
  await begin(clerk, '通过尽调');
  await finish(clerk, '通过尽调');
  await look(clerk, 'projects-8-accepted');
  await open(clerk, 'project', name);
  await clerk.getByText('评审', { exact: true }).first().waitFor();
  // The gate names each missing piece.
  await clerk.getByText('还没有通过评审的结论').first().waitFor();
  await look(clerk, 'projects-9-review');
  const held = await factsOf(clerk);
  expect(held).toMatchObject({ stage: 'review', facts: { riskIndex: 32.5, authenticity: 82.5, worth: 99.5 } });

  await Promise.all([officer, first, second, clerk].map((page) => page.close()));
  expect(pier.troubles()).toEqual([]);
});

test('the same project reads in English, veils and gates included', async () => {
  const page = await pier.enter('longquan-project');
  await page.getByRole('button', { name: 'English' }).click();
  await open(page, 'dueDiligence', round);
  await page.getByText('Accepted', { exact: true }).first().waitFor();
  await look(page, 'projects-10-english');
  await open(page, 'project', name);
  await page.getByText('Review', { exact: true }).first().waitFor();
  await look(page, 'projects-11-english-project');
  await page.close();

  const officer = await pier.enter('invest-1');
  await officer.getByRole('button', { name: 'English' }).click();
  await officer.goto('/work/matters/project/new/fileLead');
  await officer.getByRole('heading', { level: 1, name: 'File a lead' }).waitFor();
  await officer.getByRole('button', { name: 'File a lead', exact: true }).click();
  await officer.getByText('Required').first().waitFor();
  await look(officer, 'projects-12-english-lead');
  await officer.close();
  expect(pier.troubles()).toEqual([]);
});

/** Two hundred projects that wait for their review, and another hundred experts: the best there are, but from inside the district and some of one employer, so that the rules of every panel pinch. */
const busySeason = `
  insert into matter (district, id, mechanism, stage, number, year, version, title, lead_unit, units, due_on, facts, clocks, duties, links, doers, confined_to, filed_at, changed_at, is_sample, head, searched)
  select district, gen_random_uuid(), mechanism, 'review', 'XM-2021-9' || lpad(n::text, 3, '0'), year, version, title, lead_unit, units, due_on,
    (facts - 'reviewResult' - 'nationalCode') || jsonb_build_object('name', '成批项目' || n, 'totalInvestment', 50000000000), clocks, duties, links, doers, confined_to, filed_at, changed_at, is_sample, head, searched
  from (select * from matter where mechanism = 'project' and stage = 'planning' order by id limit 1) one, generate_series(1, 200) n
  union all
  select district, gen_random_uuid(), mechanism, stage, number, year, version, title, lead_unit, units, due_on,
    facts || jsonb_build_object('expertNo', 1000 + (facts ->> 'expertNo')::int, 'rosterNo', 'X-' || (facts ->> 'rosterNo'), 'person', 'x-' || (facts ->> 'person'), 'seats', '[]'::jsonb, 'titleLevel', 'full', 'years', 40, 'isOutside', false, 'employerName', 'D' || ((facts ->> 'expertNo')::int % 30)), clocks, duties, links, doers, confined_to, filed_at, changed_at, is_sample, head, searched
  from matter where mechanism = 'expert' and stage = 'active'`;

test('experts are planned for two hundred projects at once: the page shows how far it is, may be left and stopped, and says who comes off worst', async () => {
  await pier.fill(busySeason);
  pier.setClock('2022-01-04');
  const clerk = await pier.enter('secretariat-1', { at: '/work/matters/panelPlan/new/draft' });
  await field(clerk, '名称').fill('2022年全年评审专家测算');
  await field(clerk, '从哪个月起').fill('2022-01');
  await field(clerk, '分几个月评完').fill('12');
  await field(clerk, '最长测算时间').fill('600');
  await clerk.getByRole('button', { name: '拟定测算', exact: true }).click();
  await clerk.getByRole('heading', { level: 1, name: '2022年全年评审专家测算' }).waitFor();
  await begin(clerk, '开始测算');
  await finish(clerk, '开始测算');
  const work = clerk.getByRole('region', { name: '正在办理：开始测算' });
  await work.getByText(/已找到 [\d,]+/).waitFor();
  await look(clerk, 'projects-13-computing');
  // Left and come back to, it goes on; two at once are refused.
  await clerk.goto('/work/matters/panelPlan');
  await open(clerk, 'panelPlan', '2022年全年评审专家测算');
  await work.getByText(/已找到 [\d,]+/).waitFor();
  await begin(clerk, '开始测算');
  await clerk.getByRole('dialog', { name: '开始测算' }).getByRole('button', { name: '开始测算', exact: true }).click();
  await clerk.getByRole('dialog').getByText('正在测算，请等它完成或者先停下').first().waitFor();
  await clerk.keyboard.press('Escape');
  await work.getByRole('button', { name: '停止，用已找到的' }).click();
  await clerk.getByText('可行，未证明最优').first().waitFor();
  await clerk.getByText(/适配度最低的是项目XM-2021-\d+/).first().waitFor();
  await clerk.getByRole('button', { name: /^显示全部2\d\d行$/ }).first().waitFor();
  await look(clerk, 'projects-14-planned');
  const { facts } = await factsOf(clerk);
  // Whoever of the sample waits for his review as well is among them.
  expect(Number(facts['projectCount'])).toBeGreaterThanOrEqual(200);
  expect(facts['outcome']).toBe('bounded');
  expect(Number(facts['totalFit'])).toBeLessThan(Number(facts['bound']));
  await clerk.close();
  expect(pier.troubles()).toEqual([]);
});
