import type { MechanismServer } from '../../serving.ts';
import { planReport } from './report.ts';

/** The paper of a plan. */
export const serving: MechanismServer = {
  documents: {
    plan: {
      name: { zh: '一园一策方案', en: 'The plan as a paper' },
      when: { fact: 'baseYears', present: true },
      parts: planReport,
      fileName: ({ matter }) => `一园一策方案 ${String(matter.facts['name'] ?? '')}`,
    },
  },
};
