import type { MechanismServer } from '../../serving.ts';

/** What a check asks of the server: an enterprise that stays silent has confirmed. */
export const serving: MechanismServer = { nightly: [{ action: 'lapse', where: () => ({ stage: ['measured'] }) }] };
