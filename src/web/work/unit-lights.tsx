import { Link } from '@tanstack/react-router';
import { lampWords } from '#contract/light-words.ts';
import type { LightGrid } from '#contract/figure-shapes.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { LightMark } from '#web/matter/light.tsx';
import { findRegister, lightWordsIn } from '#web/registers.ts';
import { useDeskWords } from '#web/work/words.ts';

const shown = ['red', 'orange', 'yellow', 'blue', 'green'] as const;

/** The lights of one unit, register by register; every number leads to its matters. */
export function UnitLights({ unit, grid }: { readonly unit: string; readonly grid: LightGrid }) {
  const d = useDeskWords();
  const language = useLanguage();
  const lights = shown.filter((light) => light !== 'orange' || Object.values(grid.totals).some((counts) => (counts.orange ?? 0) > 0));
  const rows = grid.registers.filter((key) => lights.some((light) => (grid.totals[key]?.[light] ?? 0) > 0));
  if (rows.length === 0) return <p className="quiet panel-note">{d('myLightsEmpty')}</p>;
  return (
    <div className="rows-scroll">
      <table className="plain lights">
        <thead><tr><th scope="col"><span className="hidden-words">{d('unitMatters')}</span></th>{lights.map((light) => <th key={light} scope="col" className="is-number"><LightMark light={light} words={lampWords} /></th>)}</tr></thead>
        <tbody>
          {rows.map((key) => (
            <tr key={key}>
              <th scope="row"><Link to="/matters/$mechanism" params={{ mechanism: key }} search={{ unit }}>{findRegister(key)?.name[language] ?? key}</Link></th>
              {lights.map((light) => {
                const count = grid.totals[key]?.[light] ?? 0;
                return (
                  <td key={light} className={count > 0 ? `is-number lit is-${light}` : 'is-number'}>
                    {count === 0 ? <span className="quiet">0</span> : <Link to="/matters/$mechanism" params={{ mechanism: key }} search={{ unit, light }} aria-label={d('lightOf', { register: findRegister(key)?.name[language] ?? key, light: lightWordsIn(key)[light][language], count })}>{numberWords(count, language)}</Link>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
