import type { MechanismServer } from '../../serving.ts';

/** What clearing an anomaly asks of the server: whether a joint evaluation looks at its enterprise. */
export const serving: MechanismServer = {
  computes: {
    clear: {
      asks: ({ matter: { facts } }) => ({ joints: { mechanism: 'jointEvaluation', where: { all: [{ fact: 'cycle', in: [String(facts['cycle'])] }, { fact: 'members', has: [String(facts['enterprise'] ?? '')] }, { stage: ['accepted'] }] } } }),
      work: (_situation, _input, { joints = [] }) => ({ isBothWays: joints.length > 0 }),
    },
  },
};
