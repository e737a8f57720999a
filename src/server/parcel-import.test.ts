import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCounty, type County } from '#test/county.ts';
import { act, mattersWhere } from './act.ts';
import { checkImport } from './import-check.ts';
import { commitImport } from './imports.ts';
import { mapOf } from './register-questions.ts';

// Parcels in use from a drawing program and from a sheet with coordinates, as natural resources hand them in.

let county: County;
beforeAll(async () => {
  county = await openCounty();
  await act(county.platform, {
    actor: await county.as('industry'), mechanism: 'park', action: 'register',
    input: { name: '金山工业园', parkNo: 'JM-P3', body: 'jinshan-park', level: 'district', kind: 'traditional', planned: 900_000, built: 800_000, industrial: 600_000, supplied: 500_000, inUse: 400_000, farCap: 1.5, leadIndustry: 'C35' },
  });
});
afterAll(() => county.close());

/** A square of 200 m a side, closed or not. */
function corners(west: number, south: number): (readonly [number, number])[] {
  const [east, north] = [Number((west + 200 / 89_738).toFixed(7)), Number((south + 200 / 110_972).toFixed(7))];
  return [[west, south], [east, south], [east, north], [west, north], [west, south]];
}
const held = async () => {
  const { platform } = county;
  return platform.store.reading(platform.district, (tx) => mattersWhere(platform, tx, { mechanism: 'parcel', where: { stage: ['held'] } }));
};
const properties = { 地块名称: '一号宗地', 地块编号: 'JM-1', '所在镇街、功能区': '金山工业园', 用途: '工业', 登记面积: 40_000, 工业建筑面积: 30_000, 所在园区: '金山工业园' };

test('a collection of features files parcels with their boundary, and names the one whose area is off, whose boundary is none and whose park nobody knows', async () => {
  const actor = await county.as('natural');
  const feature = (change: object, geometry: object = { type: 'Polygon', coordinates: [corners(120.45, 36.39)] }) => ({ type: 'Feature', properties: { ...properties, ...change }, geometry });
  const crossed = { type: 'Polygon', coordinates: [[[120.45, 36.39], [120.46, 36.4], [120.46, 36.39], [120.45, 36.4], [120.45, 36.39]]] };
  const features = [feature({}), feature({ 地块编号: 'JM-2', 登记面积: 60_000 }), feature({ 地块编号: 'JM-3' }, crossed), feature({ 地块编号: 'JM-4', 所在园区: '无名园' })];
  const report = await checkImport(county.platform, actor, 'parcel', { bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })), fileName: '宗地.geojson' });
  expect([report.created, report.refused]).toEqual([1, 3]);
  expect(report.problems.map(({ row, words }) => [row, words.zh.slice(0, 6)])).toEqual([[3, '按界址量算为'], [4, '界址线自相交'], [5, '没有找到事项']]);
  await commitImport(county.platform, actor, report.id);
  const [parcel] = await held();
  expect(parcel?.facts).toMatchObject({ parcelNo: 'JM-1', town: 'jinshan-park', area: 40_000, far: 0.75, place: { type: 'Polygon' } });
});

test('a sheet with coordinates does the same; those of an internet map are converted and marked', async () => {
  const actor = await county.as('natural');
  const typed = (ring: (readonly [number, number])[]) => ring.slice(0, -1).map((point) => point.join(',')).join(';');
  const sheet = [
    ['地块名称', '地块编号', '所在镇街、功能区', '用途', '登记面积', '坐标系', '界址'],
    ['二号宗地', 'JM-6', '金山工业园', '工业', '60亩', '', `"${typed(corners(120.5, 36.39))}"`],
    ['三号宗地', 'JM-7', '金山工业园', '工业', '40000', 'GCJ-02', `"${typed(corners(120.52, 36.39))}"`],
  ].map((row) => row.join(',')).join('\n');
  const report = await checkImport(county.platform, actor, 'parcel', { bytes: Buffer.from(sheet), fileName: '宗地.csv' });
  expect(report.problems).toEqual([]);
  expect(report.created).toBe(2);
  await commitImport(county.platform, actor, report.id);
  const found = await held();
  const place = (no: string) => found.find(({ facts }) => facts['parcelNo'] === no)?.facts['place'] as { readonly coordinates: readonly (readonly (readonly [number, number])[])[] };
  expect(place('JM-6').coordinates[0]?.[0]).toEqual([120.5, 36.39]);
  expect(Math.abs((place('JM-7').coordinates[0]?.[0]?.[0] ?? 0) - 120.52)).toBeGreaterThan(0.002);
  expect(found.find(({ facts }) => facts['parcelNo'] === 'JM-7')?.facts['datum']).toBe('fromGcj02');
});

test('the map of them is coloured by what a parcel is, or was in a year, and by nothing a reader may not know', async () => {
  const { platform } = county;
  const parcel = (await held()).find(({ facts }) => facts['parcelNo'] === 'JM-1');
  const industry = await county.as('industry');
  for (const [year, inClass] of [[2019, 'C'], [2020, 'A']] as const) await act(platform, { actor: industry, mechanism: 'parcel', id: parcel?.id ?? '', action: 'noteYear', input: { year, class: inClass, source: '亩均评价' } });
  const asked = async (query: Readonly<Record<string, string>>) => platform.store.reading(platform.district, (tx) => mapOf(platform, tx, industry, 'parcel', { stage: 'held', ...query }));
  const valueOf = async (query: Readonly<Record<string, string>>) => (await asked(query)).rows.find(({ id }) => id === parcel?.id)?.value;
  expect(await asked({})).toMatchObject({ colour: 'class', years: [2019, 2020], total: 3 });
  expect([await valueOf({}), await valueOf({ year: '2019' }), await valueOf({ year: '2020', colour: 'class' }), await valueOf({ year: '1999' })]).toEqual(['A', 'C', 'A', 'A']);
  expect(await valueOf({ colour: 'vacancy' })).toBe(100);
  expect(await asked({ colour: 'lights' })).not.toHaveProperty('colour');
  // Only what the record declares: not the price, not what nobody named.
  expect((await asked({ colour: 'price' })).colour).toBe('class');
});
