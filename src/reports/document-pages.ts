import {
	AlignmentType, BorderStyle, Footer, HeightRule, LineRuleType, PageNumber, PageOrientation, Paragraph, Table, TableAnchorType, TableCell,
	TableLayoutType, TableRow, TextDirection, TextRun, WidthType,
} from 'docx'
import { face, type Fonts } from './document-blocks.ts'
import { millimetres, page, sheet, size } from './document-geometry.ts'

/** 7.5: 四号宋体 with a dash on each side, outside the type area; odd pages right, even pages left, one character in. */
export function pageNumber(fonts: Fonts, side: 'left' | 'right'): Footer {
	return new Footer({
		children: [
			new Paragraph({
				alignment: AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
				indent: { [side]: 280 },
				children: [numberRun(fonts)],
			}),
		],
	})
}

function numberRun(fonts: Fonts): TextRun {
	return new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: size.fourth, font: face(fonts, 'song', fonts.song) })
}

/** A4 turned to landscape. Word takes the size of the paper upright and turns it. */
export const landscapePage = {
	size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
	margin: { top: sheet.top, right: sheet.right, bottom: sheet.bottom, left: sheet.left, footer: millimetres(12), header: 851 },
} as const

/** 8: on a turned page the number keeps its place, so it stands at the left edge, turned: odd pages at the foot, even pages at the head. */
export function landscapeNumbers(fonts: Fonts): { readonly default: Footer; readonly even: Footer } {
	return { default: turnedNumber(fonts, sheet.height - sheet.bottom - 280 - numberLength), even: turnedNumber(fonts, sheet.top + 280) }
}

const numberLength = millimetres(22)

function turnedNumber(fonts: Fonts, y: number): Footer {
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
	const cell = new TableCell({
		width: { size: 500, type: WidthType.DXA },
		textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
		margins: { left: 0, right: 0, top: 0, bottom: 0 },
		children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 }, children: [numberRun(fonts)] })],
	})
	return new Footer({
		children: [
			new Table({
				layout: TableLayoutType.FIXED,
				width: { size: 500, type: WidthType.DXA },
				columnWidths: [500],
				borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
				float: {
					horizontalAnchor: TableAnchorType.PAGE,
					absoluteHorizontalPosition: page.footer - 250,
					verticalAnchor: TableAnchorType.PAGE,
					absoluteVerticalPosition: y,
				},
				rows: [new TableRow({ height: { value: numberLength, rule: HeightRule.EXACT }, children: [cell] })],
			}),
			new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [] }),
		],
	})
}
