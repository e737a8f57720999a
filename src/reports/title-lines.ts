import { widthInCharacters } from './document-geometry.ts'

/** 二号 on 156 mm: twenty characters fill a line; nineteen keep it off the edges. */
const WIDEST = 19

/**
 * Breaks a title by sense (7.3.1: no word is torn, several lines make a trapezoid or a diamond). Breaks given as \n
 * are kept. Left to itself a program would put 的通知 alone on the last line.
 */
export function titleLines(title: string, widest: number = WIDEST): readonly string[] {
	const given = title.split('\n').map((line) => line.trim()).filter(Boolean)
	if (given.length > 1) return given
	const text = given[0] ?? ''
	if (widthInCharacters(text) <= widest) return [text]
	return breakLines(text, widest)
}

function breakLines(text: string, widest: number): readonly string[] {
	const pieces = unbreakablePieces(text)
	const fewest = Math.ceil(widthInCharacters(text) / widest)
	for (let lines = fewest; lines <= fewest + 2; lines++) {
		const best = cheapestBreak(pieces, lines, widest)
		if (best) return best
	}
	return cut(text, widest)
}

/** Words by the dictionary in Node, then glued where a break would hurt the sense. */
function unbreakablePieces(text: string): readonly string[] {
	const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((word) => word.segment)
	const pieces: string[] = []
	for (const word of words) {
		const before = pieces.at(-1)
		if (before !== undefined && belongsTogether(before, word)) pieces[pieces.length - 1] = before + word
		else pieces.push(word)
	}
	return keepTailWhole(pieces)
}

function belongsTogether(before: string, word: string): boolean {
	return (
		/^[的了等性化及和与、，：；。）》〉”’〕%％]/u.test(word) ||
		/[（《〈“‘〔第]$/u.test(before) ||
		(/[0-9a-zA-Z]$/.test(before) && /^(?:[0-9a-zA-Z.%％—-]|年|月|日|号|批|个|项|期|次|届|届次|级)/u.test(word))
	)
}

/** The kind of paper (的通知, 的报告) stays with the words before it, so that the last line says something. */
function keepTailWhole(pieces: readonly string[]): readonly string[] {
	const rest = [...pieces]
	let tail = rest.pop() ?? ''
	while (rest.length > 1 && widthInCharacters(tail) < 6) tail = (rest.pop() ?? '') + tail
	return [...rest, tail]
}

function cheapestBreak(pieces: readonly string[], lines: number, widest: number): readonly string[] | undefined {
	let best: { readonly cost: number; readonly lines: readonly string[] } | undefined
	const target = widthInCharacters(pieces.join('')) / lines
	const walk = (from: number, made: readonly string[], cost: number): void => {
		if (best && cost >= best.cost) return
		if (made.length === lines - 1) {
			const last = pieces.slice(from).join('')
			if (last === '' || widthInCharacters(last) > widest) return
			const all = [...made, last]
			const total = cost + (widthInCharacters(last) - target) ** 2 + shapeCost(all)
			if (!best || total < best.cost) best = { cost: total, lines: all }
			return
		}
		for (let to = from + 1; to < pieces.length; to++) {
			const line = pieces.slice(from, to).join('')
			if (widthInCharacters(line) > widest) break
			// The place before 关于 is where a reader draws breath: the issuer, then the matter.
			const breath = pieces[to]?.startsWith('关于') ? -60 : 0
			walk(to, [...made, line], cost + (widthInCharacters(line) - target) ** 2 + breath)
		}
	}
	walk(0, [], 0)
	return best?.lines
}

/** An hourglass (long, short, long) is neither trapezoid nor diamond. */
function shapeCost(lines: readonly string[]): number {
	const widths = lines.map(widthInCharacters)
	return widths.some((width, index) => width < (widths[index - 1] ?? 0) && width < (widths[index + 1] ?? 0)) ? 80 : 0
}

function cut(text: string, widest: number): readonly string[] {
	const characters = [...text]
	const lines: string[] = []
	while (characters.length > 0) lines.push(characters.splice(0, Math.floor(widest)).join(''))
	return lines
}
