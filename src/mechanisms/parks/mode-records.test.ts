import { beforeEach, describe, expect, test } from 'vitest';
import { answerIn } from '#test/figure-in-memory.ts';
import { because, parkCounty, people, proof, refused } from '#test/parks.ts';
import { mu } from '#kernel/area.ts';
import { findMatterDueDay } from '#kernel/matter.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import { evaluationSheet } from './evaluation-sheet/evaluation-sheet.ts';
import { pathRows } from './renewal-plan/path.ts';
import { renewalPlan } from './renewal-plan/renewal-plan.ts';

// What single modes keep beside the plan (parks.md §8), the path to the target, and what comes after a failed acceptance.

const { industry, zone, tax, finance, leader } = people;
const wan = 1_000_000;
let walk: ReturnType<typeof parkCounty>;

beforeEach(() => {
  walk = parkCounty();
});

const plan = (primary: string, more: Matter['facts'] = {}, stage = 'contracted') => walk.put(1, 'renewalPlan', stage, { name: '更新项目', primary, body: 'jinshan-park', area: 100 * mu, approvedOn: '2021-01-20', baseTaxPerMu: 12.1, baseOutputPerMu: 210, ...more });
const keep = (id: string, records: object) => walk.act(zone, id, 'recordMode', records).facts;

