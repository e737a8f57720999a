import { lazy, StrictMode, Suspense, useEffect, useState, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { faces } from 'virtual:public-faces';
import { call } from '#web/client.ts';
import { setLanguage, useLanguage } from '#web/language.ts';
import { Mark } from '#web/look/mark.tsx';
import { useAnswer } from '#web/public/ask.ts';
import { Broken, Waiting } from '#web/public/faces.tsx';
import { Home } from '#web/public/home.tsx';
import { To, usePlace } from '#web/public/place.tsx';
import { useWords } from '#web/public/words.ts';
import { recoverFromOldChunks } from '#web/shell/recover.ts';
import '#web/public/public.css';

// What is behind the start page comes when it is opened: the forms bring the checks of every kind of fact.
const Suggest = lazy(() => import('#web/public/suggest.tsx').then((page) => ({ default: page.Suggest })));
const Follow = lazy(() => import('#web/public/follow.tsx').then((page) => ({ default: page.Follow })));
const PublicList = lazy(() => import('#web/public/list.tsx').then((page) => ({ default: page.PublicList })));
const PublicMatter = lazy(() => import('#web/public/list.tsx').then((page) => ({ default: page.PublicMatter })));
const Openness = lazy(() => import('#web/public/openness.tsx').then((page) => ({ default: page.Openness })));

const pages: readonly (readonly [RegExp, ComponentType<{ readonly first: string; readonly second: string }>])[] = [
  [/^\/$/, Home],
  [/^\/suggest(?:\/(\w+))?$/, Suggest],
  [/^\/follow$/, Follow],
  [/^\/openness$/, Openness],
  [/^\/read\/(\w+)$/, PublicList],
  [/^\/read\/(\w+)\/([\w-]+)$/, PublicMatter],
];

function Site() {
  const t = useWords();
  const { path } = usePlace();
  const district = useAnswer('district', (signal) => call('GET /api/public/district', { signal }));
  const name = district.data ? t('site', { district: district.data.name }) : t('product');
  useEffect(() => void (document.title = name), [name, path]);
  const found = pages.map(([pattern, Page]) => ({ Page, match: pattern.exec(path) })).find(({ match }) => match);
  return (
    <>
      <a className="skip-link" href="#content">{t('skip')}</a>
      <Masthead name={name} path={path} />
      {district.data?.isDemonstration && <p className="sample-notice" role="note">{t('sample')}</p>}
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>{found ? <found.Page key={path} first={found.match?.[1] ?? ''} second={found.match?.[2] ?? ''} /> : <Broken title={t('absent')} />}</Suspense>
      </main>
      <footer className="footer">
        <div className="wrap">
          <div>
            <p>{name}</p>
            <p>{t('footHelp')}</p>
          </div>
          <p><a href="/work">{t('toWork')}</a></p>
        </div>
      </footer>
    </>
  );
}

function Masthead({ name, path }: { readonly name: string; readonly path: string }) {
  const t = useWords();
  const language = useLanguage();
  const [isLarge, setLarge] = useSetting('large');
  const [isContrast, setContrast] = useSetting('contrast');
  const places = [['/', t('home')], ['/suggest', t('suggest')], ['/follow', t('follow')], ...faces.flatMap(({ key, name }) => (name ? [[`/read/${key}`, name[language]]] : [])), ['/openness', t('openness')]] as const;
  return (
    <header className="masthead">
      <div className="wrap">
        <To className="brand" to="/"><Mark size={36} ground /><span className="brand-name">{name}</span></To>
        <nav className="site-nav" aria-label={t('pages')}>
          <ul>{places.map(([to, words]) => <li key={to}><To to={to as string} aria-current={path === to || (to !== '/' && path.startsWith(`${to}/`)) ? 'page' : undefined}>{words}</To></li>)}</ul>
        </nav>
        <div className="tools">
          <button type="button" className="tool" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>{t('large')}</button>
          <button type="button" className="tool" aria-pressed={isContrast} onClick={() => setContrast(!isContrast)}>{t('contrast')}</button>
          <button type="button" className="tool" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{t('otherLanguage')}</button>
        </div>
      </div>
    </header>
  );
}

/** A way of seeing the pages that stays chosen on this computer. */
function useSetting(name: 'large' | 'contrast'): readonly [boolean, (on: boolean) => void] {
  const key = `zhanqiao.${name}`;
  const [isOn, setOn] = useState(() => read(key) === 'on');
  useEffect(() => {
    document.documentElement.classList.toggle(name, isOn);
    try {
      localStorage.setItem(key, isOn ? 'on' : 'off');
    } catch {
      // Storage may be closed to the page; the choice then lasts as long as the page.
    }
  }, [key, name, isOn]);
  return [isOn, setOn];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

recoverFromOldChunks();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Site />
  </StrictMode>,
);
