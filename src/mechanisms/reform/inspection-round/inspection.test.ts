import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { findDisagreement } from '#engines/sample/verify.ts';
import type { Actor } from '#kernel/actor.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { officialDocument } from '#reports/official-document.ts';
import { postOf, Walk } from '../../walk.ts';
import { finding } from '../finding/finding.ts';
import { inspectionList } from '../inspection-list/inspection-list.ts';
import { inspectionListRecord } from '../inspection-list/record.ts';
import { inspectionSheet } from '../inspection-sheet/inspection-sheet.ts';
import { inspectionSheetRecord } from '../inspection-sheet/record.ts';
import { rectificationNotice } from '../rectification-notice/rectification-notice.ts';
import { noticeOfRectification } from '../rectification-notice/report.ts';
import { warningLetter } from '../warning-letter/warning-letter.ts';
import { inspectionRound } from './inspection-round.ts';
import { inspectionRoundRecord } from './record.ts';
import { circularParts, noticeParts, reportParts, schemeParts, specialReportParts } from './report.ts';
import { serving } from './server.ts';
import { serving as findingServing } from '../finding/server.ts';
import { paperContext } from '#test/paper-context.ts';
import { refusal } from '#test/refusal.ts';

const clerk = postOf('clerk', 'reform', ['OFFICE']);
const head = postOf('head', 'reform', ['OFFICE_HEAD']);
const leader = postOf('leader', 'leadership', ['LEADER']);
const lead = postOf('lead', 'party', ['INSPECT_LEAD']);
const first = postOf('first', 'reform', ['INSPECTOR']);
const second = postOf('second', 'party', ['INSPECTOR']);
const ofHousing = postOf('of-housing', 'housing', ['INSPECTOR']);
const stranger = postOf('stranger', 'party', ['INSPECTOR']);
const housing = postOf('housing-head', 'housing', ['UNIT_HEAD']);
const police = postOf('police-head', 'police', ['UNIT_HEAD']);
const proof = { hash: 'd'.repeat(64), name: '现场照片.jpg', type: 'image/jpeg', size: 9 };
const because = '情况已经核实，理由是这样的。';
const item = (code: string, unit: string, quarter = 'Q1') => ({ code, name: `重点项目${code}`, unit, quarter, field: 'economy', ground: 'leader' });
const problem = { head: 'work', grade: 'B', mode: 'limited', description: '3月底应建成的窗口到4月12日仍未开放。' };
const rated = (['plan', 'work', 'result'] as const).map((of) => ({ head: of, rating: 'fair', facts: '查阅方案一份，与要点一致。' }));
const filled = { visitedOn: '2021-04-12', second: 'second', ratings: rated, problems: [problem], evidence: [proof] };

