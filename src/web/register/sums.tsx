import type { Speech, Total } from '#kernel/kind.ts';
import { briefText, totalKinds } from '#kernel/kinds.ts';
import { bracketed } from '#kernel/words.ts';
import type { RegisterTotals } from '#contract/register-shapes.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import type { RegisterColumn } from '#contract/register-columns.ts';
import type { ShownColumn } from '#web/register/columns.tsx';
import { useSpeech } from '#web/speech.ts';
import { useRegisterWords } from '#web/register/words.ts';

/** The sum of a column, or its mean where it has no sum, by name: over all that the filter finds, wherever the columns have been scrolled to. */
export function Sums({ columns, totals, className }: { readonly columns: readonly ShownColumn[]; readonly totals: RegisterTotals | undefined; readonly className: string }) {
  const w = useRegisterWords();
  const language = useLanguage();
  const speech = useSpeech();
  const summed = columns.flatMap((column) => {
    const total = column.fact && totalKinds(column.fact)[0];
    const words = totals && total && totalWords(column, totals, total, speech);
    const count = totals?.facts[column.key]?.count ?? 0;
    // What has no number adds nothing to a sum: how much has one says what the sum is of.
    const counted = totals && count < totals.total ? w('countedOf', { count: numberWords(count, language) }) : undefined;
    const said = words && `${w(column.fact?.ratio ? 'overall' : total)} ${words}`;
    return said ? [{ key: column.key, name: column.name[language], words: counted === undefined ? said : bracketed(said, counted, language) }] : [];
  });
  if (summed.length === 0) return null;
  return <dl className={className}>{summed.map(({ key, name, words }) => <div key={key}><dt>{name}</dt><dd>{words}</dd></div>)}</dl>;
}

/** A sum or a mean of a column in words; none where the column has no such, or no numbers. */
export function totalWords({ key, fact }: Pick<RegisterColumn, 'key' | 'fact'>, totals: RegisterTotals, total: Total, speech: Speech): string | undefined {
  const value = fact && totalKinds(fact).includes(total) ? totals.facts[key]?.[total] : undefined;
  // The mean of whole numbers is none.
  return !fact || value === undefined || value === null ? undefined : briefText({ ...fact, decimals: fact.decimals ?? 2, kind: fact.kind === 'whole' ? 'decimal' : fact.kind }, value, speech);
}
