import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodingOf, writeCsv } from './csv-table.ts'
import { readTable, type ReadCell } from './workbook-reader.ts'
import type { Cell } from './workbook-writer.ts'

const columns = [{ heading: '编号', kind: 'text' as const }, { heading: '标题', kind: 'text' as const }, { heading: '日期', kind: 'date' as const }]

describe('a CSV file', () => {
	it('written and read again is the same, with and without protection for spreadsheets', async () => {
		const text = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\u0000', '')),
			fc.constantFrom('=cmd|calc', '+1', '-1', '@x', "'=1", "''=1", "'普通", '"', 'a"b', ' 前', '\r', '\t=', '第一行\n第二行', '一，二,三;四'),
		)
		const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 10 })
		await fc.assert(
			fc.asyncProperty(rows, fc.boolean(), async (rows, forSpreadsheet) => {
				const bytes = await buffer(writeCsv(rows, columns, { forSpreadsheet }))
				expect((await read(bytes)).slice(1)).toEqual(rows.map(normal).filter((row) => row.length > 0))
			}),
			{ numRuns: 150 },
		)
	})

	it('for a spreadsheet has an apostrophe before what would run as a formula, but not before numbers', async () => {
		const csv = (await buffer(writeCsv([['=cmd|calc', '-5', null], ['普通', null, new Date('2021-03-08T00:00:00Z')]], columns, { forSpreadsheet: true }))).toString()
		expect(csv).toBe("\ufeff编号,标题,日期\r\n'=cmd|calc,'-5,\r\n普通,,2021-03-08\r\n")
		expect((await buffer(writeCsv([[-5]], columns.slice(0, 1), { forSpreadsheet: true }))).toString()).toContain('\r\n-5\r\n')
	})

	it('with formulas inside stays text', async () => {
		expect(await read(Buffer.from('a,b\n=1+1,@SUM(A1)\n+86 532,-3\n'))).toEqual([['a', 'b'], ['=1+1', '@SUM(A1)'], ['+86 532', '-3']])
	})

	it('is read in the encodings offices save', async () => {
		const rows = [['编号', '名称'], ['1', '环翠街道😀']]
		const text = '编号,名称\r\n1,环翠街道😀\r\n'
		const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
		for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()]) expect(await read(bytes)).toEqual(rows)
		// 编号,名称 / 1,环翠街道 as Excel for Chinese Windows saves it.
		const gb = Buffer.from('b1e0bac52cc3fbb3c60d0a312cbbb7b4e4bdd6b5c00d0a', 'hex')
		expect(encodingOf(gb)).toBe('gb18030')
		expect(await read(gb)).toEqual([['编号', '名称'], ['1', '环翠街道']])
	})

	it('in no known encoding is refused', async () => {
		await expect(read(Buffer.from('b1e0ffff2c0d0a', 'hex'))).rejects.toMatchObject({ code: 'badEncoding' })
	})

	it('divided by semicolons or tabs is read, also when Excel says so', async () => {
		expect(await read(Buffer.from('编号;标题\n1;一,二\n'))).toEqual([['编号', '标题'], ['1', '一,二']])
		expect(await read(Buffer.from('编号\t标题\n1\t一;二\n'))).toEqual([['编号', '标题'], ['1', '一;二']])
		expect(await read(Buffer.from('sep=;\r\n编号;标题\r\n'))).toEqual([['编号', '标题']])
	})

	it('whose quotation is never closed is refused as damaged', async () => {
		await expect(read(Buffer.from('a,b\n"1,2\n3,4\n'))).rejects.toMatchObject({ code: 'damaged' })
	})

	it('beyond the rows allowed is refused', async () => {
		await expect(read(Buffer.from('a\n'.repeat(11)), { maxRows: 10 })).rejects.toMatchObject({ code: 'tooManyRows' })
	})
})

async function read(bytes: Buffer, limits: { maxRows?: number } = {}): Promise<readonly (readonly ReadCell[])[]> {
	const rows: (readonly ReadCell[])[] = []
	for await (const row of readTable({ bytes, fileName: '台账.csv' }, limits)) rows.push(row.cells)
	return rows
}

function normal(cells: readonly Cell[]): readonly Cell[] {
	const values = cells.map((cell) => (cell === '' ? null : cell))
	while (values.length > 0 && values.at(-1) === null) values.pop()
	return values
}
