import { v7 as uuid } from 'uuid';
import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { decide, getAction, prepare, type World } from '#kernel/decide.ts';
import { computedOf, fieldsOf, type Field } from '#kernel/input.ts';
import { halfWidth, requiredWords, split, type Cell, type Hearing } from '#kernel/kind.ts';
import { understand } from '#kernel/hearing.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Action, AnyMechanism, Importing } from '#kernel/mechanism.ts';
import { refuse, Refusal } from '#kernel/refusal.ts';
import { canonical } from '#kernel/trace.ts';
import { listed, type Text } from '#kernel/words.ts';
import type * as register from '#contract/register-shapes.ts';
import type * as shape from '#contract/shapes.ts';
import type { Computation } from '#mechanisms/computation.ts';
import { geometryHeading } from '#reports/geojson-table.ts';
import { readTable, type ReadCell, type ReadRow, type TableInput } from '#reports/workbook-reader.ts';
import { TableRefusal } from '#reports/table-refusal.ts';
import { writeWorkbook, type Cell as SheetCell } from '#reports/workbook-writer.ts';
import { addBatchRows, batchRows, createBatch, findBatch, findByTitle, findByUnique, markBatchRow, saveBatch, type BatchRow } from '#store/imports.ts';
import { findMatters } from '#store/matters.ts';
import { act } from './act.ts';
import { otherHeadings, stage, type Handed } from './exports.ts';
import { fileRows } from './import-filing.ts';
import type { Platform } from './platform.ts';
import { hearingOf } from './spoken.ts';
import { worldOf } from './world.ts';
import { isGranted } from '#kernel/actor.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

/** How many problems a report lists; the marked workbook holds all of them. */
const listedProblems = 200;
/** Rows filed in one transaction: few enough that an interrupted import loses little, enough that commits do not dominate. */
const rowsAtOnce = 100;

interface Column {
  readonly heading: string;
  readonly fact: string | null;
}

/** Reads a spreadsheet and says what would happen with each row. Nothing is filed yet. */
export function checkImport(platform: Platform, actor: PostActor, key: string, input: TableInput): Promise<shape.ImportReport> {
  return checkRows(platform, actor, key, input.fileName, readTable(input));
}

/** What a pasted block is called where a file has its name. */
const pastedName = '粘贴的表格 Pasted block';

/** The same for a block of cells pasted from a spreadsheet; its first row holds the headings. */
export function checkPasted(platform: Platform, actor: PostActor, key: string, rows: readonly (readonly string[])[]): Promise<shape.ImportReport> {
  const cells = rows.map((row, index): ReadRow => ({ rowNumber: index + 1, cells: row.map((cell) => (cell.trim() === '' ? null : cell)) }));
  return checkRows(platform, actor, key, pastedName, cells);
}

