import { addDays } from '#kernel/calendar.ts';
import type { MechanismServer } from '../../serving.ts';

/** Claims end by themselves the day after their year is over. */
export const serving: MechanismServer = {
  nightly: [{ action: 'expire', where: (today) => ({ all: [{ stage: ['attested'] }, { fact: 'expiresOn', atMost: addDays(today, -1) }] }) }],
};
