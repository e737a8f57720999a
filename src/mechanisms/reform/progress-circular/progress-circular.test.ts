import { expect, test } from 'vitest';
import { because, people, reformWalk, refusal, runningTask } from '../../../../test/reform-walk.ts';
import type { PrintedFigure } from '../../serving.ts';
import { progressFigures } from './record.ts';
import { circularParts } from './report.ts';
import { paperContext } from '#test/paper-context.ts';

const { office, head, approval } = people;
const words = { good: '任务分解到位，多数任务按期报送方案。', demands: '红灯任务一周内报补救措施，明确责任人。' };

test('a circular is of a quarter that has begun, drafted by the office and issued by its director', () => {
  const walk = reformWalk('2021-03-10');
  runningTask(walk);
  const draft = (period: string) => walk.file(office, 'progressCircular', 'draft', { period, ...words });
  expect(refusal(() => draft('2021'))).toBe('notQuarter');
  expect(refusal(() => draft('2021-Q2'))).toBe('quarterAhead');
  expect(refusal(() => walk.file(approval, 'progressCircular', 'draft', { period: '2021-Q1', ...words }))).toBe('notYours');
  const { id, facts } = draft('2021-Q1');
  expect(facts).toMatchObject({ title: '2021年第一季度重点改革任务进展通报' });
  walk.act(office, id, 'revise', { problems: '少数单位方案里程碑笼统。' });
  expect(refusal(() => walk.act(office, id, 'issue'))).toBe('notYours');
  expect(walk.on('2021-03-31').act(head, id, 'issue')).toMatchObject({ stage: 'issued', number: '改办通〔2021〕1号', facts: { issuedOn: '2021-03-31', units: [{ unit: 'approval', tasks: 1, closed: 0, green: 1 }] } });
});

test('without tasks there is nothing to tell, and what is not sent frees its quarter', () => {
  const walk = reformWalk('2021-04-09');
  const { id } = walk.file(office, 'progressCircular', 'draft', { period: '2021-Q1', ...words });
  expect(refusal(() => walk.act(head, id, 'issue'))).toBe('noTasks');
  expect(walk.act(office, id, 'discard', { reason: because }).facts['period']).toBeUndefined();
});

test('every number of the paper is a figure with its meaning attached', () => {
  const walk = reformWalk('2021-03-10');
  runningTask(walk);
  const { id } = walk.file(office, 'progressCircular', 'draft', { period: '2021-Q1', ...words });
  walk.on('2021-03-31').act(head, id, 'issue');
  const asked = new Set<string>();
  const figure = (key: string): PrintedFigure => {
    asked.add(key);
    return { name: { zh: key, en: key }, unit: { zh: '项', en: 'tasks' }, definition: { zh: `${key}的口径`, en: key }, value: progressFigures.findIndex((each) => each === key) + 1000, asOf: '2021-03-31', isKept: true };
  };
  const parts = circularParts(paperContext(walk, id, '2021-12-28', { figure }));
  expect([...asked].toSorted()).toEqual([...progressFigures].toSorted());
  const text = parts.map((part) => ('text' in part ? part.text : '')).join('\n');
  // No number stands in the text but days and figures.
  expect(text.replaceAll(/\d+年\d+月\d+日/g, '').match(/\d+/g)?.filter((number) => Number(number) < 1000)).toEqual([]);
  expect(text.match(/10\d\d项/g)).toHaveLength(progressFigures.length);
  expect(parts.flatMap((part) => (part.kind === 'sheet' ? [part.title] : []))).toEqual(['各单位重点改革任务进展表', '数据口径表']);
});
