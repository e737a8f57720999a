import type { ReactNode } from 'react';
import type { ImportRow } from '#contract/register-shapes.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { useRegisterWords } from '#web/register/words.ts';

const mostShown = 100;
const outcomes = { heading: 'willKeep', create: 'willCreate', amend: 'willAmend', unchanged: 'willKeep', refused: 'willRefuse' } as const;
const tones = { heading: 'is-plain', create: 'is-done', amend: 'is-open', unchanged: 'is-plain', refused: 'is-late' } as const;

/** The pasted rows with what is to become of each; wrong cells are marked and say why. The wrong ones come first: they are what one looks for. */
export function PastedRows({ body, rows, head }: { readonly body: readonly (readonly string[])[]; readonly rows: readonly ImportRow[] | undefined; readonly head: readonly ReactNode[] }) {
  const w = useRegisterWords();
  const language = useLanguage();
  // The headings are row 1 of what was sent.
  const byRow = new Map(rows?.map((row) => [row.row - 2, row]));
  const order = body.map((_, at) => at).toSorted((a, b) => Number(byRow.get(b)?.outcome === 'refused') - Number(byRow.get(a)?.outcome === 'refused') || a - b).slice(0, mostShown);
  return (
    <div className="rows-scroll paste-scroll" tabIndex={0} role="region" aria-label={w('pasteSize', { rows: body.length, columns: head.length })}>
      <table className="plain">
        <thead>
          <tr><th scope="col" className="is-number">{w('pasteRow')}</th>{rows && <th scope="col">{w('outcome')}</th>}{head.map((each, at) => <th key={at} scope="col">{each}</th>)}</tr>
        </thead>
        <tbody>
          {order.map((at) => {
            const row = byRow.get(at);
            return (
              <tr key={at}>
                <td className="is-number">{at + 1}</td>
                {rows && <td>{row && <span className={`tag ${tones[row.outcome]}`}>{w(outcomes[row.outcome])}</span>}</td>}
                {(body[at] ?? []).map((cell, column) => {
                  const wrong = row?.problems.find((each) => each.column === column);
                  return <td key={column} className={wrong ? 'is-wrong' : undefined}>{cell}{wrong && <span className="cell-problem">{wrong.words[language]}</span>}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {body.length > mostShown && <p className="quiet">{w('pasteRest', { count: numberWords(body.length - mostShown, language) })}</p>}
    </div>
  );
}
