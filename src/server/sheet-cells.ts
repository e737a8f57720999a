import { halfWidth, type Cell } from '#kernel/kind.ts';
import type { Text } from '#kernel/words.ts';
import type { ReadCell } from '#reports/workbook-reader.ts';

// How every sheet is read, whether its rows become matters or the rows of a form.

/** What stands in a cell; of a formula what it came to. */
export function plainCell(cell: ReadCell): Cell {
  return typeof cell === 'object' && cell !== null && !(cell instanceof Date) ? (cell.error ?? cell.value) : cell;
}

/** A formula whose value is an error says nothing; one without a kept value was never computed. */
export function formulaFault(cell: ReadCell): Text | undefined {
  if (typeof cell !== 'object' || cell === null || cell instanceof Date) return undefined;
  if (cell.error === undefined && cell.value !== null) return undefined;
  return { zh: `公式结果为 ${cell.error ?? '空'}，请改为数值`, en: `The formula gives ${cell.error ?? 'nothing'}; please write the value` };
}

/** A heading as it is compared: case, blanks, marks and width tell no two apart. */
export function bareHeading(heading: string): string {
  return halfWidth(heading).toLowerCase().replace(/[\s_*:()]/g, '');
}

/** Who is called by which heading. Where two claim one, the later has it. */
export function byHeading(named: Iterable<readonly [name: string, headings: readonly string[]]>): ReadonlyMap<string, string> {
  return new Map([...named].flatMap(([name, headings]) => headings.map((heading) => [bareHeading(heading), name] as const)));
}
