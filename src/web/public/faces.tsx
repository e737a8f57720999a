import type { Problem } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { To } from '#web/public/place.tsx';
import { useWords } from '#web/public/words.ts';

export function Waiting() {
  return <p className="wrap section" role="status">{useWords()('waiting')}</p>;
}

/** What went wrong, in the words of the refusal, and a way on. */
export function Trouble({ problem, again }: { readonly problem: Problem; readonly again?: () => void }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <div className="notice is-refused" role="alert">
      <strong>{problem.words[language]}</strong>
      {problem.incident && <p>{t('incident', { number: problem.incident })}</p>}
      {again && <p><button type="button" className="button" onClick={again}>{t('again')}</button></p>}
    </div>
  );
}

export function Broken({ title }: { readonly title: string }) {
  const t = useWords();
  return <div className="wrap section"><div className="empty"><strong>{title}</strong><p><To to="/">{t('toHome')}</To></p></div></div>;
}
