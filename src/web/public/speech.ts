import type { Names } from '#contract/shapes.ts';
import type { Hearing, Speech } from '#kernel/kind.ts';
import type { Language } from '#kernel/words.ts';

/** How public values are spoken of: with the names that came along, and no others. */
export function publicSpeech(names: Names | undefined, language: Language): Speech {
  return {
    language,
    unitName: (id) => names?.units[id] ?? '',
    personName: () => '',
    matterName: (id) => names?.matters[id]?.title ?? '',
  };
}

/** How the public's words are understood: without the district's directories. Days without a year are this year's. */
export const publicHearing: Hearing = {
  get today() {
    return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  },
  findUnit: () => undefined,
  findPerson: () => undefined,
  findMatter: () => undefined,
};