/** A year with an approved list, and its first round as far as a test takes it. */
class Year {
  readonly walk = new Walk([inspectionList, inspectionRound, inspectionSheet, rectificationNotice, finding, warningLetter], '2021-01-04T02:00:00.000Z', { inspectionRound: serving, finding: findingServing });
  readonly list: string;
  id = '';
  constructor(items = [item('01', 'housing'), item('02', 'police')]) {
    for (const [id, name] of [['reform', '改革办'], ['housing', '住建局'], ['police', '公安分局'], ['party', '区委办']] as const) this.walk.units.set(id, { id, name, isActive: true, groups: [] });
    this.list = this.walk.file(clerk, 'inspectionList', 'draft', { title: '2021年度改革督察计划', inYear: 2021, items }).id;
    this.walk.act(leader, this.list, 'approve');
  }
  plan(change: object = {}) {
    this.id = this.walk.on('2021-03-15').file(clerk, 'inspectionRound', 'plan', {
      title: '一季度改革督察', kind: 'quarterly', period: '2021-Q1', list: this.list, scheme: '督察重点改革任务落实情况。', lead: 'lead',
      inspectors: [{ person: 'first', unit: 'reform' }, { person: 'second', unit: 'party' }, { person: 'of-housing', unit: 'housing' }], visitFrom: '2021-04-12', visitTo: '2021-04-16', ...change,
    }).id;
    return this;
  }
  notice() {
    this.plan().do(head, 'approve').walk.on('2021-03-29');
    return this.do(clerk, 'notice');
  }
  onSite() {
    this.notice();
    for (const unit of [housing, police]) this.walk.act(unit, this.sheet(unit.unitId), 'selfCheck', { selfReport: '任务按计划推进，窗口正在建设。', evidence: [proof] });
    this.walk.on('2021-04-12');
    return this.do(lead, 'beginVisits');
  }
  signed(problems: Readonly<Record<string, readonly object[]>> = { housing: [problem], police: [] }) {
    this.onSite();
    for (const unit of [housing, police]) {
      const id = this.sheet(unit.unitId);
      this.walk.act(first, id, 'fill', { ...filled, problems: problems[unit.unitId] });
      this.walk.act(second, id, 'cosign');
      this.walk.act(unit, id, 'countersign');
    }
    return this;
  }
  reported(problems?: Readonly<Record<string, readonly object[]>>) {
    this.signed(problems).do(lead, 'draftFindings');
    for (const unit of [housing, police]) this.walk.act(unit, this.sheet(unit.unitId), 'respond', { stance: 'accept' });
    return this.do(lead, 'report', { summary: '督察两个单位两个项目，情况如下。', good: '两个单位都成立了专班，方案完整。', advice: '建议加强进度调度，逐月对账。' });
  }
  ordered(problems?: Readonly<Record<string, readonly object[]>>) {
    return this.reported(problems).do(head, 'circulate', { demands: '请有关单位对照问题逐条整改。' }).do(clerk, 'order');
  }
  do(actor: Actor, action: string, input: object = {}) {
    this.walk.act(actor, this.id, action, input);
    return this;
  }
  tried(actor: Actor, action: string, input: object = {}) {
    return refusal(() => this.walk.act(actor, this.id, action, input));
  }
  all(mechanism: string) {
    return [...this.walk.matters.values()].filter((matter) => matter.mechanism === mechanism);
  }
  sheet(unit: string) {
    return this.all('inspectionSheet').find((sheet) => sheet.facts['unit'] === unit)?.id ?? '';
  }
  get held() {
    return this.walk.get(this.id);
  }
}

describe('the yearly list', () => {
  test('has whole items, each with its own code, and no unit too often', () => {
    const { walk } = new Year();
    const drafted = (items: readonly object[]) => refusal(() => walk.file(clerk, 'inspectionList', 'draft', { title: '另一份督察计划', inYear: 2021, items }));
    expect(drafted([item('01', 'housing'), item('01', 'police')])).toBe('itemTwice');
    expect(drafted([{ ...item('01', 'housing'), field: undefined }])).toBe('itemHalf');
    walk.settings.set('inspectionList.perUnit', 1);
    expect(drafted([item('01', 'housing'), item('02', 'housing', 'Q2')])).toBe('tooOften');
    expect(drafted([item('01', 'housing'), item('02', 'housing')])).toBe('open');
  });

  test('grows by what the office proposes and a leader approves, and by nothing else', () => {
    const { walk, list } = new Year();
    expect(refusal(() => walk.act(leader, list, 'agree'))).toBe('nothingProposed');
    walk.act(clerk, list, 'propose', { proposed: [item('03', 'party')], proposedFor: '市里临时交办。' });
    walk.act(leader, list, 'agree');
    expect(walk.get(list).facts).toMatchObject({ itemCount: 3 });
    expect(walk.get(list).facts['proposed']).toBeUndefined();
    walk.act(clerk, list, 'propose', { proposed: [item('04', 'party')], proposedFor: '单位自行督察。' });
    walk.act(leader, list, 'decline', { reason: because });
    expect(walk.get(list).facts).toMatchObject({ itemCount: 3 });
  });
});

