import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentContext } from '../../serving.ts';
import { figureTable, stated } from '../../stated.ts';
import { progressFigures, type ProgressCircularRecord } from './record.ts';

type Circular = Matter<FactsOf<ProgressCircularRecord>>;

const lines = (text = ''): DocumentPart[] => text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line.trim() }));

/** 季度进展通报: how it goes on the whole, what goes well, what does not, what is demanded; by unit and with the meaning of every figure attached. */
export function circularParts(context: DocumentContext): readonly DocumentPart[] {
  const { districtName, unitName, today, matter } = context;
  const { facts, number } = matter as Circular;
  const issuer = `中共${districtName}委全面深化改革委员会办公室`;
  const day = facts.issuedOn ?? today;
  const told = (key: (typeof progressFigures)[number]) => stated(context, key);
  const units = facts.units ?? [];
  return [
    { kind: 'head', style: 'document', mark: `${issuer}文件`, number: number ?? `改办通〔${day.slice(0, 4)}〕　号` },
    { kind: 'title', text: facts.title ?? '重点改革任务进展通报' },
    { kind: 'addressee', text: '各镇街、各功能区，区直各部门' },
    { kind: 'paragraph', text: `现将截至${documentDate(day)}的重点改革任务进展情况通报如下。` },
    { kind: 'heading', level: 1, text: '总体进展' },
    { kind: 'paragraph', text: `今年要点列${told('task.categories')}${told('task.asIssued')}任务，修订新增${told('task.addedByRevision')}。目前已销号${told('task.closed')}，在办${told('task.underWay')}，任务完成率${told('task.completion')}，已销号任务按时办结率${told('task.onTime')}。` },
    { kind: 'paragraph', text: `在办任务中，红灯${told('task.red')}，黄灯${told('task.yellow')}，临期${told('task.blue')}，暂缓或者等待前置任务等不亮灯的${told('task.grey')}；今年申请办结被退回过的${told('task.returned')}。` },
    { kind: 'heading', level: 1, text: '主要做法和成效' },
    ...lines(facts.good),
    ...(facts.problems === undefined ? [] : [{ kind: 'heading', level: 1, text: '存在问题' } satisfies DocumentPart, ...lines(facts.problems)]),
    { kind: 'heading', level: 1, text: '下步要求' },
    ...lines(facts.demands),
    { kind: 'attachments', names: [...(units.length === 0 ? [] : ['各单位重点改革任务进展表']), '数据口径表'] },
    { kind: 'signature', issuer, date: day },
    ...(units.length === 0 ? [] : unitTable(units, unitName)),
    ...figureTable(context, progressFigures, units.length === 0 ? '附件' : '附件2'),
  ];
}

function unitTable(units: NonNullable<Circular['facts']['units']>, unitName: (id: string) => string): readonly DocumentPart[] {
  return [
    { kind: 'sheet', label: '附件1', title: '各单位重点改革任务进展表' },
    {
      kind: 'table',
      columns: [{ heading: '序号', align: 'center', width: 4 }, { heading: '牵头单位', width: 14 }, ...['任务数', '已销号', '红灯', '黄灯', '蓝灯', '绿灯', '灰灯'].map((heading) => ({ heading, align: 'center' }) as const)],
      rows: units.map(({ unit = '', tasks = 0, closed = 0, red = 0, yellow = 0, blue = 0, green = 0, grey = 0 }, at) => [String(at + 1), unitName(unit), ...[tasks, closed, red, yellow, blue, green, grey].map(String)]),
    },
  ];
}
