import type { MechanismServer } from '../../serving.ts';
import { coverageFigures } from './record.ts';
import { coverageParts } from './report.ts';

/** What a programme asks of the server: which of its clauses are left. */
export const serving: MechanismServer = {
  computes: {
    confirmCoverage: {
      asks: ({ matter }) => ({ left: { mechanism: 'upperTask', where: { all: [{ fact: 'programme', in: [matter.id] }, { stage: ['open', 'naProposed'] }] } } }),
      work: (_situation, _input, { left = [] }) => ({ open: left.map(({ facts }) => String(facts['clauseNo'] ?? '')).join('、').slice(0, 2000) }),
    },
  },
  documents: {
    coverage: {
      name: { zh: '上级任务承接对照表', en: 'Table of coverage' },
      when: { fact: 'decomposedOn', present: true },
      figures: coverageFigures,
      asks: ({ id }) => ({ clauses: { mechanism: 'upperTask', where: { fact: 'programme', in: [id] } }, tasks: { mechanism: 'task', where: { all: [{ fact: 'upperTasks', present: true }, { not: { stage: ['struck', 'cancelled'] } }] } } }),
      parts: coverageParts,
      fileName: ({ matter }) => `承接对照表 ${String(matter.facts['title'])}`,
    },
  },
};
