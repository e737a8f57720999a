import type { Actor } from '#kernel/actor.ts';
import { isGranted } from '#kernel/actor.ts';
import { getAction } from '#kernel/decide.ts';
import type { Cell } from '#kernel/kind.ts';
import type { Action, AnyMechanism, Importing } from '#kernel/mechanism.ts';
import { refuse, Refusal } from '#kernel/refusal.ts';
import type { Text } from '#kernel/words.ts';
import type * as register from '#contract/register-shapes.ts';
import type * as importShape from '#contract/import-shapes.ts';
import { writeWorkbook, type Cell as SheetCell } from '#reports/workbook-writer.ts';
import { batchRows, findBatch, markBatchRow, saveBatch, type BatchRow } from '#store/imports.ts';
import { act } from './act.ts';
import { commandsAtOnce } from './act-many.ts';
import type { Handed } from './exports.ts';
import { fileRows } from './import-filing.ts';
import type { Platform } from './platform.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

/** How many problems a report lists; the marked workbook holds all of them. */
const listedProblems = 200;

/** Files the good rows of a checked import. An interrupted one is taken up where it stopped. */
export async function commitImport(platform: Platform, actor: PostActor, id: string): Promise<importShape.ImportReport> {
  const { mechanism, report, state } = await getBatch(platform, id);
  const { importing } = importingOf(mechanism, actor);
  if (state === 'done' || state === 'rolledBack') return report;
  const good = report.created + report.amended;
  let done = 0;
  let after = 0;
  for (;;) {
    const rows = await platform.store.reading(platform.district, (tx) => batchRows(tx, platform.district, id, { outcome: ['create', 'amend'], after, limit: commandsAtOnce }));
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
function refusedLater(report: importShape.ImportReport, row: BatchRow, words: Text): void {
  report[row.outcome === 'create' ? 'created' : 'amended'] -= 1;
  report.refused += 1;
  listProblems(report, { ...row, problems: { 0: words } });
}

/** Takes an import back: what it filed is voided, what it corrected gets its earlier values; rows changed since then stay and are named. */
export async function rollbackImport(platform: Platform, actor: PostActor, id: string): Promise<importShape.ImportReport> {
  const { mechanism, report } = await getBatch(platform, id);
  const { importing } = importingOf(mechanism, actor);
  const kept: importShape.ImportReport['warnings'] = [];
  let after = 0;
  for (;;) {
    const rows = await platform.store.reading(platform.district, (tx) => batchRows(tx, platform.district, id, { outcome: ['create', 'amend'], after, limit: commandsAtOnce }));
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
export async function findImport(platform: Platform, id: string): Promise<importShape.ImportReport> {
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

/** How a mechanism takes rows in; refused to whoever may not file one. */
export function importingOf(mechanism: AnyMechanism, actor: PostActor): { importing: Importing; create: Action } {
  const { importing } = mechanism;
  if (!importing) throw refuse('unknownAction');
  const create = getAction(mechanism, importing.create);
  if (!isGranted(create.by, actor, undefined)) throw refuse('notYours');
  return { importing, create };
}

/** Tells the problems of a row, as far as a report lists them. */
export function listProblems(report: importShape.ImportReport, { row, cells, problems }: Pick<BatchRow, 'row' | 'cells' | 'problems'>): void {
  for (const [index, words] of Object.entries(problems)) {
    if (report.problems.length < listedProblems) report.problems.push({ row, column: report.columns[Number(index)]?.heading ?? '', value: String(cells[Number(index)] ?? ''), words });
  }
}

async function getBatch(platform: Platform, id: string) {
  const batch = await platform.store.reading(platform.district, (tx) => findBatch(tx, platform.district, id));
  if (!batch) throw refuse('absent');
  return { ...batch, mechanism: platform.getMechanism(batch.mechanism), report: batch.report as importShape.ImportReport };
}

async function finish(platform: Platform, id: string, report: importShape.ImportReport): Promise<importShape.ImportReport> {
  await platform.store.inDistrict(platform.district, (tx) => saveBatch(tx, platform.district, id, { state: report.state, report }));
  return report;
}
