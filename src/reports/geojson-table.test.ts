import { expect, test } from 'vitest'
import { TableRefusal } from './table-refusal.ts'
import { readTable, sniff } from './workbook-reader.ts'

const square = { type: 'Polygon', coordinates: [[[120.45, 36.39], [120.46, 36.39], [120.46, 36.4], [120.45, 36.39]]] }
const collection = (change: object = {}) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { 地块编号: 'JM-1', 登记面积: 20_000 }, geometry: square }, { type: 'Feature', properties: { 地块编号: 'JM-2', 备注: null }, geometry: null }], ...change })

async function rowsOf(text: string, fileName = '宗地.geojson') {
	const rows = []
	for await (const row of readTable({ bytes: Buffer.from(text, 'utf8'), fileName })) rows.push(row.cells)
	return rows
}

const refusal = (text: string) => rowsOf(text).then(() => 'read', (failure: unknown) => (failure instanceof TableRefusal ? failure.code : String(failure)))

test('a collection of features is a table: properties in columns, the shape at the end', async () => {
	expect(await rowsOf(collection())).toEqual([['地块编号', '登记面积', '备注', 'geometry'], ['JM-1', 20_000, null, JSON.stringify(square)], ['JM-2', null, null, null]])
	expect(await rowsOf(`\ufeff${collection()}`)).toHaveLength(3)
})

test('degrees of WGS 84 and CGCS2000 are taken, metres of a projection are refused', async () => {
	const inCrs = (name: string) => collection({ crs: { type: 'name', properties: { name } } })
	expect(await refusal(inCrs('urn:ogc:def:crs:OGC:1.3:CRS84'))).toBe('read')
	expect(await refusal(inCrs('urn:ogc:def:crs:EPSG::4490'))).toBe('read')
	expect(await refusal(inCrs('urn:ogc:def:crs:EPSG::4549'))).toBe('otherProjection')
})

test('what is no collection, or broken, is refused in words', async () => {
	expect(await refusal(JSON.stringify(square))).toBe('notFeatures')
	expect(await refusal('{"type":"FeatureCollection","features":[1]}')).toBe('notFeatures')
	expect(await refusal('{"type":"FeatureCollection"')).toBe('damaged')
})

test('text that looks like it under another name is still a table of commas', () => {
	expect(sniff(Buffer.from(collection()), '宗地.csv')).toBe('csv')
	expect(sniff(Buffer.from(collection()), '宗地.geojson')).toBe('geojson')
})
