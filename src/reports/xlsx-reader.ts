import { openArchive, type CheckedArchive } from './checked-archive.ts'
import { columnIndex, dateOf, unescapeText } from './sheet-cells.ts'
import { cellTooLong, TableRefusal, tooManyColumns } from './table-refusal.ts'
import type { ReadCell, ReadLimits, ReadRow } from './workbook-reader.ts'
import { isUndecodable } from './csv-table.ts'
import { attribute, XmlFault, XmlScanner, type XmlHandler } from './xml-scanner.ts'

/**
 * Rows of one sheet, in two passes: the first unpacks the sheet to count its real bytes and to find the merged cells,
 * which the format keeps behind the rows; the second gives the rows, no faster than they are taken.
 */
export async function* xlsxRows(bytes: Buffer, limits: ReadLimits): AsyncGenerator<ReadRow, void, undefined> {
	const archive = await openArchive(bytes, limits)
	const book = await readBook(archive, limits.sheet)
	const texts = await readSharedTexts(archive, book.sharedTexts)
	const dateStyles = await readDateStyles(archive, book.styles)
	const merges = await readMerges(archive, book.sheet)
	const sheet = new SheetRows(texts, dateStyles, book.since1904, limits)
	const fill = new FillDown(merges)
	let count = 0
	for await (const row of sheet.read(archive, book.sheet)) {
		const filled = fill.apply(row)
		if (filled.cells.every((cell) => cell === null)) continue
		if (++count > limits.maxRows) throw new TableRefusal('tooManyRows')
		yield filled
	}
}

type Book = {
	readonly sheet: string
	readonly sharedTexts?: string | undefined
	readonly styles?: string | undefined
	/** Workbooks begun on old Macintoshes count days from 1904. */
	readonly since1904: boolean
}

