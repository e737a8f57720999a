import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepProof } from '#test/proof.ts';
import { ask, begin, field, finish, look, openPier, pick, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

interface Row { readonly id: string; readonly title: string; readonly stage: string; readonly facts: Readonly<Record<string, unknown>> }

const phone = { width: 390, height: 844 };
const today = '2021-12-28';
const photo = { name: '窗口现场.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') };
const slip = { name: '兑付回单.txt', mimeType: 'text/plain', buffer: Buffer.from('六笔惠企资金兑付回单。') };
const wrong = '抽查30笔惠企资金，6笔超过承诺期限兑现，最长超期19天。';

/** The matters of a register as the reader of this page sees them. */
async function rowsOf(page: Page, mechanism: string, words: string): Promise<readonly Row[]> {
  return ((await ask(page, `/api/matters/${mechanism}?size=50&q=${encodeURIComponent(words)}`)).body as { readonly rows: readonly Row[] }).rows;
}

/** A proof that is already kept, for those who act meanwhile. */
let proof: readonly object[] = [];
let round = '';

test('the unit’s own inspector is refused, and another fills in the sheet on a phone through a loss of network', async () => {
  const own = await pier.enter('inspector-finance', phone);
  const [sheet] = await rowsOf(own, 'inspectionSheet', '惠企资金兑现时限');
  const address = `/work/matters/inspectionSheet/${sheet?.id}`;
  await own.goto(address);
  await own.getByRole('region', { name: '可办动作' }).getByText('“区财政局”是您所在的单位，按回避规定不能督察本单位，请换人。').first().waitFor();
  await look(own, 'inspection-1-own-unit');
  await own.close();

  const page = await pier.enter('inspector', { ...phone, at: address });
  const dialog = await begin(page, '填写底稿');
  await field(dialog, '查看日期').fill(today);
  await pick(page, '另一督察人员（签字）', '改革督察岗乙');
  await page.getByText(/^草稿已保存/).waitFor();
  await page.context().setOffline(true);
  const rated = dialog.getByRole('group', { name: /^三项评价/ }).locator('tbody tr');
  for (const row of await rated.all()) {
    await row.getByLabel('一般', { exact: true }).check();
    await row.getByRole('textbox').fill('在窗口查看兑现台账，与承诺期限逐笔核对。');
  }
  await dialog.getByText('添加一行', { exact: true }).click();
  const problem = dialog.getByRole('group', { name: /^发现问题/ }).locator('tbody tr').first();
  for (const choice of ['改革成果', 'B 较重', '限期整改']) await problem.getByLabel(choice, { exact: true }).check();
  await problem.getByRole('textbox').fill(wrong);
  await field(dialog, '佐证材料').setInputFiles(photo);
  await page.getByText(/^网络不通，草稿暂存本机/).waitFor();
  await dialog.getByText('没有网络，联网后自动接着传').waitFor();
  await dialog.getByText('文件已存在本机，关掉页面也不会丢。').waitFor();
  await look(page, 'inspection-2-no-network');
  // The page is closed, and opened again where there is a network: what was typed and the photo are still there.
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto(address);
  await begin(page, '填写底稿');
  await dialog.getByRole('button', { name: `移除 ${photo.name}` }).waitFor();
  await dialog.getByRole('button', { name: '继续填写' }).click();
  expect(await problem.getByRole('textbox').inputValue()).toBe(wrong);
  await dialog.getByRole('button', { name: `移除 ${photo.name}` }).waitFor();
  await page.getByText(/^草稿已保存/).waitFor();
  await finish(page, '填写底稿');
  await page.getByText(wrong).first().waitFor();
  const filled = (await ask(page, address.replace('/work/', '/api/'))).body as Row;
  round = String(filled.facts['round']);
  const { entries } = (await ask(page, address.replace('/work/', '/api/') + '/trace')).body as { readonly entries: readonly { readonly evidence: readonly { readonly hash: string; readonly name: string }[] }[] };
  proof = entries.flatMap(({ evidence }) => evidence.map(({ hash, name }) => ({ hash, name })));
  await page.close();
});

test('the sample is drawn at random and kept for anybody to draw again, and one finding has rebounded', async () => {
  const head = await pier.enter('inspect-lead-1', { at: `/work/matters/inspectionRound/${round}` });
  const dialog = await begin(head, '抽取回头看样本');
  await field(dialog, '抽样口令').fill('十二月二十八日当场');
  await finish(head, '抽取回头看样本');
  await head.getByText('十二月二十八日当场').first().waitFor();
  const drawn = ((await ask(head, `/api/matters/inspectionRound/${round}`)).body as Row).facts['sample'] as readonly { readonly finding: string; readonly isDrawn: boolean; readonly grade: string }[];
  const [first] = drawn.filter(({ isDrawn }) => isDrawn);
  expect(first).toBeDefined();
  await head.close();

  const inspector = await pier.enter('inspector-committee', { at: `/work/matters/finding/${first?.finding}` });
  const again = await begin(inspector, '回头看');
  await again.getByLabel('反弹', { exact: true }).check();
  await field(again, '佐证材料').setInputFiles(photo);
  await again.getByRole('button', { name: `移除 ${photo.name}` }).waitFor();
  await again.getByRole('button', { name: '回头看', exact: true }).click();
  await again.getByText('反弹或者虚假整改的，请写明情况，不少于10个字。').first().waitFor();
  await field(again, '回头看情况').fill('窗口恢复线下收件，群众又要跑两趟。');
  await finish(inspector, '回头看');
  await inspector.getByText('反弹重开').first().waitFor();
  const reopened = ((await ask(inspector, `/api/matters/finding/${first?.finding}`)).body as Row);
  expect([reopened.stage, reopened.facts['grade']]).toEqual(['reopened', first?.grade === 'C' ? 'B' : 'A']);
  await look(inspector, 'inspection-3-rebound');
  await inspector.close();
});

