import { fileTypeFromBuffer } from 'file-type';
import { refuseRequest } from './refusals.ts';

/** What is taken: the type as found in the bytes, the endings that go with it, and whether it may be shown inside the page. */
interface Taken {
  readonly type: string;
  readonly endings: readonly string[];
  readonly inline?: boolean;
  /** Also from somebody without an account. */
  readonly isPublic?: boolean;
}

const office = 'application/vnd.openxmlformats-officedocument';

const taken: readonly Taken[] = [
  { type: 'image/png', endings: ['png'], inline: true, isPublic: true },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], inline: true, isPublic: true },
  { type: 'image/webp', endings: ['webp'], inline: true, isPublic: true },
  { type: 'image/gif', endings: ['gif'], inline: true },
  { type: 'application/pdf', endings: ['pdf'], inline: true, isPublic: true },
  { type: `${office}.wordprocessingml.document`, endings: ['docx'], isPublic: true },
  { type: `${office}.spreadsheetml.sheet`, endings: ['xlsx'], isPublic: true },
  { type: `${office}.presentationml.presentation`, endings: ['pptx'] },
  // Word, Excel and WPS before 2007: one container for all of them. Always downloaded, never shown.
  { type: 'application/x-cfb', endings: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'] },
  // OFD (GB/T 33190) is a zip.
  { type: 'application/zip', endings: ['zip', 'ofd'] },
  { type: 'text/csv', endings: ['csv'] },
  { type: 'text/plain', endings: ['txt'] },
];

/** Types shown inside the page; everything else is downloaded. */
export const inlineTypes: ReadonlySet<string> = new Set(taken.filter((each) => each.inline).map((each) => each.type));

/** The endings taken, for the words of a refusal. */
export function takenEndings(isPublic: boolean): string {
  return taken.filter((each) => !isPublic || each.isPublic).flatMap((each) => each.endings).join(' ');
}

/** The kind of file a name promises, or a refusal: nothing of that ending is taken. */
export function typeByName(name: string, isPublic: boolean): string {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const promised = taken.find((each) => (!isPublic || each.isPublic) && each.endings.includes(ending));
  if (!promised) throw refuseRequest('fileType', { name, allowed: takenEndings(isPublic) });
  return promised.type;
}

/** Refuses a file whose bytes are not what its name promises. `found` is what their signature says, if they have one; the sender's own claim is not looked at. */
export function refuseDisguised(name: string, promised: string, found: string | undefined, start: Buffer): void {
  const isRight = promised.startsWith('text/') ? (found === undefined || found.startsWith('text/')) && isPlainText(start) : found === promised;
  if (!isRight) throw refuseRequest('fileDisguised', { name });
}

/** The type of a file that is whole in memory. */
export async function judgeType(name: string, bytes: Buffer, isPublic: boolean): Promise<string> {
  const promised = typeByName(name, isPublic);
  refuseDisguised(name, promised, (await fileTypeFromBuffer(bytes))?.mime, bytes.subarray(0, 65_536));
  return promised;
}

/** Text without control characters that is no page, picture or script in disguise. */
function isPlainText(start: Buffer): boolean {
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (!isUtf16 && start.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b))) return false;
  const words = start.toString(isUtf16 ? 'utf16le' : 'latin1').replace(/^(ï»¿|\ufeff)/, '').trimStart().toLowerCase();
  return !/^(<!doctype|<html|<svg|<script|<\?xml|<\?php|<head|<body|<iframe|#!)/.test(words);
}
