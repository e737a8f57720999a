import type { Story } from '../story.ts';
import { evaluationAnomalyStories } from './evaluation-anomaly/sample.ts';
import { evaluationCycleStories } from './evaluation-cycle/sample.ts';
import { evaluationMeasureStories } from './evaluation-measure/sample.ts';
import { evaluationRemarkStories } from './evaluation-remark/sample.ts';
import { evaluationSheetStories } from './evaluation-sheet/sample.ts';
import { jointEvaluationStories } from './joint-evaluation/sample.ts';
import { readingBatchStories } from './reading-batch/sample.ts';

/** One evaluation per mu of the sample district, from its scheme to its measures. */
export function evaluationYears(): readonly Story[] {
  return [...evaluationCycleStories(), ...readingBatchStories(), ...evaluationSheetStories(), ...jointEvaluationStories(), ...evaluationRemarkStories(), ...evaluationAnomalyStories(), ...evaluationMeasureStories()];
}
