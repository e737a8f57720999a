import type { MechanismServer } from '../../serving.ts';
import { findRing } from '../rings.ts';

/** What integration projects ask of the server: rings of waiting, units that do not sign. */
export const serving: MechanismServer = {
  computes: {
    revise: {
      asks: () => ({ projects: { mechanism: 'integrationProject', where: { fact: 'dependsOn', present: true } } }),
      work: ({ matter, findMatter }, { dependsOn }, { projects = [] }) => {
        const waits = new Map(projects.map(({ id, facts }) => [id, (facts['dependsOn'] ?? []) as readonly string[]]));
        if (Array.isArray(dependsOn)) waits.set(matter.id, dependsOn);
        const titles = new Map([...projects, matter].map(({ id, facts }) => [id, String(facts['title'] ?? '')]));
        const ring = findRing(matter.id, (id) => waits.get(id) ?? []) ?? [];
        return { ring: ring.map((id) => titles.get(id) ?? String(findMatter(id)?.facts['title'] ?? '')).join(' → ').slice(0, 1000) };
      },
    },
  },
  nightly: [{ action: 'escalate', where: () => ({ stage: ['designing'] }) }],
};
