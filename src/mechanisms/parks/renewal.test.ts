import { beforeEach, describe, expect, test } from 'vitest';
import { parkCounty, people, proof, refused, because } from '#test/parks.ts';
import { reasonsOf } from '#engines/renewal/explain.ts';
import { mu } from '#kernel/area.ts';
import { weighedAmount, weighedNames } from './mode-facts.ts';
import { keptFits } from './park-diagnosis/kept-fits.ts';

// Diagnosis and plan: the worked examples through the actions, and every refusal once.

const { industry, stat, zone, leader, tax, finance } = people;
let walk: ReturnType<typeof parkCounty>;
let park = '';

// 900 亩 of industrial land; floor of 0.62 times that.
const outline = { level: 'district', kind: 'traditional', planned: 900_000, built: 800_000, industrial: 600_000, supplied: 500_000, inUse: 410_000, floorArea: 372_000, farCap: 1.5, leadIndustry: 'C35' };
const year = { year: 2020, output: 189_000_000_000, tax: 10_890_000_000, firms: 60, aboveScale: 12, highTech: 5, staff: 3000, incidents: 0, source: '统计快报', evidence: proof };
const given = { typedDistrictTaxPerMu: 20, typedDistrictOutputPerMu: 320, typedOccupancy: 71, typedCdShare: 22, typedOwnBody: false, leadShare: 34, safety: 90, contiguousMu: 260, capitalReady: 'yes', cleanTitle: 90, legacyShare: 55, ownersWilling: 40, notUpgraded: 70, anchors: 0, largestParcelMu: 260 };
const panel = [1, 2, 3, 4, 5].map((nth) => `01890000-0000-7000-8000-0000000090${40 + nth}`);

beforeEach(() => {
  walk = parkCounty();
  for (const nth of [1, 2, 3, 4, 5]) walk.put(40 + nth, 'expert', 'active', { name: `专家${nth}` });
  park = walk.file(industry, 'park', 'register', { name: '金山工业园', parkNo: 'JM-P3', body: 'jinshan-park', ...outline }).id;
  walk.act(stat, park, 'snapshot', year);
});

const diagnose = (change: object = {}) => walk.file(zone, 'parkDiagnosis', 'draft', { name: '金山工业园2020年体检', park, year: 2020, ...given, ...change });
function approvedDiagnosis(): string {
  const { id } = diagnose();
  walk.act(zone, id, 'toPanel');
  walk.act(industry, id, 'agree', { panel, evidence: proof });
  return walk.act(leader, id, 'approve').id;
}

