import type { Total } from '#kernel/kind.ts';
import type { RegisterTotals } from '#contract/register-shapes.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import type { ShownColumn } from '#web/register/columns.tsx';
import { totalWords } from '#web/register/sums.tsx';
import { useSpeech } from '#web/speech.ts';
import { useRegisterWords } from '#web/register/words.ts';

const kinds: readonly Total[] = ['sum', 'mean'];

/** The feet of the columns of numbers: over all that the filter finds, not over the rows in sight. */
export function GridTotals({ columns, totals }: { readonly columns: readonly ShownColumn[]; readonly totals: RegisterTotals }) {
  const speech = useSpeech();
  const rows = kinds.map((total) => ({ total, words: columns.map((column) => totalWords(column, totals, total, speech)) })).filter(({ words }) => words.some((each) => each !== undefined));
  if (rows.length === 0) return null;
  return (
    <tfoot role="rowgroup" className="grid-foot">
      {rows.map(({ total, words }) => <TotalRow key={total} total={total} words={words} columns={columns} totals={totals} />)}
    </tfoot>
  );
}

interface TotalRowProps {
  readonly total: Total;
  /** What stands under each column. */
  readonly words: readonly (string | undefined)[];
  readonly columns: readonly ShownColumn[];
  readonly totals: RegisterTotals;
}

/** The label takes the room before the first number and names the columns that have one: they may be scrolled out of sight. */
function TotalRow({ total, words, columns, totals }: TotalRowProps) {
  const w = useRegisterWords();
  const language = useLanguage();
  const lead = words.findIndex((each) => each !== undefined);
  const named = columns.filter((_, at) => words[at] !== undefined).map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
  return (
    <tr role="row" className="register-row">
      <td role="cell" className="register-cell is-check" />
      {lead > 0 && <th role="rowheader" scope="row" colSpan={lead} aria-colspan={lead} className="register-cell" style={{ gridColumnEnd: `span ${lead}` }}><span>{w('totalOf', { total: w(total), columns: named })}</span></th>}
      {columns.slice(lead).map((column, at) => {
        const said = words[lead + at];
        const counted = w('countedOf', { count: numberWords(totals.facts[column.key]?.count ?? 0, language) });
        return <td key={column.key} role="cell" className="register-cell is-number" title={said && [`${w(column.fact?.ratio ? 'overall' : total)} ${said}`, counted].join(language === 'zh' ? '，' : ', ')}>{said}</td>;
      })}
    </tr>
  );
}
