import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { canonical } from '#kernel/trace.ts';
import type { Tx } from '#store/database.ts';
import { recall, remember } from '#store/idempotency.ts';
import type { Call } from './call.ts';

/**
 * The header `Idempotency-Key` with what the request was, so that the same POST sent twice has one effect and another one under
 * the same key is refused. The key belongs to whoever sent it: nobody learns another's answer by guessing keys.
 */
export function sameAgain(request: FastifyRequest, who: string): { readonly key: string; readonly requestHash: string } | undefined {
  const given = request.headers['idempotency-key'];
  if (typeof given !== 'string' || given === '') return undefined;
  return {
    key: digest(`${who}\n${given}`),
    requestHash: digest(`${who}\n${request.method} ${request.url.split('?')[0]}\n${canonical(request.body ?? null)}`),
  };
}

/** Does a change that is no action of a matter once for its key. What is remembered may leave out what only the first answer tells. */
export async function once<T>(call: Pick<Call<'POST /api/notices/read'>, 'platform' | 'request' | 'actor' | 'writing'>, work: (tx: Tx) => Promise<T>, remembered: (result: T) => T = (result) => result): Promise<T> {
  const { district } = call.platform;
  const same = sameAgain(call.request, call.actor.postId);
  return call.writing(async (tx) => {
    const earlier = same && (await recall<T>(tx, district, same.key, same.requestHash));
    if (earlier) return earlier;
    const result = await work(tx);
    if (same) await remember(tx, district, same.key, remembered(result));
    return result;
  });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
