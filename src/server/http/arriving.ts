import { crc32 } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import type { Arrived, Arriving } from '#contract/beside-shapes.ts';
import { refuse } from '#kernel/refusal.ts';
import { beginPartial, dropPartial, findPartial, partialsOf, readPartial, writePiece, type PartialFile } from '#store/partial-files.ts';
import type { Platform } from '../platform.ts';
import type { PostActor } from './call.ts';
import { typeByName } from './file-types.ts';
import { refuseRequest } from './refusals.ts';
import { cleanName, keepStream, largestFile, readPiece } from './uploads.ts';

/** Small enough that a slow line shows progress and loses little, large enough that twenty of them make a file. */
const piece = 1024 * 1024;
const mostArriving = 30;

/** Announces a file: what is too large or of a kind not taken is told before anything is sent. */
export async function announce(platform: Platform, actor: PostActor, given: { readonly name: string; readonly size: number }): Promise<Arriving> {
  const name = cleanName(given.name);
  typeByName(name, false);
  if (given.size === 0) throw refuseRequest('emptyFile', { name });
  if (given.size > largestFile * 1024 * 1024) throw refuseRequest('fileTooLarge', { name, limit: largestFile });
  if ((await partialsOf(platform.folder, actor.personId)) >= mostArriving) throw refuseRequest('tooManyArriving', { limit: mostArriving });
  return viewOf(await beginPartial(platform.folder, { name, size: given.size, person: actor.personId }));
}

/** How much of a file has come: whoever was cut off goes on from there. */
export async function arriving(platform: Platform, actor: PostActor, id: string): Promise<Arriving> {
  return viewOf(await ownPartial(platform, actor, id));
}

/** Takes the next piece; with the last one the file is judged and kept like any other. A piece that came before is not written twice. */
export async function takePiece(platform: Platform, actor: PostActor, id: string, query: { readonly at: number; readonly sum: string }, request: FastifyRequest): Promise<Arrived> {
  const held = await ownPartial(platform, actor, id);
  const bytes = await readPiece(request, held.name);
  if (query.at > held.received || query.at + bytes.length > held.size) throw refuseRequest('wrongPlace', { received: held.received });
  if (crc32(bytes).toString(16).padStart(8, '0') !== query.sum) throw refuseRequest('damagedPiece');
  await writePiece(platform.folder, id, query.at, bytes);
  const received = Math.max(held.received, query.at + bytes.length);
  if (received < held.size) return viewOf({ ...held, received });
  try {
    const file = await keepStream(platform, readPartial(platform.folder, id), held.name, typeByName(held.name, false), actor);
    return { ...viewOf({ ...held, received }), file };
  } finally {
    // Kept or refused, its pieces are not needed any more.
    await dropPartial(platform.folder, id);
  }
}

export async function giveUp(platform: Platform, actor: PostActor, id: string): Promise<void> {
  await ownPartial(platform, actor, id);
  await dropPartial(platform.folder, id);
}

async function ownPartial(platform: Platform, actor: PostActor, id: string): Promise<PartialFile> {
  const found = await findPartial(platform.folder, id);
  if (found?.person !== actor.personId) throw refuse('absent');
  return found;
}

function viewOf({ id, received, size }: PartialFile): Arriving {
  return { id, received, size, piece };
}
