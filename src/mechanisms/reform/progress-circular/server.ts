import type { Matter } from '#kernel/matter.ts';
import type { MechanismServer } from '../../serving.ts';
import { progressFigures } from './record.ts';
import { circularParts } from './report.ts';

const lamps = ['red', 'yellow', 'blue', 'green', 'grey'] as const;

/** Units by how their tasks stand, those that burn most first. */
export function byUnit(tasks: readonly Matter[]): { readonly units: readonly Readonly<Record<string, unknown>>[]; readonly count: number } {
  const rows = new Map<string, Record<(typeof lamps)[number] | 'tasks' | 'closed', number>>();
  for (const { stage, facts } of tasks) {
    const unit = String(facts['leadUnit']);
    const row = rows.get(unit) ?? { tasks: 0, closed: 0, red: 0, yellow: 0, blue: 0, green: 0, grey: 0 };
    rows.set(unit, row);
    row.tasks += 1;
    if (stage === 'closed') row.closed += 1;
    // Orange is known to one preset only; it burns as yellow does.
    const lamp = lamps.find((each) => each === (facts['light'] === 'orange' ? 'yellow' : facts['light'])) ?? 'grey';
    row[lamp] += 1;
  }
  const units = [...rows].map(([unit, row]) => ({ unit, ...row })).toSorted((a, b) => b.red - a.red || b.yellow - a.yellow || b.tasks - a.tasks || (a.unit < b.unit ? -1 : 1));
  return { units, count: tasks.length };
}

/** What a circular asks of the server: its table, and its paper. */
export const serving: MechanismServer = {
  computes: {
    issue: {
      asks: ({ matter }) => ({ tasks: { mechanism: 'task', where: { all: [{ fact: 'year', in: [Number(String(matter.facts['period']).slice(0, 4))] }, { not: { stage: ['drafted', 'struck'] } }] } } }),
      work: (_situation, _input, { tasks = [] }) => ({ ...byUnit(tasks) }),
    },
  },
  documents: {
    circular: {
      name: { zh: '季度进展通报', en: 'The circular' },
      figures: progressFigures,
      parts: circularParts,
      fileName: ({ matter }) => String(matter.facts['title'] ?? '季度进展通报'),
    },
  },
};
