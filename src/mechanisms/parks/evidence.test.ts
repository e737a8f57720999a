import { beforeEach, describe, expect, test } from 'vitest';
import { firstOf } from '#test/first-of.ts';
import { because, parkCounty, people, proof, refused } from '#test/parks.ts';
import { postOf } from '../walk.ts';
import { rankClaimFigures } from './rank-claim/figures.ts';
import { mu } from '#kernel/area.ts';
import { knownOf } from './bulk-screening.ts';
import { screen, type Criterion, type Screened } from './inefficiency.ts';

// Inefficient land and claims: criteria, flow and every refusal once.

const { natural, industry, zone, stat, firm } = people;
let walk: ReturnType<typeof parkCounty>;
let parcel = '';

beforeEach(() => {
  walk = parkCounty();
  parcel = walk.put(1, 'parcel', 'held', { name: '宗地', town: 'jinshan-park', area: 30_000, floorArea: 9000, park: walk.put(2, 'park', 'active', { name: '园' }) });
});

const usual = { overdueMonths: 24, completedMonths: 24, halfShare: 50, stoppedMonths: 12, powerShare: 20, taxShare: 30, farShare: 50, unfilledMonths: 36 };

describe('the criteria', () => {
  test.each<[Criterion, Screened, Screened]>([
    ['L1', { monthsOverdue: 24 }, { monthsOverdue: 23 }],
    ['L2', { monthsCompleted: 24, investShare: 49.9 }, { monthsCompleted: 23, investShare: 10 }],
    ['L2', { monthsCompleted: 30, outputShare: 49 }, { monthsCompleted: 30, investShare: 50, outputShare: 50 }],
    ['L3', { monthsStopped: 12 }, { monthsStopped: 11, powerShare: 5 }],
    ['L3', { powerShare: 19.9 }, { powerShare: 20 }],
    ['L4', { isProhibited: true }, { isProhibited: false }],
    ['L5', { orderNo: '应急责改〔2020〕1号' }, {}],
    ['L6', { taxShareLast: 29, taxShareBefore: 12 }, { taxShareLast: 29, taxShareBefore: 30 }],
    ['L7', { far: 0.39, farFloor: 0.8, monthsUnfilled: 36 }, { far: 0.4, farFloor: 0.8, monthsUnfilled: 40 }],
    ['L8', { classLast: 'D', classBefore: 'D' }, { classLast: 'D', classBefore: 'C' }],
    ['L9', { isScattered: true }, {}],
  ])('%s holds at its threshold and not before; unknown speaks against nobody', (code, met, unmet) => {
    expect(screen(met, usual)).toEqual([code]);
    expect(screen(unmet, usual)).toEqual([]);
  });
});

test('the registers hold a parcel against the district for two years, and say nothing of a year without a yield', () => {
  // 20 万元/亩 last year, 16 the year before.
  const yields = { last: { tax: 2000 * 1_000_000, land: 100 * mu }, before: { tax: 1600 * 1_000_000, land: 100 * mu } };
  const of = (...years: readonly object[]) => knownOf({ facts: { years } } as never, 2020, yields);
  const poor = of({ year: 2019, class: 'C', taxPerMu: 4.4 }, { year: 2020, class: 'D', taxPerMu: 5 });
  expect(poor).toEqual({ taxShareLast: 25, taxShareBefore: 27.5, classLast: 'D', classBefore: 'C' });
  expect(screen(poor, usual)).toEqual(['L6']);
  expect(screen(of({ year: 2019, taxPerMu: 4.8 }, { year: 2020, taxPerMu: 5 }), usual)).toEqual([]);
  expect(of({ year: 2020, class: 'D', taxPerMu: 5 })).toEqual({ taxShareLast: 25, classLast: 'D' });
  expect(knownOf({ facts: { years: [{ year: 2020, taxPerMu: 5 }] } } as never, 2020, { ...yields, last: { tax: 0, land: 0 } })).toEqual({});
});

