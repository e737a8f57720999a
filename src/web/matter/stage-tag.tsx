import type { AnyRecord } from '#kernel/mechanism.ts';
import { useLanguage } from '#web/language.ts';

/** Where a matter stands, as a small label. */
export function StageTag({ record, stage }: { readonly record: Pick<AnyRecord, 'stages'> | undefined; readonly stage: string }) {
  const language = useLanguage();
  const declared = record?.stages[stage];
  const tone = !declared || declared.place === 'main' ? 'is-open' : declared.place === 'side' ? 'is-waiting' : declared.uncounted ? 'is-plain' : 'is-done';
  return <span className={`tag ${tone}`}>{declared?.name[language] ?? stage}</span>;
}
