import { expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { because, clerk, decision, head, held, land, refusal, sessionCounty, signed, trade } from '#test/sessions.ts';
import { letterParts } from '../warning-letter/report.ts';
import { followUpFigures } from './figures.ts';
import { paperContext } from '#test/paper-context.ts';

function dispatched(change: object = {}) {
  const walk = sessionCounty();
  const item = signed(walk);
  const meeting = held(walk, [item]);
  walk.act(clerk, item, 'recordOutcome', { outcome: 'passed', decisions: [{ ...decision, coUnits: ['commerce'], ...change }] });
  walk.act(head, meeting, 'issueMinutes');
  walk.act(clerk, meeting, 'dispatch');
  const id = [...walk.matters.values()].find(({ mechanism }) => mechanism === 'followUp')!.id;
  return { walk, id, item, meeting };
}

test('a decision is owed by its unit and its co-units until its day', () => {
  const { walk, id } = dispatched();
  expect(walk.get(id).duties.map(({ kind, unit, clock }) => [kind, unit, findDueDay(chinaCalendar, clock)])).toEqual([['carryOut', 'natural-resources', '2021-04-15'], ['support', 'commerce', '2021-04-15']]);
  walk.act(trade, id, 'support', { text: '已经提供企业名单。' });
  expect(walk.get(id).facts['support']).toMatchObject([{ unit: 'commerce' }]);
  expect(refusal(() => walk.act(trade, id, 'answer', { answer: '办法已经印发，清单已报。' }))).toBe('notYours');
});

test('an answer after the day is late, and one sent back is owed again', () => {
  const { walk, id, item } = dispatched();
  walk.on('2021-04-16').act(land, id, 'answer', { answer: '办法已经印发，清单已报。' });
  expect(walk.get(id).facts).toMatchObject({ answeredOn: '2021-04-16', isInTime: false });
  walk.act(clerk, id, 'sendBack', { reason: because });
  expect(walk.get(id).facts).toMatchObject({ returns: 1 });
  expect(findDueDay(chinaCalendar, walk.get(id).duties.at(-1)!.clock)).toBe('2021-04-23');
  walk.act(land, id, 'answer', { answer: '已按退回意见补充清单。' });
  walk.act(clerk, id, 'confirm');
  expect([walk.get(id).stage, walk.get(item).stage]).toEqual(['closed', 'followed']);
});

test('its day moves before it has passed, and then everywhere', () => {
  const { walk, id, meeting } = dispatched();
  expect(refusal(() => walk.act(head, id, 'extend', { newDueOn: '2021-04-15', reason: because }))).toBe('notLater');
  walk.act(head, id, 'extend', { newDueOn: '2021-04-30', reason: because });
  expect(walk.get(meeting).facts['decisions']).toMatchObject([{ dueOn: '2021-04-30', state: 'open' }]);
  expect(walk.get(id).duties.filter(({ state }) => state === 'open').map(({ clock }) => findDueDay(chinaCalendar, clock))).toEqual(['2021-04-30', '2021-04-30']);
  walk.on('2021-05-06');
  expect(walk.offers(head, id).find(({ action }) => action === 'extend')?.code).toBe('tooLateToExtend');
});

test('an overdue decision is reminded of by a letter with the form to answer on, and no sooner', () => {
  const { walk, id } = dispatched();
  const draft = (rung: string) => walk.file(clerk, 'warningLetter', 'draft', { rung, followUp: id, demand: '请尽快反馈落实情况。' });
  expect(refusal(() => walk.on('2021-04-15') && draft('reminder'))).toBe('notLate');
  walk.on('2021-04-16');
  const letter = draft('reminder');
  expect(letter).toMatchObject({ facts: { unit: 'natural-resources', subject: `“${decision.content}”逾期1个工作日` }, links: [{ type: 'onDecision', id }] });
  expect(refusal(() => draft('order'))).toBe('notRed');
  const parts = letterParts(paperContext(walk, letter.id, '2021-04-16'));
  expect(parts).toContainEqual({ kind: 'sheet', label: '附件', title: '决定事项落实情况反馈表' });
  expect(JSON.stringify(parts)).toContain('至今没有反馈落实情况，逾期1个工作日');
  walk.act(land, id, 'answer', { answer: '办法已经印发，清单已报。' });
  expect(refusal(() => walk.on('2021-07-05') && draft('reminder'))).toBe('notLate');
});

test('a cancelled decision ends its meeting too, and is counted nowhere', () => {
  const { walk, id, meeting } = dispatched();
  walk.act(head, id, 'cancel', { reason: because });
  expect([walk.get(id).stage, walk.get(meeting).stage]).toEqual(['cancelled', 'followed']);
});

test('the share answered in time looks at what is due or answered', () => {
  const figure = followUpFigures.find(({ key }) => key === 'followUp.inTime')!;
  const asked = (facts: object) => holds(figure.where, { stage: 'assigned', facts: { ...facts } }, '2021-12-28');
  expect([asked({ dueOn: '2021-12-28' }), asked({ dueOn: '2021-12-29' }), asked({ dueOn: '2022-01-30', answeredOn: '2021-12-20' })]).toEqual([true, false, true]);
});
