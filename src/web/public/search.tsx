import { faces } from 'virtual:public-faces';
import { call } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { useAnswer } from '#web/public/ask.ts';
import { Entries } from '#web/public/entries.tsx';
import { Trouble, Waiting } from '#web/public/faces.tsx';
import { Head } from '#web/public/head.tsx';
import { useInnerWords } from '#web/public/inner-words.ts';
import { at, go, To, usePlace } from '#web/public/place.tsx';
import { SearchLine } from '#web/public/search-line.tsx';

const size = 5;
const open = faces.filter(({ name }) => name !== undefined);

/** Looks through everything anybody may read, register by register. */
export function Search() {
  const say = useInnerWords();
  const language = useLanguage();
  const q = (usePlace().search.get('q') ?? '').trim();
  const { data, problem, again } = useAnswer(`search ${q}`, (signal) => Promise.all([...q].length < 2 ? [] : open.map((face) => call('GET /api/public/matters/:mechanism', { params: { mechanism: face.key }, query: { q, size: String(size) }, signal }).then((list) => ({ face, list })))));
  const found = (data ?? []).filter(({ list }) => list.total > 0);
  const title = q === '' ? say('searchNew') : say('searchTitle', { words: q });
  return (
    <>
      <Head title={title} />
      <div className="wrap section">
        <SearchLine words={q} onFind={(words) => go(at(`/search?${new URLSearchParams({ q: words })}`))} />
        {problem && <Trouble problem={problem} again={again} />}
        {!data && !problem && <Waiting />}
        {data && [...q].length >= 2 && (
          <>
            <p className="meta" role="status">{say('total', { count: numberWords(found.reduce((sum, { list }) => sum + list.total, 0), language) })}</p>
            {found.length === 0 && <div className="empty"><strong>{say('searchNothing', { words: q })}</strong><p>{say('searchNothingHelp')}</p><p className="form-actions"><To className="button" to="/suggest">{say('suggestInstead')}</To></p></div>}
            {found.map(({ face, list }) => (
              <section className="section" key={face.key}>
                <div className="section-head"><h2>{face.name?.[language]}</h2></div>
                <Entries face={face} rows={list.rows} words={q} />
                {list.total > size && <p><To className="more" to={`/read/${face.key}?${new URLSearchParams({ q })}`}>{say('searchAll', { name: face.name?.[language] ?? '', count: numberWords(list.total, language) })}</To></p>}
              </section>
            ))}
          </>
        )}
      </div>
    </>
  );
}
