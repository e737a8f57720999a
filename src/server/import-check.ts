import { v7 as uuid } from 'uuid';
import type { Actor } from '#kernel/actor.ts';
import { dayOf, type Day } from '#kernel/calendar.ts';
import { getAction, judge, type World } from '#kernel/decide.ts';
import { inRegisterDatum } from '#kernel/datum.ts';
import { understand } from '#kernel/hearing.ts';
import { fieldsOf, type Field } from '#kernel/input.ts';
import { requiredWords, split, type Cell, type Hearing, type Understood } from '#kernel/kind.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyMechanism, Importing } from '#kernel/mechanism.ts';
import { Refusal } from '#kernel/refusal.ts';
import { canonical } from '#kernel/trace.ts';
import type { Text } from '#kernel/words.ts';
import type * as importShape from '#contract/import-shapes.ts';
import { TableRefusal } from '#reports/table-refusal.ts';
import { readTable, type ReadRow, type TableInput } from '#reports/workbook-reader.ts';
import type { Tx } from '#store/database.ts';
import { addBatchRows, createBatch, findByTitle, findByUnique, saveBatch, type BatchRow } from '#store/imports.ts';
import { findMatters } from '#store/matters.ts';
import { computedFor } from './act.ts';
import { fromGcj02 } from './datum.ts';
import { assumptions, columnOf, readHeadings, unknownWords, type Sheet } from './import-sheet.ts';
import { importingOf, listProblems } from './imports.ts';
import type { Platform } from './platform.ts';
import { formulaFault, plainCell } from './sheet-cells.ts';
import { hearingOf } from './spoken.ts';
import { worldOf } from './world.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;
type Judged = Omit<BatchRow, 'done'>;

/** Rows judged together: what they name is looked up once. */
const rowsTogether = 500;

/** What a pasted block is called where a file has its name. */
const pastedName = '粘贴的表格 Pasted block';

/** Reads a spreadsheet and says what would happen with each row. Nothing is filed yet. */
export function checkImport(platform: Platform, actor: PostActor, key: string, input: TableInput): Promise<importShape.ImportReport> {
  return checkRows(platform, actor, key, input.fileName, readTable(input));
}

/** The same for a block of cells pasted from a spreadsheet; its first row holds the headings. */
export function checkPasted(platform: Platform, actor: PostActor, key: string, rows: readonly (readonly string[])[]): Promise<importShape.ImportReport> {
  const cells = rows.map((row, index): ReadRow => ({ rowNumber: index + 1, cells: row.map((cell) => (cell.trim() === '' ? null : cell)) }));
  return checkRows(platform, actor, key, pastedName, cells);
}

async function checkRows(platform: Platform, actor: PostActor, key: string, fileName: string, rows: AsyncIterable<ReadRow> | Iterable<ReadRow>): Promise<importShape.ImportReport> {
  const mechanism = platform.getMechanism(key);
  const { importing, create } = importingOf(mechanism, actor);
  const directory = await platform.directory();
  const today = dayOf(platform.now());
  const id = uuid();
  const report: importShape.ImportReport = {
    id, mechanism: key, fileName, state: 'checked', rows: 0, created: 0, amended: 0, unchanged: 0, refused: 0, progress: 0, columns: [], problems: [], warnings: [],
  };
  const seen: Seen = { keys: new Map(), titles: new Map() };
  let sheet: Sheet | undefined;
  let buffer: ReadRow[] = [];

  await platform.store.inDistrict(platform.district, async (tx) => {
    await createBatch(tx, platform.district, { id, mechanism: key, fileName, by: actor.personId, at: platform.now() });
    let kept: Promise<void> | undefined;
    const flush = async () => {
      if (!sheet) return;
      const matters = await mattersNamed(platform, tx, sheet, buffer);
      const hearing = hearingOf(directory, today, new Map([...matters].map(([words, matter]) => [words, matter.id])));
      const world = await worldOf(platform, actor, platform.now(), new Map([...matters.values()].map((matter) => [matter.id, matter])));
      const judging: Judging = { sheet, hearing, heard: new Map(), seen, report, trial: trialOf(platform, tx, mechanism, world) };
      const judged: Judged[] = [];
      for (const row of buffer) judged.push(passedOver(judging, row) ?? (await judgeRow(judging, row)));
      buffer = [];
      await compareWithKept(platform, tx, judging, judged);
      await kept;
      // The server writes these rows while the next are read.
      kept = addBatchRows(tx, platform.district, id, judged);
      kept.catch(() => {});
    };
    for await (const row of rows) {
      if (!sheet) {
        sheet = readHeadings(mechanism, create, importing, row.cells);
        if (!sheet) continue;
        report.columns = sheet.columns.map((column) => ({ ...column }));
        for (const words of assumptions(sheet)) report.warnings.push({ row: row.rowNumber, words });
        await addBatchRows(tx, platform.district, id, [{ row: row.rowNumber, input: null, previous: null, matter: null, matterVersion: null, outcome: 'heading', cells: row.cells.map(plainCell), problems: {} }]);
        continue;
      }
      if (row.hidden) report.warnings.push({ row: row.rowNumber, words: { zh: '这是隐藏行，已按普通行处理', en: 'A hidden row; it is taken like any other' } });
      buffer.push(row);
      if (buffer.length >= rowsTogether) await flush();
    }
    await flush();
    await kept;
    if (!sheet) throw new TableRefusal('notATable');
    await saveBatch(tx, platform.district, id, { state: 'checked', report });
  });
  return report;
}

