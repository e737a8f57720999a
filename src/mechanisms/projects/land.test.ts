import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { Matter } from '#kernel/matter.ts';
import { mechanisms } from '../mechanisms.ts';
import { idOf, postOf, Walk } from '../walk.ts';
import type { IndicatorRow } from './indicators.ts';
import { serving as landCommitment } from './land-commitment/server.ts';
import { assessments } from './parcel/record.ts';
import { serving as parcel } from './parcel/server.ts';
import { refusal as refused } from '#test/refusal.ts';

// Land by standard from the indicators to the check: every refusal of the four mechanisms, once.

const industry = postOf('industry', 'industry', ['INDUSTRY']);
const natural = postOf('natural', 'natural-resources', ['NATURAL']);
const clerk = postOf('clerk', 'natural-resources', ['NATURAL']);
const leader = postOf('leader', 'leadership', ['LEADER']);
const zone = postOf('zone', 'auto-city', ['ZONE']);
const finance = postOf('finance', 'finance', ['FINANCE']);
const stat = postOf('stat', 'statistics', ['STAT']);
const firm = postOf('firm', 'enterprises', ['ENTERPRISE']);
const proof = [{ hash: 'a'.repeat(64), name: '材料.pdf', type: 'application/pdf', size: 9 }];
const because = '经核实情况属实，依法依规办理，特此说明。';
const standard: readonly IndicatorRow[] = [{ indicator: 'fixedInvestPerMu', value: 270 }, { indicator: 'taxPerMu', value: 32.5 }, { indicator: 'far', value: 1.2 }, { indicator: 'green', value: 20 }];
// A rectangle of some 60 亩 near 即墨.
const [west, south] = [120.45, 36.39];
const ring = (east: number, north: number) => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const square = { type: 'Polygon', coordinates: [ring(120.453152, 36.391274)] };

let walk: Walk;
beforeEach(() => {
  walk = new Walk(mechanisms, '2021-01-01T00:00:00.000Z', { parcel, landCommitment }).on('2021-01-04');
  for (const unit of ['industry', 'natural-resources', 'leadership', 'auto-city', 'finance', 'statistics', 'enterprises']) walk.units.set(unit, { id: unit, name: unit, isActive: true, groups: [] });
  put(buyer, 'enterprise', 'listed', { name: '竞得企业' });
  put(other, 'enterprise', 'listed', { name: '另一企业' });
  put(project, 'project', 'registered', { name: '零部件项目' });
});

const [buyer, other, project] = [idOf(9001), idOf(9002), idOf(9003)];

/** A matter that is simply there, whatever led to it. */
function put(id: string, mechanism: string, stage: string, facts: Matter['facts']): void {
  walk.matters.set(id, { district: '370215', id, mechanism, stage, year: 2021, version: 1, facts, clocks: {}, duties: [], links: [], doers: {}, filedAt: walk.now, changedAt: walk.now, isSample: false });
}

const act = (by: Actor, id: string, action: string, input: object = {}) => walk.act(by, id, action, input);
const drafted = (values: readonly object[] = standard) => walk.file(industry, 'indicatorSet', 'draft', { name: '汽车制造业指标', industry: 'C36', values }).id;

function setInForce(): string {
  const set = drafted();
  for (const [person, role] of [['n', 'NATURAL'], ['e', 'ECOLOGY'], ['t', 'TAX']] as const) act(postOf(person, 'natural-resources', [role]), set, 'countersign');
  act(leader, set, 'approve', { basis: '即政办发〔2021〕3号', validFrom: '2021-01-04' });
  return set;
}

describe('a set of indicators', () => {
  test('holds each indicator once and whole, the three that every contract needs among them', () => {
    expect(refused(() => drafted([...standard, { indicator: 'far', value: 1 }]))).toBe('rowBad');
    expect(refused(() => drafted([...standard, { indicator: 'green' }]))).toBe('rowBad');
    expect(refused(() => drafted(standard.slice(0, 2)))).toBe('tooFew');
  });

  test('is countersigned by a bureau once, and does not come into force before today', () => {
    const set = drafted();
    act(natural, set, 'countersign');
    expect(refused(() => act(natural, set, 'countersign'))).toBe('ownSigned');
    act(postOf('e', 'natural-resources', ['ECOLOGY']), set, 'countersign');
    act(postOf('t', 'natural-resources', ['TAX']), set, 'countersign');
    expect(refused(() => act(leader, set, 'approve', { basis: '即政办发〔2021〕3号', validFrom: '2021-01-03' }))).toBe('tooEarly');
  });
});