describe('a diagnosis', () => {
  test('reads the snapshot of its year, and is 65.24 with M3 and M4 in the worked example', () => {
    const { facts } = diagnose();
    expect(facts).toMatchObject({ taxPerMu: 12.1, outputPerMu: 210, far: 0.62, farCap: 1.5, landUse: 82, health: 65.24, verdict: 'renew', primary: 'M3', secondary: ['M4'], body: 'jinshan-park' });
    const fits = keptFits(facts as Parameters<typeof keptFits>[0]);
    expect(fits.slice(0, 2).map(({ mode, fit }) => [mode, fit])).toEqual([['M3', 69.98], ['M4', 47.78]]);
    expect(fits).toHaveLength(8);
    // Kept as numbers and names: each of the eight can still be explained, in both languages.
    const said = Object.fromEntries(fits.map((fit) => [fit.mode, reasonsOf(fit, weighedNames, weighedAmount)]));
    expect(said['M3']?.pro.zh).toContain('容积率与上限之比0.413，得19.33/25');
    expect(said['M6']?.con).toMatchObject({ zh: expect.stringContaining('前提不具备：容积率上限不少于2') as unknown, en: expect.stringContaining('its gate is closed: Cap of the plot ratio at least 2') as unknown });
    // Shares stand in percent, land in mu, and of what is there or is not the name says enough.
    expect(said['M3']?.pro.zh).toMatch(/可取得连片土地|权属清晰占比90%/);
    expect(said['M1']?.con).toMatchObject({ zh: expect.stringMatching(/前提不具备：有独立管理机构(；|$)/) as unknown, en: expect.stringMatching(/its gate is closed: A body of its own(; |$)/) as unknown });
    expect(said['M5']?.con.zh).toContain('单宗民企用地不少于30亩');
    expect(Object.values(said).every(({ pro, con }) => pro.zh && pro.en && con.zh && con.en)).toBe(true);
  });

  test('takes the share of inefficient land from its register as of the day, and from nobody', () => {
    walk.put(61, 'inefficientLand', 'listed', { park, area: 30_000 });
    walk.put(62, 'inefficientLand', 'planned', { park, area: 45_000 });
    // A candidate is not found yet, a delisted one no more, another park's is not ours.
    walk.put(63, 'inefficientLand', 'screened', { park, area: 200_000 });
    walk.put(64, 'inefficientLand', 'delisted', { park, area: 200_000 });
    walk.put(65, 'inefficientLand', 'listed', { park: 'elsewhere', area: 200_000 });
    const { id, facts } = diagnose({ typedCdShare: 5 });
    expect(facts['inefficientShare']).toBe(12.5);
    // Ten in a hundred open the gate of vacating, whatever the classes say.
    const open = (of: Readonly<Record<string, unknown>>) => keptFits(of as Parameters<typeof keptFits>[0]).find(({ mode }) => mode === 'M4')?.isOpen;
    expect(open(facts)).toBe(true);
    walk.put(61, 'inefficientLand', 'delisted', { park, area: 30_000 });
    const revised = walk.act(zone, id, 'revise', { safety: 80, reason: '名录更新后重新测算' }).facts;
    expect([revised['inefficientShare'], open(revised)]).toEqual([7.5, false]);
    expect(refused(() => diagnose({ year: 2020, inefficientShare: 14 }))).toBe('badInput');
  });

  test('weighs by what the office has set, and not at all while that does not add up', () => {
    const set = (name: string, value: number) => walk.settings.set(`parkDiagnosis.${name}`, value);
    const { id } = diagnose();
    const again = () => walk.act(zone, id, 'revise', { reason: '按新的设置重新测算' }).facts;
    set('healthSafety', 0);
    expect(refused(again)).toBe('weightsOff');
    expect(walk.offers(zone, id).find(({ action }) => action === 'revise')).toMatchObject({ open: false, code: 'weightsOff', obstacle: { zh: '“体检指数”各项满分合计90，应为100，请管理员在设置里改正。' } });
    set('healthTax', 35);
    // 35 × 0.605 in place of 25, and nothing for safety: 65.24 + 6.05 − 9.00.
    expect(again()).toMatchObject({ health: 62.29, parts: expect.arrayContaining([{ part: 'tax', points: 21.18, full: 35 }]) as unknown });
    // Titles count for nothing, capital for more: 13.65 + 19.33 + 40.
    set('M3CleanTitleWeight', 0);
    expect(refused(again)).toBe('weightsOff');
    set('M3CapitalReadyWeight', 40);
    const fitOf = (mode: string, facts: Readonly<Record<string, unknown>>) => keptFits(facts as Parameters<typeof keptFits>[0]).find((fit) => fit.mode === mode);
    expect(fitOf('M3', again())?.fit).toBe(72.98);
    set('M3ContiguousMuGate', 300);
    expect(fitOf('M3', again())?.isOpen).toBe(false);
    // All its points from 61 % of the district on: 35 × (0.8 − 0.605) / 0.19 and more is all of 35.
    set('M3ContiguousMuGate', 100);
    set('M3TaxRatioTo', 61);
    expect(fitOf('M3', again())?.fit).toBe(94.33);
    set('M3TaxRatioTo', 80);
    expect(refused(again)).toBe('edgesAlike');
  });

  test('needs that snapshot, and is made once a year', () => {
    expect(refused(() => diagnose({ year: 2019 }))).toBe('noSnapshot');
    const { id } = diagnose();
    expect(refused(() => diagnose())).toBe('diagnosedTwice');
    walk.act(zone, id, 'withdraw', { reason: '数据有误，重新体检' });
    expect(refused(() => diagnose())).toBe('open');
  });

  test('is reckoned anew when its facts are completed', () => {
    const { id } = diagnose({ capitalReady: 'no' });
    expect(walk.get(id).facts['primary']).toBeUndefined();
    const { facts } = walk.act(zone, id, 'revise', { capitalReady: 'yes', safety: 50, reason: '基金已经到位' });
    expect([facts['primary'], facts['health'], facts['verdict']]).toEqual(['M3', 61.24, 'renew']);
  });

  test('may be overruled by five experts with a reason, and both results stay', () => {
    const { id } = diagnose();
    walk.act(zone, id, 'toPanel');
    const overrule = (input: object) => () => walk.act(industry, id, 'overrule', { panel, panelPrimary: 'M4', panelReason: '纺织企业集中，腾笼换鸟的业主意愿正在上升，且资金安排到位。', evidence: proof, ...input });
    expect(refused(overrule({ panel: panel.slice(1) }))).toBe('panelSmall');
    expect(refused(() => walk.act(industry, id, 'agree', { panel: panel.slice(1), evidence: proof }))).toBe('panelSmall');
    expect(refused(overrule({ panelPrimary: 'M3', panelSecondary: ['M4'] }))).toBe('sameAsReckoned');
    expect(refused(overrule({ panelPrimary: 'M6' }))).toBe('gateClosedFor');
    const { facts } = overrule({})();
    expect(facts).toMatchObject({ primary: 'M3', panelPrimary: 'M4', isOverruled: true });
  });

  test('once approved stands on the park; one to be rebuilt owes a plan', () => {
    const id = approvedDiagnosis();
    expect(walk.get(park).facts).toMatchObject({ diagnosis: id, health: 65.24 });
    expect(walk.get(id).clocks['plan']).toBeUndefined();
    const other = walk.file(industry, 'park', 'register', { name: '老园', parkNo: 'JM-P4', body: 'jinshan-park', ...outline }).id;
    walk.act(stat, other, 'snapshot', { ...year, tax: 1_000_000_000 });
    // Of two parks with a snapshot the mean is known: they pull it down together.
    const { typedDistrictTaxPerMu: _tax, typedDistrictOutputPerMu: _output, ...rest } = given;
    const poor = walk.file(zone, 'parkDiagnosis', 'draft', { name: '老园体检', park: other, year: 2020, ...rest, safety: 30 }).id;
    expect(walk.get(poor).facts).toMatchObject({ districtTaxPerMu: 6.61, districtOutputPerMu: 210 });
    walk.act(zone, poor, 'toPanel');
    walk.act(industry, poor, 'agree', { panel, evidence: proof });
    walk.act(leader, poor, 'approve');
    expect([walk.get(poor).facts['verdict'], walk.get(poor).clocks['plan']?.startOn]).toEqual(['rebuild', '2021-03-01']);
  });
});

