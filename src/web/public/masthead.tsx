import { useEffect, useRef } from 'react';
import { setLanguage, useLanguage } from '#web/language.ts';
import { Mark } from '#web/look/mark.tsx';
import { pages } from '#web/public/pages.tsx';
import { To } from '#web/public/place.tsx';
import { Reading } from '#web/public/reading.tsx';
import { useSeeing } from '#web/public/seeing.ts';
import { useWords } from '#web/public/words.ts';

/** Whose pages these are, where one can go, and how one wants to read. */
export function Masthead({ name, path }: { readonly name: string; readonly path: string }) {
  const t = useWords();
  const language = useLanguage();
  const [isLarge, setLarge] = useSeeing('large');
  const [isContrast, setContrast] = useSeeing('contrast');
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the menu scrolls sideways: where one is stands in sight.
    const current = menu.current?.querySelector<HTMLElement>('[aria-current]');
    if (menu.current && current) menu.current.scrollLeft = current.offsetLeft - menu.current.offsetLeft - 48;
  }, [path, language]);
  return (
    <header className="masthead">
      <div className="wrap">
        <To className="brand" to="/"><Mark size={36} ground /><span className="brand-name">{name}</span></To>
        <nav className="site-nav" ref={menu} aria-label={t('pages')}>
          <ul>
            {pages.flatMap(({ link }) => (link ? [<li key={link.to}><To to={link.to} aria-current={isWithin(path, link.to) ? 'page' : undefined}>{link.name[language]}</To></li>] : []))}
          </ul>
        </nav>
        <div className="tools" role="group" aria-label={t('seeing')}>
          <button type="button" className="tool" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>{t('large')}</button>
          <button type="button" className="tool" aria-pressed={isContrast} onClick={() => setContrast(!isContrast)}>{t('contrast')}</button>
          <Reading />
          <button type="button" className="tool" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{t('otherLanguage')}</button>
        </div>
      </div>
    </header>
  );
}

function isWithin(path: string, to: string): boolean {
  return path === to || (to !== '/' && path.startsWith(`${to}/`));
}
