import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { openArchive } from './checked-archive.ts'
import { readTable, type ReadCell, type ReadLimits, type ReadRow } from './workbook-reader.ts'
import { problemsHeading, writeWorkbook, type Cell, type Sheet, type SheetColumn } from './workbook-writer.ts'
import { zipStream, type ZipEntry } from './zip-stream.ts'

const run = promisify(execFile)
// Calc may be missing where Writer is there.
const hasOffice = answers('localc', ['--version'])

describe('a workbook', () => {
	it('comes back as it was written, whatever the text', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { maxLength: 12 }), async (rows) => {
				const read = await readBack([{ name: '台账', columns: columns(6), rows }])
				expect(contents(read).slice(1)).toEqual(rows.map(normal).filter((row) => row.length > 0))
			}),
			{ numRuns: 150 },
		)
	})

	it('is read the same by a reader that is not ours', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(anyCell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), async (rows) => {
				const book = await readXlsx(await buffer(writeWorkbook([{ name: '台账', columns: columns(5), rows }])))
				const theirs = (book.sheets[0]?.rows ?? []).slice(1).map((row) => normal(row.map((cell) => cell as Cell)))
				expect(theirs.filter((row) => row.length > 0)).toEqual(rows.map(normal).filter((row) => row.length > 0))
			}),
			{ numRuns: 60 },
		)
	})

	it('keeps codes, leading zeros and eighteen digits as text and never makes a formula of text', async () => {
		const row = ['011502', '370282198001010011', '511Z07001006-511602000000-000', '=1+1', '@SUM(A1)', '第一行\n第二行', '_x0041_ \u0007 \r\n "引号" 😀']
		expect(contents(await readBack([{ name: '事项', columns: columns(7), rows: [row] }]))[1]).toEqual(row)
		const xml = await part(await buffer(writeWorkbook([{ name: '事项', columns: columns(7), rows: [row] }])), 'xl/worksheets/sheet1.xml')
		expect(xml).not.toContain('<f>')
	})

	it('writes days as days, and days that Excel counts wrongly as text', async () => {
		const rows = [[day('2021-03-08')], [day('1900-03-01')], [day('1900-02-28')], [day('1899-12-31')], [new Date('2021-12-31T23:59:59Z')]]
		const read = await readBack([{ name: '日期', columns: [{ heading: '日期', kind: 'date' }], rows }])
		expect(contents(read).slice(1)).toEqual([[day('2021-03-08')], [day('1900-03-01')], ['1900-02-28'], ['1899-12-31'], [new Date('2021-12-31T23:59:59Z')]])
	})

	it('gives an error workbook its red cells and its reasons', async () => {
		const rows: Cell[][] = [['环翠街道', { value: '十二', mark: 'error', note: '应为数字' }], ['蓝村镇', 12]]
		const sheet: Sheet = { name: '退回', columns: [{ heading: '单位', kind: 'text' }, { heading: '件数', kind: 'number' }], rows, problems: true }
		expect(contents(await readBack([sheet]))).toEqual([['单位', '件数', problemsHeading], ['环翠街道', '十二', '件数：应为数字'], ['蓝村镇', 12]])
		const book = await readXlsx(await buffer(writeWorkbook([sheet])), { readStyles: true })
		const ground = book.sheets[0]?.cells?.get('1,1')?.style?.fill
		expect(JSON.stringify(ground)).toContain('FFC7CE')
	})

	it('offers short choices in the cell, long ones through a hidden sheet that is not read', async () => {
		const long = Array.from({ length: 80 }, (_, index) => `第${index + 1}个牵头单位`)
		const bytes = await buffer(writeWorkbook([{ name: '清单', columns: [{ heading: '状态', kind: 'text', options: ['在办', '办结'] }, { heading: '单位', kind: 'text', options: long, note: '从列表选择' }], rows: [] }]))
		const xml = await part(bytes, 'xl/worksheets/sheet1.xml')
		expect(xml).toContain('<formula1>&quot;在办,办结&quot;</formula1>')
		expect(xml).toContain('<formula1>_options!$A$1:$A$80</formula1>')
		expect(xml).toContain('state="frozen"')
		expect(xml).toContain('<autoFilter ref="A1:B1"/>')
		expect(await part(bytes, 'xl/workbook.xml')).toContain('name="_options" sheetId="2" state="hidden"')
		expect(contents(await rowsOf(bytes))).toEqual([['状态', '单位']])
	})

	it('is ruled to be printed: a title over all, equal neighbours in one cell, the heading on every page', async () => {
		const rows = [['营商', '一', '甲'], ['营商', '一', '乙'], ['营商', '二', '丙'], ['基层', '二', '丁'], ['', '二', null], ['', '二', '己']]
		const bytes = await buffer(writeWorkbook([{ name: '台账', title: '2021年台账', columns: columns(3), rows, ruled: { merged: [0, 1] } }]))
		const xml = await part(bytes, 'xl/worksheets/sheet1.xml')
		expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, range]) => range).toSorted()).toEqual(['A1:C1', 'A3:A5', 'B3:B4'])
		expect(xml).toContain('orientation="landscape"')
		expect(xml).not.toContain('autoFilter')
		expect(await part(bytes, 'xl/workbook.xml')).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'台账'!$1:$2</definedName>`)
		// Read back, every row has its category again.
		expect(contents(await rowsOf(bytes)).slice(2)).toEqual([['营商', '一', '甲'], ['营商', '一', '乙'], ['营商', '二', '丙'], ['基层', '二', '丁'], [null, '二'], [null, '二', '己']])
	})

	it('has a second sheet, found by its name', async () => {
		const sheets: Sheet[] = [
			{ name: '台账', columns: [{ heading: '编号', kind: 'text' }], rows: [['JY-2021-00001']] },
			{ name: '说明', columns: [{ heading: '口径', kind: 'text' }], rows: [['截至2021年9月30日']] },
		]
		const bytes = await buffer(writeWorkbook(sheets))
		expect(contents(await rowsOf(bytes, { sheet: '说明' }))).toEqual([['口径'], ['截至2021年9月30日']])
		await expect(rowsOf(bytes, { sheet: '附表' })).rejects.toMatchObject({ code: 'notATable' })
	})

	it('stops pulling rows when its reader goes away', async () => {
		let pulled = 0
		let closed = false
		function* endless(): Generator<string[]> {
			try {
				for (;;) yield [`${pulled++}`, crypto.randomUUID()]
			} finally {
				closed = true
			}
		}
		const stream = writeWorkbook([{ name: '无尽', columns: columns(2), rows: endless() }])
		let bytes = 0
		for await (const chunk of stream) {
			bytes += (chunk as Buffer).length
			if (bytes > 100_000) break
		}
		if (!stream.closed) await new Promise((resolve) => stream.on('error', () => {}).once('close', resolve))
		expect(closed).toBe(true)
		expect(pulled).toBeLessThan(50_000)
	})

	it('passes on what went wrong in the rows', async () => {
		function* failing(): Generator<string[]> {
			yield ['一']
			throw new Error('the cursor was lost')
		}
		await expect(buffer(writeWorkbook([{ name: '断', columns: columns(1), rows: failing() }]))).rejects.toThrow('the cursor was lost')
	})

	it.skipIf(!hasOffice)('opens in LibreOffice with the same contents (needs soffice)', { timeout: 60_000 }, async () => {
		const folder = await mkdtemp(join(tmpdir(), 'workbook-'))
		try {
			const rows: Cell[][] = [['011502', 12.5, day('2021-03-08'), true], ['370282198001010011', -3, day('1949-10-01'), false], ['=1+1', 0, null, null], ['含“引号”，和\n换行', 1e6, null, null]]
			const sheet: Sheet = { name: '核对', columns: [{ heading: '编号', kind: 'text' }, { heading: '数', kind: 'number' }, { heading: '日期', kind: 'date' }, { heading: '是否', kind: 'boolean' }], rows }
			await writeFile(join(folder, 'check.xlsx'), await buffer(writeWorkbook([sheet])))
			await run('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', folder, join(folder, 'check.xlsx')])
			const csv = await readFile(join(folder, 'check.csv'))
			expect(contents(await rowsOf(csv, {}, 'check.csv'))).toEqual([
				['编号', '数', '日期', '是否'],
				['011502', '12.5', '2021-03-08', 'TRUE'],
				['370282198001010011', '-3', '1949-10-01', 'FALSE'],
				['=1+1', '0'],
				['含“引号”，和\n换行', '1000000'],
			])
		} finally {
			await rm(folder, { recursive: true, force: true })
		}
	})
})

describe('a workbook made by others', () => {
	const shared = '<sst><si><t>甲镇</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space="preserve">镇 </t></r><rPh sb="0" eb="1"><t>yǐ</t></rPh></si></sst>'
	const styles = '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="#,##0.00_);[Red]\\(#,##0.00\\)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>'

	it('tells its formulas, their errors, its hidden rows and its merged cells', async () => {
		const sheet =
			'<x:worksheet xmlns:x="m"><x:sheetData>' +
			'<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="C1" t="e"><x:f>Z9</x:f><x:v>#REF!</x:v></x:c></x:row>' +
			'<x:row r="2" hidden="1"><x:c r="B2" t="str"><x:f>T(A1)</x:f><x:v>甲&amp;乙</x:v></x:c><x:c r="C2" t="e"><x:v>#N/A</x:v></x:c></x:row>' +
			'<x:row r="4"><x:c r="A4" t="s"><x:v>1</x:v></x:c><x:c r="B4" s="1"><x:v>44263</x:v></x:c><x:c r="C4" s="2"><x:v>12.5</x:v></x:c><x:c r="XFD4" s="1"/></x:row>' +
			'</x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:A3"/></x:mergeCells></x:worksheet>'
		expect(await rowsOf(await foreign({ sheet, shared, styles }))).toEqual([
			{ rowNumber: 1, cells: ['甲镇', { formula: true, value: 2 }, { formula: true, value: null, error: '#REF!' }] },
			{ rowNumber: 2, hidden: true, filled: [0], cells: ['甲镇', { formula: true, value: '甲&乙' }, { formula: false, value: null, error: '#N/A' }] },
			{ rowNumber: 4, cells: ['乙镇 ', day('2021-03-08'), 12.5] },
		])
	})

	it('does not repeat a title over all columns', async () => {
		const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>台账</t></is></c></row><row r="2"><c r="B2"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:D1"/></mergeCells></worksheet>'
		expect(contents(await rowsOf(await foreign({ sheet, shared, styles })))).toEqual([['台账'], [null, 1]])
	})

	it('counts days from 1904 when it says so', async () => {
		const sheet = '<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>42801</v></c></row></sheetData></worksheet>'
		expect(contents(await rowsOf(await foreign({ sheet, shared, styles, workbookPr: '<workbookPr date1904="1"/>' })))).toEqual([[day('2021-03-08')]])
	})

	it('with a document type is refused, for entities grow', async () => {
		const sheet = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
		await expect(rowsOf(await foreign({ sheet, shared, styles }))).rejects.toMatchObject({ code: 'damaged' })
	})

	it('cut off within a row is refused as damaged', async () => {
		const sheet = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>'
		await expect(rowsOf(await foreign({ sheet, shared, styles }))).rejects.toMatchObject({ code: 'damaged' })
	})
})

/** A workbook as another program may write it. */
function foreign({ sheet, shared, styles, workbookPr = '' }: { sheet: string; shared: string; styles: string; workbookPr?: string }): Promise<Buffer> {
	const entries: Record<string, string> = {
		'[Content_Types].xml': '<Types/>',
		'_rels/.rels': '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
		'xl/workbook.xml': `<workbook xmlns:r="r">${workbookPr}<sheets><sheet name="隐藏" sheetId="1" state="hidden" r:id="rId1"/><sheet name="表" sheetId="2" r:id="rId2"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels':
			'<Relationships><Relationship Id="rId2" Type="http://x/worksheet" Target="worksheets/other.xml"/><Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="http://x/styles" Target="styles.xml"/></Relationships>',
		'xl/worksheets/other.xml': sheet,
		'xl/sharedStrings.xml': shared,
		'xl/styles.xml': styles,
	}
	return gathered(Object.entries(entries).map(([name, xml]) => ({ name, bytes: [xml] })))
}

