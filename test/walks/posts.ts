import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Acted, MatterList, Problem } from '#contract/shapes.ts';
import type { Pier } from './pier.ts';

export type Seated = Awaited<ReturnType<typeof seatedAt>>;

/** Somebody in a post of the sample district, at the interface that pages use: what many do in turn, and what another walk clicks already. */
export async function seatedAt(pier: Pier, postId: string) {
  let csrf = '';
  const send = (cookie: string, method: string, path: string, body?: object | FormData) =>
    fetch(`${pier.origin}${path}`, { method, headers: { origin: pier.origin, cookie, 'x-csrf-token': csrf, 'idempotency-key': randomUUID(), ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }) });
  const entered = await send('', 'POST', '/api/session/demonstration', { postId });
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  csrf = ((await entered.json()) as { csrf: string }).csrf;
  const asked = async <T>(path: string) => (await (await send(cookie, 'GET', path)).json()) as T;
  const attempt = async (mechanism: string, action: string, input: object = {}, id?: string) => send(cookie, 'POST', `/api/matters/${mechanism}/${id === undefined ? '' : `${id}/`}actions/${action}`, { input });
  const handIn = (name: string, bytes: BlobPart) => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    return send(cookie, 'POST', '/api/files', form);
  };
  return {
    asked,
    find: async (mechanism: string, words: string) => (await asked<MatterList>(`/api/matters/${mechanism}?q=${encodeURIComponent(words)}`)).rows,
    async act(mechanism: string, action: string, input: object = {}, id?: string) {
      const answer = await attempt(mechanism, action, input, id);
      expect(answer.status, `${mechanism}.${action}: ${answer.ok ? '' : await answer.clone().text()}`).toBe(200);
      return (await answer.json()) as Acted;
    },
    refused: async (mechanism: string, action: string, input: object, id?: string) => (await (await attempt(mechanism, action, input, id)).json()) as Problem,
    /** Hands a file in and gives the answer, whatever it is. */
    handIn,
    /** Evidence of that name. */
    evidence: async (name = '评审纪要') => ((await (await handIn(`${name}.txt`, `${name}：逐项讨论后形成意见。`)).json()) as { hash: string; name: string }[]).map(({ hash, name: kept }) => ({ hash, name: kept })),
  };
}
