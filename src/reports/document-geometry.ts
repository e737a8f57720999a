/** GB/T 9704-2012 in twips and half-points: what the page measures, and which fonts it is set in. */

const TWIPS_PER_MILLIMETRE = 1440 / 25.4

export function millimetres(value: number): number {
	return Math.round(value * TWIPS_PER_MILLIMETRE)
}

/**
 * 5.2.1: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. The right margin is 25.7 and not 26 mm: with 26 the 28th
 * character, and with 25.8 the 26th of an indented line, falls to the next line by rounding.
 */
export const page = {
	width: 11_906,
	height: 16_838,
	top: millimetres(37),
	left: millimetres(28),
	right: millimetres(25.7),
	bottom: millimetres(35),
	footer: millimetres(25),
} as const

export const typeAreaWidth = page.width - page.left - page.right

/**
 * A landscape sheet is the same page turned a quarter clockwise (8): the head of a table lies where the binding or cutting side was,
 * and the page number stays where it is on the other pages, at the left edge and turned.
 */
export const sheet = { width: page.height, height: page.width, top: page.left, right: page.top, bottom: page.right, left: page.bottom } as const
export const sheetWidth = sheet.width - sheet.left - sheet.right

/** 10.1, 信函: the mark 30 mm below the edge of the page, lines 170 mm long, the lower one 20 mm above its lower edge. */
export const letter = { markTop: millimetres(30), lineLength: millimetres(170), footLine: millimetres(20) } as const

/** 22 lines in 225 mm are 579.9 twips; 580 leaves room for 21 only, because programs round up. */
export const linePitch = 579

/** Sizes are half-points, as Word counts: 二号 22 pt is 44. */
export const size = { second: 44, third: 32, fourth: 28, smallFourth: 24, fifth: 21 } as const

/** 28 characters in 156 mm: 三号 is 16 pt, set 0.2 pt tighter. */
export const characterSpacing = -4
export const characterPitch = 316

/** 7.4.1: the first and last line of the 版记 are thick, the others thin. In eighths of a point. */
export const rule = { thick: 8, thin: 6, red: 12 } as const

/** 6.2: Y 80 %, M 80 % of red, as screens show it. */
export const red = 'C00000'

export type Typeface = 'body' | 'kai' | 'hei' | 'title' | 'song'

/** The official faces. They are licensed: the office has them, we cannot ship them. */
export const officialFonts: Readonly<Record<Typeface, string>> = {
	body: '仿宋_GB2312',
	kai: '楷体_GB2312',
	hei: '黑体',
	title: '方正小标宋简体',
	song: '宋体',
}

/** Faces found on machines without the licensed ones; the look then differs, lines and characters a page do not. */
export const fallbackFonts: Readonly<Record<Typeface, string>> = {
	body: '仿宋',
	kai: '楷体',
	hei: '黑体',
	title: '思源宋体 Heavy',
	song: '宋体',
}

/** Shown beside a preview made with the fallback faces. */
export const fallbackFontWarning = {
	zh: '本机未使用公文专用字体，字形与正式文件不同；每页22行、每行28字的版式不变。',
	en: 'The official fonts are not in use here: letters look different, the 22 lines of 28 characters stay the same.',
} as const

/** Width of a text in Chinese characters: Latin letters and digits count half. */
export function widthInCharacters(text: string): number {
	let halves = 0
	for (const character of text) halves += isWide(character) ? 2 : 1
	return halves / 2
}

function isWide(character: string): boolean {
	const code = character.codePointAt(0) ?? 0
	return code >= 0x1100 && !(code >= 0x2000 && code <= 0x2013)
}
