import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { DocumentPart } from '#reports/official-document.ts';
import type { DocumentContext } from '../../serving.ts';
import type { TaskRecord } from './record.ts';

/** 工作提醒函: a letter to the lead unit with the task, what is wrong, what is demanded and by when (reform.md §11.5, §14.7). */
export function reminderParts(context: DocumentContext): readonly DocumentPart[] {
  const { districtName, unitName, today } = context;
  const { facts } = context.matter as Matter<FactsOf<TaskRecord>>;
  const issuer = `中共${districtName}委全面深化改革委员会办公室`;
  const isRed = facts.light === 'red';
  const year = (facts.letterOn ?? today).slice(0, 4);
  return [
    { kind: 'head', mark: issuer, number: `改革提醒〔${year}〕${facts.letterNo ?? '　'}号`, style: 'letter' },
    { kind: 'title', text: isRed ? '督办单' : '工作提醒函' },
    { kind: 'addressee', text: unitName(facts.leadUnit ?? '') },
    { kind: 'paragraph', text: `你单位牵头的${facts.year ?? ''}年重点改革任务“${facts.title ?? ''}”（${facts.code ?? ''}，完成时限：${facts.dueText ?? ''}），目前亮${isRed ? '红' : '黄'}灯：${facts.lightGround ?? ''}。应达进度${facts.planned ?? 0}%，实际完成${facts.actual ?? 0}%。` },
    ...(facts.demand ?? '').split('\n').filter((line) => line.trim() !== '').map((line): DocumentPart => ({ kind: 'paragraph', text: line.trim() })),
    { kind: 'paragraph', text: isRed ? '请于5个工作日内在平台答复，并每周报送进展。' : '请于3个工作日内在平台答复。' },
    { kind: 'signature', issuer, date: facts.letterOn ?? today },
  ];
}
