import { AlignmentType, Document, DocumentGridType, LineRuleType, Packer, Paragraph, RelativeHorizontalPosition, RelativeVerticalPosition, TableAnchorType, TabStopType, type ISectionOptions } from 'docx'
import { documentDate, headingNumber } from './chinese-numerals.ts'
import { blank, exactLine, face, firstLineIndent, line, small, smallLine, text, type Block, type Fonts, type Setting } from './document-blocks.ts'
import { characterPitch, fallbackFonts, linePitch, officialFonts, page, sheetWidth, size, typeAreaWidth, widthInCharacters, type Typeface } from './document-geometry.ts'
import { heads } from './document-heads.ts'
import { landscapeNumbers, landscapePage, pageNumber } from './document-pages.ts'
import type { DocumentPart, PartOf, DocumentOptions, HeadingLevel } from './document-parts.ts'
import { tableBlock, remarksBlock, ruledTable } from './document-tables.ts'
import { letterFooter, letterHeader } from './official-letter.ts'
import { titleLines } from './title-lines.ts'

/** Sets declared parts as a Word document in the format of GB/T 9704-2012. */
export async function officialDocument(parts: readonly DocumentPart[], options: DocumentOptions = {}): Promise<Buffer> {
	const setting: Setting = { fonts: options.fallbackFonts ? fallbackFonts : officialFonts, internal: options.internal, counts: [0, 0, 0, 0], width: typeAreaWidth }
	const title = parts.find((part) => part.kind === 'title' || part.kind === 'sheet')
	return Packer.toBuffer(
		new Document({
			title: (title?.kind === 'sheet' ? title.title : title?.text)?.replaceAll('\n', '') ?? '',
			creator: options.creator ?? '',
			evenAndOddHeaderAndFooters: true,
			styles: styles(setting.fonts),
			sections: inSections(parts).map((each) => (each[0]?.kind === 'sheet' ? landscape(each, setting) : portrait(each, setting))),
		}),
	)
}

/** A sheet turns the page: it and what follows are a section of their own. */
function inSections(parts: readonly DocumentPart[]): readonly (readonly DocumentPart[])[] {
	const sections: DocumentPart[][] = []
	for (const part of parts) {
		if (part.kind === 'sheet' || sections.length === 0) sections.push([])
		sections.at(-1)?.push(part)
	}
	return sections
}

// Not linesAndChars: LibreOffice would set about 18 characters a line.
const grid = { type: DocumentGridType.LINES, linePitch } as const

function portrait(parts: readonly DocumentPart[], setting: Setting): ISectionOptions {
	const head = parts.find((part) => part.kind === 'head')
	const isLetter = head?.style === 'letter'
	return {
		properties: {
			titlePage: isLetter,
			page: {
				size: { width: page.width, height: page.height },
				margin: { top: page.top, right: page.right, bottom: page.bottom, left: page.left, footer: page.footer, header: 851 },
			},
			grid,
		},
		...(isLetter ? { headers: { first: letterHeader(head.mark, setting) } } : {}),
		footers: {
			default: pageNumber(setting.fonts, 'right'),
			even: pageNumber(setting.fonts, 'left'),
			...(isLetter ? { first: letterFooter() } : {}),
		},
		children: setParts(parts, setting),
	}
}

function landscape(parts: readonly DocumentPart[], setting: Setting): ISectionOptions {
	return { properties: { page: landscapePage, grid }, footers: landscapeNumbers(setting.fonts), children: setParts(parts, { ...setting, width: sheetWidth }) }
}

function setParts(parts: readonly DocumentPart[], setting: Setting): Block[] {
	return parts.flatMap((part, index) => setPart(part, { ...setting, next: parts[index + 1]?.kind }))
}

const setters: { readonly [Kind in DocumentPart['kind']]: (part: PartOf<Kind>, setting: Setting) => readonly Block[] } = {
	head: (part, setting) => heads[part.style](part, setting),
	title: titleBlock,
	addressee: (part, setting) => [line([text(setting, endWith(part.text, '：'))])],
	heading: headingBlock,
	paragraph: (part, setting) => indented(part.text, setting),
	editorNote: (part, setting) => [
		line([text(setting, '编者按：', 'hei'), text(setting, part.text, 'kai')], firstLineIndent),
		blank(),
	],
	table: (part, setting) => [tableBlock(part, setting), blank()],
	attachments: attachmentBlock,
	signature: signatureBlock,
	note: (part, setting) => [line([text(setting, inBrackets(part.text))], firstLineIndent)],
	distribution: distributionBlock,
	remarks: remarksBlock,
	attendance: attendanceBlock,
	sheet: sheetBlock,
	endmatter: endmatterBlock,
}

