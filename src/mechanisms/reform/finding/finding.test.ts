import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { idOf, postOf, Walk } from '../../walk.ts';
import { jointProblem } from '../joint-problem/joint-problem.ts';
import { jointProblemRecord } from '../joint-problem/record.ts';
import { warningLetterRecord } from '../warning-letter/record.ts';
import { letterParts, talkMinutesParts } from '../warning-letter/report.ts';
import { serving as letterServing } from '../warning-letter/server.ts';
import { warningLetter } from '../warning-letter/warning-letter.ts';
import { task } from '../task/task.ts';
import { finding } from './finding.ts';
import { findingRecord } from './record.ts';
import { closingParts, planParts, rectificationParts } from './report.ts';
import { serving } from './server.ts';
import { paperContext } from '#test/paper-context.ts';
import { refusal } from '#test/refusal.ts';

const clerk = postOf('clerk', 'reform', ['OFFICE']);
const head = postOf('head', 'reform', ['OFFICE_HEAD']);
const leader = postOf('leader', 'leadership', ['LEADER']);
const group = postOf('group', 'group-economy', ['GROUP_HEAD'], ['economy']);
const inspector = postOf('inspector', 'party', ['INSPECTOR']);
const ofUnit = postOf('of-housing', 'housing', ['INSPECTOR']);
const unitHead = postOf('housing-head', 'housing', ['UNIT_HEAD']);
const liaison = postOf('housing-liaison', 'housing', ['UNIT']);
const proof = { hash: 'e'.repeat(64), name: '窗口开放照片.jpg', type: 'image/jpeg', size: 9 };
const because = '情况已经核实，理由是这样的。';
const plan = { personName: '张主任', goal: '窗口开放并正常受理。', measures: [{ measure: '完成装修和人员培训', person: '张主任', by: '2021-05-20' }], dueOn: '2021-05-31' };
const check = { checkedOn: '2021-05-24', checkWay: 'site', checkRecord: '现场查看，窗口已开放，当日受理12件。', answersGoal: true, with: [{ person: 'other' }], evidence: [proof] };

/** One finding and what is done about it. */
class Case {
  readonly walk = new Walk([finding, warningLetter, jointProblem, task], '2021-04-12T02:00:00.000Z', { warningLetter: letterServing, finding: serving });
  readonly id: string;
  constructor(change: object = {}) {
    this.walk.units.set('housing', { id: 'housing', name: '住建局', isActive: true, groups: [] });
    this.id = this.walk.on('2021-04-12').file({ kind: 'system', job: 'test' }, 'finding', 'order', {
      code: 'ZG-2021-Q1-001', description: '3月底应开放的窗口到4月12日仍未开放。', round: idOf(900), sheet: idOf(901), notice: idOf(902), headKind: 'work', grade: 'B', mode: 'limited', field: 'economy', unit: 'housing', planDays: 10, ...change,
    }).id;
  }
  on(day: string) {
    this.walk.on(day);
    return this;
  }
  do(actor: Actor, action: string, input: object = {}) {
    this.walk.act(actor, this.id, action, input);
    return this;
  }
  tried(actor: Actor, action: string, input: object = {}) {
    return refusal(() => this.walk.act(actor, this.id, action, input));
  }
  rectifying(change: object = {}) {
    return this.do(unitHead, 'filePlan', { ...plan, ...change }).do(clerk, 'agreePlan');
  }
  claimed() {
    return this.rectifying().on('2021-05-20').do(unitHead, 'claim', { result: '窗口5月18日开放，已受理40件。', evidence: [proof] });
  }
  verified() {
    return this.claimed().do(group, 'agreeGroup', { groupOpinion: '同意，目标已达到。' }).on('2021-05-24').do(inspector, 'verifySite', check);
  }
  closed() {
    return this.verified().do(head, 'close', { closeOpinion: '目标达到，同意销号。' });
  }
  drawn() {
    return this.closed().on('2021-09-20').do({ kind: 'system', job: 'test' }, 'callBack', { sampledFor: idOf(903) });
  }
  get held() {
    return this.walk.get(this.id);
  }
}

const figure = (key: string) => finding.figures.find((each) => each.key === key)!;

