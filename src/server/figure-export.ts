import type { Actor } from '#kernel/actor.ts';
import { dayOf, type Day } from '#kernel/calendar.ts';
import { printedWords, toPrinted } from '#kernel/figure.ts';
import type { Language } from '#kernel/words.ts';
import { writeWorkbook } from '#reports/workbook-writer.ts';
import type { Tx } from '#store/database.ts';
import { logReading } from '#store/reading-log.ts';
import type { Handed } from './exports.ts';
import { answerRecords, getFigure, takeSnapshot } from './figures.ts';
import type { Platform } from './platform.ts';

/** A figure as it goes into a document: its answer with definition and snapshot on one sheet, the records the reader may open on another. The export is logged (reform.md §13.5). */
export async function exportFigure(platform: Platform, tx: Tx, key: string, asOf: Day, actor: Extract<Actor, { kind: 'post' }>, language: Language): Promise<Handed> {
  const figure = getFigure(key);
  const { record } = platform.getMechanism(figure.mechanism);
  const snapshot = await takeSnapshot(platform, tx, key, asOf, actor);
  const { rows } = await answerRecords(platform, tx, key, asOf, actor);
  await logReading(tx, platform.district, { person: actor.personId, post: actor.postId, what: 'export', mechanism: figure.mechanism, matter: null, detail: `${rows.length}`, at: platform.now() });
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const printed = snapshot.value !== null && 'count' in figure.measure ? toPrinted(snapshot.value) : undefined;
  const about: (readonly [string, string | number | null])[] = [
    [say('数字', 'Figure'), figure.name[language]],
    [say('数值', 'Value'), snapshot.value],
    [say('计量单位', 'Unit'), figure.unit[language]],
    [say('行文写法', 'As reports write it'), printed ? printedWords(printed.printed, printed.qualifier, figure.unit.zh) : ''],
    [say('口径', 'Definition'), figure.definition[language]],
    [say('统计截止日', 'As of'), asOf],
    [say('计入记录', 'Records counted'), snapshot.records.length],
    [say('其中本岗位可打开', 'Of these open to this post'), rows.length],
    [say('快照编号', 'Snapshot'), snapshot.id],
    [say('留存', 'Kept'), `${snapshot.by} ${dayOf(snapshot.computedAt)}`],
  ];
  const text = (heading: string, width: number) => ({ heading, kind: 'text' as const, width });
  const stream = writeWorkbook([
    { name: say('数字', 'Figure'), columns: [text(say('栏目', 'Field'), 20), text(say('内容', 'Value'), 60)], rows: about.map(([field, value]) => [field, value === null ? '' : String(value)]) },
    {
      name: say('记录', 'Records'), columns: [text(say('编号', 'Number'), 18), text(record.facts[record.title]?.name[language] ?? '', 50), text(say('阶段', 'Stage'), 16), text(say('建档日期', 'Filed'), 14)],
      rows: rows.map((row) => [row.number ?? '', row.title, record.stages[row.stage]?.name[language] ?? row.stage, dayOf(row.filedAt)]),
    },
  ]);
  return { stream, fileName: `${figure.name[language]}-${asOf}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
}