describe('a round', () => {
  test('goes from its plan to one notice a unit and findings with codes, each step in its time', () => {
    const year = new Year().ordered({ housing: [{ ...problem, description: '3月底应建成的窗口\n到4月12日仍未开放。' }, { ...problem, grade: 'A' }], police: [{ ...problem, head: 'plan', grade: 'C', mode: 'immediate' }] });
    expect(year.held).toMatchObject({ stage: 'ordered', number: 'DC-2021-1', facts: { itemCount: 2, findingCount: 3, circularNo: 1 } });
    expect(year.all('finding').map(({ facts }) => facts['code']).toSorted()).toEqual(['ZG-2021-Q1-001', 'ZG-2021-Q1-002', 'ZG-2021-Q1-003']);
    expect(year.all('finding')[0]!.facts['description']).toBe('3月底应建成的窗口 到4月12日仍未开放。');
    const notices = year.all('rectificationNotice');
    expect(notices.map(({ number, facts }) => [number, facts['unit'], facts['findingCount']])).toEqual([['整改〔2021〕1号', 'housing', 2], ['整改〔2021〕2号', 'police', 1]]);
    year.walk.act(housing, notices[0]!.id, 'receive');
    expect(year.walk.get(notices[0]!.id)).toMatchObject({ stage: 'received', facts: { receivedBy: 'housing-head', planBy: '2021-04-25' } });
    expect(findDueDay(chinaCalendar, year.all('finding')[0]!.clocks['plan']!)).toBe('2021-04-25');
    expect(year.all('inspectionSheet').map(({ stage }) => stage)).toEqual(['concluded', 'concluded']);
    expect([findDueDay(chinaCalendar, year.held.clocks['selfCheck']!), findDueDay(chinaCalendar, year.held.clocks['exchange']!), findDueDay(chinaCalendar, year.held.clocks['report']!), findDueDay(chinaCalendar, year.held.clocks['circulate']!), findDueDay(chinaCalendar, year.held.clocks['order']!)])
      .toEqual(['2021-04-06', '2021-04-15', '2021-04-19', '2021-04-19', '2021-04-15']);
  });

  test('inspects what stands on the approved list for its quarter, and nothing else', () => {
    const year = new Year();
    const planned = (change: object) => refusal(() => year.plan(change));
    expect(planned({ only: ['party'] })).toBe('outsideList');
    expect(planned({ period: '2021-Q2', visitFrom: '2021-07-12', visitTo: '2021-07-14' })).toBe('outsideList');
    expect(planned({ period: '2020-Q1' })).toBe('listOfOtherYear');
    expect(planned({ period: '2021' })).toBe('notQuarter');
    const draft = year.walk.file(clerk, 'inspectionList', 'draft', { title: '未批准的督察计划', inYear: 2021, items: [item('09', 'party')] }).id;
    expect(planned({ list: draft })).toBe('listNotApproved');
    expect(planned({ only: ['housing'] })).toBe('open');
    expect(year.held.facts['items']).toEqual([{ code: '01', name: '重点项目01', unit: 'housing', field: 'economy' }]);
    expect(planned({ kind: 'special' })).toBe('repeated');
  });

  test('is planned by enough people, early enough, in the month of its quarter', () => {
    const year = new Year();
    const planned = (change: object) => refusal(() => year.plan(change));
    expect(planned({ inspectors: [{ person: 'first', unit: 'reform' }] })).toBe('fewInspectors');
    expect(planned({ inspectors: [{ person: 'first', unit: 'reform' }, { person: 'second' }] })).toBe('fewInspectors');
    expect(planned({ inspectors: [{ person: 'first', unit: 'reform' }, { person: 'first', unit: 'party' }] })).toBe('inspectorTwice');
    expect(planned({ inspectors: [{ person: 'first', unit: 'reform' }, { person: 'of-housing', unit: 'housing' }] })).toBe('allRecused');
    expect(planned({ visitFrom: '2021-04-12', visitTo: '2021-04-09' })).toBe('visitsOff');
    expect(planned({ visitTo: '2021-04-20' })).toBe('visitsOff');
    expect(planned({ visitFrom: '2021-03-26', visitTo: '2021-03-30' })).toBe('planLate');
    expect(planned({ visitFrom: '2021-05-12', visitTo: '2021-05-14' })).toBe('offSeason');
    expect(planned({ kind: 'special', visitFrom: '2021-05-12', visitTo: '2021-05-14' })).toBe('open');
  });

  test('gives its notice once approved and five working days ahead', () => {
    const year = new Year().plan();
    expect(year.tried(clerk, 'notice')).toBe('gateClosed');
    year.do(head, 'approve').walk.on('2021-04-08');
    expect(year.tried(clerk, 'notice')).toBe('noticeLate');
    year.walk.on('2021-03-29');
    year.do(clerk, 'postpone', { visitFrom: '2021-04-19', visitTo: '2021-04-22', reason: '会议冲突。' });
    expect(year.tried(clerk, 'notice')).toBe('gateClosed');
    year.do(clerk, 'changeTeam', { lead: 'lead', inspectors: [{ person: 'first', unit: 'reform' }, { person: 'second', unit: 'party' }], reason: '人员调整。' });
    year.do(leader, 'approve').do(clerk, 'notice');
    expect(year.held.facts['units']).toEqual(['housing', 'police']);
  });

  test('goes on site when the day has come and the self-checks are in or late', () => {
    const year = new Year().notice();
    expect(year.tried(lead, 'beginVisits')).toBe('beforeVisits');
    year.walk.settings.set('inspectionRound.selfCheck', 20);
    const late = new Year();
    late.walk.settings.set('inspectionRound.selfCheck', 20);
    late.notice().walk.on('2021-04-12');
    expect(late.tried(lead, 'beginVisits')).toBe('selfChecksOut');
    year.walk.on('2021-04-12');
    expect(year.do(lead, 'beginVisits').held.stage).toBe('onSite');
  });

  test('an unannounced one has no notice; no unit hears of it before it begins', () => {
    const year = new Year().plan({ kind: 'unannounced', visitFrom: '2021-03-15', visitTo: '2021-03-16' });
    expect(year.held.facts['units']).toBeUndefined();
    year.do(leader, 'approve');
    expect(year.tried(clerk, 'notice')).toBe('unannouncedNotice');
    year.do(lead, 'beginUnannounced');
    expect(year.walk.told.filter(({ to }) => typeof to === 'object' && 'unit' in (to as object))).toEqual([]);
    const id = year.sheet('housing');
    year.walk.act(first, id, 'fill', { ...filled, visitedOn: '2021-03-15' });
    expect(year.walk.get(id).stage).toBe('filled');
    expect(new Year().plan().do(leader, 'approve').tried(lead, 'beginUnannounced')).toBe('notUnannounced');
  });

  test('drafts its findings from sheets signed by both sides, and hears the units before it reports', () => {
    const year = new Year().onSite();
    expect(year.tried(lead, 'draftFindings')).toBe('sheetsOut');
    const heard = new Year().signed().do(lead, 'draftFindings');
    expect(heard.tried(lead, 'closeExchange')).toBe('answersOut');
    expect(refusal(() => heard.walk.act(housing, heard.sheet('housing'), 'respond', { stance: 'object' }))).toBe('objectionBare');
    heard.walk.act(housing, heard.sheet('housing'), 'respond', { stance: 'object', response: '窗口4月10日已经开放。', evidence: [proof] });
    heard.walk.on('2021-04-16');
    heard.do(lead, 'closeExchange');
    const report = { summary: '督察两个单位两个项目，情况如下。', good: '两个单位都成立了专班，方案完整。', advice: '建议加强进度调度，逐月对账。' };
    expect(heard.tried(lead, 'report', report)).toBe('objectionsOpen');
    expect(refusal(() => heard.walk.act(lead, heard.sheet('housing'), 'settle', { struck: ['2'], reason: because }))).toBe('struckUnknown');
    heard.walk.act(lead, heard.sheet('housing'), 'settle', { struck: ['1'], reason: because });
    expect(refusal(() => heard.walk.act(lead, heard.sheet('housing'), 'settle', { reason: because }))).toBe('nothingToSettle');
    expect(heard.do(lead, 'report', report).held.facts).toMatchObject({ findingCount: 0, findings: [] });
  });

  test('cancelled takes its sheets with it', () => {
    const year = new Year().notice().do(head, 'cancel', { reason: because });
    expect(year.all('inspectionSheet').map(({ stage }) => stage)).toEqual(['cancelled', 'cancelled']);
    expect(year.all('inspectionSheet').flatMap(({ duties }) => duties).filter(({ state }) => state === 'open')).toEqual([]);
  });
});