describe('a finding', () => {
  test('goes from the order to the stroke through its number, each step in its time', () => {
    const one = new Case();
    expect(findDueDay(chinaCalendar, one.held.clocks['plan']!)).toBe('2021-04-25');
    one.rectifying();
    expect(findDueDay(chinaCalendar, one.held.clocks['rectify']!)).toBe('2021-05-31');
    one.do(liaison, 'report', { words: '装修已经完成。' }).on('2021-05-20').do(unitHead, 'claim', { result: '窗口5月18日开放，已受理40件。', evidence: [proof] });
    expect(findDueDay(chinaCalendar, one.held.clocks['groupOpinion']!)).toBe('2021-05-27');
    one.do(group, 'agreeGroup', { groupOpinion: '同意，目标已达到。' });
    expect(findDueDay(chinaCalendar, one.held.clocks['siteCheck']!)).toBe('2021-06-03');
    one.on('2021-05-24').do(inspector, 'verifySite', check).do(head, 'close', { closeOpinion: '目标达到，同意销号。' });
    expect(one.held).toMatchObject({ stage: 'closed', facts: { closedOn: '2021-05-24', isOnTime: true, days: 42, checkers: [{ person: 'inspector' }, { person: 'other' }], progress: [{ on: '2021-04-12', words: '装修已经完成。' }] } });
    expect(Object.values(one.held.clocks).filter(({ stoppedOn }) => stoppedOn === undefined)).toEqual([]);
  });

  test('of grade A has a leader, who agrees to the plan himself', () => {
    const one = new Case({ grade: 'A' });
    expect(one.tried(unitHead, 'filePlan', plan)).toBe('leaderMissing');
    one.do(unitHead, 'filePlan', { ...plan, leader: 'leader' });
    expect(one.tried(clerk, 'agreePlan')).toBe('leaderAgrees');
    expect(one.do(leader, 'agreePlan').held.stage).toBe('rectifying');
  });

  test.each([['immediate', '2021-04-25', '2021-04-26'], ['limited', '2021-06-11', '2021-06-12'], ['longTerm', '2021-10-09', '2021-10-10']])('%s ends on %s and not a day later', (mode, last, beyond) => {
    const monthly = [{ month: '2021-05', target: '完成一半' }];
    expect(new Case({ mode }).tried(unitHead, 'filePlan', { ...plan, dueOn: beyond, monthly })).toBe('beyondMode');
    expect(new Case({ mode }).tried(unitHead, 'filePlan', { ...plan, dueOn: last, monthly })).toBe('open');
  });

  test('that takes long has monthly targets, and no day lies in the past', () => {
    expect(new Case({ mode: 'longTerm' }).tried(unitHead, 'filePlan', plan)).toBe('monthlyMissing');
    expect(new Case().tried(unitHead, 'filePlan', { ...plan, dueOn: '2021-04-11' })).toBe('dueInPast');
  });

  test('is extended once, before its day, by half of the first time at most, by a leader', () => {
    const one = new Case().rectifying();
    one.do(unitHead, 'askExtension', { reason: because });
    expect(one.tried(head, 'extend', { until: '2021-06-20', reason: because })).toBe('notYours');
    expect(one.tried(leader, 'extend', { until: '2021-06-25', reason: because })).toBe('extendLong');
    expect(one.tried(leader, 'extend', { until: '2021-05-31', reason: because })).toBe('extendBack');
    expect(one.tried(leader, 'extend', { until: '2021-06-24' })).toBe('reasonTooShort');
    one.do(leader, 'extend', { until: '2021-06-24', reason: because });
    expect(findDueDay(chinaCalendar, one.held.clocks['rectify']!)).toBe('2021-06-24');
    expect(one.tried(leader, 'extend', { until: '2021-06-25', reason: because })).toBe('extendedOnce');
    expect(new Case().rectifying().on('2021-05-31').tried(leader, 'extend', { until: '2021-06-10', reason: because })).toBe('extendLate');
  });

  test.each(['正在推进窗口建设工作', '窗口建设任务已部署到科室', '这项工作需要长期坚持下去'])('is not closed by “%s”', (words) => {
    expect(new Case().rectifying().tried(unitHead, 'claim', { result: words, evidence: [proof] })).toBe('forbiddenReason');
    expect(new Case().claimed().tried(group, 'agreeGroup', { groupOpinion: words })).toBe('forbiddenReason');
    expect(new Case().verified().tried(head, 'close', { closeOpinion: words })).toBe('forbiddenReason');
  });

  test('is verified by two of other units, on site but for grade C, by evidence of the goal', () => {
    const one = new Case().claimed();
    expect(one.tried(inspector, 'verifySite', check)).toBe('wrongStage');
    one.do(group, 'agreeGroup', { groupOpinion: '同意，目标已达到。' }).on('2021-05-24');
    const tried = (change: object, actor: Actor = inspector) => one.tried(actor, 'verifySite', { ...check, ...change });
    expect(tried({}, ofUnit)).toBe('ownUnit');
    expect(tried({ checkWay: 'paper' })).toBe('paperOnlyC');
    expect(tried({ with: [{ person: 'inspector' }] })).toBe('twoCheckers');
    expect(tried({ checkedOn: '2021-05-25' })).toBe('checkInFuture');
    expect(tried({ answersGoal: false })).toBe('evidenceOfProcess');
    expect(tried({ evidence: [] })).toBe('evidenceMissing');
    const minor = new Case({ grade: 'C' }).claimed().do(group, 'agreeGroup', { groupOpinion: '同意，目标已达到。' }).on('2021-05-24');
    expect(minor.tried(inspector, 'verifySite', { ...check, checkWay: 'paper' })).toBe('open');
  });

  test('is closed with all four pieces and not with three', () => {
    const one = new Case().verified();
    const { facts } = one.held;
    for (const piece of ['headSignedBy', 'groupOpinion', 'checkRecord', 'answersGoal']) {
      one.walk.matters.set(one.id, { ...one.held, facts: Object.fromEntries(Object.entries(facts).filter(([name]) => name !== piece)) });
      expect(one.tried(head, 'close', { closeOpinion: '目标达到，同意销号。' })).toBe('gateClosed');
    }
  });

  test('is returned at every check with a reason, counted, and checked anew', () => {
    const one = new Case().claimed().do(group, 'sendBack', { reason: because });
    expect(one.held).toMatchObject({ stage: 'rectifying', facts: { returnCount: 1 } });
    const again = new Case().verified();
    expect(again.tried(head, 'sendBack', { reason: '不行' })).toBe('reasonTooShort');
    again.do(head, 'sendBack', { reason: because });
    expect(again.held.facts['checkRecord']).toBeUndefined();
    expect(new Case().do(unitHead, 'filePlan', plan).do(clerk, 'returnPlan', { reason: because }).held).toMatchObject({ stage: 'ordered', facts: { returnCount: 1 } });
  });
});