/** Finds the parts by their relations: WPS and others do not always call them sheet1.xml. */
async function readBook(archive: CheckedArchive, wanted: string | undefined): Promise<Book> {
	if (!archive.has('[Content_Types].xml') || !archive.has('_rels/.rels')) throw new TableRefusal('notATable')
	const root = await relations(archive, '_rels/.rels', '')
	const workbook = root.find((relation) => relation.type === 'officeDocument')?.target
	if (workbook?.endsWith('.bin')) throw new TableRefusal('oldFormat')
	if (!workbook || !workbook.endsWith('.xml') || !archive.has(workbook)) throw new TableRefusal('notATable')
	const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
	const parts = await relations(archive, `${folder}_rels/${workbook.slice(folder.length)}.rels`, folder)
	const sheets: { name: string; relation: string; hidden: boolean }[] = []
	let since1904 = false
	await scan(archive, workbook, {
		open: (name, attributes) => {
			if (name === 'workbookPr') since1904 = isTrue(attribute(attributes, 'date1904'))
			if (name === 'sheet') sheets.push({ name: attribute(attributes, 'name') ?? '', relation: attribute(attributes, 'id') ?? '', hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible' })
		},
		text: () => {},
		close: () => {},
	})
	const sheet = wanted === undefined ? sheets.find((sheet) => !sheet.hidden) : sheets.find((sheet) => sheet.name === wanted)
	const target = parts.find((part) => part.id === sheet?.relation && part.type === 'worksheet')?.target
	if (!target || !archive.has(target)) throw new TableRefusal('notATable')
	return {
		sheet: target,
		sharedTexts: parts.find((part) => part.type === 'sharedStrings')?.target,
		styles: parts.find((part) => part.type === 'styles')?.target,
		since1904,
	}
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

async function relations(archive: CheckedArchive, name: string, folder: string): Promise<readonly Relation[]> {
	const found: Relation[] = []
	await scan(archive, name, {
		open: (tag, attributes) => {
			if (tag !== 'Relationship') return
			const target = attribute(attributes, 'Target') ?? ''
			found.push({
				id: attribute(attributes, 'Id') ?? '',
				type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
				target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
			})
		},
		text: () => {},
		close: () => {},
	})
	return found
}

async function readSharedTexts(archive: CheckedArchive, name: string | undefined): Promise<readonly string[]> {
	const texts: string[] = []
	if (!name || !archive.has(name)) return texts
	const reading = new TextReading()
	await scan(archive, name, {
		open: (tag) => {
			if (tag === 'si') reading.begin()
			else reading.open(tag)
		},
		text: (text) => reading.text(text),
		close: (tag) => {
			if (tag === 'si') texts.push(reading.end())
			else reading.close(tag)
		},
	})
	return texts
}

/** Gathers <t>, alone or in runs <r>; the readings of characters (<rPh>) are not part of the text. */
class TextReading {
	#words = ''
	#inText = false
	#phonetic = 0

	begin(): void {
		this.#words = ''
	}

	open(tag: string): void {
		if (tag === 'rPh') this.#phonetic++
		else if (tag === 't') this.#inText = this.#phonetic === 0
	}

	text(text: string): void {
		if (this.#inText) this.#words += text
	}

	close(tag: string): void {
		if (tag === 'rPh') this.#phonetic--
		else if (tag === 't') this.#inText = false
	}

	end(): string {
		return unescapeText(this.#words)
	}
}

/** Which cell styles show a number as a day. */
async function readDateStyles(archive: CheckedArchive, name: string | undefined): Promise<readonly boolean[]> {
	const styles: boolean[] = []
	if (!name || !archive.has(name)) return styles
	const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
	let inCells = false
	await scan(archive, name, {
		open: (tag, attributes) => {
			if (tag === 'numFmt' && isDateFormat(attribute(attributes, 'formatCode') ?? '')) dateFormats.add(Number(attribute(attributes, 'numFmtId')))
			if (tag === 'cellXfs') inCells = true
			if (tag === 'xf' && inCells) styles.push(dateFormats.has(Number(attribute(attributes, 'numFmtId') ?? '0')))
		},
		text: () => {},
		close: (tag) => {
			if (tag === 'cellXfs') inCells = false
		},
	})
	return styles
}

/** A format with a year or a day in it outside quotes, brackets and escapes, or with a month named 月. Times alone stay numbers. */
export function isDateFormat(format: string): boolean {
	const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')
	return /[yd]/i.test(bare) || /m.*月/i.test(format)
}

type Merge = { readonly column: number; readonly from: number; readonly to: number }

const MOST_MERGES = 100_000

async function readMerges(archive: CheckedArchive, name: string): Promise<readonly Merge[]> {
	const merges: Merge[] = []
	let rest = ''
	for await (const chunk of archive.read(name)) {
		const xml = rest + chunk.toString('latin1')
		let end = 0
		for (let at = xml.indexOf('mergeCell '); at >= 0; at = xml.indexOf('mergeCell ', end)) {
			const close = xml.indexOf('>', at)
			if (close < 0) break
			end = close
			const match = /ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/.exec(xml.slice(at, close))
			if (match) merges.push({ column: columnIndex(match[1] ?? ''), from: Number(match[2]), to: Number(match[3]) })
		}
		if (merges.length > MOST_MERGES) throw new TableRefusal('damaged')
		rest = xml.slice(Math.max(end, xml.length - 200))
	}
	return merges.filter((merge) => merge.to > merge.from).sort((one, other) => one.from - other.from)
}

/**
 * Only the first cell of a merged block holds the value. It is repeated down the block's first column, as a reader of
 * the sheet sees it; not across, or a title over all columns would look like a full row.
 */
class FillDown {
	readonly #merges: readonly Merge[]
	#next = 0
	#open: { readonly merge: Merge; value: ReadCell }[] = []

	constructor(merges: readonly Merge[]) {
		this.#merges = merges
	}

	apply(row: ReadRow): ReadRow {
		const { rowNumber } = row
		this.#open = this.#open.filter(({ merge }) => merge.to >= rowNumber)
		const cells = [...row.cells]
		const hasOwn = cells.some((cell) => cell !== null)
		const filled: number[] = []
		for (const { merge, value } of this.#open) {
			if (value === null || !hasOwn || (cells[merge.column] ?? null) !== null) continue
			while (cells.length <= merge.column) cells.push(null)
			cells[merge.column] = value
			filled.push(merge.column)
		}
		for (let merge = this.#merges[this.#next]; merge && merge.from <= rowNumber; merge = this.#merges[++this.#next]) {
			if (merge.to > rowNumber || merge.from === rowNumber) this.#open.push({ merge, value: merge.from === rowNumber ? (cells[merge.column] ?? null) : null })
		}
		return filled.length > 0 ? { ...row, cells, filled } : row
	}
}

/** The rows of a sheet's XML. */
class SheetRows {
	readonly #texts: readonly string[]
	readonly #dateStyles: readonly boolean[]
	readonly #since1904: boolean
	readonly #limits: ReadLimits
	#ready: ReadRow[] = []
	#rowNumber = 0
	#hidden = false
	#cells: ReadCell[] = []
	#column = 0
	#type = ''
	#isDate = false
	#formula = false
	#value = ''
	#inValue = false
	#inRow = false
	readonly #inline = new TextReading()

	constructor(texts: readonly string[], dateStyles: readonly boolean[], since1904: boolean, limits: ReadLimits) {
		this.#texts = texts
		this.#dateStyles = dateStyles
		this.#since1904 = since1904
		this.#limits = limits
	}

	async *read(archive: CheckedArchive, name: string): AsyncGenerator<ReadRow, void, undefined> {
		const handler: XmlHandler = {
			open: (tag, attributes) => this.#open(tag, attributes),
			text: (text) => this.#text(text),
			close: (tag) => this.#close(tag),
		}
		for await (const _ of scanning(archive, name, handler)) {
			const rows = this.#ready
			this.#ready = []
			yield* rows
		}
	}

	#open(tag: string, attributes: string): void {
		if (tag === 'row') {
			this.#rowNumber = Number(attribute(attributes, 'r') ?? this.#rowNumber + 1)
			if (!Number.isInteger(this.#rowNumber) || this.#rowNumber < 1) throw new TableRefusal('damaged')
			this.#hidden = isTrue(attribute(attributes, 'hidden')) || attribute(attributes, 'ht') === '0'
			this.#cells = []
			this.#column = -1
			this.#inRow = true
		} else if (tag === 'c' && this.#inRow) {
			const reference = attribute(attributes, 'r')
			this.#column = reference === undefined ? this.#column + 1 : columnIndex(reference)
			this.#type = attribute(attributes, 't') ?? 'n'
			this.#isDate = this.#dateStyles[Number(attribute(attributes, 's') ?? '0')] ?? false
			this.#formula = false
			this.#value = ''
			this.#inline.begin()
		} else if (tag === 'v') this.#inValue = this.#inRow
		else if (tag === 'f') this.#formula = true
		else this.#inline.open(tag)
	}

	#text(text: string): void {
		if (this.#inValue) this.#value += text
		else this.#inline.text(text)
	}

	#close(tag: string): void {
		if (tag === 'v') this.#inValue = false
		else if (tag === 'c' && this.#inRow) this.#endCell()
		else if (tag === 'row') {
			this.#inRow = false
			this.#ready.push({ rowNumber: this.#rowNumber, cells: this.#cells, ...(this.#hidden ? { hidden: true } : {}) })
		} else this.#inline.close(tag)
	}

	#endCell(): void {
		const cell = this.#cell()
		if (cell === null) return
		// Not before: styled but empty cells often run to the last column of the sheet.
		if (this.#column < 0 || this.#column >= this.#limits.maxColumns) throw tooManyColumns(this.#limits.maxColumns)
		if (typeof cell === 'string' && cell.length > this.#limits.maxCellLength) throw cellTooLong(this.#rowNumber, this.#limits.maxCellLength)
		while (this.#cells.length < this.#column) this.#cells.push(null)
		this.#cells[this.#column] = cell
	}

	#cell(): ReadCell {
		if (this.#type === 'e') return { formula: this.#formula, value: null, error: this.#value || '#ERROR!' }
		const value = this.#plain()
		return this.#formula ? { formula: true, value } : value
	}

	#plain(): string | number | boolean | Date | null {
		if (this.#type === 's') return this.#texts[Number(this.#value)] || null
		if (this.#type === 'inlineStr') return this.#inline.end() || null
		if (this.#type === 'str') return unescapeText(this.#value) || null
		if (this.#type === 'b') return this.#value === '' ? null : isTrue(this.#value)
		if (this.#type === 'd') return isoDate(this.#value)
		if (this.#value.trim() === '') return null
		const number = Number(this.#value)
		if (Number.isNaN(number)) throw new TableRefusal('damaged')
		return this.#isDate ? (dateOf(number, this.#since1904) ?? number) : number
	}
}

function isoDate(text: string): Date | string | null {
	const date = new Date(/[Zz]|[+-]\d\d:\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`)
	return Number.isNaN(date.getTime()) ? text || null : date
}

function isTrue(value: string | undefined): boolean {
	return value === '1' || value === 'true'
}

async function scan(archive: CheckedArchive, name: string, handler: XmlHandler): Promise<void> {
	for await (const _ of scanning(archive, name, handler)) continue
}

/** Feeds an entry to the handler and pauses after every piece, so that what was read can be taken before more is. */
async function* scanning(archive: CheckedArchive, name: string, handler: XmlHandler): AsyncGenerator<void, void, undefined> {
	const scanner = new XmlScanner(handler)
	const decoder = new TextDecoder('utf-8', { fatal: true })
	try {
		for await (const chunk of archive.read(name)) {
			scanner.feed(decoder.decode(chunk, { stream: true }))
			yield
		}
		scanner.feed(decoder.decode())
		scanner.finish()
	} catch (fault) {
		if (fault instanceof TableRefusal) throw fault
		if (fault instanceof XmlFault || isUndecodable(fault)) throw new TableRefusal('damaged', undefined, fault)
		throw fault
	}
	yield
}
