import * as z from 'zod/mini';
import { mu } from './area.ts';
import { addDays, isDay } from './calendar.ts';
import { creditCodeProblem } from './credit-code.ts';
import { understandDueWords } from './due-words.ts';
import type { Evidence, Fact, KindName, Metric, Place } from './fact.ts';
import { belowFen, isFinerThanFen, understandMoney } from './fen.ts';
import { isIndustryCode } from './industry-codes.ts';
import { halfWidth, issueWords, problem, split, type Cell, type HeardKind, type Hearing, type Understood } from './kind.ts';
import { textLine, textSchema } from './text-schema.ts';
import type { Text } from './words.ts';

// How what was typed or sent is understood and checked: the half of a kind that needs the schema library.

const text: HeardKind<'text'> = {
  schema: (fact) => textSchema(fact, 200),
  read: (cell) => ({ value: cellText(cell) }),
};

const longText: HeardKind<'longText'> = {
  ...text,
  schema: (fact) => textSchema(fact, 20_000, true),
};

const whole: HeardKind<'whole'> = {
  schema: (fact) => bounded(z.int(), fact),
  read: (cell, fact) => readNumber(cell, fact, true),
};

const decimal: HeardKind<'decimal'> = {
  schema: (fact) => bounded(z.number(), fact),
  read: (cell, fact) => readNumber(cell, fact, false),
};

const percent: HeardKind<'percent'> = {
  ...decimal,
  read: (cell, fact) => readNumber(typeof cell === 'string' ? cell.replace(/[%％]\s*$/, '') : cell, fact, false),
};

const money: HeardKind<'money'> = {
  schema: (fact) => bounded(z.int(), fact),
  read: (cell) => {
    // A computed cell may hold 3.3000000000000003; spreadsheets themselves show fifteen digits of it.
    const fen = typeof cell === 'number' ? (understandMoney(String(cell)) ?? understandMoney(String(Number(cell.toPrecision(15))))) : understandMoney(halfWidth(cellText(cell)));
    if (fen === undefined && isFinerThanFen(halfWidth(cellText(cell)))) return { problem: belowFen };
    return fen === undefined ? problem('金额看不明白，例如 500万元、1.2亿元', 'The amount is not clear; write e.g. 500万元 or 5000000') : { value: fen };
  },
};

const area: HeardKind<'area'> = {
  ...decimal,
  read: (cell, fact) => {
    const typed = typeof cell === 'number' ? String(cell) : halfWidth(cellText(cell)).replaceAll(',', '').replace(/ ?\([\d.]+ (亩|mu)\)$/, '');
    const match = /^(-?\d+(?:\.\d+)?)\s*(㎡|平方米|m2|m²|万㎡|万平方米|亩|公顷|ha)?$/.exec(typed);
    if (!match) return problem('面积看不明白，例如 120亩、8公顷、500㎡', 'The area is not clear; write e.g. 120亩, 8公顷 or 500㎡');
    const factor = match[2] === '亩' ? mu : /^(公顷|ha|万.+)$/.test(match[2] ?? '') ? 10_000 : 1;
    return readNumber(Number(match[1]) * factor, fact, false);
  },
};

const day: HeardKind<'day'> = {
  schema: () => z.string().check(z.refine(isDay, { params: { words: { zh: '日期应为 2021-03-08 的样子', en: 'A day looks like 2021-03-08' } } })),
  read: (cell, _fact, hearing) => {
    if (cell instanceof Date && isMoment(cell)) return { value: cell.toISOString().slice(0, 10) };
    // A day whose cell lost its format arrives as its serial number, counted from 1899-12-30.
    if (typeof cell === 'number' && Number.isInteger(cell) && 20_000 < cell && cell < 80_000) return { value: addDays('1899-12-30', cell) };
    const due = hasLostItsZero(cell) ? { kind: 'unclear' as const } : understandDueWords(cellText(cell), hearing.today);
    if (due.kind === 'day') return { value: due.day };
    return problem('日期看不明白，例如 2021-03-08、2021.3.8、3月底前', 'The day is not clear; write e.g. 2021-03-08, 2021.3.8 or 3月底前');
  },
};

