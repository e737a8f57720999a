import type { TableRead } from '#contract/bulk-shapes.ts';
import { dayOf } from '#kernel/calendar.ts';
import { getAction } from '#kernel/decide.ts';
import type { Fact } from '#kernel/fact.ts';
import { understand } from '#kernel/hearing.ts';
import { fieldsOf } from '#kernel/input.ts';
import { halfWidth, type Cell } from '#kernel/kind.ts';
import { refuse } from '#kernel/refusal.ts';
import { readTable, type TableInput } from '#reports/workbook-reader.ts';
import { TableRefusal } from '#reports/table-refusal.ts';
import type { Platform } from './platform.ts';
import { bareHeading, byHeading, formulaFault, plainCell } from './sheet-cells.ts';
import { hearingOf } from './spoken.ts';

/** How many problems are told; the rest is counted. */
const toldProblems = 200;

/** Reads a spreadsheet into the rows of a form's table, by the headings of its columns. Nothing is kept: whoever fills in the form sees what was understood and hands it in. */
export async function readRows(platform: Platform, mechanism: string, action: string, name: string, input: TableInput): Promise<TableRead> {
  const declared = platform.getMechanism(mechanism);
  const fact = fieldsOf(declared, getAction(declared, action)).find((field) => field.name === name)?.fact;
  if (fact?.kind !== 'rows') throw refuse('unknownAction');
  const hearing = hearingOf(await platform.directory(), dayOf(platform.now()));
  const read: TableRead = { rows: [], columns: [], problems: [], refused: 0 };
  let columns: readonly Column[] | undefined;
  for await (const { rowNumber, cells } of readTable(input)) {
    if (!columns) {
      columns = findColumns(fact, cells.map(plainCell));
      read.columns = columns?.map(({ heading, fact: of }) => ({ heading, fact: of })) ?? [];
      continue;
    }
    const row: Record<string, unknown> = {};
    let isGood = true;
    for (const [index, column] of columns.entries()) {
      const given = cells[index] ?? null;
      const cell = plainCell(given);
      const of = column.fact === null ? undefined : fact.columns?.[column.fact];
      if (of === undefined || column.fact === null || given === null) continue;
      const fault = formulaFault(given);
      const understood = fault ? { problem: fault } : understand(cell === null ? cell : inUnit(cell, column.unit), of, hearing);
      if ('value' in understood) row[column.fact] = understood.value;
      if (!('problem' in understood)) continue;
      isGood = false;
      if (read.problems.length < toldProblems) read.problems.push({ row: rowNumber, column: column.heading, value: String(cell), words: understood.problem });
    }
    if (!isGood) read.refused += 1;
    else if (Object.keys(row).length > 0) read.rows.push(row);
    if (read.rows.length > (fact.max ?? 5_000)) throw new TableRefusal('tooLarge');
  }
  if (!columns) throw new TableRefusal('notATable');
  return read;
}

interface Column {
  readonly heading: string;
  readonly fact: string | null;
  /** The unit a heading names: 年内入库税收（万元）. */
  readonly unit: string;
}

/** The first row in which two headings are understood. */
function findColumns(fact: Fact, cells: readonly Cell[]): readonly Column[] | undefined {
  const names = byHeading(Object.entries(fact.columns ?? {}).map(([name, column]) => [name, [column.name.zh, column.name.en, ...(column.synonyms ?? [])]]));
  const taken = new Set<string>();
  const columns = cells.map((cell): Column => {
    const heading = String(cell ?? '').trim();
    const [, words = heading, unit = ''] = /^(.*?)[(（]([^)）]*)[)）]$/.exec(halfWidth(heading)) ?? [];
    const name = names.get(bareHeading(heading)) ?? names.get(bareHeading(words));
    if (name === undefined || taken.has(name)) return { heading, fact: null, unit: '' };
    taken.add(name);
    return { heading, fact: name, unit };
  });
  return taken.size >= 2 ? columns : undefined;
}

/** A bare number under a heading with a unit is so many of it; 元 and what the fact itself counts in say nothing new. */
function inUnit(cell: NonNullable<Cell>, unit: string): NonNullable<Cell> {
  return /^(万元|亿元|亩|公顷)$/.test(unit) && (typeof cell === 'number' || /^-?[\d,.]+$/.test(String(cell))) ? `${cell}${unit}` : cell;
}
