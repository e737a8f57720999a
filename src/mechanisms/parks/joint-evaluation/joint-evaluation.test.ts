import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { joined } from '#engines/evaluation/joint.ts';
import { presets } from '#engines/evaluation/presets.ts';
import { evaluateAgainst } from '#engines/evaluation/standing.ts';
import { maySee } from '#kernel/actor.ts';
import { tiesOf, type Matter } from '#kernel/matter.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';
import { idOf, postOf, Walk } from '../../walk.ts';
import { mechanisms } from '../../mechanisms.ts';
import { serving as anomalyServing } from '../evaluation-anomaly/server.ts';
import { serving as cycleServing } from '../evaluation-cycle/server.ts';
import { serving as sheetServing } from '../evaluation-sheet/server.ts';
import type { Measured } from '../data-owners.ts';
import { factsBeside, factsOfResult, quantitiesOn, standingIn } from '../serving.ts';
import { refusal } from '#test/refusal.ts';
import { jointEvaluationRecord } from './record.ts';
import { membersApart, sharedParcels } from './rules.ts';
import { serving } from './server.ts';

const by = Object.fromEntries(['industry', 'tax', 'stat', 'leader', 'zone'].map((role) => [role, postOf(role, role, [role.toUpperCase()])])) as Record<string, ReturnType<typeof postOf>>;
const [holder, tenant, outsider] = ['甲', '乙', '丙'].map((name) => postOf(`agent-${name}`, 'enterprises', ['ENTERPRISE']));
const system = { kind: 'system', job: 'test' } as const;
const proof = [{ hash: 'a'.repeat(64), name: '合并评价申请书.pdf', type: 'application/pdf', size: 9 }];
const note = '三家在同一宗地上生产，实际控制人相同，申请合并评价。';
const code = (nth: number) => creditCodeOf(2_101 + nth);

/** The worked examples of the engine: who holds the land, and who sits on it with none in its own name. */
const numbers: readonly Partial<Record<Measured, number>>[] = [
  { tax: 900, valueAdded: 4_500, revenue: 9_600, research: 320, energy: 1_500, staff: 220, registeredLand: 20_000, pollutant: 0.8 },
  { tax: 300, valueAdded: 1_500, revenue: 3_000, research: 100, energy: 500, staff: 80, pollutant: 0.2 },
  { tax: 500, valueAdded: 2_000, revenue: 6_000, research: 90, energy: 800, staff: 100, registeredLand: 15_000, pollutant: 0.5 },
];
const readings = (of: Partial<Record<Measured, number>>) => Object.entries(of).map(([quantity, value]) => ({ quantity: quantity as Measured, value, source: '统计局 联网直报', readAt: '2021-04-12T02:00:00.000Z' }));
const scheme = presets.huangyan2022;

/** An evaluation while data are reconciled: three enterprises, two of them on one parcel. */
function house(stage = 'reconciling') {
  const walk = new Walk(mechanisms, '2021-05-06T02:00:00.000Z', { jointEvaluation: serving, evaluationCycle: cycleServing, evaluationSheet: sheetServing, evaluationAnomaly: anomalyServing });
  const put = (nth: number, mechanism: string, at: string, facts: Matter['facts'], duties: Matter['duties'] = []) => {
    const id = idOf(9_000 + nth);
    walk.matters.set(id, { district: '370215', id, mechanism, stage: at, year: 2021, version: 1, facts, clocks: {}, duties, links: [], doers: {}, filedAt: walk.now, changedAt: walk.now, isSample: false });
    return id;
  };
  const cycle = put(1, 'evaluationCycle', stage, {
    name: '2020年度规上工业亩均评价', year: 2020, scope: 'above', host: 'industry', scheme: JSON.stringify(scheme), enrolled: 3, evaluated: 3, openObjections: 0, publicTo: '2021-07-05', distribution: [{ class: 'A', count: 2 }, { class: 'B', count: 1 }, { class: 'C', count: 0 }, { class: 'D', count: 0 }],
    benchmarks: scheme.indicators.map(({ key, benchmark }) => ({ indicator: key, value: 'fixed' in benchmark ? benchmark.fixed : 0 })), means: [{ indicator: 'valueAddedPerTonPollutant', points: 10 }],
    cuts: [{ list: 'all', class: 'A', points: 120 }, { list: 'all', class: 'B', points: 60 }, { list: 'all', class: 'D', points: 20 }],
  });
  const enterprises = ['甲', '乙', '丙'].map((name, nth) => put(10 + nth, 'enterprise', 'listed', { name: `${name}制造有限公司`, creditCode: code(nth), industry: 'C3670', agent: `agent-${name}` }));
  const sheets = enterprises.map((enterprise, nth) => put(20 + nth, 'evaluationSheet', 'open', { name: `${'甲乙丙'[nth]}制造有限公司`, cycle, enterprise, creditCode: code(nth), key: `${cycle}:${code(nth)}`, year: 2020, scope: 'above', industry: '36', host: 'industry', agent: `agent-${'甲乙丙'[nth]}`, readings: readings(numbers[nth] ?? {}) }));
  const parcel = put(30, 'parcel', 'held', { name: '共用宗地', user: enterprises[0] });
  put(31, 'occupation', 'running', { enterprise: enterprises[1], parcel, kind: 'rent', fromDay: '2019-03-01' });
  put(32, 'parcel', 'held', { name: '丙的宗地', user: enterprises[2] });
  return { walk, put, cycle, enterprises, sheets, parcel };
}

