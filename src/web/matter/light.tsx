import type { MatterRow } from '#contract/shapes.ts';
import type { Text } from '#kernel/words.ts';
import { useLanguage } from '#web/language.ts';

/** The lights, in words: colour never speaks alone. */
export const lightWords: Readonly<Record<MatterRow['light'], Text>> = {
  red: { zh: '严重超期', en: 'Long overdue' },
  yellow: { zh: '已超期', en: 'Overdue' },
  blue: { zh: '临期', en: 'Due soon' },
  green: { zh: '正常', en: 'In time' },
  grey: { zh: '无时限', en: 'No limit' },
};

export function LightMark({ light }: { readonly light: MatterRow['light'] }) {
  const language = useLanguage();
  return <span className={`light is-${light === 'grey' ? 'none' : light}`}>{lightWords[light][language]}</span>;
}
