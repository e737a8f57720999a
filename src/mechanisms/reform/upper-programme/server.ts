import type { MechanismServer } from '../../serving.ts';

/** What a programme asks of the server: which of its clauses are left. */
export const serving: MechanismServer = {
  computes: {
    confirmCoverage: {
      asks: ({ matter }) => ({ left: { mechanism: 'upperTask', where: { all: [{ fact: 'programme', in: [matter.id] }, { stage: ['open', 'naProposed'] }] } } }),
      work: (_situation, _input, { left = [] }) => ({ open: left.map(({ facts }) => String(facts['clauseNo'] ?? '')).join('、').slice(0, 2000) }),
    },
  },
};