type House = ReturnType<typeof house>;
const asking = ({ cycle, enterprises }: House, change: object = {}) => ({ cycle, members: enterprises.slice(0, 2), note, evidence: proof, ...change });
const apply = (of: House, change: object = {}, actor = holder!) => of.walk.file(actor, 'jointEvaluation', 'apply', asking(of, change));
const order = (of: House, change: object = {}) => of.walk.file(by['industry']!, 'jointEvaluation', 'takeUp', asking(of, { grounds: 'split', documentNo: '青市监登〔2019〕112号', changedOn: '2019-06-20', ...change }));

describe('on shared land', () => {
  test('enterprises ask for it: the land is found in the registers, the main member by its revenue', () => {
    const of = house();
    const { stage, facts, clocks } = apply(of);
    expect(stage).toBe('applied');
    expect(facts).toMatchObject({ name: '甲制造有限公司等2家', year: 2020, grounds: 'sharedLand', way: 'joint', main: of.enterprises[0], parcels: [of.parcel] });
    expect(Object.keys(clocks)).toEqual(['decide']);
  });

  test('everybody with an account agrees before it is accepted; who asked has agreed', () => {
    const of = house();
    const { id } = apply(of);
    expect(refusal(() => of.walk.act(by['industry']!, id, 'accept'))).toBe('notAgreed');
    expect(refusal(() => of.walk.act(holder!, id, 'agree'))).toBe('notYours');
    expect(maySee(jointEvaluationRecord.sees, outsider!, tiesOf(of.walk.get(id), undefined, undefined), {})).toBe(false);
    of.walk.act(tenant!, id, 'agree');
    expect(of.walk.act(by['industry']!, id, 'accept')).toMatchObject({ stage: 'accepted', facts: { decidedOn: '2021-05-06' } });
    for (const member of [holder!, tenant!]) expect(maySee(jointEvaluationRecord.sees, member, tiesOf(of.walk.get(id), undefined, undefined), {})).toBe(true);
  });

  test('one that does not agree ends it for all', () => {
    const of = house();
    const { id } = apply(of);
    expect(of.walk.act(tenant!, id, 'dissent', { reason: '两家独立核算，不同意合并。' }).stage).toBe('declined');
    expect(of.walk.get(id).duties.filter(({ state }) => state === 'open')).toEqual([]);
    expect(apply(of).stage).toBe('applied');
  });

  test('a park may bring the application in on paper; every member with an account is asked then', () => {
    const of = house();
    const { duties } = apply(of, {}, by['zone']!);
    expect(duties.map(({ person, state }) => [person, state])).toEqual([['agent-甲', 'open'], ['agent-乙', 'open']]);
  });

  test('is asked for by a member, on the list, once, with land that is shared', () => {
    const of = house();
    const [first = '', second = '', third = ''] = of.enterprises;
    const asked = (change: object, actor = holder!) => refusal(() => apply(of, change, actor));
    expect(asked({}, outsider!)).toBe('notMember');
    expect(asked({ members: [first] })).toBe('membersFew');
    expect(asked({ members: [first, first] })).toBe('membersFew');
    expect(asked({ members: [first, third] })).toBe('noSharedLand');
    const unlisted = of.put(15, 'enterprise', 'listed', { name: '丁制造有限公司', creditCode: code(5), industry: 'C3670' });
    expect(asked({ members: [first, unlisted] })).toBe('notOnList');
    expect(asked({ evidence: [] })).toBe('evidenceMissing');
    expect(asked({})).toBe('open');
    expect(asked({ members: [first, second, third] })).toBe('joinedAlready');
  });

  test('is asked for while data are reconciled and withdrawn before the trial run, not after', () => {
    expect(refusal(() => apply(house('collecting')))).toBe('notReconciling');
    expect(refusal(() => apply(house('computing')))).toBe('notReconciling');
    const of = house();
    const { id } = apply(of);
    of.walk.matters.set(of.cycle, { ...of.walk.get(of.cycle), stage: 'computing' });
    expect(refusal(() => of.walk.act(holder!, id, 'withdraw', { reason: '改为各自评价。' }))).toBe('trialBegun');
    of.walk.matters.set(of.cycle, { ...of.walk.get(of.cycle), stage: 'reconciling' });
    expect(of.walk.act(holder!, id, 'withdraw', { reason: '改为各自评价。' }).stage).toBe('withdrawn');
  });

  test('holds a chain: who shares with one that shares with another is joined with both', () => {
    const stays = [['a', 'p'], ['b', 'p'], ['b', 'q'], ['c', 'q'], ['d', 'r']].map(([enterprise = '', parcel = '']) => ({ enterprise, parcel }));
    expect(membersApart(['a', 'b', 'c', 'd'], stays)).toEqual(['d']);
    expect(sharedParcels(stays)).toEqual(['p', 'q']);
    expect(membersApart(['a', 'c'], stays.filter(({ enterprise }) => enterprise !== 'b'))).toEqual(['c']);
  });

  test('who has left the land before the end of the year shares it no more', () => {
    const of = house();
    const stay = idOf(9_031);
    of.walk.matters.set(stay, { ...of.walk.get(stay), facts: { ...of.walk.get(stay).facts, endedOn: '2020-12-31' } });
    expect(refusal(() => apply(of))).toBe('noSharedLand');
  });
});

