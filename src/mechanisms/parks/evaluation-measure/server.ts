import { addDays } from '#kernel/calendar.ts';
import type { MechanismServer } from '../../serving.ts';

/** What a measure asks of the server: it ends by itself when its time is over. */
export const serving: MechanismServer = { nightly: [{ action: 'end', where: (today) => ({ all: [{ stage: ['inForce'] }, { fact: 'endOn', atMost: addDays(today, -1) }] }) }] };
