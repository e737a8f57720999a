import { beforeEach, describe, expect, test } from 'vitest';
import { parkCounty, people, proof, refused } from '#test/parks.ts';
import { mu } from '#kernel/area.ts';

// What a diagnosis takes from the registers, and what may be typed only where they hold nothing (parks.md §4).

const { industry, stat, zone } = people;
const outline = { body: 'jinshan-park', level: 'district', kind: 'traditional', planned: 900_000, built: 800_000, industrial: 600_000, supplied: 500_000, inUse: 410_000, floorArea: 372_000, farCap: 1.5, leadIndustry: 'C35' };
const year = { year: 2020, output: 189_000_000_000, tax: 10_890_000_000, firms: 60, aboveScale: 12, highTech: 5, staff: 3000, incidents: 0, source: '统计快报', evidence: proof };
const typed = { typedDistrictTaxPerMu: 20, typedDistrictOutputPerMu: 320, typedOccupancy: 71, typedCdShare: 22, typedOwnBody: false } as const;
const entered = { leadShare: 34, safety: 90 };

let walk: ReturnType<typeof parkCounty>;
let park = '';
beforeEach(() => {
  walk = parkCounty();
  park = parkCalled('金山工业园', 'JM-P3');
});

function parkCalled(name: string, parkNo: string, change: object = {}, snapshot: object = {}): string {
  const { id } = walk.file(industry, 'park', 'register', { name, parkNo, ...outline, ...change });
  walk.act(stat, id, 'snapshot', { ...year, ...snapshot });
  return id;
}
const diagnose = (change: object = {}) => walk.file(zone, 'parkDiagnosis', 'draft', { name: '金山工业园2020年体检', park, year: 2020, ...entered, ...change });
const sourceOf = (facts: Readonly<Record<string, unknown>>, what: string) => (facts['basis'] as readonly { readonly what: string }[]).find((row) => row.what === what);
const without = (name: keyof typeof typed) => Object.fromEntries(Object.entries(typed).filter(([each]) => each !== name));

describe('what no register holds', () => {
  test('is typed, and every number says where it comes from', () => {
    const { facts } = diagnose(typed);
    expect(facts).toMatchObject({ health: 65.24, cdShare: 22, occupancy: 71, ownBody: false });
    for (const what of ['districtTaxPerMu', 'districtOutputPerMu', 'occupancy', 'cdShare', 'ownBody', 'leadShare', 'safety']) expect(sourceOf(facts, what)).toEqual({ what, source: 'typed' });
    expect(sourceOf(facts, 'taxPerMu')).toEqual({ what: 'taxPerMu', source: 'snapshot' });
    expect(sourceOf(facts, 'inefficientShare')).toEqual({ what: 'inefficientShare', source: 'inefficient', of: 0 });
  });

  test('is asked for where the index needs it, and may stay unknown where a mode alone would weigh it', () => {
    for (const name of ['typedDistrictTaxPerMu', 'typedDistrictOutputPerMu', 'typedOccupancy'] as const) expect(() => diagnose(without(name))).toThrow(expect.objectContaining({ code: 'sourceMissing', fields: { [name]: expect.anything() as unknown } }) as Error);
    const { facts } = diagnose(without('typedCdShare'));
    expect(facts).not.toHaveProperty('cdShare');
    expect(sourceOf(facts, 'cdShare')).toBeUndefined();
  });

  test('stays as typed when something else is revised', () => {
    const { id } = diagnose(typed);
    const { facts } = walk.act(zone, id, 'revise', { safety: 80, reason: '安全检查结果更正' });
    expect(facts).toMatchObject({ occupancy: 71, cdShare: 22, districtTaxPerMu: 20, health: 64.24 });
    expect(walk.act(zone, id, 'revise', { typedOccupancy: 61, reason: '入驻率更正' }).facts).toMatchObject({ occupancy: 61, health: 63.24 });
  });
});

describe('a mean of the district', () => {
  test('is that of the snapshots of all parks for the year, sum over sum, and of one park none', () => {
    // 600,000 and 200,000 ㎡ of industrial land: 108.9 and 60 million of tax.
    parkCalled('蓝村园', 'JM-P4', { industrial: 200_000, supplied: 150_000, inUse: 100_000 }, { tax: 6_000_000_000, output: 60_000_000_000 });
    walk.file(industry, 'park', 'register', { name: '没有快照的园', parkNo: 'JM-P5', ...outline });
    const { typedDistrictTaxPerMu: _tax, typedDistrictOutputPerMu: _output, ...rest } = typed;
    expect(() => diagnose(typed)).toThrow(expect.objectContaining({ code: 'sourceKnown', fields: { typedDistrictTaxPerMu: expect.anything() as unknown } }) as Error);
    const { facts } = diagnose(rest);
    expect(facts).toMatchObject({ districtTaxPerMu: 14.08, districtOutputPerMu: 207.5 });
    expect(sourceOf(facts, 'districtTaxPerMu')).toEqual({ what: 'districtTaxPerMu', source: 'snapshots', of: 2 });
  });
});