describe('one below size', () => {
  /** 丁, on the list below size of the same year, on the parcel of 甲. */
  function withSmall(stage = 'confirmed', facts: object = { confirmedBy: 'paper', confirmedOn: '2021-05-04' }) {
    const of = house();
    const below = of.put(40, 'evaluationCycle', 'reconciling', { name: '2020年度规下工业亩均评价', year: 2020, scope: 'below', host: 'industry', scheme: JSON.stringify(presets.huangyanSmall2022), enrolled: 1 });
    const small = of.put(15, 'enterprise', 'listed', { name: '丁制造有限公司', creditCode: code(5), industry: 'C3670', agent: 'agent-丁' });
    const sheet = of.put(41, 'evaluationSheet', stage, { name: '丁制造有限公司', cycle: below, enterprise: small, creditCode: code(5), key: `${below}:${code(5)}`, year: 2020, scope: 'below', industry: '36', host: 'industry', agent: 'agent-丁', readings: readings({ tax: 40, registeredLand: 3_000, electricity: 90_000 }), ...facts });
    of.put(42, 'occupation', 'running', { enterprise: small, parcel: of.parcel, kind: 'rent', fromDay: '2019-03-01' });
    return { ...of, below, small, sheet, members: [of.enterprises[0]!, small] };
  }
  const inAbove = ({ walk, cycle, small }: ReturnType<typeof withSmall>) => [...walk.matters.values()].filter(({ mechanism, facts }) => mechanism === 'evaluationSheet' && facts['cycle'] === cycle && facts['enterprise'] === small);

  test('that was split off leaves the list below size and is evaluated above it with the others, its data and its word with it', () => {
    const of = withSmall();
    const { id } = order(of, { members: of.members });
    expect(of.walk.get(of.sheet)).toMatchObject({ stage: 'joined', facts: { joint: id, scope: 'below' } });
    expect(inAbove(of)).toMatchObject([{ stage: 'confirmed', facts: { joint: id, scope: 'above', key: `${of.cycle}:${code(5)}`, confirmedBy: 'paper', readings: readings({ tax: 40, registeredLand: 3_000, electricity: 90_000 }) } }]);
    // Not joined after all: it goes back as it was, and may be joined again.
    of.walk.act(by['industry']!, id, 'decline', { reason: '经核实不是分立，不予合并。' });
    expect(of.walk.get(of.sheet).stage).toBe('confirmed');
    expect(of.walk.get(of.sheet).facts['joint']).toBeUndefined();
    expect(inAbove(of)).toMatchObject([{ stage: 'cancelled' }]);
    order(of, { members: of.members });
    expect(inAbove(of).map(({ stage }) => stage).toSorted()).toEqual(['cancelled', 'confirmed']);
  });

  test('that has not confirmed its data is asked for its word once, on the sheet it has now', () => {
    const of = withSmall('open', {});
    const { id } = apply(of, { members: of.members }, by['zone']!);
    expect(of.walk.get(of.sheet).stage).toBe('open');
    for (const member of [holder!, postOf('agent-丁', 'enterprises', ['ENTERPRISE'])]) of.walk.act(member, id, 'agree');
    of.walk.act(by['industry']!, id, 'accept');
    expect(of.walk.get(of.sheet).stage).toBe('joined');
    const [sheet] = inAbove(of);
    expect(sheet).toMatchObject({ stage: 'open', duties: [{ person: 'agent-丁', state: 'open' }] });
    of.walk.act(by['industry']!, id, 'decline', { reason: '经核实没有共用土地，不予合并。' });
    expect(of.walk.get(sheet!.id).duties.map(({ state }) => state)).toEqual(['done']);
    expect(of.walk.get(of.sheet)).toMatchObject({ stage: 'open', duties: [{ person: 'agent-丁', state: 'open' }] });
  });

  test('stays where it is while an objection waits or once its result is public, when it is asked for and when it is accepted', () => {
    expect(refusal(() => order(withSmall('disputed'), { members: withSmall().members }))).toBe('notFree');
    const of = withSmall('public');
    expect(refusal(() => order(of, { members: of.members }))).toBe('notFree');
    const later = withSmall();
    const { id } = apply(later, { members: later.members }, by['zone']!);
    for (const member of [holder!, postOf('agent-丁', 'enterprises', ['ENTERPRISE'])]) later.walk.act(member, id, 'agree');
    later.walk.matters.set(later.sheet, { ...later.walk.get(later.sheet), stage: 'public' });
    expect(refusal(() => later.walk.act(by['industry']!, id, 'accept'))).toBe('notFree');
  });

  test('does not move where the group is only compared, and a group with one above size is no group of the evaluation below', () => {
    const of = withSmall();
    expect(order(of, { members: of.members, grounds: 'sameGroup', documentNo: undefined, changedOn: undefined }).facts['way']).toBe('own');
    expect(of.walk.get(of.sheet).stage).toBe('confirmed');
    expect(inAbove(of)).toEqual([]);
    const other = withSmall();
    expect(refusal(() => order(other, { members: other.members, cycle: other.below }))).toBe('aboveElsewhere');
    expect(refusal(() => order(other, { members: [other.small, other.put(16, 'enterprise', 'listed', { name: '戊制造有限公司', creditCode: code(6), industry: 'C3670' })] }))).toBe('notOnList');
  });
});

