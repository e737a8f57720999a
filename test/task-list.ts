import { zipStream, type ZipEntry } from '#reports/zip-stream.ts';
import { listedTasks } from '#mechanisms/reform/task/sample-list.ts';
import { sampleUnits } from '#sample/district.ts';

/** A cell of a list as offices keep it: words, or a formula that came to an error. */
type ListCell = string | number | { readonly error: string };

export const headings = ['序号', '任务类别', '重点任务', '工作目标', '牵头部门', '责任单位\n（配合）', '时间节点', '备注'] as const;

const shortName = (id: string) => sampleUnits.find((unit) => unit.id === id)?.shortName ?? id;
/** Two ways to write the same unit, in turn. */
const written = (id: string, at: number) => (at % 3 === 0 ? `区${shortName(id)}`.replace(/^区区/, '区') : shortName(id));

/** The 139 rows of the sample list, written as different hands would write them. */
export function listRows(): ListCell[][] {
  return listedTasks.map(({ seq, category, title, leadUnit, coUnits, dueText }, at) => [
    seq, category, title, `完成“${title}”，形成可复制的做法。`, written(leadUnit, at),
    at % 25 === 7 ? '各镇（街道）' : at % 25 === 11 ? '区直各部门' : coUnits.map((unit) => written(unit, at)).join(['、', '，', '；', '\n'][at % 4]),
    at % 20 === 3 && dueText === '年底前' ? '2021.12' : at % 20 === 5 && dueText === '6月底前' ? '２０２１年６月底前' : dueText, '',
  ]);
}

/** The same with twelve faults, by the number of the task. */
export function faultyRows(): ListCell[][] {
  const faults: Readonly<Record<number, readonly [column: number, cell: ListCell]>> = {
    5: [4, '发改局、工信局'], 14: [4, '区某某局'], 23: [5, '税务局、市场监管局等单位'], 32: [5, '有关部门'], 41: [6, '尽快'], 50: [6, '会后10个工作日'],
    59: [6, ''], 68: [0, 67], 77: [2, ''], 86: [3, { error: '#REF!' }], 95: [0, '九十五'], 104: [2, '改'.repeat(121)],
  };
  return listRows().map((row, at) => {
    const fault = faults[at + 1];
    return fault === undefined ? row : row.with(fault[0], fault[1]);
  });
}

/** An .xlsx with a title over all columns and the categories merged, as Excel writes it. */
export async function listWorkbook(rows: readonly (readonly ListCell[])[]): Promise<Buffer> {
  const all: readonly (readonly ListCell[])[] = [['某区2021年重点改革任务分解表'], [...headings], ...rows];
  const merges = [`A1:${columnName(headings.length - 1)}1`];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (rows[to + 1]?.[1] === rows[from]?.[1]) to += 1;
    if (to > from) merges.push(`B${from + 3}:B${to + 3}`);
    from = to + 1;
  }
  const covered = (at: number) => at > 2 && all[at - 1]?.[1] === all[at]?.[1];
  const lines = all.map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => (column === 1 && covered(at) ? '' : cellXml(cell, `${columnName(column)}${at + 1}`))).join('')}</row>`);
  const sheet = `<worksheet><sheetData>${lines.join('')}</sheetData><mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="分解表" sheetId="1" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId2" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(Object.entries(parts).map(([name, xml]): ZipEntry => ({ name, bytes: [xml] })))) pieces.push(piece);
  return Buffer.concat(pieces);
}

function cellXml(cell: ListCell, ref: string): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${ref}" t="e"><f>Z9</f><v>${cell.error}</v></c>`;
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}

function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}
