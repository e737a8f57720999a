import { describe, expect, test } from 'vitest';
import type { Walk } from '../../walk.ts';
import { assignedTask, because, line, people, proof, reformWalk, refusal } from '../../../../test/reform-walk.ts';

const { office, head, groupHead, group, leader, top, approval, tax, housing } = people;
const call = { title: '2022年改革工作要点', year: 2022, notice: '请各单位申报明年的改革项目，没有的也请回复。', asked: ['approval', 'tax'] };
const body = { overall: '围绕中心、服务大局，推进重点领域改革。', safeguards: '加强统筹协调，强化督察问效。' };
const next = { ...line, year: 2022, dueText: '9月底前' };

/** A clause of the province, received in January 2022. */
function clause(walk: Walk, clauseNo = '1'): string {
  const { id } = walk.file(office, 'upperProgramme', 'register', { title: '全省改革行动方案', level: 'provincial', year: 2022, receivedOn: '2022-01-05' });
  walk.act(office, id, 'decompose', { clauses: [{ clauseNo, text: '推行一件事集成办理', upperDept: '省政府办公厅', dueText: '10月底前' }] });
  return [...walk.matters.values()].find(({ mechanism, facts }) => mechanism === 'upperTask' && facts['programme'] === id && facts['clauseNo'] === clauseNo)?.id ?? '';
}

function drafting(walk: Walk): string {
  const { id } = walk.on('2021-11-15').file(office, 'annualPoints', 'open', call);
  walk.act(approval, id, 'propose', { name: '推行企业开办一件事' });
  walk.act(tax, id, 'propose', { name: '无' });
  walk.on('2022-01-10').act(office, id, 'startDrafting');
  return id;
}

function consulting(walk: Walk): string {
  const id = drafting(walk);
  walk.file(office, 'task', 'draft', next);
  walk.act(office, id, 'consult', { ...body, consulted: ['approval', 'housing'] });
  return id;
}

function reviewing(walk: Walk): string {
  const id = consulting(walk);
  walk.act(approval, id, 'giveOpinion', { text: '无意见' });
  walk.act(housing, id, 'giveOpinion', { text: '建议增加住房领域改革任务' });
  walk.act(office, id, 'adopt', { opinions: [{ unit: 'approval', text: '无意见', on: '2022-01-10', adoption: 'adopted' }, { unit: 'housing', text: '建议增加住房领域改革任务', on: '2022-01-10', adoption: 'not', reason: '已列入专项规划' }] });
  walk.act(head, id, 'putForward', { explanation: '起草过程和主要考虑如下。' });
  return id;
}

const passed = { meetingName: '区委深改委第六次会议', meetingOn: '2022-01-12', outcome: 'passed', evidence: proof };

function issued(walk: Walk): string {
  const id = reviewing(walk);
  walk.on('2022-01-12').act(office, id, 'recordMeeting', passed);
  walk.on('2022-01-14').act(office, id, 'issue', { docNo: '即发〔2022〕3号' });
  return id;
}

describe('collecting and drafting', () => {
  test('every unit owes its answer; drafting waits for them or for the end of the time', () => {
    const walk = reformWalk('2021-11-15');
    const { id } = walk.file(office, 'annualPoints', 'open', call);
    walk.act(approval, id, 'propose', { name: '推行企业开办一件事', reason: '企业反映集中' });
    expect(refusal(() => walk.act(approval, id, 'propose', { name: '又一项' }))).toBe('notYours');
    expect(refusal(() => walk.act(office, id, 'startDrafting'))).toBe('stillCollecting');
    // Fifteen working days from 15 November: 6 December; urged three working days later.
    expect(refusal(() => walk.on('2021-12-08').act(office, id, 'urge'))).toBe('notYetUrged');
    expect(walk.on('2021-12-09').act(office, id, 'urge').facts).toMatchObject({ unanswered: ['tax'], urgedOn: '2021-12-09' });
    expect(walk.act(office, id, 'startDrafting')).toMatchObject({ stage: 'drafting', facts: { proposals: [{ unit: 'approval' }] } });
  });
  test('nobody is urged when all have answered', () => {
    const walk = reformWalk('2021-11-15');
    const { id } = walk.file(office, 'annualPoints', 'open', call);
    walk.act(approval, id, 'propose', { name: '无' });
    walk.act(tax, id, 'propose', { name: '无' });
    expect(refusal(() => walk.act(office, id, 'urge'))).toBe('nobodyToUrge');
  });
  test('there is nothing to consult on before a task is listed', () => {
    const walk = reformWalk('2021-11-15');
    expect(refusal(() => walk.act(office, drafting(walk), 'consult', { ...body, consulted: ['approval'] }))).toBe('noTasks');
  });
});

