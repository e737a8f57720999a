import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '#reports/checked-archive.ts';
import { keepProof } from '#test/proof.ts';
import { begin, field, finish, look, openPier, option, pick, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const title = '企业变更登记全程网办';
const clause = '推行企业变更登记全程网上办理，年内实现零跑动。';
const plan = { name: '实施方案.txt', mimeType: 'text/plain', buffer: Buffer.from('企业变更登记全程网办实施方案。') };
const milestones = [{ name: '系统改造', startOn: '2022-01-17', dueOn: '2022-02-28', weight: 40 }, { name: '全程网办上线', dueOn: '2022-03-31', weight: 60 }];
const done = milestones.map((each) => ({ ...each, doneRate: 100 }));
const fault = '佐证只有系统截图，没有上线验收材料，请补齐后重报。';

interface Held { readonly id: string; readonly stage: string; readonly light: string; readonly facts: Readonly<Record<string, unknown>> }

/** A matter as the server keeps it for the reader of this page. */
async function held(page: Page, mechanism: string, id: string): Promise<Held> {
  return page.evaluate(async (url) => (await fetch(url)).json() as Promise<Held>, `/api/matters/${mechanism}/${id}`);
}

/** The words of a paper, as Word would open it. */
async function paperWords(page: Page, name: string): Promise<string> {
  const href = await page.getByRole('link', { name, exact: true }).first().getAttribute('href');
  const bytes = await page.evaluate(async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())], href ?? '');
  const archive = await openArchive(Buffer.from(bytes), { maxUnpackedBytes: 1e7, maxEntries: 100 });
  let xml = '';
  for await (const piece of archive.read('word/document.xml')) xml += Buffer.from(piece).toString('utf8');
  return xml.replaceAll(/<[^>]+>/g, '');
}

