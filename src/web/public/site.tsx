import { Suspense } from 'react';
import { Boundary } from '#web/public/boundary.tsx';
import { district } from '#web/public/district.ts';
import { Nowhere, Waiting } from '#web/public/faces.tsx';
import { Masthead } from '#web/public/masthead.tsx';
import { pages } from '#web/public/pages.tsx';
import { To, usePlace } from '#web/public/place.tsx';
import { useSiteTitle } from '#web/title.ts';
import { useWords } from '#web/public/words.ts';

/** The frame of the public pages, and in it the page of the address. */
export function Site() {
  const t = useWords();
  const { path } = usePlace();
  const name = t('site', { district: district.name });
  const found = pages.map(({ at, Page }) => ({ Page, match: at.exec(path) })).find(({ match }) => match);
  useSiteTitle(name);
  return (
    <>
      <a className="skip-link" href="#content">{t('skip')}</a>
      <Masthead name={name} path={path} />
      {district.isDemonstration && <p className="sample-notice" role="note">{t('sample')}</p>}
      <main id="content" tabIndex={-1}>
        <Boundary key={path}>
          <Suspense fallback={<Waiting />}>{found ? <found.Page first={found.match?.[1] ?? ''} second={found.match?.[2] ?? ''} /> : <Nowhere title={t('absent')} />}</Suspense>
        </Boundary>
      </main>
      <footer className="footer">
        <div className="wrap">
          <div>
            <p>{name}</p>
            <p>{t('footHelp')}</p>
          </div>
          <p className="footer-links"><To to="/help">{t('help')}</To> <a href="/work">{t('toWork')}</a></p>
          <p className="printed" aria-hidden="true">{t('printedOn', { address: location.href, day: new Date().toLocaleDateString('sv-SE') })}</p>
        </div>
      </footer>
    </>
  );
}
