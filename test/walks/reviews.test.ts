import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acted, MatterList, MatterPage, Problem } from '#contract/shapes.ts';
import type { Matter } from '#kernel/matter.ts';
import { findMatter } from '#store/matters.ts';
import { begin, field, finish, look, openPier, type Pier } from './pier.ts';

// From the draw to what is promised, checked and recovered: the pages as people see them; what many do in turn goes through the same interface.

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

/** Somebody in a post of the sample district, at the interface that pages use. */
async function seated(postId: string) {
  let csrf = '';
  const send = (cookie: string, method: string, path: string, body?: object | FormData) =>
    fetch(`${pier.origin}${path}`, { method, headers: { origin: pier.origin, cookie, 'x-csrf-token': csrf, 'idempotency-key': randomUUID(), ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }) });
  const entered = await send('', 'POST', '/api/session/demonstration', { postId });
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  csrf = ((await entered.json()) as { csrf: string }).csrf;
  const asked = async <T>(path: string) => (await (await send(cookie, 'GET', path)).json()) as T;
  const attempt = async (mechanism: string, action: string, input: object = {}, id?: string) => send(cookie, 'POST', `/api/matters/${mechanism}/${id === undefined ? '' : `${id}/`}actions/${action}`, { input });
  return {
    asked,
    find: async (mechanism: string, words: string) => (await asked<MatterList>(`/api/matters/${mechanism}?q=${encodeURIComponent(words)}`)).rows,
    async act(mechanism: string, action: string, input: object = {}, id?: string) {
      const answer = await attempt(mechanism, action, input, id);
      expect(answer.status, `${mechanism}.${action}: ${answer.ok ? '' : await answer.clone().text()}`).toBe(200);
      return (await answer.json()) as Acted;
    },
    refused: async (mechanism: string, action: string, input: object, id?: string) => (await (await attempt(mechanism, action, input, id)).json()) as Problem,
    async evidence() {
      const form = new FormData();
      form.append('file', new Blob(['评审纪要：逐项讨论后形成意见。']), '评审纪要.txt');
      return ((await (await send(cookie, 'POST', '/api/files', form)).json()) as { hash: string; name: string }[]).map(({ hash, name }) => ({ hash, name }));
    },
  };
}

const kept = (id: string) => pier.platform.store.reading(pier.platform.district, (tx) => findMatter(tx, pier.platform.district, id)) as Promise<Matter>;
const panelOf = async (id: string) => ((await kept(id)).facts['panel'] ?? []) as readonly { readonly person: string; readonly expertNo: string }[];
const accountOf = (person: string) => person.replace(/^holder-/, '');
const secrets = ['评审办想的一串密语：海上生明月，第二十九场', '监督方想的一串密语：天涯共此时，第二十九场'] as const;
const points = [12, 11.5, 12, 7.5, 14, 4, 7, 4, 4];
const criteria = ['direction', 'technology', 'investor', 'intensity', 'yield', 'land', 'energy', 'safety', 'jobs'];
let meeting = '';

test('a panel is drawn that no shareholder of the applicant’s parent can sit on, and his being named by hand is told R4', async () => {
  const clerk = await seated('secretariat-1');
  const [project] = await clerk.find('project', '（285）');
  const measures = [['intensity', 260, 300], ['taxPerMu', 17, 20], ['plotRatio', 1.1, 1.2], ['energy', 0.6, 0.5], ['research', 2.6, 3]].map(([benchmark, committed, standard]) => ({ benchmark, committed, standard }));
  const quotas = [['technology', 2], ['finance', 2], ['land', 1], ['environment', 1], ['law', 1]].map(([specialty, seats]) => ({ specialty, seats }));
  meeting = (await clerk.act('reviewMeeting', 'convene', { project: project?.id, meetingOn: '2021-12-30', quotas, measures })).id;
  await clerk.act('reviewMeeting', 'commitSecretariat', { secretariatSecret: secrets[0] }, meeting);
  await (await seated('supervisor')).act('reviewMeeting', 'commitSupervisor', { supervisorSecret: secrets[1] }, meeting);
  await clerk.act('reviewMeeting', 'draw', {}, meeting);

  // The names are nobody's to read before all have checked in.
  const page = await clerk.asked<MatterPage>(`/api/matters/reviewMeeting/${meeting}`);
  expect(page.hidden).toContain('panel');
  expect(JSON.stringify(page.facts['recusals'])).toContain('R4');
  const holder = (await clerk.find('expert', '示例专家001'))[0]?.id;
  const { code, words } = await clerk.refused('reviewMeeting', 'seatByHand', { expert: holder, reason: '这位专家最熟悉情况，请予安排。' }, meeting);
  expect({ code, zh: words.zh }).toEqual({ code: 'recusedExpert', zh: expect.stringContaining('R4') });
  expect(words.en).toContain('R4');
});

