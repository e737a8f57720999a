import type { MechanismServer } from '../../serving.ts';

/** Claims end by themselves when their year is over. */
export const serving: MechanismServer = {
  nightly: [{ action: 'expire', where: (today) => ({ all: [{ stage: ['attested'] }, { fact: 'expiresOn', atMost: today }] }) }],
};
