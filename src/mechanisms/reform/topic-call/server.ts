import { addDays } from '#kernel/calendar.ts';
import type { MechanismServer } from '../../serving.ts';

/** What topic calls ask of the server: to be closed in the night after their last day. */
export const serving: MechanismServer = {
  nightly: [{ action: 'close', where: (today) => ({ all: [{ stage: ['open'] }, { fact: 'closesOn', atMost: addDays(today, -1) }] }) }],
};
