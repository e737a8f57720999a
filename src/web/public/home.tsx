import { faces } from 'virtual:public-faces';
import { call } from '#web/client.ts';
import { dayWords, numberWords, useLanguage } from '#web/language.ts';
import { Pier } from '#web/look/pier.tsx';
import { useAnswer } from '#web/public/ask.ts';
import { at, go, To } from '#web/public/place.tsx';
import { followCode } from '#web/public/code.ts';
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
            onSubmit={(event) => {
              event.preventDefault();
              followCode.current = String(new FormData(event.currentTarget).get('code') ?? '').trim();
              go(at('/follow'));
            }}
          >
            <label className="hidden-words" htmlFor="home-code">{t('code')}</label>
            <input id="home-code" name="code" autoComplete="off" maxLength={40} placeholder={t('codePlaceholder')} />
            <button className="button is-tile">{t('find')}</button>
          </form>
        </div>
      </div>
      <div className="wrap">
        <nav className="doors" aria-label={t('pages')}>
          <To className="door" to="/suggest"><strong>{t('suggest')}</strong><span>{t('doorSuggest')}</span></To>
          <To className="door" to="/follow"><strong>{t('follow')}</strong><span>{t('doorFollow')}</span></To>
          {shown.map(({ key, words }) => <To key={key} className="door" to={`/read/${key}`}><strong>{words}</strong><span>{t('doorList')}</span></To>)}
          <To className="door" to="/openness"><strong>{t('openness')}</strong><span>{t('doorOpenness')}</span></To>
        </nav>
        <OpenNumbers />
        <div className="columns">{shown.slice(0, 2).map((face) => <Latest key={face.key} face={face} name={face.words} />)}</div>
      </div>
    </>
  );
}

function Latest({ face, name }: { readonly face: PublicFace; readonly name: string }) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useAnswer(`latest ${face.key}`, (signal) => call('GET /api/public/matters/:mechanism', { params: { mechanism: face.key }, query: { size: 6 }, signal }));
  return (
    <section className="section">
      <div className="section-head"><h2>{name}</h2><To className="more" to={`/read/${face.key}`}>{t('more')}</To></div>
      {data?.rows.length === 0 && <div className="empty"><strong>{t('nothingHere')}</strong><p>{t('nothingHereHelp')}</p></div>}
      {data && data.rows.length > 0 && (
        <ul className="entries">
          {data.rows.map((row) => (
            <li key={row.id}>
              <To to={`/read/${face.key}/${row.id}`}>{String(row.facts[face.title] ?? row.number ?? '')}</To>
              <span className="chip">{face.stages[row.stage]?.[language] ?? row.stage}</span>
              <time>{dayWords(row.changedAt).slice(5)}</time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OpenNumbers() {
  const language = useLanguage();
  const declared = faces.flatMap(({ figures }) => figures);
  const { data } = useAnswer('figures', (signal) => call('GET /api/public/figures', { signal }));
  const shown = (data ?? []).flatMap((answer) => {
    const figure = declared.find(({ key }) => key === answer.key);
    return figure && answer.value !== null ? [{ figure, value: answer.value }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section className="section">
      <div className="numbers">
        {shown.slice(0, 4).map(({ figure, value }) => <div key={figure.key}><strong>{numberWords(value, language)}<small>{figure.unit[language]}</small></strong><span>{figure.name[language]}</span></div>)}
      </div>
    </section>
  );
}