// On 100 亩 these three years come to a mean of 12.1 万元/亩 of tax.
const baseYears = [{ year: 2018, tax: 1_000_000_000, output: 20_000_000_000 }, { year: 2019, tax: 1_200_000_000, output: 21_000_000_000 }, { year: 2020, tax: 1_430_000_000, output: 22_000_000_000 }];
const money = [{ source: 'state', amount: 3_000_000_000, isClosed: true }, { source: 'fund', amount: 5_000_000_000, isClosed: true }, { source: 'bank', amount: 2_000_000_000, isClosed: false }];
const drafted = { goal: '建设二次开发示范园区', risk: '招商不及预期，分期推进', actions: [{ action: '收购低效厂房', unit: 'jinshan-park', due: '2021-12-31' }], milestones: [{ milestone: '开工', due: '2021-10-31' }], money, targetTaxPerMu: 25, targetPath: [{ year: 2022, taxPerMu: 15 }, { year: 2023, taxPerMu: 25 }], baseYears, baseFar: 0.6, baseFloor: 40_000, baseFirms: 3 };
const notes = ['plan', 'land', 'environment', 'fiscal', 'risk'];

const open = (change: object = {}) => walk.file(zone, 'renewalPlan', 'open', { name: '金山工业园更新项目', park, body: 'jinshan-park', area: 100 * mu, ...change });
const act = (by: Parameters<typeof walk.act>[0], id: string, action: string, input: object = {}) => walk.act(by, id, action, input);

function planned(): string {
  const { id } = open();
  act(zone, id, 'survey', { coverage: 96, evidence: proof });
  return act(zone, id, 'chooseMode', { diagnosis: approvedDiagnosis(), primary: 'M3', secondary: ['M4'] }).id;
}
function reviewed(): string {
  const id = planned();
  act(zone, id, 'draft', drafted);
  act(zone, id, 'publish', { evidence: proof });
  act(zone, id, 'hear', { objections: 4, answered: 4, consents: consenting(70) });
  walk.on('2021-03-16');
  return act(zone, id, 'submit').id;
}
function approved(): string {
  const id = reviewed();
  act(industry, id, 'note', { notes, evidence: proof });
  act(tax, id, 'freeze', { evidence: proof });
  return act(leader, id, 'approve', { documentNo: '即政字〔2021〕9号', evidence: proof }).id;
}
/** Owners of so many percent of the 100 亩 agree, another has not said. */
const consenting = (percent: number) => [{ owner: '业主甲', area: percent * mu, agrees: true }, { owner: '业主乙', area: (100 - percent) * mu }];
/** Owners of so many percent of the land have signed; a court may still hold one of them. */
const terms = { signedOn: '2021-03-15', vacateBy: '2021-03-20', compensation: 100_000_000, dailyRate: 5 };
const agreed = (percent: number, isSeized = false) => ({ agreements: [{ owner: '业主甲', kind: 'reserve', area: percent * mu, ...terms, isSeized }, ...(percent < 100 ? [{ owner: '业主乙', kind: 'rebuild', area: (100 - percent) * mu }] : [])] });
function building(): string {
  const id = approved();
  act(zone, id, 'sign', agreed(85));
  act(zone, id, 'beginVacating');
  act(zone, id, 'vacate', { vacatings: [{ owner: '业主甲', vacatedOn: '2021-03-16' }], evidence: proof });
  return act(zone, id, 'handOver', { handover: ['slip', 'meters', 'staff', 'invoices'], permitNo: '370215202100001', evidence: proof }).id;
}
function filling(): string {
  const id = building();
  walk.on('2022-06-01');
  return act(zone, id, 'complete', { builtFloor: 120_000, demolishedFloor: 30_000, evidence: proof }).id;
}

