import type { PublicRow } from '#contract/public-shapes.ts';
import type { Language } from '#kernel/words.ts';
import type { PublicFace } from '#web/slim-declarations.ts';

/** What a published matter is called. */
export function titleOf(face: PublicFace, row: PublicRow): string {
  return String(row.facts[face.title] ?? row.number ?? '');
}

/** The few words beneath a title: its first short facts, and how it stands where that is more than “published”. */
export function briefWords(face: PublicFace, row: PublicRow, language: Language): string {
  return face.brief
    .flatMap(({ fact, name, options }) => {
      const value = row.facts[fact];
      if (typeof value === 'number') return [String(value)];
      if (value === true) return [name[language]];
      return typeof value === 'string' && value !== '' ? [options?.[value]?.[language] ?? value] : [];
    })
    .join(' · ');
}