function setPart(part: DocumentPart, setting: Setting): readonly Block[] {
	// The table pairs each kind with its own setter; TypeScript cannot see the pairing through the union.
	const set = setters[part.kind] as (part: DocumentPart, setting: Setting) => readonly Block[]
	return set(part, setting)
}

/** 10.3: one blank line below the text; the label in 黑体, names aligned under the first of them. */
function attendanceBlock({ present, absent, observers }: PartOf<'attendance'>, setting: Setting): readonly Block[] {
	const row = (label: string, names: string | undefined) =>
		names === undefined || names.trim() === '' ? [] : [line([text(setting, `${label}：`, 'hei'), text(setting, names)], { indent: { left: 5 * characterPitch, hanging: 3 * characterPitch }, keepLines: true })]
	return [blank(), ...row('出席', present), ...row('请假', absent), ...row('列席', observers)]
}

/** 7.3.7: 附件 and its number on the first line, the title centred on the third. */
function sheetBlock({ label, title }: PartOf<'sheet'>, setting: Setting): readonly Block[] {
	const heading = line([text(setting, title, 'title', { size: size.second, characterSpacing: 0 })], { alignment: AlignmentType.CENTER, keepNext: true })
	return [...(label === undefined ? [] : [line([text(setting, label, 'hei')]), blank()]), heading, blank()]
}

function titleBlock(part: PartOf<'title'>, setting: Setting): readonly Block[] {
	const lines = titleLines(part.text).map((words) =>
		line([text(setting, words, 'title', { size: size.second, characterSpacing: 0 })], {
			alignment: AlignmentType.CENTER,
			keepNext: true,
		}),
	)
	return [...lines, blank()]
}