/** Rows met before in this sheet, by what tells them apart. */
interface Seen {
  readonly keys: Map<string, number>;
  readonly titles: Map<string, number>;
}

/** What rows are judged by, and the report that tells of them. */
interface Judging {
  readonly sheet: Sheet;
  readonly hearing: Hearing;
  /** What was understood of the cells of these rows: most columns of a list hold few different words. */
  readonly heard: Map<Field, Map<Cell, Understood<unknown>>>;
  readonly seen: Seen;
  readonly report: importShape.ImportReport;
  readonly trial: Trial;
}

/** The matters that the cells of some rows name, by `mechanism:words`: by a value no two of them share, or by their title. */
async function mattersNamed(platform: Platform, tx: Tx, { fields }: Sheet, rows: readonly ReadRow[]): Promise<Map<string, Matter>> {
  const found = new Map<string, Matter>();
  for (const { index, field } of fields) {
    const other = field.fact.kind === 'matter' || field.fact.kind === 'matters' ? field.fact.mechanism : undefined;
    if (other === undefined) continue;
    const words = [...new Set(rows.flatMap((row) => split(String(plainCell(row.cells[index] ?? null) ?? ''))))].filter((each) => !found.has(`${other}:${each}`));
    if (words.length === 0) continue;
    const unique = Object.entries(platform.getMechanism(other).record.facts).filter(([, fact]) => fact.unique).map(([name]) => name);
    const hits = [...(await findByTitle(tx, platform.district, other, words))];
    for (const name of unique) hits.push(...(await findByUnique(tx, platform.district, other, name, words)));
    const matters = new Map((await findMatters(tx, platform.district, hits.map(({ matter }) => matter))).map((matter) => [matter.id, matter]));
    for (const { value, matter } of hits) {
      const held = matters.get(matter);
      if (held) found.set(`${other}:${value}`, held);
    }
  }
  return found;
}

