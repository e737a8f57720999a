import { beforeEach, expect, test } from 'vitest';
import { answerIn } from '#test/figure-in-memory.ts';
import { because, parkCounty, people, proof } from '#test/parks.ts';
import { mu } from '#kernel/area.ts';
import type { Matter } from '#kernel/matter.ts';
import { findMechanism, mechanisms } from '../mechanisms.ts';

// The further year-end figures of parks.md §10.1, each by its exact definition.

const wan = 1_000_000;
const { natural, industry, zone, tax } = people;
let walk: ReturnType<typeof parkCounty>;

beforeEach(() => {
  walk = parkCounty('2021-12-28');
});

function answer(key: string, asOf = '2021-12-31'): number | null {
  const figure = mechanisms.flatMap(({ figures }) => figures).find((each) => each.key === key)!;
  return answerIn(figure, findMechanism(figure.mechanism)!.record, [...walk.matters.values()].filter(({ mechanism }) => mechanism === figure.mechanism), asOf).value;
}

/** A published sheet: 万元 of tax, 亩 of land, and both of the year before. */
function sheet(nth: number, publishedOn: string, [taxed, land]: readonly [number, number], before?: readonly [number, number], more: Matter['facts'] = {}): void {
  const earlier = before === undefined ? {} : { taxBefore: before[0] * wan, landBefore: before[1] * mu };
  walk.put(nth, 'evaluationSheet', 'final', { name: `企业${nth}`, scope: 'above', class: 'B', publishedOn, tax: taxed * wan, land: land * mu, ...earlier, ...more });
}

test('the yield of the district is sum over sum, its change is against all of last year, and like for like against those of both years', () => {
  sheet(1, '2020-07-07', [900, 30]);
  sheet(2, '2020-07-07', [100, 50]);
  sheet(3, '2020-07-07', [200, 20]);
  sheet(4, '2021-07-20', [990, 30], [900, 30]);
  sheet(5, '2021-07-20', [140, 70], [100, 50]);
  // New this year; the third of last year is gone; one below size is none of them.
  sheet(6, '2021-07-20', [400, 20]);
  sheet(7, '2021-07-20', [999, 10], undefined, { scope: 'below' });
  expect(answer('evaluation.taxPerMu')).toBeCloseTo(1530 / 120, 9);
  // Not the mean of 33, 2 and 20.
  expect(answer('evaluation.taxPerMu')).not.toBeCloseTo(55 / 3, 1);
  expect(answer('evaluation.taxPerMuChange')).toBeCloseTo(100 * (1530 / 120 / (1200 / 100) - 1), 9);
  expect(answer('evaluation.taxPerMuLike')).toBeCloseTo(100 * (1130 / 100 / (1000 / 80) - 1), 9);
  expect(answer('evaluation.taxPerMuChange', '2020-12-31')).toBeNull();
});

test('the evaluated of a year are its classes and its ungraded, and last year’s are not among them', () => {
  sheet(1, '2020-07-07', [1, 1], undefined, { class: 'A' });
  for (const [nth, band] of ['A', 'B', 'B', 'C', 'D'].entries()) sheet(10 + nth, '2021-07-20', [1, 1], undefined, { class: band });
  sheet(20, '2021-07-20', [1, 1], undefined, { class: 'B', isUngraded: true });
  const counted = ['evaluation.classA', 'evaluation.classB', 'evaluation.classC', 'evaluation.classD', 'evaluation.ungraded'].map((key) => answer(key));
  expect([answer('evaluation.evaluated'), ...counted]).toEqual([6, 1, 2, 1, 1, 1]);
});

test('inefficient land is dealt with once: by the reuse of its parcel, or when it is delisted', () => {
  const [one, two] = [walk.put(1, 'parcel', 'held', { name: '甲', area: 30 * mu, town: 'jinshan-park' }), walk.put(2, 'parcel', 'held', { name: '乙', area: 20 * mu, town: 'jinshan-park' })];
  const listed = walk.put(3, 'inefficientLand', 'planned', { name: '甲', parcel: one, area: 30 * mu, listedOn: '2020-06-01' });
  const repaired = walk.put(4, 'inefficientLand', 'repaired', { name: '乙', parcel: two, area: 20 * mu, listedOn: '2019-06-01', repairedOn: '2020-12-01' });
  expect(answer('inefficientLand.disposed')).toBe(0);
  const reactivation = walk.put(5, 'landReactivation', 'agreed', { name: '盘活甲', parcel: one, area: 30 * mu, town: 'jinshan-park' });
  walk.act(natural, reactivation, 'reuse', { basis: 'contract', evidence: proof });
  expect([walk.get(listed).facts['disposedOn'], walk.get(listed).stage, answer('inefficientLand.disposed')]).toEqual(['2021-12-28', 'planned', 30]);
  walk.act(natural, repaired, 'delist');
  expect(answer('inefficientLand.disposed')).toBeCloseTo(50, 6);
  // Delisted a year later it is not counted again.
  walk.act(industry, listed, 'repair', { evidence: proof });
  walk.on('2022-12-30').act(natural, listed, 'delist');
  expect([walk.get(listed).facts['delistedOn'], answer('inefficientLand.disposed', '2022-12-31')]).toEqual(['2022-12-30', 0]);
});

