import type { Fact } from '#kernel/fact.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyMechanism, AnyRecord } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';

/** A column of a register: a fact, or what every matter has. The grid, the export and the print are all made from these. */
export interface RegisterColumn {
  /** The fact's name, or one of the keys below; no fact's name begins with a line. */
  readonly key: string;
  readonly name: Text;
  readonly fact?: Fact;
  /** In pixels. */
  readonly width: number;
  readonly isNumber: boolean;
  /** What the list is ordered by for this column; nothing where that has no meaning. */
  readonly order?: string;
}

const held = {
  _number: { name: { zh: '编号', en: 'Number' }, width: 172, order: 'number' },
  _stage: { name: { zh: '阶段', en: 'Stage' }, width: 132, order: 'stage' },
  _light: { name: { zh: '时限状态', en: 'Light' }, width: 136, order: undefined },
  _due: { name: { zh: '到期日', en: 'Due' }, width: 116, order: 'dueOn' },
  _filed: { name: { zh: '建档日期', en: 'Filed' }, width: 124, order: 'filedAt' },
  _changed: { name: { zh: '最近办理', en: 'Last change' }, width: 124, order: 'changedAt' },
} as const;

/** What every matter has beside its facts. */
export type HeldColumn = keyof typeof held;

export const narrowest = 64;
export const widest = 900;

/** Every column a register may show, those of its declaration first: sealed facts, files and tables have none. */
export function columnsOf(mechanism: AnyMechanism): readonly RegisterColumn[] {
  const { record } = mechanism;
  const usual = usualKeys(mechanism);
  const further = Object.keys(record.facts).filter((name) => !usual.includes(name) && name !== record.light);
  const rest = (Object.keys(held) as HeldColumn[]).filter((key) => !usual.includes(key) && (hasLights(record) || key !== '_light') && (hasClocks(record) || key !== '_due') && (key !== '_number' || isNumbered(mechanism)));
  return [...usual, ...further, ...rest].flatMap((key) => columnOf(record, key) ?? []);
}

/** The columns asked for, in their order and with their widths: `_number,title:320,leadUnit`. Without a word those of the declaration; the title is always among them. */
export function chosenColumns(mechanism: AnyMechanism, words: string | undefined): readonly RegisterColumn[] {
  const { record } = mechanism;
  if (!words) return usualKeys(mechanism).flatMap((key) => columnOf(record, key) ?? []);
  const all = new Map(columnsOf(mechanism).map((column) => [column.key, column]));
  const chosen: RegisterColumn[] = [];
  for (const part of words.split(',')) {
    const [key = '', width] = part.split(':');
    const column = all.get(key);
    if (column && !chosen.some((each) => each.key === key)) chosen.push({ ...column, width: bounded(Number(width), column.width) });
  }
  const title = all.get(record.title);
  return !title || chosen.some(({ key }) => key === title.key) ? chosen : [title, ...chosen];
}

/** Columns in words, as the address bar holds them; nothing where they are those of the declaration. */
export function columnWords(mechanism: AnyMechanism, columns: readonly RegisterColumn[]): string | undefined {
  const usual = new Map(columnsOf(mechanism).map((column) => [column.key, column.width]));
  const words = columns.map(({ key, width }) => (width === usual.get(key) ? key : `${key}:${Math.round(width)}`)).join(',');
  return words === usualKeys(mechanism).join(',') ? undefined : words;
}

/** Whether anything in it runs out. */
export function hasClocks(record: Pick<AnyRecord, 'clocks' | 'duties'>): boolean {
  return Object.keys(record.clocks).length + Object.keys(record.duties).length > 0;
}

/** Whether its matters show a light. */
export function hasLights(record: Pick<AnyRecord, 'clocks' | 'duties' | 'light'>): boolean {
  return record.light !== undefined || hasClocks(record);
}

function usualKeys(mechanism: AnyMechanism): readonly string[] {
  const { record } = mechanism;
  const facts = record.list.filter((name) => name !== record.title && name !== record.light);
  return [...(isNumbered(mechanism) ? ['_number'] : []), record.title, '_stage', ...(hasLights(record) ? ['_light'] : []), ...(hasClocks(record) ? ['_due'] : []), ...facts, '_changed'];
}

function isNumbered({ actions }: AnyMechanism): boolean {
  return Object.values(actions).some(({ numbers = [] }) => numbers.some(({ into }) => into === 'number'));
}

function columnOf(record: AnyRecord, key: string): RegisterColumn | undefined {
  if (Object.hasOwn(held, key)) {
    const { name, width, order } = held[key as HeldColumn];
    const own = key === '_light' && record.light !== undefined ? record.facts[record.light] : undefined;
    // The lights of a register have words of their own, some longer than those of a due day.
    const longest = Math.max(0, ...Object.values(own?.options ?? {}).map(({ zh, en }) => Math.max([...zh].length * 15, en.length * 8) + 40));
    return { key, name: own?.name ?? name, width: Math.max(width, longest), isNumber: false, ...(order ? { order } : {}) };
  }
  const fact = Object.hasOwn(record.facts, key) ? record.facts[key] : undefined;
  if (!fact || fact.sealed || fact.forPrograms) return undefined;
  const { compare, width } = kindOf(fact);
  // Files and tables are read on the page; a place and a change in numbers fit into a cell.
  if (fact.kind === 'evidence' || fact.kind === 'rows') return undefined;
  // An order by what is veiled would tell it.
  const order = compare === 'none' || compare === 'list' || fact.veiled ? undefined : key === record.title ? 'title' : key;
  const words = Math.max([...fact.name.zh].length * 15, fact.name.en.length * 8) + 44;
  return { key, name: fact.name, fact, width: key === record.title ? 300 : Math.min(320, Math.max(width * 7 + 20, words)), isNumber: compare === 'number', ...(order ? { order } : {}) };
}

function bounded(width: number, usual: number): number {
  return Number.isFinite(width) && width > 0 ? Math.min(widest, Math.max(narrowest, Math.round(width))) : usual;
}
