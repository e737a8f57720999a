import { listedTasks } from '#mechanisms/reform/task/sample-list.ts';
import { sampleUnits } from '#sample/district.ts';
import { columnName, sheetWorkbook, type SheetCell } from './workbook.ts';

export const headings = ['序号', '任务类别', '重点任务', '工作目标', '牵头部门', '责任单位\n（配合）', '时间节点', '备注'] as const;

const shortName = (id: string) => sampleUnits.find((unit) => unit.id === id)?.shortName ?? id;
/** Two ways to write the same unit, in turn. */
const written = (id: string, at: number) => (at % 3 === 0 ? `区${shortName(id)}`.replace(/^区区/, '区') : shortName(id));

/** The 139 rows of the sample list, written as different hands would write them. */
export function listRows(): SheetCell[][] {
  return listedTasks.map(({ seq, category, title, leadUnit, coUnits, dueText }, at) => [
    seq, category, title, `完成“${title}”，形成可复制的做法。`, written(leadUnit, at),
    at % 25 === 7 ? '各镇（街道）' : at % 25 === 11 ? '区直各部门' : coUnits.map((unit) => written(unit, at)).join(['、', '，', '；', '\n'][at % 4]),
    at % 20 === 3 && dueText === '年底前' ? '2021.12' : at % 20 === 5 && dueText === '6月底前' ? '２０２１年６月底前' : dueText, '',
  ]);
}

/** The same with twelve faults, by the number of the task. */
export function faultyRows(): SheetCell[][] {
  const faults: Readonly<Record<number, readonly [column: number, cell: SheetCell]>> = {
    5: [4, '发改局、工信局'], 14: [4, '区某某局'], 23: [5, '税务局、市场监管局等单位'], 32: [5, '有关部门'], 41: [6, '尽快'], 50: [6, '会后10个工作日'],
    59: [6, ''], 68: [0, 67], 77: [2, ''], 86: [3, { error: '#REF!' }], 95: [0, '九十五'], 104: [2, '改'.repeat(121)],
  };
  return listRows().map((row, at) => {
    const fault = faults[at + 1];
    return fault === undefined ? row : row.with(fault[0], fault[1]);
  });
}

/** An .xlsx with a title over all columns and the categories merged, as offices write it. */
export async function listWorkbook(rows: readonly (readonly SheetCell[])[]): Promise<Buffer> {
  const merges = [`A1:${columnName(headings.length - 1)}1`];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (rows[to + 1]?.[1] === rows[from]?.[1]) to += 1;
    if (to > from) merges.push(`B${from + 3}:B${to + 3}`);
    from = to + 1;
  }
  const covered = (at: number) => at > 0 && rows[at - 1]?.[1] === rows[at]?.[1];
  return sheetWorkbook([['某区2021年重点改革任务分解表'], [...headings], ...rows.map((row, at) => (covered(at) ? row.with(1, '') : row))], merges);
}
