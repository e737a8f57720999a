import type { Readable } from 'node:stream';
import { mayRead, mayReadOf, type Actor } from '#kernel/actor.ts';
import { dayOf, type Day } from '#kernel/calendar.ts';
import { fieldsOf } from '#kernel/input.ts';
import { factCell, kindOf } from '#kernel/kinds.ts';
import type { Fact } from '#kernel/fact.ts';
import { findMatterDueDay, type Matter } from '#kernel/matter.ts';
import type { AnyMechanism, LedgerDeclaration } from '#kernel/mechanism.ts';
import type { Speech } from '#kernel/kind.ts';
import type { Language } from '#kernel/words.ts';
import { filterWords } from '#contract/filter-words.ts';
import { lightWordsAt } from '#contract/light-words.ts';
import { chosenColumns, type HeldColumn, type RegisterColumn } from '#contract/register-columns.ts';
import { writeCsv } from '#reports/csv-table.ts';
import { writeWorkbook, type SheetColumn } from '#reports/workbook-writer.ts';
import type { Tx } from '#store/database.ts';
import { eachMatter } from '#store/lists.ts';
import { logReading } from '#store/reading-log.ts';
import { registerQuery, type Query } from './listing.ts';
import type { Platform } from './platform.ts';
import { lightOfMatter } from './bounds.ts';
import { openDataOf } from './open-data.ts';
import { speechOf } from './spoken.ts';
import { viewedOf } from './world.ts';

