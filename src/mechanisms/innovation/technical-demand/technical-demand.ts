import { mechanism } from '#kernel/mechanism.ts';
import { technicalDemandFigures } from './figures.ts';
import { fulfilling } from './fulfilling.ts';
import { judging } from './judging.ts';
import { matching } from './matching.ts';
import { receiving } from './receiving.ts';
import { technicalDemandRecord } from './record.ts';

/** Technical demands of enterprises, from the visit to the solution (innovation.md §2). */
export const technicalDemand = mechanism(technicalDemandRecord, {
  figures: technicalDemandFigures,
  actions: { ...receiving, ...judging, ...matching, ...fulfilling },
});
