import { zipStream, type ZipEntry } from '#reports/zip-stream.ts';

/** What a spreadsheet has in a cell; `error` is a formula that came to one. */
export type SheetCell = string | number | { readonly error: string };

/** An .xlsx of one sheet as Excel writes it, with cells merged. */
export async function sheetWorkbook(rows: readonly (readonly SheetCell[])[], merges: readonly string[] = []): Promise<Buffer> {
  const lines = rows.map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`)).join('')}</row>`);
  const merged = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const sheet = `<worksheet><sheetData>${lines.join('')}</sheetData>${merged}</worksheet>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId2" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(Object.entries(parts).map(([name, xml]): ZipEntry => ({ name, bytes: [xml] })))) pieces.push(piece);
  return Buffer.concat(pieces);
}

function cellXml(cell: SheetCell, ref: string): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${ref}" t="e"><f>Z9</f><v>${cell.error}</v></c>`;
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}

/** The letter of a column, the first being 0. */
export function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}
