import { useEffect, type ReactNode } from 'react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { asProblem } from '#web/client.ts';
import { tellFault } from '#web/faults.ts';
import { useLanguage } from '#web/language.ts';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';

/** What a page shows while it waits for its answer. */
export function Waiting() {
  const t = useWords();
  return (
    <div className="waiting" role="status">
      <span className="waiting-mark" aria-hidden="true" />
      {t('waiting')}
    </div>
  );
}

/** What a page shows when its answer did not come: the words of the refusal and a way on. */
export function Failure({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const problem = asProblem(error);
  return (
    <div className="failed" role="alert">
      <strong>{problem.words[language]}</strong>
      {problem.incident && <p>{t('incident', { number: problem.incident })}</p>}
      <p className="failed-actions">
        <button type="button" className="button" onClick={again ?? (() => location.reload())}>
          {t('again')}
        </button>
        <a className="button" href="/work">{t('toWork')}</a>
      </p>
    </div>
  );
}

/** The face of a page that broke; the server is told. */
export function Failed({ error, reset }: ErrorComponentProps) {
  useEffect(() => tellFault(error), [error]);
  return (
    <main className="content" id="content">
      <section className="panel">
        <Failure error={error} again={reset} />
      </section>
    </main>
  );
}

/** The face of an address that leads nowhere. */
export function Absent() {
  const t = useWords();
  useTitle(t('absentPage'));
  return (
    <section className="panel empty">
      <h1>{t('absentPage')}</h1>
      <p>
        <a className="button" href="/work">{t('toWork')}</a>
      </p>
    </section>
  );
}

/** An empty place that says what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}

/** One of the three faces, or the answer. */
export function Answered<T>({ of, children }: { readonly of: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown }; readonly children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failure error={of.error} again={() => void of.refetch()} />;
  return <Waiting />;
}