async function judgeRow(judging: Judging, row: ReadRow): Promise<Judged> {
  const { sheet, hearing, seen, report, trial } = judging;
  const { mechanism, importing } = sheet;
  const input: Record<string, unknown> = {};
  const problems: Record<string, Text> = {};
  const cells = row.cells.map(plainCell);
  for (const { index, field } of sheet.fields) {
    const cell = row.cells[index] ?? null;
    const fault = formulaFault(cell);
    const understood = fault ? { problem: fault } : understandOnce(judging, field, cells[index] ?? null);
    if ('problem' in understood) problems[index] = understood.problem;
    else if ('value' in understood) input[field.name] = understood.value;
    else if (field.must) problems[index] = requiredWords;
  }
  for (const [name, stand] of sheet.assumed) input[name] = 'like' in stand ? input[stand.like] : stand.value;
  const { whole, refusal: amiss } = completed(sheet, input);
  // A row that lacks what filing needs can only correct.
  const refusal = amiss ?? (Object.keys(problems).length > 0 || sheet.missing.length > 0 ? undefined : await trial(importing.create, whole));
  if (refusal) {
    const [name, words] = reasonOf(refusal);
    problems[columnOf(sheet, name)] = words;
  }
  const key = keyOf(importing, whole, hearing.today);
  const earlier = key ? seen.keys.get(key) : undefined;
  if (earlier !== undefined) problems[columnOf(sheet, importing.key)] = { zh: `与第 ${earlier} 行重复`, en: `The same as in row ${earlier}` };
  else if (key) seen.keys.set(byItself(key), row.rowNumber);
  const title = String(input[mechanism.record.title] ?? '');
  const namesake = title ? seen.titles.get(title) : undefined;
  if (namesake !== undefined && earlier === undefined) {
    report.warnings.push({ row: row.rowNumber, words: { zh: `与第 ${namesake} 行同名而编码不同，按两项登记`, en: `Bears the name of row ${namesake} with another code; kept as two` } });
  } else if (title) seen.titles.set(byItself(title), row.rowNumber);
  report.rows += 1;
  const isRefused = Object.keys(problems).length > 0;
  listProblems(report, { row: row.rowNumber, cells, problems });
  return { row: row.rowNumber, input: isRefused ? null : whole, previous: null, matter: null, matterVersion: null, outcome: isRefused ? 'refused' : 'create', cells, problems };
}

/** A row as it is kept: what follows from it as a whole is filled in, and its places stand in the datum of the register. */
function completed({ mechanism, importing }: Sheet, input: Readonly<Record<string, unknown>>): { readonly whole: Readonly<Record<string, unknown>>; readonly refusal?: Refusal } {
  const whole = importing.completes?.(input) ?? input;
  try {
    return { whole: inRegisterDatum(fieldsOf(mechanism, getAction(mechanism, importing.create)), {}, whole, fromGcj02) as typeof whole };
  } catch (failure) {
    if (failure instanceof Refusal) return { whole, refusal: failure };
    throw failure;
  }
}

function understandOnce({ heard, hearing }: Judging, field: Field, cell: Cell): Understood<unknown> {
  const column = heard.get(field) ?? new Map<Cell, Understood<unknown>>();
  const known = column.get(cell);
  if (known) return known;
  const understood = understand(cell, field.fact, hearing);
  column.set(cell, understood);
  heard.set(field, column);
  return understood;
}

/** A cell's words are a part of the piece of the file they were read from, and V8 keeps the whole piece for a part of it. What is kept to the end is therefore a copy. */
function byItself(words: string): string {
  return Buffer.from(words, 'utf16le').toString('utf16le');
}

/** What tells the rows apart: the value of the key's column, or what follows from others where it has none. */
function keyOf(importing: Importing, row: Readonly<Record<string, unknown>>, today: Day): string {
  return importing.keyOf?.(row, today) ?? String(row[importing.key] ?? '');
}

/** A row that was exported from a stage that does not count (voided, withdrawn) asks for nothing: it is left as it is, and named. */
function passedOver({ sheet, report }: Judging, row: ReadRow): Judged | undefined {
  if (sheet.stageColumn < 0) return undefined;
  const written = String(plainCell(row.cells[sheet.stageColumn] ?? null) ?? '').trim();
  const left = Object.values(sheet.mechanism.record.stages).find(({ uncounted, name }) => uncounted && (name.zh === written || name.en === written));
  if (!left) return undefined;
  report.rows += 1;
  report.warnings.push({ row: row.rowNumber, words: { zh: `处于“${left.name.zh}”，不再登记`, en: `Stands at “${left.name.en}” and is not filed again` } });
  return { row: row.rowNumber, input: null, previous: null, matter: null, matterVersion: null, outcome: 'unchanged', cells: row.cells.map(plainCell), problems: {} };
}

/** What an action would be refused for, were it done now; nothing is written. */
type Trial = (action: string, input: Readonly<Record<string, unknown>>, matter?: Matter) => Promise<Refusal | undefined>;

