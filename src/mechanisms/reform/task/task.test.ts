import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Walk } from '../../walk.ts';
import { assignedTask, because, line, people, plan, proof, reformWalk, refusal, runningTask } from '../../../../test/reform-walk.ts';
import { limitOf, nextReportDay } from './rules.ts';
import { likenessOf } from './server.ts';

const { office, colleague, head, group, leader, inspectLead, approval, approvalHead, tax, taxHead, housing } = people;
const night = { kind: 'system', job: 'nightly' } as const;
const rates = (...done: number[]) => plan.milestones.map((each, at) => ({ ...each, doneRate: done[at] ?? 0 }));
const news = (words: string) => ({ text: `${words}，各项工作按方案推进。` });
const lightOn = (walk: Walk, id: string, day: string) => {
  walk.on(day);
  refusal(() => walk.act(night, id, 'recompute'));
  return walk.get(id).facts['light'];
};
const owed = (walk: Walk, id: string, kind: string) => walk.get(id).duties.filter((duty) => duty.kind === kind && duty.state === 'open').map((duty) => [duty.unit, findDueDay(chinaCalendar, duty.clock)]);

describe('listing tasks', () => {
  test('the words of the limit become a day, and the number a code', () => {
    const { facts } = reformWalk('2021-03-10').file(office, 'task', 'draft', line);
    expect(facts).toMatchObject({ year: 2021, code: '2021-001', dueKind: 'day', dueOn: '2021-09-30', dueText: '9月底前' });
  });
  test.each([
    ['3月底前', { dueKind: 'day', dueOn: '2021-03-31' }], ['国庆节前', { dueKind: 'day', dueOn: '2021-09-30' }], ['全年', { dueKind: 'day', dueOn: '2021-12-31' }],
    ['长期', { dueKind: 'standing' }], ['按上级时限', { dueKind: 'upper' }], ['印发后1个月', { dueKind: 'after' }], ['44286', { dueKind: 'day', dueOn: '2021-03-31' }],
    ['2021.1', 'unclear'], ['尽快', 'unclear'], ['会后10个工作日', 'anchorUnknown'],
  ])('“%s”', (words, meant) => expect(limitOf(words, 2021)).toEqual(meant));
  test('a limit nobody can read is refused', () => {
    const walk = reformWalk('2021-03-10');
    expect(refusal(() => walk.file(office, 'task', 'draft', { ...line, dueText: '尽快' }))).toBe('dueUnclear');
    expect(refusal(() => walk.file(office, 'task', 'draft', { ...line, dueText: '会后10个工作日' }))).toBe('dueAnchorUnknown');
    expect(refusal(() => walk.file(office, 'task', 'draft', { ...line, dueText: '2020年底前' }))).toBe('yearOff');
  });
  test('one unit leads and is no co-unit as well', () => {
    expect(refusal(() => reformWalk('2021-03-10').file(office, 'task', 'draft', { ...line, coUnits: ['approval'] }))).toBe('leadIsCo');
  });
  test('a unit lists no tasks', () => expect(refusal(() => reformWalk('2021-03-10').file(approval, 'task', 'draft', line))).toBe('notYours'));
  test('before the issue a line is corrected or struck out, afterwards neither', () => {
    const walk = reformWalk('2021-03-10');
    const { id } = walk.file(office, 'task', 'draft', line);
    expect(walk.act(office, id, 'revise', { dueText: '年底前' }).facts).toMatchObject({ dueOn: '2021-12-31', code: '2021-001' });
    expect(walk.act(office, id, 'strike', { reason: '与另一项合并' })).toMatchObject({ stage: 'struck' });
    const issued = assignedTask(walk, { seq: 2 });
    expect(refusal(() => walk.act(office, issued, 'strike', { reason: '与另一项合并' }))).toBe('wrongStage');
    expect(refusal(() => walk.act(office, issued, 'revise', { dueText: '年底前' }))).toBe('wrongStage');
  });
});

