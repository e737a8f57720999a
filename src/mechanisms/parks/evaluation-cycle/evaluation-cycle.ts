import { mechanism } from '#kernel/mechanism.ts';
import { evaluating } from './evaluating.ts';
import { evaluationCycleFigures } from './figures.ts';
import { planning } from './planning.ts';
import { publishing } from './publishing.ts';
import { renewing } from './renewing.ts';
import { evaluationCycleRecord } from './record.ts';

/** One year's evaluation per mu, gate by gate (parks.md §2.2). */
export const evaluationCycle = mechanism(evaluationCycleRecord, { figures: evaluationCycleFigures, actions: { ...planning, ...evaluating, ...publishing, ...renewing } });
