import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { answerIn } from '#test/figure-in-memory.ts';
import { refusal } from '#test/refusal.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { creditCodeOf } from '../projects/sample-names.ts';
import { postOf, Walk } from '../walk.ts';
import { allianceMember } from './alliance-member/alliance-member.ts';
import { serving as allianceServing } from './alliance-member/server.ts';
import { financeInstitution } from './finance-institution/finance-institution.ts';
import { serving as financeServing } from './finance-institution/server.ts';

// Alliance and financial institutions: every refusal and every clock once, and the worked examples of innovation.md.

const all = [allianceMember, financeInstitution];
const secretariat = postOf('alliance', 'alliance', ['ALLIANCE']);
const invest = postOf('invest', 'investment', ['INVEST']);
const finance = postOf('finance', 'finance', ['FINANCE']);
const paper = (letter: string) => ({ hash: letter.repeat(64), name: '材料.pdf', type: 'application/pdf', size: 9 });
const proof = [paper('a')];
const because = '经核实情况属实，依规办理。';

let walk: Walk;
beforeEach(() => {
  walk = new Walk(all, '2021-01-04T02:00:00.000Z', { allianceMember: allianceServing, financeInstitution: financeServing });
});

const figure = (of: AnyMechanism, key: string, asOf = '2021-12-28') => {
  const declared = of.figures.find((each) => each.key === key);
  if (!declared) throw new Error(`no figure ${key}`);
  return answerIn(declared, of.record, [...walk.matters.values()].filter(({ mechanism }) => mechanism === of.record.key), asOf).value;
};

describe('the alliance', () => {
  const found = (serial: number, councilRole: string, given: object = {}) =>
    walk.file(secretariat, 'allianceMember', 'found', { name: `成员${serial}`, creditCode: creditCodeOf(serial), category: 'firm', councilRole, joinedOn: '2020-06-08', foundingPaper: '成立大会纪要第1号', ...given }).id;
  const reviewed = () => {
    const id = walk.file(secretariat, 'allianceMember', 'apply', { name: '申请单位', creditCode: creditCodeOf(99), category: 'research' }).id;
    walk.act(secretariat, id, 'review', { evidence: proof });
    return id;
  };
  const votes = (present: number, inFavour: number, against = present - inFavour) => ({ present, inFavour, against, abstained: 0, evidence: proof });

  test('admits by a vote of the council: half of it present, two thirds of them in favour', () => {
    const id = reviewed();
    const vote = (...of: [number, number, number?]) => walk.act(secretariat, id, 'vote', votes(...of));
    expect(refusal(() => vote(6, 6))).toBe('noCouncil');
    for (let serial = 1; serial <= 12; serial += 1) found(serial, serial === 1 ? 'chair' : serial < 4 ? 'vice' : 'council');
    found(13, 'member');
    expect(refusal(() => vote(13, 13))).toBe('presentTooMany');
    expect(refusal(() => vote(5, 5))).toBe('noQuorum');
    expect(refusal(() => vote(6, 4, 1))).toBe('votesDiffer');
    expect(vote(6, 4)).toMatchObject({ stage: 'approved', facts: { council: 12 } });
    expect(walk.act(secretariat, id, 'enrol', {})).toMatchObject({ stage: 'active', facts: { memberNo: 14, councilRole: 'member', joinedOn: '2021-01-04' } });
    expect(figure(allianceMember, 'allianceMember.active')).toBe(14);
  });

  test('declines below two thirds, and is late with a review after ten working days', () => {
    for (let serial = 1; serial <= 9; serial += 1) found(serial, 'council');
    expect(walk.act(secretariat, reviewed(), 'vote', votes(9, 5)).stage).toBe('declined');
    const id = walk.file(secretariat, 'allianceMember', 'apply', { name: '另一单位', creditCode: creditCodeOf(98), category: 'research' }).id;
    expect([walk.on('2021-01-18').isLate(id), walk.on('2021-01-19').isLate(id)]).toEqual([false, true]);
  });

  test('weighs three for a contract, two for a filing, one for an event, in each year by itself', () => {
    expect(refusal(() => found(1, 'member', { joinedOn: '2021-01-05' }))).toBe('joinedLater');
    const id = found(1, 'member');
    const note = (kind: string, on: string) => walk.act(secretariat, id, 'noteActivity', { kind, on, words: '供需对接' });
    note('event', '2020-12-01');
    walk.on('2021-05-06');
    for (const kind of ['contract', 'filing', 'filing', 'event']) note(kind, '2021-05-06');
    expect(walk.get(id).facts).toMatchObject({ activityYear: 2021, activity: 8, activeOn: '2021-05-06' });
    expect(refusal(() => note('event', '2021-05-07'))).toBe('activityLater');
    expect(refusal(() => note('event', '2020-06-07'))).toBe('activityLater');
  });

  test('warns after twelve months without activity, then suspends; an activity brings the member back', () => {
    const id = found(1, 'member');
    walk.act(secretariat, id, 'noteActivity', { kind: 'event', on: '2021-01-04', words: '年会' });
    expect(refusal(() => walk.on('2022-01-03').act(secretariat, id, 'warn'))).toBe('stillActive');
    expect(walk.on('2022-01-05').isLate(id)).toBe(true);
    walk.act(secretariat, id, 'warn');
    expect(figure(allianceMember, 'allianceMember.active')).toBe(0);
    walk.act(secretariat, id, 'suspend', { reason: because });
    expect(walk.act(secretariat, id, 'noteActivity', { kind: 'filing', on: '2022-01-05', words: '提交需求' }).stage).toBe('active');
  });

  test('expels by a vote that carries, and counts no partner', () => {
    for (let serial = 1; serial <= 9; serial += 1) found(serial, 'council');
    const id = found(20, 'member');
    expect(refusal(() => walk.act(secretariat, id, 'expel', { ...votes(9, 5), reason: because }))).toBe('notCarried');
    walk.act(secretariat, id, 'expel', { ...votes(9, 6), reason: because });
    walk.file(secretariat, 'allianceMember', 'listPartner', { name: '某工业互联网平台', creditCode: creditCodeOf(30), category: 'service' });
    expect(['active', 'left'].map((key) => figure(allianceMember, `allianceMember.${key}`))).toEqual([9, 1]);
  });
});

