import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { StoredFile } from '#contract/shapes.ts';
import type { Day } from '#kernel/calendar.ts';
import { refuse, Refusal } from '#kernel/refusal.ts';
import { findSecretMark } from '#kernel/secrecy.ts';
import type { TableInput } from '#reports/workbook-reader.ts';
import { blobPath, dropBlob, putBlob } from '#store/blobs.ts';
import { findFile, keepFile } from '#store/files.ts';
import type { Platform } from '../platform.ts';
import type { PostActor, Raw } from './call.ts';
import { inlineTypes, judgeType, refuseDisguised, typeByName } from './file-types.ts';
import { answerPolicy, documentHeaders } from './headers.ts';
import { takenOn, withoutWhereabouts } from './photo.ts';
import { refuseRequest } from './refusals.ts';

const megabyte = 1024 * 1024;
/** In megabytes. */
export const largestFile = 20;
const mostFiles = 10;

/** What the parser of forms stops at, before anything of ours sees it. */
export const uploadLimits = { fileSize: largestFile * megabyte, files: mostFiles, fields: 10, fieldSize: 10_000, parts: mostFiles + 10, headerPairs: 50 };

/** Keeps the files of a form and says what was found in their bytes. One refused file refuses them all. */
export async function keepUploads(platform: Platform, request: FastifyRequest, by: PostActor | 'public'): Promise<StoredFile[]> {
  const isPublic = by === 'public';
  const kept: StoredFile[] = [];
  const taken = new Map<string, Day>();
  try {
    for await (const part of request.files()) {
      const name = fileName(part);
      const type = typeByName(name, isPublic);
      const isPhoto = isPublic && type.startsWith('image/');
      const { hash, size, takenOn } = isPhoto ? await keepPhoto(platform, part, name) : await keepAsItIs(platform, part.file, name, type, () => part.file.truncated);
      kept.push({ hash, name, type, size });
      if (takenOn !== undefined) taken.set(hash, takenOn);
    }
  } catch (failure) {
    throw asBroken(failure);
  }
  if (kept.length === 0) throw refuseRequest('noFile');
  await platform.store.inDistrict(platform.district, async (tx) => {
    for (const file of kept) await keepFile(tx, platform.district, { ...file, at: platform.now(), takenOn: taken.get(file.hash) ?? null, ...(isPublic ? {} : { by: by.personId }) });
  });
  return kept;
}

type Bytes = Pick<StoredFile, 'hash' | 'size'> & { readonly takenOn?: Day | undefined };

/** Keeps a file that came in pieces and is whole now. */
export async function keepStream(platform: Platform, bytes: Readable, name: string, type: string, by: PostActor): Promise<StoredFile> {
  const { hash, size, takenOn } = await keepAsItIs(platform, bytes, name, type, () => false);
  const file = { hash, name, type, size };
  await platform.store.inDistrict(platform.district, (tx) => keepFile(tx, platform.district, { ...file, takenOn: takenOn ?? null, at: platform.now(), by: by.personId }));
  return file;
}

/** Straight to disk; only then are the bytes judged, and taken away again when they are not what they should be. */
async function keepAsItIs(platform: Platform, bytes: Readable, name: string, promised: string, isTruncated: () => boolean): Promise<Bytes> {
  const { hash, size, type, path } = await putBlob(platform.folder, bytes, { maxBytes: largestFile * megabyte });
  try {
    if (isTruncated()) throw refuseRequest('fileTooLarge', { name, limit: largestFile });
    const start = await startOf(path);
    refuseDisguised(name, promised, type === 'application/octet-stream' ? undefined : type, start);
    return { hash, size, takenOn: takenOn(start, type) };
  } catch (refusal) {
    const isHeld = await platform.store.reading(platform.district, (tx) => findFile(tx, platform.district, hash));
    if (!isHeld) await dropBlob(platform.folder, hash);
    throw refusal;
  }
}

/** A photo of the public is kept without where and when it was taken. */
async function keepPhoto(platform: Platform, part: MultipartFile, name: string): Promise<Bytes> {
  const bytes = await readPart(part, name);
  const type = await judgeType(name, bytes, true);
  return putBlob(platform.folder, Readable.from([withoutWhereabouts(bytes, type)], { objectMode: false }), { maxBytes: largestFile * megabyte });
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  const start = Buffer.alloc(65_536);
  const { bytesRead } = await file.read(start, 0, start.length, 0).finally(() => file.close());
  return start.subarray(0, bytesRead);
}

/** The one file of a form, as it came. */
export async function readOneFile(request: FastifyRequest): Promise<TableInput> {
  const part = await request.file().catch((failure: unknown) => {
    throw asBroken(failure);
  });
  if (!part) throw refuseRequest('noFile');
  const name = fileName(part);
  return { fileName: name, bytes: await readPart(part, name) };
}

/** The one piece of a form, as it came. */
export async function readPiece(request: FastifyRequest, name: string): Promise<Buffer> {
  const part = await request.file().catch((failure: unknown) => {
    throw asBroken(failure);
  });
  if (!part) throw refuseRequest('noFile');
  return readPart(part, name);
}

/** A kept file as an answer: pictures and PDF in the page, where they may do nothing; everything else is downloaded. */
export async function sendFile(platform: Platform, file: { readonly hash: string; readonly name: string }): Promise<Raw> {
  const found = await platform.store.reading(platform.district, (tx) => findFile(tx, platform.district, file.hash));
  if (!found) throw refuse('absent');
  const isInline = inlineTypes.has(found.type);
  return {
    type: found.type.startsWith('text/') ? `${found.type}; charset=utf-8` : found.type,
    bytes: createReadStream(blobPath(platform.folder, found.hash)),
    ...(isInline ? {} : { download: file.name }),
    headers: {
      'content-length': String(found.size),
      // Chromium shows no PDF in a sandbox; it is no page either, so nothing in it runs here.
      ...(found.type === 'application/pdf' ? documentHeaders : { 'content-security-policy': answerPolicy }),
      // The same address always holds the same bytes, but not for everybody.
      'cache-control': 'private, max-age=86400, immutable',
    },
  };
}

/** One file at a time in memory, cut off at the limit. */
async function readPart(part: MultipartFile, name: string): Promise<Buffer> {
  const bytes = await part.toBuffer().catch((failure: unknown) => {
    throw asBroken(failure);
  });
  if (part.file.truncated) throw refuseRequest('fileTooLarge', { name, limit: largestFile });
  if (bytes.length === 0) throw refuseRequest('emptyFile', { name });
  return bytes;
}

/** A form that ends in the middle: the parser of forms has no codes for it. */
function asBroken(failure: unknown): unknown {
  if (!(failure instanceof Error) || failure instanceof Refusal) return failure;
  const { code = '' } = failure as NodeJS.ErrnoException;
  const isBroken = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(code) || (code === '' && /multipart|boundary/i.test(failure.message));
  return isBroken ? refuseRequest('brokenUpload') : failure;
}

function fileName(part: MultipartFile): string {
  return cleanName(part.filename ?? '');
}

/** The last part of the name, without control and direction marks that make one name look like another. */
export function cleanName(given: string): string {
  const name = given.normalize('NFC').split(/[\\/]/).at(-1)?.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim().slice(-120) ?? '';
  const mark = findSecretMark(name);
  if (mark !== undefined) throw refuse('secretMark', { mark });
  return name === '' ? '未命名' : name;
}
