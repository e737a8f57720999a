import type { MechanismServer } from '../../serving.ts';

/** What a reuse asks of the server: where its parcel stands on the list of inefficient land. */
export const serving: MechanismServer = {
  computes: {
    reuse: {
      asks: ({ matter }) => ({ listed: { mechanism: 'inefficientLand', where: { all: [{ fact: 'parcel', in: [String(matter.facts['parcel'])] }, { stage: ['listed', 'planned', 'repaired'] }] } } }),
      work: (_situation, _input, { listed = [] }) => ({ listed: listed.map(({ id }) => id).join(' ') }),
    },
  },
};