describe('inefficient land', () => {
  const put = (given: object = {}) => walk.file(natural, 'inefficientLand', 'screen', { name: '低效地块', parcel, year: 2020, taxShareLast: 12, taxShareBefore: 20, classLast: 'D', classBefore: 'D', ...given });
  const found = { inspectors: 2, meter: '表号01，读数18', finding: '车间停工，设备闲置。', evidence: proof };

  test('is a candidate by one criterion at least, once a year, and never while it is idle', () => {
    expect(refused(() => put({ taxShareBefore: 31, classBefore: 'C' }))).toBe('nothingMet');
    expect(put().facts).toMatchObject({ criteria: ['L6', 'L8'], area: 30_000, town: 'jinshan-park' });
    expect(refused(() => put())).toBe('screenedTwice');
    const idle = walk.put(5, 'parcel', 'sold', { name: '闲置地', town: 'jinshan-park', area: 20_000 });
    expect(refused(() => put({ parcel: idle }))).toBe('idleFirst');
  });

  test('takes the plot ratio of the register and the national floor of the industry where none is entered', () => {
    const low = walk.put(6, 'parcel', 'held', { name: '低容积率宗地', town: 'jinshan-park', area: 30_000, floorArea: 9000, far: 0.3 });
    // 0.3 lies under half of 0.8 for textiles, and not under half of 0.5 for oil.
    expect(put({ parcel: low, classLast: 'C', taxShareLast: 90, industry: 'C1711', monthsUnfilled: 40 }).facts).toMatchObject({ criteria: ['L7'], far: 0.3, farFloor: 0.8 });
    expect(refused(() => put({ parcel: low, year: 2021, classLast: 'C', taxShareLast: 90, industry: 'C2511', monthsUnfilled: 40 }))).toBe('nothingMet');
  });

  test('takes the classes of two years from the parcel', () => {
    const poor = walk.put(7, 'parcel', 'held', { name: '连续D类宗地', town: 'jinshan-park', area: 30_000, floorArea: 9000, years: [{ year: 2019, class: 'D' }, { year: 2020, class: 'D' }] });
    const screened = (year: number) => () => walk.file(natural, 'inefficientLand', 'screen', { name: '连续D类宗地', parcel: poor, year });
    expect(screened(2020)().facts).toMatchObject({ criteria: ['L8'], classLast: 'D', classBefore: 'D' });
    expect(refused(screened(2019))).toBe('nothingMet');
  });

  test('is checked by two, heard, published, planned, put right and delisted after a full year', () => {
    const { id } = put();
    const act = (by: Parameters<typeof walk.act>[0], action: string, input: object = {}) => walk.act(by, id, action, input);
    expect(refused(() => act(zone, 'check', { ...found, inspectors: 1 }))).toBe('twoInspectors');
    act(zone, 'check', found);
    expect(refused(() => act(natural, 'find', { jointFinding: '符合认定标准。' }))).toBe('statementRunning');
    act(zone, 'state', { statement: '订单减少，已有改造计划。' });
    act(natural, 'find', { jointFinding: '符合认定标准。' });
    act(natural, 'publish', { evidence: proof });
    walk.on('2021-03-15');
    expect(refused(() => act(natural, 'list'))).toBe('publicityRuns');
    walk.on('2021-03-16');
    expect(walk.isLate(id)).toBe(false);
    expect(act(natural, 'list').facts).toMatchObject({ publicTo: '2021-03-15', listedOn: '2021-03-16' });
    expect(walk.isLate(id)).toBe(false);
    act(zone, 'plan', { measure: 'vacate', plan: '年底前腾空并引入装备项目。' });
    act(industry, 'repair', { evidence: proof });
    walk.on('2022-03-15');
    expect(refused(() => act(natural, 'delist'))).toBe('notYearOver');
    act(industry, 'relapse', { reason: because });
    act(industry, 'repair', { evidence: proof });
    walk.on('2023-03-15');
    expect(act(natural, 'delist').stage).toBe('delisted');
  });

  test('is stated by whoever acts for its holder, and seen by no other enterprise', () => {
    const holder = walk.put(8, 'enterprise', 'listed', { name: '使用权人', agent: 'firm' });
    const held = walk.put(9, 'parcel', 'held', { name: '宗地', town: 'jinshan-park', area: 30_000, floorArea: 9000, user: holder });
    const { id } = put({ parcel: held });
    expect(refused(() => walk.act(firm, id, 'state', { statement: '我们有改造计划。' }))).toBe('notYours');
    walk.act(zone, id, 'check', found);
    expect(refused(() => walk.act(postOf('other', 'enterprises', ['ENTERPRISE']), id, 'state', { statement: '不相干。' }))).toBe('notYours');
    expect(walk.act(firm, id, 'state', { statement: '我们有改造计划。' }).duties.map(({ state }) => state)).toEqual(['done']);
    expect(refused(() => walk.act(natural, id, 'find', { jointFinding: '已听取陈述。' }))).toBe('open');
  });

  test('whose holder says nothing in ten working days is found upon all the same', () => {
    const { id } = put();
    walk.act(zone, id, 'check', found);
    walk.on('2021-03-15');
    expect(refused(() => walk.act(natural, id, 'find', { jointFinding: '逾期未陈述，认定低效。' }))).toBe('statementRunning');
    walk.on('2021-03-16');
    expect(walk.isLate(id)).toBe(false);
    expect(refused(() => walk.act(natural, id, 'find', { jointFinding: '逾期未陈述，认定低效。' }))).toBe('open');
    expect(walk.isLate(id)).toBe(false);
  });

  test('of a start-up is exempted and not counted', () => {
    const { id } = put();
    expect(walk.act(natural, id, 'exempt', { exemption: 'startUp', reason: because, evidence: proof }).stage).toBe('exempted');
  });

  test('exempted after the check owes no statement any more', () => {
    const firm = '01890000-0000-7000-8000-00000000f1f1';
    walk.matters.set(firm, { ...walk.get(parcel), id: firm, mechanism: 'enterprise', facts: { name: '示例企业', agent: 'holder-enterprise' } });
    const { id } = put();
    walk.matters.set(id, { ...walk.get(id), facts: { ...walk.get(id).facts, holder: firm } });
    expect(walk.act(zone, id, 'check', found).duties.map(({ kind, state }) => [kind, state])).toEqual([['state', 'open']]);
    expect(walk.act(natural, id, 'exempt', { exemption: 'startUp', reason: because, evidence: proof }).duties.map(({ state }) => state)).toEqual(['withdrawn']);
  });
});

