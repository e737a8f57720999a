import type { MechanismServer } from '../../serving.ts';

/** What a finding asks of the server: whether there is one like it already. */
export const serving: MechanismServer = {
  computes: {
    enter: {
      asks: (_situation, input) => ({
        others: { mechanism: 'evaluationRemark', where: { all: [{ fact: 'cycle', in: [String(input['cycle'])] }, { fact: 'enterprise', in: [String(input['enterprise'])] }, { fact: 'item', in: [String(input['item'])] }, { not: { stage: ['rejected'] } }] } },
      }),
      work: (_situation, _input, { others = [] }) => ({ isTwice: others.length > 0 }),
    },
  },
};
