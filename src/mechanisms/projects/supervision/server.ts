import type { Matter } from '#kernel/matter.ts';
import type { MechanismServer } from '../../serving.ts';
import { standingOf, type Promised, type Situation } from './rules.ts';

/** What supervision asks of the server: the index every night, from what was promised and what the authorities count. */
export const serving: MechanismServer = {
  computes: {
    recompute: {
      asks: ({ matter }) => ({ promises: { mechanism: 'obligation', where: { fact: 'project', in: [String(matter.facts['project'])] } } }),
      work: (situation, _input, { promises = [] }) => ({ ...standingOf(situation as unknown as Situation, promises.map(promised)) }),
    },
  },
  nightly: [{ action: 'recompute', where: () => ({ not: { stage: ['closed'] } }) }],
};

function promised({ stage, facts }: Matter): Promised {
  return { stage, ...(facts as Omit<Promised, 'stage'>) };
}