describe('a plan', () => {
  test('belongs to one park, once; an enclave to none', () => {
    expect(refused(() => open({ park: undefined }))).toBe('parkMissing');
    expect(refused(() => open({ park: undefined, primary: 'M8' }))).toBe('open');
    approved();
    expect(refused(() => open())).toBe('planTwice');
  });

  test('surveys 95 % of the area before it is diagnosed', () => {
    const { id } = open();
    expect(refused(() => act(zone, id, 'survey', { coverage: 94.9, evidence: proof }))).toBe('coverageLow');
  });

  test('takes a mode that the approved diagnosis of this park advises', () => {
    const { id } = open();
    act(zone, id, 'survey', { coverage: 96, evidence: proof });
    expect(refused(() => act(zone, id, 'chooseMode', { primary: 'M3' }))).toBe('diagnosisNotApproved');
    const diagnosis = approvedDiagnosis();
    expect(refused(() => act(zone, id, 'chooseMode', { diagnosis, primary: 'M5' }))).toBe('modeNotAdvised');
    expect(refused(() => act(zone, id, 'chooseMode', { diagnosis, primary: 'M4' }))).toBe('open');
    const enclave = open({ park: undefined, primary: 'M8' }).id;
    act(zone, enclave, 'survey', { coverage: 100, evidence: proof });
    expect(refused(() => act(zone, enclave, 'chooseMode', { primary: 'M3' }))).toBe('parkMissing');
    expect(refused(() => act(zone, enclave, 'chooseMode', { primary: 'M8' }))).toBe('open');
  });

  test('takes the mean of three consecutive years before as its baseline, never the worst alone', () => {
    const id = planned();
    const base = (rows: readonly object[]) => refused(() => act(zone, id, 'draft', { ...drafted, baseYears: rows }));
    expect(base(baseYears.slice(1))).toBe('baseYearsOther');
    expect(base([{ ...baseYears[0], year: 2016 }, ...baseYears.slice(1)])).toBe('baseYearsOther');
    expect(base([baseYears[0]!, baseYears[1]!, { year: 2020, output: 1 }])).toBe('baseYearsOther');
    for (const shift of [1, -1, -4]) expect(base(baseYears.map((row) => ({ ...row, year: row.year + shift })))).toBe('baseYearsOther');
    expect(act(zone, id, 'draft', { ...drafted, baseYears: baseYears.toReversed() }).facts['baseYears']).toEqual(baseYears);
    expect(act(zone, id, 'draft', drafted).facts).toMatchObject({ baseTax: 1_210_000_000, baseTaxPerMu: 12.1, baseOutputPerMu: 210, invest: 10_000_000_000, privateInvest: 7_000_000_000, closedShare: 80 });
  });

  test('is published for ten working days, answers every objection and has two thirds of the owners by area', () => {
    const id = planned();
    act(zone, id, 'draft', drafted);
    act(zone, id, 'publish', { evidence: proof });
    expect(refused(() => act(zone, id, 'submit'))).toBe('publicityRuns');
    expect(refused(() => act(zone, id, 'hear', { objections: 1, answered: 2, consents: consenting(70) }))).toBe('moreAnswered');
    expect(refused(() => act(zone, id, 'hear', { objections: 0, answered: 0, consents: [...consenting(70), { owner: '业主丙', area: 2 * mu, agrees: true }] }))).toBe('consentsMore');
    expect(refused(() => act(zone, id, 'hear', { objections: 0, answered: 0, consents: [{ owner: '业主甲', area: mu, agrees: true }, { owner: '业主甲', area: mu }] }))).toBe('ownerTwice');
    // Whoever was not asked does not agree, and a share is cut: 66.69 of a hundred are no 66.7.
    expect(act(zone, id, 'hear', { objections: 3, answered: 2, consents: [{ owner: '业主甲', area: 66.69 * mu, agrees: true }] }).facts['agreeing']).toBe(66.6);
    act(zone, id, 'hear', { objections: 3, answered: 2, consents: consenting(66.6) });
    // Published on 1 March: the tenth working day after is the 15th, and an owner may still speak on it.
    walk.on('2021-03-15');
    expect(refused(() => act(zone, id, 'submit'))).toBe('publicityRuns');
    walk.on('2021-03-16');
    expect(refused(() => act(zone, id, 'submit'))).toBe('objectionsOpen');
    act(zone, id, 'hear', { objections: 3, answered: 3, consents: consenting(66.6) });
    expect(refused(() => act(zone, id, 'submit'))).toBe('ownersFew');
    for (const nth of [1, 2]) expect(act(zone, id, 'revise', { reason: because }).facts['revisions']).toBe(nth);
    expect(refused(() => act(zone, id, 'revise', { reason: because }))).toBe('revisedOut');
  });

  test('submitted on the first day on which it may be is late at nothing, on that day nor afterwards', () => {
    const id = planned();
    act(zone, id, 'draft', drafted);
    act(zone, id, 'publish', { evidence: proof });
    act(zone, id, 'hear', { objections: 0, answered: 0, consents: consenting(70) });
    walk.on('2021-03-16');
    expect([walk.get(id).facts['publicTo'], walk.isLate(id)]).toEqual(['2021-03-15', false]);
    act(zone, id, 'submit');
    expect(walk.isLate(id)).toBe(false);
    // The review has a limit of its own, and that one does run out.
    walk.on('2021-06-01');
    expect(walk.isLate(id)).toBe(true);
  });

  test('is approved with all notes, four fifths of its money and a frozen baseline, which nobody changes any more', () => {
    const id = reviewed();
    const approve = () => refused(() => act(leader, id, 'approve', { documentNo: '即政字〔2021〕9号', evidence: proof }));
    act(industry, id, 'note', { notes: notes.slice(1), evidence: proof });
    expect(approve()).toBe('notesMissing');
    act(industry, id, 'note', { notes, evidence: proof });
    act(finance, id, 'closeMoney', { money: money.map((row) => ({ ...row, isClosed: row.source === 'fund' })) });
    expect(approve()).toBe('fundingOpen');
    act(finance, id, 'closeMoney', { money });
    expect(approve()).toBe('baselineOpen');
    act(tax, id, 'freeze', { evidence: proof });
    expect(refused(() => act(tax, id, 'freeze', { evidence: proof }))).toBe('baselineFrozen');
    expect(refused(() => act(leader, id, 'returnToPlan', { reason: because }))).toBe('baselineFrozen');
    expect(approve()).toBe('open');
    expect(walk.get(park).facts['plan']).toBe(id);
    expect(refused(() => act(zone, id, 'draft', drafted))).toBe('wrongStage');
  });

  test('frozen while still a plan is not drafted anew', () => {
    const id = planned();
    act(zone, id, 'draft', drafted);
    act(tax, id, 'freeze', { evidence: proof });
    expect(refused(() => act(zone, id, 'draft', drafted))).toBe('baselineFrozen');
  });

  const baseOf = (last: number) => ({ baseYears: baseYears.map((row) => ({ ...row, year: row.year + last - 2020 })), baseFar: 0.6, baseFloor: 40_000, baseFirms: 3 });

  test('drafted before the turn of a year is frozen on the three years before that day, and approved to the end of March after it', () => {
    const id = planned();
    act(zone, id, 'draft', drafted);
    walk.on('2022-01-10');
    expect(refused(() => act(tax, id, 'freeze', { evidence: proof }))).toBe('baselineOld');
    act(zone, id, 'draft', { ...drafted, ...baseOf(2021) });
    act(tax, id, 'freeze', { evidence: proof });
    act(zone, id, 'publish', { evidence: proof });
    act(zone, id, 'hear', { objections: 0, answered: 0, consents: consenting(90) });
    walk.on('2022-03-01');
    act(zone, id, 'submit');
    act(industry, id, 'note', { notes, evidence: proof });
    const approve = () => act(leader, id, 'approve', { documentNo: '即政字〔2023〕9号', evidence: proof });
    const again = () => act(zone, id, 'draftBase', baseOf(2022));
    walk.on('2023-04-01');
    expect(refused(approve)).toBe('baselineStale');
    // What has outlived its years is drafted and frozen anew, and then it is approved; before that nobody changes it.
    walk.on('2023-03-31');
    expect(refused(again)).toBe('baselineFrozen');
    walk.on('2023-04-01');
    expect(again().facts).not.toHaveProperty('frozenOn');
    expect(refused(approve)).toBe('baselineOpen');
    act(tax, id, 'freeze', { evidence: proof });
    expect(refused(again)).toBe('baselineFrozen');
    expect(approve().facts).toMatchObject({ frozenOn: '2023-04-01', approvedOn: '2023-04-01', baseYears: [{ year: 2020 }, { year: 2021 }, { year: 2022 }] });
  });

  test('frozen before the turn of a year is approved until the end of March', () => {
    const id = reviewed();
    act(industry, id, 'note', { notes, evidence: proof });
    act(tax, id, 'freeze', { evidence: proof });
    walk.on('2022-03-31');
    expect(refused(() => act(leader, id, 'approve', { documentNo: '即政字〔2022〕9号', evidence: proof }))).toBe('open');
  });

  test('in review at the turn of a year and revised twice drafts its baseline alone anew, which is no revision', () => {
    const id = planned();
    act(zone, id, 'draft', drafted);
    for (const _time of [1, 2]) act(zone, id, 'revise', { reason: because });
    act(zone, id, 'publish', { evidence: proof });
    act(zone, id, 'hear', { objections: 0, answered: 0, consents: consenting(90) });
    walk.on('2021-12-20');
    act(zone, id, 'submit');
    act(industry, id, 'note', { notes, evidence: proof });
    walk.on('2022-01-10');
    const freeze = () => act(tax, id, 'freeze', { evidence: proof });
    expect([refused(freeze), refused(() => act(leader, id, 'returnToPlan', { reason: because }))]).toEqual(['baselineOld', 'revisedOut']);
    expect(refused(() => act(zone, id, 'draftBase', baseOf(2020)))).toBe('baseYearsOther');
    expect(act(zone, id, 'draftBase', baseOf(2021))).toMatchObject({ stage: 'reviewed', facts: { revisions: 2, baseTaxPerMu: 12.1, goal: drafted.goal } });
    freeze();
    expect(refused(() => act(leader, id, 'approve', { documentNo: '即政字〔2022〕9号', evidence: proof }))).toBe('open');
  });

  test('begins vacating with 80 % signed and no seizure, and is not vacated on paper', () => {
    const id = approved();
    expect(refused(() => act(zone, id, 'sign', agreed(102)))).toBe('signedMore');
    expect(refused(() => act(zone, id, 'sign', { agreements: [{ owner: '业主甲', kind: 'reserve', area: 1000, ...terms, signedOn: '2021-03-17' }] }))).toBe('signedLater');
    expect(act(zone, id, 'sign', agreed(79)).facts).toMatchObject({ signedShare: 79, isUnseized: true });
    expect(refused(() => act(zone, id, 'beginVacating'))).toBe('signedFew');
    act(zone, id, 'sign', agreed(80, true));
    expect(refused(() => act(zone, id, 'beginVacating'))).toBe('seizedStill');
    act(zone, id, 'sign', agreed(80));
    act(zone, id, 'beginVacating');
    act(zone, id, 'vacate', { vacatings: [{ owner: '业主甲', vacatedOn: '2021-03-16' }], evidence: proof });
    const handOver = (handover: readonly string[], changesUse = false) => refused(() => act(zone, id, 'handOver', { handover, changesUse, permitNo: '37021', evidence: proof }));
    expect(handOver(['slip', 'staff'])).toBe('handoverOpen');
    expect(handOver(['slip', 'meters', 'staff'])).toBe('handoverOpen');
    expect(handOver(['slip', 'meters', 'staff', 'invoices'], true)).toBe('handoverOpen');
    expect(handOver(['slip', 'meters', 'staff', 'invoices', 'soil'], true)).toBe('open');
  });

  describe('while it is vacated', () => {
    const rows = (...agreements: readonly object[]) => agreements.map((row, at) => ({ owner: ['业主甲', '业主乙', '业主丙'][at], kind: 'reserve', area: 30 * mu, ...terms, ...row }));
    const vacating = (...agreements: readonly object[]): string => {
      const id = approved();
      act(zone, id, 'sign', { agreements: rows(...agreements) });
      return act(zone, id, 'beginVacating').id;
    };
    const out = (id: string, ...vacatings: readonly object[]) => act(zone, id, 'vacate', { vacatings, evidence: proof });
    const handOver = (id: string) => refused(() => act(zone, id, 'handOver', { handover: ['slip', 'meters', 'staff', 'invoices'], permitNo: '370215202100001', evidence: proof }));

    test('has an agreement that says until when, for what and at what cost of delay; who rebuilds on his own land may stay', () => {
      const id = approved();
      const sign = (...agreements: readonly object[]) => refused(() => act(zone, id, 'sign', { agreements: rows(...agreements) }));
      for (const term of ['vacateBy', 'compensation', 'dailyRate']) expect([term, sign({ [term]: undefined })]).toEqual([term, 'termsMissing']);
      expect(sign({ kind: 'rebuild', vacateBy: undefined, compensation: undefined, dailyRate: undefined })).toBe('open');
      expect(sign({ kind: 'rebuild', dailyRate: undefined })).toBe('termsMissing');
      expect(sign({ signedOn: undefined, vacateBy: undefined })).toBe('open');
      expect(sign({ vacateBy: '2021-03-14' })).toBe('vacateEarly');
      expect(sign({}, { owner: '业主甲' })).toBe('ownerTwice');
    });

    test('runs until the last day of its agreements, and is late after it', () => {
      const id = vacating({}, {}, { vacateBy: '2021-04-30' });
      walk.on('2021-04-30');
      expect(walk.isLate(id)).toBe(false);
      walk.on('2021-05-01');
      expect(walk.isLate(id)).toBe(true);
    });

    test('is handed over once every owner who leaves is out', () => {
      const id = vacating({}, {}, { kind: 'rebuild', vacateBy: undefined });
      expect(handOver(id)).toBe('ownersStay');
      expect(out(id, { owner: '业主甲', vacatedOn: '2021-03-16' }, { owner: '业主乙' }).facts).toMatchObject({ damagesDue: 0 });
      expect(handOver(id)).toBe('ownersStay');
      out(id, { owner: '业主甲', vacatedOn: '2021-03-16' }, { owner: '业主乙', vacatedOn: '2021-03-16' });
      expect(handOver(id)).toBe('open');
    });

    test('costs who is late by the day, up to a share of his compensation, and waits until that is settled', () => {
      const id = vacating({}, {}, { dailyRate: 50 });
      walk.on('2021-06-30');
      // 1,000,000 yuan: ten days at 5 in 10,000 are 5,000; a hundred and two at 50 would be 510,000 and are capped at 300,000; still there is late until today.
      const late = [{ owner: '业主甲', vacatedOn: '2021-03-30' }, { owner: '业主乙', vacatedOn: '2021-03-20' }, { owner: '业主丙' }];
      expect(out(id, ...late).facts).toMatchObject({ vacatings: [{ daysLate: 10, damages: 500_000 }, { daysLate: 0, damages: 0 }, { daysLate: 102, damages: 30_000_000 }], damagesDue: 30_500_000, damagesPaid: 0 });
      expect(handOver(id)).toBe('ownersStay');
      const gone = (...settled: readonly object[]) => late.map((row, at) => ({ ...row, vacatedOn: row.vacatedOn ?? '2021-06-30', ...settled[at] }));
      out(id, ...gone());
      expect(handOver(id)).toBe('defaultOpen');
      expect(refused(() => out(id, ...gone({ settled: 'paid' })))).toBe('settledUnproved');
      out(id, ...gone({ settled: 'paid', proofNo: '收据2021-07' }));
      expect(handOver(id)).toBe('defaultOpen');
      expect(out(id, ...gone({ settled: 'paid', proofNo: '收据2021-07' }, {}, { settled: 'court', proofNo: '（2021）鲁0215民初1号' })).facts).toMatchObject({ damagesDue: 30_500_000, damagesPaid: 500_000 });
      expect(handOver(id)).toBe('open');
    });

    test('is told of owners with an agreement to leave alone, each once and on a day that has come', () => {
      const id = vacating({}, {}, { kind: 'rebuild', vacateBy: undefined });
      expect(refused(() => out(id, { owner: '业主丁', vacatedOn: '2021-03-16' }))).toBe('vacatingUnknown');
      expect(refused(() => out(id, { owner: '业主丙', vacatedOn: '2021-03-16' }))).toBe('vacatingUnknown');
      expect(refused(() => out(id, { owner: '业主甲', vacatedOn: '2021-03-16' }, { owner: '业主甲' }))).toBe('ownerTwice');
      expect(refused(() => out(id, { owner: '业主甲', vacatedOn: '2021-03-17' }))).toBe('vacatedLater');
    });
  });

  test('is accepted with 60 % occupied, and doubled by the first full year after, on the same boundary', () => {
    const id = filling();
    expect(walk.get(id).facts).toMatchObject({ addedFloor: 90_000, newFar: 1.95 });
    act(zone, id, 'fill', { typedOccupancy: 59, typedArrivals: 20, typedMovedIn: 8 });
    expect(refused(() => act(industry, id, 'accept', { evidence: proof }))).toBe('occupancyLow');
    act(zone, id, 'fill', { typedOccupancy: 75, typedArrivals: 28, typedMovedIn: 8 });
    act(industry, id, 'accept', { evidence: proof });
    walk.on('2024-01-10');
    const result = (input: object) => () => act(tax, id, 'result', { year: 2023, tax: 2_640_000_000, output: 50_000_000_000, source: '税务入库数', isSameBoundary: true, evidence: proof, ...input });
    expect(refused(result({ year: 2024 }))).toBe('resultNotActual');
    expect(refused(result({ isSameBoundary: false }))).toBe('boundaryChanged');
    result({ year: 2022, tax: 9_000_000_000 })();
    // The year of acceptance is no full year.
    expect(refused(() => act(industry, id, 'evaluate'))).toBe('notFullYear');
    result({})();
    expect(refused(result({}))).toBe('resultTwice');
    expect(act(industry, id, 'evaluate').facts).toMatchObject({ afterYear: 2023, afterTaxPerMu: 26.4, multiple: 2.18, outputMultiple: 2.38, isDoubled: true });
  });

  test('is as full as its units say, and typed only where it has none', () => {
    const id = filling();
    const fill = (input: object = {}) => () => act(zone, id, 'fill', input).facts;
    expect(refused(fill())).toBe('fillMissing');
    expect(refused(fill({ typedOccupancy: 50, typedArrivals: 2 }))).toBe('fillMissing');
    const unit = (nth: number, stage: string, netArea: number, facts: object = {}) => walk.put(90 + nth, 'floorUnit', stage, { plan: id, netArea, ...facts });
    // By the drawings alone, and of another plan: neither is there to be let.
    unit(1, 'drawn', 9000);
    unit(2, 'vacant', 9000, { plan: 'elsewhere' });
    expect(refused(fill({ typedOccupancy: 50, typedArrivals: 2, typedMovedIn: 0 }))).toBe('open');
    unit(3, 'occupied', 3000, { tenant: 'a' });
    unit(4, 'occupied', 1500, { tenant: 'a' });
    unit(5, 'occupied', 1500, { tenant: 'b', isMovedIn: true });
    unit(6, 'vacant', 2000);
    expect(refused(fill({ typedOccupancy: 90 }))).toBe('fillKnown');
    expect(fill()()).toMatchObject({ occupancy: 75, arrivals: 1, movedIn: 1 });
  });

  test('keeps a forecast apart from what is: 105 times is a forecast, and no multiple', () => {
    const { id } = open();
    act(zone, id, 'survey', { coverage: 96, evidence: proof });
    act(zone, id, 'chooseMode', { diagnosis: approvedDiagnosis(), primary: 'M3' });
    act(zone, id, 'draft', { ...drafted, baseYears: baseYears.map((row) => ({ ...row, tax: 40_000_000 })) });
    act(zone, id, 'publish', { evidence: proof });
    act(zone, id, 'hear', { objections: 0, answered: 0, consents: consenting(90) });
    walk.on('2021-03-16');
    act(zone, id, 'submit');
    expect(refused(() => act(zone, id, 'forecast', { forecastTax: 4_200_000_000, forecastBasis: '按满产测算', evidence: proof }))).toBe('gateClosed');
    act(tax, id, 'freeze', { evidence: proof });
    const { facts } = act(zone, id, 'forecast', { forecastTax: 4_200_000_000, forecastBasis: '按满产测算', evidence: proof });
    expect([facts['forecastMultiple'], facts['multiple'], facts['afterTaxPerMu']]).toEqual([105, undefined, undefined]);
  });

  test('of a second development tells the return of its own plan of spending, rents and sales', () => {
    const id = approved();
    const cashPlan = [{ year: 2021, spent: 100_000_000_000 }, { year: 2022, rent: 10_000_000_000 }, { year: 2023, sale: 109_000_000_000 }];
    expect(act(zone, id, 'recordMode', { cashPlan }).facts['returnRate']).toBe(9.52);
    expect(act(zone, id, 'recordMode', { cashPlan: cashPlan.slice(0, 1) }).facts['returnRate']).toBeUndefined();
  });

  test('accepted before the platform is taken over with its three years, frozen at once', () => {
    const take = (change: object = {}) => walk.file(industry, 'renewalPlan', 'takeOver', { name: '园中园项目', park, body: 'jinshan-park', area: 100 * mu, primary: 'M5', approvedOn: '2017-05-01', acceptedOn: '2019-11-20', goal: '业主利用自有土地建设园中园', money, baseYears: baseYears.map((row) => ({ ...row, year: row.year - 4 })), baseFar: 0.6, baseFloor: 40_000, baseFirms: 1, newFar: 1.5, builtFloor: 60_000, demolishedFloor: 0, targetTaxPerMu: 24, evidence: [...proof, { ...proof[0], hash: 'b'.repeat(64) }], ...change });
    expect(refused(() => take({ baseYears }))).toBe('baseYearsOther');
    expect(refused(() => take({ acceptedOn: '2021-03-02' }))).toBe('acceptedLater');
    expect(refused(() => take({ approvedOn: '2019-11-20' }))).toBe('datesTurned');
    expect(refused(() => take({ approvedOn: '2018-05-01' }))).toBe('baseYearsOther');
    const taken = take();
    expect(taken.facts).toMatchObject({ frozenOn: '2021-03-01', isStock: true, addedFloor: 60_000 });
    act(tax, taken.id, 'result', { year: 2020, tax: 2_640_000_000, output: 50_000_000_000, source: '税务入库数', isSameBoundary: true, evidence: proof });
    expect(act(industry, taken.id, 'evaluate').facts['multiple']).toBe(2.18);
  });

  test('withdrawn gives its park back', () => {
    const id = approved();
    act(leader, id, 'withdraw', { reason: because });
    expect(walk.get(park).facts['plan']).toBeUndefined();
    expect(refused(() => open())).toBe('open');
  });
});

