import type { Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Likeness, MechanismServer } from '../../serving.ts';
import { projectPackage } from './open-data.ts';

/** What a second filing of one project shares with the first (projects.md §16). */
const telling = ['nationalCode', 'site', 'investor', 'name'] as const;
const weights = { nationalCode: 1, site: 0.6, investor: 0.3, name: 0.3 } as const;

/** What projects ask of the server: who may have been filed twice, and the open-data package. */
export const serving: MechanismServer = {
  openData: projectPackage,
  similar: {
    facts: telling,
    among: ({ facts }) => {
      const same = telling.flatMap((fact): Condition[] => (typeof facts[fact] === 'string' ? [{ fact, in: [facts[fact]] }] : []));
      return { all: [{ not: { stage: ['merged', 'terminated', 'relocated'] } }, { any: same.length > 0 ? same : [{ stage: [] }] }] };
    },
    find: (matter, others) => others.map((other) => likeness(matter, other)).filter(({ similarity }) => similarity >= 0.5).toSorted((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1)),
  },
};

/** One code is one project; one site alone is likely, one investor alone is none. */
function likeness(matter: Matter, other: Matter): Likeness {
  const shared = telling.filter((fact) => matter.facts[fact] !== undefined && matter.facts[fact] === other.facts[fact]);
  return {
    id: other.id,
    similarity: Math.min(1, shared.reduce((sum, fact) => sum + weights[fact], 0)),
    matches: shared.map((fact) => ({ fact, similarity: 1, shared: fact === 'investor' ? [] : [String(matter.facts[fact])] })),
  };
}
