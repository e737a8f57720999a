import { useEffect, useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lampWords } from '#contract/light-words.ts';
import type { LightGrid } from '#contract/figure-shapes.ts';
import type { MatterRow } from '#contract/shapes.ts';
import { findMechanism, mechanisms } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { funnelSteps } from '#web/cockpit/funnel-steps.ts';
import { useCockpitWords } from '#web/cockpit/words.ts';
import { numberWords, timeWords, useLanguage } from '#web/language.ts';
import { Mark } from '#web/look/mark.tsx';
import { useSession } from '#web/session.ts';
import { listen } from '#web/shell/events.ts';
import { useToday, useUnits } from '#web/speech.ts';
import { useTitle } from '#web/title.ts';
import { WallPier } from '#web/wall/wall-pier.tsx';
import { WallTrend } from '#web/wall/wall-trend.tsx';
import { useWallWords } from '#web/wall/words.ts';
import './wall.css';

const mostFigures = 6;
const lights = ['red', 'yellow', 'blue', 'green'] as const satisfies readonly MatterRow['light'][];

/** 大屏: the cockpit for a wall of 1920 by 1080, to be read from across a room. It fits any screen without scrolling; Esc leaves. */
export function Wall() {
  const w = useWallWords();
  const session = useSession();
  const today = useToday();
  const navigate = useNavigate();
  const [isLost, setLost] = useState(false);
  useEffect(() => listen(setLost), []);
  useTitle(w('page'));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && void navigate({ to: '/cockpit' });
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate]);
  return (
    <div className="wall">
      <header className="wall-head">
        <Mark size={44} ground />
        <h1>{w('title', { district: session?.district.name ?? '' })}</h1>
        <p role="status" className={isLost ? 'is-lost' : undefined}>{isLost ? w('lost') : w('asOf', { day: today })}</p>
        <Link className="wall-leave" to="/cockpit">{w('leave')}</Link>
      </header>
      <main className="wall-main" id="content">
        <Figures />
        <WallPier year={today.slice(0, 4)} />
        <Burning />
        <Trend />
        <Latest />
      </main>
    </div>
  );
}

function Figures() {
  const w = useWallWords();
  const language = useLanguage();
  const answers = useAsk('GET /api/figures', {}, { every: 300_000 }).data ?? [];
  const declared = mechanisms.flatMap(({ figures }) => figures).toSorted((one, other) => Number(other.answers !== undefined) - Number(one.answers !== undefined));
  const shown = declared.flatMap((figure) => {
    const value = answers.find(({ key }) => key === figure.key)?.value;
    return value === undefined || value === null ? [] : [{ figure, value }];
  }).slice(0, mostFigures);
  return (
    <section className="wall-card wall-figures" aria-labelledby="wall-figures">
      <h2 id="wall-figures">{w('figures')}</h2>
      <ul>
        {shown.map(({ figure, value }) => (
          <li key={figure.key}>
            <Link to="/figures/$figure" params={{ figure: figure.key }} title={figure.definition[language]}>
              <b>{numberWords(value, language, 1)}<small>{figure.unit[language]}</small></b>
              <span>{figure.name[language]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Burning() {
  const w = useWallWords();
  const language = useLanguage();
  const grid = useAsk('GET /api/cockpit/grid').data;
  const units = useUnits();
  const shortOf = (id: string) => units.find((unit) => unit.id === id)?.shortName;
  if (!grid) return <section className="wall-card wall-burning" aria-label={w('lights')} />;
  const late = grid.rows.map((row) => ({ ...row, count: sumOf(row.counts, 'red') + sumOf(row.counts, 'orange') + sumOf(row.counts, 'yellow') })).filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count).slice(0, 5);
  const most = late[0]?.count ?? 1;
  return (
    <section className="wall-card wall-burning" aria-labelledby="wall-lights">
      <h2 id="wall-lights">{w('lights')}</h2>
      <ul className="wall-lights">
        {lights.map((light) => (
          <li key={light} className={`is-${light}`}>
            <Link to="/matters/$mechanism" params={{ mechanism: mostLit(grid, light) }} search={{ light }}><b>{numberWords(sumOf(grid.totals, light), language)}</b><span>{lampWords[light][language]}</span></Link>
          </li>
        ))}
      </ul>
      <h2>{w('burning')}</h2>
      {late.length === 0 ? <p>{w('nothingBurns')}</p> : (
        <ol className="wall-bars">
          {late.map(({ unit, name, count }) => (
            <li key={unit}><Link to="/units/$unit" params={{ unit }}><span>{shortOf(unit) ?? name}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width={(100 * count) / most} height="10" rx="2" /></svg><b>{w('overdueCount', { count })}</b></Link></li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Trend() {
  const figure = findMechanism('suggestion')?.figures.find(({ key }) => key === funnelSteps[0][1]);
  return figure ? <WallTrend figure={figure} /> : null;
}

function Latest() {
  const w = useWallWords();
  const c = useCockpitWords();
  const language = useLanguage();
  const rows = useAsk('GET /api/cockpit/changes', { query: { since: '2000-01-01' } }).data?.rows ?? [];
  return (
    <section className="wall-card wall-latest" aria-labelledby="wall-changes">
      <h2 id="wall-changes">{w('changes')}</h2>
      <ol>
        {rows.slice(0, 5).map((change) => (
          <li key={`${change.id}/${change.seq}`}>
            <time>{timeWords(change.at).slice(5)}</time>
            <Link to="/matters/$mechanism/$id" params={{ mechanism: change.mechanism, id: change.id }}><em>{findMechanism(change.mechanism)?.actions[change.action]?.name[language] ?? change.action}</em>{change.title}</Link>
          </li>
        ))}
        {rows.length === 0 && <li>{c('changesEmpty')}</li>}
      </ol>
    </section>
  );
}

function sumOf(counts: LightGrid['totals'], light: MatterRow['light']): number {
  return Object.values(counts).reduce((sum, each) => sum + (each[light] ?? 0), 0);
}

/** The register with most of a light: to it its number leads. */
function mostLit(grid: LightGrid, light: MatterRow['light']): string {
  return grid.registers.toSorted((one, other) => (grid.totals[other]?.[light] ?? 0) - (grid.totals[one]?.[light] ?? 0))[0] ?? 'suggestion';
}
