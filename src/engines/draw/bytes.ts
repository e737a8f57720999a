import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function digest(text: string): string {
  return bytesToHex(sha256(encoder.encode(text)));
}

/** HMAC-SHA-256 with the seed's 32 bytes as the key. */
export function rankOf(seed: string, specialty: string, expertNo: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(seed), encoder.encode(joined(specialty, expertNo))));
}

/** Parts put together with one line feed between them; no part can hold one, so no two lists of parts give the same text. */
export function joined(...parts: readonly string[]): string {
  return parts.join('\n');
}

/** The order of UTF-8 bytes, which is that of code points: what `LC_ALL=C sort` does, and what `<` on strings does not. */
export function byBytes(one: string, other: string): number {
  if (one === other) return 0;
  const [a, b] = [encoder.encode(one), encoder.encode(other)];
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? -1 : (a[at] ?? 0) - (b[at] ?? -1);
}
