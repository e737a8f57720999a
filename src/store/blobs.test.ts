import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { blobFolder, blobPath, dropBlob, hasBlob, putBlob } from './blobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-blobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (bytes: Buffer | string, maxBytes = 1_000) => putBlob(folder, Readable.from([Buffer.from(bytes)]), { maxBytes });
const arriving = () => readdirSync(blobFolder(folder)).filter((name) => name.startsWith('.'));

test('bytes lie under their hash, once, for our account alone', async () => {
  const { hash, size, path } = await put('盘活闲置土地');
  expect(hash).toBe(createHash('sha256').update('盘活闲置土地').digest('hex'));
  expect(size).toBe(18);
  expect(path).toBe(blobPath(folder, hash));
  expect(readFileSync(path, 'utf8')).toBe('盘活闲置土地');
  expect(statSync(path).mode & 0o077).toBe(0);
  expect((await put('盘活闲置土地')).path).toBe(path);
  expect(arriving()).toEqual([]);
});

test('the type is what the bytes are, whatever they are called', async () => {
  expect((await put('%PDF-1.7\n')).type).toBe('application/pdf');
  expect((await put('名称,金额\n甲,1\n乙,2\n')).type).toBe('text/csv');
  expect((await put('只是一段话。')).type).toBe('text/plain');
  expect((await put(Buffer.from([0, 1, 2, 3]))).type).toBe('application/octet-stream');
});

test('too much and nothing are refused and leave nothing behind', async () => {
  await expect(put('x'.repeat(1_001))).rejects.toMatchObject({ code: 'fileTooLarge', status: 413 });
  await expect(put('')).rejects.toMatchObject({ code: 'emptyFile', status: 422 });
  expect(arriving()).toEqual([]);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const broken = Readable.from((async function* () {
    yield Buffer.from('half');
    throw new Error('the line broke');
  })());
  await expect(putBlob(folder, broken, { maxBytes: 1_000 })).rejects.toThrow('the line broke');
  expect(arriving()).toEqual([]);
});

test('bytes can be taken away, and only a hash leads to them', async () => {
  const { hash } = await put('除去');
  expect(await hasBlob(folder, hash)).toBe(true);
  await dropBlob(folder, hash);
  expect(await hasBlob(folder, hash)).toBe(false);
  expect(() => blobPath(folder, '../../secrets.json')).toThrow('not the hash');
});