describe('a sheet', () => {
  test('is refused to an inspector of the unit itself, in words', () => {
    const year = new Year().onSite();
    expect(refusal(() => year.walk.act(ofHousing, year.sheet('housing'), 'fill', filled))).toBe('ownUnit');
    const offer = year.walk.offers(ofHousing, year.sheet('housing')).find(({ action }) => action === 'fill');
    expect(offer).toMatchObject({ open: false, obstacle: { zh: '“住建局”是您所在的单位，按回避规定不能督察本单位，请换人。' } });
    expect(refusal(() => year.walk.act(first, year.sheet('housing'), 'fill', { ...filled, second: 'of-housing' }))).toBe('ownUnitSecond');
    expect(refusal(() => year.walk.act(ofHousing, year.sheet('police'), 'fill', filled))).toBe('open');
  });

  test('is refused to whoever is recused from the unit for another reason, and enough others must be left', () => {
    const year = new Year();
    const team = [{ person: 'first', unit: 'reform', recused: ['police'] }, { person: 'second', unit: 'party' }, { person: 'of-housing', unit: 'housing' }, { person: 'stranger', unit: 'party' }];
    expect(refusal(() => year.plan({ inspectors: [team[0], team[1]] }))).toBe('allRecused');
    year.plan({ inspectors: team, kind: 'unannounced', visitFrom: '2021-03-15', visitTo: '2021-03-16' }).do(leader, 'approve').do(lead, 'beginUnannounced');
    expect(refusal(() => year.walk.act(first, year.sheet('police'), 'fill', { ...filled, visitedOn: '2021-03-15' }))).toBe('recusedUnit');
    expect(refusal(() => year.walk.act(second, year.sheet('police'), 'fill', { ...filled, visitedOn: '2021-03-15', second: 'first' }))).toBe('ownUnitSecond');
    expect(year.walk.get(year.sheet('police')).duties.flatMap(({ person }) => person ?? [])).toEqual(['second', 'of-housing', 'stranger']);
  });

  test('is filled by two of the team, on site, on all three heads', () => {
    const year = new Year().onSite();
    const tried = (change: object, actor: Actor = first) => refusal(() => year.walk.act(actor, year.sheet('police'), 'fill', { ...filled, ...change }));
    expect(tried({}, stranger)).toBe('notOnTeam');
    expect(tried({ second: 'first' })).toBe('sameInspector');
    expect(tried({ second: 'stranger' })).toBe('secondNotOnTeam');
    expect(tried({ visitedOn: '2021-04-13' })).toBe('visitInFuture');
    const photo = { hash: 'b'.repeat(64), name: '现场.jpg', type: 'image/jpeg', size: 9 };
    expect(tried({ photos: [{ ...photo, usedOn: '2020-06-01' }] })).toBe('photoReused');
    expect(tried({ evidence: [{ ...photo, takenOn: '2021-04-11' }] })).toBe('photoOld');
    expect(tried({ ratings: rated.slice(1) })).toBe('ratingsOff');
    expect(tried({ ratings: [...rated.slice(1), { head: 'plan', rating: 'good' }] })).toBe('ratingsOff');
    expect(tried({ problems: [{ ...problem, mode: undefined }] })).toBe('problemHalf');
    expect(tried({ evidence: [] })).toBe('evidenceMissing');
    expect(tried({})).toBe('open');
    expect(refusal(() => year.walk.act(first, year.sheet('police'), 'cosign'))).toBe('samePerson');
    expect(refusal(() => year.walk.act(ofHousing, year.sheet('police'), 'cosign'))).toBe('notSecond');
    year.walk.act(second, year.sheet('police'), 'cosign');
    year.walk.act(lead, year.sheet('police'), 'noteRefusal', { unsigned: '单位负责人拒绝签字，已说明情况。' });
    expect(year.held.facts['signedSheets']).toBe(1);
  });

  test('waits for the round to be on site and the self-check to be in or late', () => {
    const year = new Year().notice();
    expect(refusal(() => year.walk.act(first, year.sheet('housing'), 'fill', { ...filled, visitedOn: '2021-03-29' }))).toBe('notOnSite');
    const late = new Year();
    late.walk.settings.set('inspectionSheet.selfCheck', 20);
    late.notice().walk.on('2021-04-12');
    late.do(lead, 'beginVisits');
    expect(refusal(() => late.walk.act(first, late.sheet('housing'), 'fill', filled))).toBe('selfCheckOut');
  });

  test('is objected to within thirty days, answered by somebody who did not inspect, and what falls is withdrawn', () => {
    const year = new Year().ordered();
    const id = year.sheet('housing');
    const [found] = year.all('finding');
    expect(refusal(() => year.walk.act(head, id, 'answerObjection', { objectionResult: 'rejected', objectionAnswer: '经复核，问题属实，维持结论。' }))).toBe('nothingToAnswer');
    expect(refusal(() => year.walk.on('2021-05-13').act(housing, id, 'object', { objection: '窗口在督察前已经开放。', evidence: [proof] }))).toBe('objectionLate');
    year.walk.on('2021-05-12').act(housing, id, 'object', { objection: '窗口在督察前已经开放。', evidence: [proof] });
    expect(refusal(() => year.walk.act(housing, id, 'object', { objection: '窗口在督察前已经开放。', evidence: [proof] }))).toBe('objectedAlready');
    expect(findDueDay(chinaCalendar, year.walk.get(id).clocks['answer']!)).toBe('2021-06-11');
    const upheld = { objectionResult: 'upheld', objectionAnswer: '经复核，窗口确已开放，撤销该条。' };
    const author = postOf('first', 'reform', ['INSPECT_LEAD']);
    expect(refusal(() => year.walk.act(author, id, 'answerObjection', { ...upheld, withdrawn: [found!.id] }))).toBe('authorAnswers');
    expect(refusal(() => year.walk.act(head, id, 'answerObjection', upheld))).toBe('upheldBare');
    expect(refusal(() => year.walk.act(head, year.sheet('housing'), 'answerObjection', { ...upheld, withdrawn: [year.list] }))).toBe('notOfThisSheet');
    year.walk.act(head, id, 'answerObjection', { ...upheld, withdrawn: [found!.id] });
    expect(year.walk.get(found!.id).stage).toBe('withdrawn');
  });
});

