import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { figureTable, stated } from '../../stated.ts';
import { coverageFigures, type UpperProgrammeRecord } from './record.ts';

const text = (value: unknown) => String(value ?? '');

/** 上级改革任务承接对照表: clause by clause what carries it out here, who, until when, how far; or why it does not apply (reform.md §5). */
export function coverageParts(context: DocumentContext): readonly DocumentPart[] {
  const { found, today, matter } = context;
  const { title = '', docNo, coveredOn } = (matter as Matter<FactsOf<UpperProgrammeRecord>>).facts;
  const clauses = found['clauses'] ?? [];
  return [
    { kind: 'sheet', title: '上级改革任务承接对照表' },
    { kind: 'paragraph', text: `《${title}》${docNo === undefined ? '' : `（${docNo}）`}，截至${documentDate(coveredOn ?? today)}。今年收到的上级任务承接率${stated(context, 'upperTask.coverage')}，目前未承接${stated(context, 'upperTask.open')}。` },
    {
      kind: 'table',
      columns: [
        { heading: '条目', align: 'center', width: 4, merged: true }, { heading: '上级任务', width: 15, merged: true }, { heading: '上级主管部门', width: 8 }, { heading: '上级时限', align: 'center', width: 6 },
        { heading: '本区任务', width: 14 }, { heading: '牵头单位', width: 9 }, { heading: '完成时限', align: 'center', width: 6 }, { heading: '承接情况', align: 'center', width: 7 },
      ],
      rows: clauses.flatMap((clause) => rowsOf(clause, context)),
    },
    ...figureTable(context, coverageFigures, '附件'),
  ];
}

/** A clause has a row for each of its tasks, or one that says why there is none. */
function rowsOf({ id, stage, facts }: Matter, { found, unitName }: DocumentContext): string[][] {
  const upper = [text(facts['clauseNo']), text(facts['text']), text(facts['upperDept']), text(facts['dueText'])];
  const tasks = (found['tasks'] ?? []).filter((task) => (task.facts['upperTasks'] as readonly string[] | undefined)?.includes(id)); // a fact of that kind
  if (tasks.length > 0) return tasks.map(({ facts: task }) => [...upper, `${text(task['code'])} ${text(task['title'])}`, unitName(text(task['leadUnit'])), text(task['dueText']), '已承接']);
  return [[...upper, stage === 'notApplicable' ? `不适用：${text(facts['naReason'])}` : '', '', '', stage === 'notApplicable' ? '不适用' : '待承接']];
}
