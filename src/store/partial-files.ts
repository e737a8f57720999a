import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from './database.ts';

/** A file on its way: what it will be, whose it is, and how much of it has come. */
export interface PartialFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly person: string;
  readonly received: number;
}

/**
 * Files on their way lie beside the data as they come, each with a note of what it will be. They are nobody's record yet: no table
 * tells of them, no backup takes them, and the night clears away what never arrived whole.
 */
export async function beginPartial(folder: string, file: Pick<PartialFile, 'name' | 'size' | 'person'>): Promise<PartialFile> {
  const id = randomBytes(16).toString('hex');
  await mkdir(within(folder), { recursive: true, mode: 0o700 });
  await writeFile(bytesOf(folder, id), '', { mode: 0o600, flag: 'wx' });
  await writeFile(noteOf(folder, id), JSON.stringify(file), { mode: 0o600, flag: 'wx' });
  return { ...file, id, received: 0 };
}

/** A file on its way by its id, if it is there. */
export async function findPartial(folder: string, id: string): Promise<PartialFile | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
  try {
    const note = JSON.parse(await readFile(noteOf(folder, id), 'utf8')) as Pick<PartialFile, 'name' | 'size' | 'person'>;
    return { ...note, id, received: (await stat(bytesOf(folder, id))).size };
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return undefined;
    throw failure;
  }
}

/** Writes a piece at its place. The same piece sent again writes the same bytes to the same place. */
export async function writePiece(folder: string, id: string, at: number, piece: Buffer): Promise<void> {
  const file = await open(bytesOf(folder, id), 'r+');
  await file.write(piece, 0, piece.length, at).finally(() => file.close());
}

/** What has come, from the beginning. */
export function readPartial(folder: string, id: string): Readable {
  return createReadStream(bytesOf(folder, id));
}

/** Clears a file on its way. */
export async function dropPartial(folder: string, id: string): Promise<void> {
  await rm(noteOf(folder, id), { force: true });
  await rm(bytesOf(folder, id), { force: true });
}

/** Clears what was begun before a moment, by the clock of the disk, and never arrived whole; says how many. */
export async function dropPartialsBefore(folder: string, before: number): Promise<number> {
  let dropped = 0;
  for (const name of await readdir(within(folder)).catch(() => [])) {
    const id = /^([0-9a-f]{32})\.json$/.exec(name)?.[1];
    if (id === undefined || (await stat(bytesOf(folder, id)).catch(() => ({ mtimeMs: 0 }))).mtimeMs >= before) continue;
    await dropPartial(folder, id);
    dropped += 1;
  }
  return dropped;
}

/** How many files of a person are on their way. */
export async function partialsOf(folder: string, person: string): Promise<number> {
  const ids = (await readdir(within(folder)).catch(() => [])).flatMap((name) => /^([0-9a-f]{32})\.json$/.exec(name)?.[1] ?? []);
  const found = await Promise.all(ids.map((id) => findPartial(folder, id)));
  return found.filter((each) => each?.person === person).length;
}

function within(folder: string): string {
  return join(folder, 'arriving');
}

function noteOf(folder: string, id: string): string {
  return join(within(folder), `${id}.json`);
}

function bytesOf(folder: string, id: string): string {
  return join(within(folder), `${id}.bytes`);
}
