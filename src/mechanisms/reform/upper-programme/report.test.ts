import { expect, test } from 'vitest';
import { paperContext } from '#test/paper-context.ts';
import { because, line, people, reformWalk, refusal } from '../../../../test/reform-walk.ts';
import { coverageParts } from './report.ts';

const { office, groupHead } = people;

test('the table of coverage shows for each clause its tasks, or why there is none', () => {
  const walk = reformWalk('2021-01-11');
  const { id } = walk.file(office, 'upperProgramme', 'register', { title: '省委改革部署', level: 'provincial', docNo: '鲁发〔2021〕1号', year: 2021, receivedOn: '2021-01-11' });
  walk.act(office, id, 'decompose', { clauses: [{ clauseNo: '1', text: '推行企业开办一件事', upperDept: '省审批服务厅', dueText: '年底前' }, { clauseNo: '2', text: '推进海岛用地改革', upperDept: '省自然资源厅' }, { clauseNo: '3', text: '推行信用监管' }] });
  const of = (mechanism: string) => [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism);
  const [first, second] = of('upperTask');
  walk.file(office, 'task', 'draft', { ...line, upperTasks: [first?.id] });
  walk.act(office, second?.id ?? '', 'proposeNa', { naReason: '本区没有海岛，不涉及。' });
  walk.act(groupHead, second?.id ?? '', 'signNa', { reason: because });
  const context = paperContext(walk, id, '2021-01-20', { found: { clauses: of('upperTask'), tasks: of('task') }, figures: { 'upperTask.coverage': 50, 'upperTask.open': 1 } });
  const parts = coverageParts(context);
  expect(JSON.stringify(parts)).toContain('承接率50%，目前未承接1项');
  expect(parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))[0]).toEqual([
    ['1', '推行企业开办一件事', '省审批服务厅', '年底前', '2021-001 推行企业开办一件事', '审批局', '9月底前', '已承接'],
    ['2', '推进海岛用地改革', '省自然资源厅', '', '不适用：本区没有海岛，不涉及。', '', '', '不适用'],
    ['3', '推行信用监管', '', '', '', '', '', '待承接'],
  ]);
  expect(refusal(() => walk.act(office, id, 'withdraw', { reason: because }))).toBe('wrongStage');
});
