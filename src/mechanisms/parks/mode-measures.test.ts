import { beforeEach, describe, expect, test } from 'vitest';
import { parkCounty, people, refused } from '#test/parks.ts';
import { mu } from '#kernel/area.ts';
import { changeOf, measures, measuresOf, type MeasureName } from './mode-measures.ts';
import { modes, type ModeCode } from './modes.ts';

// What each of the eight modes is judged by, before and after on equal footing (parks.md §5).

const { zone, industry } = people;
const wan = 1_000_000;
let walk: ReturnType<typeof parkCounty>;
beforeEach(() => {
  walk = parkCounty('2024-03-01');
});

type Row = Readonly<Record<string, unknown>>;
const plan = (primary: ModeCode, facts: object = {}, stage = 'evaluated') => walk.put(1, 'renewalPlan', stage, { name: '更新项目', body: 'jinshan-park', park: 'p', area: 100 * mu, primary, frozenOn: '2020-06-01', approvedOn: '2020-06-10', ...facts });
const measured = (id: string, typed: readonly object[] = []) => walk.act(zone, id, 'measure', typed.length === 0 ? {} : { typedMeasures: typed }).facts['measures'] as readonly Row[];
const of = (rows: readonly Row[], measure: MeasureName) => rows.find((row) => row['measure'] === measure);
const base = { baseYears: [2017, 2018, 2019].map((year, at) => ({ year, tax: (1000 + at * 210) * wan, output: (20_000 + at * 1000) * wan })), baseTax: 1210 * wan, baseTaxPerMu: 12.1, baseFar: 0.55, baseFirms: 1 };
const after = { acceptedOn: '2022-11-20', fullYear: 2023, results: [{ year: 2022, tax: 1, output: 1 }, { year: 2023, tax: 2640 * wan, output: 50_000 * wan }] };

test('each mode is judged by measures that exist, and no two modes by none in common with what they are for', () => {
  expect(Object.keys(measuresOf)).toEqual(Object.keys(modes));
  for (const names of Object.values(measuresOf)) for (const name of names) expect(measures[name].name.zh.length).toBeGreaterThan(1);
  expect(new Set(Object.values(measuresOf).flat())).toEqual(new Set(Object.keys(measures)));
});

test('less is better of a rank and of staff, more of everything else', () => {
  expect([changeOf('rank', 12, 1), changeOf('staffRatio', 40, 55), changeOf('taxPerMu', 12.1, 26.4), changeOf('far', 1.2, 0.9), changeOf('units', 3, 3)]).toEqual(['better', 'worse', 'better', 'worse', 'same']);
});

describe('the plan and the registers give', () => {
  test('a park within a park its plot ratio, tenants and tax per mu: the mean of three years against the first full year', () => {
    const rows = measured(plan('M5', { ...base, ...after, newFar: 1.45, innerTenants: 22, arrivals: 40 }));
    expect(rows).toEqual([
      { mode: 'M5', measure: 'far', before: 0.55, beforePeriod: '2017—2019', after: 1.45, afterPeriod: '2022-11-20' },
      { mode: 'M5', measure: 'tenants', before: 1, beforePeriod: '2017—2019', after: 22 },
      { mode: 'M5', measure: 'taxPerMu', before: 12.1, beforePeriod: '2017—2019', after: 26.4, afterPeriod: '2023' },
    ]);
  });

  test('nothing after where there is no full year since acceptance', () => {
    const rows = measured(plan('M2', { ...base, suppliers: [{ isNew: true }, { isNew: false }] }, 'filling'));
    expect(of(rows, 'output')).toEqual({ mode: 'M2', measure: 'output', before: 21_000, beforePeriod: '2017—2019' });
    expect(of(rows, 'newSuppliers')).toMatchObject({ before: 0, after: 1 });
    expect(of(rows, 'localSupply')).toEqual({ mode: 'M2', measure: 'localSupply' });
  });

  test('units of approved drawings, tax and the planned return to a second development, and what vacating brings to its second mode', () => {
    const id = plan('M3', { ...base, ...after, returnRate: 9.52, secondary: ['M4'] });
    for (const nth of [11, 12]) walk.put(nth, 'floorUnit', 'drawn', { plan: id, isStandard: true });
    walk.put(13, 'floorUnit', 'drawn', { plan: id, isStandard: false });
    walk.put(14, 'floorUnit', 'merged', { plan: id, isStandard: true });
    walk.put(21, 'landReactivation', 'reused', { plan: id, area: 30 * mu });
    walk.put(22, 'landReactivation', 'rebuilding', { plan: id, area: 90 * mu });
    walk.put(31, 'digitalUpgrade', 'accepted', { plan: id, enterprise: 'a', output: 150, expected: 100 });
    walk.put(32, 'digitalUpgrade', 'accepted', { plan: id, enterprise: 'b', output: 450, expected: 300 });
    walk.put(33, 'digitalUpgrade', 'trial', { plan: id, enterprise: 'c', output: 900, expected: 100 });
    const rows = measured(id);
    expect(rows.map(({ mode, measure, before, after: since }) => [mode, measure, before, since])).toEqual([
      ['M3', 'units', undefined, 2], ['M3', 'tax', 1210, 2640], ['M3', 'returnRate', 0, 9.52], ['M4', 'reactivated', 0, 30], ['M4', 'upgraded', 0, 2], ['M4', 'efficiency', 0, 50],
    ]);
  });

  test('the rank of one list and the diagnoses of the park to one that slims down', () => {
    const before = walk.put(41, 'parkDiagnosis', 'approved', { park: 'p', year: 2019, leadShare: 36, staffPer100Firms: 50 });
    walk.put(42, 'parkDiagnosis', 'approved', { park: 'p', year: 2022, leadShare: 40, staffPer100Firms: 45 });
    walk.put(43, 'parkDiagnosis', 'approved', { park: 'p', year: 2023, leadShare: 47, staffPer100Firms: 38 });
    walk.put(44, 'parkDiagnosis', 'withdrawn', { park: 'p', year: 2023, leadShare: 99 });
    const rank = (nth: number, year: number, place: number, list = '省级功能区综合评价') => walk.put(nth, 'rankClaim', 'attested', { park: 'p', kind: 'rank', list, year, rank: place });
    rank(51, 2018, 9);
    rank(52, 2019, 5);
    rank(53, 2019, 2, '另一榜单');
    rank(54, 2021, 1);
    const rows = measured(plan('M1', { ...after, diagnosis: before }));
    expect(of(rows, 'rank')).toMatchObject({ before: 5, beforePeriod: '2019', after: 1, afterPeriod: '2021' });
    expect(of(rows, 'leadShare')).toMatchObject({ before: 36, beforePeriod: '2019', after: 47, afterPeriod: '2023' });
    expect(of(rows, 'staffRatio')).toMatchObject({ before: 50, after: 38 });
    expect(of(rows, 'decisions')).toEqual({ mode: 'M1', measure: 'decisions' });
  });

  test('trade to a platform, agreements and shared tax to an enclave', () => {
    expect(of(measured(plan('M7', { ...base, platforms: [{ trade: 300 * wan }, { trade: 200 * wan }] })), 'trade')).toMatchObject({ after: 500 });
    const rows = measured(plan('M8', { partners: [{}, {}], partnerTax: 750 * wan, park: undefined }));
    expect(rows.map(({ measure, before, after: since }) => [measure, before, since])).toEqual([['partners', 0, 2], ['sharedTax', 0, 750]]);
  });
});