test('seven experts score each for himself, the chair concludes on conditions, and the conditions are obligations of the project', async () => {
  pier.setClock('2021-12-30');
  const panel = await panelOf(meeting);
  expect(panel).toHaveLength(7);
  const experts = await Promise.all(panel.map(({ person }) => seated(accountOf(person))));
  for (const expert of experts) await expert.act('reviewMeeting', 'checkIn', {}, meeting);
  const sheetOf = async (expert: Awaited<ReturnType<typeof seated>>) => (await expert.asked<MatterList>('/api/matters/scoreSheet?stage=open')).rows;
  for (const [seat, expert] of experts.entries()) {
    const [sheet, ...others] = await sheetOf(expert);
    expect(others, 'a sheet is its expert’s alone').toEqual([]);
    if (seat === 0) continue;
    const scores = criteria.map((criterion, at) => ({ criterion, points: (points[at] ?? 0) - (at === seat ? 0.5 : 0) }));
    await expert.act('scoreSheet', 'lock', { scores, agrees: true, comment: `第${seat + 1}席：方向契合，建议把第${seat}项承诺写入协议。` }, sheet?.id);
  }

  // The last one scores in the browser: off the half-point grid is refused in words, and nothing typed is lost.
  const page = await pier.enter(accountOf(panel[0]?.person ?? ''), { at: `/work/matters/scoreSheet/${(await sheetOf(experts[0] as never))[0]?.id}` });
  const dialog = await begin(page, '锁定提交');
  const rows = dialog.getByRole('group', { name: /^评分/ }).locator('tbody tr');
  for (const [at, each] of points.entries()) await rows.nth(at).locator('td').first().locator('input').fill(String(at === 0 ? 12.3 : each));
  await dialog.getByRole('group', { name: /^同意通过/ }).or(dialog.getByRole('radiogroup', { name: /^同意通过/ })).getByLabel('是', { exact: true }).check();
  await field(dialog, '评审意见').fill('产业方向与本区链条契合，设备投资进度偏紧，建议分期考核。');
  await dialog.getByRole('button', { name: '锁定提交', exact: true }).click();
  await dialog.getByRole('alert').getByText('产业导向与链条').first().waitFor();
  await look(page, 'reviews-1-sheet');
  await rows.first().locator('td').first().locator('input').fill('12');
  await finish(page, '锁定提交');

  const clerk = await seated('secretariat-1');
  await clerk.act('reviewMeeting', 'nameChair', { chair: panel[0]?.person }, meeting);
  const [chair] = experts;
  const conditions = [{ name: '补齐两家以上订单合同', unit: 'longquan', dueOn: '2022-03-31' }];
  expect((await chair?.refused('reviewMeeting', 'conclude', { minutes: await chair.evidence() }, meeting))?.code).toBe('conditionsMissing');
  await chair?.act('reviewMeeting', 'conclude', { minutes: await chair.evidence(), conditions }, meeting);
  expect((await kept(meeting)).facts).toMatchObject({ result: 'conditional' });
  expect(await clerk.find('obligation', '补齐两家以上订单合同')).toHaveLength(1);
  await clerk.act('reviewMeeting', 'reveal', {}, meeting);

  const office = await pier.enter('secretariat-1', { at: `/work/matters/reviewMeeting/${meeting}` });
  await office.getByText('有条件通过').first().waitFor();
  await look(office, 'reviews-2-concluded');
  await office.goto(`/work/matters/project/${String((await kept(meeting)).facts['project'])}`);
  await office.getByRole('heading', { name: '三道关口' }).waitFor();
  await look(office, 'reviews-3-project');
  await Promise.all([page, office].map((each) => each.close()));
  expect(pier.troubles()).toEqual([]);
});

async function drawAgain(page: Page, labels: readonly [secretariat: string, supervisor: string], button: string, typed: readonly [string, string]): Promise<void> {
  for (const [at, label] of labels.entries()) await page.getByLabel(label, { exact: true }).fill(typed[at] ?? '');
  await page.getByRole('button', { name: button }).click();
}