const instant: HeardKind<'instant'> = {
  // Written one way only, so that moments compare as text.
  schema: () => z.iso.datetime().check(z.overwrite((value) => (Number.isNaN(Date.parse(value)) ? value : new Date(value).toISOString()))),
  read: (cell) => {
    // A spreadsheet's wall clock is China's.
    if (cell instanceof Date && isMoment(cell)) return { value: new Date(cell.getTime() - 8 * 3_600_000).toISOString() };
    const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?$/.exec(halfWidth(cellText(cell)));
    // Without an offset the time is China's, never that of the machine.
    const moment = new Date(match && isDay(match[1] ?? '') ? `${match[1]}T${match[2]}${match[3] ?? '+08:00'}` : Number.NaN);
    return isMoment(moment) ? { value: moment.toISOString() } : problem('时间应为 2021-03-08 09:30 的样子', 'A time looks like 2021-03-08 09:30');
  },
};

const month: HeardKind<'month'> = {
  schema: () => z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  read: (cell) => {
    // Spreadsheets make the first of the month of “2021-03”.
    const match = /^(\d{4})[-./年](\d{1,2})月?$/.exec(cell instanceof Date ? cellText(cell).slice(0, 7) : hasLostItsZero(cell) ? '' : halfWidth(cellText(cell)));
    const number = Number(match?.[2]);
    if (!match || number < 1 || number > 12) return problem('月份应为 2021-03 的样子', 'A month looks like 2021-03');
    return { value: `${match[1]}-${String(number).padStart(2, '0')}` };
  },
};

const period: HeardKind<'period'> = {
  schema: () => z.string().check(z.regex(/^\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/)),
  read: (cell) => {
    const typed = halfWidth(cellText(cell)).toUpperCase();
    return /^\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/.test(typed) ? { value: typed } : problem('期间应为 2021、2021-Q3 或 2021-03', 'A period looks like 2021, 2021-Q3 or 2021-03');
  },
};

const flag: HeardKind<'flag'> = {
  schema: () => z.boolean(),
  read: (cell) => {
    if (typeof cell === 'boolean') return { value: cell };
    const typed = halfWidth(cellText(cell)).toLowerCase();
    if (['是', '有', 'yes', 'true', '1', '√', '✓'].includes(typed)) return { value: true };
    if (['否', '无', 'no', 'false', '0', '×'].includes(typed)) return { value: false };
    return problem('请填“是”或“否”', 'Write yes or no');
  },
};

const choice: HeardKind<'choice'> = {
  schema: (fact) => z.enum(Object.keys(fact.options ?? {}) as [string, ...string[]]),
  read: (cell, fact) => {
    const key = findOption(cellText(cell), fact);
    return key === undefined ? optionProblem(fact) : { value: key };
  },
};

const choices: HeardKind<'choices'> = {
  schema: (fact) => z.array(z.enum(Object.keys(fact.options ?? {}) as [string, ...string[]])).check(z.maxLength(100)),
  read: (cell, fact) => {
    const keys = split(cellText(cell)).map((words) => findOption(words, fact));
    return keys.some((key) => key === undefined) ? optionProblem(fact) : { value: keys.filter((key) => key !== undefined) };
  },
};

const unit: HeardKind<'unit'> = {
  schema: () => z.string().check(z.minLength(1), z.maxLength(64)),
  read: (cell, _fact, hearing) => {
    const known = hearing.findUnit(cellText(cell));
    const names = split(cellText(cell));
    // “牵头” of two units means that nobody leads (reform.md §4.9).
    if (known === undefined && (names.length > 1 || hearing.findGroup?.(cellText(cell)))) return problem(`这里只能填一个单位，现有“${names.join('、')}”；其余的请移到责任单位栏`, `Only one unit stands here, not “${names.join('、')}”; the others belong among the co-units`);
    return known === undefined ? vague(cellText(cell)) ?? found(known, cellText(cell), '单位', 'unit') : { value: known };
  },
};

const units: HeardKind<'units'> = {
  schema: () => z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(200)),
  read: (cell, _fact, hearing) => {
    const understood = readAll(split(cellText(cell)), (words): Understood<readonly string[]> => {
      const known = hearing.findUnit(words);
      const group = known === undefined ? hearing.findGroup?.(words) : [known];
      return group === undefined ? (vague(words) ?? problem(`没有找到单位“${words}”`, `No unit is called “${words}”`)) : { value: group };
    });
    return 'value' in understood ? { value: [...new Set(understood.value.flat())] } : understood;
  },
};

const person: HeardKind<'person'> = {
  schema: () => z.string().check(z.minLength(1), z.maxLength(64)),
  read: (cell, _fact, hearing) => found(hearing.findPerson(cellText(cell)), cellText(cell), '人员', 'person'),
};

