import { registers } from 'virtual:public-registers';
import { call } from '#web/client.ts';
import { dayWords, numberWords, useLanguage } from '#web/language.ts';
import { useAnswer } from '#web/public/ask.ts';
import { Broken, Trouble, Waiting } from '#web/public/faces.tsx';
import { Head } from '#web/public/head.tsx';
import { PublicFacts } from '#web/public/facts.tsx';
import { at, go, To, usePlace } from '#web/public/place.tsx';
import { publicSpeech } from '#web/public/speech.ts';
import { useInnerWords } from '#web/public/inner-words.ts';
import { useWords } from '#web/public/words.ts';

const size = 20;

/** What anybody may read of a register, found by any two characters. */
export function PublicList({ first }: { readonly first: string }) {
  const t = useWords();
  const say = useInnerWords();
  const language = useLanguage();
  const { search } = usePlace();
  const record = registers.find((each) => each.record.key === first)?.record;
  const q = search.get('q') ?? '';
  const page = Math.max(1, Number(search.get('page') ?? 1) || 1);
  const { data, problem, again } = useAnswer(`list ${first} ${q} ${page}`, (signal) => call('GET /api/public/matters/:mechanism', { params: { mechanism: first }, query: { ...(q ? { q } : {}), page, size }, signal }));
  if (!record?.publicFace) return <Broken title={t('absent')} />;
  const pages = data ? Math.ceil(data.total / size) : 0;
  const address = (nextPage: number) => `/read/${first}?${new URLSearchParams({ ...(q ? { q } : {}), page: String(nextPage) })}`;
  return (
    <>
      <Head title={record.publicFace.name[language]} />
      <div className="wrap section">
        <form
          key={q}
          className="search-line"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
            go(at(`/read/${first}${words ? `?${new URLSearchParams({ q: words })}` : ''}`));
          }}
        >
          <div className="field"><label htmlFor="list-words">{say('searchHere')}</label><input id="list-words" type="search" name="q" defaultValue={q} maxLength={100} /></div>
          <button className="button is-primary">{t('find')}</button>
        </form>
        {problem && <Trouble problem={problem} again={again} />}
        {!data && !problem && <Waiting />}
        {data && (
          <>
            <p className="meta" role="status">{say('total', { count: numberWords(data.total, language) })}</p>
            {data.rows.length === 0 ? <div className="empty"><strong>{q ? say('nothingFound') : t('nothingHere')}</strong><p>{q ? say('nothingFoundHelp') : t('nothingHereHelp')}</p></div> : (
              <ul className="entries">
                {data.rows.map((row) => (
                  <li key={row.id}>
                    <To to={`/read/${first}/${row.id}`}>{String(row.facts[record.title] ?? row.number ?? '')}</To>
                    <span className="chip">{record.stages[row.stage]?.name[language] ?? row.stage}</span>
                    <time>{dayWords(row.changedAt)}</time>
                  </li>
                ))}
              </ul>
            )}
            {pages > 1 && (
              <nav className="pages" aria-label={say('listPages')}>
                {near(page, pages).map((each) => <To key={each} to={address(each)} aria-label={say('page', { page: each })} aria-current={each === page ? 'page' : undefined}>{each}</To>)}
              </nav>
            )}
          </>
        )}
      </div>
    </>
  );
}

/** One published matter. */
export function PublicMatter({ first, second }: { readonly first: string; readonly second: string }) {
  const t = useWords();
  const language = useLanguage();
  const record = registers.find((each) => each.record.key === first)?.record;
  const { data, problem, again } = useAnswer(`matter ${second}`, (signal) => call('GET /api/public/matters/:mechanism/:id', { params: { mechanism: first, id: second }, signal }));
  if (!record?.publicFace) return <Broken title={t('absent')} />;
  const title = data ? String(data.facts[record.title] ?? data.number ?? '') : '';
  return (
    <>
      <Head title={title || record.publicFace.name[language]} />
      <div className="wrap">
        <nav className="breadcrumb" aria-label={t('pages')}>
          <ol><li><To to="/">{t('home')}</To></li><li><To to={`/read/${first}`}>{record.publicFace.name[language]}</To></li><li><span aria-current="page">{title}</span></li></ol>
        </nav>
        {problem && <Trouble problem={problem} again={again} />}
        {!data && !problem && <Waiting />}
        {data && (
          <article className="section">
            <p className="meta">{[data.number, dayWords(data.changedAt)].filter(Boolean).join(' · ')} <span className="chip">{record.stages[data.stage]?.name[language] ?? data.stage}</span></p>
            <Answering mechanism={first} id={second} stage={data.stage} />
            <PublicFacts facts={record.facts} values={data.facts} names={record.publicFace.facts.filter((name) => name !== record.title)} speech={publicSpeech(data.names, language)} />
          </article>
        )}
      </div>
    </>
  );
}

/** Where something may be handed in that refers to this matter as it stands: the way there. */
function Answering({ mechanism, id, stage }: { readonly mechanism: string; readonly id: string; readonly stage: string }) {
  const language = useLanguage();
  const ways = registers.flatMap(({ record, actions }) =>
    Object.values(actions).flatMap((action) => {
      if (action.from !== 'new' || !action.by.includes('public')) return [];
      const asked = Object.keys(action.asks ?? {}).find((name) => record.facts[name]?.mechanism === mechanism && record.facts[name]?.stages?.includes(stage));
      return asked === undefined ? [] : [{ to: `/suggest/${record.key}?${new URLSearchParams({ [asked]: id })}`, words: action.name[language] }];
    }),
  );
  if (ways.length === 0) return null;
  return <p className="form-actions">{ways.map(({ to, words }) => <To key={to} className="button is-tile" to={to}>{words}</To>)}</p>;
}

function near(page: number, pages: number): readonly number[] {
  return [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((each) => each >= 1 && each <= pages);
}
