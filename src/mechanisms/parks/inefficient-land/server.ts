import type { MechanismServer } from '../../serving.ts';
import { parcelEvidence, renewalArea } from '../parcel-evidence.ts';

/** What a screening asks of the server: whether the parcel was screened this year already, and what the registers around it say. */
export const serving: MechanismServer = {
  computes: {
    screen: {
      asks: (_situation, input) => {
        const parcel = { fact: 'parcel', in: [String(input['parcel'])] };
        return {
          earlier: { mechanism: 'inefficientLand', where: { all: [parcel, { fact: 'year', in: [Number(input['year'])] }] } },
          buildings: { mechanism: 'building', where: { all: [parcel, { stage: ['standing'] }] } },
          stays: { mechanism: 'occupation', where: { all: [parcel, { stage: ['running', 'ended'] }] } },
          plans: { mechanism: 'renewalPlan', where: { all: [{ fact: 'parcels', has: [String(input['parcel'])] }, { stage: renewalArea }] } },
        };
      },
      work: ({ findMatter, setting, today }, input, { earlier = [], buildings = [], stays = [], plans = [] }) => {
        const parcel = findMatter(String(input['parcel']));
        const { farFloor, monthsUnfilled, isScattered } = parcel === undefined ? {} : parcelEvidence(parcel, { buildings, stays, plans, industry: input['industry'] as string | undefined }, today, setting('dangerousShare'));
        return { isTwice: earlier.length > 0, heldFloor: farFloor, heldMonths: monthsUnfilled, heldScattered: isScattered };
      },
    },
  },
};
