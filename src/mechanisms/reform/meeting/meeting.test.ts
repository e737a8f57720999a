import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { because, clerk, decision, head, held, land, planned, refusal, sessionCounty, signed } from '#test/sessions.ts';
import type { DocumentContext } from '../../serving.ts';
import { meetingFigures } from './figures.ts';
import { letterParts, minutesParts, noticeParts } from './report.ts';
import { discussesReform } from './rules.ts';
import { agendaTimes } from './agenda-times.ts';

describe('a meeting', () => {
  test('takes an item from its agenda to minutes and a duty, and ends when the duty is done', () => {
    const walk = sessionCounty();
    const item = signed(walk);
    const id = held(walk, [item]);
    expect(walk.get(id)).toMatchObject({ stage: 'held', facts: { agenda: [{ orderNo: 1, title: '工业用地标准地出让办法', reporter: 'natural-resources', isReform: true }], noticeNo: 1 } });
    expect(findDueDay(chinaCalendar, walk.get(id).clocks['minutes']!)).toBe('2021-03-24');
    walk.act(clerk, item, 'recordOutcome', { outcome: 'passed', outcomeNote: '会议原则同意。', decisions: [decision] });
    expect(walk.get(id).facts).toMatchObject({ discussedReform: true, agenda: [{ outcome: 'passed', note: '会议原则同意。' }], decisions: [{ orderNo: 1, decisionNo: 1, unit: 'natural-resources', state: 'open' }] });
    walk.on('2021-03-22').act(head, id, 'issueMinutes');
    expect([walk.get(id).facts['minutesNo'], walk.get(item).stage]).toEqual([1, 'minuted']);
    walk.on('2021-03-23').act(clerk, id, 'dispatch');
    expect([walk.get(id).stage, walk.get(item).stage, walk.get(id).facts['letterNo']]).toEqual(['dispatched', 'dispatched', 2]);
    const duty = [...walk.matters.values()].find(({ mechanism }) => mechanism === 'followUp')!;
    expect(duty).toMatchObject({ stage: 'assigned', facts: { content: decision.content, dueOn: '2021-04-15', meeting: id, item } });
    walk.on('2021-04-10').act(land, duty.id, 'answer', { answer: '办法已经印发，首批地块清单已报。' });
    walk.act(clerk, duty.id, 'confirm');
    expect([walk.get(id).stage, walk.get(item).stage]).toEqual(['followed', 'followed']);
    expect(walk.get(id).facts['decisions']).toMatchObject([{ state: 'done', closedOn: '2021-04-10' }]);
  });

  test('whose items have no decisions ends with the dispatch', () => {
    const walk = sessionCounty();
    const item = signed(walk, { kind: 'hear', title: '上半年改革进展情况汇报' });
    const id = held(walk, [item]);
    walk.act(clerk, item, 'recordOutcome', { outcome: 'heard' });
    walk.act(head, id, 'issueMinutes');
    walk.act(clerk, id, 'dispatch');
    expect([walk.get(id).stage, walk.get(item).stage]).toEqual(['followed', 'followed']);
  });

  test('does not lie in the past and is not joint with itself', () => {
    const walk = sessionCounty();
    expect(refusal(() => planned(walk, { heldOn: '2021-02-26' }))).toBe('dayPast');
    expect(refusal(() => planned(walk, { jointWith: 'deepReform' }))).toBe('jointWithItself');
  });

  test('of two bodies in one room at one time is one record', () => {
    const walk = sessionCounty();
    planned(walk, { jointWith: 'standing' });
    expect(refusal(() => planned(walk, { kind: 'special', name: '区委专题会议' }))).toBe('sameSession');
    expect(refusal(() => planned(walk, { kind: 'special', name: '区委专题会议', startAt: '15:00' }))).toBe('open');
  });

  test('is not announced without an item', () => {
    const walk = sessionCounty();
    const id = planned(walk);
    expect(walk.offers(clerk, id).find(({ action }) => action === 'notify')?.code).toBe('agendaEmpty');
  });

  test('takes only materials that were complete five working days before', () => {
    const walk = sessionCounty('2021-03-12');
    const item = signed(walk);
    const id = planned(walk);
    expect(refusal(() => walk.act(clerk, item, 'schedule', { meeting: id }))).toBe('open');
    const late = signed(walk.on('2021-03-15'), { title: '迟到的议题' });
    expect(refusal(() => walk.act(clerk, late, 'schedule', { meeting: id }))).toBe('materialsLate');
    const next = planned(walk, { heldOn: '2021-03-26', name: '区委深改委第七次会议' });
    expect(refusal(() => walk.act(clerk, late, 'schedule', { meeting: next }))).toBe('open');
    walk.settings.set('meeting.leadTime', 6);
    expect(refusal(() => walk.act(clerk, next, 'revise', { name: '区委深改委第七次会议', kind: 'deepReform', heldOn: '2021-03-22', startAt: '09:00', place: '第一会议室' }))).toBe('materialsLate');
  });

  test('has one item under a number', () => {
    const walk = sessionCounty();
    const id = planned(walk);
    walk.act(clerk, signed(walk), 'schedule', { meeting: id, orderNo: 2 });
    const other = signed(walk, { title: '另外一个办法' });
    expect(refusal(() => walk.act(clerk, other, 'schedule', { meeting: id, orderNo: 2 }))).toBe('orderTaken');
    walk.act(clerk, other, 'schedule', { meeting: id, orderNo: 1 });
    expect(walk.get(id).facts['agenda']).toMatchObject([{ title: '另外一个办法' }, { title: '工业用地标准地出让办法' }]);
    walk.act(clerk, other, 'takeOff', { reason: because });
    expect(walk.get(id).facts['agenda']).toHaveLength(1);
  });

  test('is not held before its day, and has no minutes before every item has its outcome', () => {
    const walk = sessionCounty();
    const items = [signed(walk), signed(walk, { title: '另外一个办法' })];
    const id = planned(walk);
    for (const item of items) walk.act(clerk, item, 'schedule', { meeting: id });
    walk.act(clerk, id, 'notify');
    expect(refusal(() => walk.act(clerk, id, 'hold', { present: '区委书记' }))).toBe('notYet');
    walk.on('2021-03-19').act(clerk, id, 'hold', { present: '区委书记' });
    walk.act(clerk, items[0]!, 'recordOutcome', { outcome: 'deferred' });
    expect(walk.offers(head, id).find(({ action }) => action === 'issueMinutes')?.code).toBe('outcomesMissing');
    walk.act(clerk, items[1]!, 'recordOutcome', { outcome: 'rejected' });
    walk.act(head, id, 'issueMinutes');
    // The deferred one waits for another meeting.
    expect([walk.get(items[0]!).stage, walk.get(items[1]!).stage]).toEqual(['leaderSigned', 'rejected']);
  });

  test('gives its items back when it is cancelled', () => {
    const walk = sessionCounty();
    const item = signed(walk);
    const id = planned(walk);
    walk.act(clerk, item, 'schedule', { meeting: id });
    walk.act(head, id, 'cancel', { reason: because });
    expect([walk.get(id).stage, walk.get(item).stage, walk.get(item).facts['meeting']]).toEqual(['cancelled', 'leaderSigned', undefined]);
  });
});