describe('a claim', () => {
  const claim = { title: '全省功能区综合评价第1位', kind: 'rank', about: 'zone', list: '全省省级功能区综合评价', issuer: '省有关部门', issuerLevel: 'province', year: 2020, rank: 1, population: 132, evidence: proof };
  const share = { ...claim, title: '占全市汽车产值', kind: 'share', about: 'industry', industry: 'C36', issuerLevel: 'city', rank: undefined, population: undefined, part: 102_000_000_000_00, whole: 135_100_000_000_00, partSource: '统计快报', wholeSource: '统计快报', atLeast: 100_000_000_000_00, printedShare: 75.5 };
  const file = (change: object, of: object = claim) => refused(() => walk.file(zone, 'rankClaim', 'file', { ...of, ...change }));

  test('of a rank comes with how many there were, from outside', () => {
    expect(file({ population: undefined })).toBe('partsMissing');
    expect(file({ rank: 133 })).toBe('rankBeyond');
    expect(file({ issuerLevel: 'own' })).toBe('ownData');
    expect(file({})).toBe('open');
  });

  test('of a rank whose table is attached is what the table makes it, and the growth of patents never comes without one', () => {
    const table = [{ name: '本区', value: 254.5, isOurs: true }, { name: '甲区', value: 96.4 }, { name: '乙市', value: 96.4 }, { name: '丙区', value: 12 }];
    const patents = { ...claim, title: '发明专利授权增速全市第一', about: 'patents', issuerLevel: 'city', rank: 1, population: 4, comparators: table };
    expect(file({ comparators: undefined }, patents)).toBe('partsMissing');
    expect(file({ rank: 2 }, patents)).toBe('rankDiffers');
    expect(file({ population: 10 }, patents)).toBe('rankDiffers');
    expect(file({ comparators: table.slice(1) }, patents)).toBe('tooFewCompared');
    // Of two that are equal both are second.
    expect(file({ rank: 2, comparators: table.map((row) => ({ ...row, isOurs: row.name === '乙市' })) }, patents)).toBe('open');
    expect(file({}, patents)).toBe('open');
  });

  test('of a share is the quotient of the same statistics and can be true', () => {
    expect(file({}, share)).toBe('open');
    expect(file({ part: 140_000_000_000_00 }, share)).toBe('shareOver');
    expect(file({ printedShare: 80 }, share)).toBe('shareDiffers');
    // 1,000 亿元 at 75.5 % imply 1,324.5 亿元.
    expect(file({ part: 99_960_000_000_00, whole: 132_400_000_000_00 }, share)).toBe('implausible');
    expect(walk.file(zone, 'rankClaim', 'file', share).facts['share']).toBe(75.5);
  });

  test('of the largest has a table in which it is, of a first a document not too old', () => {
    const largest = { ...claim, kind: 'largest', rank: undefined, population: undefined, comparators: [{ name: '本区', value: 100, isOurs: true }, { name: '他区', value: 80 }] };
    expect(file({}, largest)).toBe('open');
    expect(file({ comparators: [{ name: '本区', value: 100, isOurs: true }] }, largest)).toBe('tooFewCompared');
    expect(file({ comparators: [{ name: '本区', value: 100, isOurs: true }, { name: '他区', value: 100 }] }, largest)).toBe('notLargest');
    const first = { ...claim, kind: 'first', about: 'product', rank: undefined, population: undefined, issuedOn: '2021-01-15' };
    expect(file({}, first)).toBe('open');
    expect(file({ issuedOn: '2019-02-28' }, first)).toBe('tooOld');
  });

  test('is attested by somebody else and ends after its year', () => {
    const { id } = walk.file(zone, 'rankClaim', 'file', claim);
    expect(walk.act(stat, id, 'attest').facts).toMatchObject({ attestedOn: '2021-03-01', expiresOn: '2022-03-01' });
    const night = { kind: 'system', job: 'nightly' } as const;
    expect(refused(() => walk.act(night, id, 'expire'))).toBe('notExpired');
    walk.on('2022-03-02');
    expect(walk.act(night, id, 'expire').stage).toBe('expired');
  });

  test('of last year that is still valid does not speak beside the one of this year, nor a zone further down beside the first', () => {
    const attested = (change: object) => walk.act(stat, walk.file(zone, 'rankClaim', 'file', { ...claim, ...change }).id, 'attest').id;
    attested({ year: 2019, rank: 2, population: 130 });
    attested({ rank: 9 });
    const standing = attested({});
    for (const key of ['rankClaim.rank', 'rankClaim.population']) {
      const { measure } = rankClaimFigures.find((figure) => figure.key === key)!;
      expect('value' in measure && firstOf([...walk.matters.values()].filter(({ stage }) => stage === 'attested'), measure).map(({ id }) => id)).toEqual([standing]);
    }
  });
});
