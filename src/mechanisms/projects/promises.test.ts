import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { Matter } from '#kernel/matter.ts';
import { findDueDay } from '#kernel/clock.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { mechanisms } from '../mechanisms.ts';
import { idOf, postOf, Walk } from '../walk.ts';
import { serving as supervision } from './supervision/server.ts';
import { refusal as refused } from '#test/refusal.ts';

// What was promised and who watches it: every refusal of obligations and of supervision, once, and the clocks over the National Day holiday.

const clerk = postOf('clerk', 'review-office', ['SECRETARIAT']);
const steward = postOf('steward', 'investment', ['STEWARD']);
const town = postOf('town', 'longquan', ['TOWN']);
const stat = postOf('stat', 'statistics', ['STAT']);
const joint = postOf('joint', 'joint-meeting', ['JOINT']);
const leader = postOf('leader', 'leadership', ['LEADER']);
const finance = postOf('finance', 'finance', ['FINANCE']);
const night: Actor = { kind: 'system', job: 'recompute' };
const proof = [{ hash: 'a'.repeat(64), name: '材料.pdf', type: 'application/pdf', size: 9 }];
const because = '经核实情况属实，依法依规办理，特此说明。';
const wan = 1_000_000;
const project = idOf(9001);

let walk: Walk;
beforeEach(() => {
  walk = new Walk(mechanisms, '2021-01-01T00:00:00.000Z', { supervision }).on('2021-03-08');
  for (const unit of ['review-office', 'investment', 'longquan', 'statistics', 'joint-meeting', 'leadership', 'finance']) walk.units.set(unit, { id: unit, name: unit, isActive: true, groups: [] });
  walk.matters.set(project, { district: '370215', id: project, mechanism: 'project', stage: 'signed', year: 2021, version: 1, facts: { name: '海洋装备项目' }, clocks: {}, duties: [], links: [], doers: {}, filedAt: walk.now, changedAt: walk.now, isSample: false } satisfies Matter);
});

const act = (by: Actor, id: string, action: string, input: object = {}) => walk.act(by, id, action, input);
const promise = (change: object = {}) => walk.file(clerk, 'obligation', 'file', { name: '开工', project, source: 'agreement', code: 'N1', kind: 'node', dueOn: '2021-03-31', clause: '第六条', unit: 'longquan', ...change }).id;

describe('an obligation', () => {
  test('is registered for a day to come', () => {
    expect(refused(() => promise({ dueOn: '2021-03-07' }))).toBe('dueInPast');
  });

  test('is claimed when it is done and reaches its target, the tolerance taken off', () => {
    const id = promise({ kind: 'investment', target: 12_000, tolerance: 5 });
    expect(refused(() => act(steward, id, 'claim', { actual: 11_399, doneOn: '2021-03-08', evidence: proof }))).toBe('shortOfTarget');
    expect(refused(() => act(steward, id, 'claim', { actual: 12_000, doneOn: '2021-03-09', evidence: proof }))).toBe('doneInFuture');
    expect(act(steward, id, 'claim', { actual: 11_400, doneOn: '2021-03-08', evidence: proof }).stage).toBe('claimed');
  });

  test('is not broken before its day has passed, and its day moves with what the government delayed', () => {
    const id = promise();
    const broken = () => refused(() => act(joint, id, 'declareBroken', { reason: because, evidence: proof }));
    expect(broken()).toBe('notOverdue');
    act(clerk, id, 'creditDelay', { days: 30, creditGrounds: '园区供水延期接入，部门出具证明。', evidence: proof });
    walk.on('2021-04-30');
    expect(broken()).toBe('notOverdue');
    walk.on('2021-05-01');
    expect(broken()).toBe('open');
  });
});

const watched = () => walk.file(night, 'supervision', 'open', { name: '海洋装备项目', project, unit: 'longquan' }).id;

/** Red, because a node is late by more than half a year. */
function red(on = '2021-10-08'): string {
  promise();
  const id = watched();
  act(night, walk.on(on) && id, 'recompute');
  return id;
}

