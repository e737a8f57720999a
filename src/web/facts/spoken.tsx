import { useRef } from 'react';
import { Input } from 'antd';
import { factText } from '#kernel/kinds.ts';
import type { Text } from '#kernel/words.ts';
import type { FactInput, InputProps } from '#web/facts/fact-input.ts';
import { typings } from '#web/facts/typing.ts';
import { useLanguage } from '#web/language.ts';
import { useHearing, useSpeech } from '#web/speech.ts';
import { Icon } from '#web/shell/icon.tsx';
import { useWords } from '#web/words.ts';

/** A field of one line, typed as people speak; what was understood is said beside it where that differs. */
export function spoken(options: { readonly placeholder?: string | Text; readonly inputMode?: 'decimal' | 'numeric' | 'tel' } = {}): FactInput {
  return {
    Input: ({ id, fact, typed, invalid, describedBy, onTyped }) => (
      <>
        <Input
          id={id}
          value={String(typed ?? '')}
          placeholder={useExample(options.placeholder)}
          inputMode={options.inputMode}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          status={invalid ? 'error' : ''}
          showCount={fact.kind === 'text' && fact.max !== undefined}
          maxLength={fact.kind === 'text' ? (fact.max ?? 200) : 200}
          suffix={fact.measure && <Measure fact={fact} />}
          onChange={(event) => onTyped(event.target.value)}
        />
        <Heard fact={fact} typed={typed} />
      </>
    ),
  };
}

/** An example of what is typed: one for both languages, or one each. */
function useExample(example: string | Text | undefined): string | undefined {
  const language = useLanguage();
  return typeof example === 'object' ? example[language] : example;
}

/** A day: typed as it is spoken, or picked from the calendar of the browser. */
export const dayInput: FactInput = {
  Input: (props) => {
    const { id, fact, typed, invalid, describedBy, onTyped } = props;
    const t = useWords();
    const picker = useRef<HTMLInputElement>(null);
    return (
      <>
        <span className="day-input">
          <Input id={id} value={String(typed ?? '')} placeholder={t('dayHint')} aria-describedby={describedBy} aria-invalid={invalid} status={invalid ? 'error' : ''} onChange={(event) => onTyped(event.target.value)} />
          <button type="button" className="button" aria-label={t('pickDay')} onClick={() => openPicker(picker.current)}><Icon name="calendar" /></button>
          <input ref={picker} className="day-picker" type="date" tabIndex={-1} aria-hidden="true" onChange={(event) => event.target.value && onTyped(event.target.value)} />
        </span>
        <Heard fact={fact} typed={typed} />
      </>
    );
  },
};

function openPicker(input: HTMLInputElement | null): void {
  // Chromium before 99 has no showPicker; there the day is typed.
  if (input && 'showPicker' in input) input.showPicker();
}

function Measure({ fact }: Pick<InputProps, 'fact'>) {
  return <span>{fact.measure?.[useLanguage()]}</span>;
}

function Heard({ fact, typed }: Pick<InputProps, 'fact' | 'typed'>) {
  const t = useWords();
  const hearing = useHearing();
  const speech = useSpeech();
  if (fact.kind === 'text' || typeof typed !== 'string' || typed.trim() === '') return null;
  const understood = typings[fact.kind].understand(typed, fact, hearing);
  if (!('value' in understood)) return null;
  const words = factText(fact, understood.value, speech);
  return words === typed.trim() ? null : <span className="heard">{t('understoodAs', { words })}</span>;
}
