import { factText, totalKinds } from '#kernel/kinds.ts';
import type { Total } from '#kernel/kind.ts';
import type { RegisterTotals } from '#contract/register-shapes.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import type { ShownColumn } from '#web/register/columns.tsx';
import { useSpeech } from '#web/speech.ts';
import { useRegisterWords } from '#web/register/words.ts';

const kinds: readonly Total[] = ['sum', 'mean'];

/** The feet of the columns of numbers: over all that the filter finds, not over the rows in sight. */
export function GridTotals({ columns, totals }: { readonly columns: readonly ShownColumn[]; readonly totals: RegisterTotals }) {
  const shown = kinds.filter((total) => columns.some((column) => wordsUnder(column, totals, total)));
  if (shown.length === 0) return null;
  return (
    <tfoot role="rowgroup" className="grid-foot">
      {shown.map((total) => <TotalRow key={total} total={total} columns={columns} totals={totals} />)}
    </tfoot>
  );
}

function TotalRow({ total, columns, totals }: { readonly total: Total; readonly columns: readonly ShownColumn[]; readonly totals: RegisterTotals }) {
  const w = useRegisterWords();
  const language = useLanguage();
  const speech = useSpeech();
  return (
    <tr role="row" className="register-row">
      <td role="cell" className="register-cell is-check" />
      {columns.map((column, at) => {
        const value = wordsUnder(column, totals, total);
        const count = totals.facts[column.key]?.count ?? 0;
        const words = value === undefined || !column.fact ? '' : factText({ ...column.fact, decimals: column.fact.decimals ?? 2, kind: column.fact.kind === 'whole' ? 'decimal' : column.fact.kind }, value, speech);
        if (at === 0 && !words) return <th key={column.key} role="rowheader" scope="row" className="register-cell">{w(total)}</th>;
        return <td key={column.key} role="cell" className="register-cell is-number" title={words && [`${w(total)} ${words}`, w('countedOf', { count: numberWords(count, language) })].join(language === 'zh' ? '，' : ', ')}>{words}</td>;
      })}
    </tr>
  );
}

function wordsUnder({ key, fact }: ShownColumn, totals: RegisterTotals, total: Total): number | undefined {
  return fact && totalKinds(fact).includes(total) ? (totals.facts[key]?.[total] ?? undefined) : undefined;
}