async function checkRows(platform: Platform, actor: PostActor, key: string, fileName: string, rows: AsyncIterable<ReadRow> | Iterable<ReadRow>): Promise<shape.ImportReport> {
  const mechanism = platform.getMechanism(key);
  const { importing, create } = importingOf(mechanism, actor);
  const directory = await platform.directory();
  const today = dayOf(platform.now());
  const computations = (await platform.serving(key))?.computes ?? {};
  const id = uuid();
  const report: shape.ImportReport = {
    id, mechanism: key, fileName, state: 'checked', rows: 0, created: 0, amended: 0, unchanged: 0, refused: 0, progress: 0, columns: [], problems: [], warnings: [],
  };
  const seen = { keys: new Map<string, number>(), titles: new Map<string, number>() };
  let columns: readonly Column[] | undefined;
  let missing: readonly Field[] = [];
  let buffer: ReadRow[] = [];

  await platform.store.inDistrict(platform.district, async (tx) => {
    await createBatch(tx, platform.district, { id, mechanism: key, fileName, by: actor.personId, at: platform.now() });
    let kept: Promise<void> | undefined;
    const flush = async () => {
      if (!columns) return;
      const matters = await mattersNamed(platform, tx, mechanism, create, columns, buffer);
      const hearing = hearingOf(directory, today, new Map([...matters].map(([words, { id }]) => [words, id])));
      const trial = trialOf(platform, mechanism, computations, await worldOf(platform, actor, platform.now(), new Map([...matters.values()].map((matter) => [matter.id, matter]))));
      const judged = buffer.map((row) => passedOver(mechanism, columns ?? [], row, report) ?? judgeRow(mechanism, create, importing, columns ?? [], row, hearing, seen, report, missing.length > 0 ? () => undefined : trial));
      buffer = [];
      await compareWithKept(platform, tx, mechanism, importing, judged, report, trial, columns, missing);
      await kept;
      // The server writes these rows while the next are read.
      kept = addBatchRows(tx, platform.district, id, judged);
      kept.catch(() => {});
    };
    for await (const row of rows) {
      if (!columns) {
        const found = findColumns(mechanism, create, row);
        if (!found) continue;
        columns = found;
        const assumed = assumedIn(importing, columns);
        missing = missingFields(mechanism, create, columns).filter(({ name }) => !assumed.has(name));
        // Without the columns that filing needs, rows may still correct what is kept, if they say which.
        if (missing.length > 0 && !(importing.amend && columns.some(({ fact }) => fact === importing.key))) throw missingColumns(missing);
        report.columns = columns.map((column) => ({ ...column }));
        for (const [name, stand] of assumed) report.warnings.push({ row: row.rowNumber, words: assumption(mechanism, name, stand) });
        await addBatchRows(tx, platform.district, id, [{ row: row.rowNumber, input: null, previous: null, matter: null, matterVersion: null, outcome: 'heading', cells: row.cells.map(plainCell), problems: {} }]);
        continue;
      }
      if (row.hidden) report.warnings.push({ row: row.rowNumber, words: { zh: '这是隐藏行，已按普通行处理', en: 'A hidden row; it is taken like any other' } });
      buffer.push(row);
      if (buffer.length >= 500) await flush();
    }
    await flush();
    await kept;
    if (!columns) throw new TableRefusal('notATable');
    await saveBatch(tx, platform.district, id, { state: 'checked', report });
  });
  return report;
}

