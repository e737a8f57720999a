import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { TableRefusal } from './table-refusal.ts'

export type ArchiveLimits = { readonly maxUnpackedBytes: number; readonly maxEntries: number }

/** Deflate cannot pass 1032 : 1; sheets of repeated rows stay below 100 : 1. */
const HIGHEST_RATIO = 250
/** Below this much a high ratio does no harm (a blank sheet packs well). */
const RATIO_MATTERS_FROM = 16 * 1024 * 1024

/** A zip archive whose directory has been judged before anything is unpacked, and whose real bytes are counted besides. */
export type CheckedArchive = {
	readonly has: (name: string) => boolean
	/** The bytes of one entry. Refuses as soon as they are more than its header says or than the limit allows. */
	readonly read: (name: string) => AsyncGenerator<Buffer, void, undefined>
}

export async function openArchive(bytes: Buffer, limits: ArchiveLimits): Promise<CheckedArchive> {
	const zip = await refusing(() => fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }))
	if (zip.entryCount > limits.maxEntries) throw new TableRefusal('zipBomb')
	const entries = await refusing(() => judgedEntries(zip, limits))
	return {
		has: (name) => entries.has(name),
		read: (name) => readEntry(zip, entries.get(name), limits.maxUnpackedBytes),
	}
}

/** yauzl itself refuses names that lead out of the archive (.., absolute, with a drive letter). */
async function judgedEntries(zip: ZipFile, limits: ArchiveLimits): Promise<ReadonlyMap<string, Entry>> {
	const entries = new Map<string, Entry>()
	let unpacked = 0
	for await (const entry of zip.eachEntry()) {
		if (entry.isEncrypted()) throw new TableRefusal('encrypted')
		unpacked += entry.uncompressedSize
		const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
		if (unpacked > limits.maxUnpackedBytes || (entry.uncompressedSize > RATIO_MATTERS_FROM && ratio > HIGHEST_RATIO)) throw new TableRefusal('zipBomb')
		// Workbooks do hold embedded ones; those are never opened. An archive of archives is not a workbook.
		if (/\.(?:zip|rar|7z|gz|tar)$/i.test(entry.fileName)) throw new TableRefusal('notATable')
		if (entries.has(entry.fileName)) throw new TableRefusal('damaged')
		entries.set(entry.fileName, entry)
	}
	return entries
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, limit: number): AsyncGenerator<Buffer, void, undefined> {
	if (!entry) throw new TableRefusal('damaged')
	const stream = await refusing(() => zip.openReadStreamPromise(entry))
	let real = 0
	try {
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			real += chunk.length
			// The directory is only what the sender says; these are the bytes there are.
			if (real > limit) throw new TableRefusal('zipBomb')
			yield chunk
		}
	} catch (fault) {
		throw asRefusal(fault)
	} finally {
		stream.destroy()
	}
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work()
	} catch (fault) {
		throw asRefusal(fault)
	}
}

function asRefusal(fault: unknown): TableRefusal {
	if (fault instanceof TableRefusal) return fault
	const message = fault instanceof Error ? fault.message : ''
	if (/too many bytes/i.test(message)) return new TableRefusal('zipBomb', undefined, fault)
	return new TableRefusal(/encrypt/i.test(message) ? 'encrypted' : 'damaged', undefined, fault)
}
