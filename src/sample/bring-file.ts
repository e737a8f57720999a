import { buffer } from 'node:stream/consumers';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import { getAction } from '#kernel/decide.ts';
import { fieldsOf, type Field } from '#kernel/input.ts';
import { factCell, kindOf } from '#kernel/kinds.ts';
import type { Matter } from '#kernel/matter.ts';
import { writeWorkbook } from '#reports/workbook-writer.ts';
import { findActor } from '#server/directory.ts';
import { checkImport } from '#server/import-check.ts';
import { commitImport } from '#server/imports.ts';
import type { Platform } from '#server/platform.ts';
import { speechOf } from '#server/spoken.ts';
import { batchRows } from '#store/imports.ts';
import { findMatters } from '#store/matters.ts';

/** A row of a file of the sample, and the story that goes on from it. */
export interface FileRow {
  readonly key: string;
  readonly mechanism: string;
  readonly at: Instant;
  readonly by: string;
  readonly file: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Brings registers in as an office does: a spreadsheet is written, checked and filed by whoever holds the post, on its day. Gives the ids of all stories by then. */
export async function bringFile(platform: Platform, rows: readonly FileRow[], before: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const [first] = rows;
  if (!first) return new Map(before);
  const { mechanism, at, by, file } = first;
  if (rows.some((row) => row.mechanism !== mechanism || row.at !== at || row.by !== by)) throw new Error(`the sample file ${file} is not of one moment, one post and one register`);
  const then: Platform = { ...platform, now: () => at };
  const actor = findActor(await then.directory(), by, dayOf(at));
  if (!actor) throw new Error(`the sample district has no post ${by} on ${at}`);
  const report = await checkImport(then, actor, mechanism, { fileName: file, bytes: await sheetOf(then, mechanism, rows) });
  if (report.created !== rows.length) throw new Error(`the sample file ${file} has ${report.refused} rows that are refused: ${report.problems[0]?.words.en ?? ''}`);
  const { created } = await commitImport(then, actor, report.id);
  if (created !== rows.length) throw new Error(`of the sample file ${file} only ${created} of ${rows.length} rows were filed`);
  // They come back in the order of the sheet.
  const filed = await platform.store.reading(platform.district, (tx) => batchRows(tx, platform.district, report.id, { outcome: ['create'], after: 0, limit: rows.length + 1 }));
  const ids = new Map(before);
  for (const [place, { matter }] of filed.entries()) ids.set(rows[place]?.key ?? '', matter ?? '');
  return ids;
}

/** The sheet with these rows: a column for every field that any of them fills, other matters by what tells them apart. */
async function sheetOf(platform: Platform, key: string, rows: readonly FileRow[]): Promise<Buffer> {
  const mechanism = platform.getMechanism(key);
  const create = mechanism.importing?.create;
  if (create === undefined) throw new Error(`${key} takes no files`);
  const fields = fieldsOf(mechanism, getAction(mechanism, create)).filter(({ name }) => rows.some(({ input }) => input[name] !== undefined));
  const speech = speechOf(await platform.directory(), 'zh', await namesIn(platform, fields, rows));
  const columns = fields.map(({ fact }) => ({ heading: fact.name.zh, kind: fact.kind === 'day' ? ('date' as const) : kindOf(fact).compare === 'number' ? ('number' as const) : ('text' as const) }));
  return buffer(writeWorkbook([{ name: mechanism.record.name.zh, columns, rows: rows.map(({ input }) => fields.map(({ name, fact }) => factCell(fact, input[name], speech))) }]));
}

async function namesIn(platform: Platform, fields: readonly Field[], rows: readonly FileRow[]): Promise<ReadonlyMap<string, string>> {
  const named = fields.filter(({ fact }) => fact.kind === 'matter').flatMap(({ name }) => rows.map(({ input }) => input[name]));
  const ids = [...new Set(named.filter((id) => typeof id === 'string'))];
  const matters = await platform.store.reading(platform.district, (tx) => findMatters(tx, platform.district, ids));
  return new Map(matters.map((matter) => [matter.id, nameOf(platform, matter)]));
}

function nameOf(platform: Platform, { mechanism, facts }: Matter): string {
  const { record } = platform.getMechanism(mechanism);
  const unique = Object.entries(record.facts).find(([name, fact]) => fact.unique && facts[name] !== undefined)?.[0];
  return String(facts[unique ?? record.title]);
}
