import { lightWords } from '#contract/light-words.ts';
import type { MatterRow } from '#contract/shapes.ts';
import { useLanguage } from '#web/language.ts';

/** How a matter stands with its time, as a mark and a word. */
export function LightMark({ light }: { readonly light: MatterRow['light'] }) {
  const language = useLanguage();
  return <span className={`light is-${light === 'grey' ? 'none' : light}`}>{lightWords[light][language]}</span>;
}
