import { useEffect } from 'react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '#web/ask.ts';
import { useLanguage } from '#web/language.ts';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { findRegister, registers } from '#web/registers.ts';
import { seesRegister, useSignedIn } from '#web/session.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { useWords } from '#web/words.ts';

/** Words in every matter the reader may see. */
export function SearchPage() {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/search' });
  const q = String(search['q'] ?? '').trim();
  const mechanism = typeof search['mechanism'] === 'string' ? search['mechanism'] : undefined;
  const signedIn = useSignedIn();
  const found = useAsk('GET /api/search', { query: { q: q || '-', ...(mechanism ? { mechanism } : {}) } }, { enabled: q !== '', keep: true });
  useEffect(() => void (document.title = `${t('searchFor', { words: q })} · ${t('product')}`), [q, t]);
  const go = (changed: Readonly<Record<string, string | undefined>>) => void navigate({ to: '/search', search: { q, mechanism, ...changed }, replace: true });
  return (
    <>
      <header className="page-head"><h1>{t('searchFor', { words: q })}</h1></header>
      <section className="panel">
        <form className="register-bar" role="search" key={q} onSubmit={(event) => { event.preventDefault(); go({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() }); }}>
          <input className="control filter-words" type="search" name="q" maxLength={100} defaultValue={q} aria-label={t('searchAll')} />
          <select className="control" value={mechanism ?? ''} aria-label={t('register')} onChange={(event) => go({ mechanism: event.target.value || undefined })}>
            <option value="">{t('allRegisters')}</option>
            {registers.filter((each) => seesRegister(each, signedIn)).map(({ key, name }) => <option key={key} value={key}>{name[language]}</option>)}
          </select>
          <button className="button">{t('search')}</button>
        </form>
        <div aria-live="polite">
          {q === '' ? <Empty title={t('searchHelp')} /> : (
            <Answered of={found}>
              {(hits) => (hits.length === 0 ? <Empty title={t('nothingFound')}>{t('searchNothingHelp')}</Empty> : (
                <ul className="duties hits">
                  {hits.map((hit) => (
                    <li key={hit.id}>
                      <Link to="/matters/$mechanism/$id" params={{ mechanism: hit.mechanism, id: hit.id }}>{[hit.number, hit.title].filter(Boolean).join(' ')}</Link>
                      <span className="tag is-plain">{findRegister(hit.mechanism)?.name[language] ?? hit.mechanism}</span>
                      <StageTag record={findRegister(hit.mechanism)} stage={hit.stage} />
                      <p className="hit-words">{hit.excerpt[0]}<mark>{hit.excerpt[1]}</mark>{hit.excerpt[2]}</p>
                    </li>
                  ))}
                </ul>
              ))}
            </Answered>
          )}
        </div>
      </section>
    </>
  );
}
