import { Readable } from 'node:stream';

/** One file of an archive, small enough for memory. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const block = 512;

/** A tar of the entries (POSIX.1-1988 ustar), so that any tool can look into it. */
export function writeArchive(entries: AsyncIterable<ArchiveEntry>): Readable {
  return Readable.from(
    (async function* () {
      for await (const { name, bytes } of entries) {
        yield headerOf(name, bytes.length);
        yield bytes;
        yield Buffer.alloc((block - (bytes.length % block)) % block);
      }
      yield Buffer.alloc(2 * block);
    })(),
    { objectMode: false },
  );
}

/** The entries of such a tar, one after another. What breaks off is simply over: the last entry says whether all was there. */
export async function* readArchive(source: AsyncIterable<Buffer>): AsyncGenerator<ArchiveEntry> {
  const take = takerOf(source);
  for (;;) {
    const header = await take(block);
    if (!header || header.every((byte) => byte === 0)) return;
    const name = header.subarray(0, 100).toString().replace(/\0.*$/s, '');
    const size = Number.parseInt(header.subarray(124, 136).toString(), 8);
    const bytes = Number.isSafeInteger(size) && checksumOf(header) === Number.parseInt(header.subarray(148, 156).toString(), 8) ? await take(size) : undefined;
    if (!bytes) return;
    await take((block - (size % block)) % block);
    yield { name, bytes };
  }
}

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new Error(`the name ${name} is too long for a tar`);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** The sum of a header's bytes, its own place counted as blanks. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

/** Takes so many bytes from a stream of chunks; nothing when it ends before. */
function takerOf(source: AsyncIterable<Buffer>): (size: number) => Promise<Buffer | undefined> {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  return async (size) => {
    while (length < size) {
      const next = await chunks.next();
      if (next.done) return undefined;
      held.push(next.value);
      length += next.value.length;
    }
    const all = Buffer.concat(held);
    held = [all.subarray(size)];
    length = all.length - size;
    return all.subarray(0, size);
  };
}