describe('by order', () => {
  test('a split is joined for 24 months up to the end of the year, with its registration', () => {
    const ordered = (change: object) => refusal(() => order(house(), change));
    expect(ordered({ documentNo: undefined })).toBe('changeMissing');
    expect(ordered({ changedOn: undefined })).toBe('changeMissing');
    expect(ordered({ changedOn: '2018-12-31' })).toBe('splitLongAgo');
    expect(ordered({ changedOn: '2019-01-01' })).toBe('open');
    expect(ordered({ changedOn: '2021-01-01' })).toBe('afterYear');
    expect(ordered({ grounds: 'merged', changedOn: '2019-12-31' })).toBe('mergedEarlier');
    expect(ordered({ grounds: 'merged', changedOn: '2020-01-01' })).toBe('open');
    expect(ordered({ grounds: 'sharedLand' })).toBe('appliedFor');
  });

  test('needs no land in common and nobody to agree, and stands at once', () => {
    const of = house();
    const [first, , third] = of.enterprises;
    const { stage, facts, duties } = order(of, { members: [first, third] });
    expect([stage, facts['way'], facts['parcels']]).toEqual(['accepted', 'joint', []]);
    expect(duties.every(({ state }) => state === 'done')).toBe(true);
  });

  test('of one group is for comparison alone and needs no registration', () => {
    expect(order(house(), { grounds: 'sameGroup', documentNo: undefined, changedOn: undefined }).facts['way']).toBe('own');
  });

  test('comes and goes until the results are public, and makes the trial run stale', () => {
    expect(refusal(() => order(house('collecting')))).toBe('cycleClosed');
    expect(refusal(() => order(house('publicity')))).toBe('cycleClosed');
    const of = house('reviewed');
    const tried = { ...of.walk.get(of.cycle), facts: { ...of.walk.get(of.cycle).facts, trialRun: 'run', trialAt: '2021-05-06T02:00:00.000Z' } };
    of.walk.matters.set(of.cycle, tried);
    of.walk.on('2021-05-07');
    const { id } = order(of);
    expect(refusal(() => of.walk.act(by['industry']!, of.cycle, 'announce'))).toBe('trialStale');
    of.walk.act(by['industry']!, id, 'decline', { reason: '经核实登记在2018年以前，不应合并。' });
    of.walk.matters.set(of.cycle, { ...tried, facts: { ...tried.facts, trialAt: of.walk.now } });
    expect(refusal(() => of.walk.act(by['industry']!, of.cycle, 'announce'))).toBe('open');
  });

  test('comes before a split is cleared among the anomalies, unless a proof says why not', () => {
    const cleared = (prepare: (of: House) => void, evidence: readonly object[] = []) => {
      const of = house('computing');
      prepare(of);
      const { id } = of.walk.file(system, 'evaluationAnomaly', 'raise', { title: '分立', name: '甲制造有限公司', cycle: of.cycle, enterprise: of.enterprises[0], creditCode: code(0), kind: 'split', key: `${of.cycle}:split` });
      return refusal(() => of.walk.act(by['industry']!, id, 'clear', { finding: '已核对变更登记。', evidence }));
    };
    expect(cleared(() => undefined)).toBe('bothWaysFirst');
    expect(cleared((of) => order(of))).toBe('open');
    expect(cleared(() => undefined, proof)).toBe('open');
  });
});

