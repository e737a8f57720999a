import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { Changes } from '#web/cockpit/changes.tsx';
import { Funnel } from '#web/cockpit/funnel.tsx';
import { Headline } from '#web/cockpit/headline.tsx';
import { Lights } from '#web/cockpit/lights.tsx';
import { useCockpitWords } from '#web/cockpit/words.ts';
import { Pier } from '#web/look/pier.tsx';
import { registers } from '#web/registers.ts';
import { seesRegister, useSignedIn } from '#web/session.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { useToday } from '#web/speech.ts';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';
import './cockpit.css';

/** 驾驶舱: figures with how they went, the way from need to result, where it burns, what moved. Every number leads to its records. */
export function Cockpit() {
  const t = useWords();
  const c = useCockpitWords();
  const today = useToday();
  const signedIn = useSignedIn();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/cockpit' });
  const change = (changed: Readonly<Record<string, string>>) => void navigate({ to: '/cockpit', search: { ...search, ...changed }, replace: true });
  const seen = registers.filter((register) => seesRegister(register, signedIn));
  const year = typeof search['year'] === 'string' && /^[12]\d{3}$/.test(search['year']) ? search['year'] : today.slice(0, 4);
  useTitle(t('cockpit'));
  return (
    <>
      <header className="page-hero pier-ground cockpit-head">
        <Pier />
        <h1>{t('cockpit')}</h1>
        <p>{c('help', { day: today })} <Link to="/wall">{c('toWall')}</Link></p>
      </header>
      <Headlines />
      {seen.length === 0 ? <Empty title={c('noRegisters')}>{c('noRegistersHelp')}</Empty> : (
        <div className="panels">
          {seen.some(({ key }) => key === 'suggestion') && <Funnel year={year} onYear={(next) => change({ year: next })} />}
          {seen.some(({ hasLights }) => hasLights) && <Lights />}
          <Changes registers={seen} />
        </div>
      )}
    </>
  );
}

function Headlines() {
  const c = useCockpitWords();
  const asked = useAsk('GET /api/figures');
  const declared = mechanisms.filter(({ figures }) => figures.length > 0);
  return (
    <section className="panel" aria-labelledby="headline">
      <div className="panel-head"><h2 id="headline">{c('headline')}</h2></div>
      <div className="panel-body headlines">
        <Answered of={asked}>
          {(answers) => {
            if (answers.length === 0) return <Empty title={c('noFigures')}>{c('noFiguresHelp')}</Empty>;
            const byKey = new Map(answers.map((answer) => [answer.key, answer]));
            // A register that holds nothing yet has no headline.
            const told = declared.filter(({ figures }) => figures.some(({ key }) => (byKey.get(key)?.value ?? 0) > 0));
            if (told.length === 0) return <Empty title={c('noFigures')}>{c('noFiguresHelp')}</Empty>;
            return told.map((mechanism) => <Headline key={mechanism.record.key} mechanism={mechanism} answers={byKey} />);
          }}
        </Answered>
      </div>
    </section>
  );
}
