import { Link } from '@tanstack/react-router';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { MatterPage } from '#contract/shapes.ts';
import { useLanguage } from '#web/language.ts';
import { usePageWords } from '#web/matter/page-words.ts';
import { waysFrom, type WayFrom } from '#web/matter/ways-from.ts';
import { mayFile, useSignedIn } from '#web/session.ts';
import { Menu } from '#web/shell/menu.tsx';

/** What may be begun from this matter, with this matter filled in: one as a button, several in a menu. */
export function StartFrom({ matter }: { readonly matter: Pick<MatterPage, 'id' | 'mechanism' | 'stage'> }) {
  const p = usePageWords();
  const signedIn = useSignedIn();
  const ways = waysFrom(mechanisms, matter.mechanism, matter.stage, (action) => mayFile(action, signedIn));
  const [only, ...more] = ways;
  if (only === undefined) return null;
  if (more.length === 0) return <Way way={only} id={matter.id} className="button" />;
  return (
    <Menu className="button" face={<>{p('startFrom')}<span aria-hidden="true"> ▾</span></>}>
      {(close) => <ul className="menu-list">{ways.map((way) => <li key={`${way.mechanism}.${way.action}`}><Way way={way} id={matter.id} onClick={close} /></li>)}</ul>}
    </Menu>
  );
}

function Way({ way: { mechanism, action, field, register, name }, id, ...rest }: { readonly way: WayFrom; readonly id: string; readonly className?: string; readonly onClick?: () => void }) {
  const language = useLanguage();
  return <Link to="/matters/$mechanism/new/$action" params={{ mechanism, action }} search={{ [field]: id }} title={register[language]} {...rest}>{name[language]}</Link>;
}