describe('looking back', () => {
  test('only at what was drawn, and never at one’s own unit', () => {
    const one = new Case().closed();
    expect(one.tried(inspector, 'reInspect', { outcome: 'kept', evidence: [proof] })).toBe('notSampled');
    expect(new Case().drawn().tried(ofUnit, 'reInspect', { outcome: 'kept', evidence: [proof] })).toBe('ownUnit');
    expect(new Case().drawn().do(inspector, 'reInspect', { outcome: 'kept', evidence: [proof] }).held).toMatchObject({ stage: 'kept', facts: { isRebounded: false, closedOn: '2021-05-24' } });
  });

  test('a rebound opens it again, one grade worse, with a new plan to file', () => {
    const one = new Case().drawn();
    expect(one.tried(inspector, 'reInspect', { outcome: 'rebounded', found: '又关了', evidence: [proof] })).toBe('wordsMissing');
    one.do(inspector, 'reInspect', { outcome: 'rebounded', found: '窗口8月起停止受理，群众仍要跑镇街。', evidence: [proof] });
    expect(one.held).toMatchObject({ stage: 'reopened', facts: { grade: 'A', isRebounded: true, orderedOn: '2021-09-20' } });
    expect(one.held.facts['closedOn']).toBeUndefined();
    expect(findDueDay(chinaCalendar, one.held.clocks['plan']!)).toBe('2021-10-09');
    one.do(unitHead, 'filePlan', { ...plan, leader: 'leader', dueOn: '2021-10-31' });
    expect(one.held.stage).toBe('planFiled');
    const rate = figure('finding.reboundRate');
    expect([holds(rate.where, one.held, '2021-12-28'), 'share' in rate.measure && holds(rate.measure.share, one.held, '2021-12-28')]).toEqual([true, true]);
  });

  test('what was false is also proposed for accountability, which nobody decides here', () => {
    const one = new Case().drawn().do(inspector, 'reInspect', { outcome: 'false', found: '受理记录系整改检查前一天补造。', evidence: [proof] });
    const letter = [...one.walk.matters.values()].find(({ mechanism }) => mechanism === 'warningLetter')!;
    expect(letter).toMatchObject({ stage: 'drafted', facts: { rung: 'proposal', unit: 'housing', finding: one.id } });
    expect(refusal(() => one.walk.act(head, letter.id, 'sign'))).toBe('isProposal');
    expect(refusal(() => one.walk.act(head, letter.id, 'handOver', { competentBody: '区纪委监委', reason: because, evidence: [proof] }))).toBe('leaderSigns');
    one.walk.act(leader, letter.id, 'handOver', { competentBody: '区纪委监委', reason: because, evidence: [proof] });
    one.walk.act(clerk, letter.id, 'recordDecision', { decision: '区纪委监委予以批评教育。', evidence: [proof] });
    expect(one.walk.get(letter.id).stage).toBe('closed');
  });
});