const matter: HeardKind<'matter'> = {
  schema: () => z.uuid(),
  read: (cell, fact, hearing) => found(hearing.findMatter(fact.mechanism ?? '', cellText(cell)), cellText(cell), '事项', 'matter'),
};

const matters: HeardKind<'matters'> = {
  schema: () => z.array(z.uuid()).check(z.maxLength(1000)),
  read: (cell, fact, hearing) =>
    readAll(split(cellText(cell)), (words) => found(hearing.findMatter(fact.mechanism ?? '', words), words, '事项', 'matter')),
};

const rows: HeardKind<'rows'> = {
  schema: (fact) =>
    z
      .array(z.strictObject(Object.fromEntries(Object.entries(fact.columns ?? {}).map(([name, column]) => [name, z.optional(schemaOf(column))]))))
      .check(z.maxLength(fact.max ?? 500)),
  read: (cell, fact, hearing) =>
    readAll(cellText(cell).split('\n').filter((line) => line.trim() !== ''), (line) => {
      const columns = Object.entries(fact.columns ?? {});
      const cells = splitRow(line);
      if (cells.length > columns.length) return problem(`“${line.trim()}”多于 ${columns.length} 栏，竖线请写成 \\|`, `“${line.trim()}” has more than ${columns.length} columns; write a bar as \\|`);
      const row: Record<string, unknown> = {};
      for (const [index, [name, column]] of columns.entries()) {
        const understood = understand(cells[index] ?? null, column, hearing);
        if ('problem' in understood) return understood;
        if ('value' in understood) row[name] = understood.value;
      }
      return { value: row };
    }),
};

const evidence: HeardKind<'evidence'> = {
  schema: () =>
    z
      .array(
        z.strictObject({
          hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
          name: textLine(200),
          type: z.string().check(z.maxLength(120)),
          size: z.int().check(z.nonnegative()),
          issuer: z.optional(textLine(200, 0)),
          number: z.optional(textLine(120, 0)),
          issuedOn: z.optional(z.string().check(z.refine(isDay))),
          takenOn: z.optional(z.string().check(z.refine(isDay))),
          usedOn: z.optional(z.string().check(z.refine(isDay))),
        }) satisfies z.ZodMiniType<Evidence>,
      )
      .check(z.maxLength(50)),
  read: () => problem('佐证材料请在页面上传', 'Attach evidence on the page'),
};

const degrees = z.tuple([z.number().check(z.gte(73), z.lte(136)), z.number().check(z.gte(3), z.lte(54))]);

const place: HeardKind<'place'> = {
  schema: () =>
    z.union([
      z.strictObject({ type: z.literal('Point'), coordinates: degrees }),
      z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(degrees).check(z.minLength(4), z.maxLength(5000))).check(z.minLength(1), z.maxLength(20)) }),
    ]) satisfies z.ZodMiniType<Place>,
  read: (cell, fact) => {
    const typed = halfWidth(cellText(cell));
    const checked = place.schema(fact).safeParse(typed.startsWith('{') ? geometryOf(typed) : cornersOf(typed));
    if (checked.success) return { value: checked.data };
    return problem('位置应为“经度,纬度”，例如 120.45,36.39；一块地写三个以上的点，用分号隔开，或者写GeoJSON', 'A place is “longitude,latitude”, e.g. 120.45,36.39; an area has three points or more parted by semicolons, or is GeoJSON');
  },
};

/** One point, or the corners of an area in their order; the ring is closed where the sheet leaves it open. An empty line begins a hole. */
function cornersOf(typed: string): unknown {
  const rings = typed.split(/\n\s*\n/).map((ring) => ring.split(/[;；\n]+/).map((part) => part.trim()).filter(Boolean).map((part) => part.split(/[\s,]+/).map(Number)));
  const [outline = []] = rings;
  if (rings.length === 1 && outline.length === 1) return { type: 'Point', coordinates: outline[0] };
  return { type: 'Polygon', coordinates: rings.map((ring) => (String(ring[0]) === String(ring.at(-1)) ? ring : [...ring, ring[0]])) };
}

