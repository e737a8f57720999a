import type { MechanismServer } from '../../serving.ts';

/** What a screening asks of the server: whether the parcel was screened this year already. */
export const serving: MechanismServer = {
  computes: {
    screen: {
      asks: (_situation, input) => ({ earlier: { mechanism: 'inefficientLand', where: { all: [{ fact: 'parcel', in: [String(input['parcel'])] }, { fact: 'year', in: [Number(input['year'])] }] } } }),
      work: (_situation, _input, { earlier = [] }) => ({ isTwice: earlier.length > 0 }),
    },
  },
};
