import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';

/** Others of the same controller that are here already. Who names no controller has none. */
const ofController: Computation = {
  asks: ({ matter }, input) => {
    const code = String(input['controllerCode'] ?? matter.facts['controllerCode'] ?? '');
    return { others: { mechanism: 'financeInstitution', where: { all: [{ stage: ['entered'] }, { fact: 'controllerCode', in: [code] }] } } };
  },
  work: ({ matter }, _input, { others = [] }) => ({ siblings: others.filter(({ id }) => id !== matter.id).length }),
};

export const serving: MechanismServer = { computes: { enter: ofController, visit: ofController } };