const registered = () => walk.file(natural, 'parcel', 'register', { name: '汽车新城1号地块', parcelNo: 'JM-2021-G001', town: 'auto-city', use: 'industry', area: 40_000 }).id;

function announced(): string {
  const id = registered();
  act(natural, id, 'survey', { place: square, area: 40_000, reason: '界址点按测绘成果录入，面积以登记为准。' });
  act(zone, id, 'prepare', { isClear: true, utilities: ['road', 'water', 'power', 'levelled'], assessments: Object.keys(assessments).map((kind) => ({ kind, result: 'passed', validTo: '2024-12-31' })) });
  act(clerk, id, 'clear');
  act(industry, id, 'setStandard', { indicatorSet: setInForce() });
  return act(natural, id, 'announce', { noticeNo: '即自然资告字〔2021〕1号', startPrice: 2_000_000_000, evidence: proof }).id;
}

function sold(): string {
  const id = announced();
  walk.on('2021-02-01');
  return act(natural, id, 'sell', { buyer, price: 2_100_000_000, evidence: proof }).id;
}

describe('a parcel', () => {
  test('has a boundary that is closed, crosses itself nowhere, and comes near the registered area', () => {
    const id = registered();
    const survey = (place: object, more: object = {}) => refused(() => act(natural, id, 'survey', { place, area: 40_000, ...more }));
    expect(survey({ type: 'Point', coordinates: [west, south] })).toBe('notClosed');
    const [a, b, c, d] = ring(120.453152, 36.391274);
    expect(survey({ type: 'Polygon', coordinates: [[a, c, b, d, a]] })).toBe('crossesItself');
    expect(survey({ type: 'Polygon', coordinates: [ring(120.46, 36.4)] })).toBe('areaDiffers');
    expect(survey({ type: 'Polygon', coordinates: [ring(120.46, 36.4)] }, { reason: '登记面积待更正，已报不动产登记中心。' })).toBe('open');
  });

  test('is sold by indicators in force, which the notice fixes', () => {
    const id = registered();
    expect(refused(() => act(industry, id, 'setStandard', { indicatorSet: drafted() }))).toBe('setNotInForce');
    expect(refused(() => act(industry, announced(), 'setStandard', { indicatorSet: setInForce() }))).toBe('standardFixed');
  });

  test('is dealt when the notice is over, and not below its starting price', () => {
    const id = announced();
    expect(refused(() => act(natural, id, 'sell', { buyer, price: 2_100_000_000, evidence: proof }))).toBe('noticeRunning');
    walk.on('2021-02-01');
    expect(refused(() => act(natural, id, 'sell', { buyer, price: 1_900_000_000, evidence: proof }))).toBe('belowStart');
  });
});

const days = { startDue: '2021-08-31', completeDue: '2023-02-28', capacityDue: '2025-02-28' };
const draft = (id: string, change: object = {}) => walk.file(natural, 'landCommitment', 'draft', { name: '零部件项目履约承诺', parcel: id, project, enterprise: buyer, unit: 'auto-city', contact: 'firm', values: standard, bond: 100_000_000, ...days, ...change }).id;

function signed(values: readonly IndicatorRow[] = standard): string {
  const id = draft(sold(), { values });
  act(natural, id, 'signForGovernment', { contractNo: '合1号', agreementNo: '监1号', evidence: proof });
  return act(firm, id, 'signForEnterprise', { evidence: proof }).id;
}