describe('occupancy', () => {
  beforeEach(() => {
    walk.put(1, 'parcel', 'held', { park, area: 20_000, floorArea: 30_000 });
    walk.put(2, 'parcel', 'held', { park, area: 20_000, floorArea: 10_000 });
    // Taken into the reserve, and of another park.
    walk.put(3, 'parcel', 'reserved', { park, area: 20_000, floorArea: 90_000 });
    walk.put(4, 'parcel', 'held', { park: 'elsewhere', area: 20_000, floorArea: 90_000 });
  });
  const stay = (nth: number, parcel: string, floor: number, days: object, stage = 'running') => walk.put(nth, 'occupation', stage, { park, parcel, floor, fromDay: '2018-01-01', ...days });
  const parcelId = (nth: number) => [...walk.matters.values()].filter(({ mechanism }) => mechanism === 'parcel')[nth]?.id ?? '';

  test('is the floor taken at the end of the year over the floor of the parcels in use', () => {
    stay(11, parcelId(0), 18_000, {});
    stay(12, parcelId(1), 10_000, { endedOn: '2021-01-15' }, 'ended');
    stay(13, parcelId(0), 5000, { endedOn: '2020-12-31' }, 'ended');
    stay(14, parcelId(0), 5000, { fromDay: '2021-01-04' });
    stay(15, parcelId(2), 5000, {});
    stay(16, parcelId(0), 5000, {}, 'voided');
    const { facts } = diagnose(without('typedOccupancy'));
    expect(facts['occupancy']).toBe(70);
    expect(sourceOf(facts, 'occupancy')).toEqual({ what: 'occupancy', source: 'occupations', of: 2 });
  });

  test('is not nought where nobody keeps the register of occupations', () => {
    expect(refused(() => diagnose(without('typedOccupancy')))).toBe('sourceMissing');
    stay(11, parcelId(0), 18_000, {});
    expect(refused(() => diagnose(typed))).toBe('sourceKnown');
  });
});

describe('the share of classes C and D', () => {
  const evaluated = (nth: number, of: number, scope: string, classes: Readonly<Record<string, number>>, ungraded = 0) => walk.put(nth, 'parkEvaluation', 'published', {
    park, year: of, scope, enterprises: Object.values(classes).reduce((sum, count) => sum + count, ungraded), classes: Object.entries(classes).map(([name, count]) => ({ class: name, count })), ungraded,
  });

  test('is that of the latest published evaluation, all scopes of it, the ungraded below the line', () => {
    evaluated(21, 2019, 'above', { A: 8, B: 24, C: 6, D: 2 });
    expect(diagnose(without('typedCdShare')).facts['cdShare']).toBe(20);
  });

  test('is of the year itself once that is published, and never of a year long past', () => {
    evaluated(21, 2019, 'above', { A: 1, D: 1 });
    evaluated(22, 2020, 'above', { A: 8, B: 24, C: 6, D: 2 }, 5);
    evaluated(23, 2020, 'below', { B: 3, C: 2 });
    const { facts } = diagnose(without('typedCdShare'));
    expect([facts['cdShare'], sourceOf(facts, 'cdShare')]).toEqual([20, { what: 'cdShare', source: 'evaluation', of: 50, year: 2020 }]);
  });

  test('is typed where the last evaluation lies two years back', () => {
    evaluated(21, 2018, 'above', { D: 9 });
    expect(diagnose(typed).facts['cdShare']).toBe(22);
  });
});

test('owners per 100 mu and the share of state land are those of the parcels in use that somebody holds', () => {
  const state = walk.put(31, 'enterprise', 'listed', { name: '国有公司', kind: 'state' });
  const gone = walk.put(32, 'enterprise', 'cancelled', { name: '注销国企', kind: 'state' });
  const firm = walk.put(33, 'enterprise', 'listed', { name: '民营企业', kind: 'limited' });
  for (const [at, [user, area]] of ([[state, 30], [firm, 40], [firm, 20], [gone, 10], [undefined, 900]] as const).entries()) walk.put(40 + at, 'parcel', 'held', { park, area: area * mu, ...(user === undefined ? {} : { user }) });
  const { facts } = diagnose(typed);
  expect([facts['ownersPer100Mu'], facts['stateShare'], sourceOf(facts, 'stateShare')]).toEqual([3, 30, { what: 'stateShare', source: 'parcels', of: 4 }]);
});

test('free land is what is industrial and not supplied by the snapshot of the year; the need is weighed against it', () => {
  const { facts } = diagnose({ ...typed, waitingNeedMu: 300 });
  expect([facts['freeLandShare'], facts['needOverFree']]).toEqual([16.7, 2]);
  walk.act(stat, park, 'snapshot', { ...year, supplied: 600_000, reason: '更正已供工业用地面积数据' });
  expect(walk.get(park).facts['snapshots']).toMatchObject([{ year: 2020, supplied: 600_000, inUse: 410_000, landUse: 68.3 }]);
  const later = walk.act(zone, [...walk.matters.values()].find(({ mechanism }) => mechanism === 'parkDiagnosis')?.id ?? '', 'revise', { reason: '快照更正后重新测算' }).facts;
  // Less than one mu counts as one.
  expect([later['freeLandShare'], later['needOverFree']]).toEqual([0, 300]);
});

test('a body of its own is what the register of the park says', () => {
  const own = parkCalled('经开', 'JM-P1', { bodyKind: 'committee' });
  const { typedOwnBody: _own, typedDistrictTaxPerMu: _tax, typedDistrictOutputPerMu: _output, ...rest } = typed;
  const of = (id: string, more: object = {}) => () => walk.file(zone, 'parkDiagnosis', 'draft', { name: '体检', park: id, year: 2020, ...entered, ...rest, ...more });
  expect(of(own)().facts['ownBody']).toBe(true);
  const town = parkCalled('镇园', 'JM-P2', { bodyKind: 'town' });
  expect(refused(of(town, { typedOwnBody: true }))).toBe('sourceKnown');
  expect(of(town)().facts['ownBody']).toBe(false);
});
