import type { Fact } from '#kernel/fact.ts';
import { call } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { useAnswer } from '#web/public/ask.ts';
import { useInnerWords } from '#web/public/inner-words.ts';

/** One of the matters that anybody may read and that stand in a stage to be chosen. */
export function MatterChoice({ id, fact, typed, invalid, describedBy, onTyped }: {
  readonly id: string;
  readonly fact: Fact;
  readonly typed: unknown;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onTyped: (typed: unknown) => void;
}) {
  const t = useInnerWords();
  const language = useLanguage();
  const mechanism = fact.mechanism ?? '';
  const { data } = useAnswer(`choose ${mechanism}`, (signal) => call('GET /api/public/matters/:mechanism', { params: { mechanism }, query: { size: '100' }, signal }));
  const offered = (data?.rows ?? []).filter((row) => !fact.stages || fact.stages.includes(row.stage));
  // The title is the first thing its public face shows.
  const titleOf = (facts: Readonly<Record<string, unknown>>) => String(Object.values(facts)[0] ?? '');
  return (
    <select id={id} value={String(typed ?? '')} aria-invalid={invalid} aria-describedby={describedBy} onChange={(event) => onTyped((event.target as HTMLSelectElement).value || undefined)}>
      <option value="">{offered.length === 0 ? (language === 'zh' ? '目前没有' : 'none at present') : t('pleaseChoose')}</option>
      {offered.map((row) => <option key={row.id} value={row.id}>{titleOf(row.facts)}</option>)}
    </select>
  );
}