/** A geometry of GeoJSON (RFC 7946): heights are left out, and of an area in several parts only a single part is taken. */
function geometryOf(typed: string): unknown {
  const flat = (position: unknown) => (Array.isArray(position) ? position.slice(0, 2) : position);
  const each = (list: unknown, of: (part: unknown) => unknown) => (Array.isArray(list) ? list.map(of) : list);
  try {
    const { type, coordinates } = JSON.parse(typed) as { readonly type?: unknown; readonly coordinates?: unknown };
    if (type === 'Point') return { type, coordinates: flat(coordinates) };
    const isSingle = type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length === 1;
    return { type: isSingle ? 'Polygon' : type, coordinates: each(isSingle ? coordinates[0] : coordinates, (ring) => each(ring, flat)) };
  } catch {
    return undefined;
  }
}

const metric: HeardKind<'metric'> = {
  schema: () =>
    z.strictObject({
      before: z.number(),
      after: z.number(),
      change: z.enum(['relativePercent', 'percentagePoint', 'difference']),
      beforePeriod: textLine(60),
      afterPeriod: textLine(60),
      source: textLine(200),
    }) satisfies z.ZodMiniType<Metric>,
  read: () => problem('前后对比指标请在页面填写', 'Enter before-and-after metrics on the page'),
};

const phone: HeardKind<'phone'> = {
  schema: () =>
    z.string().check(z.refine((number: string) => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|12345)$/.test(number), {
      params: { words: { zh: '电话应为手机号或 0532-88888888 的样子', en: 'A mobile number, or a number like 0532-88888888' } },
    })),
  read: (cell) => ({ value: halfWidth(cellText(cell)).replaceAll(' ', '') }),
};

const creditCode: HeardKind<'creditCode'> = {
  schema: () => z.string().check(z.refine((code: string) => creditCodeProblem(code) === undefined, { params: { words: { zh: '统一社会信用代码的校验位不对，请核对 18 位', en: 'The check digit of the credit code is wrong; please check its 18 characters' } } })),
  read: (cell) => ({ value: halfWidth(cellText(cell)).toUpperCase() }),
};

