import { useState } from 'react';
import { useInnerWords } from '#web/public/inner-words.ts';
import { useWords } from '#web/public/words.ts';

/** Where one types what to look for; one character alone is told to be too few before anything is asked. */
export function SearchLine({ words, onFind }: { readonly words: string; readonly onFind: (words: string) => void }) {
  const t = useWords();
  const say = useInnerWords();
  const [isTooShort, setTooShort] = useState(false);
  return (
    <form
      key={words}
      className="search-line"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get('q') ?? '').trim();
        setTooShort([...typed].length === 1);
        if ([...typed].length !== 1) onFind(typed);
      }}
    >
      <div className="field">
        <label htmlFor="search-words">{say('searchHere')}</label>
        <input id="search-words" type="search" name="q" defaultValue={words} maxLength={100} enterKeyHint="search" aria-invalid={isTooShort} aria-describedby={isTooShort ? 'search-problem' : undefined} />
        {isTooShort && <p className="field-error" id="search-problem" role="alert">{say('twoCharacters')}</p>}
      </div>
      <button className="button is-primary">{t('find')}</button>
      {words && <button type="button" className="button is-quiet" onClick={() => onFind('')}>{say('clear')}</button>}
    </form>
  );
}
