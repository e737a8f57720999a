import { addDays } from '#kernel/calendar.ts';
import type { MechanismServer } from '../../serving.ts';

/** What the qualifications ask of the server: that those whose term is over expire. */
export const serving: MechanismServer = {
  nightly: [{ action: 'expire', where: (today) => ({ all: [{ stage: ['valid'] }, { fact: 'validUntil', atMost: addDays(today, -1) }] }) }],
};
