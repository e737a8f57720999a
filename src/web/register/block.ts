import { fieldsOf } from '#kernel/input.ts';
import { halfWidth } from '#kernel/kind.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';

/** A block of cells as spreadsheets put it on the clipboard: tabs between cells, quotes around a cell that holds tabs, quotes or line breaks. */
export function cellsOf(block: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const text = block.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  let at = 0;
  while (at <= text.length) {
    const row = rows.at(-1) ?? [];
    const quoted = text[at] === '"' ? /"((?:[^"]|"")*)"(?=\t|\n|$)/y : undefined;
    if (quoted) quoted.lastIndex = at;
    const held = quoted?.exec(text);
    const plain = /[^\t\n]*/y;
    plain.lastIndex = at;
    const cell = held ? (held[1] ?? '').replaceAll('""', '"') : (plain.exec(text)?.[0] ?? '');
    at += held ? held[0].length : cell.length;
    row.push(cell.trim());
    if (text[at] === '\n') rows.push([]);
    at += 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.filter((row) => row.some((cell) => cell !== '')).map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** The facts that a register takes from spreadsheets, in the order of its template. */
export function importedFacts(mechanism: AnyMechanism) {
  const create = mechanism.importing && mechanism.actions[mechanism.importing.create];
  return create ? fieldsOf(mechanism, create).filter(({ fact }) => fact.kind !== 'evidence' && !fact.sealed) : [];
}

/** Which fact each cell of a first row names as a heading; nothing for the others. */
export function headingsIn(mechanism: AnyMechanism, row: readonly string[]): readonly (string | undefined)[] {
  const facts = new Map(importedFacts(mechanism).flatMap(({ name, fact }) => [name, fact.name.zh, fact.name.en, ...(fact.synonyms ?? [])].map((heading) => [bare(heading), name] as const)));
  return row.map((cell) => facts.get(bare(cell)));
}

function bare(heading: string): string {
  return halfWidth(heading).toLowerCase().replace(/[\s_*:：()（）]/g, '');
}

/** A cell as a sheet keeps it: its words, and over how many rows and columns it was merged. */
export interface MergedCell {
  readonly words: string;
  readonly rows: number;
  readonly columns: number;
}

/** Every cell of a merged one says what that one says: offices merge their categories, and each row needs its own. */
export function spread(rows: readonly (readonly MergedCell[])[]): readonly (readonly string[])[] {
  const filled: string[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const { words, rows: high, columns: wide } of row) {
      while (filled[at]?.[column] !== undefined) column += 1;
      for (let down = at; down < Math.min(rows.length, at + high); down += 1) for (let right = column; right < column + wide; right += 1) (filled[down] ??= [])[right] = words;
      column += wide;
    }
  }
  return filled.map((row) => Array.from(row, (words) => words ?? ''));
}

/** Cells as a block of text that `cellsOf` reads again. */
export function blockOf(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
}

/** What was copied: the text, or, where cells were merged, the text with each of them filled in. */
export function pastedBlock(clipboard: Pick<DataTransfer, 'getData'>): string {
  const html = clipboard.getData('text/html');
  if (!/(row|col)span\s*=\s*["']?([2-9]|1\d)/i.test(html)) return clipboard.getData('text/plain');
  // Parsed, never shown: nothing in it runs.
  const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')];
  return blockOf(spread(rows.map((row) => [...row.cells].map(({ textContent, rowSpan, colSpan }) => ({ words: (textContent ?? '').replaceAll(/\s+/g, ' ').trim(), rows: rowSpan, columns: colSpan })))));
}