/** Bytes to hand over, with what to call them. */
export interface Handed {
  readonly stream: Readable;
  readonly fileName: string;
  readonly type: string;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const number = { zh: '编号', en: 'Number' };
/** The heading of the stage, which an import knows again. */
export const stage = { zh: '阶段', en: 'Stage' };
/** Headings of an export that are no facts; an import passes over them. */
export const otherHeadings = new Set([number.zh, number.en, stage.zh, stage.en]);

/** The register as filtered, as a workbook with its definition on a second sheet, or as CSV. Each export is logged (reform.md §13.5). */
export async function exportRegister(platform: Platform, tx: Tx, actor: Extract<Actor, { kind: 'post' }>, key: string, query: Query, language: Language): Promise<Handed> {
  const mechanism = platform.getMechanism(key);
  const ledger = query['format'] === 'ledger' ? mechanism.record.ledger : undefined;
  const columns = ledger ? ledgerColumns(mechanism, actor, ledger) : exportColumns(mechanism, actor, query['cols'] === undefined ? undefined : String(query['cols']));
  const question = registerQuery(platform, mechanism, actor, query);
  const matters: Matter[] = [];
  for await (const matter of eachMatter(tx, question)) matters.push(matter);
  if (ledger) matters.sort(byFacts(ledger.order));
  if (query['format'] === 'json') {
    await logReading(tx, platform.district, { person: actor.personId, post: actor.postId, what: 'export', mechanism: key, matter: null, detail: `${matters.length}`, at: platform.now() });
    return openDataOf(platform, tx, actor, key, matters);
  }
  const names = new Map(matters.map((matter) => [matter.id, matter.number ?? matter.id]));
  const speech = speechOf(await platform.directory(), language, names);
  await logReading(tx, platform.district, { person: actor.personId, post: actor.postId, what: 'export', mechanism: key, matter: null, detail: `${matters.length}`, at: platform.now() });
  const today = dayOf(platform.now());
  const fileName = `${mechanism.record.name[language]}-${today}`;
  const rows = matters.map((matter) => rowOf(platform, mechanism, columns, matter, actor, today, speech));
  const shownColumns = columns.map((column): SheetColumn => (column.fact ? columnOf(column.fact, language) : { heading: column.name[language], kind: column.key === '_due' ? ('date' as const) : ('text' as const), width: Math.round(column.width / 8) }));
  // Choices are for filling in; on paper a column is as wide as the sheet allows.
  const sheetColumns = ledger ? shownColumns.map(({ heading, kind }, index): SheetColumn => ({ heading, kind, width: columns[index]?.width ?? 10 })) : shownColumns;
  if (query['format'] === 'csv') {
    return { stream: writeCsv(rows, sheetColumns, { forSpreadsheet: true }), fileName: `${fileName}.csv`, type: 'text/csv; charset=utf-8' };
  }
  const about: [string, string][] = [
    [language === 'zh' ? '台账' : 'Register', mechanism.record.name[language]],
    [language === 'zh' ? '统计截止日' : 'As of', today],
    [language === 'zh' ? '条数' : 'Rows', String(matters.length)],
    [language === 'zh' ? '筛选条件' : 'Filters', filterWords(mechanism, query, speech).join(language === 'zh' ? '；' : '; ') || (language === 'zh' ? '无' : 'none')],
  ];
  const merged = ledger ? columns.flatMap(({ key: name }, index) => (ledger.merged.includes(name) ? [index] : [])) : [];
  const face = ledger ? { title: language === 'zh' ? `${ledger.title.zh}（截至${today}，共${matters.length}${mechanism.record.counter.zh}）` : `${ledger.title.en} (as of ${today}, ${matters.length} ${mechanism.record.counter.en})`, ruled: { merged } } : {};
  const stream = writeWorkbook([
    { name: mechanism.record.name[language].slice(0, 31), columns: sheetColumns, rows, ...face },
    { name: language === 'zh' ? '口径' : 'About', columns: [{ heading: language === 'zh' ? '栏目' : 'Field', kind: 'text', width: 18 }, { heading: language === 'zh' ? '说明' : 'Value', kind: 'text', width: 60 }], rows: about },
  ]);
  return { stream, fileName: `${ledger ? `${ledger.title[language]}-${today}` : fileName}.xlsx`, type: workbookType };
}

/** In the order of these facts; what lacks one stands last. */
function byFacts(order: readonly string[]) {
  return (one: Matter, other: Matter): number => {
    for (const name of order) {
      const [a, b] = [one.facts[name], other.facts[name]];
      if (a === b) continue;
      if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
      return typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;
    }
    return 0;
  };
}

/** An empty workbook to fill in, with drop-downs and help. */
export async function templateOf(platform: Platform, key: string, language: Language): Promise<Handed> {
  const mechanism = platform.getMechanism(key);
  const action = mechanism.importing && mechanism.actions[mechanism.importing.create];
  const directory = await platform.directory();
  const units = [...directory.units.values()].map((unit) => unit.name);
  const fields = action ? fieldsOf(mechanism, action).filter(({ fact }) => fact.kind !== 'evidence' && !fact.sealed) : [];
  const columns = fields.map(({ fact, must }): SheetColumn => {
    const column = columnOf(fact, language);
    const help = [must ? (language === 'zh' ? '必填。' : 'Required. ') : '', fact.help?.[language] ?? ''].join('');
    return { ...column, ...(fact.kind === 'unit' ? { options: units } : {}), ...(help ? { note: help } : {}) };
  });
  return { stream: writeWorkbook([{ name: mechanism.record.name[language].slice(0, 31), columns, rows: [] }]), fileName: `${mechanism.record.name[language]}-${language === 'zh' ? '模板' : 'template'}.xlsx`, type: workbookType };
}

/** The columns asked for; without a word number and stage and all facts that the reader may read, in the order of their declaration. Never sealed ones. */
function exportColumns(mechanism: AnyMechanism, actor: Actor, words: string | undefined): readonly RegisterColumn[] {
  const { facts } = mechanism.record;
  const readable = ({ fact }: RegisterColumn) => !fact || (!fact.sealed && mayRead(fact, actor));
  if (words !== undefined) return chosenColumns(mechanism, words).filter(readable);
  const all = Object.entries(facts).map(([key, fact]): RegisterColumn => ({ key, name: fact.name, fact, width: 0, isNumber: false }));
  return [{ key: '_number', name: number, width: 144, isNumber: false }, { key: '_stage', name: stage, width: 96, isNumber: false }, ...all.filter(readable)];
}

/** The ledger's own columns, in its order. */
function ledgerColumns({ record: { facts, light } }: AnyMechanism, actor: Actor, ledger: LedgerDeclaration): readonly RegisterColumn[] {
  return Object.entries(ledger.columns).flatMap(([key, width = 10]): RegisterColumn[] => {
    const fact = facts[key];
    if (!fact || fact.sealed || !mayRead(fact, actor)) return [];
    return [{ ...(key === light ? { key: '_light' } : { key, fact }), name: fact.name, width, isNumber: false }];
  });
}

function rowOf(platform: Platform, mechanism: AnyMechanism, columns: readonly RegisterColumn[], matter: Matter, actor: Actor, today: Day, speech: Speech) {
  const viewed = viewedOf(mechanism.record, matter, today);
  const dueOn = findMatterDueDay(platform.calendar(), matter);
  const held: Readonly<Record<HeldColumn, () => string | Date | null>> = {
    _number: () => matter.number ?? null,
    _stage: () => mechanism.record.stages[matter.stage]?.name[speech.language] ?? matter.stage,
    _light: () => lightWordsAt(mechanism.record, matter.stage)[lightOfMatter(platform, matter)][speech.language],
    _due: () => (dueOn ? new Date(`${dueOn}T00:00:00Z`) : null),
    _filed: () => dayOf(matter.filedAt),
    _changed: () => dayOf(matter.changedAt),
  };
  return columns.map(({ key, fact }) => (fact ? (mayReadOf(fact, actor, viewed) ? factCell(fact, matter.facts[key], speech) : null) : held[key as HeldColumn]()));
}

function columnOf(fact: Fact, language: Language): SheetColumn {
  const kind = kindOf(fact);
  const isDay = fact.kind === 'day';
  const isNumber = kind.compare === 'number';
  const options = fact.kind === 'choice' ? Object.values(fact.options ?? {}).map((name) => name[language]) : fact.kind === 'flag' ? (language === 'zh' ? ['是', '否'] : ['yes', 'no']) : undefined;
  return { heading: fact.name[language], width: kind.width, kind: isDay ? 'date' : isNumber ? 'number' : 'text', ...(options ? { options } : {}) };
}
