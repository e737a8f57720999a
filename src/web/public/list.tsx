import { Fragment } from 'react';
import { faces } from 'virtual:public-faces';
import { call } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { useAnswer } from '#web/public/ask.ts';
import { Entries } from '#web/public/entries.tsx';
import { Nowhere, Trouble, Waiting } from '#web/public/faces.tsx';
import { Head } from '#web/public/head.tsx';
import { useInnerWords } from '#web/public/inner-words.ts';
import { PageTools } from '#web/public/page-tools.tsx';
import { at, go, To, usePlace } from '#web/public/place.tsx';
import { SearchLine } from '#web/public/search-line.tsx';
import { useWords } from '#web/public/words.ts';

const size = 20;

/** What anybody may read of a register, found by any two characters. */
export function PublicList({ first }: { readonly first: string }) {
  const t = useWords();
  const say = useInnerWords();
  const language = useLanguage();
  const { search } = usePlace();
  const face = faces.find(({ key }) => key === first);
  const q = search.get('q') ?? '';
  const page = Math.max(1, Number(search.get('page') ?? 1) || 1);
  const { data, problem, again } = useAnswer(`list ${first} ${q} ${page}`, (signal) => call('GET /api/public/matters/:mechanism', { params: { mechanism: first }, query: { ...(q ? { q } : {}), page, size }, signal }));
  if (!face?.name) return <Nowhere title={t('absent')} />;
  const pages = data ? Math.ceil(data.total / size) : 0;
  const address = (nextPage: number) => `/read/${first}?${new URLSearchParams({ ...(q ? { q } : {}), page: String(nextPage) })}`;
  return (
    <>
      <Head title={face.name[language]} tools={<PageTools title={face.name[language]} />} />
      <div className="wrap section">
        <SearchLine words={q} onFind={(words) => go(at(`/read/${first}${words ? `?${new URLSearchParams({ q: words })}` : ''}`))} />
        {problem && <Trouble problem={problem} again={again} />}
        {!data && !problem && <Waiting />}
        {data && (
          <>
            <p className="meta" role="status">{say('total', { count: numberWords(data.total, language) })}</p>
            {data.rows.length === 0 ? <div className="empty"><strong>{q ? say('searchNothing', { words: q }) : t('nothingHere')}</strong><p>{q ? say('searchNothingHelp') : t('nothingHereHelp')}</p></div> : <Entries face={face} rows={data.rows} words={q} />}
            {pages > 1 && (
              <nav className="pages" aria-label={say('listPages')}>
                {near(page, pages).map((each, index, all) => (
                  <Fragment key={each}>
                    {index > 0 && each - (all[index - 1] ?? 0) > 1 && <span aria-hidden="true">…</span>}
                    <To to={address(each)} aria-label={say('page', { page: each })} aria-current={each === page ? 'page' : undefined}>{each}</To>
                  </Fragment>
                ))}
              </nav>
            )}
          </>
        )}
      </div>
    </>
  );
}

function near(page: number, pages: number): readonly number[] {
  return [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((each) => each >= 1 && each <= pages);
}
