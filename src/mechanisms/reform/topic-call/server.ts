import { addDays } from '#kernel/calendar.ts';
import type { MechanismServer } from '../../serving.ts';

/** What topic calls ask of the server: to be closed in the night after their last day, and whose suggestions an answer answers. */
export const serving: MechanismServer = {
  computes: {
    answer: {
      asks: ({ matter }) => ({ suggestions: { mechanism: 'suggestion', where: { fact: 'topicCall', in: [matter.id] } } }),
      work: (_situation, _input, { suggestions = [] }) => ({ received: suggestions.filter(({ stage }) => stage !== 'withdrawn').map(({ id }) => id).toSorted() }),
    },
  },
  nightly: [{ action: 'close', where: (today) => ({ all: [{ stage: ['open'] }, { fact: 'closesOn', atMost: addDays(today, -1) }] }) }],
};