function trialOf(platform: Platform, tx: Tx, mechanism: AnyMechanism, world: World): Trial {
  return async (action, input, matter) => {
    const request = { mechanism, action, input, matter, id: matter?.id ?? '', district: platform.district, isSample: platform.isDemonstration };
    try {
      judge({ ...request, computed: await computedFor(platform, tx, request, world) }, world);
      return undefined;
    } catch (failure) {
      if (failure instanceof Refusal) return failure;
      throw failure;
    }
  };
}

/** What a refusal is shown as: the first field it names, and why. */
function reasonOf(refusal: Refusal): readonly [name: string | undefined, words: Text] {
  return Object.entries(refusal.fields ?? {})[0] ?? [undefined, refusal.words];
}

/** Rows whose key is kept already are corrections, or change nothing. */
async function compareWithKept(platform: Platform, tx: Tx, judging: Judging, judged: Judged[]): Promise<void> {
  const { sheet, hearing, report } = judging;
  const { mechanism, importing } = sheet;
  const keys = judged.flatMap((row) => (row.input ? [keyOf(importing, row.input, hearing.today)] : []));
  const kept = await findByUnique(tx, platform.district, mechanism.record.key, importing.key, keys);
  const matters = new Map((await findMatters(tx, platform.district, kept.map((each) => each.matter))).map((matter) => [matter.id, matter]));
  const byKey = new Map(kept.map((each) => [each.value, matters.get(each.matter)]));
  for (const [index, row] of judged.entries()) {
    const matter = row.input ? byKey.get(keyOf(importing, row.input, hearing.today)) : undefined;
    if (row.input && matter) judged[index] = await amendmentOf(judging, row, matter);
    else if (row.input && sheet.missing.length > 0) judged[index] = refusedAt(sheet, row, importing.key, unknownWords(sheet));
    const held = judged[index] ?? row;
    if (held !== row) listProblems(report, held);
    const { outcome } = held;
    if (outcome === 'create') report.created += 1;
    else if (outcome === 'amend') report.amended += 1;
    else if (outcome === 'unchanged') report.unchanged += 1;
    else report.refused += 1;
  }
}

async function amendmentOf({ sheet, trial }: Judging, row: Judged, kept: Matter): Promise<Judged> {
  const { mechanism, importing, assumed } = sheet;
  const facts: Readonly<Record<string, unknown>> = kept.facts;
  const asked = importing.amend ? fieldsOf(mechanism, getAction(mechanism, importing.amend)) : [];
  const isAsked = (name: string) => asked.some((field) => field.name === name);
  const held = { ...row, matter: kept.id, matterVersion: kept.version };
  // The database keeps the parts of a fact in an order of its own.
  const differing = Object.entries(row.input ?? {}).filter(([name, value]) => !assumed.has(name) && (facts[name] === undefined || canonical(facts[name]) !== canonical(value)));
  if (differing.length === 0) return { ...held, outcome: 'unchanged' };
  const fixed = differing.find(([name]) => !isAsked(name));
  if (fixed) return refusedAt(sheet, held, fixed[0], { zh: '这条记录已经登记，此栏不能通过导入更改', en: 'This record is kept already; this column cannot be changed by import' });
  // A place and its datum are one.
  for (const { name, fact } of asked) {
    if (fact.datum === undefined || row.input?.[fact.datum] === undefined) continue;
    if (differing.some(([other]) => other === name || other === fact.datum)) differing.push([fact.datum, row.input[fact.datum]], [name, row.input[name]]);
  }
  // What the correction must be told besides is said again as it is kept.
  const repeated = asked.filter(({ name, must, own }) => must && !own && facts[name] !== undefined).map(({ name }) => [name, facts[name]] as const);
  const input = Object.fromEntries([...repeated, ...differing]);
  const refusal = importing.amend === undefined ? undefined : await trial(importing.amend, input, kept);
  if (refusal) {
    const [name, words] = reasonOf(refusal);
    return refusedAt(sheet, held, name ?? differing[0]?.[0], words);
  }
  return { ...held, outcome: 'amend', input, previous: Object.fromEntries(Object.keys(input).map((name) => [name, facts[name] ?? null])) };
}

function refusedAt(sheet: Sheet, row: Judged, name: string | undefined, words: Text): Judged {
  return { ...row, input: null, outcome: 'refused', problems: { [columnOf(sheet, name)]: words } };
}
