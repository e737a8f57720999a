import { randomBytes } from 'node:crypto';
import { decipher, encipher } from './cipher.ts';
import type { Tx } from './database.ts';
import { enter, type Entry } from './ledger.ts';

/** Encrypts a sealed fact and keeps it apart from the trace; gives a reference that tells nothing. An earlier value is gone. */
export async function sealFact(tx: Tx, district: string, matter: string, fact: string, plaintext: string, key: Buffer): Promise<string> {
  const kept = encipher(plaintext, key, place(district, matter, fact));
  const reference = randomBytes(12).toString('hex');
  await enter(tx, vaultEntry, `${matter}/${fact}`, { district, matter, fact, reference, ...kept });
  return reference;
}

const vaultEntry: Entry<{ readonly district: string; readonly matter: string; readonly fact: string; readonly reference: string; readonly nonce: string; readonly ciphertext: string }> = {
  write: (tx, rows) =>
    tx.query(
      'vault.seal',
      `insert into vault (district, matter, fact, reference, nonce, ciphertext)
       select $1, each.matter, each.fact, each.reference, decode(each.nonce, 'hex'), decode(each.ciphertext, 'hex')
       from jsonb_to_recordset($2::jsonb) as each (matter uuid, fact text, reference text, nonce text, ciphertext text)
       on conflict (district, matter, fact) do update set reference = excluded.reference, nonce = excluded.nonce, ciphertext = excluded.ciphertext`,
      [rows[0]?.district, JSON.stringify(rows)],
    ),
};

/** Decrypts a sealed fact; nothing when there is none any more. Whoever asks logs the reading. */
export async function openFact(tx: Tx, district: string, matter: string, fact: string, key: Buffer): Promise<string | undefined> {
  const [row] = await tx.query<{ nonce: Buffer; ciphertext: Buffer }>('vault.open', 'select nonce, ciphertext from vault where district = $1 and matter = $2 and fact = $3', [district, matter, fact]);
  if (!row) return undefined;
  return decipher({ nonce: row.nonce.toString('hex'), ciphertext: row.ciphertext.toString('hex') }, key, place(district, matter, fact));
}

/** Erases sealed facts of a matter, all of them unless some are named; the trace keeps a reference that leads nowhere (个人信息保护法 47). */
export async function eraseFacts(tx: Tx, district: string, matter: string, facts?: readonly string[]): Promise<void> {
  await tx.query('vault.erase', 'delete from vault where district = $1 and matter = $2 and ($3::text[] is null or fact = any($3::text[]))', [district, matter, facts ?? null]);
}

function place(district: string, matter: string, fact: string): string {
  return `${district}/${matter}/${fact}`;
}
