import { mechanism } from '#kernel/mechanism.ts';
import { confirming } from './confirming.ts';
import { evaluationSheetFigures } from './figures.ts';
import { moving } from './moving.ts';
import { evaluationSheetRecord } from './record.ts';
import { resulting } from './resulting.ts';

/** One enterprise's data, its word on them, and its result (parks.md §2.2). */
export const evaluationSheet = mechanism(evaluationSheetRecord, { figures: evaluationSheetFigures, actions: { ...confirming, ...moving, ...resulting } });
