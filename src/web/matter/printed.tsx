import { Link } from '@tanstack/react-router';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { MatterPage } from '#contract/shapes.ts';
import { numberWords, timeWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { usePageWords } from '#web/matter/page-words.ts';

/** The figures that the papers of a matter state: as they were printed, each a click away from its records. */
export function PrintedFigures({ matter }: { readonly matter: MatterPage }) {
  const p = usePageWords();
  const language = useLanguage();
  const figures = new Map(mechanisms.flatMap((mechanism) => mechanism.figures).map((figure) => [figure.key, figure]));
  const [first] = matter.printed;
  if (first === undefined) return null;
  return (
    <Panel title={p('printed')} flush>
      <p className="quiet panel-note">{p('printedHelp', { by: first.by, at: timeWords(first.computedAt) })}</p>
      <table className="plain">
        <thead><tr><th scope="col">{p('printedFigure')}</th><th scope="col" className="is-number">{p('printedValue')}</th><th scope="col" className="is-number">{p('printedAmong')}</th></tr></thead>
        <tbody>
          {matter.printed.map(({ key, asOf, value, among }) => (
            <tr key={key}>
              <th scope="row"><Link to="/figures/$figure" params={{ figure: key }} search={{ asOf }}>{figures.get(key)?.name[language] ?? key}</Link></th>
              <td className="is-number">{value === null ? '—' : numberWords(value, language)}{figures.get(key)?.unit[language]}</td>
              <td className="is-number">{numberWords(among, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
