import { expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { people, reformWalk, refusal, runningTask } from '../../../../test/reform-walk.ts';
import type { Walk } from '../../walk.ts';
import { letterParts } from './report.ts';
import { paperContext } from '#test/paper-context.ts';

const { office, head, approval, approvalHead, housing } = people;
const demand = '请说明原因，限期赶上进度。';
const night = { kind: 'system', job: 'nightly' } as const;

/** A key task whose report of March is missing: yellow on the 26th, red a week later. */
function silentTask(day: string) {
  const walk = reformWalk('2021-03-10');
  const id = runningTask(walk, { isKey: true });
  const draft = (rung: string) => walk.file(office, 'warningLetter', 'draft', { rung, task: id, demand });
  const turn = (to: string) => {
    walk.on(to);
    refusal(() => walk.act(night, id, 'recompute'));
  };
  turn(day);
  return { walk, id, draft, turn };
}

const words = (walk: Walk, id: string) => letterParts(paperContext(walk, id, '2021-03-26')).map((part) => ('text' in part ? part.text : '')).join('\n');

test('a letter on a task follows its light', () => {
  expect(refusal(() => silentTask('2021-03-25').draft('reminder'))).toBe('notLate');
  const { draft, turn } = silentTask('2021-03-26');
  expect(refusal(() => draft('order'))).toBe('notRed');
  expect(draft('reminder').facts).toMatchObject({ unit: 'approval', subject: '“推行企业开办一件事”亮黄灯', cause: '2021-001:reminder:2021-Q1' });
  expect(refusal(() => draft('reminder'))).toBe('fired');
  turn('2021-04-02');
  expect(draft('order').facts).toMatchObject({ subject: '“推行企业开办一件事”亮红灯' });
});

test('the quarters published as red count for a talk and a proposal', () => {
  const { walk, id, draft } = silentTask('2021-04-02');
  const published = (...quarters: string[]) => walk.matters.set(id, { ...walk.get(id), facts: { ...walk.get(id).facts, quarterLights: quarters.map((quarter) => ({ quarter, light: 'red' })) } });
  expect(refusal(() => draft('talk'))).toBe('fewRedRounds');
  published('2021-Q1');
  draft('talk');
  expect(refusal(() => draft('talk'))).toBe('fired');
  expect(refusal(() => draft('proposal'))).toBe('fewRedRounds');
  published('2020-Q4', '2021-Q1');
  expect(draft('proposal').stage).toBe('drafted');
});

test('it is tied to its task, says how that stood, and goes on saying so', () => {
  const { walk, id, draft } = silentTask('2021-03-26');
  const letter = draft('reminder').id;
  expect(walk.get(letter).links).toEqual([{ type: 'onTask', mechanism: 'task', id }]);
  walk.act(head, letter, 'sign');
  expect(words(walk, letter)).toContain('目前亮黄灯：漏报1个工作日。应达进度0%，实际完成0%。');
  expect(words(walk, letter)).toContain(`${demand}\n请于2021年3月31日前（3个工作日）在平台回复。`);
  const before = words(walk, letter);
  walk.act(approval, id, 'report', { text: '三月份各项工作按方案推进，窗口已经开放。' });
  expect(walk.get(id).facts['light']).toBe('green');
  expect(words(walk, letter)).toBe(before);
});

test('a reminder is owed by the unit of its task for three working days, an order for five', () => {
  const { walk, draft, turn } = silentTask('2021-03-26');
  const owed = (letter: string) => walk.get(letter).duties.filter(({ state }) => state === 'open').map(({ unit, clock }) => [unit, findDueDay(chinaCalendar, clock)]);
  const reminder = draft('reminder').id;
  walk.act(head, reminder, 'sign');
  expect(owed(reminder)).toEqual([['approval', '2021-03-31']]);
  expect(refusal(() => walk.act(housing, reminder, 'receive'))).toBe('notYours');
  walk.act(approval, reminder, 'receive');
  walk.act(approvalHead, reminder, 'answerLetter', { answer: '因系统升级漏报，现已补报，今后按时报送。' });
  expect(owed(reminder)).toEqual([]);
  turn('2021-04-02');
  const order = draft('order').id;
  walk.act(head, order, 'sign');
  expect(owed(order)).toEqual([['approval', '2021-04-12']]);
});