describe('the plan', () => {
  test('is owed in fifteen working days from the issue', () => {
    const walk = reformWalk('2021-03-10');
    const id = assignedTask(walk);
    expect(walk.get(id)).toMatchObject({ stage: 'assigned', facts: { issuedOn: '2021-03-15', versionNo: 1, planDueOn: '2021-04-06' } });
    expect(owed(walk, id, 'plan')).toEqual([['approval', '2021-04-06']]);
  });
  test('“印发后1个月” runs from the day of issue', () => {
    const walk = reformWalk('2021-03-10');
    expect(walk.get(assignedTask(walk, { dueText: '印发后1个月' })).facts['dueOn']).toBe('2021-04-15');
  });
  test('late by a day it is yellow, and never more than that', () => {
    const walk = reformWalk('2021-03-10');
    const id = assignedTask(walk);
    expect(lightOn(walk, id, '2021-04-06')).toBe('green');
    expect(lightOn(walk, id, '2021-04-07')).toBe('yellow');
    expect(lightOn(walk, id, '2021-05-20')).toBe('yellow');
  });
  test.each<[string, object]>([
    ['weightsOff', { milestones: [{ name: '一步到位', dueOn: '2021-06-30', weight: 90 }] }],
    ['milestoneIncomplete', { milestones: [{ name: '一步到位', weight: 100 }] }],
    ['milestoneTwice', { milestones: [{ name: '推行', dueOn: '2021-05-31', weight: 50 }, { name: '推行', dueOn: '2021-06-30', weight: 50 }] }],
    ['milestoneAfterDue', { milestones: [{ name: '推行', dueOn: '2021-10-31', weight: 100 }] }],
    ['milestoneBackwards', { milestones: [{ name: '推行', startOn: '2021-06-01', dueOn: '2021-05-31', weight: 100 }] }],
    ['coWorkMissing', { coWork: [] }],
    ['coWorkStranger', { coWork: [...plan.coWork, { unit: 'housing', work: '配合' }] }],
    ['evidenceMissing', { evidence: [] }],
  ])('%s', (code, change) => {
    const walk = reformWalk('2021-03-10');
    const id = assignedTask(walk);
    expect(refusal(() => walk.act(approval, id, 'submitPlan', { ...plan, ...change }))).toBe(code);
  });
  test('is signed by the head of the unit and accepted by the special group; each co-unit then owes its part by its own day', () => {
    const walk = reformWalk('2021-03-10');
    const id = assignedTask(walk);
    walk.act(approval, id, 'submitPlan', plan);
    expect(refusal(() => walk.act(approval, id, 'signPlan'))).toBe('notYours');
    expect(refusal(() => walk.act(taxHead, id, 'signPlan'))).toBe('notYours');
    walk.act(approvalHead, id, 'signPlan');
    expect(walk.act(group, id, 'acceptPlan').stage).toBe('planned');
    expect(owed(walk, id, 'plan')).toEqual([]);
    expect(owed(walk, id, 'coWork')).toEqual([['tax', '2021-06-30']]);
  });
  test('is returned once, with five working days to hand it in again', () => {
    const walk = reformWalk('2021-03-10');
    const id = assignedTask(walk);
    const again = () => { walk.act(approval, id, 'submitPlan', plan); walk.act(approvalHead, id, 'signPlan'); };
    again();
    walk.on('2021-03-18').act(group, id, 'returnPlan', { reason: because });
    expect(owed(walk, id, 'plan')).toEqual([['approval', '2021-03-25']]);
    again();
    expect(refusal(() => walk.act(group, id, 'returnPlan', { reason: because }))).toBe('returnedOnce');
  });
  test('begins on the day of its first milestone, by itself', () => {
    const walk = reformWalk('2021-03-10');
    const id = assignedTask(walk);
    walk.act(approval, id, 'submitPlan', plan);
    walk.act(approvalHead, id, 'signPlan');
    walk.act(group, id, 'acceptPlan');
    expect(refusal(() => walk.on('2021-03-19').act(night, id, 'begin'))).toBe('notBegun');
    expect(walk.on('2021-03-22').act(night, id, 'begin').stage).toBe('running');
  });
});

