import type { MechanismServer } from '../../serving.ts';
import { bulletinParts } from './report.ts';

/** What a bulletin asks of the server: its paper. */
export const serving: MechanismServer = {
  documents: {
    bulletin: {
      name: { zh: '改革专报', en: 'Reform bulletin' },
      internal: '内部资料 注意保存',
      parts: bulletinParts,
      fileName: ({ matter }) => `改革专报 ${matter.number ?? '草稿'} ${String(matter.facts['title'] ?? '')}`,
    },
  },
};