describe('a commitment', () => {
  test('is drafted for a parcel that is sold, with its buyer, on days that follow each other', () => {
    expect(refused(() => draft(announced()))).toBe('parcelNotSold');
    const id = sold();
    expect(refused(() => draft(id, { enterprise: other }))).toBe('notBuyer');
    expect(refused(() => draft(id, { completeDue: '2021-08-01' }))).toBe('datesOff');
  });

  test('promises each indicator once, none below the standard of the notice', () => {
    const id = sold();
    expect(refused(() => draft(id, { values: [...standard, { indicator: 'far', value: 1.3 }] }))).toBe('rowBad');
    expect(refused(() => draft(id, { values: standard.map((row) => (row.indicator === 'taxPerMu' ? { ...row, value: 32 } : row)) }))).toBe('belowStandard');
    expect(refused(() => draft(id, { values: standard.map((row) => (row.indicator === 'green' ? { ...row, value: 21 } : row)) }))).toBe('belowStandard');
  });

  test('is signed by each side once, and changes no more from the first signature on', () => {
    const id = draft(sold());
    act(natural, id, 'signForGovernment', { contractNo: '合1号', agreementNo: '监1号', evidence: proof });
    expect(refused(() => act(natural, id, 'signForGovernment', { contractNo: '合1号', agreementNo: '监1号', evidence: proof }))).toBe('signedAlready');
    expect(refused(() => act(natural, id, 'amend', { values: standard, ...days }))).toBe('locked');
  });

  test('changes by a supplement that changes something it holds, whose day has not come, and stays above the standard', () => {
    const id = signed(standard.map((row) => (row.indicator === 'taxPerMu' ? { ...row, value: 36 } : row)));
    const propose = (pendingValues: readonly IndicatorRow[]) => refused(() => act(zone, id, 'proposeSupplement', { pendingNo: '补1号', pendingValues, pendingGrounds: '设备交付延期，申请按公告指标履行。' }));
    expect(propose([{ indicator: 'taxPerMu', value: 36 }])).toBe('nothingChanged');
    expect(propose([{ indicator: 'rdShare', value: 3 }])).toBe('unknownIndicator');
    expect(propose([{ indicator: 'taxPerMu', value: 30 }])).toBe('belowStandard');
    expect(refused(() => act(leader, id, 'approveSupplement', { evidence: proof }))).toBe('noPending');
    expect(propose([{ indicator: 'taxPerMu', value: 34 }])).toBe('open');
    expect(propose([{ indicator: 'taxPerMu', value: 33 }])).toBe('pendingOpen');
    expect(act(leader, id, 'approveSupplement', { evidence: proof }).facts['versions']).toMatchObject([{ version: 2, indicator: 'taxPerMu', before: 36, after: 34 }]);
    walk.on('2023-03-01');
    expect(propose([{ indicator: 'far', value: 1.3 }])).toBe('pastDue');
  });

  test('is climbed down rung by rung, gives the bond back in its time, and records what has happened', () => {
    const id = signed();
    expect(refused(() => act(natural, id, 'escalate', { rung: 'damages', reason: because, evidence: proof }))).toBe('rungSkipped');
    expect(refused(() => act(finance, id, 'releaseBond', { evidence: proof }))).toBe('bondNotYet');
    expect(refused(() => act(finance, id, 'recordPayment', { paidOn: '2021-03-01', evidence: proof }))).toBe('futureDay');
  });
});

describe('a check', () => {
  const open = (landCommitment: string) => walk.file(natural, 'complianceCheck', 'open', { name: '零部件项目竣工核查', landCommitment, kind: 'completion', period: '2021-H1' }).id;

  test('is made of a commitment in force', () => {
    expect(refused(() => open(draft(sold())))).toBe('notInForce');
  });

  test('wants every promised value once, each with its source', () => {
    const id = open(signed());
    const measure = (actuals: readonly object[]) => refused(() => act(stat, id, 'measure', { actuals, evidence: proof }));
    const rows = [['fixedInvestPerMu', 271], ['far', 1.3], ['green', 19]].map(([indicator, value]) => ({ indicator, value, source: '竣工测绘' }));
    expect(measure([...rows, { indicator: 'far', value: 1.2, source: '竣工测绘' }])).toBe('rowBad');
    expect(measure(rows.map(({ indicator, value }) => ({ indicator, value })))).toBe('sourceMissing');
    expect(measure(rows.slice(1))).toBe('actualMissing');
    expect(measure(rows)).toBe('open');
  });
});
