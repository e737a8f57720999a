const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 … 9999 as officials number headings: 十, 二十一, 一百零三. */
export function chineseNumeral(value: number): string {
	if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no heading is numbered ${value}`)
	const places = ['', '十', '百', '千']
	const digits = [...String(value)].map(Number)
	let words = ''
	let zeroPending = false
	digits.forEach((digit, index) => {
		if (digit === 0) {
			zeroPending = words !== ''
			return
		}
		words += (zeroPending ? '零' : '') + DIGITS[digit] + places[digits.length - 1 - index]
		zeroPending = false
	})
	return words.replace(/^一十/, '十')
}

/** 7.3.3: first level 一、 second （一） third 1. fourth （1）. */
export function headingNumber(level: 1 | 2 | 3 | 4, count: number): string {
	if (level === 1) return `${chineseNumeral(count)}、`
	if (level === 2) return `（${chineseNumeral(count)}）`
	return level === 3 ? `${count}. ` : `（${count}）`
}

/** 7.3.5.5: Arabic digits, whole year, no leading zeros: 2021-03-08 is 2021年3月8日. */
export function documentDate(day: string): string {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
	if (!match) throw new RangeError(`a day is written yyyy-mm-dd, not "${day}"`)
	return `${match[1]}年${Number(match[2])}月${Number(match[3])}日`
}
