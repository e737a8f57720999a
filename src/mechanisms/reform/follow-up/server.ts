import type { MechanismServer } from '../../serving.ts';
import { reminderParts } from './report.ts';

/** What a decision asks of the server: the letter that reminds of it. */
export const serving: MechanismServer = {
  documents: {
    reminder: {
      name: { zh: '工作提醒函', en: 'Reminder' },
      when: { fact: 'letterNo', present: true },
      parts: reminderParts,
      fileName: ({ matter }) => `工作提醒函 ${String(matter.facts['content']).slice(0, 20)}`,
    },
  },
};
