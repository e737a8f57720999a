import { createHash } from 'node:crypto';
import { canonical } from '#kernel/trace.ts';
import type { FastifyRequest } from 'fastify';

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

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
