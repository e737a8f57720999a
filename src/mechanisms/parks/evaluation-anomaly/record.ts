import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { cancelledStage, cycleCancelled } from '../evaluation-cancelled.ts';
import { anomalyKinds, readers } from '../evaluation-words.ts';
import { foundNames } from '../found-names.ts';

/** 数据异常: what the tests before a trial run find, to be cleared by a person. */
export const evaluationAnomalyRecord = record({
  key: 'evaluationAnomaly',
  wing: 'parks',
  name: { zh: '评价数据异常', en: 'Anomalies in the data' },
  counter: { zh: '条', en: 'anomalies' },
  facts: {
    title: fact.text({ zh: '名称', en: 'Name' }, { max: 200, searched: true, help: { zh: '企业和情形，便于分辨。', en: 'The enterprise and what it is about, to tell one from another.' } }),
    name: fact.text({ zh: '企业名称', en: 'Name of the enterprise' }, { max: 120 }),
    cycle: fact.matter({ zh: '评价', en: 'Evaluation' }, 'evaluationCycle', { indexed: true }),
    enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise', { indexed: true }),
    creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { indexed: true }),
    kind: fact.choice({ zh: '异常类型', en: 'Kind' }, anomalyKinds, { indexed: true }),
    key: fact.text({ zh: '评价、代码、类型', en: 'Evaluation, code, kind' }, { unique: true, max: 200, seenBy: [] }),
    found: fact.rows({ zh: '情况', en: 'What was found' }, { what: fact.choice({ zh: '项目', en: 'Quantity' }, foundNames), year: fact.whole({ zh: '年度', en: 'Year' }, { names: true }), value: fact.decimal({ zh: '数值（空为缺）', en: 'Value (missing when empty)' }, { decimals: 4 }) }, { max: 6 }),
    limit: fact.percent({ zh: '界线', en: 'Limit' }, { min: 0, max: 1_000, help: { zh: '发现时的设置。', en: 'As it was set when this was found.' } }),
    other: fact.matter({ zh: '同址企业', en: 'At the same address' }, 'enterprise'),
    finding: fact.longText({ zh: '核查情况', en: 'What was made out' }, { min: 5, max: 2_000 }),
    clearedOn: fact.day({ zh: '核清日期', en: 'Cleared on' }),
  },
  stages: {
    open: { name: { zh: '待核清', en: 'Open' }, place: 'main' },
    cleared: { name: { zh: '已核清', en: 'Cleared' }, place: 'end' },
    cancelled: cancelledStage,
  },
  settings: {
    clear: { name: { zh: '核清时限', en: 'To clear' }, value: 10, min: 1, max: 40, unit: 'workday' },
    area: { name: { zh: '用地相差超过（%）', en: 'Land differs by more than (%)' }, value: 5, min: 1, max: 50 },
    change: { name: { zh: '指标较上年变动超过（%）', en: 'An indicator changed by more than (%)' }, value: 50, min: 5, max: 500 },
    outer: { name: { zh: '税收占比处于行业两端（%）', en: 'Tax share among the outer (%) of its industry' }, value: 1, min: 1, max: 20 },
    staff: { name: { zh: '职工与参保人数相差超过（%）', en: 'Staff differs from social insurance by more than (%)' }, value: 20, min: 1, max: 100 },
    research: { name: { zh: '研发经费与加计扣除相差超过（%）', en: 'R&D differs from what was filed for deduction by more than (%)' }, value: 20, min: 1, max: 100 },
    energy: { name: { zh: '能耗与电费账单相差超过（%）', en: 'Energy differs from the power bill by more than (%)' }, value: 10, min: 1, max: 100 },
  },
  clocks: { clear: { name: { zh: '核清', en: 'Clearing' }, setting: 'clear' } },
  duties: {},
  links: {},
  refusals: {
    cycleCancelled,
    bothWaysFirst: { status: 422, zh: '年内合并或分立的，先由亩均办立合并评价，两种口径都算；另一方不在名录、不用合并的，附证明材料。', en: 'Merged or split within the year: a joint evaluation comes first, so that both ways are worked out. Where the other party is not on the list, attach the proof.' },
  },
  sees: readers,
  groups: [{ name: { zh: '异常', en: 'Anomaly' }, facts: ['cycle', 'enterprise', 'creditCode', 'kind', 'found', 'limit', 'other', 'finding', 'clearedOn'] }],
  title: 'title',
  list: ['name', 'kind', 'creditCode', 'clearedOn'],
});

export type EvaluationAnomalyRecord = typeof evaluationAnomalyRecord;
