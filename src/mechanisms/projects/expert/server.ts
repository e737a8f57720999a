import { addDays } from '#kernel/calendar.ts';
import type { MechanismServer } from '../../serving.ts';

/** What the pool asks of the server: who was removed for life, and the yearly declaration. */
export const serving: MechanismServer = {
  computes: {
    apply: {
      asks: () => ({ banned: { mechanism: 'expert', where: { fact: 'isBanned', in: [true] } } }),
      // The same account, or the same name born on the same day.
      work: (_situation, input, { banned = [] }) => ({
        isBarred: banned.some(({ facts }) => (facts['person'] !== undefined && facts['person'] === input['person']) || (facts['name'] === input['name'] && facts['bornOn'] !== undefined && facts['bornOn'] === input['bornOn'])),
      }),
    },
  },
  nightly: [{ action: 'askDeclaration', where: (today) => ({ all: [{ stage: ['active', 'paused'] }, { fact: 'declaredOn', atMost: addDays(today, -355) }] }) }],
};
