import { mechanism } from '#kernel/mechanism.ts';
import { annualPointsFigures } from './figures.ts';
import { issuingActions } from './issuing.ts';
import { preparingActions } from './preparing.ts';
import { annualPointsRecord } from './record.ts';

/** The points of a year, from the call to the last revision (reform.md §4.2). */
export const annualPoints = mechanism(annualPointsRecord, {
  figures: annualPointsFigures,
  actions: { ...preparingActions, ...issuingActions },
});
