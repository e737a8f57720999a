import type * as z from 'zod/mini';
import type { Day } from './calendar.ts';
import type { Fact, KindName, KindValues } from './fact.ts';
import { belowFen, fenText } from './fen.ts';
import type { Language, Text } from './words.ts';

/** What a kind must know of the world to speak of a value: the language and the names behind ids. */
export interface Speech {
  readonly language: Language;
  unitName(id: string): string;
  personName(id: string): string;
  matterName(id: string): string;
}

/** What a kind must know of the world to understand what was typed. */
export interface Hearing {
  readonly today: Day;
  findUnit(words: string): string | undefined;
  /** The units of a group of the day: 各镇街, 区直各部门. */
  findGroup?(words: string): readonly string[] | undefined;
  findPerson(words: string): string | undefined;
  findMatter(mechanism: string, words: string): string | undefined;
}

/** A cell as a spreadsheet or a text field gives it. */
export type Cell = string | number | boolean | Date | null;

/** What was understood of a cell: a value, nothing, or what is wrong with it. */
export type Understood<V> = { readonly value: V } | { readonly problem: Text } | { readonly empty: true };

/** How the store compares values of a kind. */
export type Comparison = 'text' | 'number' | 'flag' | 'list' | 'none';

/** What stands under a column of numbers. Shares of a hundred are never added up. */
export type Total = 'sum' | 'mean';

/** A kind of fact as an object, first half: how values are compared and spoken of. The browser adds how they are typed in and shown. */
export interface SpokenKind<K extends KindName = KindName> {
  readonly compare: Comparison;
  /** Whether a value is one of a few known beforehand, which registers are filtered by together. */
  readonly isChosen?: true;
  /** How wide a column of it is, in Latin characters. */
  readonly width: number;
  /** What may be said of many of them together; nothing where no sum has a meaning. */
  readonly totals?: readonly Total[];
  text(value: KindValues[K], fact: Fact, speech: Speech): string;
  /** As a table says it that has many beside it; as `text` says it, when absent. */
  brief?(value: KindValues[K], fact: Fact, speech: Speech): string;
  /** As a spreadsheet cell: numbers as numbers, days as days. */
  cell?(value: KindValues[K], fact: Fact, speech: Speech): Cell;
}

/** The second half: how values are checked, and understood from what was typed. */
export interface HeardKind<K extends KindName = KindName> {
  schema(fact: Fact): z.ZodMiniType<KindValues[K]>;
  read(cell: Exclude<Cell, null>, fact: Fact, hearing: Hearing): Understood<KindValues[K]>;
}

/** A problem in words. */
export function problem(zh: string, en: string): { problem: Text } {
  return { problem: { zh, en } };
}

/** Full-width digits, letters and signs as offices type them, made half-width; blanks trimmed. */
export function halfWidth(words: string): string {
  return words
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim();
}

/** The words for what a schema found wrong, in both languages. */
export function issueWords(issue: z.core.$ZodIssue, fact: Fact): Text {
  const own = 'params' in issue ? (issue.params as { words?: Text } | undefined)?.words : undefined;
  if (own) return own;
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return { zh: `至少填写 ${issue.minimum} 个字`, en: `At least ${issue.minimum} characters` };
      if (issue.origin === 'array') return { zh: `至少选择 ${issue.minimum} 项`, en: `At least ${issue.minimum} item(s)` };
      return { zh: `不能小于 ${boundText(issue.minimum, fact, 'zh')}`, en: `Not less than ${boundText(issue.minimum, fact, 'en')}` };
    case 'too_big':
      if (issue.origin === 'string') return { zh: `不能超过 ${issue.maximum} 个字`, en: `At most ${issue.maximum} characters` };
      if (issue.origin === 'array') return { zh: `不能超过 ${issue.maximum} 项`, en: `At most ${issue.maximum} item(s)` };
      return { zh: `不能大于 ${boundText(issue.maximum, fact, 'zh')}`, en: `Not more than ${boundText(issue.maximum, fact, 'en')}` };
    case 'invalid_value':
      return { zh: '请从选项中选择', en: 'Choose one of the options' };
    case 'unrecognized_keys':
      return { zh: `没有这些栏目：${issue.keys.join('、')}`, en: `No such fields: ${issue.keys.join(', ')}` };
    case 'invalid_format':
      return fact.pattern?.words ?? { zh: '格式不对', en: 'The format is not right' };
    case 'invalid_type':
      if (fact.kind === 'money' && issue.expected === 'int') return belowFen;
      return { zh: '填写的内容类型不对', en: 'This is not the kind of value expected' };
    default:
      return { zh: '填写的内容类型不对', en: 'This is not the kind of value expected' };
  }
}

/** Bounds of money are declared in fen; nobody thinks in them. */
function boundText(bound: number | bigint, fact: Fact, language: Language): string {
  return fact.kind === 'money' ? fenText(Number(bound), language) : String(bound);
}

/** The words for a required field left empty. */
export const requiredWords: Text = { zh: '必须填写', en: 'Required' };

/** Several names in one cell, as offices write them (reform.md §1.3). */
export function split(words: string): string[] {
  return words.split(/[、，,;；/\n]/).map((part) => part.trim()).filter(Boolean);
}