describe('the sample for re-inspection', () => {
  const closed = (year: Year, on: string) => {
    for (const { id, facts } of year.all('finding')) {
      const at = year.walk.get(id);
      year.walk.matters.set(id, { ...at, stage: 'closed', facts: { ...facts, closedOn: on } });
    }
  };

  test('takes all of A and a fifth of the rest, keeps list, word and seed, and can be drawn again by anybody', () => {
    const many = Array.from({ length: 6 }, () => problem);
    const year = new Year([item('01', 'housing'), item('02', 'police'), item('03', 'housing', 'Q3')]).ordered({ housing: [...many, { ...problem, grade: 'A' }], police: [{ ...problem, grade: 'C' }] });
    closed(year, '2021-05-10');
    year.walk.on('2021-09-20');
    year.id = year.walk.file(clerk, 'inspectionRound', 'plan', {
      title: '三季度改革督察', kind: 'quarterly', period: '2021-Q3', list: year.list, scheme: '督察重点改革任务落实情况。', lead: 'lead',
      inspectors: [{ person: 'first', unit: 'reform' }, { person: 'second', unit: 'party' }], visitFrom: '2021-10-18', visitTo: '2021-10-20',
    }).id;
    expect(year.tried(lead, 'drawSample', { sampleWord: '口令\u2028换行不行' })).toBe('wordUnfit');
    year.do(lead, 'drawSample', { sampleWord: '九月二十日当场' });
    const { facts, number } = year.held;
    const sample = facts['sample'] as { code: string; grade: string; isDrawn: boolean; finding: string }[];
    expect(['A', 'B', 'C'].map((grade) => sample.filter((each) => each.grade === grade && each.isDrawn).length)).toEqual([1, 2, 1]);
    expect(findDisagreement({ round: number!, number: 1, word: '九月二十日当场' }, { frozen: String(facts['sampleList']), listHash: String(facts['sampleHash']), seed: String(facts['sampleSeed']), ranked: sample.map((each) => ({ code: each.code, stratum: each.grade, isDrawn: each.isDrawn })) })).toBeUndefined();
    for (const { finding: id, isDrawn } of sample) expect(year.walk.get(id).facts['sampledFor']).toBe(isDrawn ? year.id : undefined);
    expect(year.tried(lead, 'drawSample', { sampleWord: '换一个口令再抽' })).toBe('drawnAlready');
    year.do(lead, 'drawSample', { sampleWord: '换一个口令再抽', reason: '首次抽样后一个单位撤并，重新抽取。' });
    expect(year.held.facts).toMatchObject({ sampleNo: 2, earlierSamples: [{ number: 1, word: '九月二十日当场' }] });
  });

  test.each(['2021-09-01', '2021-02-10'])('does not look at what was closed on %s: too soon, or too long ago', (on) => {
    const year = new Year([item('01', 'housing'), item('02', 'police'), item('03', 'housing', 'Q3')]).ordered();
    closed(year, on);
    year.walk.on('2021-09-20');
    year.id = year.walk.file(clerk, 'inspectionRound', 'plan', {
      title: '三季度改革督察', kind: 'quarterly', period: '2021-Q3', list: year.list, scheme: '督察重点改革任务落实情况。', lead: 'lead',
      inspectors: [{ person: 'first', unit: 'reform' }, { person: 'second', unit: 'party' }], visitFrom: '2021-10-18', visitTo: '2021-10-20',
    }).id;
    expect(year.tried(lead, 'drawSample', { sampleWord: '九月二十日当场' })).toBe('nothingToSample');
  });
});

