import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** RFC 7914; 32 MB of memory for each guess. Kept with each hash, so that it can be raised later. */
const cost = { N: 2 ** 15, r: 8, p: 1 };
const keyLength = 32;

/** How a password is kept: `scrypt$N$r$p$salt$key`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password is the one that was kept. Without a hash (an unknown name) it takes as long and says no. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt = '', key = ''] = (kept ?? (await nobodys())).split('$');
  if (scheme !== 'scrypt') throw new Error(`passwords of the scheme ${scheme} are not known here`);
  const expected = Buffer.from(key, 'base64url');
  const derived = await deriveKey(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(derived, expected) && kept !== undefined;
}

/** Whether a password is too plain to keep: few different characters, or the sign-in name in it (GB/T 22239-2019 8.1.4.1 a). */
export function isPlain(password: string, signInName: string): boolean {
  const typed = password.normalize('NFKC').toLowerCase();
  return new Set(typed).size < 6 || typed.includes(signInName.normalize('NFKC').toLowerCase());
}

/** A password to hand over once: no letters or digits that are read for each other, 95 bits. */
export function drawPassword(): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  const drawn: string[] = [];
  while (drawn.length < 20) for (const byte of randomBytes(32)) if (byte < 248 && drawn.length < 20) drawn.push(letters[byte % letters.length] ?? '');
  return drawn.join('').match(/.{5}/g)?.join('-') ?? '';
}

let nobody: Promise<string> | undefined;
function nobodys(): Promise<string> {
  return (nobody ??= hashPassword(randomBytes(16).toString('hex')));
}

function deriveKey(password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  // The same words typed on different keyboards may be composed differently.
  return derive(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem: 256 * N * r });
}