const industry: HeardKind<'industry'> = {
  schema: () => z.string().check(z.regex(/^[A-T](\d{2,4})?$/), z.refine(isIndustryCode, {
    params: { words: { zh: '国民经济行业分类（GB/T 4754—2017）里没有这个代码，请核对门类字母和数字', en: 'GB/T 4754—2017 has no such code; please check the letter of the section and the digits' } },
  })),
  // As it is spoken of, it has its name behind it.
  read: (cell) => ({ value: halfWidth(cellText(cell)).toUpperCase().replace(/ ?\(.*$/, '') }),
};

const documentNumber: HeardKind<'documentNumber'> = {
  schema: () =>
    z.string().check(z.maxLength(60), z.refine((number: string) => /^[\p{Script=Han}A-Za-z]+〔\d{4}〕([1-9]\d*)号$/u.test(number), {
      params: { words: { zh: '发文字号应为“即改办发〔2021〕3号”的样子：六角括号，不加“第”，不补零', en: 'A document number looks like 即改办发〔2021〕3号: brackets 〔〕, no leading zero' } },
    })),
  read: (cell) => ({ value: halfWidth(cellText(cell)).replaceAll(/\s/g, '').replace(/[[【(﹝〔](\d{4})[\]】)﹞〕]/, '〔$1〕').replace(/〕第?0*(\d+)号/, '〕$1号') }),
};

const kinds: { readonly [K in KindName]: HeardKind<K> } = {
  text, longText, whole, decimal, money, area, percent, day, instant, month, period, flag, choice, choices, unit, units,
  person, matter, matters, rows, evidence, place, metric, phone, creditCode, industry, documentNumber,
};

/** How a kind is understood, for values whose type the caller has already checked. */
function heardKindOf(fact: Fact): HeardKind {
  // One kind's value type does not admit another's, but a fact and its value always travel together.
  return kinds[fact.kind] as unknown as HeardKind;
}

/** Understands a cell and checks what was understood against the fact. */
export function understand(cell: Cell, fact: Fact, hearing: Hearing): Understood<unknown> {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return { empty: true };
  const kind = heardKindOf(fact);
  const understood = kind.read(cell, fact, hearing);
  if (!('value' in understood)) return understood;
  const checked = schemaOf(fact).safeParse(understood.value);
  if (checked.success) return { value: checked.data };
  const [issue] = checked.error.issues;
  return issue ? { problem: issueWords(issue, fact) } : problem('填写不对', 'Not right');
}

const schemas = new WeakMap<Fact, z.ZodMiniType>();

/** The schema of a fact's values, made once: a spreadsheet asks for it at every cell. */
export function schemaOf(fact: Fact): z.ZodMiniType {
  const known = schemas.get(fact);
  if (known) return known;
  const schema = heardKindOf(fact).schema(fact);
  schemas.set(fact, schema);
  return schema;
}

function bounded<S extends z.ZodMiniNumber>(schema: S, fact: Fact): S {
  return schema.check(...(fact.min === undefined ? [] : [z.gte(fact.min)]), ...(fact.max === undefined ? [] : [z.lte(fact.max)]));
}

function readNumber(cell: Exclude<Cell, null>, fact: Fact, isWhole: boolean): Understood<number> {
  const measure = fact.measure ? [fact.measure.zh, fact.measure.en] : [];
  let typed = typeof cell === 'number' ? String(cell) : halfWidth(cellText(cell)).replaceAll(',', '');
  for (const unitName of measure) if (typed.endsWith(unitName)) typed = typed.slice(0, -unitName.length).trim();
  if (/[余多约近超过]/.test(typed)) return problem('请填准确的数，不写“余、多、约、近、超”', 'Give the exact number, without 余, 多, 约, 近 or 超');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(typed) ? Number(typed) : Number.NaN;
  if (Number.isNaN(value)) return problem('请填数字', 'Write a number');
  if (isWhole && !Number.isInteger(value)) return problem('请填整数', 'Write a whole number');
  return { value };
}

function findOption(typed: string, fact: Fact): string | undefined {
  const wanted = halfWidth(typed).toLowerCase();
  const options = Object.entries(fact.options ?? {});
  const exact = options.find(([key, name]) => [key, name.zh, name.en].some((word) => halfWidth(word).toLowerCase() === wanted));
  if (exact) return exact[0];
  // Code columns hold 1 in one list and 01 in the next; spreadsheets drop the zero by themselves.
  if (/^0\d+$/.test(wanted)) return options.find(([key]) => key === wanted.replace(/^0+/, ''))?.[0];
  // An option that explains itself after a comma goes by its first words, as long as no other begins with them.
  const short = options.filter(([, name]) => [name.zh, name.en].some((words) => halfWidth(words).toLowerCase().split(/[,，]/)[0] === wanted));
  return short.length === 1 ? short[0]?.[0] : undefined;
}

function optionProblem(fact: Fact) {
  const names = Object.values(fact.options ?? {});
  return problem(`请填：${names.map((name) => name.zh).join('、')}`, `Write one of: ${names.map((name) => name.en).join(', ')}`);
}

function found(id: string | undefined, typed: string, zh: string, en: string): Understood<string> {
  return id === undefined ? problem(`没有找到${zh}“${typed}”`, `No ${en} is called “${typed}”`) : { value: id };
}

/** 等单位 and 有关部门 name nobody: only a person can say who is meant (reform.md §1.3). */
function vague(words: string): { problem: Text } | undefined {
  if (!/等(单位|部门|有关单位|相关单位)?$|(有关|相关|各专班|其他)(责任)?(单位|部门)?$/.test(words)) return undefined;
  return problem(`“${words}”说不清是哪些单位，请逐个写全，或者写单位组（如各镇街、各区直部门）`, `“${words}” does not say which units; please name each, or a group of units`);
}

function readAll<V>(parts: readonly string[], read: (part: string) => Understood<V>): Understood<readonly V[]> {
  const values: V[] = [];
  for (const part of parts) {
    const understood = read(part);
    if ('problem' in understood) return understood;
    if ('value' in understood) values.push(understood.value);
  }
  return { value: values };
}

function splitRow(line: string): string[] {
  const cells = [''];
  // One pass: what an escape yields is never looked at again, or a typed “\\n” would become a line break.
  for (const [token] of line.matchAll(/\\.|[^]/gu)) {
    if (token === '|') cells.push('');
    else cells[cells.length - 1] += token === '\\n' ? '\n' : token.length > 1 && token.startsWith('\\') ? token.slice(1) : token;
  }
  return cells.map((cell) => cell.trim());
}

function cellText(cell: Exclude<Cell, null>): string {
  if (cell instanceof Date) return isMoment(cell) ? cell.toISOString().slice(0, 10) : '';
  return String(cell).trim();
}

/** A broken spreadsheet gives dates that are none. */
function isMoment(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** The number 2021.1 in a cell was typed as 2021.1 or 2021.10: January or October, and nobody can tell. */
function hasLostItsZero(cell: Exclude<Cell, null>): boolean {
  return typeof cell === 'number' && /^\d{4}\.1$/.test(String(cell));
}
