import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';

/** The council are the members that sit on it and are active on the day of the vote. */
const counted: Computation = {
  asks: () => ({ council: { mechanism: 'allianceMember', where: { all: [{ stage: ['active'] }, { fact: 'councilRole', in: ['chair', 'vice', 'council'] }] } } }),
  work: (_situation, _input, { council = [] }) => ({ council: council.length }),
};

export const serving: MechanismServer = { computes: { vote: counted, expel: counted } };
