import {
	AlignmentType, BorderStyle, LineRuleType, Paragraph, Tab, TextRun, type IParagraphOptions, type IRunOptions, type Table,
} from 'docx'
import { characterSpacing, linePitch, red, rule, size, type Typeface } from './document-geometry.ts'

export type Fonts = Readonly<Record<Typeface, string>>
export type Block = Paragraph | Table
/** What every block is set with. */
export type Setting = {
	readonly fonts: Fonts
	readonly internal?: string | undefined
	/** How many headings of each level have been set since the last higher one; counted on as parts are set. */
	readonly counts: [number, number, number, number]
	/** The kind of the following part: a signature must not stand alone on a page (7.3.5.5 forbids 此页无正文). */
	readonly next?: string | undefined
	/** Twips across the type area: 156 mm, on a landscape sheet 225. */
	readonly width: number
}

export const exactLine = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
export const firstLineIndent = { indent: { firstLineChars: 200, firstLine: 640 } } as const

export function line(children: readonly TextRun[], options: Partial<IParagraphOptions> = {}): Paragraph {
	return new Paragraph({ alignment: AlignmentType.BOTH, spacing: exactLine, widowControl: false, children, ...options })
}

export function blank(keepNext = false): Paragraph {
	return line([], { keepNext })
}

export function text(setting: Setting, words: string, typeface: Typeface = 'body', options: Partial<IRunOptions> = {}): TextRun {
	const pieces = words.split('\t')
	const common = { font: face(setting.fonts, typeface), size: size.third, characterSpacing, ...options }
	if (pieces.length === 1) return new TextRun({ text: words, ...common })
	return new TextRun({ ...common, children: pieces.flatMap((piece, index) => (index === 0 ? [piece] : [new Tab(), piece])) })
}

export function face(fonts: Fonts, typeface: Typeface, latin = 'Times New Roman'): { ascii: string; hAnsi: string; cs: string; eastAsia: string } {
	return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: fonts[typeface] }
}

export const small = { size: size.fourth, characterSpacing: 0 } as const

export function smallLine(children: readonly TextRun[], options: Partial<IParagraphOptions>): Paragraph {
	return line(children, { alignment: AlignmentType.LEFT, keepLines: true, spacing: { line: 500, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, ...options })
}

/** 7.2.7: 4 mm below the number; 11 pt is 3.9 mm. */
export const redLine = { bottom: { style: BorderStyle.SINGLE, size: rule.red, color: red, space: 11 } } as const

/** 7.2.4: the upper edge of the mark lies a fixed way below the upper edge of the type area. */
export function markLines(mark: string, setting: Setting, fromTop: number, half: number, spread = 0): readonly Block[] {
	const lineHeight = Math.round(half * 10 * 1.3)
	const leading = Math.round((lineHeight - half * 10) / 2)
	const label = setting.internal ? [line([text(setting, setting.internal, 'hei')])] : []
	const before = Math.max(0, fromTop - leading - label.length * linePitch)
	const common = { size: half, color: red }
	return [
		...label,
		line(
			[
				text(setting, mark.slice(0, -1), 'title', { ...common, characterSpacing: Math.round(spread * 10) }),
				// Space behind the last character would push the mark off the middle.
				text(setting, mark.slice(-1), 'title', { ...common, characterSpacing: 0 }),
			],
			{ alignment: AlignmentType.CENTER, spacing: { before, after: 0, line: lineHeight, lineRule: LineRuleType.EXACT } },
		),
	]
}
