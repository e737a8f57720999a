import { Readable } from 'node:stream'
import { columnName, escapeMarkup, escapeText, serialOf } from './sheet-cells.ts'
import { zipStream, type ZipEntry } from './zip-stream.ts'

export type CellValue = string | number | boolean | Date | null

/** A value, or a value with a finding: a red (error) or amber (warning) ground, and a reason in the 问题 column. */
export type Cell = CellValue | { readonly value: CellValue; readonly mark: 'error' | 'warning'; readonly note?: string }

export type SheetColumn = {
	readonly heading: string
	/** In Latin characters, as Excel counts; a Chinese character is two. Taken from the heading when left out. */
	readonly width?: number
	/** Decides the look of the column. Text, also of digits, stays text: 18-digit numbers and leading zeros survive. */
	readonly kind: 'text' | 'number' | 'date' | 'datetime' | 'boolean'
	/** Choices offered in the cells below the heading. */
	readonly options?: readonly string[]
	/** Shown when a cell of the column is entered. */
	readonly note?: string
}

export type Sheet = {
	readonly name: string
	readonly columns: readonly SheetColumn[]
	readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
	/** Keep the heading in sight; on unless said otherwise. */
	readonly freeze?: boolean
	/** A line above the heading. The reader takes it for a row like any other. */
	readonly title?: string
	/** A sheet to print and pin up: ruled cells, the heading on every page, numbered pages; equal neighbours in these columns are one cell. */
	readonly ruled?: { readonly merged: readonly number[] }
	/** Adds a last column with the reasons noted on marked cells: the workbook a unit gets back to correct. */
	readonly problems?: boolean
}

/** The heading of the column in which an error workbook gives its reasons. */
export const problemsHeading = '问题 Problems'

const LAST_ROW = 1_048_576
const LONGEST_TEXT = 32_767

/** An xlsx file as a stream: rows are pulled one by one and none is kept. Text is never taken for a formula. */
export function writeWorkbook(sheets: readonly Sheet[]): Readable {
	const names = sheetNames(sheets)
	return Readable.from(zipStream(workbookEntries(sheets, names)), { objectMode: false })
}

function* workbookEntries(sheets: readonly Sheet[], names: readonly string[]): Generator<ZipEntry, void, undefined> {
	const lists = longLists(sheets)
	const count = sheets.length + (lists.length > 0 ? 1 : 0)
	yield { name: '[Content_Types].xml', bytes: [contentTypes(count)] }
	yield { name: '_rels/.rels', bytes: [rootRelations] }
	yield { name: 'xl/workbook.xml', bytes: [workbookXml(sheets, names, lists.length > 0)] }
	yield { name: 'xl/_rels/workbook.xml.rels', bytes: [workbookRelations(count)] }
	yield { name: 'xl/styles.xml', bytes: [stylesXml] }
	for (const [index, sheet] of sheets.entries()) yield { name: `xl/worksheets/sheet${index + 1}.xml`, bytes: inBlocks(sheetXml(sheet, index, lists)) }
	if (lists.length > 0) yield { name: `xl/worksheets/sheet${count}.xml`, bytes: inBlocks(listSheetXml(lists)) }
}

