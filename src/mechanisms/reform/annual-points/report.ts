import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { figureTable, stated } from '../../stated.ts';
import { pointsFigures, type AnnualPointsRecord } from './record.ts';

type Row = NonNullable<FactsOf<AnnualPointsRecord>['issuedTable']['value']>[number];

const factsOf = (context: DocumentContext) => (context.matter as Matter<FactsOf<AnnualPointsRecord>>).facts;
const paragraphs = (text = ''): DocumentPart[] => text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line.trim() }));

/** 年度工作要点: general demands, the tasks by category, how they are secured; the table is its attachment (reform.md §4.8, §14.7). */
export function pointsParts(context: DocumentContext): readonly DocumentPart[] {
  const facts = factsOf(context);
  const name = `${facts.year ?? ''}年重点改革任务分解表`;
  return [
    { kind: 'head', mark: `中共${context.districtName}委文件`, number: facts.docNo ?? '　　〔　　〕　号', style: 'document' },
    { kind: 'title', text: facts.title ?? '' },
    { kind: 'heading', level: 1, text: '总体要求' },
    ...paragraphs(facts.overall),
    { kind: 'heading', level: 1, text: '重点任务' },
    { kind: 'paragraph', text: `今年安排${stated(context, 'task.categories')}${stated(context, 'task.asIssued')}重点改革任务，上级部署的改革任务承接率${stated(context, 'upperTask.coverage')}。` },
    ...byCategory(facts.issuedTable ?? []).flatMap(([category, rows]): DocumentPart[] => [{ kind: 'heading', level: 2, text: category }, ...rows.map((row): DocumentPart => ({ kind: 'paragraph', text: taskWords(row, context) }))]),
    { kind: 'heading', level: 1, text: '组织保障' },
    ...paragraphs(facts.safeguards),
    { kind: 'attachments', names: [name, '数据口径表'] },
    { kind: 'signature', issuer: `中共${context.districtName}委`, date: facts.issuedOn ?? context.today },
    ...sheet(context, '附件1'),
    ...figureTable(context, pointsFigures, '附件2'),
  ];
}

/** 任务分解表: A4 turned to landscape, the categories merged, as it went out. */
export function tableParts(context: DocumentContext): readonly DocumentPart[] {
  return sheet(context);
}

function sheet(context: DocumentContext, label?: string): DocumentPart[] {
  const { year, issuedTable = [] } = factsOf(context);
  const { unitName, personName } = context;
  return [
    { kind: 'sheet', title: `${year ?? ''}年重点改革任务分解表`, ...(label === undefined ? {} : { label }) },
    {
      kind: 'table',
      columns: [
        { heading: '序号', width: 3, align: 'center' }, { heading: '类别', width: 6, merged: true }, { heading: '改革任务', width: 11 }, { heading: '目标要求', width: 15 }, { heading: '牵头领导', width: 5 },
        { heading: '牵头单位', width: 7 }, { heading: '责任单位', width: 12 }, { heading: '完成时限', width: 5, align: 'center' }, { heading: '备注', width: 3 },
      ],
      rows: issuedTable.map((row) => [
        String(row.seq ?? ''), row.category ?? '', row.title ?? '', row.target ?? '', row.leader === undefined ? '' : personName(row.leader).replace(/岗$/, ''),
        row.leadUnit === undefined ? '' : unitName(row.leadUnit), (row.coUnits ?? []).map(unitName).join('、'), row.dueText ?? '', '',
      ]),
    },
  ];
}

function taskWords(row: Row, { unitName }: DocumentContext): string {
  const co = (row.coUnits ?? []).map(unitName).join('、');
  const ending = [`牵头单位：${row.leadUnit === undefined ? '' : unitName(row.leadUnit)}`, ...(co === '' ? [] : [`责任单位：${co}`]), `完成时限：${row.dueText ?? ''}`].join('；');
  return `${row.seq ?? ''}. ${row.title ?? ''}。${row.target ?? ''}（${ending}）`;
}

/** The rows under their categories, in the order of the list. */
function byCategory(rows: readonly Row[]): readonly (readonly [category: string, rows: readonly Row[]])[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.category ?? '', [...(found.get(row.category ?? '') ?? []), row]);
  return [...found];
}