describe('the papers of a meeting', () => {
  test('name the items in order, each decision with unit and day, and who was there', () => {
    const walk = sessionCounty();
    const item = signed(walk);
    const id = held(walk, [item], { chair: 'secretary' });
    walk.act(clerk, item, 'recordOutcome', { outcome: 'passed', outcomeNote: '会议认为做法可行。', decisions: [decision] });
    walk.act(head, id, 'issueMinutes');
    walk.act(clerk, id, 'dispatch');
    const context: DocumentContext = {
      matter: walk.get(id), today: '2021-03-19', districtName: '即墨区', unitName: (unit) => walk.units.get(unit)?.name ?? unit, personName: () => '区委书记', findMatter: (other) => walk.matters.get(other), figure: () => undefined, found: {},
    };
    const words = (parts: ReturnType<typeof minutesParts>) => parts.map((part) => JSON.stringify(part)).join('\n');
    expect(words(noticeParts(context))).toContain('1. 工业用地标准地出让办法（自然资源局汇报，09:00—09:10）');
    const minutes = words(minutesParts(context));
    for (const said of ['第1期', '2021年3月19日09:00，区委书记在第一会议室主持召开区委深改委第六次会议（深改委会议）', '结果：审议通过。会议认为做法可行。', '（1）印发实施，并报首批地块清单（责任单位：自然资源局；完成时限：2021年4月15日）', '"present":"区委书记、区长"']) expect(minutes).toContain(said);
    const letter = letterParts(context);
    expect(letter[0]).toMatchObject({ style: 'letter', number: '改办函〔2021〕2号' });
    expect(letter.at(-1)).toMatchObject({ kind: 'table', rows: [['1', '工业用地标准地出让办法', decision.content, '', '自然资源局', '', '2021年4月15日']] });
  });
});

describe('figure 1.7', () => {
  const figure = meetingFigures.find(({ answers }) => answers === '1.7')!;
  const session = (facts: object) => holds(figure.where, { stage: 'held', facts: { heldOn: '2021-03-19', kind: 'deepReform', discussedReform: true, ...facts } }, '2021-12-28');

  test('counts the three bodies and their joint sessions, once', () => {
    expect(session({})).toBe(true);
    expect(session({ jointWith: 'standing' })).toBe(true);
    expect(session({ kind: 'government' })).toBe(false);
    expect(session({ kind: 'government', jointWith: 'special' })).toBe(true);
    expect(session({ heldOn: '2020-12-30' })).toBe(false);
    expect(session({ discussedReform: false })).toBe(false);
  });

  test('asks for an item on reform that was not withdrawn; the office decides whether papers studied count', () => {
    expect(discussesReform([{ isReform: true, outcome: 'deferred' }], true)).toBe(true);
    expect(discussesReform([{ isReform: true, outcome: 'withdrawn' }, { isReform: false, outcome: 'passed' }], true)).toBe(false);
    expect(discussesReform([{ isReform: true, outcome: 'studied' }], true)).toBe(true);
    expect(discussesReform([{ isReform: true, outcome: 'studied' }, { isReform: true, outcome: 'heard' }], false)).toBe(false);
    const walk = sessionCounty();
    walk.settings.set('meeting.countStudiedItems', 0);
    const item = signed(walk, { kind: 'study', title: '传达学习全会精神' });
    const id = held(walk, [item]);
    walk.act(clerk, item, 'recordOutcome', { outcome: 'studied' });
    expect(walk.get(id).facts['discussedReform']).toBe(false);
  });
});

test('the times of the day follow from the begin and from what each item is given', () => {
  expect(agendaTimes('14:50', [{ minutes: 15 }, {}, { minutes: 60 }])).toEqual([{ from: '14:50', to: '15:05' }, { from: '15:05', to: '15:15' }, { from: '15:15', to: '16:15' }]);
});
