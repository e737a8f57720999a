import { isDay, type Day } from '#kernel/calendar.ts';

/**
 * A photo carries where and when it was taken and with which device. Suggestions of the public may hold no exact location
 * (reform.md §9.4; 个人信息保护法 6), so everything but the picture itself is left out. How it is turned is kept.
 */
export function withoutWhereabouts(bytes: Buffer, type: string): Buffer {
  if (type === 'image/jpeg') return bareJpeg(bytes);
  if (type === 'image/png') return barePng(bytes);
  if (type === 'image/webp') return bareWebp(bytes);
  return bytes;
}

/** Application segments go, but for JFIF, colour profile and Adobe's colour transform; so do comments and whatever follows the picture (phones append more photos). */
function bareJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  const turned = orientationOf(bytes);
  if (turned !== undefined) kept.push(orientationSegment(turned));
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const isColour = marker === 0xe0 || marker === 0xee || (marker === 0xe2 && bytes.subarray(at + 4, at + 15).toString('latin1') === 'ICC_PROFILE');
    const isData = marker < 0xe0 || marker > 0xef;
    if (isColour || (isData && marker !== 0xfe)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const scanEnd = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
  }
  kept.push(Buffer.from([0xff, 0xd9]));
  return Buffer.concat(kept);
}

/** Within a scan 0xff is followed by 0x00 or a restart mark; anything else is the next segment. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** Tag 0x0112 of the first directory of Exif; nothing where the picture stands upright. */
function orientationOf(bytes: Buffer): number | undefined {
  const tiff = exifOf(bytes);
  const place = tiff && tiff.find(tiff.first, 0x0112);
  const value = place === undefined ? 0 : (tiff?.short(place + 8) ?? 0);
  return value >= 2 && value <= 8 ? value : undefined;
}

/** The day a JPEG says it was taken (tag 0x9003, or 0x0132 where that is not there); nothing where it does not say. */
export function takenOn(bytes: Buffer, type: string): Day | undefined {
  const tiff = type === 'image/jpeg' ? exifOf(bytes) : undefined;
  if (!tiff) return undefined;
  const inner = tiff.find(tiff.first, 0x8769);
  const original = inner === undefined ? undefined : tiff.find(tiff.long(inner + 8), 0x9003);
  const place = original ?? tiff.find(tiff.first, 0x0132);
  const words = place === undefined ? '' : tiff.text(tiff.long(place + 8), 10);
  const day = words.replaceAll(':', '-');
  return isDay(day) ? day : undefined;
}

/** The directories of Exif: where an entry of a tag stands, and what numbers and words stand where. */
interface Tiff {
  readonly first: number;
  find(directory: number, tag: number): number | undefined;
  short(at: number): number;
  long(at: number): number;
  text(at: number, length: number): string;
}

function exifOf(bytes: Buffer): Tiff | undefined {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1 && bytes.subarray(at + 4, at + 10).toString('latin1') === 'Exif\0\0') return readTiff(bytes.subarray(at + 10, at + 2 + length));
    at += 2 + length;
  }
  return undefined;
}

function readTiff(tiff: Buffer): Tiff | undefined {
  if (tiff.length < 14) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const find = (directory: number, tag: number) => {
    // No directory is longer than what is left of the bytes, whatever it says.
    const entries = Math.min(short(directory), Math.floor(tiff.length / 12));
    for (let entry = 0; entry < entries; entry += 1) if (short(directory + 2 + entry * 12) === tag) return directory + 2 + entry * 12;
    return undefined;
  };
  return { first: long(4), find, short, long, text: (at, length) => tiff.toString('latin1', at, at + length) };
}

/** An Exif segment that says nothing but how the picture is turned. */
function orientationSegment(value: number): Buffer {
  const segment = Buffer.alloc(36);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(34, 2);
  segment.write('Exif\0\0MM\0*', 4, 'latin1');
  segment.writeUInt32BE(8, 14);
  segment.writeUInt16BE(1, 18);
  segment.writeUInt16BE(0x0112, 20);
  segment.writeUInt16BE(3, 22);
  segment.writeUInt32BE(1, 24);
  segment.writeUInt16BE(value, 28);
  return segment;
}

const pngKept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP', 'acTL', 'fcTL', 'fdAT']);

function barePng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (pngKept.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  return Buffer.concat(kept);
}

function bareWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    const name = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, end));
    // The extended header says which chunks follow: no Exif (8) and no XMP (4) any more.
    if (name === 'VP8X' && chunk.length > 8) chunk.writeUInt8((chunk[8] ?? 0) & ~0x0c, 8);
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk);
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