describe('a financial institution', () => {
  let serial = 0;
  const enter = (given: object = {}) => {
    serial += 1;
    return walk.file(invest, 'financeInstitution', 'enter', { name: `青岛某某投资管理有限公司${serial}`, creditCode: creditCodeOf(serial), kind: 'manager', industry: 'J6739', enteredOn: '2021-01-04', filingNo: 'P1070001', ...given }).id;
  };

  test('is of finance, a fund with its manager, and entered in the past', () => {
    expect(refusal(() => enter({ industry: 'C3511' }))).toBe('notFinance');
    expect(refusal(() => enter({ kind: 'fund' }))).toBe('managerMissing');
    expect(refusal(() => enter({ enteredOn: '2021-01-05' }))).toBe('enteredLater');
    expect(refusal(() => enter({ registeredOn: '2021-01-05' }))).toBe('enteredLater');
  });

  test('counts by one of capital, filing, lease and staff, and from the visit that finds it', () => {
    for (const shown of [{ filingNo: 'P1' + '0'.repeat(6) }, { filingNo: undefined, paidIn: 100 }, { filingNo: undefined, leaseNo: 'ZL-1' }, { filingNo: undefined, staff: 1 }]) enter(shown);
    const shell = enter({ filingNo: undefined, paidIn: 0 });
    const counted = () => ['entered', 'absent'].map((key) => figure(financeInstitution, `financeInstitution.${key}`));
    expect(counted()).toEqual([4, 1]);
    walk.act(finance, shell, 'visit', { leaseNo: 'ZL-2021-8', evidence: proof });
    expect(counted()).toEqual([5, 0]);
    walk.act(invest, shell, 'leave', { reason: because });
    expect(counted()).toEqual([4, 0]);
  });

  test('a manager and its four funds are one manager and four funds', () => {
    enter();
    for (let fund = 0; fund < 4; fund += 1) enter({ kind: 'fund', managerName: '青岛某某投资管理有限公司' });
    expect(['managers', 'funds', 'entered'].map((key) => figure(financeInstitution, `financeInstitution.${key}`))).toEqual([1, 4, 5]);
  });

  test('whose name promises finance without a filing is looked into by somebody else, and stays known', () => {
    const id = enter({ name: '某某金融信息服务有限公司', filingNo: undefined, paidIn: 100 });
    expect(walk.get(id).facts).toMatchObject({ alerts: ['name'], hasAlert: true });
    expect(walk.told.at(-1)).toMatchObject({ to: { role: 'FINANCE' } });
    walk.act(finance, id, 'clear', { evidence: proof, reason: because });
    expect(refusal(() => walk.act(finance, id, 'clear', { evidence: proof, reason: because }))).toBe('noAlert');
    walk.act(invest, id, 'amend', { staff: 3 });
    expect(figure(financeInstitution, 'financeInstitution.alerts')).toBe(0);
  });

  test('is the twelfth of one controller: alerted, and the eleventh is not', () => {
    const of = { controllerCode: creditCodeOf(900) };
    const ids = Array.from({ length: 12 }, () => enter(of));
    expect(ids.slice(-2).map((id) => [walk.get(id).facts['siblings'], walk.get(id).facts['hasAlert']])).toEqual([[10, false], [11, true]]);
    expect(walk.get(enter()).facts['siblings']).toBe(0);
  });
});

test('every refusal of the registers is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(all.flatMap(({ record }) => Object.keys(record.refusals)).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
