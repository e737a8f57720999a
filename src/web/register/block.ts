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
