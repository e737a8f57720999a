import { useDeferredValue } from 'react';
import { queries, useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { entriesOf, type Entry } from '#web/search/entries.ts';
import { useSearchWords } from '#web/search/words.ts';
import { useSignedIn } from '#web/session.ts';

/** What is found for some words, as one list; asked a moment after the last key. */
export function useFound(q: string, size: number, mechanism?: string): { readonly entries: readonly Entry[]; readonly isMore: boolean; readonly isWaiting: boolean; readonly error: unknown; readonly refetch: () => unknown } {
  const words = useSearchWords();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const asked = useDeferredValue(q.trim());
  const { data, error, isFetching, refetch } = useAsk('GET /api/search/everything', { query: { q: asked || '-', size, ...(mechanism ? { mechanism } : {}) } }, { enabled: asked !== '', keep: true });
  const found = asked === '' ? undefined : data;
  return { entries: entriesOf(found, asked, { language, signedIn, words }), isMore: (found?.more.length ?? 0) > 0, isWaiting: isFetching || asked !== q.trim(), error: asked === '' ? null : error, refetch };
}

/** Remembers what somebody went to from a search, for that person alone. */
export async function rememberWords(q: string): Promise<void> {
  if (q.trim() === '') return;
  // A search that cannot be remembered is no reason to stop anybody.
  const recent = await call('POST /api/search/recent', { body: { q: q.trim() } }).catch(() => undefined);
  if (recent) queries.setQueryData(['GET /api/search/recent', null, null], recent);
}

/** Forgets all of it. */
export async function forgetWords(): Promise<void> {
  queries.setQueryData(['GET /api/search/recent', null, null], await call('DELETE /api/search/recent'));
}
