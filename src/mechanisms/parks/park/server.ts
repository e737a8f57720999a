import type { MechanismServer } from '../../serving.ts';
import { screenPark } from '../bulk-screening.ts';

/** What goes on in the background after a screening is asked for. */
export const serving: MechanismServer = { bulk: { screenLand: (bulk) => screenPark(bulk, Number(bulk.matter.facts['screeningYear'])) } };
