import { Refusal } from '#kernel/refusal.ts';
import type { Tx } from './database.ts';
import { enter, type Entry } from './ledger.ts';

/**
 * The answer already given under a key. The key's row is made first: the same request sent twice waits here for the first one to end,
 * and finds its answer, or, when it was rolled back, goes ahead itself.
 */
export async function recall<T>(tx: Tx, district: string, key: string, requestHash: string): Promise<T | undefined> {
  if (madeIn.get(tx)?.delete(key)) return undefined;
  const made = await tx.beside(
    'idempotency.make',
    'insert into idempotency (district, key, request_hash) values ($1, $2, $3) on conflict do nothing returning 1 as made',
    [district, key, requestHash],
  );
  if (made.length > 0) return undefined;
  // Asked, not beside: an answer kept earlier in this very transaction may still wait to be written.
  const [held] = await tx.query<{ request_hash: string; result: T | null }>('idempotency.held', 'select request_hash, result from idempotency where district = $1 and key = $2 for update', [district, key]);
  if (held && held.request_hash !== requestHash) {
    throw new Refusal('idempotencyReused', {
      status: 422,
      zh: '同一个幂等键已用于另一项请求，请换一个键再提交。',
      en: 'This idempotency key has been used for another request. Please submit again under a new one.',
    });
  }
  return held?.result ?? undefined;
}

/** Makes the rows of keys that are going to be asked for in this transaction, all in one statement; one that is there already is found when it is asked for. */
export async function makeKeys(tx: Tx, district: string, keys: readonly { readonly key: string; readonly requestHash: string }[]): Promise<void> {
  if (keys.length === 0) return;
  const made = await tx.beside<{ key: string }>(
    'idempotency.makeAll',
    `insert into idempotency (district, key, request_hash) select $1, each.key, each."requestHash" from jsonb_to_recordset($2::jsonb) as each (key text, "requestHash" text)
     order by each.key on conflict do nothing returning key`,
    [district, JSON.stringify(keys)],
  );
  madeIn.set(tx, new Set([...(madeIn.get(tx) ?? []), ...made.map(({ key }) => key)]));
}

const madeIn = new WeakMap<Tx, Set<string>>();

/** Keeps the answer under its key, in the transaction whose effect it tells. */
export async function remember(tx: Tx, district: string, key: string, result: unknown): Promise<void> {
  await enter(tx, answerEntry, key, { district, key, result });
}

const answerEntry: Entry<{ readonly district: string; readonly key: string; readonly result: unknown }> = {
  // One statement a key, all of them sent together: the plan for a single row never depends on how large the table was when it was made.
  write: (tx, rows) =>
    Promise.all(rows.map(({ district, key, result }) => tx.query('idempotency.remember', 'update idempotency set result = $3 where district = $1 and key = $2', [district, key, JSON.stringify(result)]))),
};

/** Forgets answers older than a moment: nobody sends the same request days later. */
export async function forgetBefore(tx: Tx, district: string, before: string): Promise<void> {
  await tx.query('idempotency.forget', 'delete from idempotency where district = $1 and at < $2', [district, before]);
}
