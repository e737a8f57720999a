import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Something encrypted, both parts in hex. */
export interface Enciphered {
  readonly nonce: string;
  readonly ciphertext: string;
}

/** Encrypts with AES-256-GCM, bound to the place it is kept at: moved elsewhere it does not open. */
export function encipher(plaintext: string, key: Buffer, place: string): Enciphered {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('hex'), ciphertext: ciphertext.toString('hex') };
}

/** Decrypts it again; throws when key, place or bytes are not the same. */
export function decipher({ nonce, ciphertext }: Enciphered, key: Buffer, place: string): string {
  const bytes = Buffer.from(ciphertext, 'hex');
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'));
  cipher.setAAD(Buffer.from(place));
  cipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]).toString('utf8');
}