describe('reports', () => {
  test('key tasks report every month on the 25th, others in the last month of a quarter on the 20th', () => {
    const setting = (name: string) => ({ monthlyDay: 25, quarterlyDay: 20 })[name] ?? 0;
    expect([nextReportDay('2021-03-22', true, setting), nextReportDay('2021-03-25', true, setting), nextReportDay('2021-12-25', true, setting)]).toEqual(['2021-03-25', '2021-04-25', '2022-01-25']);
    expect([nextReportDay('2021-03-19', false, setting), nextReportDay('2021-03-20', false, setting), nextReportDay('2021-12-20', false, setting)]).toEqual(['2021-03-20', '2021-06-20', '2022-03-20']);
  });
  test('co-units report to the lead unit ten days earlier; the lead unit waits for them until that day', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(owed(walk, id, 'report')).toEqual([['approval', '2021-06-20']]);
    expect(owed(walk, id, 'coReport')).toEqual([['tax', '2021-06-10']]);
    walk.on('2021-06-09');
    expect(refusal(() => walk.act(approval, id, 'report', news('方案已经出台')))).toBe('coReportsOpen');
    walk.act(tax, id, 'coReport', news('发票环节已经并入'));
    walk.act(approval, id, 'report', { ...news('方案已经出台'), milestones: rates(100, 60) });
    const { facts } = walk.get(id);
    expect(facts).toMatchObject({ actual: 58, planned: 40, gap: -18, latest: '方案已经出台，各项工作按方案推进。', reportDueOn: '2021-09-20' });
    expect((facts['progress'] as { unit: string; period: string }[]).map(({ unit, period }) => [unit, period])).toEqual([['tax', '2021-Q2'], ['approval', '2021-Q2']]);
    expect((facts['milestones'] as { doneOn?: string }[])[0]?.doneOn).toBe('2021-06-09');
  });
  test('once their day is over the lead unit reports without them', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(walk.on('2021-06-11').act(approval, id, 'report', news('方案已经出台')).stage).toBe('running');
  });
  test('a missing report is yellow after one working day and red after six', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk, { isKey: true }, { milestones: [{ name: '全面推行', startOn: '2021-03-22', dueOn: '2021-09-30', weight: 100 }] });
    // Due on Thursday, 25 March.
    expect(lightOn(walk, id, '2021-03-25')).toBe('green');
    expect(lightOn(walk, id, '2021-03-26')).toBe('yellow');
    expect(lightOn(walk, id, '2021-04-01')).toBe('yellow');
    expect(lightOn(walk, id, '2021-04-02')).toBe('red');
    expect(walk.get(id).facts['lightGround']).toBe('漏报6个工作日');
    walk.act(approval, id, 'report', news('方案已经出台'));
    expect(walk.get(id).facts['light']).toBe('green');
  });
  test('text copied from the last report is asked about', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    const text = '召开专题会议研究部署，印发实施方案，完成流程梳理和窗口整合。';
    walk.on('2021-06-11').act(approval, id, 'report', { text });
    walk.on('2021-09-11');
    expect(likenessOf(text, `${text}`)).toBe(100);
    expect(refusal(() => walk.act(approval, id, 'report', { text: `${text}！` }))).toBe('copied');
    expect(walk.act(approval, id, 'report', { text, whySame: '等待上级系统接口开放' }).stage).toBe('running');
    expect(likenessOf(text, '已办理企业开办三百件，平均用时四小时。')).toBeLessThan(20);
  });
  test('a report changes rates alone, and never downwards', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    walk.on('2021-06-11').act(approval, id, 'report', { ...news('已经出台'), milestones: rates(100, 50) });
    const moved = rates(100, 50).map((each, at) => (at === 2 ? { ...each, dueOn: '2021-12-31' } : each));
    walk.on('2021-09-11');
    expect(refusal(() => walk.act(approval, id, 'report', { ...news('继续推进系统'), milestones: moved }))).toBe('planFixed');
    expect(refusal(() => walk.act(approval, id, 'report', { ...news('继续推进系统'), milestones: rates(100, 40) }))).toBe('rateFell');
  });
  test('a co-unit reports its part done with proof, and owes no more', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(refusal(() => walk.act(housing, id, 'finishPart', { evidence: proof }))).toBe('notYours');
    walk.on('2021-05-10').act(tax, id, 'finishPart', { evidence: proof });
    expect(owed(walk, id, 'coWork')).toEqual([]);
    expect(owed(walk, id, 'coReport')).toEqual([]);
    expect(walk.get(id).facts['coWork']).toMatchObject([{ unit: 'tax', doneOn: '2021-05-10' }]);
  });
  test('the lead unit and every co-unit are judged each by itself', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(refusal(() => walk.act(office, id, 'mark', { unit: 'housing', mark: 'good', note: '措施扎实' }))).toBe('notCoUnit');
    walk.act(office, id, 'mark', { unit: 'tax', mark: 'good', note: '措施扎实' });
    walk.act(office, id, 'mark', { unit: 'approval', mark: 'fair', note: '统筹不够' });
    expect((walk.get(id).facts['coWork'] as { unit: string; mark: string }[]).map(({ unit, mark }) => [unit, mark])).toEqual([['tax', 'good'], ['approval', 'fair']]);
  });
});