async function gathered(entries: readonly ZipEntry[]): Promise<Buffer> {
	return Buffer.concat(await all(zipStream(entries)))
}

const hardText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.constantFrom('=1+1', '007', '_x000D_', ' 前后空格 ', '\t', '\r\n', '<&>"\'', ']]>', '\u0000', '\ufffe', '😀', '改'.repeat(32_767)),
)
const anyCell: fc.Arbitrary<string | number | boolean | Date | null> = fc.oneof(
	{ weight: 5, arbitrary: hardText },
	fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
	fc.integer(),
	fc.boolean(),
	fc.constant(null),
	fc.date({ min: day('1900-03-01'), max: day('9999-12-31'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
)

/** Empty text is nothing, as are empty cells at the end. */
function normal(cells: readonly (Cell | ReadCell)[]): readonly unknown[] {
	const values = cells.map((cell) => (cell === '' ? null : Object.is(cell, -0) ? 0 : cell))
	while (values.length > 0 && values.at(-1) === null) values.pop()
	return values
}

function columns(count: number): readonly SheetColumn[] {
	return Array.from({ length: count }, (_, index) => ({ heading: `第${index + 1}列`, kind: 'text' as const }))
}

function day(text: string): Date {
	return new Date(`${text}T00:00:00Z`)
}

async function readBack(sheets: readonly Sheet[]): Promise<readonly ReadRow[]> {
	return rowsOf(await buffer(writeWorkbook(sheets)))
}

async function rowsOf(bytes: Buffer, limits: Partial<ReadLimits> = {}, fileName = 'a.xlsx'): Promise<readonly ReadRow[]> {
	return all(readTable({ bytes, fileName }, limits))
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
	const items: T[] = []
	for await (const item of source) items.push(item)
	return items
}

function contents(rows: readonly ReadRow[]): readonly (readonly ReadCell[])[] {
	return rows.map((row) => row.cells)
}

async function part(bytes: Buffer, name: string): Promise<string> {
	const archive = await openArchive(bytes, { maxUnpackedBytes: 1e8, maxEntries: 100 })
	return Buffer.concat(await all(archive.read(name))).toString()
}

function answers(program: string, parameters: readonly string[]): boolean {
	try {
		execFileSync(program, parameters, { stdio: 'ignore' })
		return true
	} catch {
		return false
	}
}