describe('the task that a finding is of', () => {
  const night: Actor = { kind: 'system', job: 'nightly' };
  const withTask = () => {
    const one = new Case({ task: idOf(950) }).rectifying();
    one.walk.matters.set(idOf(950), { ...one.held, id: idOf(950), mechanism: 'task', stage: 'running', duties: [], clocks: {}, facts: { title: '工程建设项目审批改革', leadUnit: 'housing', dueOn: '2021-12-31', dueKind: 'day', issuedOn: '2021-03-01', reportDueOn: '2021-12-31', milestones: [] } });
    return { one, lamp: () => one.walk.get(idOf(950)).facts };
  };

  test('turns red in the night after the day has passed, and back once the finding is closed', () => {
    const { one, lamp } = withTask();
    expect(one.on('2021-05-31').tried(night, 'noteOverdue')).toBe('notOverdue');
    one.on('2021-06-01').do(night, 'noteOverdue');
    expect(lamp()).toMatchObject({ isRectificationLate: true, light: 'red', lightGround: '督察整改逾期' });
    expect(one.tried(night, 'noteOverdue')).toBe('notOverdue');
    one.do(unitHead, 'claim', { result: '窗口5月18日开放，已受理40件。', evidence: [proof] }).do(group, 'agreeGroup', { groupOpinion: '同意，目标已达到。' })
      .do(inspector, 'verifySite', check).do(head, 'close', { closeOpinion: '目标达到，同意销号。' });
    expect(lamp()).toMatchObject({ isRectificationLate: false, light: 'green' });
    expect(one.held.facts).toMatchObject({ isOnTime: false });
  });

  test('stays red while another finding of it is late', () => {
    const { one, lamp } = withTask();
    one.on('2021-06-01').do(night, 'noteOverdue');
    const other = idOf(960);
    one.walk.matters.set(other, { ...one.held, id: other });
    one.do(head, 'withdraw', { reason: because });
    expect(lamp()['light']).toBe('red');
    one.walk.act(head, other, 'withdraw', { reason: because });
    expect(lamp()['light']).toBe('green');
  });

  test('is red for what was false', () => {
    const { one, lamp } = withTask();
    one.walk.matters.set(one.id, { ...one.held, stage: 'closed', facts: { ...one.held.facts, sampledFor: idOf(903) } });
    one.do(inspector, 'reInspect', { outcome: 'false', found: '受理记录系整改检查前一天补造。', evidence: [proof] });
    expect(lamp()).toMatchObject({ isReportFalse: true, light: 'red', lightGround: '督察认定虚假' });
  });
});

test('the closure rate asks what is due by the day, not everything', () => {
  const { where, measure } = figure('finding.closureRate');
  const closed = new Case().closed().held;
  const open = new Case().rectifying().held;
  expect([holds(where, open, '2021-05-30'), holds(where, open, '2021-05-31'), holds(where, closed, '2021-12-28')]).toEqual([false, true, true]);
  expect('share' in measure && [holds(measure.share, open, '2021-12-28'), holds(measure.share, closed, '2021-12-28')]).toEqual([false, true]);
});

