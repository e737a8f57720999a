import { expect, test } from 'vitest';
import { officialDocument } from '#reports/official-document.ts';
import { openArchive } from '#reports/checked-archive.ts';
import { assignedTask, people, reformWalk } from '../../../../test/reform-walk.ts';
import type { Walk } from '../../walk.ts';
import { pointsParts, tableParts } from './report.ts';
import { paperContext } from '#test/paper-context.ts';

const points = (walk: Walk) => [...walk.matters.values()].find(({ mechanism }) => mechanism === 'annualPoints')?.id ?? '';

test('the points name lead unit, co-units and limit after every task, and carry the table as it went out', () => {
  const walk = reformWalk('2021-03-10');
  const id = assignedTask(walk);
  const before = pointsParts(paperContext(walk, points(walk), '2021-03-15'));
  expect(before).toContainEqual({ kind: 'paragraph', text: '1. 推行企业开办一件事。开办时间压减到半天以内（牵头单位：审批局；责任单位：税务局；完成时限：9月底前）' });
  walk.on('2021-03-17').act(people.leader, id, 'approveStop', { stopApproved: 'cancel', reason: '上级统一部署，不再单独开展。' });
  walk.act(people.head, id, 'cancel', { reason: '经区领导批准，不再单独开展。' });
  // What became of a task since changes nothing in the paper.
  expect(pointsParts(paperContext(walk, points(walk), '2021-03-15'))).toEqual(before);
});

test('the table merges its categories and stands on landscape sheets', async () => {
  const walk = reformWalk('2021-03-10');
  for (const seq of [2, 3]) walk.on('2021-03-10').file(people.office, 'task', 'draft', { seq, category: '优化营商环境', title: `推行一件事第${seq}批`, leadUnit: 'approval', dueText: '年底前' });
  assignedTask(walk);
  const bytes = await officialDocument(tableParts(paperContext(walk, points(walk), '2021-03-15')));
  const archive = await openArchive(bytes, { maxUnpackedBytes: 1e8, maxEntries: 100 });
  const pieces: Buffer[] = [];
  for await (const piece of archive.read('word/document.xml')) pieces.push(piece);
  const xml = Buffer.concat(pieces).toString('utf8');
  expect([...xml.matchAll(/<w:vMerge w:val="(\w+)"/g)].map(([, value]) => value)).toEqual(['restart', 'continue', 'continue']);
  expect(xml).toContain('w:orient="landscape"');
});