function headingBlock(part: PartOf<'heading'>, setting: Setting): readonly Block[] {
	const faces: Readonly<Record<HeadingLevel, Typeface>> = { 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' }
	const count = countHeading(setting.counts, part.level)
	// Typed numbers, not Word's automatic ones: those are lost when an official copies a paragraph into another paper.
	const words = [text(setting, headingNumber(part.level, count) + part.text, faces[part.level])]
	if (part.runIn) words.push(text(setting, part.runIn))
	return [line(words, { ...firstLineIndent, style: `Heading${part.level}`, // A heading that is a whole sentence is text of its own.
	keepNext: !part.runIn && !/[。；]$/.test(part.text) })]
}

function countHeading(counts: Setting['counts'], level: HeadingLevel): number {
	counts[level - 1] = (counts[level - 1] ?? 0) + 1
	counts.fill(0, level)
	return counts[level - 1] ?? 1
}

function indented(words: string, setting: Setting): readonly Block[] {
	const paragraphs = words.split(/\r?\n/).filter((words) => words.trim() !== '')
	return paragraphs.map((words, index) =>
		line([text(setting, words)], {
			...firstLineIndent,
			keepNext: index === paragraphs.length - 1 && setting.next === 'signature',
		}),
	)
}

/** 7.3.4: one blank line, two characters in, wrapped lines under the first character of the name, no full stop. */
function attachmentBlock(part: PartOf<'attachments'>, setting: Setting): readonly Block[] {
	const single = part.names.length === 1
	const numberWidth = single ? 0 : part.names.length > 9 ? 1.5 : 1.1
	const nameAt = Math.round((5 + numberWidth) * characterPitch)
	const rows = part.names.map((name, index) => {
		const number = single ? '' : `${index + 1}.\t`
		return line([text(setting, (index === 0 ? '附件：' : '') + number + name.replace(/[。；，]$/, ''))], {
			indent: { left: nameAt, hanging: nameAt - (index === 0 ? 2 : 5) * characterPitch },
			tabStops: [{ type: TabStopType.LEFT, position: nameAt }],
			alignment: AlignmentType.LEFT,
			keepLines: true,
			keepNext: index === part.names.length - 1 && setting.next === 'signature',
		})
	})
	return [blank(), ...rows]
}

function signatureBlock(part: PartOf<'signature'>, setting: Setting): readonly Block[] {
	const date = documentDate(part.date)
	const at = (part.sealed ?? true ? sealedPlace : unsealedPlace)(setWidth(part.issuer), setWidth(date))
	const right = (words: string, indent: number, keepNext: boolean): Paragraph =>
		line([text(setting, words)], { alignment: AlignmentType.RIGHT, indent: { right: Math.round(indent * characterPitch) }, keepNext })
	const above = part.sealed ?? true ? [blank(true), blank(true)] : [blank(true)]
	return [...above, right(part.issuer, at.issuer, true), right(date, at.date, setting.next === 'note')]
}

/** Programs set a quarter of a character between Chinese and digits. */
function setWidth(words: string): number {
	return widthInCharacters(words) + 0.25 * (words.match(/\d(?=\p{Script=Han})|\p{Script=Han}(?=\d)/gu)?.length ?? 0)
}

/** 7.3.5.1: the date four characters in from the right, the issuer centred above it. */
function sealedPlace(issuer: number, date: number): { readonly issuer: number; readonly date: number } {
	const centred = 4 + (date - issuer) / 2
	return centred >= 0 ? { issuer: centred, date: 4 } : { issuer: 0, date: (issuer - date) / 2 }
}

/** 7.3.5.2: the issuer two characters in, the date beginning two characters further right; a longer date moves the issuer instead. */
function unsealedPlace(issuer: number, date: number): { readonly issuer: number; readonly date: number } {
	return issuer - date >= 2 ? { issuer: 2, date: issuer - date } : { issuer: 4 + date - issuer, date: 2 }
}

/** 报 superiors, 送 bodies of the same rank, 发 those below. */
function distributionBlock(part: PartOf<'distribution'>, setting: Setting): readonly Block[] {
	const groups = [['报：', part.report], ['送：', part.send], ['发：', part.copy]] as const
	const rows = groups.flatMap(([label, names]) =>
		names && names.length > 0
			? [smallLine([text(setting, label, 'hei', small), text(setting, `${names.join('，')}。`, 'body', small)], { indent: { left: 3 * 280, hanging: 2 * 280, right: 280 } })]
			: [],
	)
	return [blank(), ruledTable(rows.map((row) => [row]))]
}

/**
 * 版记 (7.4): its last line lies on the lower edge of the last page's type area, so it floats at the foot of
 * whatever page the text ends on. Whether that page is even, as printing on both sides wants, is for the office to
 * settle with the pages in hand.
 */
function endmatterBlock(part: PartOf<'endmatter'>, setting: Setting): readonly Block[] {
	const copied = part.copyTo
		? [smallLine([text(setting, `抄送：${endWith(part.copyTo, '。')}`, 'body', small)], { indent: { left: 4 * 280, hanging: 3 * 280, right: 280 } })]
		: []
	const printedBy = smallLine([text(setting, part.printedBy, 'body', small)], { indent: { left: 280 } })
	const printedOn = smallLine([text(setting, `${documentDate(part.printedOn)}印发`, 'body', small)], {
		alignment: AlignmentType.RIGHT,
		indent: { right: 280 },
	})
	return [
		ruledTable([...copied.map((paragraph) => [paragraph]), [printedBy, printedOn]], {
			horizontalAnchor: TableAnchorType.MARGIN,
			relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
			verticalAnchor: TableAnchorType.MARGIN,
			relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
		}),
		// What floats hangs on the paragraph that follows it; this one is as small as Word allows.
		new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [] }),
	]
}

function styles(fonts: Fonts): ConstructorParameters<typeof Document>[0]['styles'] {
	const heading = (level: HeadingLevel): { run: object; paragraph: object } => ({
		run: { font: face(fonts, level === 1 ? 'hei' : level === 2 ? 'kai' : 'body'), size: size.third, bold: false, color: '000000' },
		paragraph: { spacing: exactLine, outlineLevel: level - 1 },
	})
	return {
		// Without a Normal of 16 pt the hundredths of characters in indents are counted from another size.
		paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true, run: { size: size.third, font: face(fonts, 'body') } }],
		default: {
			document: { run: { size: size.third, font: face(fonts, 'body'), language: { eastAsia: 'zh-CN', value: 'en-US' } } },
			heading1: heading(1),
			heading2: heading(2),
			heading3: heading(3),
			heading4: heading(4),
		},
	}
}

function endWith(words: string, mark: string): string {
	return words.endsWith(mark) ? words : words.replace(/[：:。，；]$/, '') + mark
}

function inBrackets(words: string): string {
	return words.startsWith('（') ? words : `（${words}）`
}