test('from a provincial clause to a closed task: late, reminded, refused, returned and closed, the whole line on one page', async () => {
  const { meanwhile } = pier;
  const proof = [await keepProof(pier.platform)];
  pier.setClock('2022-01-10');
  const programme = await meanwhile('office-1', 'upperProgramme', undefined, 'register', { title: '2022年全省深化改革任务', level: 'provincial', docNo: '鲁发〔2022〕1号', issuer: '中共山东省委', year: 2022, receivedOn: '2022-01-10' });
  await meanwhile('office-1', 'upperProgramme', programme, 'decompose', { clauses: [{ clauseNo: '12', text: clause, upperDept: '省市场监管局', dueText: '年底前' }] });

  // A task is begun from the clause, which is filled in already.
  const office = await pier.enter('office-1', { at: `/work/matters/upperTask?q=${encodeURIComponent('变更登记')}` });
  await office.getByRole('row').getByRole('link', { name: clause }).click();
  await office.getByRole('button', { name: '由此发起' }).click();
  await office.getByRole('link', { name: '编列任务' }).click();
  await field(office, '序号').fill('1');
  await field(office, '类别').fill('优化营商环境');
  await field(office, '改革任务').fill(title);
  await field(office, '目标要求').fill('企业变更登记全程网上办理，平均用时压减到一天以内。');
  await pick(office, '改革领域', '经济体制');
  await pick(office, '专项小组', '经济和生态文明');
  await pick(office, '牵头单位', '区市场监督管理局');
  await field(office, '完成时限').fill('3月底前');
  await option(office, '重点任务（按月报）', '是').check();
  await office.getByRole('button', { name: '编列任务', exact: true }).click();
  await office.getByRole('heading', { level: 1, name: title }).waitFor();
  const id = new URL(office.url()).pathname.split('/').at(-1) ?? '';
  await office.close();
  await meanwhile('office-head', 'annualPoints', undefined, 'recordIssued', { title: '2022年改革工作要点', year: 2022, docNo: '即发〔2022〕5号', issuedOn: '2022-01-10', reason: '随要点印发，现予补录。', evidence: proof });

  const unit = await pier.enter('market-liaison', { at: `/work/matters/task/${id}` });
  const planning = await begin(unit, '报送实施方案');
  await field(planning, '实施方案').fill('改造系统、打通签章、试运行后全面上线，每月调度。');
  for (const [at, { name, startOn, dueOn, weight }] of milestones.entries()) {
    await planning.getByText('添加一行', { exact: true }).first().click();
    await planning.getByLabel(`第 ${at + 1} 行，节点`).fill(name);
    if (startOn) await planning.getByLabel(`第 ${at + 1} 行，开始`).fill(startOn);
    await planning.getByLabel(`第 ${at + 1} 行，完成时限`).first().fill(dueOn);
    await planning.getByLabel(`第 ${at + 1} 行，权重`).fill(String(weight));
  }
  await pick(unit, '成果形式', '平台');
  await field(planning, '联系人').fill('网办联系岗');
  await field(planning, '佐证材料').setInputFiles(plan);
  await planning.getByRole('button', { name: `移除 ${plan.name}` }).waitFor();
  await finish(unit, '报送实施方案');
  await unit.close();
  await meanwhile('market-head', 'task', id, 'signPlan');
  await meanwhile('group-economy-liaison', 'task', id, 'acceptPlan');
  pier.setClock('2022-01-17');
  await meanwhile('night', 'task', id, 'begin');

  // The report was due on 25 January: yellow a working day later, red on the sixth, which the Spring Festival puts off to 7 February.
  pier.setClock('2022-01-26');
  await meanwhile('night', 'task', id, 'recompute');
  const clerk = await pier.enter('office-1', { at: '/work/matters/task?f.year=2022' });
  await clerk.getByRole('row', { name: new RegExp(title) }).getByText('黄灯').waitFor();
  await clerk.getByRole('row').getByRole('link', { name: title, exact: true }).click();
  await clerk.getByText('漏报1个工作日').first().waitFor();
  expect(await held(clerk, 'task', id)).toMatchObject({ light: 'yellow', facts: { light: 'yellow', reportDueOn: '2022-01-25' } });
  await clerk.getByRole('button', { name: '由此发起' }).click();
  await clerk.getByRole('link', { name: '拟发提醒督办' }).click();
  await option(clerk, '层级', '提醒函').check();
  await field(clerk, '要求').fill('请补报一月进展，说明原因。');
  await clerk.getByRole('button', { name: '拟发提醒督办', exact: true }).click();
  await clerk.getByRole('heading', { level: 1, name: `“${title}”亮黄灯` }).waitFor();
  const letter = new URL(clerk.url()).pathname.split('/').at(-1) ?? '';
  await meanwhile('office-head', 'warningLetter', letter, 'sign');
  await clerk.reload();
  const words = await paperWords(clerk, '提醒督办文书');
  expect(words).toContain('工作提醒函');
  expect(words).toContain('目前亮黄灯：漏报1个工作日');
  expect(words).toContain('请于2022年1月29日前（3个工作日）在平台回复');
  await look(clerk, 'tasks-1-letter');
  await clerk.close();
  pier.setClock('2022-01-30');
  await meanwhile('night', 'task', id, 'recompute');
  pier.setClock('2022-02-07');
  await meanwhile('night', 'task', id, 'recompute');
  const late = await pier.enter('office-1', { at: `/work/matters/task/${id}` });
  await late.getByText('漏报6个工作日').first().waitFor();
  expect((await held(late, 'task', id)).light).toBe('red');
  await late.close();
  await meanwhile('market-liaison', 'task', id, 'report', { text: '系统改造已经完成，正在联调电子签章，二月试运行。' });
  await meanwhile('market-head', 'warningLetter', letter, 'answerLetter', { answer: '因系统升级漏报，现已补报，今后按时报送。' });

  // On the day it is due it is too late to put it off.
  pier.setClock('2022-03-31');
  await meanwhile('market-liaison', 'task', id, 'report', { text: '三月下旬上线，电子签章全部打通，平均用时半天。', milestones: done });
  const head = await pier.enter('market-head', { at: `/work/matters/task/${id}` });
  await head.getByRole('region', { name: '可办动作' }).getByText('完成时限是2022-03-31，延期须在此之前申请；现在已经到期，按逾期办理。').first().waitFor();
  const claiming = await begin(head, '申请办结');
  await option(claiming, '办结类型', '完成').check();
  await field(claiming, '办结报告').fill('企业变更登记全程网办三月上线，平均用时半天，达到目标。');
  await field(claiming, '佐证材料').setInputFiles(plan);
  await claiming.getByRole('button', { name: `移除 ${plan.name}` }).waitFor();
  await finish(head, '申请办结');
  await head.close();
  const group = await pier.enter('group-economy-liaison', { at: `/work/matters/task/${id}` });
  const returning = await begin(group, '退回补办');
  await field(returning, '理由').fill(fault);
  await finish(group, '退回补办');
  await group.close();
  await meanwhile('market-head', 'task', id, 'claimDone', { completionType: 'full', result: '已补上线验收报告，目标逐项达到。', evidence: proof });
  await meanwhile('group-economy-liaison', 'task', id, 'opine', { groupOpinion: '验收材料齐全，同意办结。' });
  await meanwhile('office-1', 'task', id, 'verify', { checks: [{ item: '企业变更登记全程网上办理', isMet: true, basis: '上线验收报告' }] });

  const director = await pier.enter('office-head', { at: `/work/matters/task/${id}` });
  await begin(director, '销号');
  await finish(director, '销号');
  await director.getByText('已销号').first().waitFor();
  // Programme, clause, task and letter; what happened, with the reason it was returned: one page.
  const line = director.getByRole('region', { name: '从需求到成果' });
  for (const text of ['2022年全省深化改革任务', clause, title, `“${title}”亮黄灯`]) await line.getByText(text).first().waitFor();
  await director.getByText(fault).first().waitFor();
  expect(await held(director, 'task', id)).toMatchObject({ stage: 'closed', light: 'green', facts: { returnCount: 1, claimedInTime: true, computedLight: 'green', closeNo: 1 } });
  await look(director, 'tasks-2-closed');
  expect(pier.troubles()).toEqual([]);
});
