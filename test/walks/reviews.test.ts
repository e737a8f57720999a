import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterList, MatterPage, Problem } from '#contract/shapes.ts';
import { addDays, addWorkdays, chinaCalendar } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import { findMatter } from '#store/matters.ts';
import { begin, field, finish, look, openPier, option, type Pier } from './pier.ts';
import { seatedAt, type Seated } from './posts.ts';

// From the draw to what is promised, checked and recovered: the pages as people see them; what many do in turn goes through the same interface.

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const seated = (postId: string) => seatedAt(pier, postId);
const kept = (id: string) => pier.platform.store.reading(pier.platform.district, (tx) => findMatter(tx, pier.platform.district, id)) as Promise<Matter>;
const panelOf = async (id: string) => ((await kept(id)).facts['panel'] ?? []) as readonly { readonly person: string; readonly expertNo: string }[];
const accountOf = (person: string) => person.replace(/^holder-/, '');
const secrets = ['评审办想的一串密语：海上生明月，第二十九场', '监督方想的一串密语：天涯共此时，第二十九场'] as const;
const points = [12, 11.5, 12, 7.5, 14, 4, 7, 4, 4];
const criteria = ['direction', 'technology', 'investor', 'intensity', 'yield', 'land', 'energy', 'safety', 'jobs'];
let meeting = '';

test('a panel is drawn that no shareholder of the applicant’s parent can sit on, and his being named by hand is told R4', async () => {
  const clerk = await seated('secretariat-1');
  // A project whose due diligence is handed in passes its first gate, and an expert declares in person that he holds shares of the applicant's parent.
  const [round] = (await clerk.asked<MatterList>('/api/matters/dueDiligence?stage=submitted')).rows;
  await clerk.act('dueDiligence', 'accept', {}, round?.id);
  const { project } = (await kept(round?.id ?? '')).facts;
  const applicant = (await kept(String(project))).facts['investor'];
  const parent = ((await kept(String(applicant))).facts['holders'] as readonly { readonly holder?: string }[])[0]?.holder;
  const [holder] = await clerk.find('expert', '示例专家001');
  await (await seated('expert-1')).act('expert', 'declare', { relations: [{ kind: 'share', party: parent, from: '2018-03-01' }] }, holder?.id);
  const measures = [['intensity', 260, 300], ['taxPerMu', 17, 20], ['plotRatio', 1.1, 1.2], ['energy', 0.6, 0.5], ['research', 2.6, 3]].map(([benchmark, committed, standard]) => ({ benchmark, committed, standard }));
  const quotas = [['technology', 2], ['finance', 2], ['land', 1], ['environment', 1], ['law', 1]].map(([specialty, seats]) => ({ specialty, seats }));
  meeting = (await clerk.act('reviewMeeting', 'convene', { project, meetingOn: '2021-12-30', quotas, measures })).id;
  await clerk.act('reviewMeeting', 'commitSecretariat', { secretariatSecret: secrets[0] }, meeting);
  await (await seated('supervisor')).act('reviewMeeting', 'commitSupervisor', { supervisorSecret: secrets[1] }, meeting);
  await clerk.act('reviewMeeting', 'draw', {}, meeting);

  // The names are nobody's to read before all have checked in.
  const page = await clerk.asked<MatterPage>(`/api/matters/reviewMeeting/${meeting}`);
  expect(page.hidden).toContain('panel');
  expect(JSON.stringify(page.facts['recusals'])).toContain('R4');
  const { code, words } = await clerk.refused('reviewMeeting', 'seatByHand', { expert: holder?.id, reason: '这位专家最熟悉情况，请予安排。' }, meeting);
  expect({ code, zh: words.zh }).toEqual({ code: 'recusedExpert', zh: expect.stringContaining('R4') });
  expect(words.en).toContain('R4');
});