describe('putting off, suspending, cancelling', () => {
  const asked = { newDueOn: '2021-12-31', reason: because };
  test('is asked for before the day due; the office advises, the leader decides', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    walk.on('2021-09-29').act(approvalHead, id, 'applyAdjust', asked);
    expect(findDueDay(chinaCalendar, walk.get(id).clocks['adjust'] ?? fail())).toBe('2021-10-09');
    expect(refusal(() => walk.act(leader, id, 'approveAdjust'))).toBe('gateClosed');
    walk.act(office, id, 'adviseAdjust', { adjustAdvice: 'agree', reason: because });
    expect(walk.act(leader, id, 'approveAdjust').facts).toMatchObject({ dueOn: '2021-12-31', extensions: [{ from: '2021-09-30', to: '2021-12-31', on: '2021-09-29' }], milestones: [{}, {}, { dueOn: '2021-12-31' }] });
  });
  test('on the day due it is too late', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(refusal(() => walk.on('2021-09-30').act(approvalHead, id, 'applyAdjust', asked))).toBe('putOffTooLate');
    expect(refusal(() => walk.on('2021-10-11').act(approvalHead, id, 'applyAdjust', asked))).toBe('putOffTooLate');
  });
  test('a day before the present limit, a task without a day, and a refusal by the leader', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(refusal(() => walk.act(approvalHead, id, 'applyAdjust', { ...asked, newDueOn: '2021-09-30' }))).toBe('putOffBackwards');
    walk.act(approvalHead, id, 'applyAdjust', asked);
    expect(walk.act(leader, id, 'refuseAdjust', { reason: because })).toMatchObject({ stage: 'running', facts: { dueOn: '2021-09-30' } });
    const other = reformWalk('2021-03-10');
    expect(refusal(() => other.act(approvalHead, runningTask(other, { dueText: '长期' }), 'applyAdjust', asked))).toBe('noDayToPutOff');
  });
  test('suspending and cancelling need a leader’s approval of just that; suspended is grey', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(refusal(() => walk.act(head, id, 'suspend', { reason: because }))).toBe('gateClosed');
    walk.act(leader, id, 'approveStop', { stopApproved: 'suspend', reason: because });
    expect(refusal(() => walk.act(head, id, 'cancel', { reason: because }))).toBe('gateClosed');
    expect(walk.act(head, id, 'suspend', { reason: because })).toMatchObject({ stage: 'suspended', facts: { light: 'grey' } });
    walk.on('2021-06-01').act(head, id, 'resume', { reason: because });
    expect(owed(walk, id, 'report')).toEqual([['approval', '2021-06-20']]);
    walk.act(leader, id, 'approveStop', { stopApproved: 'cancel', reason: because });
    expect(walk.act(head, id, 'cancel', { reason: because })).toMatchObject({ stage: 'cancelled', facts: { versionNo: 1 } });
    expect(walk.get(id).duties.filter(({ state }) => state === 'open')).toEqual([]);
  });
});

