import { AlignmentType, BorderStyle, Footer, FrameAnchorType, Header, LineRuleType, Paragraph } from 'docx'
import { blank, line, text, type Block, type Setting } from './document-blocks.ts'
import { characterPitch, letter, linePitch, page, red, size, widthInCharacters } from './document-geometry.ts'

/** How far a line of 170 mm, centred on the page, reaches beyond the type area on each side. */
const beyond = { left: page.left - (page.width - letter.lineLength) / 2, right: page.right - (page.width - letter.lineLength) / 2 }
const acrossPage = { left: -Math.round(beyond.left), right: -Math.round(beyond.right) }

/** 10.1: the office in red, 30 mm below the edge, and 4 mm below it a double line, thick over thin. */
export function letterHeader(mark: string, setting: Setting): Header {
	const half = Math.min(72, Math.floor(900 / widthInCharacters(mark)))
	const lineHeight = Math.round(half * 10 * 1.3)
	const leading = Math.round((lineHeight - half * 10) / 2)
	return new Header({
		children: [
			line([text(setting, mark, 'title', { size: half, color: red, characterSpacing: 0 })], {
				alignment: AlignmentType.CENTER,
				indent: acrossPage,
				spacing: { before: letter.markTop - headerTop - leading, after: 0, line: lineHeight, lineRule: LineRuleType.EXACT },
				// 4 mm are 11.3 pt, of which the line below the letters already gives some.
				border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: red, space: Math.max(0, Math.round(11.3 - leading / 20)) } },
			}),
		],
	})
}

const headerTop = 851

/** 10.1: thin over thick, 20 mm above the lower edge; the first page shows no number. */
export function letterFooter(): Footer {
	return new Footer({
		children: [
			new Paragraph({
				indent: acrossPage,
				spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
				frame: { type: 'absolute', position: { x: Math.round((page.width - letter.lineLength) / 2), y: page.height - letter.footLine }, width: letter.lineLength, height: 20, anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE } },
				border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: red, space: 0 } },
				children: [],
			}),
			new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
		],
	})
}

/** The number at the right edge, 7/8 of a character below the first line; the title follows two lines below. */
export function letterNumber(number: string, setting: Setting): readonly Block[] {
	return [
		line([text(setting, number)], { alignment: AlignmentType.RIGHT, spacing: { before: Math.round((size.third * 10 * 7) / 8), after: 0, line: linePitch, lineRule: LineRuleType.EXACT }, indent: { right: characterPitch } }),
		blank(),
		blank(),
	]
}
