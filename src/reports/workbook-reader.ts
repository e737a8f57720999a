import { readFile, stat } from 'node:fs/promises'
import { csvRows } from './csv-table.ts'
import { geojsonRows } from './geojson-table.ts'
import { TableRefusal } from './table-refusal.ts'
import { xlsxRows } from './xlsx-reader.ts'

/** What a formula gave when the file was last saved, or an error such as #REF! (with or without a formula behind it). */
export type ComputedCell = { readonly formula: boolean; readonly value: string | number | boolean | Date | null; readonly error?: string }

export type ReadCell = string | number | boolean | Date | null | ComputedCell

export type ReadRow = {
	/** As the spreadsheet shows it, from 1. Rows without content are left out. */
	readonly rowNumber: number
	/** Without the empty cells at the end. Empty text is null. */
	readonly cells: readonly ReadCell[]
	/** The sender may not know that this row is in the file. */
	readonly hidden?: boolean
	/** Columns whose value was repeated from a merged cell above. */
	readonly filled?: readonly number[]
}

export type TableInput = { readonly bytes: Buffer | string /* or the path of a file */; readonly fileName: string }

export type ReadLimits = {
	readonly maxBytes: number
	readonly maxRows: number
	readonly maxColumns: number
	readonly maxCellLength: number
	readonly maxUnpackedBytes: number
	readonly maxEntries: number
	/** The sheet to read; the first one in sight when left out. */
	readonly sheet?: string
}

export const defaultLimits: ReadLimits = {
	maxBytes: 50 * 1024 * 1024,
	maxRows: 200_000,
	maxColumns: 200,
	maxCellLength: 32_767,
	maxUnpackedBytes: 200 * 1024 * 1024,
	maxEntries: 2000,
}

/**
 * Reads a table someone handed in. What it is decides itself by its bytes, not by its name; what is not a table, or
 * is one that would hurt to open, is refused with words for the person who sent it.
 */
export async function* readTable(input: TableInput, limits: Partial<ReadLimits> = {}): AsyncGenerator<ReadRow, void, undefined> {
	const within = { ...defaultLimits, ...limits }
	const bytes = await bytesWithin(input.bytes, within.maxBytes)
	const kind = sniff(bytes, input.fileName)
	if (kind === 'xls') throw new TableRefusal('oldFormat')
	if (kind === 'encrypted') throw new TableRefusal('encrypted')
	if (kind === 'unknown') throw new TableRefusal('notATable')
	if (kind === 'geojson') yield* geojsonRows(bytes, within)
	else yield* kind === 'xlsx' ? xlsxRows(bytes, within) : csvRows(bytes, within)
}

async function bytesWithin(bytes: Buffer | string, limit: number): Promise<Buffer> {
	const size = typeof bytes === 'string' ? (await stat(bytes)).size : bytes.length
	if (size > limit) throw new TableRefusal('tooLarge')
	return typeof bytes === 'string' ? readFile(bytes) : bytes
}

export type TableKind = 'xlsx' | 'csv' | 'geojson' | 'xls' | 'encrypted' | 'unknown'

/** Tells by the bytes. The name has one say: plain text that calls itself a workbook is not what it says it is. */
export function sniff(bytes: Buffer, fileName = ''): TableKind {
	if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'xlsx'
	if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return oleKind(bytes)
	if (bytes.length === 0 || /\.(?:xlsx|xlsm|xlsb|xls|et|ods)$/i.test(fileName)) return 'unknown'
	if (/\.(?:geojson|json)$/i.test(fileName) && /^(?:\xef\xbb\xbf)?\s*\{/.test(bytes.subarray(0, 100).toString('latin1'))) return 'geojson'
	return looksLikeText(bytes) ? 'csv' : 'unknown'
}

/** A workbook with a password is the old container around an encrypted package; the names in it are UTF-16. */
function oleKind(bytes: Buffer): TableKind {
	const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
	if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'encrypted'
	return holds('Workbook') || holds('Book') ? 'xls' : 'unknown'
}

const MARKED_UTF16 = /^(?:\xff\xfe|\xfe\xff)/
/** Of files often sent in place of a table: PDF, pages, XML, scripts, RTF. */
const OTHER_TEXT = /^\s*(?:%PDF|<(?:!doctype|html|\?xml|table|meta)|#!|\{\\rtf)/i

function looksLikeText(bytes: Buffer): boolean {
	const start = bytes.subarray(0, 65_536)
	const latin = start.toString('latin1')
	if (MARKED_UTF16.test(latin)) return true
	if (OTHER_TEXT.test(latin.replace(/^\xef\xbb\xbf/, ''))) return false
	if (bytes.includes(0)) return false
	const controls = start.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length
	return controls <= start.length / 100
}