test('seven experts score each for himself, the chair concludes on conditions, and the conditions are obligations of the project', async () => {
  pier.setClock('2021-12-30');
  const panel = await panelOf(meeting);
  expect(panel).toHaveLength(7);
  const experts = await Promise.all(panel.map(({ person }) => seated(accountOf(person))));
  for (const expert of experts) await expert.act('reviewMeeting', 'checkIn', {}, meeting);
  const sheetOf = async (expert: Seated) => (await expert.asked<MatterList>('/api/matters/scoreSheet?stage=open')).rows;
  for (const [seat, expert] of experts.entries()) {
    const [sheet, ...others] = await sheetOf(expert);
    expect(others, 'a sheet is its expert’s alone').toEqual([]);
    if (seat === 0) continue;
    const scores = criteria.map((criterion, at) => ({ criterion, points: (points[at] ?? 0) - (at === seat ? 0.5 : 0) }));
    if (seat === 1) {
      const before = await kept(sheet?.id ?? '');
      const { code, words } = await expert.refused('scoreSheet', 'lock', { scores: scores.map((row, at) => (at === 0 ? { ...row, points: 12.3 } : row)), agrees: true, comment: '方向契合。' }, sheet?.id);
      expect([code, words.zh, words.en]).toEqual(['sheetFaulty', expect.stringContaining('产业导向与链条'), expect.stringContaining('Industrial direction')]);
      expect(await kept(sheet?.id ?? '')).toEqual(before);
    }
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
  await Promise.all([page, office].map((each) => each.close()));
  expect(pier.troubles()).toEqual([]);
});

// A score off the half-point grid is refused where the experts score.
test('each kind of bad input has its own refusal in both languages, and leaves nothing half-written', async () => {
  const [clerk, team, natural, supervisor] = await Promise.all(['secretariat-1', 'invest-1', 'natural', 'supervisor'].map(seated)) as [Seated, Seated, Seated, Seated];
  const { sheets = [], project } = (await kept(meeting)).facts as { readonly sheets?: readonly string[]; readonly project: string };
  // The second seat locked first.
  const expert = await seated(accountOf((await panelOf(meeting))[1]?.person ?? ''));
  const scores = criteria.map((criterion, at) => ({ criterion, points: points[at] }));
  const [parcel] = (await natural.asked<MatterList>('/api/matters/parcel?stage=reserved')).rows;
  const [decided] = (await team.asked<MatterList>('/api/matters/project?stage=decided')).rows;
  const [coded] = (await team.asked<MatterList>('/api/matters/project?stage=permitted&size=1')).rows;
  const [lead] = (await team.asked<MatterList>('/api/matters/project?stage=lead&size=1')).rows;
  const code = (await kept(coded?.id ?? '')).facts['nationalCode'];

  // Another review of the project, from whose draw so many have to be left out that three times the seats are not there.
  const measures = [['intensity', 260, 300], ['taxPerMu', 17, 20], ['plotRatio', 1.1, 1.2], ['energy', 0.6, 0.5], ['research', 2.6, 3]].map(([benchmark, committed, standard]) => ({ benchmark, committed, standard }));
  const short = (await clerk.act('reviewMeeting', 'convene', { project, meetingOn: '2021-12-31', quotas: [{ specialty: 'finance', seats: 7 }], measures })).id;
  const finance = (await clerk.asked<MatterList>('/api/matters/expert?f.specialties=finance&size=50')).rows;
  for (const { id } of finance.slice(0, 6)) await clerk.act('reviewMeeting', 'object', { expert: id, grounds: '本人来函申请回避' }, short);
  await clerk.act('reviewMeeting', 'commitSecretariat', { secretariatSecret: secrets[0] }, short);
  await supervisor.act('reviewMeeting', 'commitSupervisor', { supervisorSecret: secrets[1] }, short);

  const bowTie = { type: 'Polygon', coordinates: [[[120.45, 36.39], [120.46, 36.4], [120.46, 36.39], [120.45, 36.4], [120.45, 36.39]]] };
  const promise = { kind: 'node', name: '开工', dueOn: '2022-12-31' };
  const table: readonly (readonly [what: string, matter: string | undefined, answer: () => Promise<Problem>, code: string, zh: RegExp, en: RegExp])[] = [
    ['a sheet after the lock', sheets[0], () => expert.refused('scoreSheet', 'save', { scores }, sheets[0]), 'afterLock', /已锁定，不能再改/, /is locked/],
    ['a draw with fewer than three times the seats', short, () => clerk.refused('reviewMeeting', 'draw', {}, short), 'noDraw', /财务金融.*三倍|财务金融.*21/, /Finance/],
    ['a polygon that crosses itself', parcel?.id, () => natural.refused('parcel', 'survey', { place: bowTie, area: 40_000 }, parcel?.id), 'crossesItself', /自相交|相交/, /cross/],
    ['an agreement without three obligations', decided?.id, async () => team.refused('project', 'submitAgreement', { agreementKind: 'formal', agreementNo: 'XY-2021-999', agreement: await team.evidence('协议'), agreedInvestment: 100_000_000, promises: [promise, promise] }, decided?.id), 'tooFewPromises', /至少写明3条承诺/, /at least 3 promises/],
    ['two projects with one national code', lead?.id, () => team.refused('project', 'amend', { nationalCode: code }, lead?.id), 'taken', /已经|已有/, /already/],
    ['money with three decimals', lead?.id, () => team.refused('project', 'amend', { totalInvestment: 300_000.5 }, lead?.id), 'badInput', /精确到分/, /whole fen/],
    ['a file whose bytes are not what its name says', undefined, async () => (await (await team.handIn('批复.pdf', 'GIF89a 这不是PDF')).json()) as Problem, 'fileDisguised', /与扩展名不符/, /not what its name says/],
  ];
  for (const [what, matter, answer, code_, zh, en] of table) {
    const before = matter === undefined ? undefined : await kept(matter);
    const { code: told, words: whole, fields } = await answer();
    // What is wrong with one field stands beside it.
    const words = told === 'badInput' ? (Object.values(fields ?? {})[0] ?? whole) : whole;
    expect([what, told], JSON.stringify(words)).toEqual([what, code_]);
    expect(words.zh, what).toMatch(zh);
    expect(words.en, what).toMatch(en);
    expect(words.en, `${what}: English in English`).not.toMatch(/[\u4e00-\u9fff]{4}/);
    if (matter !== undefined) expect(await kept(matter), `${what}: nothing is half-written`).toEqual(before);
  }
  await (await seated('secretariat-head')).act('reviewMeeting', 'cancel', { reason: '回避人数过多，另行组织。' }, short);
});

test('the agreement is signed, the land is committed, and the page of the project shows the whole track: who, when, by which evidence', async () => {
  const id = String((await kept(meeting)).facts['project']);
  const [clerk, leader, chief, team, steward, natural] = await Promise.all(['secretariat-1', 'leader-economy', 'secretariat-head', 'invest-2', 'steward-1', 'natural'].map(seated)) as [Seated, Seated, Seated, Seated, Seated, Seated];
  await clerk.act('project', 'askDecision', {}, id);
  await leader.act('project', 'decide', { minutesNo: '〔2021〕第12次' }, id);
  await chief.act('project', 'grade', { level: 'districtKey', steward: 'holder-steward-1' }, id);
  const promises = [
    { code: 'N1', kind: 'node', name: '桩基施工进场', dueOn: '2022-09-30', clause: '第六条' }, { code: 'I1', kind: 'investment', name: '固定资产投资到位', target: 20_000, measure: '万元', dueOn: '2023-12-31', clause: '第七条' },
    { code: 'T1', kind: 'tax', name: '达产后年税收', target: 1_200, measure: '万元', dueOn: '2025-12-31', clause: '第八条' },
  ];
  await team.act('project', 'submitAgreement', { agreementKind: 'formal', agreementNo: 'XY-2021-285', agreement: await team.evidence('项目正式协议'), agreedInvestment: 30_000_000_000, fairReviewNo: '公审〔2021〕285号', promises, contactPerson: 'holder-enterprise-5', contactUnit: 'enterprises' }, id);

  // Whoever confirms the signing sees that nothing is missing, and does it on the page.
  const page = await pier.enter('leader-economy', { at: `/work/matters/project/${id}` });
  await begin(page, '核准签约');
  await finish(page, '核准签约');
  const company = (await natural.asked<MatterList>('/api/matters/enterprise?stage=listed&size=1')).rows[0]?.id;
  await steward.act('project', 'register', { company, firstCapital: 500_000_000, firstCapitalOn: '2021-12-29', evidence: [...(await steward.evidence('营业执照')), ...(await steward.evidence('银行回单'))] }, id);

  const [parcel] = (await natural.asked<MatterList>('/api/matters/parcel?stage=announced&size=1')).rows;
  const { facts: land } = await kept(parcel?.id ?? '');
  await natural.act('parcel', 'sell', { buyer: company, price: land['startPrice'], evidence: await natural.evidence('成交确认书') }, parcel?.id);
  const commitment = (await natural.act('landCommitment', 'draft', {
    name: '评审项目履约承诺', parcel: parcel?.id, project: id, enterprise: company, unit: (await kept(id)).facts['town'], contact: 'holder-enterprise-5', values: land['standard'], bond: 200_000_000, startDue: '2022-07-31', completeDue: '2024-01-31', capacityDue: '2026-01-31',
  })).id;
  await natural.act('landCommitment', 'signForGovernment', { contractNo: '即自然资合〔2021〕285号', agreementNo: '即履约监管〔2021〕285号', evidence: await natural.evidence('出让合同') }, commitment);
  const firm = await seated('enterprise-5');
  await firm.act('landCommitment', 'signForEnterprise', { evidence: await firm.evidence('履约承诺书') }, commitment);
  expect(await kept(id)).toMatchObject({ stage: 'landed', facts: { benchmarkLandOn: '2021-12-30' } });

  await page.goto(`/work/matters/project/${id}`);
  const around = page.getByRole('region', { name: '三关办理' });
  for (const title of ['补齐两家以上订单合同', ...promises.map(({ name }) => name), '评审项目履约承诺']) await around.getByRole('link', { name: title }).waitFor();
  const gates = page.getByRole('region', { name: '三道关口' });
  expect(await gates.locator('li.is-passed').count()).toBe(2);
  const trace = page.getByRole('region', { name: '留痕' });
  for (const [who, what, on] of [['分管经济', '核准签约', '2021'], ['专员', '登记项目公司', '2021'], ['项目单位', '登记用地承诺', '2021']] as const) {
    const entry = trace.locator('ol.trace > li').filter({ hasText: what }).first();
    await entry.waitFor();
    expect(await entry.innerText()).toContain(on);
    expect(await entry.innerText(), `${what} names who did it`).toContain(who);
  }
  await trace.getByText('营业执照.txt').first().waitFor();
  await page.getByRole('region', { name: '签字盖章的协议' }).getByText('项目正式协议.txt').first().waitFor();
  await look(page, 'reviews-3-project');
  await page.close();
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

test('a red project is decided by the joint meeting and the money comes back, every clock right across the National Day holiday', async () => {
  const red = (await (await seated('joint-meeting')).asked<MatterList>('/api/matters/supervision?stage=watching&f.light=red')).rows[0]?.id ?? '';
  // A leader had set it to yellow by hand until the 27th; the night after that it is red again, and the joint meeting has twenty working days.
  pier.setClock('2022-09-20');
  await (await seated('leader-economy')).act('supervision', 'setLight', { override: 'yellow', overrideUntil: '2022-09-27', reason: '投资方承诺九月底前复工，给予观察期。' }, red);
  pier.setClock('2022-09-28');
  await (await seated('secretariat-1')).act('supervision', 'recompute', {}, red);
  expect(await kept(red)).toMatchObject({ facts: { light: 'red' } });

  pier.setClock('2022-09-29');
  const page = await pier.enter('joint-meeting', { at: `/work/matters/supervision/${red}` });
  const clocks = page.getByRole('region', { name: '时限' });
  // 29 and 30 September, a week off, 8 and 9 October made up, and on: the twentieth working day.
  await clocks.getByText(`${addWorkdays(chinaCalendar, '2022-09-28', 20)} 到期`).waitFor();
  expect(addWorkdays(chinaCalendar, '2022-09-28', 20)).toBe('2022-10-31');
  const dialog = await begin(page, '联席会议决定');
  await option(dialog, '联席会议决定', '追回资金').check();
  await field(dialog, '会议纪要编号').fill('〔2022〕第9次');
  await field(dialog, '追回金额').fill('320万元');
  await field(dialog, '追回依据').fill('协议第十一条：逾期未开工，返还已兑现的设备补助。');
  await field(dialog, '佐证材料').setInputFiles({ name: '联席会议纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('联席会议纪要：追回已兑现的补助。') });
  await dialog.getByRole('button', { name: '移除 联席会议纪要.txt' }).waitFor();
  await finish(page, '联席会议决定');
  const heardBy = addWorkdays(chinaCalendar, '2022-09-29', 10);
  expect(heardBy).toBe('2022-10-18');
  await clocks.getByText(`${heardBy} 到期`).waitFor();
  await look(page, 'reviews-7-recovering');

  // The hearing runs over the holiday: there is no decision before it.
  pier.setClock('2022-10-10');
  const meetingAgain = await seated('joint-meeting');
  const early = await meetingAgain.refused('supervision', 'demand', { decidedAmount: 300_000_000, reason: '事实清楚，证据确凿，予以追回。', evidence: await meetingAgain.evidence('追回决定书') }, red);
  expect([early.code, early.words.zh.includes(heardBy)]).toEqual(['hearingOpen', true]);
  const office = await seated('secretariat-1');
  await office.act('supervision', 'hear', { hearing: '企业陈述资金调度困难，请求分期退还。', evidence: await office.evidence('陈述笔录') }, red);
  await meetingAgain.act('supervision', 'demand', { decidedAmount: 300_000_000, reason: '事实清楚，证据确凿，予以追回。', evidence: await meetingAgain.evidence('追回决定书') }, red);
  const treasury = await seated('finance');
  await treasury.act('supervision', 'recordRepayment', { amount: 120_000_000, evidence: await treasury.evidence('银行回单') }, red);
  await page.close();

  const till = await pier.enter('finance', { at: `/work/matters/supervision/${red}` });
  await till.getByRole('region', { name: '时限' }).getByText(`${addDays('2022-10-10', 30)} 到期`).waitFor();
  const paying = await begin(till, '确认退还');
  await field(paying, '退还金额').fill('181万元');
  await field(paying, '佐证材料').setInputFiles({ name: '银行回单.txt', mimeType: 'text/plain', buffer: Buffer.from('银行回单：退还补助资金。') });
  await paying.getByRole('button', { name: '移除 银行回单.txt' }).waitFor();
  await paying.getByRole('button', { name: '确认退还', exact: true }).click();
  await paying.getByRole('alert').getByText('追回金额超过决定的金额').first().waitFor();
  await field(paying, '退还金额').fill('180万元');
  await finish(till, '确认退还');
  await till.getByText('监管中', { exact: true }).first().waitFor();
  expect((await kept(red)).facts['recovered']).toBe(300_000_000);
  await till.close();
  expect(pier.troubles()).toEqual([]);
});
