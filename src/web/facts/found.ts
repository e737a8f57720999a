import { useState } from 'react';
import { useAsk } from '#web/ask.ts';
import { useSpeech } from '#web/speech.ts';

/** What a list to pick from offers while somebody types. */
export interface Found {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly loading: boolean;
  readonly onSearch: (words: string) => void;
}

/** Holders of posts, by part of a name; those already picked stay in the list under their names. */
export function usePeopleFound(picked: readonly string[]): Found {
  const [words, setWords] = useState('');
  const speech = useSpeech();
  const found = useAsk('GET /api/people', { query: words ? { q: words } : {} }, { keep: true });
  const options = (found.data ?? []).map(({ id, name, unitName }) => ({ value: id, label: `${name} · ${unitName}` }));
  return { options: withPicked(options, picked, speech.personName), loading: found.isFetching, onSearch: setWords };
}

/** Matters of a register, by words of the title or by number. */
export function useMattersFound(mechanism: string, picked: readonly string[]): Found {
  const [words, setWords] = useState('');
  const found = useAsk('GET /api/matters/:mechanism', { params: { mechanism }, query: { ...(words ? { q: words } : {}), size: '20' } }, { keep: true });
  const first = picked[0] ?? '';
  const named = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism, id: first } }, { enabled: first !== '' });
  const options = (found.data?.rows ?? []).map(({ id, number, title }) => ({ value: id, label: [number, title].filter(Boolean).join(' ') }));
  return { options: withPicked(options, picked, (id) => (id === named.data?.id ? (named.data.number ?? id) : id)), loading: found.isFetching, onSearch: setWords };
}

function withPicked(options: Found['options'], picked: readonly string[], name: (id: string) => string): Found['options'] {
  const missing = picked.filter((id) => !options.some(({ value }) => value === id));
  return [...options, ...missing.map((id) => ({ value: id, label: name(id) }))];
}