test('land brought back counts once a parcel and year, and not while it is vacated on paper', () => {
  const parcel = walk.put(71, 'parcel', 'held', { name: '宗地', town: 'jinshan-park', area: 200 * mu, park });
  const plan = walk.put(72, 'renewalPlan', 'contracted', { name: '更新', primary: 'M4', approvedOn: '2021-01-20' });
  const proposed = walk.put(73, 'renewalPlan', 'planned', { name: '更新', primary: 'M4' });
  expect(refused(() => walk.file(people.natural, 'landReactivation', 'find', { name: '盘活', parcel, stock: 'inefficient', plan: proposed }))).toBe('planNotApproved');
  const until = (steps: number): string => {
    const { id } = walk.file(people.natural, 'landReactivation', 'find', { name: '盘活', parcel, stock: 'inefficient', plan });
    const rest = [['verify', { farBefore: 0.6, evidence: proof }], ['plan', { way: 'state', decision: '国企收购改造' }], ['agree', { evidence: proof }]] as const;
    for (const [action, input] of rest.slice(0, steps)) act(people.natural, id, action, input);
    return id;
  };
  const id = until(3);
  expect(refused(() => act(zone, id, 'vacate', { metersOff: true, staffGone: false, invoicesGone: true, evidence: proof }))).toBe('vacatedOnPaper');
  expect(refused(() => act(zone, id, 'vacate', { metersOff: true, staffGone: true, invoicesGone: false, evidence: proof }))).toBe('vacatedOnPaper');
  act(zone, id, 'vacate', { metersOff: true, staffGone: true, invoicesGone: true, evidence: proof });
  expect(refused(() => act(zone, id, 'rebuild', { farAfter: 0.5, newQuota: 0 }))).toBe('farFallen');
  expect(act(zone, id, 'rebuild', { farAfter: 1.5, newQuota: 0 }).facts).toMatchObject({ addedFloor: 120_000, isZeroAdded: true });
  const reuse = (of: string, input: object) => () => act(people.natural, of, 'reuse', { evidence: proof, ...input });
  expect(refused(reuse(id, { basis: 'permit', permitShare: 79 }))).toBe('permitPartial');
  const { facts } = reuse(id, { basis: 'permit', permitShare: 80 })();
  expect([facts['mode'], facts['countKey']]).toEqual(['M4', `${parcel} 2021`]);
  // The store refuses the second of the same key (unique).
  expect(reuse(until(3), { basis: 'contract' })().facts['countKey']).toBe(facts['countKey']);
  // A plan withdrawn meanwhile gives its mode to nothing that is counted later.
  const late = until(3);
  walk.put(72, 'renewalPlan', 'withdrawn', { name: '更新', primary: 'M4', approvedOn: '2021-01-20' });
  expect([walk.get(late).facts['mode'], reuse(late, { basis: 'contract' })().facts['mode']]).toEqual(['M4', undefined]);
});

