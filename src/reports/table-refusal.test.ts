import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import { TableRefusal } from './table-refusal.ts'
import { readTable, sniff, type ReadLimits } from './workbook-reader.ts'
import { writeWorkbook } from './workbook-writer.ts'
import { zipStream, type ZipEntry } from './zip-stream.ts'

const MEGABYTE = 1024 * 1024

describe('a file that would hurt to open', () => {
	let bomb: Buffer
	beforeAll(async () => {
		bomb = await archive([...bookParts, { name: 'xl/worksheets/sheet1.xml', bytes: zeros(300) }])
	})

	it('of 300 MB of zeros is refused by its directory, without unpacking', async () => {
		expect(bomb.length).toBeLessThan(MEGABYTE)
		await refusedLightly(bomb, 'zipBomb')
	})

	it('that hides its size in a lying header is refused while it unpacks', async () => {
		await refusedLightly(lying(bomb, 'xl/worksheets/sheet1.xml', 5000), 'zipBomb')
	})

	it('that keeps its bomb in the shared texts is refused too', async () => {
		const bomb = await archive([...bookParts, { name: 'xl/sharedStrings.xml', bytes: zeros(300) }])
		await refusedLightly(lying(bomb, 'xl/sharedStrings.xml', 5000), 'zipBomb')
	})

	it('with more entries than a workbook has is refused', async () => {
		await refused(await archive(Array.from({ length: 60 }, (_, index) => ({ name: `a${index}`, bytes: ['x'] }))), 'zipBomb', { maxEntries: 50 })
	})

	it('with a name that leads out of the archive is refused', async () => {
		await refused(await archive([...bookParts, { name: '../../etc/passwd', bytes: ['x'] }]), 'damaged')
	})

	it('with an archive inside is refused', async () => {
		await refused(await archive([...bookParts, { name: 'inner.zip', bytes: ['x'] }]), 'notATable')
	})

	it('with an encrypted entry is refused as encrypted', async () => {
		const book = await workbook()
		const directory = book.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
		book.writeUInt16LE(book.readUInt16LE(directory + 8) | 1, directory + 8)
		await refused(book, 'encrypted')
	})
})

describe('a file that is not a table', () => {
	it('is refused when it is empty', () => refused(Buffer.alloc(0), 'notATable'))
	it('is refused when a script calls itself xlsx', () => refused(Buffer.from('#!/bin/sh\nrm -rf /\n'), 'notATable'))
	it('is refused when plain text calls itself xlsx', () => refused(Buffer.from('a,b\n1,2\n'), 'notATable'))
	it('is refused when it is a page saved as xls', () => refused(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'notATable', {}, '导出.xls'))
	it('is refused when a PDF calls itself csv', () => refused(Buffer.from('%PDF-1.7\n1 0 obj'), 'notATable', {}, 'a.csv'))
	it('is refused when it is an archive of something else', async () => refused(await archive([{ name: 'word/document.xml', bytes: ['<w/>'] }]), 'notATable'))
	it('is refused with advice when it is an old xls', () => refused(ole('Workbook'), 'oldFormat', {}, '台账.xls'))
	it('is refused with advice when it has a password', () => refused(ole('EncryptedPackage'), 'encrypted'))

	it('is refused as damaged when it is cut short', async () => {
		const book = await workbook()
		await refused(book.subarray(0, book.length - 30), 'damaged')
		await refused(book.subarray(0, 200), 'damaged')
	})

	it('is refused as damaged when bytes within are changed', async () => {
		const book = await workbook()
		const sheet = book.indexOf('xl/worksheets/sheet1.xml') + 40
		book.fill(0xff, sheet, sheet + 60)
		await refused(book, 'damaged')
	})

	it('is told by its bytes, whatever its name', async () => {
		expect(sniff(await workbook(), '台账.csv')).toBe('xlsx')
		expect(sniff(Buffer.from('编号,名称\n1,甲\n'), '台账.csv')).toBe('csv')
		expect(sniff(ole('Workbook'), '台账.xlsx')).toBe('xls')
	})
})

describe('a table beyond the limits', () => {
	it('is refused by rows, columns, bytes and length of cells, saying which', async () => {
		const book = await workbook()
		await refused(book, 'tooManyRows', { maxRows: 2 })
		await refused(book, 'tooLarge', { maxColumns: 1 })
		await refused(book, 'tooLarge', { maxBytes: 100 })
		const refusal = await refused(book, 'tooLarge', { maxCellLength: 3 })
		expect(refusal.words.zh).toBe('第1行有单元格超过3个字符。请缩短后上传。')
	})
})

const bookParts: readonly ZipEntry[] = [
	{ name: '[Content_Types].xml', bytes: ['<Types/>'] },
	{ name: '_rels/.rels', bytes: ['<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'] },
	{ name: 'xl/workbook.xml', bytes: ['<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'] },
	{
		name: 'xl/_rels/workbook.xml.rels',
		bytes: ['<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'],
	},
	{ name: 'xl/worksheets/sheet0.xml', bytes: ['<worksheet/>'] },
]

function* zeros(megabytes: number): Generator<Uint8Array> {
	const block = new Uint8Array(MEGABYTE)
	for (let count = 0; count < megabytes; count++) yield block
}

async function archive(entries: readonly ZipEntry[]): Promise<Buffer> {
	const named = new Map(entries.map((entry) => [entry.name, entry]))
	if (named.has('xl/sharedStrings.xml')) named.set('xl/worksheets/sheet1.xml', { name: 'xl/worksheets/sheet1.xml', bytes: ['<worksheet/>'] })
	const chunks: Uint8Array[] = []
	for await (const chunk of zipStream(named.values())) chunks.push(chunk)
	return Buffer.concat(chunks)
}

/** Says in the directory that an entry is small. */
function lying(bytes: Buffer, name: string, claimed: number): Buffer {
	const forged = Buffer.from(bytes)
	const directory = forged.lastIndexOf(name) - 46
	expect(forged.readUInt32LE(directory)).toBe(0x02_01_4b_50)
	forged.writeUInt32LE(claimed, directory + 24)
	return forged
}

function ole(name: string): Buffer {
	return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(name, 'utf16le'), Buffer.alloc(512)])
}

function workbook(): Promise<Buffer> {
	const rows = Array.from({ length: 5 }, (_, index) => [`JY-2021-0000${index}`, '建议'])
	return buffer(writeWorkbook([{ name: '台账', columns: [{ heading: '编号编号', kind: 'text' }, { heading: '标题', kind: 'text' }], rows }]))
}

async function refused(bytes: Buffer, code: TableRefusal['code'], limits: Partial<ReadLimits> = {}, fileName = '台账.xlsx'): Promise<TableRefusal> {
	try {
		for await (const _ of readTable({ bytes, fileName }, limits)) continue
	} catch (refusal) {
		expect(refusal).toBeInstanceOf(TableRefusal)
		expect(refusal).toMatchObject({ code })
		return refusal as TableRefusal
	}
	throw new Error('the file was read')
}

/** Refused with little memory: what 300 MB unpacked would take is far above this. */
async function refusedLightly(bytes: Buffer, code: TableRefusal['code']): Promise<void> {
	const before = process.memoryUsage().rss
	await refused(bytes, code)
	expect(process.memoryUsage().rss - before).toBeLessThan(60 * MEGABYTE)
}