describe('a month', () => {
  test('is reported once, after it is over, and never with less money than before', () => {
    const id = watched();
    const report = (month: string, invested: number) => refused(() => act(steward, id, 'report', { month, invested: invested * wan }));
    expect(report('2021-03', 100)).toBe('monthAhead');
    expect(report('2021-01', 200)).toBe('open');
    expect(report('2021-01', 210)).toBe('monthThere');
    expect(report('2021-02', 199)).toBe('investedFell');
  });

  test('is checked and counted when it was reported', () => {
    const id = watched();
    expect(refused(() => act(stat, id, 'countMonth', { month: '2021-02', counted: 100 * wan }))).toBe('monthMissing');
    expect(refused(() => act(town, id, 'checkMonth', { month: '2021-02', checked: 100 * wan, evidence: proof }))).toBe('monthMissing');
  });
});

describe('a light', () => {
  test('leaves a trace when it changes, and is set by hand for ninety days at most', () => {
    const id = red();
    expect(walk.get(id).facts).toMatchObject({ light: 'red', overdueDays: 191 });
    expect(refused(() => act(night, id, 'recompute'))).toBe('unchanged');
    expect(refused(() => act(leader, id, 'setLight', { override: 'green', overrideUntil: '2022-01-07', reason: because }))).toBe('overrideLong');
    expect(act(leader, id, 'setLight', { override: 'yellow', overrideUntil: '2022-01-06', reason: because }).facts['light']).toBe('yellow');
  });

  test('that is not red is not for the joint meeting, and one that stays red does not end what has to be put right', () => {
    const calm = watched();
    act(night, calm, 'recompute');
    expect(refused(() => act(joint, calm, 'decideJointly', { decision: 'rectify', minutesNo: '〔2021〕第3次', evidence: proof }))).toBe('notRed');
    const id = red();
    act(joint, id, 'decideJointly', { decision: 'rectify', minutesNo: '〔2021〕第9次', evidence: proof });
    expect(refused(() => act(clerk, id, 'endRectifying', { evidence: proof }))).toBe('notYetGreen');
  });
});

describe('money that is recovered', () => {
  const recover = (id: string, change: object = {}) => act(joint, id, 'decideJointly', { decision: 'recover', minutesNo: '〔2021〕第9次', claimAmount: 320 * wan, claimBasis: '协议第十一条：逾期未开工返还补助。', evidence: proof, ...change });
  const demand = (id: string) => act(joint, id, 'demand', { decidedAmount: 300 * wan, reason: because, evidence: proof });

  test('is demanded after the hearing, paid in parts to the sum, and sued for when the time to pay is over', () => {
    const id = red();
    expect(refused(() => recover(id, { claimAmount: undefined }))).toBe('badInput');
    recover(id);
    expect(refused(() => demand(id))).toBe('hearingOpen');
    act(clerk, id, 'hear', { hearing: '企业请求分期退还。', evidence: proof });
    demand(id);
    expect(refused(() => act(joint, id, 'goToCourt', { caseNo: '立案1号', evidence: proof }))).toBe('notPaidYet');
    act(finance, id, 'recordRepayment', { amount: 120 * wan, evidence: proof });
    expect(refused(() => act(finance, id, 'recordRepayment', { amount: 181 * wan, evidence: proof }))).toBe('overpaid');
    expect(act(finance, id, 'recordRepayment', { amount: 180 * wan, evidence: proof })).toMatchObject({ stage: 'watching', facts: { recovered: 300 * wan } });
  });

  test('keeps its days across the National Day holiday: the joint meeting counts working days, the make-up Saturdays among them', () => {
    const due = (id: string, clock: string) => findDueDay(chinaCalendar, walk.get(id).clocks[clock] ?? ({} as never));
    // Red on 28 September: 29 and 30; 1 to 7 October off; 8, and Saturday the 9th made up; 11 to 15, 18 to 22, 25 to 29; 1 November is the twentieth.
    const id = red('2021-09-28');
    expect(due(id, 'decide')).toBe('2021-11-01');
    walk.on('2021-09-29');
    recover(id);
    // Ten working days to be heard: 30 September, 8 and 9 October, 11 to 15, 18, 19.
    expect(due(id, 'hearing')).toBe('2021-10-19');
    walk.on('2021-10-19');
    expect(refused(() => demand(id))).toBe('hearingOpen');
    walk.on('2021-10-20');
    demand(id);
    // Thirty calendar days from then.
    expect(due(id, 'payment')).toBe('2021-11-19');
  });
});