/** Rows are some hundred bytes; handing them on by the block spares the archive a call for each. */
async function* inBlocks(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string, void, undefined> {
	let block = ''
	for await (const piece of pieces) {
		block += piece
		if (block.length < 65_536) continue
		yield block
		block = ''
	}
	yield block
}

async function* sheetXml(sheet: Sheet, sheetIndex: number, lists: readonly LongList[]): AsyncGenerator<string, void, undefined> {
	const columns: readonly SheetColumn[] = sheet.problems ? [...sheet.columns, { heading: problemsHeading, kind: 'text', width: 50 }] : sheet.columns
	const headRow = sheet.title === undefined ? 1 : 2
	const letters = columns.map((_, index) => columnName(index))
	yield sheetStart(columns, headRow, sheet.freeze ?? true, sheetIndex === 0)
	if (sheet.title !== undefined) yield `<row r="1" ht="27" customHeight="1">${textCell('A1', sheet.title, sheet.ruled ? style.ruledTitle : style.title)}</row>`
	const headHeight = sheet.ruled ? ` ht="${ruledHeight(columns.map(({ heading }) => heading), columns, [])}" customHeight="1"` : ''
	yield `<row r="${headRow}"${headHeight}>${columns.map((column, index) => textCell(`${letters[index]}${headRow}`, column.heading, style.heading)).join('')}</row>`
	const runs = new Runs(sheet.ruled?.merged ?? [], headRow)
	let row = headRow
	for await (const cells of sheet.rows) {
		if (++row > LAST_ROW) throw new RangeError(`a sheet holds ${LAST_ROW} rows; split the export`)
		const shown = sheet.ruled ? runs.add(cells, row) : cells
		yield rowXml(sheet.problems ? withProblems(shown, sheet.columns) : shown, columns, letters, row, sheet.ruled)
	}
	yield '</sheetData>'
	if (sheet.ruled) yield mergesXml([...(sheet.title !== undefined && columns.length > 1 ? [`A1:${letters.at(-1)}1`] : []), ...runs.end(row)])
	else if (columns.length > 0) yield `<autoFilter ref="A${headRow}:${letters.at(-1)}${Math.max(row, headRow)}"/>`
	yield validationsXml(sheet, sheetIndex, headRow, lists)
	yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
	yield sheet.ruled ? '<headerFooter><oddFooter>&amp;C第&amp;P页 共&amp;N页</oddFooter></headerFooter></worksheet>' : '</worksheet>'
}

/** Equal neighbours below each other. A run ends where one further left ends: a category has its own groups. */
class Runs {
	readonly #columns: readonly number[]
	readonly #open: { readonly value: string; readonly from: number }[] = []
	readonly #done: string[] = []

	constructor(columns: readonly number[], headRow: number) {
		this.#columns = columns
		for (const _ of columns) this.#open.push({ value: '', from: headRow + 1 })
	}

	/** The cells of the next row, blank where they go on with the one above. */
	add(cells: readonly Cell[], row: number): readonly Cell[] {
		const shown = [...cells]
		let isBroken = false
		for (const [index, column] of this.#columns.entries()) {
			const value = String(cells[column] ?? '')
			const open = this.#open[index]
			isBroken ||= open?.value !== value || value === ''
			if (isBroken) {
				this.#close(index, row - 1)
				this.#open[index] = { value, from: row }
			} else shown[column] = null
		}
		return shown
	}

	/** The ranges to merge, the last row being `row`. */
	end(row: number): readonly string[] {
		for (const index of this.#columns.keys()) this.#close(index, row)
		return this.#done
	}

	#close(index: number, last: number): void {
		const from = this.#open[index]?.from ?? last
		const letter = columnName(this.#columns[index] ?? 0)
		if (last > from) this.#done.push(`${letter}${from}:${letter}${last}`)
	}
}

function mergesXml(ranges: readonly string[]): string {
	return ranges.length > 0 ? `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>` : ''
}

function sheetStart(columns: readonly SheetColumn[], headRow: number, freeze: boolean, selected: boolean): string {
	const pane = freeze ? `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>` : ''
	const widths = columns.map((column, index) => {
		const width = column.width ?? Math.min(60, Math.max(10, textWidth(column.heading) + 4))
		return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${columnStyle[column.kind]}" customWidth="1"/>`
	})
	return (
		`${xmlHead}<worksheet xmlns="${mainNamespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
		`<sheetViews><sheetView workbookViewId="0"${selected ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>` +
		`<sheetFormatPr defaultRowHeight="18"/>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`
	)
}

function rowXml(cells: readonly Cell[], columns: readonly SheetColumn[], letters: readonly string[], row: number, ruled: Sheet['ruled']): string {
	let xml = ruled ? `<row r="${row}" ht="${ruledHeight(cells, columns, ruled.merged)}" customHeight="1">` : `<row r="${row}">`
	for (let index = 0; index < cells.length; index++) {
		const cell = cells[index] ?? null
		const plain = ruled === undefined ? plainStyle : ruled.merged.includes(index) ? mergedStyle : ruledStyle
		xml += cellXml(cell, columns[index]?.kind, `${letters[index] ?? columnName(index)}${row}`, plain)
	}
	return `${xml}</row>`
}

function cellXml(cell: Cell, kind: SheetColumn['kind'] | undefined, at: string, plain: Look): string {
	const marked = typeof cell === 'object' && cell !== null && !(cell instanceof Date) ? cell : undefined
	const value = marked ? marked.value : (cell as CellValue)
	const look = marked ? markedStyle[marked.mark] : plain
	// An empty cell is drawn where it has a ground or a border.
	if (value === null) return marked || plain !== plainStyle ? `<c r="${at}" s="${look.text}"/>` : ''
	if (typeof value === 'string') return textCell(at, value, look.text)
	// Not the text format: LibreOffice would show 1 and 0.
	if (typeof value === 'boolean') return `<c r="${at}" s="${look.number}" t="b"><v>${value ? 1 : 0}</v></c>`
	if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${at}" s="${look.number}"><v>${value}</v></c>` : textCell(at, String(value), look.text)
	return dateCell(value, kind === 'date' ? look.date : look.datetime, look.text, at)
}

/** A day that Excel counts wrongly (before 1 March 1900) is written as text rather than a day off. */
function dateCell(date: Date, look: number, textLook: number, at: string): string {
	if (Number.isNaN(date.getTime())) return textCell(at, '', textLook)
	const serial = serialOf(date)
	return serial === undefined ? textCell(at, date.toISOString().slice(0, 10), textLook) : `<c r="${at}" s="${look}"><v>${serial}</v></c>`
}

function textCell(at: string, text: string, look: number): string {
	if (text.length > LONGEST_TEXT) throw new RangeError(`the text of cell ${at} is longer than the ${LONGEST_TEXT} characters a cell holds`)
	return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`
}

/** Points for the longest text of a row, wrapped; Excel grows a row by itself, other programs do not. A merged text has its rows below. */
function ruledHeight(cells: readonly Cell[], columns: readonly SheetColumn[], merged: readonly number[]): number {
	const lines = cells.map((cell, index) => (typeof cell === 'string' && !merged.includes(index) ? linesOf(cell, (columns[index]?.width ?? 10) - 1) : 1))
	return Math.min(409, 6 + 15 * Math.max(1, ...lines))
}

function linesOf(text: string, width: number): number {
	return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0)
}

function withProblems(cells: readonly Cell[], columns: readonly SheetColumn[]): readonly Cell[] {
	const reasons = cells.flatMap((cell, index) =>
		typeof cell === 'object' && cell !== null && !(cell instanceof Date) && cell.note ? [`${columns[index]?.heading ?? columnName(index)}：${cell.note}`] : [],
	)
	const padded = Array.from({ length: columns.length }, (_, index) => cells[index] ?? null)
	const text = reasons.join('\n').slice(0, LONGEST_TEXT)
	return [...padded, reasons.length > 0 ? { value: text, mark: 'error' } : null]
}

/** Choices longer than Excel's 255 characters stand in a hidden sheet, one column each. */
type LongList = { readonly sheet: number; readonly column: number; readonly options: readonly string[] }

function longLists(sheets: readonly Sheet[]): readonly LongList[] {
	return sheets.flatMap((sheet, index) =>
		sheet.columns.flatMap((column, at) => (column.options && !fitsInline(column.options) ? [{ sheet: index, column: at, options: column.options }] : [])),
	)
}

/** A comma would split one choice into two. */
function fitsInline(options: readonly string[]): boolean {
	return options.join(',').length <= 255 && options.every((option) => !/[,"\n]/.test(option) && option.trim() === option && option !== '')
}

function validationsXml(sheet: Sheet, sheetIndex: number, headRow: number, lists: readonly LongList[]): string {
	const validations = sheet.columns.flatMap((column, index) => {
		const options = column.options && column.options.length > 0 ? column.options : undefined
		if (!options && !column.note) return []
		const letter = columnName(index)
		const prompt = column.note ? ` showInputMessage="1" promptTitle="${escapeMarkup(column.heading.slice(0, 32))}" prompt="${escapeMarkup(column.note.slice(0, 255))}"` : ''
		const list = lists.findIndex((list) => list.sheet === sheetIndex && list.column === index)
		const source = list >= 0 ? `${listSheetName}!$${columnName(list)}$1:$${columnName(list)}$${options?.length ?? 1}` : `"${(options ?? []).join(',')}"`
		const choice = options ? ` type="list" showErrorMessage="1"` : ''
		return [`<dataValidation${choice} allowBlank="1"${prompt} sqref="${letter}${headRow + 1}:${letter}${LAST_ROW}">${options ? `<formula1>${escapeMarkup(source)}</formula1>` : ''}</dataValidation>`]
	})
	return validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>` : ''
}

const listSheetName = '_options'

function* listSheetXml(lists: readonly LongList[]): Generator<string, void, undefined> {
	yield `${xmlHead}<worksheet xmlns="${mainNamespace}"><sheetData>`
	const rows = Math.max(...lists.map((list) => list.options.length))
	for (let row = 1; row <= rows; row++) {
		const cells = lists.map((list, index) => (list.options[row - 1] === undefined ? '' : textCell(`${columnName(index)}${row}`, list.options[row - 1] ?? '', 0)))
		yield `<row r="${row}">${cells.join('')}</row>`
	}
	yield '</sheetData></worksheet>'
}

/** Excel allows 31 characters, none of : \ / ? * [ ], and no name twice. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
	if (sheets.length === 0) throw new RangeError('a workbook has at least one sheet')
	const taken = new Set([listSheetName])
	return sheets.map((sheet) => {
		// oxlint-disable-next-line no-control-regex -- XML cannot hold them
		const wanted = sheet.name.replace(/[\u0000-\u001f:\\/?*[\]]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31) || 'Sheet'
		let name = wanted
		for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted.slice(0, 27)} ${count}`
		taken.add(name.toLowerCase())
		return name
	})
}

function textWidth(text: string): number {
	let width = 0
	for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1
	return width
}

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Places in cellXfs below. */
const style = { heading: 1, title: 2, ruledTitle: 19 } as const
type Look = { readonly text: number; readonly number: number; readonly date: number; readonly datetime: number }
const plainStyle: Look = { text: 3, number: 0, date: 4, datetime: 5 }
const ruledStyle: Look = { text: 14, number: 15, date: 16, datetime: 17 }
const mergedStyle: Look = { text: 18, number: 18, date: 16, datetime: 17 }
const markedStyle = {
	error: { text: 6, number: 7, date: 8, datetime: 9 },
	warning: { text: 10, number: 11, date: 12, datetime: 13 },
} as const
/** What a person types below the last row takes the style of its column: text stays text. */
const columnStyle: Readonly<Record<SheetColumn['kind'], number>> = { text: 3, number: 0, date: 4, datetime: 5, boolean: 0 }

const stylesXml = `${xmlHead}<styleSheet xmlns="${mainNamespace}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><color rgb="FF0B4C73"/><name val="等线"/></font><font><b/><sz val="14"/><name val="等线"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCEBF4"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFBF3E1"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"><color rgb="FFB8D6E7"/></left><right style="thin"><color rgb="FFB8D6E7"/></right><top style="thin"><color rgb="FFB8D6E7"/></top><bottom style="thin"><color rgb="FFB8D6E7"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="20"><xf/>${[
	'<xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
	'<xf fontId="2" applyFont="1"/>',
	...[0, 3, 4].flatMap((fill) => (fill === 0 ? [49, 164, 165] : [49, 0, 164, 165]).map((format) => formatXml(format, fill))),
	ruledXml(49, 'left'),
	...[0, 164, 165, 49].map((format) => ruledXml(format, 'center')),
	'<xf fontId="2" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>',
].join('')}</cellXfs></styleSheet>`

function formatXml(format: number, fill: number): string {
	const wrap = format === 49 ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : '/>'
	return `<xf numFmtId="${format}" fillId="${fill}" applyNumberFormat="1" applyFill="${fill === 0 ? 0 : 1}"${wrap}`
}

function ruledXml(format: number, horizontal: 'left' | 'center'): string {
	return `<xf numFmtId="${format}" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`
}

const rootRelations = `${xmlHead}<Relationships xmlns="${packageNamespace}/relationships"><Relationship Id="rId1" Type="${relationNamespace}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function contentTypes(sheets: number): string {
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
	const parts = Array.from({ length: sheets }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`)
	return `${xmlHead}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts.join('')}</Types>`
}

function workbookXml(sheets: readonly Sheet[], names: readonly string[], hasLists: boolean): string {
	const entries = names.map((name, index) => `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
	// The heading, and the title above it, on every printed page.
	const repeated = sheets.flatMap((sheet, index) => (sheet.ruled ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeMarkup((names[index] ?? '').replaceAll("'", "''"))}'!$1:$${sheet.title === undefined ? 1 : 2}</definedName>`] : []))
	if (hasLists) entries.push(`<sheet name="${listSheetName}" sheetId="${sheets.length + 1}" state="hidden" r:id="rId${sheets.length + 1}"/>`)
	return `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${relationNamespace}"><sheets>${entries.join('')}</sheets>${repeated.length > 0 ? `<definedNames>${repeated.join('')}</definedNames>` : ''}</workbook>`
}

function workbookRelations(sheets: number): string {
	const entries = Array.from({ length: sheets }, (_, index) => `<Relationship Id="rId${index + 1}" Type="${relationNamespace}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
	return `${xmlHead}<Relationships xmlns="${packageNamespace}/relationships">${entries.join('')}<Relationship Id="rId${sheets + 1}" Type="${relationNamespace}/styles" Target="styles.xml"/></Relationships>`
}
