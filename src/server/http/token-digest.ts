import { createHmac } from 'node:crypto';

const largest = 20_000;
const known = new WeakMap<Buffer, Map<string, string>>();

/** A keyed digest of a token's words. The same few tokens come with every request, and taking up the key costs more than the digest; so what was worked out is kept. */
export function tokenDigest(key: Buffer, words: string, encoding: 'hex' | 'base64url'): string {
  const held = known.get(key) ?? new Map<string, string>();
  known.set(key, held);
  const earlier = held.get(words);
  if (earlier !== undefined) return earlier;
  const made = createHmac('sha256', key).update(words).digest(encoding);
  // Whoever sends tokens at random fills it with nothing of use.
  if (held.size >= largest) held.clear();
  held.set(words, made);
  return made;
}
