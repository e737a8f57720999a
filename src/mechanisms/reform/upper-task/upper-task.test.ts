import { expect, test } from 'vitest';
import { because, line, people, reformWalk, refusal } from '../../../../test/reform-walk.ts';

const { office, head, leader } = people;

/** A clause of a programme, and a task to carry it out. */
function clauseAndTask() {
  const walk = reformWalk('2021-01-11');
  const { id } = walk.file(office, 'upperProgramme', 'register', { title: '省委改革部署', level: 'provincial', year: 2021, receivedOn: '2021-01-11' });
  walk.act(office, id, 'decompose', { clauses: [{ clauseNo: '1', text: '推行企业开办一件事' }] });
  const clause = [...walk.matters.values()].find(({ mechanism }) => mechanism === 'upperTask')?.id ?? '';
  return { walk, clause, task: walk.file(office, 'task', 'draft', line).id };
}

test('a clause is taken up by a task at least, and both know', () => {
  const { walk, clause, task } = clauseAndTask();
  expect(refusal(() => walk.act(office, clause, 'map', { tasks: [] }))).toBe('badInput');
  expect(walk.act(office, clause, 'map', { tasks: [task] })).toMatchObject({ stage: 'mapped', facts: { tasks: [task] } });
  expect(walk.get(task)).toMatchObject({ facts: { upperTasks: [clause] }, links: [{ type: 'answers', id: clause }] });
});

test('a task that was struck out carries nothing out, and leaves its clause open', () => {
  const { walk, clause, task } = clauseAndTask();
  walk.act(office, clause, 'map', { tasks: [task] });
  walk.act(office, task, 'strike', { reason: because });
  expect(walk.get(clause).stage).toBe('open');
  expect(refusal(() => walk.act(office, clause, 'map', { tasks: [task] }))).toBe('taskGone');
  for (const other of [head, leader]) expect(refusal(() => walk.act(other, clause, 'map', { tasks: [task] }))).toBe('notYours');
});