describe('consultation', () => {
  test('waits for answers until the day, and for a decision on each opinion', () => {
    const walk = reformWalk('2021-11-15');
    const id = consulting(walk);
    walk.act(housing, id, 'giveOpinion', { text: '建议增加住房领域改革任务' });
    expect(refusal(() => walk.act(head, id, 'putForward', { explanation: '起草过程和主要考虑如下。' }))).toBe('stillConsulting');
    walk.on('2022-01-20');
    expect(refusal(() => walk.act(head, id, 'putForward', { explanation: '起草过程和主要考虑如下。' }))).toBe('adoptionMissing');
    const decided = (change: object) => ({ opinions: [{ unit: 'housing', text: '建议增加住房领域改革任务', on: '2022-01-10', ...change }] });
    expect(refusal(() => walk.act(office, id, 'adopt', decided({ text: '没有意见', adoption: 'adopted' })))).toBe('opinionsChanged');
    walk.act(office, id, 'adopt', decided({ adoption: 'partly' }));
    expect(refusal(() => walk.act(head, id, 'putForward', { explanation: '起草过程和主要考虑如下。' }))).toBe('adoptionMissing');
    walk.act(office, id, 'adopt', decided({ adoption: 'partly', reason: '并入城建类' }));
    expect(walk.act(head, id, 'putForward', { explanation: '起草过程和主要考虑如下。' })).toMatchObject({ stage: 'reviewing', facts: { silent: ['approval'] } });
  });
});

describe('a clause from above', () => {
  test('without a task and without a signature blocks the way; a task or the signature opens it', () => {
    const walk = reformWalk('2021-11-15');
    const id = consulting(walk);
    walk.on('2022-01-20');
    const [one, other] = [clause(walk, '1'), clause(walk, '2')];
    const forward = () => walk.act(head, id, 'putForward', { explanation: '起草过程和主要考虑如下。' });
    expect(refusal(forward)).toBe('gapsOpen');
    expect(walk.act(office, id, 'compare').facts).toMatchObject({ upperCount: 2, coverage: 0, gaps: '全省改革行动方案第1条、全省改革行动方案第2条' });
    const task = [...walk.matters.values()].find(({ mechanism }) => mechanism === 'task')?.id ?? '';
    walk.act(office, one, 'map', { tasks: [task] });
    expect(walk.get(task)).toMatchObject({ facts: { upperTasks: [one] }, links: [{ type: 'answers', id: one }] });
    expect(walk.act(office, id, 'compare').facts).toMatchObject({ coverage: 50 });
    walk.act(group, other, 'proposeNa', { naReason: '本区没有这类机构，不涉及。' });
    expect(refusal(forward)).toBe('gapsOpen');
    walk.act(groupHead, other, 'signNa', { reason: because });
    expect(walk.act(office, id, 'compare').facts).toMatchObject({ coverage: 100 });
    expect(forward().stage).toBe('reviewing');
  });
  test('that comes in between the paper and the meeting blocks the approval all the same', () => {
    const walk = reformWalk('2021-11-15');
    const id = reviewing(walk);
    clause(walk);
    walk.on('2022-01-12');
    expect(refusal(() => walk.act(office, id, 'recordMeeting', passed))).toBe('gapsOpen');
    expect(walk.act(office, id, 'recordMeeting', { ...passed, outcome: 'rejected' }).stage).toBe('drafting');
  });
});

