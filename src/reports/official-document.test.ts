import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openArchive } from './checked-archive.ts'
import { chineseNumeral, documentDate } from './chinese-numerals.ts'
import { widthInCharacters } from './document-geometry.ts'
import { canPrint } from '#test/paper.ts'
import type { DocumentPart } from './document-parts.ts'
import { officialDocument } from './official-document.ts'
import { titleLines } from './title-lines.ts'

const run = promisify(execFile)

const notice: readonly DocumentPart[] = [
	{ kind: 'head', style: 'document', mark: '青山区全面深化改革委员会文件', number: '青改发〔2021〕3号' },
	{ kind: 'title', text: '关于印发《2021年全面深化改革工作要点》的通知' },
	{ kind: 'addressee', text: '各镇街，区直各部门' },
	{ kind: 'paragraph', text: '经研究，现将有关事项通知如下。' },
	{ kind: 'heading', level: 1, text: '总体要求' },
	{ kind: 'heading', level: 2, text: '目标' },
	{ kind: 'heading', level: 2, text: '原则' },
	{ kind: 'heading', level: 3, text: '问题导向' },
	{ kind: 'heading', level: 4, text: '找准堵点' },
	{ kind: 'heading', level: 4, text: '逐一销号' },
	{ kind: 'heading', level: 1, text: '重点任务' },
	{ kind: 'heading', level: 2, text: '审批改革。', runIn: '压减材料。' },
	{ kind: 'heading', level: 3, text: '重新编号' },
	{ kind: 'table', columns: [{ heading: '序号', align: 'center' }, { heading: '任务' }], rows: [['1', '一窗受理']] },
	{ kind: 'attachments', names: ['任务分解表', '联系人名单。'] },
	{ kind: 'signature', issuer: '青山区全面深化改革委员会', date: '2021-03-08' },
	{ kind: 'note', text: '此件公开发布' },
	{ kind: 'endmatter', copyTo: '区委办公室，区政府办公室', printedBy: '区委改革办', printedOn: '2021-03-09' },
]

const bulletin: readonly DocumentPart[] = [
	{ kind: 'head', style: 'bulletin', mark: '改革专报', number: '第12期（总第86期）', issuer: '区委改革办', issuedOn: '2021-03-08' },
	{ kind: 'title', text: '关于建立志愿服务\n回馈嘉许制度的建议' },
	{ kind: 'editorNote', text: '现予刊发，供参阅。' },
	{ kind: 'paragraph', text: '第一段。\n第二段。' },
	{ kind: 'distribution', report: ['区委书记', '区长'], send: [], copy: ['各镇街'] },
	{ kind: 'remarks', rows: [] },
]

describe('an official document', () => {
	it('has the page, the grid and the exact line of GB/T 9704-2012', async () => {
		const xml = await documentXml(notice)
		expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
		expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1457" w:bottom="1984" w:left="1587" w:header="\d+" w:footer="1417"/)
		expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/)
		expect(xml).toContain('w:line="579" w:lineRule="exact"')
		expect(xml).toMatch(/<w:ind [^>]*w:firstLineChars="200"/)
		expect(xml).not.toContain('linesAndChars')
	})

	it('sets the text in 三号 仿宋, first headings in 黑体, second in 楷体, the title in 小标宋', async () => {
		const xml = await documentXml(notice)
		expect(runOf(xml, '经研究')).toContain('w:eastAsia="仿宋_GB2312"')
		expect(runOf(xml, '经研究')).toMatch(/<w:spacing w:val="-4"\/>.*<w:sz w:val="32"\/>/)
		expect(runOf(xml, '一、总体要求')).toContain('w:eastAsia="黑体"')
		expect(runOf(xml, '（一）目标')).toContain('w:eastAsia="楷体_GB2312"')
		expect(runOf(xml, '1. 问题导向')).toContain('w:eastAsia="仿宋_GB2312"')
		expect(runOf(xml, '工作要点》的通知')).toMatch(/w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/)
		expect(runOf(xml, '青山区全面深化改革委员会文')).toContain('<w:color w:val="C00000"/>')
	})

	it('uses faces found everywhere when asked to', async () => {
		const xml = await documentXml(notice, { fallbackFonts: true })
		expect(xml).not.toContain('GB2312')
		expect(runOf(xml, '经研究')).toContain('w:eastAsia="仿宋"')
	})

	it('keeps its parts in order and numbers its headings, beginning again under each higher one', async () => {
		expect(await lines(notice)).toEqual([
			'青山区全面深化改革委员会文件', '青改发〔2021〕3号', ...titleLines('关于印发《2021年全面深化改革工作要点》的通知'), '各镇街，区直各部门：', '经研究，现将有关事项通知如下。',
			'一、总体要求', '（一）目标', '（二）原则', '1. 问题导向', '（1）找准堵点', '（2）逐一销号',
			'二、重点任务', '（一）审批改革。压减材料。', '1. 重新编号',
			'序号', '任务', '1', '一窗受理',
			'附件：1.任务分解表', '2.联系人名单', '青山区全面深化改革委员会', '2021年3月8日', '（此件公开发布）',
			'抄送：区委办公室，区政府办公室。', '区委改革办', '2021年3月9日印发',
		])
	})

	it('draws the red line under the number, and 版记 lines of 0.35 and 0.25 mm at the foot of the page', async () => {
		const xml = await documentXml(notice)
		expect(paragraphOf(xml, '青改发')).toMatch(/<w:bottom w:val="single" w:color="C00000"/)
		const end = xml.slice(xml.lastIndexOf('<w:tbl>'))
		expect(end).toMatch(/<w:tblpPr[^>]*w:tblpYSpec="bottom"[^>]*w:vertAnchor="margin"/)
		expect(end).toMatch(/<w:top w:val="single" w:color="000000" w:sz="8"\/>.*<w:insideH w:val="single" w:color="000000" w:sz="6"\/>/)
	})

	it('repeats the head row of a table and splits no row', async () => {
		const xml = await documentXml(notice)
		expect(xml).toContain('<w:tblHeader/>')
		expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(4)
	})

	it('as a bulletin has issue, office, day, distribution and empty boxes for instructions', async () => {
		const shown = await lines(bulletin, { internal: '内部资料 注意保存' })
		expect(shown).toEqual([
			'内部资料 注意保存', '改革专报', '第12期（总第86期）', '区委改革办2021年3月8日', '关于建立志愿服务', '回馈嘉许制度的建议',
			'编者按：现予刊发，供参阅。', '第一段。', '第二段。', '报：区委书记，区长。', '发：各镇街。', '领导批示', '批示人', '批示内容', '批示日期',
		])
		expect((await documentXml(bulletin)).match(/<w:trHeight /g)).toHaveLength(3)
	})

	it('has page numbers outside the text, right on odd pages and left on even ones', async () => {
		const archive = await open(await officialDocument(notice))
		expect(await read(archive, 'word/settings.xml')).toContain('<w:evenAndOddHeaders')
		const feet = [await read(archive, 'word/footer1.xml'), await read(archive, 'word/footer2.xml')]
		expect(feet.map((foot) => /<w:ind w:(left|right)="280"/.exec(foot)?.[1])).toEqual(['right', 'left'])
		expect(feet[0]).toContain('— ')
		expect(feet[0]).toContain('PAGE')
	})

	it.skipIf(!canPrint)('sets 22 lines of 28 characters on a page (needs soffice, poppler and a Chinese font)', { timeout: 60_000 }, async () => {
		const folder = await mkdtemp(join(tmpdir(), 'document-'))
		try {
			const text = '改革创新发展落实督导服务群众满意提升效能优化环境推动工作取得实际成效'.repeat(60).slice(0, 28 * 60 - 2)
			await writeFile(join(folder, 'full.docx'), await officialDocument([{ kind: 'paragraph', text }]))
			await run('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'full.docx')])
			const { stdout } = await run('pdftotext', ['-layout', '-f', '1', '-l', '2', join(folder, 'full.pdf'), '-'])
			const pages = stdout.split('\f').slice(0, 2).map((page) => page.split('\n').map((line) => line.replaceAll(' ', '')).filter((line) => line !== '' && !/^—\d+—$/.test(line)))
			expect(pages.map((page) => page.length)).toEqual([22, 22])
			expect(pages[0]?.map((line) => line.length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)])
			expect(pages[1]?.every((line) => line.length === 28)).toBe(true)
		} finally {
			await rm(folder, { recursive: true, force: true })
		}
	})
})

