import { useMemo } from 'react';
import type { Unit } from '#contract/administration-shapes.ts';
import type { Names } from '#contract/shapes.ts';
import type { Hearing, Speech } from '#kernel/kind.ts';
import type { Language } from '#kernel/words.ts';
import { useAsk } from '#web/ask.ts';
import { useLanguage } from '#web/language.ts';
import { useSession } from '#web/session.ts';

/** Speech that also knows which matters the reader may open. */
export interface PageSpeech extends Speech {
  leadsTo(id: string): boolean;
}

/** How values are spoken of, with the names that came along with them. */
export function speechOf(names: Names | undefined, language: Language, units: readonly Unit[] = []): PageSpeech {
  const unitNames = new Map(units.map((unit) => [unit.id, unit.shortName ?? unit.name]));
  return {
    language,
    unitName: (id) => names?.units[id] ?? unitNames.get(id) ?? id,
    personName: (id) => names?.people[id] ?? id,
    matterName: (id) => {
      const matter = names?.matters[id];
      if (!matter) return id;
      return [matter.number, matter.title].filter(Boolean).join(' ') || (language === 'zh' ? '（不对您公开的事项）' : '(a matter not open to you)');
    },
    leadsTo: (id) => names?.matters[id]?.isOpen ?? false,
  };
}

export function useSpeech(names?: Names): PageSpeech {
  const language = useLanguage();
  const units = useUnits();
  return useMemo(() => speechOf(names, language, units), [names, language, units]);
}

/** How typed words are understood: today, and the units by their names. */
export function useHearing(): Hearing {
  const today = useToday();
  const units = useUnits();
  return useMemo(() => ({ today, findUnit: (words) => findUnit(units, words), findPerson: () => undefined, findMatter: () => undefined }), [today, units]);
}

export function useUnits(): readonly Unit[] {
  return useAsk('GET /api/units').data ?? noUnits;
}

/** The day it is for the platform: the sample district may stand at the end of its year. */
export function useToday(): string {
  return useSession()?.today ?? '1970-01-01';
}

const noUnits: readonly Unit[] = [];

function findUnit(units: readonly Unit[], words: string): string | undefined {
  return units.find((unit) => [unit.id, unit.name, unit.shortName].includes(words.trim()))?.id;
}
