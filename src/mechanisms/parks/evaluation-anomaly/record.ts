import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { cancelledStage, cycleCancelled } from '../evaluation-cancelled.ts';
import { anomalyKinds, readers } from '../evaluation-words.ts';

/** 数据异常: what the tests before a trial run find, to be cleared by a person. */
export const evaluationAnomalyRecord = record({
  key: 'evaluationAnomaly',
  wing: 'parks',
  name: { zh: '评价数据异常', en: 'Anomalies in the data' },
  counter: { zh: '条', en: 'anomalies' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { max: 200, searched: true }),
    cycle: fact.matter({ zh: '评价', en: 'Evaluation' }, 'evaluationCycle', { indexed: true }),
    enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise', { indexed: true }),
    creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { indexed: true }),
    kind: fact.choice({ zh: '异常类型', en: 'Kind' }, anomalyKinds, { indexed: true }),
    of: fact.text({ zh: '对象', en: 'Of' }, { max: 60 }),
    key: fact.text({ zh: '评价、代码、类型', en: 'Evaluation, code, kind' }, { unique: true, max: 200, seenBy: [] }),
    detail: fact.text({ zh: '情况', en: 'What was found' }, { max: 300 }),
    finding: fact.longText({ zh: '核查情况', en: 'What was made out' }, { min: 5, max: 2_000 }),
    clearedOn: fact.day({ zh: '核清日期', en: 'Cleared on' }),
  },
  stages: {
    open: { name: { zh: '待核清', en: 'Open' }, place: 'main' },
    cleared: { name: { zh: '已核清', en: 'Cleared' }, place: 'end' },
    cancelled: cancelledStage,
  },
  settings: { clear: { name: { zh: '核清时限', en: 'To clear' }, value: 10, min: 1, max: 40, unit: 'workday', source: 'parks.md §2.2' } },
  clocks: { clear: { name: { zh: '核清', en: 'Clearing' }, setting: 'clear' } },
  duties: {},
  links: {},
  refusals: { cycleCancelled },
  sees: readers,
  groups: [{ name: { zh: '异常', en: 'Anomaly' }, facts: ['name', 'cycle', 'enterprise', 'creditCode', 'kind', 'detail', 'finding', 'clearedOn'] }],
  title: 'name',
  list: ['creditCode', 'kind', 'detail', 'clearedOn'],
});

export type EvaluationAnomalyRecord = typeof evaluationAnomalyRecord;
