import type { lightWords } from '#contract/light-words.ts';
import type { MatterRow } from '#contract/shapes.ts';
import { useLanguage } from '#web/language.ts';

/** How a matter stands, as a mark and a word; `words` are those of its register. */
export function LightMark({ light, words }: { readonly light: MatterRow['light']; readonly words: typeof lightWords }) {
  const language = useLanguage();
  return <span className={`light is-${light === 'grey' ? 'none' : light}`}>{words[light][language]}</span>;
}
