import { useEffect, useState } from 'react';
import type { Problem } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { To } from '#web/public/place.tsx';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/public/words.ts';

/** While an answer is on its way; when it takes long, that is said. */
export function Waiting() {
  const t = useWords();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 8_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status">
      <span className="waiting-lines" aria-hidden="true"><i /><i /><i /></span>
      <p>{isLong ? t('waitingLong') : t('waiting')}</p>
    </div>
  );
}

/** What went wrong, in the words of the refusal, and a way on. Where only the network was gone, it is tried again when it is back. */
export function Trouble({ problem, again }: { readonly problem: Problem; readonly again?: () => void }) {
  const t = useWords();
  const language = useLanguage();
  useEffect(() => {
    if (problem.status !== 0 || !again) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [problem.status, again]);
  return (
    <div className="notice is-refused" role="alert">
      <strong>{problem.words[language]}</strong>
      {problem.incident && <p>{t('incident', { number: problem.incident })}</p>}
      {again && <p><button type="button" className="button" onClick={again}>{t('again')}</button></p>}
    </div>
  );
}

/** A page that broke. */
export function Broken() {
  const t = useWords();
  return (
    <div className="wrap section">
      <div className="notice is-refused" role="alert">
        <h1>{t('broken')}</h1>
        <p>{t('brokenHelp')}</p>
        <p className="form-actions"><button type="button" className="button is-primary" onClick={() => location.reload()}>{t('reload')}</button><a className="button" href="/">{t('toHome')}</a></p>
      </div>
    </div>
  );
}

/** An address that leads nowhere, or nothing to do here. */
export function Nowhere({ title }: { readonly title: string }) {
  const t = useWords();
  useTitle(title);
  return (
    <div className="wrap section">
      <div className="empty">
        <h1>{title}</h1>
        <p>{t('absentHelp')}</p>
        <p className="form-actions"><To className="button is-primary" to="/">{t('toHome')}</To><To className="button" to="/help">{t('help')}</To></p>
      </div>
    </div>
  );
}
