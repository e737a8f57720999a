import { Fragment } from 'react';
import { faces } from 'virtual:public-faces';
import type { PublicList as List } from '#contract/public-shapes.ts';
import type { PublicFace } from '#web/slim-declarations.ts';
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
  const narrowed = Object.fromEntries([...search].filter(([name]) => name.startsWith('f.')));
  const { data, problem, again } = useAnswer(`list ${first} ${search.toString()}`, (signal) => call('GET /api/public/matters/:mechanism', { params: { mechanism: first }, query: { ...narrowed, ...(q ? { q } : {}), page: String(page), size: String(size) }, signal }));
  if (!face?.name) return <Nowhere title={t('absent')} />;
  const pages = data ? Math.ceil(data.total / size) : 0;
  const address = (nextPage: number) => `/read/${first}?${new URLSearchParams({ ...(q ? { q } : {}), ...narrowed, page: String(nextPage) })}`;
  const find = (given: Readonly<Record<string, string>>) => {
    const asked = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
    go(at(`/read/${first}${asked.size > 0 ? `?${asked}` : ''}`));
  };
  return (
    <>
      <Head title={face.name[language]} tools={<PageTools title={face.name[language]} />} />
      <div className="wrap section">
        <SearchLine words={q} onFind={(words) => find({ ...narrowed, q: words })} />
        {face.narrows.length > 0 && <Narrows face={face} narrowed={narrowed} list={data} onNarrow={(name, value) => find({ ...(q ? { q } : {}), ...narrowed, [name]: value })} />}
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

/** What the list may be narrowed by; a list by years opens on the latest. */
function Narrows({ face, narrowed, list, onNarrow }: { readonly face: PublicFace; readonly narrowed: Readonly<Record<string, string>>; readonly list: List | undefined; readonly onNarrow: (name: string, value: string) => void }) {
  const say = useInnerWords();
  const language = useLanguage();
  return (
    <div className="narrows">
      {face.narrows.map(({ fact, name, options }) => {
        const { from = 0, to = -1 } = list?.years[fact] ?? {};
        const years = Array.from({ length: to - from + 1 }, (_each, back) => String(to - back));
        const chosen = narrowed[`f.${fact}`] ?? (options === undefined && list?.year !== undefined ? String(list.year) : '');
        return (
          <div key={fact} className="field">
            <label htmlFor={`narrow-${fact}`}>{name[language]}</label>
            <select id={`narrow-${fact}`} value={chosen} onChange={(event) => onNarrow(`f.${fact}`, event.target.value)}>
              <option value={options === undefined ? '*' : ''}>{say('allOfThem')}</option>
              {options === undefined ? years.map((year) => <option key={year} value={year}>{year}</option>) : Object.entries(options).map(([key, words]) => <option key={key} value={key}>{words[language]}</option>)}
            </select>
          </div>
        );
      })}
    </div>
  );
}

function near(page: number, pages: number): readonly number[] {
  return [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((each) => each >= 1 && each <= pages);
}
