import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { LightGrid } from '#contract/figure-shapes.ts';
import { useAsk } from '#web/ask.ts';
import { useCockpitWords } from '#web/cockpit/words.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { LightMark } from '#web/matter/light.tsx';
import { findRegister, lightWordsIn } from '#web/registers.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';

const shown = ['red', 'orange', 'yellow', 'blue', 'green'] as const;
const shownFirst = 12;

/** Units by register and light: where it burns, each number with its records. */
export function Lights() {
  const c = useCockpitWords();
  const asked = useAsk('GET /api/cockpit/grid');
  return (
    <section className="panel is-half" aria-labelledby="lights">
      <div className="panel-head"><h2 id="lights">{c('lights')}</h2></div>
      <div className="panel-body is-flush">
        <p className="quiet panel-note">{c('lightsHelp')}</p>
        <Answered of={asked}>{(grid) => <Grid grid={grid} />}</Answered>
      </div>
    </section>
  );
}

function Grid({ grid }: { readonly grid: LightGrid }) {
  const c = useCockpitWords();
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const held = grid.registers.filter((key) => shown.some((light) => (grid.totals[key]?.[light] ?? 0) > 0));
  if (held.length === 0) return <Empty title={c('lightsEmpty')}>{c('lightsEmptyHelp')}</Empty>;
  const lightsOf = (key: string) => shown.filter((light) => light !== 'orange' || (grid.totals[key]?.orange ?? 0) > 0);
  const nameOf = (key: string) => findRegister(key)?.name[language] ?? key;
  const rows = isWhole ? grid.rows : grid.rows.slice(0, shownFirst);
  const cells = (name: string, counts: LightGrid['totals'], unit?: string) => held.flatMap((key) => lightsOf(key).map((light) => {
    const count = counts[key]?.[light] ?? 0;
    return (
      <td key={`${key} ${light}`} className={count > 0 ? `is-number lit is-${light}` : 'is-number'}>
        {count === 0 ? <span className="quiet">0</span> : <Link to="/matters/$mechanism" params={{ mechanism: key }} search={unit ? { unit, light } : { light }} aria-label={c('lightCount', { unit: `${name} · ${nameOf(key)}`, light: lightWordsIn(key)[light][language], count: numberWords(count, language) })}>{numberWords(count, language)}</Link>}
      </td>
    );
  }));
  return (
    <>
      <div className="rows-scroll lights-scroll" tabIndex={0} role="region" aria-label={c('lights')}>
        <table className="plain lights">
          <thead>
            <tr><th scope="col" rowSpan={2}>{c('unit')}</th>{held.map((key) => <th key={key} scope="colgroup" colSpan={lightsOf(key).length} className="lights-register"><Link to="/matters/$mechanism" params={{ mechanism: key }}>{nameOf(key)}</Link></th>)}</tr>
            <tr>{held.flatMap((key) => lightsOf(key).map((light) => <th key={`${key} ${light}`} scope="col" className="is-number"><LightMark light={light} words={lightWordsIn(key)} /></th>))}</tr>
          </thead>
          <tbody>
            <tr className="lights-total"><th scope="row">{c('total')}</th>{cells(c('total'), grid.totals)}</tr>
            {rows.map(({ unit, name, counts }) => <tr key={unit}><th scope="row"><Link to="/units/$unit" params={{ unit }}>{name}</Link></th>{cells(name, counts, unit)}</tr>)}
          </tbody>
        </table>
      </div>
      {grid.rows.length > shownFirst && <p className="panel-note"><button type="button" className="button is-quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{isWhole ? c('fewerUnits') : c('allUnits', { count: grid.rows.length })}</button></p>}
    </>
  );
}
