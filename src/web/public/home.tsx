import { faces } from 'virtual:public-faces';
import { call } from '#web/client.ts';
import { dayWords, numberWords, useLanguage } from '#web/language.ts';
import { Pier } from '#web/look/pier.tsx';
import { useAnswer } from '#web/public/ask.ts';
import { followCode, isCode } from '#web/public/code.ts';
import { Trouble } from '#web/public/faces.tsx';
import { pages } from '#web/public/pages.tsx';
import { at, go, To } from '#web/public/place.tsx';
import { RegisterCards } from '#web/public/register-cards.tsx';
import { briefWords, titleOf } from '#web/public/rows.ts';
import { useWords } from '#web/public/words.ts';
import type { PublicFace } from '#web/slim-declarations.ts';

/** The start page: what one can do here, what was published lately, the open figures. */
export function Home() {
  const t = useWords();
  const language = useLanguage();
  const shown = faces.flatMap((face) => (face.name ? [{ ...face, words: face.name[language] }] : []));
  return (
    <>
      <div className="hero pier-ground">
        <Pier />
        <div className="wrap">
          <h1>{t('heroTitle')}</h1>
          <p className="lead">{t('heroLead')}</p>
          <form
            className="search-box"
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              find(String(new FormData(event.currentTarget).get('words') ?? '').trim());
            }}
          >
            <label className="hidden-words" htmlFor="home-words">{t('searchLabel')}</label>
            <input id="home-words" name="words" autoComplete="off" enterKeyHint="search" maxLength={100} placeholder={t('searchPlaceholder')} />
            <button className="button is-tile">{t('find')}</button>
          </form>
        </div>
      </div>
      <div className="wrap">
        <nav className="doors" aria-label={t('doors')}>
          {pages.flatMap(({ link }) => (link && link.to !== '/' ? [<To key={link.to} className="door" to={link.to}><strong>{link.name[language]}</strong><span>{link.door[language]}</span></To>] : []))}
        </nav>
        <OpenNumbers />
        <section className="section" aria-label={t('published')}>
          <div className="section-head"><h2>{t('published')}</h2></div>
          <RegisterCards />
        </section>
        <div className="columns">{shown.slice(0, 4).map((face) => <Latest key={face.key} face={face} name={face.words} />)}</div>
      </div>
    </>
  );
}

/** A code goes to what was handed in under it; it never stands in an address. Other words are looked for. */
function find(words: string): void {
  if (isCode(words)) {
    followCode.current = words;
    go(at('/follow'));
  } else go(at(words === '' ? '/follow' : `/search?${new URLSearchParams({ q: words })}`));
}

function Latest({ face, name }: { readonly face: PublicFace; readonly name: string }) {
  const t = useWords();
  const language = useLanguage();
  const { data, problem, again } = useAnswer(`latest ${face.key}`, (signal) => call('GET /api/public/matters/:mechanism', { params: { mechanism: face.key }, query: { size: '6' }, signal }));
  // Its door above says that it is there; an empty place says nothing more.
  if (data?.rows.length === 0) return null;
  return (
    <section className="section" aria-label={name}>
      <div className="section-head"><h2>{name}</h2><To className="more" to={`/read/${face.key}`} aria-label={t('moreOf', { name })}>{t('more')}</To></div>
      {problem && <Trouble problem={problem} again={again} />}
      <ul className="entries" aria-busy={!data && !problem}>
        {!data && !problem && Array.from({ length: 6 }, (_, index) => <li key={index} className="is-coming" aria-hidden="true" />)}
        {data?.rows.map((row) => (
          <li key={row.id}>
            <To to={`/read/${face.key}/${row.id}`}><span lang="zh-CN">{titleOf(face, row)}</span></To>
            <span className="entry-more">
              <span className="meta">{briefWords(face, row, language)}</span>
              <time dateTime={row.changedAt}>{dayWords(row.changedAt)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenNumbers() {
  const t = useWords();
  const language = useLanguage();
  const declared = faces.flatMap(({ figures }) => figures);
  const { data } = useAnswer('figures', (signal) => call('GET /api/public/figures', { signal }));
  const shown = declared.slice(0, 4).map((figure) => ({ figure, value: data?.find(({ key }) => key === figure.key)?.value }));
  if (shown.length === 0) return null;
  return (
    <section className="section" aria-label={t('inNumbers')}>
      <dl className="numbers">
        {shown.map(({ figure, value }) => <div key={figure.key}><dt>{figure.name[language]}</dt><dd><strong>{typeof value === 'number' ? numberWords(value, language) : '—'}</strong> <small>{figure.unit[language]}</small></dd></div>)}
      </dl>
    </section>
  );
}
