import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, openAs } from './moves.ts';
import { ask, begin, field, finish, look, openPier, option, pick, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

interface Row { readonly id: string; readonly title: string; readonly stage: string }

const session = '区委全面深化改革委员会第十次会议';
const paper = '城乡公交一体化运营管理办法';
const item = `审议《${paper}》`;
const subject = '镇村公交怎么不亏也不停';
const words = '公交是民生，不能亏了就停、停了再补，交通局拿个长久的办法。';
const decision = '公交办法印发实施，首批六条镇村线路开通';

async function rowsOf(page: Page, mechanism: string, query: string): Promise<readonly Row[]> {
  return ((await ask(page, `/api/matters/${mechanism}?size=50&${query}`)).body as { readonly rows: readonly Row[] }).rows;
}

async function figure(page: Page, key: string): Promise<number | null> {
  const answers = (await ask(page, '/api/figures')).body as readonly { readonly key: string; readonly value: number | null }[];
  return answers.find((each) => each.key === key)?.value ?? null;
}

async function factsOf(page: Page): Promise<Readonly<Record<string, unknown>>> {
  return ((await ask(page, new URL(page.url()).pathname.replace('/work/', '/api/'))).body as { readonly facts: Readonly<Record<string, unknown>> }).facts;
}

test('a leader sets a topic in a meeting, the decision is answered in time, and the document counts once though two topics claim it', async () => {
  const office = await pier.enter('office-1');
  const [earlier] = await rowsOf(office, 'agendaItem', `q=${encodeURIComponent('公交城乡一体化')}`);
  const { draft } = ((await ask(office, `/api/matters/agendaItem/${earlier?.id}`)).body as { readonly facts: { readonly draft: readonly object[] } }).facts;
  const document = await pier.meanwhile('transport-liaison', 'reformDocument', undefined, 'draft', { title: paper, kind: 'measures', issuer: '即墨区人民政府', leadUnit: 'transport', isReform: true, openness: 'public' });
  const prepared = await pier.meanwhile('transport-liaison', 'agendaItem', undefined, 'apply', {
    title: item, kind: 'review', isReform: true, field: 'economy', reporterUnit: 'transport', document, draft, explanation: draft, upperDocuments: '省、市办法各一份。',
    adoption: [{ unit: 'finance', opinion: '建议明确补贴标准。', adopted: 'yes', reason: '已写入' }],
  });
  await pier.meanwhile('office-1', 'agendaItem', prepared, 'preCheck');
  await pier.meanwhile('office-1', 'agendaItem', prepared, 'requestOpinions', { legalUnit: 'justice' });
  await pier.meanwhile('office-1', 'agendaItem', prepared, 'coordinate');
  await pier.meanwhile('group-economy-liaison', 'agendaItem', prepared, 'reviewInGroup', { groupOpinion: '同意提交会议。' });
  await pier.meanwhile('leader-economy', 'agendaItem', prepared, 'signByLeader');

  // The gate names what is missing and who gives it; it opens once that is there.
  await open(office, 'agendaItem', item);
  await office.getByRole('listitem').filter({ hasText: '合法性审查意见' }).filter({ hasText: '出具合法性审查意见' }).last().waitFor();
  await look(office, 'sessions-1-gate');
  await pier.meanwhile('legal', 'agendaItem', prepared, 'giveLegalOpinion', { legalOpinion: 'lawful', legalText: '与上位法一致。' });
  await office.reload();
  await begin(office, '列入会议');
  await pick(office, '会议', session);
  await finish(office, '列入会议');
  await office.close();

  pier.setClock('2022-01-05');
  const clerk = await openAs(pier, 'office-1', 'meeting', session);
  const holding = await begin(clerk, '登记召开');
  await field(holding, '出席').fill('区委主要领导、深改委委员');
  await finish(clerk, '登记召开');

  const top = await pier.enter('top', { at: '/work/matters/topic/new/setByLeader' });
  await field(top, '题目名称').fill(subject);
  await pick(top, '领域', '经济体制');
  await pick(top, '点题领导', '区委主要领导岗');
  await option(top, '领导层级', '主要领导').check();
  await field(top, '点题日期').fill('2022-01-05');
  await field(top, '点题场合').fill(session);
  await pick(top, '点题会议', session);
  await field(top, '点题原话').fill(words);
  await pick(top, '牵头单位', '区交通运输局');
  await top.getByRole('button', { name: '记录点题', exact: true }).click();
  await top.getByRole('heading', { level: 1, name: subject }).waitFor();
  await top.getByText(words).first().waitFor();
  await look(top, 'sessions-2-topic');
  await top.close();

  await open(clerk, 'agendaItem', item);
  const recording = await begin(clerk, '记录结果');
  await pick(clerk, '结果', '审议通过');
  await recording.getByText('添加一行', { exact: true }).click();
  await recording.getByLabel('第 1 行，决定事项').fill(decision);
  await pick(clerk, '第 1 行，责任单位', '区交通运输局');
  await recording.getByLabel('第 1 行，完成时限').fill('2022-01-28');
  await finish(clerk, '记录结果');
  for (const { id } of await rowsOf(clerk, 'agendaItem', 'stage=discussed')) await pier.meanwhile('office-1', 'agendaItem', id, 'recordOutcome', { outcome: 'heard' });
  const head = await openAs(pier, 'office-head', 'meeting', session);
  await begin(head, '印发纪要');
  await finish(head, '印发纪要');
  await head.close();
  await open(clerk, 'meeting', session);
  await begin(clerk, '交办决定事项');
  await finish(clerk, '交办决定事项');
  await clerk.getByText('2022-01-28').first().waitFor();
  await look(clerk, 'sessions-3-meeting');

  const unit = await pier.enter('transport-liaison');
  await unit.getByRole('link', { name: new RegExp(decision) }).first().click();
  const answering = await begin(unit, '反馈落实情况');
  await field(answering, '落实情况').fill('办法已经印发，六条镇村线路本月全部开通。');
  await finish(unit, '反馈落实情况');
  expect(await factsOf(unit)).toMatchObject({ isInTime: true, answeredOn: '2022-01-05' });
  await open(unit, 'topic', subject);
  const planning = await begin(unit, '报初步方案');
  await field(planning, '初步方案').fill('先核成本，再定补贴，线路逐条评估。');
  await finish(unit, '报初步方案');
  expect(await factsOf(unit)).toMatchObject({ isAnsweredInTime: true, setWords: words });
  await unit.close();

  // Decided, but not yet issued: it does not count.
  expect(await figure(clerk, 'reformDocument.reviewedAndIssued')).toBe(0);
  await open(clerk, 'reformDocument', paper);
  const issuing = await begin(clerk, '编号印发');
  await field(issuing, '发文字号').fill('即政发〔2022〕1号');
  await field(issuing, '印发日期').fill('2022-01-05');
  await finish(clerk, '编号印发');
  const [first, second] = await rowsOf(clerk, 'topic', 'stage=running');
  await open(clerk, 'topic', first?.title ?? '');
  const claiming = await begin(clerk, '登记成果');
  await pick(clerk, '成果文件', paper);
  await field(claiming, '成果说明').fill('形成公交运营办法，已经印发。');
  await finish(clerk, '登记成果');
  await pier.meanwhile('office-1', 'topic', second?.id, 'recordResult', { results: [document], resultNote: '公交运营办法也是本题目的成果。' });
  await open(clerk, 'reformDocument', paper);
  await clerk.getByText('成果出自').first().waitFor();
  await look(clerk, 'sessions-4-document');
  expect(await figure(clerk, 'reformDocument.reviewedAndIssued')).toBe(1);
  const { links } = (await ask(clerk, `/api/matters/reformDocument/${document}`)).body as { readonly links: readonly { readonly type: string }[] };
  expect(links.filter(({ type }) => type === 'result')).toHaveLength(2);
  expect(pier.troubles()).toEqual([]);
});