test('plan, report and application to close carry goal, measures, person, day, evidence and four signatures', () => {
  const one = new Case().closed();
  const context = paperContext(one.walk, one.id, '2021-05-28');
  const [made, done, closing] = [planParts, rectificationParts, closingParts].map((parts) => JSON.stringify(parts(context)));
  for (const words of ['窗口开放并正常受理。', '完成装修和人员培训', '张主任', '2021年5月20日', '3月底应开放的窗口到4月12日仍未开放']) expect(made).toContain(words);
  expect(made).not.toContain('佐证清单');
  expect(done).toContain('窗口开放照片.jpg');
  for (const words of ['窗口开放照片.jpg', '主要负责人（签字）：housing-head', '专项小组意见', '核验人（签字）：inspector、other', '改革办意见']) expect(closing).toContain(words);
});

test('a photo that served elsewhere, or was taken before the order, proves nothing', () => {
  const one = new Case().rectifying().on('2021-05-20');
  const claim = (change: object) => one.tried(unitHead, 'claim', { result: '窗口5月18日开放，已受理40件。', evidence: [{ ...proof, ...change }] });
  expect(claim({ usedOn: '2020-11-02' })).toBe('photoReused');
  expect(claim({ takenOn: '2021-04-11' })).toBe('photoOld');
  // A paper may serve twice, and a photo that does not say its day is not judged by it.
  expect(claim({ usedOn: '2020-11-02', name: '批复.pdf', type: 'application/pdf' })).toBe('open');
  one.do(group, 'agreeGroup', { groupOpinion: '同意，目标已达到。' }).on('2021-05-24');
  expect(one.tried(inspector, 'verifySite', { ...check, evidence: [{ ...proof, takenOn: '2021-05-19' }] })).toBe('photoOld');
  expect(one.tried(inspector, 'verifySite', { ...check, evidence: [{ ...proof, takenOn: '2021-05-24' }] })).toBe('open');
});

describe('letters', () => {
  const letter = (one: Case, rung: string) => one.walk.file(clerk, 'warningLetter', 'draft', { rung, finding: one.id, demand: '请立即整改并说明原因。' }).id;

  test('yellow asks for a reminder, red for an order, and each fires once a round', () => {
    const one = new Case().rectifying();
    expect(refusal(() => letter(one, 'reminder'))).toBe('notLate');
    expect(refusal(() => one.walk.file(clerk, 'warningLetter', 'draft', { rung: 'reminder', demand: '请立即整改并说明原因。' }))).toBe('oneObject');
    one.on('2021-06-01');
    expect(refusal(() => letter(one, 'order'))).toBe('notRed');
    const id = letter(one, 'reminder');
    expect(refusal(() => letter(one, 'reminder'))).toBe('fired');
    one.walk.act(head, id, 'sign');
    expect(one.walk.get(id)).toMatchObject({ number: '改革督办〔2021〕1号', facts: { unit: 'housing', signer: 'head', answerBy: '2021-06-04', subject: 'ZG-2021-Q1-001整改逾期1个工作日' } });
    one.walk.act(liaison, id, 'receive');
    one.walk.act(unitHead, id, 'answerLetter', { answer: '因装修材料未到，6月10日前完成。' });
    expect(refusal(() => one.walk.act(unitHead, id, 'reportWeekly', { words: '材料已经到场。' }))).toBe('notOrder');
    one.walk.act(clerk, id, 'sendBack', { reason: because });
    expect(one.walk.get(id).duties.filter(({ state }) => state === 'open')).toHaveLength(1);
    one.walk.act(unitHead, id, 'answerLetter', { answer: '材料6月3日到场，6月8日完成。' });
    one.walk.act(clerk, id, 'accept');
    one.on('2021-06-30');
    const order = letter(one, 'order');
    one.walk.act(head, order, 'sign');
    expect(one.walk.get(order).facts['answerBy']).toBe('2021-07-07');
    one.walk.act(unitHead, order, 'receive');
    one.walk.act(liaison, order, 'reportWeekly', { words: '本周完成吊顶。' });
    expect(refusal(() => one.walk.act(leader, order, 'holdTalk', { talkOn: '2021-06-30', talkPersons: '主要负责人', minutes: '约谈情况记录，逐项说明事实和要求如下。', commitment: '立即整改。', evidence: [proof] }))).toBe('notTalk');
    expect(refusal(() => one.walk.act(leader, order, 'handOver', { competentBody: '区纪委监委', reason: because, evidence: [proof] }))).toBe('wrongStage');
  });

  test('red in two rounds is talked about, with minutes; in three it is proposed', () => {
    const one = new Case().rectifying().on('2021-06-30');
    letter(one, 'order');
    expect(refusal(() => letter(one, 'talk'))).toBe('fewRedRounds');
    one.on('2021-07-05');
    expect(refusal(() => letter(one, 'proposal'))).toBe('fewRedRounds');
    const talk = letter(one, 'talk');
    one.walk.act(head, talk, 'sign');
    one.walk.act(unitHead, talk, 'receive');
    expect(refusal(() => one.walk.act(unitHead, talk, 'answerLetter', { answer: '我们将于近期完成整改任务。' }))).toBe('isTalk');
    const minutes = { talkOn: '2021-07-05', talkPersons: '住建局主要负责人', minutes: '约谈指出窗口逾期未开放的事实，要求七月底前完成。', commitment: '保证七月底前开放。', evidence: [proof] };
    expect(refusal(() => one.walk.act(leader, talk, 'holdTalk', { ...minutes, talkOn: '2021-07-06' }))).toBe('talkInFuture');
    one.walk.act(leader, talk, 'holdTalk', minutes);
    letter(one, 'order');
    one.on('2021-10-08');
    const proposal = letter(one, 'proposal');
    expect(one.walk.get(proposal).stage).toBe('drafted');
    const reminder = letter(one, 'reminder');
    expect(refusal(() => one.walk.act(leader, reminder, 'handOver', { competentBody: '区纪委监委', reason: because, evidence: [proof] }))).toBe('notProposal');
    one.walk.act(head, reminder, 'discard', { reason: because });
    const context = paperContext(one.walk, talk, '2021-07-05');
    const [notice, record] = [letterParts, talkMinutesParts].map((parts) => JSON.stringify(parts(context)));
    expect(notice).toContain('约谈通知');
    expect(notice).toContain('窗口到4月12日仍未开放');
    expect(record).toContain('约谈住建局纪要');
    expect(record).toContain('保证七月底前开放');
  });
});

