import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { adopt, askUnits, follow, giveOpinion, open, openAs, proof, register, suggest, theProposer } from './moves.ts';
import { ask, begin, field, finish, look, openPier, option, pick, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const title = '海岸步道夜间照明分时控制';
const telephone = '13987654321';
const paper = '海岸步道照明分时控制的建议';

test('a suggestion becomes a bulletin, an instruction, duties and reality, and its author hears at each move', async () => {
  const code = await suggest(pier, { title, grounds: `步道路灯彻夜全亮，既费电又扰民。我的电话${telephone}，欢迎来看。`, measure: '改装时控和感应开关，二十二时后隔盏亮灯。' });
  const office = await openAs(pier, 'office-1', 'suggestion', title);
  await register(office);
  await askUnits(office, '区住房和城乡建设局');

  // The unit answers without ever learning who asked.
  const unit = await pier.enter('housing-liaison');
  await unit.getByRole('link', { name: new RegExp(title) }).first().click();
  await giveOpinion(unit, '具备改造条件，纳入明年一季度照明改造计划。');
  await look(unit, 'suggestion-1-unit');
  await keepsQuiet(unit);
  const head = await openAs(pier, 'office-head', 'suggestion', title);
  await adopt(head);

  // 起草, 核稿, 签发, 印发: three different people.
  await office.goto('/work/matters/bulletin');
  await look(office, 'suggestion-2-bulletins');
  await office.getByRole('link', { name: '起草专报' }).click();
  await field(office, '标题').fill(paper);
  await pick(office, '来源建议', title);
  await field(office, '情况和问题').fill('全区海岸步道路灯彻夜全亮。'.repeat(100));
  await office.getByRole('button', { name: /对策建议|添加一行/ }).click();
  await office.getByLabel('第 1 行，措施').fill('分批加装时控开关，旅游旺季另定时段。');
  await pick(office, '第 1 行，责任单位', '区住房和城乡建设局');
  await field(office, '报').fill('区委书记、区长');
  await look(office, 'suggestion-3-draft');
  await office.getByRole('button', { name: '起草专报' }).click();
  await office.getByRole('heading', { level: 1, name: paper }).waitFor();
  await office.getByText(/^核稿：/).waitFor();
  const second = await openAs(pier, 'office-2', 'bulletin', paper);
  const checking = await begin(second, '核稿');
  for (const each of ['事实和数字已核对', '法律依据已核对', '已作保密审查']) await option(checking, each, '是').check();
  await finish(second, '核稿');
  await open(head, 'bulletin', paper);
  await begin(head, '签发');
  await finish(head, '签发');
  await office.reload();
  await begin(office, '编号印发');
  await finish(office, '编号印发');
  await office.getByText(/2021年第\d+期/).first().waitFor();

  const words = await wordsOf(office, '改革专报');
  expect(words).toContain(paper);
  expect(words).toContain('责任单位：区住房和城乡建设局');
  expect(words).toContain('分批加装时控开关');
  for (const hidden of ['建议人', theProposer, telephone]) expect(words).not.toContain(hidden);

  // The leader's words become duties, the same day.
  const noting = await begin(office, '记录批示');
  await field(noting, '批示领导职务').fill('区委书记');
  await option(noting, '层级', '区级').check();
  await field(noting, '批示内容').fill('请住建局抓紧办，春节前先行试点。');
  await field(noting, '批示日期').fill('2021-12-28');
  await pick(office, '涉及单位', '区住房和城乡建设局');
  await finish(office, '记录批示');
  await office.getByRole('region', { name: '各单位待办' }).getByRole('listitem').filter({ hasText: '区住房和城乡建设局' }).filter({ hasText: '2022-01-12 到期' }).waitFor();
  const passing = await begin(office, '转办批示');
  await pick(office, '承办单位', '区住房和城乡建设局');
  await field(passing, '完成时限').fill('2022-01-31');
  await finish(office, '转办批示');
  await look(office, 'suggestion-4-instructed');

  // Plan, claim with proof by the head of the unit, check by somebody else.
  await unit.goto('/work');
  await unit.getByRole('link', { name: new RegExp(`^JY-.*${title}`) }).click();
  const planning = await begin(unit, '报送落实方案');
  await field(planning, '落实方案').fill('一月上旬完成开关改装，中旬调试。');
  await field(planning, '完成时限').fill('2022-01-20');
  await finish(unit, '报送落实方案');
  pier.setClock('2022-01-18');
  const chief = await openAs(pier, 'housing-head', 'suggestion', title);
  const claiming = await begin(chief, '申请办结');
  await field(claiming, '落地成效').fill('六公里步道完成改装，夜间用电下降四成。');
  await field(claiming, '佐证材料').setInputFiles(proof);
  await claiming.getByRole('button', { name: `移除 ${proof.name}` }).waitFor();
  await finish(chief, '申请办结');
  expect(await chief.getByRole('button', { name: '核验办结' }).count()).toBe(0);
  const checker = await openAs(pier, 'office-2', 'suggestion', title);
  await begin(checker, '核验办结');
  await finish(checker, '核验办结');
  await checker.getByText('已落地', { exact: true }).first().waitFor();

  // What all may read is written for all, and names nobody.
  const answering = await begin(checker, '答复');
  await field(answering, '答复').fill('您的建议已经采纳并落地，海岸步道实行分时照明，欢迎监督。');
  await field(answering, '下一步').fill('夏季再按游客量调整时段');
  await option(answering, '答复类别', 'A 已经解决或采纳').check();
  await field(answering, '公开摘要').fill(`居民（电话${telephone}）建议海岸步道分时照明。`);
  await answering.getByRole('button', { name: '答复', exact: true }).click();
  await answering.getByRole('alert').getByText('公开摘要里还有电话').first().waitFor();
  await field(answering, '公开摘要').fill('建议海岸步道路灯改为分时控制，减少浪费和扰民。');
  await finish(checker, '答复');
  await look(checker, 'suggestion-5-answered');

  const author = await follow(pier, code);
  const told = await author.locator('.told-lines').innerText();
  for (const each of ['我们已经收到', '登记编号', '正在请有关单位研究', '已有结论：采纳', '选入《改革专报》', '作出批示', '交区住房和城乡建设局承办', '开始落地转化', '已经落地', '对您建议的答复']) expect(told).toContain(each);
  await look(author, 'suggestion-6-author');
  await author.getByRole('button', { name: '评价', exact: true }).click();
  await option(author, '评价', '5 星').check();
  await field(author, '评价意见').fill('说到做到，灯光舒服多了。');
  await author.getByRole('button', { name: '评价', exact: true }).click();
  await author.getByText('已办好：评价').waitFor();
  await author.getByText('谢谢您的评价').waitFor();

  const anybody = await pier.visit('/public/read/suggestion');
  await look(anybody, 'suggestion-7-list');
  await anybody.getByRole('searchbox').fill('海岸步道');
  await anybody.getByRole('button', { name: '查询' }).click();
  await anybody.getByRole('link', { name: title }).click();
  await anybody.getByText('建议海岸步道路灯改为分时控制').waitFor();
  await look(anybody, 'suggestion-8-public');
  const shown = await anybody.content();
  for (const hidden of [theProposer, telephone, '彻夜全亮', '纳入明年一季度']) expect(shown).not.toContain(hidden);

  await Promise.all([office, unit, head, second, chief, checker, author, anybody].map((page) => page.close()));
  expect(pier.troubles()).toEqual([]);
});

test('an accusation is for two named handlers and for nobody else', async () => {
  const about = '反映某单位窗口收取好处的情况';
  const code = await suggest(pier, { title: about, grounds: '窗口人员暗示要给好处才能快办。', measure: '请查处并公布监督渠道。', identity: '匿名，只凭查询码查答复' });
  const office = await openAs(pier, 'office-1', 'suggestion', about);
  const address = new URL(office.url()).pathname;
  const id = address.split('/').at(-1) ?? '';
  const diverting = await begin(office, '转办');
  await pick(office, '分流去向', '纪检监察机关');
  await field(diverting, '理由').fill('属于检举控告，依法转纪检监察机关。');
  await diverting.getByRole('button', { name: '转办', exact: true }).click();
  await diverting.getByRole('alert').getByText('请指定两名不同的承办人').first().waitFor();
  await pick(office, '承办人一', '纪检信访办理岗甲');
  await pick(office, '承办人二', '纪检信访办理岗乙');
  await look(office, 'accusation-1-divert');
  await diverting.getByRole('button', { name: '转办', exact: true }).click();
  await diverting.waitFor({ state: 'hidden' });

  const api = `/api/matters/suggestion/${id}`;
  for (const post of ['office-1', 'office-head', 'top', 'police-liaison', 'petition', 'auditor', 'administrator']) {
    const page = await pier.enter(post);
    for (const way of ['', '/trace', '/similar', '/sealed/original']) expect((await ask(page, `${api}${way}`)).status, `${post} ${way}`).toBe(404);
    expect(JSON.stringify((await ask(page, `/api/search?q=${encodeURIComponent('收取好处')}`)).body)).not.toContain(id);
    const list = await ask(page, '/api/matters/suggestion?size=200&stage=diverted');
    expect(JSON.stringify(list.body)).not.toContain(id);
    if (post === 'office-head') {
      await page.goto(address);
      await page.getByText('没有找到').first().waitFor();
      await look(page, 'accusation-2-nobody');
    }
    await page.close();
  }
  for (const post of ['discipline-1', 'discipline-2']) {
    const page = await pier.enter(post, { at: address });
    await page.getByRole('heading', { level: 1, name: about }).waitFor();
    if (post === 'discipline-1') await look(page, 'accusation-3-handler');
    await page.close();
  }
  const author = await follow(pier, code);
  await author.getByText('内容严格保密').waitFor();
  await author.close();
  const anybody = await pier.visit(`/public/read/suggestion/${id}`);
  await anybody.getByText('或者内容已不再公开').waitFor();
  await anybody.close();
  await office.close();
  expect(pier.troubles()).toEqual([]);
});

/** Nothing the unit's page or the server says to it tells who the author is. */
async function keepsQuiet(page: Page): Promise<void> {
  const address = new URL(page.url()).pathname.replace('/work/matters', '/api/matters');
  for (const way of ['', '/trace', '/similar']) {
    const { status, body } = await ask(page, `${address}${way}`);
    expect(status).toBe(200);
    for (const hidden of [theProposer, telephone]) expect(JSON.stringify(body)).not.toContain(hidden);
  }
  for (const sealed of ['proposerName', 'contact', 'original']) expect((await ask(page, `${address}/sealed/${sealed}`)).status).toBeGreaterThanOrEqual(403);
  for (const hidden of [theProposer, telephone]) expect(await page.content()).not.toContain(hidden);
}

/** Downloads a document of the matter, opens it and gives its words. */
async function wordsOf(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).last().click()]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const parts = await unpack(await readFile(await download.path()));
  expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml']));
  for (const part of parts.values()) expect(part).not.toContain(theProposer);
  return (parts.get('word/document.xml') ?? '').replace(/<[^>]+>/g, '');
}

function unpack(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (failure, archive) => {
      if (failure) return reject(failure);
      const parts = new Map<string, string>();
      archive.on('error', reject);
      archive.on('end', () => resolve(parts));
      archive.on('entry', (entry) => {
        archive.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const pieces: Buffer[] = [];
          stream.on('error', reject);
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
            archive.readEntry();
          });
        });
      });
      archive.readEntry();
    });
  });
}
