import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { RegisterTotals } from '#contract/register-shapes.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import type { ShownColumn } from '#web/register/columns.tsx';
import type { Rows } from '#web/register/rows.ts';
import type { Selection } from '#web/register/selection.ts';
import { Sums } from '#web/register/sums.tsx';
import { useRegisterWords } from '#web/register/words.ts';
import { useWords } from '#web/words.ts';

const cardsAtOnce = 50;

/** The register on a phone: a card for each matter, with the same columns one under another. */
export function Cards({ mechanism, columns, rows, totals, selection }: { readonly mechanism: AnyMechanism; readonly columns: readonly ShownColumn[]; readonly rows: Rows; readonly totals: RegisterTotals | undefined; readonly selection: Selection }) {
  const t = useWords();
  const w = useRegisterWords();
  const language = useLanguage();
  const [shown, setShown] = useState(cardsAtOnce);
  const { record } = mechanism;
  const count = Math.min(shown, rows.total);
  const more = Math.min(cardsAtOnce, rows.total - count);
  const others = columns.filter(({ key }) => key !== record.title && key !== '_stage' && key !== '_light' && key !== '_number');
  return (
    <div className="cards">
      <Sums className="card-sums" columns={columns} totals={totals} />
      <ul aria-label={record.name[language]}>
        {Array.from({ length: count }, (_, index) => {
          const row = rows.at(index);
          if (!row) return <li key={index} className="card"><span className="quiet">{w('loadingRow')}</span></li>;
          const title = row.title || t('untitled');
          return (
            <li key={row.id} className="card">
              <p className="card-head">
                <input type="checkbox" checked={selection.has(row.id)} aria-label={w('selectRow', { title })} onChange={() => selection.toggle([row], 'one')} />
                <Link to="/matters/$mechanism/$id" params={{ mechanism: record.key, id: row.id }}>{title}</Link>
              </p>
              <p className="card-marks">
                {columns.filter(({ key }) => key === '_stage' || key === '_light').map((column) => <span key={column.key}>{column.cell(row)}</span>)}
                {row.number && <span className="quiet">{row.number}</span>}
              </p>
              <dl>
                {others.filter((column) => column.words(row)).map((column) => <div key={column.key}><dt>{column.name[language]}</dt><dd>{column.cell(row)}</dd></div>)}
              </dl>
            </li>
          );
        })}
      </ul>
      <p className="register-foot">
        <span aria-live="polite">{w('shownOf', { shown: numberWords(count, language), total: numberWords(rows.total, language) })}</span>
        {more > 0 && (
          <button
            type="button" className="button"
            onClick={() => {
              rows.want(count, count + more - 1);
              setShown(count + more);
            }}
          >
            {w('moreRows', { count: more })}
          </button>
        )}
      </p>
    </div>
  );
}