describe('the records of the modes', () => {
  test('a list of functions handed over says the share of the core before and after', () => {
    expect(keep(plan('M1'), { functions: [{ item: '信访接待', from: 'jinshan-park', to: 'industry', on: '2021-02-01', staff: 6 }], coreBefore: 46, coreAfter: 82 })).toMatchObject({ coreBefore: 46, coreAfter: 82, functions: [{ staff: 6 }] });
  });

  test('of a second development tell the return of its own plan of spending, rents and sales', () => {
    const id = plan('M3');
    const cashPlan = [{ year: 2021, spent: 100_000_000_000 }, { year: 2022, rent: 10_000_000_000 }, { year: 2023, sale: 109_000_000_000 }];
    expect(keep(id, { cashPlan })['returnRate']).toBe(9.52);
    expect(keep(id, { cashPlan: cashPlan.slice(0, 1) })['returnRate']).toBeUndefined();
  });

  test('a replacement says where the old one went, what it leaves behind, and the days between from its two dates', () => {
    const id = plan('M4');
    const row = { out: '某印染厂', how: 'away', outOn: '2021-01-01', into: '智能装备项目', inOn: '2021-02-28', staff: 210, emission: 3.2, energy: 5400 };
    expect(keep(id, { replacements: [{ ...row, days: 7 }] })['replacements']).toEqual([{ ...row, days: 58 }]);
    expect(refused(() => keep(id, { replacements: [{ ...row, inOn: '2020-12-31' }] }))).toBe('datesOfReplacement');
  });

  test('an inner park is a parcel of this park with its owner, land, floor and tenants as the registers have them', () => {
    const [park, other] = [walk.put(10, 'park', 'active', { name: '园', industrial: 600_000 }), walk.put(11, 'park', 'active', { name: '他园' })];
    const owner = walk.put(12, 'enterprise', 'listed', { name: '业主' });
    const parcel = walk.put(13, 'parcel', 'held', { name: '宗地', park, user: owner, area: 57_467, floorArea: 61_000 });
    const away = walk.put(14, 'parcel', 'held', { name: '外宗地', park: other, area: 57_467 });
    for (const nth of [0, 1, 2]) walk.put(20 + nth, 'occupation', nth === 2 ? 'ended' : 'running', { enterprise: nth === 0 ? owner : `e${nth}`, parcel, kind: nth === 0 ? 'own' : 'rent' });
    const inner = [{ duty: '安全生产责任制', isMet: true }];
    const id = plan('M5', { park });
    expect(walk.act(zone, id, 'recordInner', { innerParcel: parcel, inner }).facts).toMatchObject({ innerOwner: owner, innerArea: 57_467, innerFloor: 61_000, innerTenants: 1 });
    expect(refused(() => walk.act(zone, id, 'recordInner', { innerParcel: away, inner }))).toBe('innerElsewhere');
    expect(refused(() => walk.act(zone, plan('M3', { park }), 'recordInner', { innerParcel: parcel, inner }))).toBe('notInner');
    // Its land lies in the park and is added to none of its areas.
    expect(walk.get(park).facts['industrial']).toBe(600_000);
  });

  test('platforms are kept firm by firm with their trade', () => {
    const firm = walk.put(12, 'enterprise', 'listed', { name: '企业' });
    expect(keep(plan('M7'), { platforms: [{ platform: '综合保税区', service: '保税研发', enterprise: firm, trade: 120_000 * wan }] })['platforms']).toMatchObject([{ enterprise: firm, trade: 120_000 * wan }]);
  });

  test('partners of an enclave share no more than the whole of its capital and of its benefits', () => {
    const id = plan('M8');
    const rows = [{ partner: '甲', region: '合作地区', share: 40, term: 20, split: 50 }, { partner: '乙', region: '本区', share: 60, term: 20, split: 50 }];
    expect(refused(() => keep(id, { partners: [rows[0], { ...rows[1], share: 61 }] }))).toBe('sharesOver');
    expect(refused(() => keep(id, { partners: [rows[0], { ...rows[1], split: 51 }] }))).toBe('sharesOver');
    expect(refused(() => keep(id, { partners: rows }))).toBe('open');
  });

  test('an enclave shares 750 of 3,000 at half and half, year by year, and no other plan does', () => {
    const id = plan('M8');
    const share = (given: object) => walk.act(finance, id, 'shareTax', { year: 2020, tax: 3000 * wan, kept: 50, split: 50, evidence: proof, ...given }).facts;
    expect(share({})['partnerTax']).toBe(750 * wan);
    expect(refused(() => share({ tax: 1 }))).toBe('resultTwice');
    expect(refused(() => share({ year: 2021 }))).toBe('resultNotActual');
    expect(share({ year: 2019, tax: 1000 * wan })).toMatchObject({ partnerTax: 750 * wan, sharedTax: [{ year: 2019, received: 250 * wan }, { year: 2020, received: 750 * wan }] });
    expect(refused(() => walk.act(finance, plan('M3'), 'shareTax', { year: 2020, tax: 1, kept: 50, split: 50, evidence: proof }))).toBe('notEnclave');
  });

  test('what an enclave shares is never added to the tax of the district', () => {
    const district = evaluationSheet.figures.find(({ key }) => key === 'evaluation.taxPerMu')!;
    const shared = renewalPlan.figures.find(({ key }) => key === 'renewalPlan.partnerTax')!;
    walk.put(30, 'evaluationSheet', 'final', { scope: 'above', publishedOn: '2021-02-01', tax: 900 * wan, land: 30 * mu });
    const of = ({ mechanism }: typeof district, record: typeof evaluationSheet.record | typeof renewalPlan.record, figure: typeof district) => answerIn(figure, record, [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism), '2021-12-31').value;
    const before = of(district, evaluationSheet.record, district);
    walk.act(finance, plan('M8'), 'shareTax', { year: 2020, tax: 3000 * wan, kept: 50, split: 50, evidence: proof });
    expect([of(district, evaluationSheet.record, district), of(shared, renewalPlan.record, shared)]).toEqual([before, 750]);
    expect(before).toBeCloseTo(30, 9);
  });
});

