import { normalise } from '#engines/similarity/normalise.ts';
import { commonSynonyms } from '#engines/similarity/problem.ts';
import { countsOf, jaccardOf } from '#engines/similarity/solve.ts';
import type { MechanismServer } from '../../serving.ts';
import { findRing } from '../rings.ts';
import { openStages } from './stages.ts';

/** What tasks ask of the server: the light every night, the first milestone, how like two reports are, rings of waiting. */
export const serving: MechanismServer = {
  computes: {
    report: {
      work: ({ matter }, { text }) => ({ likeness: likenessOf(String(matter.facts['latest'] ?? ''), String(text ?? '')) }),
    },
    await: {
      asks: () => ({ tasks: { mechanism: 'task', where: { fact: 'dependsOn', present: true } } }),
      work: ({ matter, findMatter }, { dependsOn }, { tasks = [] }) => {
        const waits = new Map(tasks.map(({ id, facts }) => [id, (facts['dependsOn'] ?? []) as readonly string[]]));
        waits.set(matter.id, Array.isArray(dependsOn) ? dependsOn : []);
        const titles = new Map([...tasks, matter].map(({ id, facts }) => [id, String(facts['title'] ?? '')]));
        const ring = findRing(matter.id, (id) => waits.get(id) ?? []);
        return { ring: (ring ?? []).map((id) => titles.get(id) ?? String(findMatter(id)?.facts['title'] ?? '')).join(' → ').slice(0, 1000) };
      },
    },
  },
  nightly: [
    { action: 'begin', where: (today) => ({ all: [{ stage: ['planned'] }, { fact: 'beginsOn', atMost: today }] }) },
    { action: 'recompute', where: () => ({ stage: openStages }) },
  ],
};

/** How like two reports are, in percent; nothing is like an empty one. */
export function likenessOf(before: string, now: string): number {
  const [one, other] = [before, now].map((text) => countsOf(normalise(text, commonSynonyms)));
  return one && other && one.size > 0 && other.size > 0 ? Math.round(jaccardOf(one, other) * 100) : 0;
}