test('a finding goes from the sheet to the notice, is refused a hollow reason, and is closed with all four pieces', async () => {
  const office = await pier.enter('office-1');
  const sheets = await rowsOf(office, 'inspectionSheet', '2021-Q4');
  const ours = sheets.find(({ title }) => title.includes('惠企资金'))?.id ?? '';
  const other = sheets.find(({ title }) => title.includes('应急体系'))?.id ?? '';
  if (proof.length === 0) throw new Error('no proof was kept');
  await pier.meanwhile('inspector-2', 'inspectionSheet', ours, 'cosign');
  await pier.meanwhile('finance-head', 'inspectionSheet', ours, 'countersign');
  const ratings = ['plan', 'work', 'result'].map((of) => ({ head: of, rating: 'good', facts: '查看值班记录和物资台账，连续完整。' }));
  // The photo of one sheet proves nothing on another.
  await expect(pier.meanwhile('inspector', 'inspectionSheet', other, 'fill', { visitedOn: today, second: 'holder-inspector-2', ratings, evidence: proof })).rejects.toMatchObject({ code: 'photoReused' });
  const record = [await keepProof(pier.platform, '值守记录.txt')];
  await pier.meanwhile('inspector', 'inspectionSheet', other, 'fill', { visitedOn: today, second: 'holder-inspector-2', ratings, evidence: record });
  await pier.meanwhile('inspector-2', 'inspectionSheet', other, 'cosign');
  await pier.meanwhile('emergency-head', 'inspectionSheet', other, 'countersign');
  await pier.meanwhile('inspect-lead-1', 'inspectionRound', round, 'draftFindings');
  await pier.meanwhile('finance-head', 'inspectionSheet', ours, 'respond', { stance: 'accept' });
  await pier.meanwhile('emergency-head', 'inspectionSheet', other, 'respond', { stance: 'accept' });
  await pier.meanwhile('inspect-lead-1', 'inspectionRound', round, 'report', { summary: '暗访两个单位两个项目，情况如下。', good: '应急值守连续完整，物资台账清楚。', advice: '建议建立兑现期限提醒。' });
  await pier.meanwhile('office-head', 'inspectionRound', round, 'circulate', { demands: '请有关单位对照问题逐条整改。' });
  await office.goto(`/work/matters/inspectionRound/${round}`);
  await begin(office, '下达整改通知书');
  await finish(office, '下达整改通知书');
  await office.getByText('已下达整改').first().waitFor();
  const [finding] = await rowsOf(office, 'finding', '6笔超过承诺期限兑现');
  const id = finding?.id ?? '';
  expect(finding).toMatchObject({ stage: 'ordered', facts: { code: 'ZG-2021-Q4-006' } });
  await office.close();

  await pier.meanwhile('finance-head', 'finding', id, 'filePlan', { personName: '分管副局长', goal: '惠企资金全部按承诺期限兑现。', measures: [{ measure: '建立期限提醒' }], dueOn: '2022-02-10' });
  await pier.meanwhile('office-1', 'finding', id, 'agreePlan');
  const unit = await pier.enter('finance-head', { ...phone, at: `/work/matters/finding/${id}` });
  const claim = await begin(unit, '自评完成');
  await field(claim, '整改结果').fill('惠企资金兑现工作正在推进。');
  await field(claim, '佐证材料').setInputFiles(photo);
  await claim.getByRole('button', { name: `移除 ${photo.name}` }).waitFor();
  await claim.getByRole('button', { name: '自评完成', exact: true }).click();
  await claim.getByText('“正在推进”不能作为销号理由，请写整改目标达到的结果。').first().waitFor();
  await field(claim, '整改结果').fill('6笔资金全部兑付，期限提醒已上线，此后20笔无一超期。');
  await claim.getByRole('button', { name: '自评完成', exact: true }).click();
  await claim.getByText(`照片“${photo.name}”${today}已经在别处用作佐证，请换现场新拍的照片。`).first().waitFor();
  await claim.getByRole('button', { name: `移除 ${photo.name}` }).click();
  await field(claim, '佐证材料').setInputFiles(slip);
  await claim.getByRole('button', { name: `移除 ${slip.name}` }).waitFor();
  await finish(unit, '自评完成');
  await unit.close();
  await pier.meanwhile('group-economy-head', 'finding', id, 'agreeGroup', { groupOpinion: '对照目标核对，同意。' });
  await pier.meanwhile('inspector', 'finding', id, 'verifySite', { checkedOn: today, checkWay: 'site', checkRecord: '现场抽查20笔，均在承诺期限内兑付。', answersGoal: true, with: [{ person: 'holder-inspector-2' }], evidence: record });

  const director = await pier.enter('office-head', { at: `/work/matters/finding/${id}` });
  const close = await begin(director, '销号');
  await field(close, '销号意见').fill('四样材料齐全，目标达到。');
  await finish(director, '销号');
  await director.getByText('已销号').first().waitFor();
  await look(director, 'inspection-4-closed');
  await director.close();
  expect(pier.troubles().filter((each) => !/ERR_INTERNET_DISCONNECTED/.test(each))).toEqual([]);
});