describe('the meeting and the issue', () => {
  test('the minutes are attached, and the meeting has been held', () => {
    const walk = reformWalk('2021-11-15');
    const id = reviewing(walk);
    expect(refusal(() => walk.act(office, id, 'recordMeeting', { ...passed, evidence: [] }))).toBe('evidenceMissing');
    expect(refusal(() => walk.act(office, id, 'recordMeeting', { ...passed, meetingOn: '2022-01-31' }))).toBe('meetingLater');
  });
  test('what passed in principle is reworked before it goes out', () => {
    const walk = reformWalk('2021-11-15');
    const id = reviewing(walk);
    walk.on('2022-01-12').act(office, id, 'recordMeeting', { ...passed, outcome: 'principle' });
    expect(refusal(() => walk.act(office, id, 'issue', { docNo: '即发〔2022〕3号' }))).toBe('reworkFirst');
    walk.act(office, id, 'finishRework', { reason: because });
    expect(walk.act(office, id, 'issue', { docNo: '即发〔2022〕3号' }).stage).toBe('issued');
    const other = reformWalk('2021-11-15');
    const plain = reviewing(other);
    other.on('2022-01-12').act(office, plain, 'recordMeeting', passed);
    expect(refusal(() => other.act(office, plain, 'finishRework', { reason: because }))).toBe('notInPrinciple');
  });
  test('the issue assigns every task and keeps the table as it went out', () => {
    const walk = reformWalk('2021-11-15');
    const id = issued(walk);
    expect(walk.get(id).facts).toMatchObject({ versionNo: 1, taskCount: 1, categoryCount: 1, issuedOn: '2022-01-14', issuedTable: [{ seq: 1, title: line.title, leadUnit: 'approval', dueText: '9月底前' }] });
    expect([...walk.matters.values()].find(({ mechanism }) => mechanism === 'task')).toMatchObject({ stage: 'assigned', facts: { points: id, versionNo: 1 } });
  });
  test('a carried-over task without a number keeps the paper back until it has one', () => {
    const walk = reformWalk('2021-11-15');
    const old = assignedTask(walk);
    walk.on('2021-12-31').act(office, old, 'carryOver', { reason: because });
    walk.on('2022-01-04');
    const points = { title: '2022年改革工作要点', year: 2022, docNo: '即发〔2022〕3号', issuedOn: '2022-01-04', evidence: proof, reason: because };
    expect(refusal(() => walk.file(head, 'annualPoints', 'recordIssued', points))).toBe('taskIncomplete');
    const carried = [...walk.matters.values()].find(({ facts }) => facts['carriedFrom'] === old)?.id ?? '';
    walk.act(office, carried, 'revise', { seq: 1 });
    expect(walk.file(head, 'annualPoints', 'recordIssued', points).facts).toMatchObject({ taskCount: 1 });
  });
  test('points issued on paper are recorded with the paper, never ahead of their day, never empty', () => {
    const walk = reformWalk('2021-03-10');
    const points = { title: '2021年改革工作要点', year: 2021, docNo: '即发〔2021〕5号', issuedOn: '2021-03-15', evidence: proof, reason: because };
    expect(refusal(() => walk.file(head, 'annualPoints', 'recordIssued', points))).toBe('issuedLater');
    walk.on('2021-03-15');
    expect(refusal(() => walk.file(head, 'annualPoints', 'recordIssued', points))).toBe('noTasks');
    expect(refusal(() => walk.file(office, 'annualPoints', 'recordIssued', points))).toBe('notYours');
  });
});

describe('revision', () => {
  const request = { revision: '上级政策调整，增减任务。', evidence: proof };
  test('adds and cancels by a new version; the one issued first is never overwritten', () => {
    const walk = reformWalk('2021-11-15');
    const id = issued(walk);
    const first = [...walk.matters.values()].find(({ mechanism }) => mechanism === 'task')?.id ?? '';
    expect(refusal(() => walk.act(office, id, 'proposeRevision', request))).toBe('nothingToRevise');
    const added = walk.file(office, 'task', 'draft', { ...next, seq: 2, title: '推行注销便利化' }).id;
    walk.act(office, id, 'proposeRevision', { ...request, dropped: [first] });
    expect(refusal(() => walk.act(office, id, 'approveRevision'))).toBe('notYours');
    walk.on('2022-06-10').act(top, id, 'approveRevision');
    expect(walk.get(id)).toMatchObject({ stage: 'revised', facts: { versionNo: 2, taskCount: 1, versions: [{ no: 1, tasks: 1 }, { no: 2, on: '2022-06-10', tasks: 1 }], issuedTable: [{ title: line.title }] } });
    expect(walk.get(added)).toMatchObject({ stage: 'assigned', facts: { versionNo: 2 } });
    expect(walk.get(first)).toMatchObject({ stage: 'cancelled', facts: { versionNo: 1 } });
  });
  test('may be refused, and then leaves everything as it was', () => {
    const walk = reformWalk('2021-11-15');
    const id = issued(walk);
    walk.file(office, 'task', 'draft', { ...next, seq: 2, title: '推行注销便利化' });
    walk.act(office, id, 'proposeRevision', request);
    expect(walk.act(leader, id, 'rejectRevision', { reason: because })).toMatchObject({ stage: 'issued', facts: { versionNo: 1 } });
  });
  test('cancels only tasks of these points', () => {
    const walk = reformWalk('2021-11-15');
    const id = issued(walk);
    const strange = walk.file(office, 'task', 'draft', { ...line, year: 2023, seq: 1 }).id;
    expect(refusal(() => walk.act(office, id, 'proposeRevision', { ...request, dropped: [strange] }))).toBe('notOfThisYear');
  });
});

