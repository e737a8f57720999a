import type { Facts } from '#kernel/fact.ts';
import type { Language } from '#kernel/words.ts';

/** Whether a fact is the other language's half of one that is there in the reader's own. */
export function isOthersLanguage(facts: Facts, name: string, language: Language, isThere: (name: string) => boolean): boolean {
  if (language === 'zh') return facts[name]?.inEnglishOf !== undefined;
  return Object.entries(facts).some(([other, { inEnglishOf }]) => inEnglishOf === name && isThere(other));
}
