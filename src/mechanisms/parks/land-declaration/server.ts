import type { Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import type { MechanismServer } from '../../serving.ts';
import { hundredths } from '../land.ts';

const of = (enterprise: unknown, fact: string): Condition => ({ fact, in: [String(enterprise)] });
const area = (matter: Matter, name: string) => Number(matter.facts[name] ?? 0);

/** What a declaration asks of the server: the land the registers charge the enterprise with. */
export const serving: MechanismServer = {
  computes: {
    declare: {
      asks: (_situation, input) => ({
        parcels: { mechanism: 'parcel', where: { all: [of(input['enterprise'], 'user'), { stage: ['held', 'committed', 'accepted'] }] } },
        rented: { mechanism: 'occupation', where: { all: [of(input['enterprise'], 'enterprise'), { stage: ['running'] }, { not: { fact: 'kind', in: ['own'] } }] } },
        earlier: { mechanism: 'landDeclaration', where: { all: [of(input['enterprise'], 'enterprise'), { fact: 'year', in: [Number(input['year'])] }] } },
      }),
      work: (_situation, _input, { parcels = [], rented = [], earlier = [] }) => {
        const workings = [
          ...parcels.map((parcel) => ({ what: 'own', parcel: parcel.id, area: area(parcel, 'area') })),
          ...parcels.filter((parcel) => area(parcel, 'letLand') > 0).map((parcel) => ({ what: 'let', parcel: parcel.id, area: area(parcel, 'letLand') })),
          ...rented.map((occupation) => ({ what: 'rented', parcel: String(occupation.facts['parcel']), area: area(occupation, 'land') })),
        ];
        const registered = hundredths(workings.reduce((sum, row) => sum + (row.what === 'let' ? -row.area : row.area), 0));
        return { registered: Math.max(0, registered), workings, isTwice: earlier.length > 0 };
      },
    },
  },
};
