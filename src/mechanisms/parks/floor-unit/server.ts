import type { Matter } from '#kernel/matter.ts';
import type { MechanismServer } from '../../serving.ts';

const net = (units: readonly Matter[]) => units.reduce((sum, { facts }) => sum + Number(facts['netArea'] ?? 0), 0);

/** What a sale asks of the server: how much of the building would be sold then, in percent of its net area. */
export const serving: MechanismServer = {
  computes: {
    sell: {
      asks: ({ matter }) => ({ units: { mechanism: 'floorUnit', where: { all: [{ fact: 'building', in: [String(matter.facts['building'])] }, { not: { stage: ['merged'] } }] } } }),
      work: ({ matter }, _input, { units = [] }) => {
        const sold = units.filter(({ id, facts }) => id === matter.id || facts['soldOn'] !== undefined);
        return { soldShare: Math.round((net(sold) / Math.max(1, net(units))) * 1000) / 10 };
      },
    },
  },
};
