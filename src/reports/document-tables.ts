import { AlignmentType, BorderStyle, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType, type ITableFloatOptions } from 'docx'
import { documentDate } from './chinese-numerals.ts'
import { blank, line, text, type Block, type Setting } from './document-blocks.ts'
import { millimetres, rule, size, typeAreaWidth, widthInCharacters, type Typeface } from './document-geometry.ts'
import type { PartOf } from './document-parts.ts'

export function tableBlock(part: PartOf<'table'>, setting: Setting): Table {
	const widths = columnWidths(part, setting.width)
	const cell = (words: string, column: number, heading: boolean, merge?: Merge): TableCell =>
		new TableCell({
			...(merge === undefined ? {} : { verticalMerge: merge }),
			width: { size: widths[column] ?? 0, type: WidthType.DXA },
			verticalAlign: VerticalAlignTable.CENTER,
			margins: { left: 60, right: 60, top: 40, bottom: 40 },
			children: words.split('\n').map((words) => tableLine(setting, words, heading ? 'hei' : 'body', heading ? 'center' : part.columns[column]?.align ?? 'left')),
		})
	// 14.7: the head row is repeated on every page, no row is split.
	const row = (words: readonly string[], heading: boolean, above?: readonly string[]): TableRow =>
		new TableRow({
			tableHeader: heading,
			cantSplit: true,
			children: part.columns.map(({ merged }, column) => cell(words[column] ?? '', column, heading, merged && !heading ? (above?.[column] === words[column] ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART) : undefined)),
		})
	return new Table({
		layout: TableLayoutType.FIXED,
		alignment: AlignmentType.CENTER,
		width: { size: sum(widths), type: WidthType.DXA },
		columnWidths: [...widths],
		rows: [row(part.columns.map((column) => column.heading), true), ...part.rows.map((words, at) => row(words, false, part.rows[at - 1]))],
	})
}

type Merge = (typeof VerticalMergeType)[keyof typeof VerticalMergeType]

/** Shares the type area by the widths asked for, or by the longest text in each column, within reason. */
function columnWidths(part: PartOf<'table'>, across: number): readonly number[] {
	const wanted = part.columns.map(
		(column, index) =>
			column.width ??
			Math.min(20, Math.max(3, widthInCharacters(column.heading), ...part.rows.map((row) => widthInCharacters(row[index] ?? ''))) + 1),
	)
	return wanted.map((width) => Math.floor((width / sum(wanted)) * across))
}

function tableLine(setting: Setting, words: string, typeface: Typeface, align: 'left' | 'center' | 'right'): Paragraph {
	return new Paragraph({
		alignment: AlignmentType[align === 'left' ? 'LEFT' : align === 'right' ? 'RIGHT' : 'CENTER'],
		spacing: { line: 340, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
		children: [text(setting, words, typeface, { size: size.smallFourth, characterSpacing: 0 })],
	})
}

/** 批示栏: what leaders wrote, or room for them to write. */
export function remarksBlock(part: PartOf<'remarks'>, setting: Setting): readonly Block[] {
	const rows = part.rows.length > 0 ? part.rows : Array.from({ length: 3 }, () => ({ who: '', text: '', on: '' }))
	const widths = [Math.floor(typeAreaWidth * 0.22), Math.floor(typeAreaWidth * 0.56), Math.floor(typeAreaWidth * 0.22)]
	const cell = (words: string, column: number, typeface: Typeface, align: 'left' | 'center'): TableCell =>
		new TableCell({
			width: { size: widths[column] ?? 0, type: WidthType.DXA },
			verticalAlign: VerticalAlignTable.CENTER,
			margins: { left: 100, right: 100, top: 40, bottom: 40 },
			children: [tableLine(setting, words, typeface, align)],
		})
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: ['批示人', '批示内容', '批示日期'].map((words, column) => cell(words, column, 'hei', 'center')),
	})
	const body = rows.map(
		(row) =>
			new TableRow({
				cantSplit: true,
				height: { value: millimetres(18), rule: HeightRule.ATLEAST },
				children: [cell(row.who, 0, 'body', 'center'), cell(row.text, 1, 'kai', 'left'), cell(row.on && documentDate(row.on), 2, 'body', 'center')],
			}),
	)
	return [
		blank(true),
		line([text(setting, '领导批示', 'hei')], { alignment: AlignmentType.CENTER, keepNext: true }),
		new Table({ layout: TableLayoutType.FIXED, width: { size: sum(widths), type: WidthType.DXA }, columnWidths: widths, rows: [head, ...body] }),
	]
}

/** Lines across the whole type area, thick first and last, thin between; the text one character in on both sides (7.4.1, 7.4.2). */
export function ruledTable(rows: readonly (readonly Paragraph[])[], float?: ITableFloatOptions): Table {
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
	const left = Math.round(typeAreaWidth * 0.6)
	const cell = (paragraph: Paragraph, width: number, columnSpan: number): TableCell =>
		new TableCell({ width: { size: width, type: WidthType.DXA }, columnSpan, margins: { left: 0, right: 0 }, children: [paragraph] })
	const cells = ([first, second]: readonly Paragraph[]): readonly TableCell[] => {
		if (!first) return []
		return second ? [cell(first, left, 1), cell(second, typeAreaWidth - left, 1)] : [cell(first, typeAreaWidth, 2)]
	}
	return new Table({
		layout: TableLayoutType.FIXED,
		// Word takes the columns' widths. LibreOffice takes this one, and lets a table float only if 5 mm are left beside it.
		width: { size: typeAreaWidth - (float ? 300 : 0), type: WidthType.DXA },
		columnWidths: [left, typeAreaWidth - left],
		margins: { left: 0, right: 0 },
		borders: { top: border(rule.thick), bottom: border(rule.thick), insideHorizontal: border(rule.thin), left: none, right: none, insideVertical: none },
		...(float ? { float } : {}),
		rows: rows.map((row) => new TableRow({ cantSplit: true, children: cells(row) })),
	})
}

function border(thickness: number): { style: typeof BorderStyle.SINGLE; size: number; color: string } {
	return { style: BorderStyle.SINGLE, size: thickness, color: '000000' }
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0)
}