test('a citizen pastes the two secrets and sees the same seven numbers; a changed character is told', async () => {
  const numbers = (((await kept(meeting)).facts['openPanel'] ?? []) as readonly { readonly expertNo: string }[]).map(({ expertNo }) => expertNo);
  const page = await pier.visit(`/public/read/reviewMeeting/${meeting}`);
  const region = page.getByRole('region', { name: '自己核对这次抽取' });
  await region.waitFor();
  await drawAgain(page, ['评审办的密语', '监督方的密语'], '重新计算', secrets);
  await region.getByText('一致：您的浏览器算出同样的7个席位').waitFor();
  expect(await region.locator('tbody td:last-child').allTextContents()).toEqual(numbers);
  await look(page, 'reviews-4-draw');
  await drawAgain(page, ['评审办的密语', '监督方的密语'], '重新计算', [secrets[0], `${secrets[1]}。`]);
  await region.getByText('监督方的密语与会前公布的指纹对不上').waitFor();
  await page.close();

  const small = await pier.visit(`/public/read/reviewMeeting/${meeting}`, { width: 390, height: 844 });
  await small.getByRole('button', { name: 'English' }).click();
  await small.getByLabel('Frozen list', { exact: true }).fill('zhanqiao-draw\t1\n');
  await small.getByRole('button', { name: 'Compute again' }).click();
  await small.getByText('the list does not fit the fingerprint').waitFor();
  await look(small, 'reviews-5-draw-english');
  await small.close();
  expect(pier.troubles()).toEqual([]);
});

test('a signed commitment is changed by no edit and by no supplement below the standard; a check shows it as signed and as in force', async () => {
  const name = '新能源汽车零部件生产基地项目（091）履约承诺';
  const natural = await seated('natural');
  const [commitment] = await natural.find('landCommitment', name);
  const { facts, offers } = await natural.asked<MatterPage>(`/api/matters/landCommitment/${commitment?.id}`);
  expect(offers.find(({ action }) => action === 'amend')).toMatchObject({ open: false, code: 'locked' });
  const values = facts['values'] as readonly { readonly indicator: string; readonly value: number }[];
  const below = await (await seated(`${String(facts['unit'])}-project`)).refused('landCommitment', 'proposeSupplement', { pendingNo: '补9号', pendingValues: [{ indicator: 'taxPerMu', value: 20 }], pendingGrounds: '市场变化，请求下调税收承诺。' }, commitment?.id);
  expect({ code: below.code, zh: below.words.zh }).toEqual({ code: 'belowStandard', zh: expect.stringContaining('不能低于公告指标') });

  const check = (await natural.act('complianceCheck', 'open', { name: '091项目竣工核查', landCommitment: commitment?.id, kind: 'completion', period: '2021-H2' })).id;
  const measured = ['fixedInvestPerMu', 'far', 'coverage', 'officeLand', 'officeFloor', 'green'].map((indicator) => ({ indicator, value: values.find((row) => row.indicator === indicator)?.value, source: '竣工测绘' }));
  const stat = await seated('stat');
  await stat.act('complianceCheck', 'measure', { actuals: measured, evidence: await stat.evidence() }, check);
  await (await seated(accountOf(String(facts['contact'])))).act('complianceCheck', 'confirm', {}, check);
  await natural.act('complianceCheck', 'conclude', {}, check);

  const page = await pier.enter('natural', { at: `/work/matters/complianceCheck/${check}` });
  const line = page.getByRole('row').filter({ hasText: '固定资产投资强度' }).filter({ hasText: '275' });
  await line.filter({ hasText: '272' }).first().waitFor();
  await look(page, 'reviews-6-check');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('what a red project owes comes back in parts, and its page shows what is still out and until when', async () => {
  const page = await pier.enter('finance');
  const finance = await seated('finance');
  const [demanded] = (await finance.asked<MatterList>('/api/matters/supervision?stage=demanded')).rows;
  await page.goto(`/work/matters/supervision/${demanded?.id}`);
  await page.getByText('已决定追回', { exact: true }).first().waitFor();
  await look(page, 'reviews-7-demanded');
  const dialog = await begin(page, '确认退还');
  await field(dialog, '退还金额').fill('181万元');
  await field(dialog, '佐证材料').setInputFiles({ name: '银行回单.txt', mimeType: 'text/plain', buffer: Buffer.from('银行回单：退还补助资金。') });
  await dialog.getByRole('button', { name: '移除 银行回单.txt' }).waitFor();
  await dialog.getByRole('button', { name: '确认退还', exact: true }).click();
  await dialog.getByRole('alert').getByText('追回金额超过决定的金额').first().waitFor();
  await field(dialog, '退还金额').fill('180万元');
  await finish(page, '确认退还');
  await page.getByText('监管中', { exact: true }).first().waitFor();
  expect((await kept(demanded?.id ?? '')).facts['recovered']).toBe(300_000_000);
  await page.close();
  expect(pier.troubles()).toEqual([]);
});
