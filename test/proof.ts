import { Readable } from 'node:stream';
import type { Platform } from '#server/platform.ts';
import { putBlob } from '#store/blobs.ts';
import { keepFile } from '#store/files.ts';

/** A file that stands for a paper, kept where evidence is kept. */
export async function keepProof(platform: Platform, name = '文件扫描件.txt'): Promise<{ readonly hash: string; readonly name: string }> {
  const { hash, size, type } = await putBlob(platform.folder, Readable.from([Buffer.from('测试用的佐证材料。\n', 'utf8')]), { maxBytes: 10_000 });
  await platform.store.inDistrict(platform.district, (tx) => keepFile(tx, platform.district, { hash, name, type, size, at: platform.now() }));
  return { hash, name };
}
