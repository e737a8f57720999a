import { AlignmentType, TabStopType } from 'docx'
import { documentDate } from './chinese-numerals.ts'
import { blank, line, markLines, redLine, text, type Block, type Setting } from './document-blocks.ts'
import { characterPitch, millimetres, typeAreaWidth, widthInCharacters } from './document-geometry.ts'
import type { PartOf } from './document-parts.ts'
import { letterNumber } from './official-letter.ts'

export const heads: Readonly<Record<PartOf<'head'>['style'], (part: PartOf<'head'>, setting: Setting) => readonly Block[]>> = {
	document: documentHead,
	bulletin: bulletinHead,
	// Its mark stands in the head of the first page.
	letter: (part, setting) => letterNumber(part.number, setting),
	minutes: minutesHead,
}

function documentHead(part: PartOf<'head'>, setting: Setting): readonly Block[] {
	return [
		...markLines(part.mark, setting, millimetres(35), Math.min(84, Math.floor(840 / widthInCharacters(part.mark)))),
		blank(),
		blank(),
		line([text(setting, part.number)], { alignment: AlignmentType.CENTER, border: redLine }),
		blank(),
		blank(),
	]
}

/** 改革专报: red name, 第N期（总第M期）, office on the left and day on the right, red line. */
function bulletinHead(part: PartOf<'head'>, setting: Setting): readonly Block[] {
	const half = Math.min(124, Math.floor(760 / widthInCharacters(part.mark)))
	return [
		...markLines(part.mark, setting, millimetres(12), half, half / 2),
		blank(),
		line([text(setting, part.number)], { alignment: AlignmentType.CENTER }),
		blank(),
		...officeAndDay(part, setting),
		blank(),
	]
}

/** 10.3: the mark with its upper edge 35 mm below the type area's, as on a document; number, office and day as is usual. */
function minutesHead(part: PartOf<'head'>, setting: Setting): readonly Block[] {
	return [
		...markLines(part.mark, setting, millimetres(35), Math.min(84, Math.floor(840 / widthInCharacters(part.mark)))),
		blank(),
		line([text(setting, part.number)], { alignment: AlignmentType.CENTER }),
		...officeAndDay(part, setting),
		blank(),
	]
}

/** The office on the left and the day on the right, above the red line. */
function officeAndDay(part: PartOf<'head'>, setting: Setting): readonly Block[] {
	return [
		line([text(setting, part.issuer ?? ''), text(setting, `\t${part.issuedOn ? documentDate(part.issuedOn) : ''}`)], {
			tabStops: [{ type: TabStopType.RIGHT, position: typeAreaWidth - characterPitch }],
			// Not an indent of the paragraph: the red line would become as short as the text.
			indent: { firstLine: characterPitch },
			border: redLine,
		}),
	]
}
