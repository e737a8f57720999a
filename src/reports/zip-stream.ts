import { createDeflateRaw, crc32, constants } from 'node:zlib'

/** One file of an archive; its bytes are pulled when its turn comes. */
export type ZipEntry = { readonly name: string; readonly bytes: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> }

/** Without zip64 an archive and each file in it end at 4 GiB. */
const LARGEST = 0xff_ff_ff_ff

/**
 * Writes a zip archive as its entries are made, holding none of them: sizes follow each file in a data descriptor.
 * The time of every entry is fixed, so that the same rows give the same bytes.
 */
export async function* zipStream(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array, void, undefined> {
	const directory: Buffer[] = []
	let offset = 0
	for await (const entry of entries) {
		const name = Buffer.from(entry.name)
		const start = offset
		const local = localHeader(name)
		yield local
		offset += local.length
		const measured = { crc: 0, size: 0, packed: 0 }
		for await (const chunk of deflated(entry.bytes, measured)) {
			yield chunk
			offset += chunk.length
		}
		if (measured.size > LARGEST || offset > LARGEST) throw new RangeError('a workbook beyond 4 GiB cannot be written; split the export')
		const descriptor = dataDescriptor(measured)
		yield descriptor
		offset += descriptor.length
		directory.push(directoryHeader(name, start, measured))
	}
	const central = Buffer.concat(directory)
	if (offset + central.length > LARGEST || directory.length > 0xff_ff) throw new RangeError('a workbook beyond 4 GiB cannot be written; split the export')
	yield central
	yield endRecord(directory.length, central.length, offset)
}

type Measured = { crc: number; size: number; packed: number }

async function* deflated(bytes: ZipEntry['bytes'], measured: Measured): AsyncGenerator<Uint8Array, void, undefined> {
	const deflate = createDeflateRaw({ level: 4, chunkSize: 65_536, strategy: constants.Z_DEFAULT_STRATEGY })
	const fed = feed(bytes, deflate, measured).catch((failure: Error) => deflate.destroy(failure))
	try {
		for await (const chunk of deflate) {
			measured.packed += chunk.length
			yield chunk
		}
	} finally {
		// A reader that leaves early must also stop the rows being pulled.
		deflate.destroy()
		await fed
	}
}

async function feed(bytes: ZipEntry['bytes'], deflate: ReturnType<typeof createDeflateRaw>, measured: Measured): Promise<void> {
	for await (const piece of bytes) {
		const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
		measured.crc = crc32(chunk, measured.crc)
		measured.size += chunk.length
		if (deflate.destroyed) return
		if (!deflate.write(chunk)) await drained(deflate)
		if (deflate.destroyed) return
	}
	deflate.end()
}

function drained(deflate: ReturnType<typeof createDeflateRaw>): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			deflate.off('drain', done).off('close', done)
			resolve()
		}
		deflate.on('drain', done).on('close', done)
	})
}

/** Bit 3: sizes follow the data. Bit 11: names are UTF-8. */
const FLAGS = 0x08_08
const DEFLATE = 8
/** 1 January 1980, the first day a zip archive can name. */
const DOS_DATE = 0x21

function localHeader(name: Buffer): Buffer {
	const header = Buffer.alloc(30)
	header.writeUInt32LE(0x04_03_4b_50, 0)
	header.writeUInt16LE(20, 4)
	header.writeUInt16LE(FLAGS, 6)
	header.writeUInt16LE(DEFLATE, 8)
	header.writeUInt16LE(DOS_DATE, 12)
	header.writeUInt16LE(name.length, 26)
	return Buffer.concat([header, name])
}

function dataDescriptor({ crc, size, packed }: Measured): Buffer {
	const descriptor = Buffer.alloc(16)
	descriptor.writeUInt32LE(0x08_07_4b_50, 0)
	descriptor.writeUInt32LE(crc, 4)
	descriptor.writeUInt32LE(packed, 8)
	descriptor.writeUInt32LE(size, 12)
	return descriptor
}

function directoryHeader(name: Buffer, start: number, { crc, size, packed }: Measured): Buffer {
	const header = Buffer.alloc(46)
	header.writeUInt32LE(0x02_01_4b_50, 0)
	header.writeUInt16LE(20, 4)
	header.writeUInt16LE(20, 6)
	header.writeUInt16LE(FLAGS, 8)
	header.writeUInt16LE(DEFLATE, 10)
	header.writeUInt16LE(DOS_DATE, 14)
	header.writeUInt32LE(crc, 16)
	header.writeUInt32LE(packed, 20)
	header.writeUInt32LE(size, 24)
	header.writeUInt16LE(name.length, 28)
	header.writeUInt32LE(start, 42)
	return Buffer.concat([header, name])
}

function endRecord(entries: number, size: number, offset: number): Buffer {
	const record = Buffer.alloc(22)
	record.writeUInt32LE(0x06_05_4b_50, 0)
	record.writeUInt16LE(entries, 8)
	record.writeUInt16LE(entries, 10)
	record.writeUInt32LE(size, 12)
	record.writeUInt32LE(offset, 16)
	return record
}
