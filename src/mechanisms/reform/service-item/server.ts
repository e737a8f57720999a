import type { MechanismServer } from '../../serving.ts';
import { sameNameWarnings } from './rules.ts';

/** What service items ask of the server: a warning where two rows share a name. */
export const serving: MechanismServer = { warn: sameNameWarnings };
