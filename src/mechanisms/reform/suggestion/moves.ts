import { actionsOf, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { suggestionRecord, type SuggestionRecord } from './record.ts';
import type { Situation } from './rules.ts';

// What the steps of a suggestion share: who acts, which clocks run, how an author is told.

export type Effect = EffectOf<SuggestionRecord>;
export const action = actionsOf(suggestionRecord);
export const office = { role: 'OFFICE' } as const;
export const officeHead = { role: 'OFFICE_HEAD' } as const;
export const sorting = ['sorting', 'sortingLimit', 'scope'] as const;
export const deciding = ['decision', 'decisionLimit'] as const;
export const opening = ['registration', 'supplement', ...sorting, ...deciding] as const;
export const decided = ['adopted', 'partlyAdopted', 'reporting', 'instructed', 'assigned', 'implementing', 'implemented', 'commended', 'notRealised', 'reference', 'notAdopted', 'answered'] as const;
export const toJoined = ['suggestion.hearMain'];
export const everywhere = ['submitted', 'registered', 'supplement', 'lapsed', 'diverted', 'rejectedScope', 'merged', 'screening', ...decided, 'withdrawn'] as const;
export const told = (zh: string, en: string): Effect => ({ do: 'tell', to: 'author', text: { zh, en } });
export const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
export const awaiting = (reason: string): Effect[] => [...sorting, ...deciding].map((clock) => ({ do: 'pause', clock, reason }));

/** The author, and the authors of what was merged in: all of them hear. */
export function tellAll({ matter, findMatter }: Situation, zh: string, en: string): Effect[] {
  const joined = (matter.facts.mergedFrom ?? []).filter((id) => findMatter(id)?.stage === 'merged');
  return [told(zh, en), ...joined.map((id): Effect => ({ do: 'follow', mechanism: 'suggestion', id, action: 'hearMain', input: { zh, en } }))];
}

export const identity = { identityMode: 'must', proposerName: 'may', contact: 'may', consentsToName: 'may', publishedName: 'may' } as const;

/** Out of the one it was merged into; that one hears of it. */
export function leaveMain(main: string | undefined, id: string): Effect[] {
  if (main === undefined) return [];
  return [
    set({ mergedInto: null, mergedOn: null }),
    { do: 'unlink', type: 'mergedInto', id: main },
    { do: 'follow', mechanism: 'suggestion', id: main, action: 'release', input: { duplicate: id } },
  ];
}
