import { mechanism } from '#kernel/mechanism.ts';
import { carryingOutActions } from './carrying-out.ts';
import { renewalPlanFigures } from './figures.ts';
import { measuringActions } from './measuring.ts';
import { modeRecordActions } from './mode-records.ts';
import { preparingActions } from './preparing.ts';
import { renewalPlanRecord } from './record.ts';

/** One plan for each park, from its survey to what it brought (parks.md §7). */
export const renewalPlan = mechanism(renewalPlanRecord, {
  figures: renewalPlanFigures,
  actions: { ...preparingActions, ...carryingOutActions, ...modeRecordActions, ...measuringActions },
});