test('an upgrade is accepted on what it changed: 53.3 % from 0.90 to 1.38', () => {
  const enterprise = walk.put(81, 'enterprise', 'listed', { name: '纺织企业', industry: 'C1781' });
  const renewal = walk.put(82, 'renewalPlan', 'contracted', { name: '更新', primary: 'M4', approvedOn: '2021-01-20' });
  const plan = { name: '数字化改造', enterprise, plan: renewal, levelBefore: 1, before: 0.9 };
  const proposed = walk.put(83, 'renewalPlan', 'planned', { name: '更新', primary: 'M4' });
  expect(refused(() => walk.file(industry, 'digitalUpgrade', 'plan', { ...plan, plan: proposed }))).toBe('planNotApproved');
  expect(refused(() => walk.file(industry, 'digitalUpgrade', 'plan', { ...plan, vendor: enterprise }))).toBe('vendorRelated');
  const { id } = walk.file(industry, 'digitalUpgrade', 'plan', plan);
  act(industry, id, 'run');
  const accept = (change: object = {}) => () => act(industry, id, 'accept', { levelAfter: 2, scenes: ['mes', 'erp'], online: 70, logDays: 90, hours: 10_000, output: 13_800, period: '2021-Q2', source: '企业能效平台', evidence: proof, ...change });
  expect(refused(accept())).toBe('trialShort');
  walk.on('2021-05-30');
  for (const short of [{ levelAfter: 1 }, { scenes: ['mes'] }, { online: 59 }, { logDays: 89 }]) expect(refused(accept(short))).toBe('notMet');
  expect(accept()().facts).toMatchObject({ uplift: 53.3, expected: 9000, isTextile: true, mode: 'M4' });
});
