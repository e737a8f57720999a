import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from './checked-archive.ts'
import { canPrint } from '#test/paper.ts'
import type { DocumentPart } from './document-parts.ts'
import { officialDocument } from './official-document.ts'

const run = promisify(execFile)

const words = '会议认为先评估后出让、承诺即开工的做法可行，要求把区域评估做在前面，把标准写进公告，把承诺写进合同。'
const letter: readonly DocumentPart[] = [
	{ kind: 'head', style: 'letter', mark: '中共青山区委改革办', number: '改办函〔2021〕12号' },
	{ kind: 'title', text: '工作提醒函' },
	{ kind: 'addressee', text: '区自然资源局' },
	...Array.from({ length: 12 }, (): DocumentPart => ({ kind: 'paragraph', text: words })),
	{ kind: 'signature', issuer: '中共青山区委改革办', date: '2021-03-22' },
]
const minutes: readonly DocumentPart[] = [
	{ kind: 'head', style: 'minutes', mark: '区委深改委会议纪要', number: '第6期', issuer: '区委改革办', issuedOn: '2021-03-22' },
	{ kind: 'title', text: '区委深改委第六次会议纪要' },
	{ kind: 'paragraph', text: words },
	{ kind: 'attendance', present: '区委书记、区长', absent: '统战部部长', observers: '' },
]
const list: readonly DocumentPart[] = [
	{ kind: 'sheet', label: '附件', title: '决定事项清单' },
	{ kind: 'table', columns: [{ heading: '序号', align: 'center', width: 3 }, { heading: '决定事项', width: 30 }], rows: Array.from({ length: 16 }, (_, row) => [String(row + 101), words]) },
]

describe('a letter (GB/T 9704 10.1)', () => {
	it('has its office in the head of the first page alone, and no number there', async () => {
		const xml = await part(letter, 'word/document.xml')
		expect(xml).toContain('<w:titlePg')
		const heads = await part(letter, 'word/header1.xml')
		expect(heads).toContain('中共青山区委改革办')
		expect(heads).toMatch(/<w:bottom w:val="thickThinSmallGap" w:color="C00000"/)
		const feet = await Promise.all(['word/footer1.xml', 'word/footer2.xml', 'word/footer3.xml'].map((name) => part(letter, name)))
		expect(feet.filter((foot) => foot.includes('PAGE'))).toHaveLength(2)
		expect(feet.find((foot) => !foot.includes('PAGE'))).toMatch(/<w:top w:val="thinThickSmallGap" w:color="C00000"/)
	})
})

describe('minutes (10.3)', () => {
	it('name who was there in 黑体, and leave out who was not', async () => {
		const xml = await part(minutes, 'word/document.xml')
		expect(xml).toContain('区委深改委会议纪')
		const labels = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*?>(出席：|请假：|列席：)<\/w:t><\/w:r>/gs)]
		expect(labels.map((match) => match[1])).toEqual(['出席：', '请假：'])
		for (const [run] of labels) expect(run).toContain('w:eastAsia="黑体"')
	})
})

describe('a landscape sheet (8)', () => {
	it('is a section of its own, after the letter it belongs to', async () => {
		const xml = await part([...letter, ...list], 'word/document.xml')
		expect([...xml.matchAll(/<w:pgSz [^>]*>/g)].map((match) => match[0].includes('landscape'))).toEqual([false, true])
		expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
	})
})

describe.skipIf(!canPrint)('on paper (needs soffice, poppler and a Chinese font)', { timeout: 120_000 }, () => {
	let folder: string
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'letter-'))
		for (const [name, parts] of [['letter', letter], ['list', list]] as const) await writeFile(join(folder, `${name}.docx`), await officialDocument(parts))
		await run('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'letter.docx'), join(folder, 'list.docx')])
	}, 120_000)
	afterAll(() => rm(folder, { recursive: true, force: true }))

	it('the mark is 30 mm from the edge, and the red lines are 170 mm long, the lower one 20 mm from the foot', async () => {
		await run('pdftoppm', ['-r', '100', '-f', '1', '-l', '1', join(folder, 'letter.pdf'), join(folder, 'letter')])
		const red = redRows(await readFile(join(folder, 'letter-1.ppm')))
		expect(Math.abs((red[0]?.y ?? 0) - 30)).toBeLessThan(1)
		const lines = red.filter(({ left, right, count }) => count > 600 && right - left > 160)
		for (const { left, right } of lines) expect([Math.round(left), Math.round(right)]).toEqual([20, 190])
		const [upper, lower] = [lines.filter(({ y }) => y < 150), lines.filter(({ y }) => y > 150)]
		const markFoot = red.filter(({ y, count }) => y < (upper[0]?.y ?? 0) && count < 600).at(-1)?.y ?? 0
		expect(Math.abs((upper[0]?.y ?? 0) - markFoot - 4)).toBeLessThan(1)
		expect(Math.abs((lower[0]?.y ?? 0) - 277)).toBeLessThan(1)
	})

	it('a turned page keeps its number at the left edge: odd ones at the foot, even ones at the head', async () => {
		const { stdout } = await run('pdftotext', ['-bbox', join(folder, 'list.pdf'), '-'])
		const pages = stdout.split('<page ').slice(1)
		expect(pages.length).toBeGreaterThan(1)
		for (const [index, page] of pages.entries()) {
			expect(page).toMatch(/^width="841\.\d+" height="595\.\d+"/)
			const [, x = '', y = ''] = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${index + 1}</word>`).exec(page) ?? []
			expect(millimetresOf(x)).toBeLessThan(35)
			expect(millimetresOf(y) > 105).toBe(index % 2 === 0)
		}
	})
})

const millimetresOf = (points: string) => (Number(points) / 72) * 25.4

/** The rows of a picture of 100 dots an inch that hold red, in millimetres from the upper edge. */
function redRows(picture: Buffer): { y: number; left: number; right: number; count: number }[] {
	const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1')) ?? ['']
	const at = (x: number, y: number) => head.length + 3 * (y * Number(width) + x)
	const isRed = (place: number) => (picture[place] ?? 0) > 150 && (picture[place + 1] ?? 0) < 110 && (picture[place + 2] ?? 0) < 110
	return Array.from({ length: Number(height) }, (_, y) => {
		const found = Array.from({ length: Number(width) }, (_unused, x) => x).filter((x) => isRed(at(x, y)))
		return { y: y * 0.254, left: (found[0] ?? 0) * 0.254, right: (found.at(-1) ?? 0) * 0.254, count: found.length }
	}).filter(({ count }) => count > 0)
}

async function part(parts: readonly DocumentPart[], name: string): Promise<string> {
	const archive = await openArchive(await officialDocument(parts), { maxUnpackedBytes: 1e7, maxEntries: 100 })
	const chunks: Buffer[] = []
	for await (const chunk of archive.read(name)) chunks.push(chunk)
	return Buffer.concat(chunks).toString()
}
