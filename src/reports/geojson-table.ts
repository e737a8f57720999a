import { TableRefusal } from './table-refusal.ts'
import type { ReadRow } from './workbook-reader.ts'

/** The heading under which the shape of a feature stands in a row. */
export const geometryHeading = 'geometry'

/** Datums whose degrees are those of the register to within a metre: RFC 7946 and CGCS2000 (EPSG:4490). */
const sameDegrees = /(?:CRS84|EPSG:{1,2}4326|EPSG:{1,2}4490)$/

/** A collection of features as a table: their properties are the columns, their shape the last one. */
export function* geojsonRows(bytes: Buffer, limits: { readonly maxRows: number; readonly maxColumns: number }): Generator<ReadRow, void, undefined> {
	const features = featuresOf(bytes)
	if (features.length > limits.maxRows) throw new TableRefusal('tooManyRows')
	const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))].slice(0, limits.maxColumns - 1)
	yield { rowNumber: 1, cells: [...names, geometryHeading] }
	for (const [at, { properties, geometry }] of features.entries()) {
		yield { rowNumber: at + 2, cells: [...names.map((name) => cellOf(properties?.[name])), geometry === null || geometry === undefined ? null : JSON.stringify(geometry)] }
	}
}

type Feature = { readonly properties?: Readonly<Record<string, unknown>> | null; readonly geometry?: unknown }

function featuresOf(bytes: Buffer): readonly Feature[] {
	const { type, features, crs } = parsed(bytes)
	const name = crs?.properties?.name
	if (typeof name === 'string' && !sameDegrees.test(name)) throw new TableRefusal('otherProjection')
	if (type !== 'FeatureCollection' || !Array.isArray(features) || features.some((each) => typeof each !== 'object' || each === null)) throw new TableRefusal('notFeatures')
	return features as readonly Feature[]
}

type Collection = { readonly type?: unknown; readonly features?: unknown; readonly crs?: { readonly properties?: { readonly name?: unknown } } }

function parsed(bytes: Buffer): Collection {
	try {
		return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) as Collection
	} catch (failure) {
		throw new TableRefusal('damaged', undefined, failure)
	}
}

function cellOf(value: unknown): string | number | boolean | null {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
	return value === null || value === undefined ? null : JSON.stringify(value)
}
