import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { Refusal } from '#kernel/refusal.ts';
import { codeOf } from './database.ts';

/** Where the bytes of a hash lie below the data folder. */
export function blobPath(folder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the hash of a file');
  return join(blobFolder(folder), hash.slice(0, 2), hash);
}

/** Where all kept bytes lie below the data folder. */
export function blobFolder(folder: string): string {
  return join(folder, 'files');
}

export interface Blob {
  readonly hash: string;
  readonly size: number;
  /** Media type as found in the bytes; the name and the sender's claim are not looked at. */
  readonly type: string;
  readonly path: string;
}

/** Keeps bytes under their hash. They are whole when they have their name: written aside, brought to disk, then renamed. */
export async function putBlob(folder: string, stream: Readable, limits: { readonly maxBytes: number }): Promise<Blob> {
  const aside = join(blobFolder(folder), `.arriving-${randomBytes(8).toString('hex')}`);
  try {
    await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
    const { hash, size } = await writeAside(aside, stream, limits.maxBytes);
    const type = await findType(aside);
    const path = blobPath(folder, hash);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(aside, path);
    return { hash, size, type, path };
  } catch (failure) {
    if (codeOf(failure) === 'ENOSPC' || codeOf(failure) === 'EDQUOT') {
      throw new Refusal('diskFull', { status: 507, zh: '服务器磁盘已满，文件没有保存。请联系管理员清理磁盘。', en: 'The server’s disk is full; the file was not kept. Please ask the administrator to make room.' });
    }
    throw failure;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Removes bytes that nothing refers to. */
export async function dropBlob(folder: string, hash: string): Promise<void> {
  await rm(blobPath(folder, hash), { force: true });
}

/** Whether bytes of that hash are kept. */
export async function hasBlob(folder: string, hash: string): Promise<boolean> {
  return stat(blobPath(folder, hash)).then(() => true, () => false);
}

async function writeAside(path: string, stream: Readable, maxBytes: number): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) {
        const limit = Math.floor(maxBytes / 1024 / 1024);
        throw new Refusal('fileTooLarge', { status: 413, zh: `文件超过 ${limit} MB，请压缩或拆分后再上传。`, en: `The file is larger than ${limit} MB. Please compress or split it.` });
      }
      hash.update(chunk);
      yield chunk;
    }
  }
  // Flushed, so that no row ever speaks of bytes that a power cut took.
  await pipeline(stream, counted, createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }));
  if (size === 0) throw new Refusal('emptyFile', { status: 422, zh: '文件是空的，请重新选择。', en: 'The file is empty. Please choose another one.' });
  return { hash: hash.digest('hex'), size };
}

async function findType(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  if (found) return found.mime;
  const start = Buffer.alloc(65_536);
  const file = await open(path);
  const { bytesRead } = await file.read(start, 0, start.length, 0).finally(() => file.close());
  return textType(start.subarray(0, bytesRead));
}

/** Text holds no control characters but those of lines and tabs; a table has as many commas, or tabs, in each of its first lines. */
function textType(start: Buffer): string {
  if (start.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return 'application/octet-stream';
  const lines = start.toString('latin1').split(/\r?\n/).slice(0, 5).filter((line) => line !== '');
  const counts = [',', '\t', ';'].map((sign) => lines.map((line) => line.split(sign).length - 1));
  const isTable = lines.length > 1 && counts.some((each) => (each[0] ?? 0) > 0 && each.every((count) => count === each[0]));
  return isTable ? 'text/csv' : 'text/plain';
}
