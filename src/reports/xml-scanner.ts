/** The parts of XML that sheets are written in, read piece by piece. Namespace prefixes are dropped. */
export type XmlHandler = {
	readonly open: (name: string, attributes: string) => void
	readonly text: (text: string) => void
	readonly close: (name: string) => void
}

/** One text or tag longer than this is no sheet. */
const LONGEST_PIECE = 8 * 1024 * 1024

export class XmlFault extends Error {}

/** Feed it the text as it comes, then finish. Document types are refused: entities are how small files grow large. */
export class XmlScanner {
	readonly #handler: XmlHandler
	#rest = ''
	#depth = 0
	#opened = false

	constructor(handler: XmlHandler) {
		this.#handler = handler
	}

	feed(chunk: string): void {
		const xml = this.#rest + chunk
		let at = 0
		for (;;) {
			const tag = xml.indexOf('<', at)
			if (tag < 0) break
			if (tag > at) this.#text(xml.slice(at, tag))
			const end = this.#markup(xml, tag)
			if (end < 0) {
				at = tag
				break
			}
			at = end
		}
		this.#rest = xml.slice(at)
		if (this.#rest.length > LONGEST_PIECE) throw new XmlFault('a piece of the XML is too long')
	}

	finish(): void {
		if (this.#depth !== 0 || !this.#opened || this.#rest.trim() !== '') throw new XmlFault('the XML ends too early')
	}

	#text(text: string): void {
		if (this.#depth > 0) this.#handler.text(decodeEntities(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text))
	}

	/** Reads what begins at a "<" and returns where it ends, or -1 when the rest has not come yet. */
	#markup(xml: string, tag: number): number {
		const second = xml.charCodeAt(tag + 1)
		if (Number.isNaN(second)) return -1
		if (second === 0x3f) return after(xml, '?>', tag)
		if (second === 0x21) return this.#declaration(xml, tag)
		const end = tagEnd(xml, tag)
		if (end < 0) return -1
		if (second === 0x2f) {
			if (--this.#depth < 0) throw new XmlFault('a tag is closed that was never opened')
			this.#handler.close(localName(xml.slice(tag + 2, end).trimEnd()))
			return end + 1
		}
		const selfClosing = xml.charCodeAt(end - 1) === 0x2f
		const inside = xml.slice(tag + 1, selfClosing ? end - 1 : end)
		const space = inside.search(/\s/)
		const name = localName(space < 0 ? inside : inside.slice(0, space))
		this.#opened = true
		this.#handler.open(name, space < 0 ? '' : inside.slice(space))
		if (selfClosing) this.#handler.close(name)
		else this.#depth++
		return end + 1
	}

	#declaration(xml: string, tag: number): number {
		if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag + 4)
		if (xml.startsWith('<![CDATA[', tag)) {
			const end = xml.indexOf(']]>', tag + 9)
			if (end < 0) return -1
			if (this.#depth > 0) this.#handler.text(xml.slice(tag + 9, end))
			return end + 3
		}
		if (xml.length - tag < 9) return -1
		throw new XmlFault('document types are not accepted')
	}
}

/** The value of one attribute, as an exact name or with a prefix before it. */
export function attribute(attributes: string, name: string): string | undefined {
	const match = attributePattern(name).exec(attributes)
	const value = match?.[1] ?? match?.[2]
	return value === undefined ? undefined : decodeEntities(value)
}

const patterns = new Map<string, RegExp>()

function attributePattern(name: string): RegExp {
	let pattern = patterns.get(name)
	if (!pattern) {
		pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
		patterns.set(name, pattern)
	}
	return pattern
}

function after(xml: string, mark: string, from: number): number {
	const at = xml.indexOf(mark, from)
	return at < 0 ? -1 : at + mark.length
}

/** The ">" that ends a tag; one inside an attribute's value does not. */
function tagEnd(xml: string, tag: number): number {
	let from = tag + 1
	for (;;) {
		const end = xml.indexOf('>', from)
		if (end < 0) return -1
		const quote = openQuote(xml, from, end)
		if (quote === '') return end
		const closing = xml.indexOf(quote, end)
		if (closing < 0) return -1
		from = closing + 1
	}
}

function openQuote(xml: string, from: number, to: number): string {
	let quote = 0
	for (let at = from; at < to; at++) {
		const code = xml.charCodeAt(at)
		if (quote === 0 ? code === 0x22 || code === 0x27 : code === quote) quote = quote === 0 ? code : 0
	}
	return quote === 0 ? '' : String.fromCharCode(quote)
}

function localName(name: string): string {
	const colon = name.indexOf(':')
	return colon < 0 ? name : name.slice(colon + 1)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
	if (!text.includes('&')) return text
	return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
		if (name !== undefined) return ENTITIES[name] ?? whole
		const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
		return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
	})
}