test('the papers say what was inspected, what is good first, and each unit its own', async () => {
  const year = new Year().ordered();
  const context = paperContext(year.walk, year.held.id, '2021-04-12');
  const words = (parts: readonly object[]) => JSON.stringify(parts);
  expect(words(noticeParts(context))).toContain('first（改革办）');
  const scheme = words(schemeParts(context));
  expect(scheme).toContain('一季度改革督察方案');
  expect(scheme).toContain('督察人员不督察本单位');
  expect(scheme).toContain('住建局');
  const circular = words(circularParts(context));
  expect(circular.indexOf('工作成效')).toBeLessThan(circular.indexOf('存在问题'));
  expect(circular).toContain('住建局');
  expect(words(reportParts(context))).toContain('建议加强进度调度');
  const notice = year.all('rectificationNotice')[0]!;
  const parts = noticeOfRectification({ ...context, matter: notice });
  expect(words(parts)).toContain('ZG-2021-Q1-001');
  expect(words(parts)).toContain('一季度改革督察');
  expect((await officialDocument(parts)).length).toBeGreaterThan(5000);
});

test('the report publishes the lights as the quarter ended, and the circular attaches them', () => {
  const year = new Year().signed();
  const lit = (n: number, leadUnit: string, light: string, published?: string) => {
    const id = `task-${n}`;
    year.walk.matters.set(id, { ...year.held, id, mechanism: 'task', facts: { leadUnit, light, quarterLights: published === undefined ? [] : [{ quarter: '2021-Q1', light: published }] } });
  };
  lit(1, 'housing', 'green', 'red');
  lit(2, 'housing', 'yellow');
  lit(3, 'police', 'green');
  year.do(lead, 'draftFindings');
  for (const unit of [housing, police]) year.walk.act(unit, year.sheet(unit.unitId), 'respond', { stance: 'accept' });
  year.do(lead, 'report', { summary: '督察两个单位两个项目，情况如下。', good: '两个单位都成立了专班，方案完整。', advice: '建议加强进度调度，逐月对账。' });
  expect(year.held.facts).toMatchObject({ redRate: 33.3, lights: [{ unit: 'housing', red: 1, yellow: 1, green: 0 }, { unit: 'police', red: 0, green: 1 }] });
  lit(1, 'housing', 'green');
  year.do(head, 'circulate', { demands: '请有关单位对照问题逐条整改。' });
  const context = paperContext(year.walk, year.held.id, '2021-04-20', { figures: { 'finding.ordered': 7, 'finding.closureRate': 85.7 } });
  const circular = JSON.stringify(circularParts(context));
  expect(circular).toContain('今年下达整改问题7项，到期问题销号率85.7%，按期销号率—');
  expect(circular).toContain('数据口径表');
  const special = JSON.stringify(specialReportParts(context));
  expect(special).toContain('督察专报');
  expect(special).toContain('季度末亮红灯的单位：住建局');
  expect(special).toContain('住建局：');
  expect(special).toContain('建议加强进度调度，逐月对账。');
  expect(circularParts(context)).toContainEqual(expect.objectContaining({ kind: 'table', rows: [['住建局', '1', '1', '0', '0', '0', '2'], ['公安分局', '0', '0', '0', '1', '0', '1']] }));
});

test('every refusal of list, round and sheet is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  const codes = [inspectionListRecord, inspectionRoundRecord, inspectionSheetRecord].flatMap(({ refusals }) => Object.keys(refusals));
  expect(codes.filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