describe('what is typed', () => {
  const typed = { measure: 'decisions', before: 31, beforePeriod: '2019-Q3', after: 44, afterPeriod: '2021-Q3', source: '办件系统' };

  test('stands marked beside its source, and stays when the rest is taken anew', () => {
    const id = plan('M1', {});
    expect(of(measured(id, [typed]), 'decisions')).toEqual({ mode: 'M1', ...typed, beforeTyped: true, afterTyped: true });
    expect(of(measured(id), 'decisions')).toMatchObject({ before: 31, beforeTyped: true, source: '办件系统' });
    expect(of(measured(id, [{ measure: 'decisions', after: 50, afterPeriod: '2022-Q3', source: '办件系统' }]), 'decisions')).toMatchObject({ before: 31, beforePeriod: '2019-Q3', after: 50, afterPeriod: '2022-Q3' });
  });

  test('gives way to a register once that holds it', () => {
    const id = plan('M6', { ...base }, 'building');
    measured(id, [{ measure: 'occupancy', before: 55, beforePeriod: '2019', after: 60, afterPeriod: '2022', source: '台账' }]);
    walk.matters.set(id, { ...walk.get(id), facts: { ...walk.get(id).facts, occupancy: 76 } });
    expect(of(measured(id), 'occupancy')).toEqual({ mode: 'M6', measure: 'occupancy', before: 55, beforePeriod: '2019', beforeTyped: true, after: 76, source: '台账' });
  });

  test.each<[string, object]>([
    ['measureOther', { ...typed, measure: 'trade' }],
    ['measureUnsourced', { ...typed, source: undefined }],
    ['measureUnsourced', { ...typed, beforePeriod: undefined }],
    ['measureUnsourced', { ...typed, afterPeriod: undefined }],
    ['measureUnsourced', { ...typed, measure: undefined }],
    ['periodsUnequal', { ...typed, afterPeriod: '2021' }],
    ['periodsUnequal', { ...typed, afterPeriod: '2021-09' }],
    ['periodsUnequal', { ...typed, afterPeriod: '2021-H1' }],
  ])('is refused as %s', (code, row) => {
    expect(refused(() => measured(plan('M1'), [row]))).toBe(code);
  });

  test('is refused where the plan or a register has it, on that side alone', () => {
    const id = plan('M6', { ...base, occupancy: 76 });
    expect(refused(() => measured(id, [{ measure: 'occupancy', after: 90, afterPeriod: '2022', source: '台账' }]))).toBe('measureKnown');
    expect(refused(() => measured(id, [{ measure: 'taxPerMu', before: 1, beforePeriod: '2019', source: '台账' }]))).toBe('measureKnown');
    expect(refused(() => measured(id, [{ measure: 'occupancy', before: 55, beforePeriod: '2019', source: '台账' }]))).toBe('open');
  });

  test('of before stays once the baseline is frozen, and may be put right until then', () => {
    const frozen = plan('M1');
    measured(frozen, [typed]);
    expect(refused(() => measured(frozen, [{ ...typed, before: 20 }]))).toBe('measureFixed');
    expect(refused(() => measured(frozen, [{ ...typed, after: 60 }]))).toBe('open');
    const open = plan('M1', { frozenOn: undefined }, 'planned');
    measured(open, [typed]);
    expect(of(measured(open, [{ ...typed, before: 20 }]), 'decisions')).toMatchObject({ before: 20 });
  });
});

test('the bureau measures as the park does', () => {
  const id = plan('M5', { ...base });
  expect(refused(() => walk.act(industry, id, 'measure'))).toBe('open');
  expect(refused(() => walk.act(people.tax, id, 'measure'))).toBe('notYours');
});