test('no trial run begins while one waits for a decision', () => {
  const of = house();
  for (const sheet of of.sheets) of.walk.matters.set(sheet, { ...of.walk.get(sheet), stage: 'confirmed' });
  const { id } = apply(of);
  expect(refusal(() => of.walk.act(by['industry']!, of.cycle, 'compute'))).toBe('jointsUndecided');
  of.walk.act(tenant!, id, 'agree');
  of.walk.act(by['industry']!, id, 'accept');
  expect(refusal(() => of.walk.act(by['industry']!, of.cycle, 'compute'))).toBe('open');
});

describe('what is corrected of one member', () => {
  /** Announced, as the work in the background does it. */
  function announced(grounds: 'split' | 'sameGroup') {
    const of = house();
    const joint = order(of, { grounds }).id;
    const { way } = of.walk.get(joint).facts;
    const subjects = numbers.map((own, nth) => ({ id: code(nth), industry: '36', quantities: quantitiesOn(readings(own)) }));
    const standing = standingIn(of.walk.get(of.cycle));
    const result = (subject: (typeof subjects)[number]) => {
      const found = evaluateAgainst(scheme, standing, subject);
      if ('no' in found) throw new Error(found.no);
      return found;
    };
    const whole = result(joined(scheme, joint, subjects.slice(0, 2)) as (typeof subjects)[number]);
    of.sheets.forEach((sheet, nth) => {
      of.walk.matters.set(sheet, { ...of.walk.get(sheet), stage: 'confirmed' });
      const own = result(subjects[nth]!);
      const [counts, other] = way === 'joint' ? [whole, own] : [own, whole];
      const facts = nth === 2 ? factsOfResult(scheme, own) : { ...factsOfResult(scheme, counts), ...factsBeside(scheme, other), joint, way };
      of.walk.act(system, sheet, 'announce', { ...facts, publicTo: '2021-07-05' });
    });
    of.walk.act(system, joint, 'announce', { points: 130.89, class: 'A', isUngraded: false, rank: 1, among: 2, main: of.enterprises[0], industry: '36' });
    of.walk.matters.set(of.cycle, { ...of.walk.get(of.cycle), stage: 'publicity' });
    of.walk.on('2021-07-01');
    return { ...of, joint };
  }
  const upheld = ({ walk, sheets }: { readonly walk: Walk; readonly sheets: readonly string[] }, value: number) => {
    for (const sheet of sheets.slice(1, 2)) {
      walk.matters.set(sheet, { ...walk.get(sheet), stage: 'contested', facts: { ...walk.get(sheet).facts, disputed: 'tax' } });
      walk.act(by['tax']!, sheet, 'settle', { upheld: true, correctedValue: value, answer: '经核对入库凭证，予以更正。', evidence: proof });
    }
  };
  const objected = (of: ReturnType<typeof announced>) => of.walk.matters.set(of.cycle, { ...of.walk.get(of.cycle), stage: 'objected', facts: { ...of.walk.get(of.cycle).facts, openObjections: 1 } });

  test('moves its whole group: both sheets, the group itself, and two in the counts of the classes', () => {
    const of = announced('split');
    const [first = '', second = '', third = ''] = of.sheets;
    expect(of.walk.get(first).facts).toMatchObject({ class: 'A', points: 130.89, besidePoints: 115.38, besideClass: 'B', way: 'joint' });
    const before = of.walk.get(third);
    objected(of);
    // 900 and 30 on 30 mu are 31 万元 a mu: 38.59 points and no longer 45.
    upheld(of, 30);
    for (const sheet of [first, second]) expect(of.walk.get(sheet).facts).toMatchObject({ points: 124.48, class: 'A' });
    expect(of.walk.get(second).facts).toMatchObject({ besidePoints: 58.65, besideClass: 'D' });
    expect(of.walk.get(first).facts).toMatchObject({ besidePoints: 115.38, publicTo: '2021-07-08' });
    expect(of.walk.get(of.joint).facts).toMatchObject({ points: 124.48, class: 'A', added: expect.arrayContaining([{ quantity: 'tax', value: 930, of: 2 }, { quantity: 'land', value: 20_000, of: 1 }]) as object });
    expect(of.walk.get(of.joint).facts).not.toHaveProperty('rank');
    expect(of.walk.get(third)).toBe(before);
    objected(of);
    // 24 万元 a mu are 29.88 points: 115.77 in all, below the cut of A.
    upheld(of, -180);
    expect(of.walk.get(first).facts).toMatchObject({ class: 'B', points: 115.77, ranked: 'B' });
    expect(of.walk.get(of.cycle).facts['distribution']).toEqual([{ class: 'A', count: 0 }, { class: 'B', count: 3 }, { class: 'C', count: 0 }, { class: 'D', count: 0 }]);
    expect(of.walk.told.some(({ text }) => text.zh === '同组企业的数据有更正，2020年合并评价结果为B类。')).toBe(true);
  });

  test('that is only compared moves its own row, and what is shown beside the others', () => {
    const of = announced('sameGroup');
    const [first = '', second = ''] = of.sheets;
    const before = of.walk.get(first).facts;
    expect(before).toMatchObject({ points: 115.38, besidePoints: 130.89, besideClass: 'A', way: 'own' });
    objected(of);
    upheld(of, 30);
    expect(of.walk.get(second).facts).toMatchObject({ besidePoints: 124.48 });
    const { besidePoints, ...after } = of.walk.get(first).facts;
    expect(besidePoints).toBe(124.48);
    expect(after).toMatchObject({ points: 115.38, class: before['class'], steps: before['steps'] });
  });

  test('after publication does the same by a numbered notice', () => {
    const of = announced('split');
    for (const sheet of of.sheets) of.walk.act(system, sheet, 'conclude');
    of.walk.act(system, of.joint, 'conclude');
    of.walk.matters.set(of.cycle, { ...of.walk.get(of.cycle), stage: 'published' });
    of.walk.act(by['industry']!, of.sheets[1] ?? '', 'correct', { noticeNo: '即亩均办〔2021〕5号', disputed: 'tax', correctedValue: -180, reason: '审计查明当年税收多计，按编号通知更正。', evidence: proof });
    expect(of.walk.get(of.sheets[0] ?? '').facts).toMatchObject({ class: 'B' });
    expect(of.walk.get(of.cycle).facts['distribution']).toEqual([{ class: 'A', count: 0 }, { class: 'B', count: 3 }, { class: 'C', count: 0 }, { class: 'D', count: 0 }]);
  });
});

test('every refusal of a joint evaluation is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(jointEvaluationRecord.refusals).filter((each) => !here.includes(`'${each}'`))).toEqual([]);
});