describe('programmes and clauses from above', () => {
  const programme = { title: '全省改革行动方案', level: 'provincial', year: 2021, receivedOn: '2021-03-01' };
  test('is broken down clause by clause, each a matter of its own with its own day', () => {
    const walk = reformWalk('2021-03-10');
    expect(refusal(() => walk.file(office, 'upperProgramme', 'register', { ...programme, receivedOn: '2021-03-11' }))).toBe('receivedLater');
    expect(['0001-01-01', '2011-03-09'].map((receivedOn) => refusal(() => walk.file(office, 'upperProgramme', 'register', { ...programme, receivedOn })))).toEqual(['receivedLongAgo', 'receivedLongAgo']);
    expect(walk.file(office, 'upperProgramme', 'register', { ...programme, receivedOn: '2011-03-10' }).stage).toBe('registered');
    const { id } = walk.file(office, 'upperProgramme', 'register', programme);
    const rows = (...clauses: object[]) => ({ clauses });
    expect(refusal(() => walk.act(office, id, 'decompose', rows({ clauseNo: '1' })))).toBe('clauseIncomplete');
    expect(refusal(() => walk.act(office, id, 'decompose', rows({ clauseNo: '1', text: '某某条' }, { clauseNo: '1', text: '又一条' })))).toBe('clauseTwice');
    expect(refusal(() => walk.act(office, id, 'decompose', rows({ clauseNo: '1', text: '某某条', dueText: '尽快' })))).toBe('dueUnclear');
    walk.act(office, id, 'decompose', rows({ clauseNo: '1', text: '推行一件事集成办理', dueText: '上半年' }));
    const filed = [...walk.matters.values()].find(({ mechanism }) => mechanism === 'upperTask');
    expect(filed).toMatchObject({ stage: 'open', facts: { dueOn: '2021-06-30', programme: id, level: 'provincial' }, links: [{ type: 'partOf', id }] });
    expect(refusal(() => walk.act(office, id, 'confirmCoverage'))).toBe('clausesOpen');
    const task = walk.file(office, 'task', 'draft', { ...line, upperTasks: [filed?.id] }).id;
    expect(walk.get(filed?.id ?? '')).toMatchObject({ stage: 'mapped', facts: { tasks: [task] } });
    expect(walk.act(office, id, 'confirmCoverage').stage).toBe('covered');
    walk.act(office, id, 'addClauses', { more: [{ clauseNo: '2', text: '推行注销便利化' }], reason: '上级补充' });
    expect(walk.get(id)).toMatchObject({ stage: 'decomposed', facts: { clauseCount: 2 } });
    walk.act(office, task, 'strike', { reason: '改由另一项承接' });
    expect(walk.get(filed?.id ?? '')).toMatchObject({ stage: 'open' });
  });
  test('a clause needs a task that is alive, and a refusal of “not applicable” opens it again', () => {
    const walk = reformWalk('2022-01-10');
    const id = clause(walk);
    expect(refusal(() => walk.act(office, id, 'map', { tasks: [] }))).toBe('badInput');
    const gone = walk.file(office, 'task', 'draft', next).id;
    walk.act(office, gone, 'strike', { reason: '与另一项合并' });
    expect(refusal(() => walk.act(office, id, 'map', { tasks: [gone] }))).toBe('taskGone');
    walk.act(office, id, 'proposeNa', { naReason: '本区没有这类机构，不涉及。' });
    expect(refusal(() => walk.act(group, id, 'signNa', { reason: because }))).toBe('notYours');
    expect(walk.act(groupHead, id, 'refuseNa', { reason: because })).toMatchObject({ stage: 'open' });
  });
  test('a task “as set above” gets its day from the clause it takes up', () => {
    const walk = reformWalk('2022-01-10');
    const id = clause(walk);
    const task = walk.file(office, 'task', 'draft', { ...next, dueText: '按上级时限' }).id;
    walk.act(office, id, 'map', { tasks: [task] });
    expect(walk.get(task).facts['dueOn']).toBe('2022-10-31');
  });
});
