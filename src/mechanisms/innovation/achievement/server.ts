import { addDays } from '#kernel/calendar.ts';
import { explain } from '#engines/similarity/explain.ts';
import type { Item } from '#engines/similarity/problem.ts';
import { findSimilar } from '#engines/similarity/solve.ts';
import type { Matter } from '#kernel/matter.ts';
import type { MechanismServer } from '../../serving.ts';
import { achievementRecord } from './record.ts';

const compared = ['title', 'summary'] as const;
const itemOf = ({ id, facts }: Matter): Item => ({ id, parts: Object.fromEntries(compared.map((name) => [name, String(facts[name] ?? '')])) });

/** What achievements ask of the server: the same one twice, and what leaves the shelf by itself. */
export const serving: MechanismServer = {
  similar: {
    facts: compared,
    among: () => ({ not: { stage: ['rejected'] } }),
    find: (matter, others) => {
      const item = itemOf(matter);
      const byId = new Map(others.map((other) => [other.id, itemOf(other)]));
      return findSimilar({ item, others: [...byId.values()], synonyms: [] }).map(({ id, similarity }) => {
        const other = byId.get(id);
        return { id, similarity, matches: other ? explain(item, other, []).map(({ part, ...match }) => ({ fact: part, ...match })) : [] };
      });
    },
  },
  // The least the setting may be: whoever is not due yet is refused and tried again.
  nightly: [{ action: 'lapse', where: (today) => ({ all: [{ stage: ['listed'] }, { any: [{ fact: 'rightsUntil', atMost: addDays(today, -1) }, { fact: 'pricedOn', atMost: addDays(today, -achievementRecord.settings.staleDays.min) }] }] }) }],
};