describe('the path to the target', () => {
  const drafted = { goal: '建设二次开发示范园区', risk: '招商不及预期，分期推进', actions: [{ action: '收购低效厂房' }], milestones: [{ milestone: '开工' }], money: [{ source: 'fund', amount: wan }], targetTaxPerMu: 25, baseYears: [2018, 2019, 2020].map((year) => ({ year, tax: 1210 * wan, output: 21_000 * wan })), baseFar: 0.6, baseFloor: 40_000, baseFirms: 3 };
  const path = (...rows: readonly (readonly [number, number])[]) => rows.map(([year, taxPerMu]) => ({ year, taxPerMu }));

  test('begins after the baseline, has each year once, and ends at the target', () => {
    const draft = (targetPath: object) => refused(() => walk.act(zone, plan('M3', {}, 'planned'), 'draft', { ...drafted, targetPath }));
    expect(draft([])).toBe('badInput');
    expect(draft(path([2020, 12], [2023, 25]))).toBe('pathOff');
    expect(draft(path([2022, 15], [2022, 25]))).toBe('pathOff');
    expect(draft(path([2022, 15], [2023, 24]))).toBe('pathOff');
    // While it is rebuilt a park may well yield less than before.
    expect(draft(path([2023, 25], [2022, 3]))).toBe('open');
  });

  test('revised with its target has to end there again', () => {
    const id = plan('M3', {}, 'planned');
    walk.act(zone, id, 'draft', { ...drafted, targetPath: path([2022, 15], [2023, 25]) });
    expect(refused(() => walk.act(zone, id, 'revise', { targetTaxPerMu: 30, reason: because }))).toBe('pathOff');
    expect(refused(() => walk.act(zone, id, 'revise', { targetTaxPerMu: 30, targetPath: path([2023, 30]), reason: because }))).toBe('open');
  });

  test('holds each year against what it really brought, and says nothing of a year without actual figures', () => {
    expect(pathRows({ area: 100 * mu, targetPath: path([2024, 25], [2023, 20]), results: [{ year: 2023, tax: 2640 * wan }] })).toEqual([{ year: 2023, target: 20, actual: 26.4 }, { year: 2024, target: 25, actual: undefined }]);
  });
});

describe('after the works', () => {
  test('the works have a limit of three years', () => {
    const id = plan('M3', {}, 'vacated');
    walk.act(zone, id, 'handOver', { handover: ['slip', 'meters', 'staff', 'invoices'], permitNo: '37021', evidence: proof });
    expect(findMatterDueDay(chinaCalendar, walk.get(id))).toBe('2024-02-29');
  });

  test('what falls short is made good within a year before it is accepted', () => {
    const id = plan('M3', { occupancy: 70, newFar: 1.4, targetFar: 1.5 }, 'filling');
    const accept = () => walk.act(industry, id, 'accept', { evidence: proof });
    expect(refused(accept)).toBe('farLow');
    expect(findMatterDueDay(chinaCalendar, walk.act(industry, id, 'rectify', { shortcomings: ['far'], reason: because }))).toBe('2022-03-01');
    walk.matters.set(id, { ...walk.get(id), facts: { ...walk.get(id).facts, newFar: 1.5 } });
    expect(accept()).toMatchObject({ stage: 'accepted', facts: { acceptedOn: '2021-03-01' } });
    expect([walk.get(id).facts['shortcomings'], findMatterDueDay(chinaCalendar, walk.get(id))]).toEqual([undefined, undefined]);
  });

  test('the third full year is compared with the same baseline once it is there', () => {
    const id = plan('M3', { acceptedOn: '2016-12-01', results: [{ year: 2017, tax: 2640 * wan, output: 1 }], multiple: 2.18 }, 'evaluated');
    expect(refused(() => walk.act(industry, id, 'evaluateLater'))).toBe('notLaterYear');
    walk.act(tax, id, 'result', { year: 2019, tax: 3025 * wan, output: 1, source: '税务入库数', isSameBoundary: true, evidence: proof });
    expect(walk.act(industry, id, 'evaluateLater').facts).toMatchObject({ laterYear: 2019, laterTaxPerMu: 30.25, laterMultiple: 2.5, multiple: 2.18 });
  });

  test('a plan withdrawn tells who keeps the list of stock land', () => {
    walk.act(leader, plan('M3'), 'withdraw', { reason: because });
    expect(walk.told.map(({ to }) => to)).toContainEqual({ role: 'NATURAL' });
  });
});
