import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { evaluationCycleRecord } from './record.ts';

const action = actionsOf(evaluationCycleRecord);
const industry = { role: 'INDUSTRY' } as const;

/** The trial run, its anomalies, the review by departments (parks.md §2.2, §2.7). */
export const evaluating = {
  compute: action({
    name: { zh: '试算', en: 'Compute' },
    help: { zh: '在后台取数、计算、查异常，可以离开页面；会审改动认定事项后要重新试算。', en: 'Gathers, evaluates and looks for anomalies in the background; you may leave the page. To be done again when findings change.' },
    from: ['reconciling', 'computing', 'reviewed'],
    to: 'computing',
    by: [industry],
    tone: 'primary',
    extra: { unsettled: fact.whole({ zh: '未确认的评价单', en: 'Sheets not settled' }), undecided: fact.whole({ zh: '未审定的合并评价', en: 'Joint evaluations not decided' }) },
    extraAsks: { unsettled: 'computed', undecided: 'computed' },
    stops: ['reconcile', 'review'],
    starts: ['compute'],
    when: ({ matter }) => (matter.facts.enrolled === undefined ? 'stillEnrolling' : undefined),
    check: (_situation, { unsettled, undecided }) => (unsettled > 0 ? { refusal: 'sheetsUnsettled', detail: { count: unsettled } } : undecided > 0 ? { refusal: 'jointsUndecided', detail: { count: undecided } } : undefined),
  }),
  recordTrial: action({
    name: { zh: '记录试算结果', en: 'Record the trial run' },
    from: ['computing'],
    by: ['system'],
    hidden: true,
    asks: { trialRun: 'must', evaluated: 'must', groups: 'must', grouped: 'must', ungraded: 'must', distribution: 'must', benchmarks: 'must', means: 'must', cuts: 'may', resultsHash: 'must' },
    sets: ['trialAt', 'benchmarkDue'],
    effects: ({ now, matter }, { evaluated }) => [
      { do: 'set', values: { trialAt: now, benchmarkDue: null } },
      { do: 'tell', to: { unit: matter.facts.host ?? '' }, text: { zh: `《${matter.facts.name ?? ''}》试算完成，共${evaluated}家。`, en: `The trial run of “${matter.facts.name ?? ''}” is done: ${evaluated} enterprise(s).` } },
    ],
  }),
  review: action({
    name: { zh: '送部门会审', en: 'Send to the review' },
    help: { zh: '数据异常全部核清后才能送审。', en: 'Only once every anomaly is cleared.' },
    from: ['computing'],
    to: 'reviewed',
    by: [industry],
    tone: 'primary',
    extra: { anomalies: fact.whole({ zh: '未核清的异常', en: 'Anomalies not cleared' }) },
    extraAsks: { anomalies: 'computed' },
    stops: ['compute'],
    starts: ['review'],
    when: ({ matter }) => (matter.facts.trialRun === undefined ? 'noTrial' : undefined),
    check: (_situation, { anomalies }) => (anomalies > 0 ? { refusal: 'anomaliesOpen', detail: { count: anomalies } } : undefined),
  }),
};
