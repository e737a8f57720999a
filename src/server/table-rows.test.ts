import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCounty, type County } from '#test/county.ts';
import { sheetWorkbook } from '#test/workbook.ts';
import { readRows } from './table-rows.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const csv = (...lines: readonly string[]) => ({ fileName: '税务数据.csv', bytes: Buffer.from(`\ufeff${lines.join('\n')}\n`) });
const read = (...lines: readonly string[]) => readRows(county.platform, 'readingBatch', 'deliver', 'rows', csv(...lines));

test('a spreadsheet becomes the rows of a form, in the units its headings name', async () => {
  const { rows, columns, problems, refused } = await read('2020年度税收表,,', '信用代码,入库税收（万元）,登记用地（亩）,备注', '91370215MA99300013,12.5,30,', ',,,', '91370215MA9930007M,"1,200元",500㎡,');
  expect(rows).toEqual([{ creditCode: '91370215MA99300013', taxPaid: 12_500_000, registeredLand: 20_000 }, { creditCode: '91370215MA9930007M', taxPaid: 120_000, registeredLand: 500 }]);
  expect(columns.map(({ fact }) => fact)).toEqual(['creditCode', 'taxPaid', 'registeredLand', null]);
  expect([problems, refused]).toEqual([[], 0]);
});

test('a cell that is not understood is named, and its row left out', async () => {
  const { rows, problems, refused } = await read('统一社会信用代码,年内入库税收（万元）', '91370215MA99300013,很多', '91370215MA99300014,3', '91370215MA9930007M,3');
  expect(rows).toEqual([{ creditCode: '91370215MA9930007M', taxPaid: 3_000_000 }]);
  expect(refused).toBe(2);
  expect(problems.map(({ row, column, value }) => [row, column, value])).toEqual([[2, '年内入库税收（万元）', '很多'], [3, '统一社会信用代码', '91370215MA99300014']]);
});

test('a formula that came to an error is named, and its row left out', async () => {
  const bytes = await sheetWorkbook([['统一社会信用代码', '年内入库税收（万元）'], ['91370215MA99300013', { error: '#REF!' }], ['91370215MA9930007M', 3]]);
  const { rows, problems, refused } = await readRows(county.platform, 'readingBatch', 'deliver', 'rows', { fileName: '税务数据.xlsx', bytes });
  expect([rows.length, refused]).toEqual([1, 1]);
  expect(problems).toEqual([{ row: 2, column: '年内入库税收（万元）', value: '#REF!', words: expect.objectContaining({ zh: '公式结果为 #REF!，请改为数值' }) }]);
});

test('a sheet without headings, and a form without such a table, are refused', async () => {
  await expect(read('甲,乙', '丙,丁')).rejects.toMatchObject({ code: 'notATable' });
  await expect(readRows(county.platform, 'readingBatch', 'deliver', 'name', csv('统一社会信用代码,年内入库税收'))).rejects.toMatchObject({ code: 'unknownAction' });
});
