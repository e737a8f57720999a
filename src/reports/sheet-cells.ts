/** What a sheet's XML says about one cell: how text is kept, where it stands, what its number means as a day. */

/**
 * Text for a <t> element. XML cannot hold most control characters, so Excel writes them as _x0007_; text that looks
 * like such an escape has its underscore escaped. A carriage return is written so too, or XML would read it as \n.
 */
export function escapeText(text: string): string {
	return escapeMarkup(
		text
			.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
			// oxlint-disable-next-line no-control-regex -- these are the characters XML 1.0 leaves out
			.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
	)
}

/** The inverse of escapeText, after the markup has been read. */
export function unescapeText(text: string): string {
	if (!text.includes('_x')) return text
	return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

export function escapeMarkup(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
	let name = ''
	for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name
	return name
}

/** C7 → 2. */
export function columnIndex(reference: string): number {
	let index = 0
	for (let at = 0; at < reference.length; at++) {
		const code = reference.charCodeAt(at) & ~32
		if (code < 65 || code > 90) break
		index = index * 26 + code - 64
	}
	return index - 1
}

const DAY = 86_400_000
/** Serial 0 after the leap day of 1900 that never was (Excel counts one, as Lotus did). */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** 1 March 1900: before it serials of Excel and the calendar disagree by a day. */
const FIRST_SAFE_SERIAL = 61
/** 31 December 9999, the last day Excel shows. */
const LAST_SERIAL = 2_958_466

/**
 * A date cell holds a wall clock without a zone; we keep it in the UTC fields of a Date, as the day was written.
 * Undefined for days that Excel does not count truly; those are written as text.
 */
export function serialOf(date: Date): number | undefined {
	const serial = (date.getTime() - EPOCH_1900) / DAY
	return serial >= FIRST_SAFE_SERIAL && serial < LAST_SERIAL ? serial : undefined
}

export function dateOf(serial: number, since1904: boolean): Date | undefined {
	if (since1904) return serial >= 0 && serial < LAST_SERIAL ? rounded(EPOCH_1904 + serial * DAY) : undefined
	return serial >= FIRST_SAFE_SERIAL && serial < LAST_SERIAL ? rounded(EPOCH_1900 + serial * DAY) : undefined
}

/** A serial keeps about a hundredth of a millisecond; the rest is noise of the fraction. */
function rounded(time: number): Date {
	return new Date(Math.round(time))
}
