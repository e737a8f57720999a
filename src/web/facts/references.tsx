import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { bracketed } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { Picker } from '#web/facts/choices.tsx';
import { MatterLink } from '#web/facts/matter-link.tsx';
import type { FactInput, InputProps, ShowProps } from '#web/facts/fact-input.ts';
import { useLanguage } from '#web/language.ts';
import { useSpeech, useUnits } from '#web/speech.ts';
import { groupBy } from '#web/group-by.ts';
import { unitKindWords } from '#web/administration/unit-kinds.ts';
import { useWords } from '#web/words.ts';

export const unit: FactInput = { Input: (props) => <Units {...props} /> };
export const units: FactInput = { Input: (props) => <Units {...props} multiple /> };
export const matter: FactInput = { Input: (props) => <Matters {...props} />, Show: MatterLinks };
export const matters: FactInput = { Input: (props) => <Matters {...props} multiple />, Show: MatterLinks };

function Units(props: InputProps & { readonly multiple?: boolean }) {
  const t = useWords();
  return <Picker {...props} options={useUnitOptions()} placeholder={t('pickUnit')} />;
}

/** The units of today, by kind. */
export function useUnitOptions() {
  const language = useLanguage();
  const all = useUnits();
  return [...groupBy(all, (each) => each.kind)].map(([kind, members]) => ({ label: unitKindWords(kind)[language], options: members.map(({ id, name, shortName, sounds }) => ({ value: id, label: shortName && shortName !== name ? bracketed(name, shortName, language) : name, sounds })) }));
}

/** Finds matters by words of their title or by number; without words the newest of the register. */
function Matters(props: InputProps & { readonly multiple?: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const { fact, typed } = props;
  const mechanism = fact.mechanism ?? '';
  const [words, setWords] = useState('');
  const record = findMechanism(mechanism)?.record;
  const found = useQuery({
    queryKey: ['find matter', mechanism, words],
    queryFn: () => call('GET /api/matters/:mechanism', { params: { mechanism }, query: { ...(words ? { q: words } : {}), ...(fact.stages ? { stage: [...fact.stages] } : {}), size: '20' } }),
    placeholderData: keepPreviousData,
  });
  const held = (Array.isArray(typed) ? typed : typed ? [typed] : []) as readonly string[];
  const options = (found.data?.rows ?? []).map(({ id, number, title }) => ({ value: id, label: [number, title].filter(Boolean).join(' ') }));
  const missing = held.filter((id) => !options.some(({ value }) => value === id));
  const names = useTitles(mechanism, missing);
  return (
    <Picker
      {...props}
      options={[...options, ...missing.map((id) => ({ value: id, label: names[id] ?? id }))]}
      onSearch={setWords}
      loading={found.isFetching}
      placeholder={record ? t('pickMatter', { register: record.name[language] }) : ''}
    />
  );
}

/** Titles of matters that are held already but not among those found. */
function useTitles(mechanism: string, ids: readonly string[]): Readonly<Record<string, string>> {
  const id = ids[0] ?? '';
  const { data } = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism, id } }, { enabled: id !== '' });
  const title = data && data.facts[findMechanism(mechanism)?.record.title ?? ''];
  return data ? { [data.id]: [data.number, title].filter(Boolean).join(' ') } : {};
}

function MatterLinks({ fact, value, speech }: ShowProps) {
  const ids = (Array.isArray(value) ? value : [value]) as readonly string[];
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && (speech.language === 'zh' ? '、' : ', ')}
      <MatterLink mechanism={fact.mechanism ?? ''} id={id} speech={speech} />
    </span>
  ));
}

/** A person is one of those who hold a post today, found by name or unit. */
export const person: FactInput = { Input: PersonInput };

function PersonInput(props: InputProps) {
  const speech = useSpeech();
  const [words, setWords] = useState('');
  const found = useAsk('GET /api/people', { query: words ? { q: words } : {} });
  const options = (found.data ?? []).map(({ id, name, unitName }) => ({ value: id, label: `${name} · ${unitName}` }));
  const held = typeof props.typed === 'string' && props.typed !== '' && !options.some(({ value }) => value === props.typed);
  return <Picker {...props} options={[...options, ...(held ? [{ value: props.typed as string, label: speech.personName(props.typed as string) }] : [])]} onSearch={setWords} loading={found.isFetching} />;
}
