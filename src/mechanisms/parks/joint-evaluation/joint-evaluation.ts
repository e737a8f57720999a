import { mechanism } from '#kernel/mechanism.ts';
import { jointEvaluationFigures } from './figures.ts';
import { jointEvaluationRecord } from './record.ts';
import { joining } from './joining.ts';
import { sharing } from './sharing.ts';

/** Enterprises that one evaluation looks at as one (parks.md §2.1, §2.7, §11). */
export const jointEvaluation = mechanism(jointEvaluationRecord, { figures: jointEvaluationFigures, actions: { ...joining, ...sharing } });