describe('a joint problem', () => {
  const given = { problem: '历史遗留项目不动产登记难', details: '12个小区5600户没有办证，涉及四个部门。', owner: 'leader', leadUnit: 'housing', coUnits: ['police'], promisedOn: '2021-06-30' };

  test('is owed by all its units until its leader confirms that it is solved', () => {
    const { walk } = new Case();
    const { id } = walk.file(clerk, 'jointProblem', 'list', given);
    expect(walk.get(id).duties.map(({ unit, state }) => [unit, state])).toEqual([['housing', 'open'], ['police', 'open']]);
    walk.act(group, id, 'meet', { on: '2021-04-12', decided: '先易后难，分三批办理。' });
    walk.act(unitHead, id, 'claim', { result: '5600户全部办证，清单附后。', evidence: [proof] });
    walk.act(leader, id, 'sendBack', { reason: because });
    walk.act(unitHead, id, 'claim', { result: '5600户全部办证，清单附后。', evidence: [proof] });
    walk.act(leader, id, 'confirm');
    expect(walk.get(id)).toMatchObject({ stage: 'solved', facts: { isInTime: true } });
    expect(walk.get(id).duties.every(({ state }) => state === 'done')).toBe(true);
  });

  test('has a day to come, a lead unit apart from the others, and meetings that took place', () => {
    const { walk } = new Case();
    expect(refusal(() => walk.file(clerk, 'jointProblem', 'list', { ...given, promisedOn: '2021-04-11' }))).toBe('promisedInPast');
    expect(refusal(() => walk.file(clerk, 'jointProblem', 'list', { ...given, coUnits: ['housing'] }))).toBe('leadIsCo');
    const { id } = walk.file(clerk, 'jointProblem', 'list', given);
    expect(refusal(() => walk.act(group, id, 'meet', { on: '2021-04-13', decided: '先易后难，分三批办理。' }))).toBe('meetingInFuture');
  });
});

test('every refusal of findings, letters and joint problems is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  const codes = [findingRecord, warningLetterRecord, jointProblemRecord].flatMap(({ refusals }) => Object.keys(refusals));
  expect(codes.filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