/** The matters that the cells of some rows name, by `mechanism:words`: by a value no two of them share, or by their title. */
async function mattersNamed(platform: Platform, tx: Parameters<typeof findMatters>[0], mechanism: AnyMechanism, create: Action, columns: readonly Column[], rows: readonly ReadRow[]): Promise<Map<string, Matter>> {
  const found = new Map<string, Matter>();
  for (const { index, field } of readableColumns(mechanism, create, columns)) {
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

/** Files the good rows of a checked import. An interrupted one is taken up where it stopped. */
export async function commitImport(platform: Platform, actor: PostActor, id: string): Promise<shape.ImportReport> {
  const { mechanism, report, state } = await getBatch(platform, id);
  const { importing } = importingOf(mechanism, actor);
  if (state === 'done' || state === 'rolledBack') return report;
  const good = report.created + report.amended;
  let done = 0;
  let after = 0;
  for (;;) {
    const rows = await platform.store.reading(platform.district, (tx) => batchRows(tx, platform.district, id, { outcome: ['create', 'amend'], after, limit: rowsAtOnce }));
    const last = rows.at(-1);
    if (!last) break;
    for (const { row, words } of await fileRows(platform, { actor, mechanism, importing, batch: id }, rows)) refusedLater(report, row, words);
    done += rows.length;
    await platform.store.inDistrict(platform.district, (tx) => saveBatch(tx, platform.district, id, { state: 'running', report: { ...report, state: 'running', progress: good ? done / good : 1 } }));
    platform.poke();
    after = last.row;
  }
  return finish(platform, id, { ...report, state: 'done', progress: 1 });
}

/** A row that was good when it was checked and is no more: somebody has filed the same meanwhile, or a limit has passed. */
function refusedLater(report: shape.ImportReport, row: BatchRow, words: Text): void {
  report[row.outcome === 'create' ? 'created' : 'amended'] -= 1;
  report.refused += 1;
  if (report.problems.length < listedProblems) report.problems.push({ row: row.row, column: report.columns[0]?.heading ?? '', value: String(row.cells[0] ?? ''), words });
}

/** Takes an import back: what it filed is voided, what it corrected gets its earlier values; rows changed since then stay and are named. */
export async function rollbackImport(platform: Platform, actor: PostActor, id: string): Promise<shape.ImportReport> {
  const { mechanism, report } = await getBatch(platform, id);
  const { importing } = importingOf(mechanism, actor);
  const kept: shape.ImportReport['warnings'] = [];
  let after = 0;
  for (;;) {
    const rows = await platform.store.reading(platform.district, (tx) => batchRows(tx, platform.district, id, { outcome: ['create', 'amend'], after, limit: rowsAtOnce }));
    for (const row of rows.filter((each) => each.done && each.matter)) {
      const isNew = row.outcome === 'create';
      const action = isNew ? importing.void : importing.amend;
      if (!action) throw refuse('unknownAction');
      try {
        await act(platform, {
          actor, mechanism: mechanism.record.key, id: row.matter ?? '', version: row.matterVersion ?? 0, action,
          input: isNew ? why(getAction(mechanism, action), `撤回导入：${report.fileName.slice(-120)}，第 ${row.row} 行`) : row.previous,
        });
        await platform.store.inDistrict(platform.district, (tx) => markBatchRow(tx, platform.district, id, row.row, { matter: row.matter, matterVersion: row.matterVersion, done: false }));
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        kept.push({ row: row.row, words: failure.words });
      }
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.row;
  }
  return finish(platform, id, { ...report, state: 'rolledBack', warnings: [...report.warnings, ...kept] });
}

/** Why a row is taken back, where its action lets one say so: as its reason, or as a note. */
function why(action: Action, words: string): Readonly<Record<string, string>> {
  if (action.reason !== undefined) return { reason: words };
  return Object.hasOwn(action.extra ?? {}, 'note') ? { note: words } : {};
}

/** How an import stands. */
export async function findImport(platform: Platform, id: string): Promise<shape.ImportReport> {
  return (await getBatch(platform, id)).report;
}

/** The rows of an import after a row, with what is to become of each. */
export async function importRows(platform: Platform, id: string, after: number): Promise<register.ImportRow[]> {
  const rows = await platform.store.reading(platform.district, (tx) => batchRows(tx, platform.district, id, { after, limit: 500 }));
  return rows.map(({ row, outcome, matter, problems }) => ({ row, outcome, matter, problems: Object.entries(problems).map(([column, words]) => ({ column: Number(column), words })) }));
}

/** The spreadsheet with wrong cells marked and a column of reasons. */
export async function importWorkbook(platform: Platform, id: string): Promise<Handed> {
  const { report } = await getBatch(platform, id);
  const columns = report.columns.map(({ heading }) => ({ heading, kind: 'text' as const, width: Math.max(12, Math.min(40, heading.length * 2 + 4)) }));
  return {
    stream: writeWorkbook([{ name: '核对结果', columns, rows: markedRows(platform, id), problems: true }]),
    fileName: `${report.fileName.replace(/\.[^.]+$/, '')}-核对结果.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}

async function* markedRows(platform: Platform, id: string): AsyncGenerator<SheetCell[]> {
  for (let after = 0; ; ) {
    const rows = await platform.store.reading(platform.district, (tx) => batchRows(tx, platform.district, id, { outcome: ['create', 'amend', 'unchanged', 'refused'], after, limit: 500 }));
    for (const row of rows) {
      // A missing value at the end of a row has no cell of its own; it is marked all the same.
      const width = Math.max(row.cells.length, ...Object.keys(row.problems).map((index) => Number(index) + 1));
      yield Array.from({ length: width }, (_, index): SheetCell => {
        const cell = row.cells[index] ?? null;
        const words = row.problems[String(index)];
        return words ? { value: cell as Cell, mark: 'error', note: `${words.zh} ${words.en}` } : (cell as Cell);
      });
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.row;
  }
}

/** The heading row is the first in which at least two headings are understood. */
function findColumns(mechanism: AnyMechanism, create: Action, row: ReadRow): readonly Column[] | undefined {
  const byHeading = new Map<string, string>();
  for (const { name, fact } of fieldsOf(mechanism, create)) {
    for (const heading of [name, fact.name.zh, fact.name.en, ...(fact.synonyms ?? []), ...(fact.kind === 'place' ? [geometryHeading] : [])]) byHeading.set(bareHeading(heading), name);
  }
  const taken = new Set<string>();
  const columns = row.cells.map((cell): Column => {
    const heading = String(plainCell(cell) ?? '').trim();
    const fact = otherHeadings.has(heading) ? undefined : byHeading.get(bareHeading(heading));
    if (!fact || taken.has(fact)) return { heading, fact: null };
    taken.add(fact);
    return { heading, fact };
  });
  const must = fieldsOf(mechanism, create).filter((field) => field.must).length;
  return taken.size >= Math.min(2, Math.max(1, must)) ? columns : undefined;
}

function missingFields(mechanism: AnyMechanism, create: Action, columns: readonly Column[]): readonly Field[] {
  return fieldsOf(mechanism, create).filter(({ name, must }) => must && !columns.some((column) => column.fact === name));
}

type StandIn = NonNullable<Importing['assumes']>[string];

const assumedBy = new WeakMap<readonly Column[], ReadonlyMap<string, StandIn>>();

/** What the sheet has no column for and the mechanism knows to assume. */
function assumedIn({ assumes = {} }: Importing, columns: readonly Column[]): ReadonlyMap<string, StandIn> {
  const known = assumedBy.get(columns);
  if (known) return known;
  const has = (name: string) => columns.some(({ fact }) => fact === name);
  const found = new Map(Object.entries(assumes).filter(([name, stand]) => !has(name) && ('value' in stand || has(stand.like))));
  assumedBy.set(columns, found);
  return found;
}

function assumption({ record: { facts } }: AnyMechanism, name: string, stand: StandIn): Text {
  const [lacking, other] = [facts[name]?.name, 'like' in stand ? facts[stand.like]?.name : undefined];
  return other
    ? { zh: `表中没有“${lacking?.zh}”一栏，新登记的以“${other.zh}”代替`, en: `There is no column “${lacking?.en}”; “${other.en}” stands in for it where a row is new` }
    : { zh: `表中没有“${lacking?.zh}”一栏，新登记的一律记为“${'value' in stand ? stand.value : ''}”，不对的请先补上这一栏`, en: `There is no column “${lacking?.en}”; new rows get “${'value' in stand ? stand.value : ''}”. If that is wrong, add the column first` };
}

function missingColumns(missing: readonly Field[]): Refusal {
  const names = missing.map(({ fact }) => fact.name);
  return new Refusal('columnsMissing', {
    status: 422,
    zh: `表中缺少必填的栏目：${names.map((name) => name.zh).join('、')}。请对照模板补上后再导入。`,
    en: `Required columns are missing: ${names.map((name) => name.en).join(', ')}. Please compare with the template and import again.`,
  });
}

type Judged = Omit<BatchRow, 'done'>;

const readable = new WeakMap<readonly Column[], readonly { readonly index: number; readonly field: Field }[]>();

/** The columns that hold facts, with their fields; found once for a whole sheet. */
function readableColumns(mechanism: AnyMechanism, create: Action, columns: readonly Column[]): readonly { readonly index: number; readonly field: Field }[] {
  const known = readable.get(columns);
  if (known) return known;
  const fields = new Map(fieldsOf(mechanism, create).map((field) => [field.name, field]));
  const found = columns.flatMap(({ fact }, index) => {
    const field = fact === null ? undefined : fields.get(fact);
    return field ? [{ index, field }] : [];
  });
  readable.set(columns, found);
  return found;
}

function judgeRow(
  mechanism: AnyMechanism, create: Action, importing: Importing, columns: readonly Column[], row: ReadRow, hearing: Hearing,
  seen: { readonly keys: Map<string, number>; readonly titles: Map<string, number> }, report: shape.ImportReport, trial: Trial,
): Judged {
  const input: Record<string, unknown> = {};
  const problems: Record<string, Text> = {};
  const cells = row.cells.map(plainCell);
  for (const { index, field } of readableColumns(mechanism, create, columns)) {
    const cell = row.cells[index] ?? null;
    const fault = formulaFault(cell);
    const understood = fault ? { problem: fault } : understand(plainCell(cell), field.fact, hearing);
    if ('problem' in understood) problems[index] = understood.problem;
    else if ('value' in understood) input[field.name] = understood.value;
    else if (field.must) problems[index] = requiredWords;
  }
  for (const [name, stand] of assumedIn(importing, columns)) input[name] = 'like' in stand ? input[stand.like] : stand.value;
  const whole = importing.completes?.(input) ?? input;
  if (Object.keys(problems).length === 0) wholeRowProblems(trial(importing.create, whole), columns, problems);
  const key = keyOf(importing, whole, hearing.today);
  const keyColumn = columns.findIndex((column) => column.fact === importing.key);
  const earlier = key ? seen.keys.get(key) : undefined;
  if (earlier !== undefined) problems[Math.max(0, keyColumn)] = { zh: `与第 ${earlier} 行重复`, en: `The same as in row ${earlier}` };
  else if (key) seen.keys.set(key, row.rowNumber);
  const title = String(input[mechanism.record.title] ?? '');
  const namesake = title ? seen.titles.get(title) : undefined;
  if (namesake !== undefined && earlier === undefined) {
    report.warnings.push({ row: row.rowNumber, words: { zh: `与第 ${namesake} 行同名而编码不同，按两项登记`, en: `Bears the name of row ${namesake} with another code; kept as two` } });
  } else if (title) seen.titles.set(title, row.rowNumber);
  report.rows += 1;
  const isRefused = Object.keys(problems).length > 0;
  listProblems(report, { row: row.rowNumber, cells, problems }, columns);
  return { row: row.rowNumber, input: isRefused ? null : whole, previous: null, matter: null, matterVersion: null, outcome: isRefused ? 'refused' : 'create', cells, problems };
}

/** What tells the rows apart: the value of the key's column, or what follows from others where it has none. */
function keyOf(importing: Importing, row: Readonly<Record<string, unknown>>, today: string): string {
  return importing.keyOf?.(row, today) ?? String(row[importing.key] ?? '');
}

function listProblems(report: shape.ImportReport, { row, cells, problems }: Pick<Judged, 'row' | 'cells' | 'problems'>, columns: readonly Column[]): void {
  for (const [index, words] of Object.entries(problems)) {
    if (report.problems.length < listedProblems) report.problems.push({ row, column: columns[Number(index)]?.heading ?? '', value: String(cells[Number(index)] ?? ''), words });
  }
}

/** A row that only says what to correct, and of something that is not kept. */
function unknownRow(importing: Importing, row: Judged, columns: readonly Column[], missing: readonly Field[]): Judged {
  const names = listed(missing.map(({ fact }) => fact.name));
  const words = { zh: `没有登记过这一项；要新登记，请补上栏目：${names.zh}`, en: `No such record is kept; to file it anew, add the columns ${names.en}` };
  return { ...row, input: null, outcome: 'refused', problems: { [Math.max(0, columns.findIndex(({ fact }) => fact === importing.key))]: words } };
}

/** A row that was exported from a stage that does not count (voided, withdrawn) asks for nothing: it is left as it is, and named. */
function passedOver(mechanism: AnyMechanism, columns: readonly Column[], row: ReadRow, report: shape.ImportReport): Judged | undefined {
  const at = columns.findIndex(({ heading, fact }) => fact === null && (heading === stage.zh || heading === stage.en));
  if (at < 0) return undefined;
  const written = String(plainCell(row.cells[at] ?? null) ?? '').trim();
  const left = Object.values(mechanism.record.stages).find(({ uncounted, name }) => uncounted && (name.zh === written || name.en === written));
  if (!left) return undefined;
  report.rows += 1;
  report.warnings.push({ row: row.rowNumber, words: { zh: `处于“${left.name.zh}”，不再登记`, en: `Stands at “${left.name.en}” and is not filed again` } });
  return { row: row.rowNumber, input: null, previous: null, matter: null, matterVersion: null, outcome: 'unchanged', cells: row.cells.map(plainCell), problems: {} };
}

/** What an action would be refused for, were it done now; nothing is written. */
type Trial = (action: string, input: Readonly<Record<string, unknown>>, matter?: Matter) => Refusal | undefined;

function trialOf(platform: Platform, mechanism: AnyMechanism, computations: Readonly<Record<string, Computation>>, world: World): Trial {
  // Numbers are drawn when the row is filed; any will do to see whether it may be.
  const numbersOf = (action: string) => Object.fromEntries((getAction(mechanism, action).numbers ?? []).map(({ into }) => [into, 0]));
  return (action, input, matter) => {
    try {
      const request = { mechanism, action, input, matter, id: matter?.id ?? '', district: platform.district, isSample: platform.isDemonstration, numbers: numbersOf(action) };
      const computation = computedOf(mechanism, getAction(mechanism, action)).length > 0 ? computations[action] : undefined;
      // What is worked out from other matters is judged once the row is filed.
      if (computation?.asks || computation?.opens) return undefined;
      const prepared = computation && prepare(request, world);
      decide({ ...request, ...(prepared ? { computed: computation.work(prepared.situation, prepared.input.whole, {}, {}) } : {}) }, world);
      return undefined;
    } catch (failure) {
      if (failure instanceof Refusal) return failure;
      throw failure;
    }
  };
}

/** What the whole row is refused for, beside its single cells: shown at the first column the refusal names. */
function wholeRowProblems(refusal: Refusal | undefined, columns: readonly Column[], problems: Record<string, Text>): void {
  if (!refusal) return;
  const [name, words] = Object.entries(refusal.fields ?? {})[0] ?? ['', refusal.words];
  problems[Math.max(0, columns.findIndex((column) => column.fact === name))] = words;
}

/** Rows whose key is kept already are corrections, or change nothing. */
async function compareWithKept(platform: Platform, tx: Parameters<typeof findMatters>[0], mechanism: AnyMechanism, importing: Importing, judged: Judged[], report: shape.ImportReport, trial: Trial, columns: readonly Column[], missing: readonly Field[]): Promise<void> {
  const today = dayOf(platform.now());
  const keys = judged.flatMap((row) => (row.input ? [keyOf(importing, row.input, today)] : []));
  const kept = await findByUnique(tx, platform.district, mechanism.record.key, importing.key, keys);
  const matters = new Map((await findMatters(tx, platform.district, kept.map((each) => each.matter))).map((matter) => [matter.id, matter]));
  const byKey = new Map(kept.map((each) => [each.value, matters.get(each.matter)]));
  for (const [index, row] of judged.entries()) {
    const matter = row.input ? byKey.get(keyOf(importing, row.input, today)) : undefined;
    if (row.input && matter) judged[index] = amendmentOf(mechanism, importing, row, matter, trial, columns);
    else if (row.input && missing.length > 0) judged[index] = unknownRow(importing, row, columns, missing);
    const held = judged[index] ?? row;
    if (held !== row) listProblems(report, held, columns);
    const { outcome } = held;
    if (outcome === 'create') report.created += 1;
    else if (outcome === 'amend') report.amended += 1;
    else if (outcome === 'unchanged') report.unchanged += 1;
    else report.refused += 1;
  }
}

function amendmentOf(mechanism: AnyMechanism, importing: Importing, row: Judged, kept: Matter, trial: Trial, columns: readonly Column[]): Judged {
  const facts: Readonly<Record<string, unknown>> = kept.facts;
  const asked = importing.amend ? fieldsOf(mechanism, getAction(mechanism, importing.amend)) : [];
  const isAsked = (name: string) => asked.some((field) => field.name === name);
  const held = { ...row, matter: kept.id, matterVersion: kept.version };
  const refused = (name: string | undefined, words: Text): Judged => ({ ...held, input: null, outcome: 'refused', problems: { [Math.max(0, columns.findIndex(({ fact }) => fact === name))]: words } });
  const assumed = assumedIn(importing, columns);
  // The database keeps the parts of a fact in an order of its own.
  const differing = Object.entries(row.input ?? {}).filter(([name, value]) => !assumed.has(name) && (facts[name] === undefined || canonical(facts[name]) !== canonical(value)));
  if (differing.length === 0) return { ...held, outcome: 'unchanged' };
  const fixed = differing.find(([name]) => !isAsked(name));
  if (fixed) return refused(fixed[0], { zh: '这条记录已经登记，此栏不能通过导入更改', en: 'This record is kept already; this column cannot be changed by import' });
  // What the correction must be told besides is said again as it is kept.
  const repeated = asked.filter(({ name, must, own }) => must && !own && facts[name] !== undefined).map(({ name }) => [name, facts[name]] as const);
  const input = Object.fromEntries([...repeated, ...differing]);
  const refusal = importing.amend === undefined ? undefined : trial(importing.amend, input, kept);
  if (refusal) {
    const [name, words] = Object.entries(refusal.fields ?? {})[0] ?? [differing[0]?.[0], refusal.words];
    return refused(name, words);
  }
  return { ...held, outcome: 'amend', input, previous: Object.fromEntries(Object.keys(input).map((name) => [name, facts[name] ?? null])) };
}

function importingOf(mechanism: AnyMechanism, actor: PostActor): { importing: Importing; create: Action } {
  const { importing } = mechanism;
  if (!importing) throw refuse('unknownAction');
  const create = getAction(mechanism, importing.create);
  if (!isGranted(create.by, actor, undefined)) throw refuse('notYours');
  return { importing, create };
}

async function getBatch(platform: Platform, id: string) {
  const batch = await platform.store.reading(platform.district, (tx) => findBatch(tx, platform.district, id));
  if (!batch) throw refuse('absent');
  return { ...batch, mechanism: platform.getMechanism(batch.mechanism), report: batch.report as shape.ImportReport };
}

async function finish(platform: Platform, id: string, report: shape.ImportReport): Promise<shape.ImportReport> {
  await platform.store.inDistrict(platform.district, (tx) => saveBatch(tx, platform.district, id, { state: report.state, report }));
  return report;
}

/** A formula whose value is an error says nothing; one without a kept value was never computed. */
function formulaFault(cell: ReadCell): Text | undefined {
  if (typeof cell !== 'object' || cell === null || cell instanceof Date) return undefined;
  if (cell.error === undefined && cell.value !== null) return undefined;
  return { zh: `公式结果为 ${cell.error ?? '空'}，请改为数值`, en: `The formula gives ${cell.error ?? 'nothing'}; please write the value` };
}

function plainCell(cell: ReadCell): Cell {
  return typeof cell === 'object' && cell !== null && !(cell instanceof Date) ? (cell.error ?? cell.value) : cell;
}

function bareHeading(heading: string): string {
  return halfWidth(heading).toLowerCase().replace(/[\s_*:：()（）]/g, '');
}
