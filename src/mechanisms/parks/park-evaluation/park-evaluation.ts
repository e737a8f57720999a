import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { parkEvaluationFigures } from './figures.ts';
import { parkEvaluationRecord } from './record.ts';

const action = actionsOf(parkEvaluationRecord);
const result = { enterprises: 'must', steps: 'must', tax: 'may', land: 'may', taxPerMu: 'may', points: 'must', classes: 'must', ungraded: 'must' } as const;

/** Each park as a whole, once the results of its enterprises are published (parks.md §2.1). */
export const parkEvaluation = mechanism(parkEvaluationRecord, {
  figures: parkEvaluationFigures,
  actions: {
    record: action({
      name: { zh: '记录园区评价', en: 'Record the evaluation of a park' },
      from: 'new',
      to: 'published',
      by: ['system'],
      hidden: true,
      asks: { name: 'must', cycle: 'must', park: 'must', key: 'must', body: 'may', year: 'must', scope: 'must', rank: 'must', among: 'must', ...result },
    }),
    revise: action({
      name: { zh: '随企业结果更正', en: 'Corrected with an enterprise' },
      from: ['published', 'archived'],
      by: ['system'],
      hidden: true,
      asks: { rank: 'must', among: 'must', enterprises: 'may', steps: 'may', tax: 'may', land: 'may', taxPerMu: 'may', points: 'may', classes: 'may', ungraded: 'may' },
    }),
    archive: action({ name: { zh: '随评价归档', en: 'Archived with the evaluation' }, from: ['published'], to: 'archived', by: ['system'], hidden: true }),
  },
});