describe('the end of a task', () => {
  const claim = { completionType: 'full', result: '企业开办全流程半天办结。', resultNumber: '即政办发〔2021〕20号', evidence: proof };
  const checks = { checks: [{ item: '开办时间压减到半天以内', isMet: true, basis: '办件系统统计表' }] };
  const done = (day = '2021-08-20') => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    walk.on('2021-08-16').act(approval, id, 'report', { ...news('全面推行'), milestones: rates(100, 100, 100) });
    walk.on(day).act(approvalHead, id, 'claimDone', claim);
    return { walk, id };
  };
  test('claimed, agreed, verified, closed: each by its own hand', () => {
    const { walk, id } = done();
    expect(owed(walk, id, 'opinion')).toEqual([['group-economy', '2021-08-27']]);
    expect(owed(walk, id, 'report')).toEqual([]);
    expect(refusal(() => walk.act(office, id, 'verify', checks))).toBe('wrongStage');
    walk.act(group, id, 'opine', { groupOpinion: '同意办结' });
    walk.act(office, id, 'verify', checks);
    expect(refusal(() => walk.act(office, id, 'close'))).toBe('notYours');
    expect(walk.on('2021-08-25').act(head, id, 'close').facts).toMatchObject({ closedOn: '2021-08-25', closeNo: 1, claimedInTime: true, light: 'green' });
  });
  test('nobody closes what he verified himself', () => {
    const { walk, id } = done();
    walk.act(group, id, 'opine', { groupOpinion: '同意办结' });
    const both = { ...colleague, roles: ['OFFICE', 'OFFICE_HEAD'] };
    walk.act(both, id, 'verify', checks);
    expect(refusal(() => walk.act(both, id, 'close'))).toBe('samePerson');
  });
  test('returned with a reason, and counted; twice is yellow', () => {
    const { walk, id } = done();
    expect(refusal(() => walk.act(group, id, 'returnWork', { reason: '不行' }))).toBe('reasonTooShort');
    walk.act(group, id, 'returnWork', { reason: because });
    expect(walk.get(id)).toMatchObject({ stage: 'running', facts: { returnCount: 1, light: 'green' } });
    walk.act(approvalHead, id, 'claimDone', claim);
    walk.act(group, id, 'opine', { groupOpinion: '同意办结' });
    walk.act(office, id, 'returnWork', { reason: because });
    expect(walk.get(id).facts).toMatchObject({ returnCount: 2, light: 'yellow', lightGround: '已退回2次' });
  });
  test('“completed” needs every milestone; “for this phase” a standing task; “not completed” is no claim', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(refusal(() => walk.act(approvalHead, id, 'claimDone', claim))).toBe('milestonesOpen');
    expect(refusal(() => walk.act(approvalHead, id, 'claimDone', { ...claim, completionType: 'phase' }))).toBe('phaseOnlyStanding');
    expect(refusal(() => walk.act(approvalHead, id, 'claimDone', { ...claim, completionType: 'none' }))).toBe('completionNeeded');
    expect(refusal(() => walk.act(approvalHead, id, 'claimDone', { ...claim, evidence: [] }))).toBe('evidenceMissing');
    expect(walk.act(approvalHead, id, 'claimDone', { ...claim, completionType: 'partial' }).stage).toBe('doneClaimed');
  });
  test('an unmet target does not pass as completed, and an empty check is none', () => {
    const { walk, id } = done();
    walk.act(group, id, 'opine', { groupOpinion: '同意办结' });
    expect(refusal(() => walk.act(office, id, 'verify', { checks: [{ item: '半天以内', isMet: false, basis: '统计表' }] }))).toBe('targetUnmet');
    expect(refusal(() => walk.act(office, id, 'verify', { checks: [{ item: '半天以内', isMet: true }] }))).toBe('checksMissing');
  });
  test('claimed after its day it counts as late', () => {
    const { walk, id } = done('2021-10-08');
    expect(walk.get(id).facts['claimedInTime']).toBe(false);
  });
  test('what the year leaves undone becomes a task of the next, tied to this one', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(refusal(() => walk.on('2021-12-30').act(office, id, 'carryOver', { reason: because }))).toBe('yearNotOver');
    walk.on('2021-12-31').act(office, id, 'carryOver', { reason: because });
    expect(walk.get(id)).toMatchObject({ stage: 'carriedOver', facts: { completionType: 'none' } });
    const next = [...walk.matters.values()].find(({ facts }) => facts['carriedFrom'] === id);
    expect(next).toMatchObject({ stage: 'drafted', facts: { year: 2022, title: line.title, dueOn: '2022-12-31' }, links: [{ type: 'carries', id }] });
  });
});