describe('a title', () => {
	it('is broken by sense, never leaving 的通知 alone', () => {
		expect(titleLines('关于建立志愿服务回馈嘉许制度的建议')).toEqual(['关于建立志愿服务回馈嘉许制度的建议'])
		expect(titleLines('临澜县科学技术局关于下达2026年度第二批县级科技计划项目的通知')).toEqual(['临澜县科学技术局关于下达2026年度', '第二批县级科技计划项目的通知'])
	})

	it('loses nothing, fits the line and ends with more than the kind of paper', () => {
		const word = fc.constantFrom('关于', '深化', '改革', '工作', '任务', '2021年', '《要点》', '和', '推进', '服务', '（试行）', '区委改革办')
		fc.assert(
			fc.property(fc.array(word, { minLength: 2, maxLength: 20 }), fc.constantFrom('的通知', '的实施意见', '的报告'), (words, tail) => {
				const text = words.join('') + tail
				const lines = titleLines(text)
				expect(lines.join('')).toBe(text)
				for (const line of lines) expect(widthInCharacters(line)).toBeLessThanOrEqual(19)
				expect(widthInCharacters(lines.at(-1) ?? '')).toBeGreaterThanOrEqual(Math.min(6, widthInCharacters(text)))
			}),
		)
	})
})

describe('numbers in words', () => {
	it('are those of headings and days', () => {
		expect([1, 10, 11, 20, 21, 100, 103, 110, 1001].map(chineseNumeral)).toEqual(['一', '十', '十一', '二十', '二十一', '一百', '一百零三', '一百一十', '一千零一'])
		expect(documentDate('2021-03-08')).toBe('2021年3月8日')
		expect(() => documentDate('2021/3/8')).toThrow(RangeError)
	})
})

type Archive = Awaited<ReturnType<typeof open>>

function open(bytes: Buffer): ReturnType<typeof openArchive> {
	return openArchive(bytes, { maxUnpackedBytes: 1e7, maxEntries: 100 })
}

async function read(archive: Archive, name: string): Promise<string> {
	const chunks: Buffer[] = []
	for await (const chunk of archive.read(name)) chunks.push(chunk)
	return Buffer.concat(chunks).toString()
}

async function documentXml(parts: readonly DocumentPart[], options = {}): Promise<string> {
	return read(await open(await officialDocument(parts, options)), 'word/document.xml')
}

async function lines(parts: readonly DocumentPart[], options = {}): Promise<readonly string[]> {
	const paragraphs = (await documentXml(parts, options)).match(/<w:p>.*?<\/w:p>/gs) ?? []
	return paragraphs.map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')).filter((text) => text !== '')
}

function paragraphOf(xml: string, words: string): string {
	return xml.match(/<w:p>.*?<\/w:p>/gs)?.find((paragraph) => paragraph.includes(words)) ?? ''
}

function runOf(xml: string, words: string): string {
	return xml.match(/<w:r>.*?<\/w:r>/gs)?.find((run) => run.includes(words)) ?? ''
}
