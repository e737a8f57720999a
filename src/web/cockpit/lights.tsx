import { Link } from '@tanstack/react-router';
import type { LightMatrix, MatterRow } from '#contract/shapes.ts';
import { useAsk } from '#web/ask.ts';
import { useCockpitWords } from '#web/cockpit/words.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { lightWords } from '#contract/light-words.ts';
import { LightMark } from '#web/matter/light.tsx';
import type { Register } from '#web/slim-declarations.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';

const lights = ['red', 'yellow', 'blue', 'green'] as const satisfies readonly MatterRow['light'][];

/** Units by light: where it burns, each number with its records. */
export function Lights({ registers, register, onRegister }: { readonly registers: readonly Register[]; readonly register: Register; readonly onRegister: (key: string) => void }) {
  const c = useCockpitWords();
  const language = useLanguage();
  const asked = useAsk('GET /api/cockpit/lights', { query: { mechanism: register.key } }, { keep: true });
  return (
    <section className="panel is-half" aria-labelledby="lights">
      <div className="panel-head">
        <h2 id="lights">{c('lights')}</h2>
        <label className="inline-label panel-more">
          {c('lightsRegister')}
          <select className="control" value={register.key} onChange={(event) => onRegister(event.target.value)}>
            {registers.map(({ key, name }) => <option key={key} value={key}>{name[language]}</option>)}
          </select>
        </label>
      </div>
      <div className="panel-body is-flush">
        <p className="quiet panel-note">{c('lightsHelp')}</p>
        <Answered of={asked}>{(matrix) => <Matrix matrix={matrix} register={register} />}</Answered>
      </div>
    </section>
  );
}

function Matrix({ matrix, register }: { readonly matrix: LightMatrix; readonly register: Register }) {
  const c = useCockpitWords();
  const language = useLanguage();
  if (lights.every((light) => matrix.totals[light] === 0)) return <Empty title={c('lightsEmpty')}>{c('lightsEmptyHelp')}</Empty>;
  const cell = (name: string, light: (typeof lights)[number], count: number, unit?: string) => (
    <td key={light} className={count > 0 ? `is-number lit is-${light}` : 'is-number'}>
      {count === 0 ? <span className="quiet">0</span> : <Link to="/matters/$mechanism" params={{ mechanism: register.key }} search={unit ? { unit, light } : { light }} aria-label={c('lightCount', { unit: name, light: lightWords[light][language], count: numberWords(count, language) })}>{numberWords(count, language)}</Link>}
    </td>
  );
  return (
    <div className="rows-scroll lights-scroll" tabIndex={0} role="region" aria-label={c('lights')}>
      <table className="plain lights">
        <thead><tr><th scope="col">{c('unit')}</th>{lights.map((light) => <th key={light} scope="col" className="is-number"><LightMark light={light} /></th>)}</tr></thead>
        <tbody>
          <tr className="lights-total"><th scope="row">{c('total')}</th>{lights.map((light) => cell(c('total'), light, matrix.totals[light]))}</tr>
          {matrix.rows.map(({ unit, name, counts }) => (
            <tr key={unit}><th scope="row"><Link to="/matters/$mechanism" params={{ mechanism: register.key }} search={{ unit, light: [...lights] }}>{name}</Link></th>{lights.map((light) => cell(name, light, counts[light], unit))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