describe('lights', () => {
  test('a milestone late by a day is yellow, by eleven red; done again it is green', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk, {}, { milestones: [{ name: '出台方案', startOn: '2021-03-22', dueOn: '2021-04-30', weight: 5 }, { name: '全面推行', dueOn: '2021-09-30', weight: 95 }] });
    expect(lightOn(walk, id, '2021-04-30')).toBe('green');
    expect(lightOn(walk, id, '2021-05-06')).toBe('yellow');
    // 6, 7, 8 (make-up Saturday), 10 … 14, 17, 18: ten working days; the nineteenth is the eleventh.
    expect(lightOn(walk, id, '2021-05-18')).toBe('yellow');
    expect(lightOn(walk, id, '2021-05-19')).toBe('red');
  });
  test('ten working days before its day it turns blue', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk, {}, { milestones: [{ name: '全面推行', startOn: '2021-03-22', dueOn: '2021-09-30', weight: 100 }] });
    walk.on('2021-06-11').act(approval, id, 'report', news('前期准备'));
    expect(lightOn(walk, id, '2021-09-14')).toBe('green');
    expect(lightOn(walk, id, '2021-09-16')).toBe('blue');
  });
  test('a standing task is never red by time, only by a missed yearly check', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk, { dueText: '长期' }, { milestones: [{ name: '建立机制', startOn: '2021-03-22', dueOn: '2021-04-30', weight: 100 }] });
    expect(walk.get(id).facts).toMatchObject({ yearCheckOn: '2021-12-31' });
    expect(lightOn(walk, id, '2021-06-18')).toBe('grey');
    expect(lightOn(walk, id, '2021-09-30')).toBe('yellow');
    walk.on('2021-10-08').act(approval, id, 'report', news('机制运行平稳'));
    walk.on('2021-12-20').act(approval, id, 'report', { ...news('持续开展'), milestones: [{ name: '建立机制', startOn: '2021-03-22', dueOn: '2021-04-30', weight: 100, doneRate: 100 }] });
    expect(lightOn(walk, id, '2022-01-03')).toBe('grey');
    expect(lightOn(walk, id, '2022-01-11')).toBe('red');
    expect(walk.act(office, id, 'recordCheck', { evidence: proof, reason: because }).facts).toMatchObject({ yearCheckOn: '2022-12-31', light: 'grey' });
    const other = reformWalk('2021-03-10');
    expect(refusal(() => other.act(office, runningTask(other), 'recordCheck', { evidence: proof, reason: because }))).toBe('notStanding');
  });
  test('the light of an ended quarter is published once and stays; two yellow quarters running are red', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk, {}, { milestones: [{ name: '出台方案', startOn: '2021-03-22', dueOn: '2021-03-31', weight: 10 }, { name: '全面推行', dueOn: '2021-09-30', weight: 90 }] });
    expect(lightOn(walk, id, '2021-04-01')).toBe('yellow');
    expect(walk.get(id).facts['quarterLights']).toEqual([{ quarter: '2021-Q1', light: 'green' }]);
    walk.settings.set('task.redLate', 200);
    walk.on('2021-06-11').act(approval, id, 'report', news('前期准备'));
    expect(lightOn(walk, id, '2021-07-01')).toBe('yellow');
    walk.on('2021-09-11').act(approval, id, 'report', news('继续推进方案'));
    expect(lightOn(walk, id, '2021-09-29')).toBe('yellow');
    walk.settings.set('task.redGap', 100);
    expect(lightOn(walk, id, '2021-10-08')).toBe('red');
    expect(walk.get(id).facts['quarterLights']).toEqual([{ quarter: '2021-Q1', light: 'green' }, { quarter: '2021-Q2', light: 'yellow' }, { quarter: '2021-Q3', light: 'yellow' }]);
  });
  test('a night that finds what the last one found leaves no trace', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    walk.on('2021-03-23');
    refusal(() => walk.act(night, id, 'recompute'));
    expect(refusal(() => walk.act(night, id, 'recompute'))).toBe('unchanged');
  });
  test('a light set by hand stays beside the computed one until that changes', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    expect(refusal(() => walk.act(office, id, 'setLight', { handLight: 'red', reason: because }))).toBe('notYours');
    walk.act(inspectLead, id, 'setLight', { handLight: 'red', reason: because });
    expect(lightOn(walk, id, '2021-03-24')).toBe('red');
    expect(walk.get(id).facts).toMatchObject({ computedLight: 'green', handLight: 'red' });
    expect(lightOn(walk, id, '2021-05-06')).toBe('red');
    expect(walk.get(id).facts['computedLight']).toBe('red');
  });
  test('another rule set may be chosen by number', () => {
    const walk = reformWalk('2021-03-10');
    const id = runningTask(walk);
    walk.settings.set('task.lightRules', 5);
    expect(lightOn(walk, id, '2021-10-08')).toBe('red');
    expect(walk.get(id).facts['lightGround']).toBe('逾期1个工作日');
  });
});

describe('waiting', () => {
  test('a task that waits for another is grey and does not begin; a ring is refused', () => {
    const walk = reformWalk('2021-03-10');
    const before = walk.file(office, 'task', 'draft', { ...line, seq: 8, title: '建立统一数据底座' }).id;
    const id = assignedTask(walk);
    walk.act(office, id, 'await', { dependsOn: [before] });
    expect(walk.get(id).links).toContainEqual({ type: 'waitsFor', mechanism: 'task', id: before });
    expect(refusal(() => walk.act(office, before, 'await', { dependsOn: [id] }))).toBe('cycle');
    expect(refusal(() => walk.act(office, before, 'await', { dependsOn: [before] }))).toBe('cycle');
    walk.act(approval, id, 'submitPlan', plan);
    walk.act(approvalHead, id, 'signPlan');
    walk.act(group, id, 'acceptPlan');
    expect(refusal(() => walk.on('2021-03-22').act(night, id, 'begin'))).toBe('waiting');
    expect(lightOn(walk, id, '2021-12-01')).toBe('grey');
  });
});

function fail(): never {
  throw new Error('there is no such clock');
}