test('capacity, tenants, new ones and those moved within the district are four numbers', () => {
  const firms = ['甲', '乙', '丙'].map((name, at) => walk.put(1 + at, 'enterprise', 'listed', { name, industry: 'C3511' }));
  const park = walk.put(10, 'park', 'active', { name: '园' });
  const parcel = walk.put(11, 'parcel', 'held', { name: '宗地', area: 20_000, floorArea: 30_000, far: 1.5, vacantFloor: 30_000, park });
  const building = walk.put(12, 'building', 'standing', { name: '楼', parcel, floorArea: 9000, vacant: 9000 });
  for (const [nth, use] of ['production', 'production', 'office', 'production'].entries()) walk.put(20 + nth, 'floorUnit', 'vacant', { unitNo: `U-${nth}`, building, park, mode: 'M6', isStandard: nth < 3, netArea: 1500, storey: 2, use });
  const unit = (nth: number) => [...walk.matters.values()].find(({ facts }) => facts['unitNo'] === `U-${nth}`)!.id;
  const come = (nth: number, enterprise: string | undefined, isMovedIn: boolean) => walk.file(zone, 'occupation', 'begin', { name: '入驻', enterprise, parcel, building, unit: unit(nth), kind: 'rent', floor: 1000, fromDay: '2021-06-01', ...(isMovedIn ? { isMovedIn } : {}) }).id;
  come(0, firms[0], false);
  const moved = come(1, firms[1], true);
  come(2, firms[2], false);
  const all = () => ['capacity', 'occupied', 'tenants', 'newTenants', 'movedTenants'].map((key) => answer(`floorUnit.${key}`));
  expect(all()).toEqual([3, 3, 2, 1, 1]);
  walk.act(zone, moved, 'end');
  expect(all()).toEqual([3, 2, 1, 1, 0]);
});

test('private capital is a share of the money and leaves government funds out', () => {
  const at = { name: '更新', approvedOn: '2021-05-01' };
  walk.put(1, 'renewalPlan', 'contracted', { ...at, invest: 900 * wan, privateInvest: 100 * wan });
  walk.put(2, 'renewalPlan', 'contracted', { ...at, invest: 100 * wan, privateInvest: 100 * wan });
  walk.put(3, 'renewalPlan', 'planned', { name: '更新', invest: 500 * wan, privateInvest: 500 * wan });
  expect(answer('renewalPlan.privateShare')).toBe(20);
  const plan = walk.put(4, 'renewalPlan', 'contracted', { ...at, body: 'jinshan-park' });
  expect(walk.act(industry, plan, 'closeMoney', { money: [{ source: 'guidance', amount: 60 * wan, isClosed: true }, { source: 'fund', amount: 40 * wan }] }).facts).toMatchObject({ invest: 100 * wan, privateInvest: 40 * wan });
});

test('a renewal with a full year that nobody reckons is none that doubled', () => {
  const accepted = { name: '更新', area: 100 * mu, body: 'jinshan-park', acceptedOn: '2019-12-01', approvedOn: '2017-05-01', baseTaxPerMu: 10, baseOutputPerMu: 100 };
  const [one, two] = [walk.put(1, 'renewalPlan', 'accepted', accepted), walk.put(2, 'renewalPlan', 'accepted', accepted)];
  const row = { output: 50_000 * wan, source: '税务入库数', isSameBoundary: true, evidence: proof };
  expect(answer('renewalPlan.doubled')).toBeNull();
  walk.act(tax, one, 'result', { ...row, year: 2020, tax: 2500 * wan });
  walk.act(industry, one, 'evaluate');
  expect(answer('renewalPlan.doubled')).toBe(100);
  walk.act(tax, two, 'result', { ...row, year: 2020, tax: 1100 * wan });
  expect(answer('renewalPlan.doubled')).toBe(50);
  walk.act(tax, two, 'result', { ...row, year: 2020, tax: 2100 * wan, reason: because });
  expect([walk.act(industry, two, 'evaluate').facts['multiple'], answer('renewalPlan.doubled')]).toEqual([2.1, 100]);
});
