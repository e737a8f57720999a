import { useEffect, useRef, useState, type RefObject } from 'react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { AnyRecord } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { useAsk } from '#web/ask.ts';
import { groupBy } from '#web/group-by.ts';
import { useLanguage } from '#web/language.ts';
import { registers } from '#web/registers.ts';
import { mayImport, seesRegister, useSignedIn } from '#web/session.ts';
import type { Register } from '#web/slim-declarations.ts';
import { Icon, type IconName } from '#web/shell/icon.tsx';
import { recall, remember } from '#web/shell/shelf-memory.ts';
import { useWords } from '#web/words.ts';

/** The names of the wings, in the order of the house. */
export const wings: Readonly<Record<AnyRecord['wing'], Text>> = {
  reform: { zh: '改革', en: 'Reform' },
  innovation: { zh: '科创', en: 'Innovation' },
  projects: { zh: '项目', en: 'Projects' },
  parks: { zh: '园区', en: 'Parks' },
};

/** Whoever sees no more than these needs nothing folded away. */
const fewRegisters = 12;

/** Where one can go: the desk, the cockpit, the registers by wing, figures, imports, administration. */
export function SideNav() {
  const t = useWords();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const { data } = useAsk('GET /api/duties', { query: { state: 'open' } });
  const late = data?.rows.filter(({ duty }) => duty.clock.state === 'overdue').length ?? 0;
  const seen = registers.filter((register) => seesRegister(register, signedIn));
  const importable = registers.find((register) => mayImport(register, signedIn));
  return (
    <nav className="side-nav" ref={useHereInSight()} aria-label={t('mainMenu')}>
      <ul>
        <li>
          <Link className="side-link" to="/" activeOptions={{ exact: true }}>
            <Icon name="desk" />
            <span className="side-words">{t('desk')}</span>
            {data && data.rows.length > 0 && <span className={late > 0 ? 'side-count is-late' : 'side-count'} title={t('openDuties', { count: data.rows.length, late })}>{data.rows.length}</span>}
          </Link>
        </li>
        <Place to="/cockpit" icon="cockpit" words={t('cockpit')} />
      </ul>
      {Object.entries(wings).map(([wing, name]) => {
        const shelves = [...groupBy(seen.filter((register) => register.wing === wing), ({ shelf }) => shelf.en)];
        if (shelves.length === 0) return null;
        return (
          <section key={wing}>
            <h2 className="side-group">{name[language]}</h2>
            {shelves.map(([shelf, held], at) => <Shelf key={shelf} held={held} startsOpen={at === 0 || seen.length <= fewRegisters} />)}
          </section>
        );
      })}
      <section>
        <h2 className="side-group">{t('platform')}</h2>
        <ul>
          <Place to="/figures" icon="figures" words={t('figures')} />
          {importable && <Place to={`/imports/${importable.key}`} icon="import" words={t('importing')} />}
          {signedIn.administers.length > 0 && <Place to="/administration" icon="people" words={t('administration')} />}
        </ul>
      </section>
    </nav>
  );
}

/** Keeps the place one is at in sight where the menu is longer than the window; the page itself is not moved. */
function useHereInSight(): RefObject<HTMLElement | null> {
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const [menu, here] = [nav.current, nav.current?.querySelector('[aria-current="page"]')];
    if (!menu || !here) return;
    const [frame, place] = [menu.getBoundingClientRect(), here.getBoundingClientRect()];
    if (place.bottom > frame.bottom) menu.scrollTop += place.bottom - frame.bottom + place.height;
    else if (place.top < frame.top) menu.scrollTop += place.top - frame.top - place.height;
  }, [path]);
  return nav;
}

/** Registers that stand together, folded away until they are wanted. Coming to one of them opens its shelf; whoever folds it then has his way. Finding in the page opens it too. */
function Shelf({ held, startsOpen }: { readonly held: readonly Register[]; readonly startsOpen: boolean }) {
  const language = useLanguage();
  const here = useRouterState({ select: ({ location }) => held.find((register) => `${location.pathname}/`.includes(`/matters/${register.key}/`))?.key });
  const key = held[0]?.shelf.en ?? '';
  const [isOpen, setOpen] = useState(() => here !== undefined || (recall(key) ?? startsOpen));
  useEffect(() => {
    if (here !== undefined) setOpen(true);
  }, [here]);
  return (
    <details className="side-shelf" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary onClick={() => remember(key, !isOpen)}>{held[0]?.shelf[language]}</summary>
      <ul>{held.map((register) => <Place key={register.key} to={`/matters/${register.key}`} icon="register" words={register.name[language]} />)}</ul>
    </details>
  );
}

function Place({ to, icon, words }: { readonly to: string; readonly icon: IconName; readonly words: string }) {
  return (
    <li>
      <Link className="side-link" to={to} activeOptions={{ includeSearch: false }}>
        <Icon name={icon} />
        <span className="side-words">{words}</span>
      </Link>
    </li>
  );
}
