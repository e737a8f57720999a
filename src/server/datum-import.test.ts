import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCounty, type County } from '#test/county.ts';
import type { Place } from '#kernel/fact.ts';
import { act, mattersWhere } from './act.ts';
import { fromGcj02 } from './datum.ts';
import { checkImport } from './import-check.ts';
import { commitImport, rollbackImport } from './imports.ts';

// Boundaries of parks and outlines of buildings as somebody measured them on an internet map.

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

/** A square of 200 m a side. */
function square(west: number, south: number): Extract<Place, { type: 'Polygon' }> {
  const [east, north] = [Number((west + 200 / 89_738).toFixed(7)), Number((south + 200 / 110_972).toFixed(7))];
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}
const typed = (place: Extract<Place, { type: 'Polygon' }>) => `"${(place.coordinates[0] ?? []).slice(0, -1).map((point) => point.join(',')).join(';')}"`;
const csv = (rows: readonly (readonly string[])[]) => ({ bytes: Buffer.from(rows.map((row) => row.join(',')).join('\n')), fileName: '表.csv' });
const geojson = (features: readonly object[]) => ({ bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })), fileName: '图.geojson' });

async function only(mechanism: string, fact: string, value: string) {
  const { platform } = county;
  const [found] = await platform.store.reading(platform.district, (tx) => mattersWhere(platform, tx, { mechanism, where: { fact, in: [value] } }));
  if (found === undefined) throw new Error(`${mechanism} ${value} is not there`);
  return found;
}
async function take(post: string, mechanism: string, file: Parameters<typeof checkImport>[3]) {
  const actor = await county.as(post);
  const report = await checkImport(county.platform, actor, mechanism, file);
  expect(report.problems).toEqual([]);
  await commitImport(county.platform, actor, report.id);
  return report;
}
const park = { 园区名称: '金山工业园', 园区编码: 'JM-P3', 管理机构: '金山工业园', 级别: '区级', 类型: '传统工业园', 规划面积: 900_000, 建成面积: 800_000, 工业用地: 600_000, 已供工业用地: 500_000, 在用工业用地: 400_000, 规划容积率上限: 1.5, 首位主导产业: 'C35' };

test('a park drawn on an internet map is converted and marked; sent again it is the same park, and taken back it is what it was', async () => {
  const [drawn, moved] = [square(120.45, 36.39), square(120.46, 36.39)];
  await take('industry', 'park', geojson([{ type: 'Feature', properties: { ...park, 坐标系: 'GCJ-02' }, geometry: drawn }]));
  const kept = await only('park', 'parkNo', 'JM-P3');
  expect(kept.facts).toMatchObject({ place: fromGcj02(drawn), datum: 'fromGcj02' });
  // The shift near 即墨 is some five hundred metres, not nothing.
  expect(drawn.coordinates[0]?.[0]?.[0]).toBeGreaterThan(Number((kept.facts['place'] as typeof drawn).coordinates[0]?.[0]?.[0]) + 0.003);
  // The same file once more, and the register as it would be exported.
  for (const [datum, geometry] of [['GCJ-02', drawn], ['由GCJ-02换算', kept.facts['place']]] as const) {
    expect(await take('industry', 'park', geojson([{ type: 'Feature', properties: { ...park, 坐标系: datum }, geometry }]))).toMatchObject({ unchanged: 1, amended: 0, created: 0 });
  }
  const corrected = await take('industry', 'park', geojson([{ type: 'Feature', properties: { ...park, 坐标系: 'GCJ-02' }, geometry: moved }]));
  expect(corrected.amended).toBe(1);
  expect((await only('park', 'parkNo', 'JM-P3')).facts).toMatchObject({ place: fromGcj02(moved), datum: 'fromGcj02' });
  await rollbackImport(county.platform, await county.as('industry'), corrected.id);
  expect((await only('park', 'parkNo', 'JM-P3')).facts).toMatchObject({ place: fromGcj02(drawn), datum: 'fromGcj02' });
});

test('a sheet of buildings does the same; a boundary entered anew in the datum of the register loses the mark', async () => {
  const { platform } = county;
  const parcel = await act(platform, { actor: await county.as('natural'), mechanism: 'parcel', action: 'enrol', input: { name: '一号宗地', parcelNo: 'JM-1', town: 'jinshan-park', use: 'industry', area: 40_000, floorArea: 30_000, place: square(120.45, 36.39) } });
  expect(parcel.stage).toBe('held');
  const outline = square(120.45, 36.39);
  const head = ['楼宇名称', '楼宇编号', '所在宗地', '所在园区', '用途', '层数', '建筑面积', '坐标系', '轮廓'];
  await take('jinshan-park-project', 'building', csv([head, ['一号楼', 'B-1', 'JM-1', 'JM-P3', '生产', '4', '12000', 'GCJ-02', typed(outline)], ['二号楼', 'B-2', 'JM-1', 'JM-P3', '生产', '4', '12000', '', typed(outline)], ['三号楼', 'B-3', 'JM-1', 'JM-P3', '生产', '4', '12000', '', '']]));
  const [converted, plain, none] = await Promise.all(['B-1', 'B-2', 'B-3'].map((no) => only('building', 'buildingNo', no)));
  expect(converted?.facts).toMatchObject({ place: fromGcj02(outline), datum: 'fromGcj02' });
  expect(plain?.facts['place']).toEqual(outline);
  for (const fact of ['place', 'datum']) expect(none?.facts).not.toHaveProperty(fact);
  expect(plain?.facts).not.toHaveProperty('datum');
  await act(platform, { actor: await county.as('jinshan-park-project'), mechanism: 'building', id: converted?.id ?? '', action: 'amend', input: { place: outline } });
  const { facts } = await only('building', 'buildingNo', 'B-1');
  expect(facts['place']).toEqual(outline);
  expect(facts).not.toHaveProperty('datum');
});

test('a datum without the place it is of is refused, in a form and in a sheet', async () => {
  const { platform } = county;
  const { id } = await only('building', 'buildingNo', 'B-2');
  const actor = await county.as('jinshan-park-project');
  await expect(act(platform, { actor, mechanism: 'building', id, action: 'amend', input: { datum: 'gcj02' } })).rejects.toMatchObject({ code: 'badInput', fields: { datum: { zh: '坐标系随界址一起填，请连同界址一并填写' } } });
  const report = await checkImport(platform, actor, 'building', csv([['楼宇名称', '楼宇编号', '所在宗地', '所在园区', '用途', '层数', '建筑面积', '坐标系'], ['四号楼', 'B-4', 'JM-1', 'JM-P3', '生产', '4', '12000', 'GCJ-02']]));
  expect(report.problems.map(({ column, words }) => [column, words.zh])).toEqual([['坐标系', '坐标系随界址一起填，请连同界址一并填写']]);
});
