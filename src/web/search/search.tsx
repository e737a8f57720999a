import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useLanguage } from '#web/language.ts';
import { registers } from '#web/registers.ts';
import { EntryFace } from '#web/search/entry-face.tsx';
import type { Entry, Group } from '#web/search/entries.ts';
import { rememberWords, useFound } from '#web/search/found.ts';
import { useSearchWords } from '#web/search/words.ts';
import { seesRegister, useSignedIn } from '#web/session.ts';
import { Empty, Failure, Waiting } from '#web/shell/faces.tsx';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';
import './search.css';

const groups: readonly Group[] = ['actions', 'pages', 'registers', 'matters', 'files', 'units', 'posts'];

/** Words in everything the reader may see, or in one register. */
export function SearchPage() {
  const t = useWords();
  const s = useSearchWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/search' });
  const q = String(search['q'] ?? '').trim();
  const mechanism = typeof search['mechanism'] === 'string' ? search['mechanism'] : undefined;
  const signedIn = useSignedIn();
  const { entries, isMore, isWaiting, error, refetch } = useFound(q, 50, mechanism);
  useTitle(q ? t('searchFor', { words: q }) : s('title'));
  const go = (changed: Readonly<Record<string, string | undefined>>) => void navigate({ to: '/search', search: { q, mechanism, ...changed }, replace: true });
  return (
    <>
      <header className="page-head"><h1>{q ? t('searchFor', { words: q }) : s('title')}</h1></header>
      <form className="register-bar panel" role="search" key={q} onSubmit={(event) => { event.preventDefault(); const typed = String(new FormData(event.currentTarget).get('q') ?? '').trim(); void rememberWords(typed); go({ q: typed }); }}>
        <input className="control filter-words" type="search" name="q" maxLength={100} defaultValue={q} aria-label={t('searchAll')} placeholder={s('placeholder')} />
        <select className="control" value={mechanism ?? ''} aria-label={t('register')} onChange={(event) => go({ mechanism: event.target.value || undefined })}>
          <option value="">{t('allRegisters')}</option>
          {registers.filter((each) => seesRegister(each, signedIn)).map(({ key, name }) => <option key={key} value={key}>{name[language]}</option>)}
        </select>
        <button className="button">{t('search')}</button>
      </form>
      {q === '' ? <section className="panel"><Empty title={s('help')} /></section>
        : error ? <section className="panel"><Failure error={error} again={() => void refetch()} /></section>
        : entries.length === 0 ? <section className="panel">{isWaiting ? <Waiting /> : <Empty title={s('nothing', { q })}>{s('nothingHelp')}</Empty>}</section>
        : (
          <>
            <p className="hidden-words" role="status">{s('found', { count: entries.length })}</p>
            {groups.map((group) => <Results key={group} group={group} entries={entries.filter((entry) => entry.group === group)} q={q} />)}
            {isMore && <p className="quiet">{s('more')}</p>}
          </>
        )}
    </>
  );
}

function Results({ group, entries, q }: { readonly group: Group; readonly entries: readonly Entry[]; readonly q: string }) {
  const s = useSearchWords();
  if (entries.length === 0) return null;
  return (
    <section className="panel" aria-labelledby={`found-${group}`}>
      <div className="panel-head"><h2 id={`found-${group}`}>{s(group)}</h2></div>
      <ul className="found">
        {entries.map((entry) => (
          <li key={entry.key}><Link className="found-row" to={entry.to} search={entry.search as never} onClick={() => void rememberWords(q)}><EntryFace entry={entry} /></Link></li>
        ))}
      </ul>
    </section>
  );
}
