import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { cellTooLong, TableRefusal, tooManyColumns } from './table-refusal.ts'
import type { ReadLimits, ReadRow } from './workbook-reader.ts'
import type { Cell, CellValue, SheetColumn } from './workbook-writer.ts'

/**
 * Text that a spreadsheet would run as a formula or a command begins so. `=cmd|…` in a citizen's suggestion must not
 * run on the desk of the official who opens the export.
 */
const DANGEROUS = /^[=+\-@\t\r]/
/** Our own apostrophe, and text that only looks as if it had one: both carry one more in the file than in the value. */
const PROTECTED = /^'+[=+\-@\t\r]/

/**
 * CSV in UTF-8 with a mark, so that Excel reads Chinese. With `forSpreadsheet`, text beginning = + - @ (or a tab or
 * return) gets an apostrophe before it; csvRows takes exactly that apostrophe away again, so importing an export
 * changes nothing, with or without the protection.
 */
export function writeCsv(
	rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
	columns: readonly Pick<SheetColumn, 'heading' | 'kind'>[],
	options: { readonly forSpreadsheet?: boolean } = {},
): Readable {
	return Readable.from(csvLines(rows, columns, options.forSpreadsheet ?? false), { objectMode: false })
}

async function* csvLines(rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>, columns: readonly Pick<SheetColumn, 'heading' | 'kind'>[], forSpreadsheet: boolean): AsyncGenerator<string, void, undefined> {
	const lineOf = (cells: readonly Cell[]): string => `${columns.map((column, index) => field(cells[index] ?? null, column.kind, forSpreadsheet)).join(',')}\r\n`
	let block = `\ufeff${columns.map((column) => quoted(guarded(column.heading, forSpreadsheet))).join(',')}\r\n`
	for await (const cells of rows) {
		block += lineOf(cells)
		if (block.length < 65_536) continue
		yield block
		block = ''
	}
	yield block
}

function field(cell: Cell, kind: SheetColumn['kind'], forSpreadsheet: boolean): string {
	const value: CellValue = typeof cell === 'object' && cell !== null && !(cell instanceof Date) ? cell.value : cell
	if (value === null) return ''
	if (typeof value === 'string') return quoted(guarded(value, forSpreadsheet))
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace('T', ' ').slice(0, kind === 'date' ? 10 : 19)
	return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

function guarded(text: string, forSpreadsheet: boolean): string {
	return PROTECTED.test(text) || (forSpreadsheet && DANGEROUS.test(text)) ? `'${text}` : text
}

function quoted(text: string): string {
	return /^\s|\s$|[",;\t\r\n\ufeff]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows of a CSV file. Every cell is text: what looks like a formula, a number or a day is for the importer to judge. */
export async function* csvRows(bytes: Buffer, limits: ReadLimits): AsyncGenerator<ReadRow, void, undefined> {
	const encoding = encodingOf(bytes)
	const { delimiter, fromLine } = dialectOf(decodeStart(bytes, encoding))
	const parser = parse({ delimiter, from_line: fromLine, relax_column_count: true, relax_quotes: true, max_record_size: limits.maxCellLength * limits.maxColumns })
	const source = Readable.from(decoded(bytes, encoding))
	source.on('error', (fault) => parser.destroy(fault)).pipe(parser)
	let rowNumber = fromLine - 1
	let count = 0
	try {
		for await (const record of parser as AsyncIterable<readonly string[]>) {
			rowNumber++
			const cells = trimmed(record.map((text) => (text === '' ? null : PROTECTED.test(text) ? text.slice(1) : text)))
			if (cells.length === 0) continue
			if (cells.length > limits.maxColumns) throw tooManyColumns(limits.maxColumns)
			if (cells.some((cell) => cell !== null && cell.length > limits.maxCellLength)) throw cellTooLong(rowNumber, limits.maxCellLength)
			if (++count > limits.maxRows) throw new TableRefusal('tooManyRows')
			yield { rowNumber, cells }
		}
	} catch (fault) {
		if (isUndecodable(fault)) throw new TableRefusal('badEncoding', undefined, fault)
		if (fault instanceof CsvError) throw new TableRefusal(fault.code === 'CSV_MAX_RECORD_SIZE' ? 'tooLarge' : 'damaged', undefined, fault)
		throw fault
	} finally {
		source.destroy()
		parser.destroy()
	}
}

function trimmed<T>(cells: readonly (T | null)[]): readonly (T | null)[] {
	let length = cells.length
	while (length > 0 && cells[length - 1] === null) length--
	return cells.slice(0, length)
}

/** By the mark at the beginning; else UTF-8 if the bytes can be that; else what Chinese Excel saves, GB18030. */
export function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
	return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

/** What a strict decoder throws at bytes that are not in its encoding. */
export function isUndecodable(fault: unknown): boolean {
	return fault instanceof TypeError && 'code' in fault && fault.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}

const PIECE = 65_536

function* decoded(bytes: Buffer, encoding: string): Generator<string, void, undefined> {
	const decoder = new TextDecoder(encoding, { fatal: true })
	for (let at = 0; at < bytes.length; at += PIECE) {
		const text = decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
		if (text !== '') yield text
	}
	const last = decoder.decode()
	if (last !== '') yield last
}

/** The beginning as text, not minding a character cut in two. */
function decodeStart(bytes: Buffer, encoding: string): string {
	return new TextDecoder(encoding).decode(bytes.subarray(0, PIECE), { stream: true })
}

/** Excel's first line sep=; names the delimiter; else the one that divides the first lines most evenly. */
function dialectOf(start: string): { readonly delimiter: string; readonly fromLine: number } {
	const named = /^sep=([,;\t])\r?\n/i.exec(start)
	if (named?.[1]) return { delimiter: named[1], fromLine: 2 }
	const lines = start.replace(/"(?:[^"]|"")*"/g, '""').split(/\r\n|\n|\r/).slice(0, 20).filter((line) => line !== '')
	const score = (delimiter: string): number => {
		const counts = lines.map((line) => line.split(delimiter).length - 1)
		const head = counts[0] ?? 0
		return head === 0 ? 0 : head + 100 * (counts.filter((count) => count === head).length / counts.length)
	}
	const best = [',', ';', '\t'].map((delimiter) => ({ delimiter, score: score(delimiter) })).sort((one, other) => other.score - one.score)[0]
	return { delimiter: best && best.score > 0 ? best.delimiter : ',', fromLine: 1 }
}
