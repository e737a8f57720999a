import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { cancelledStage } from '../evaluation-cancelled.ts';
import { bonusNames, deductionNames, exemptionNames, readers, vetoNames } from '../evaluation-words.ts';

/** What may be found of an enterprise. */
export const items = { ...bonusNames, ...deductionNames, ...vetoNames, ...exemptionNames } as const;

/** 认定事项: what a department brings to the review: a bonus, a deduction, a veto, an exemption, each with its document. */
export const evaluationRemarkRecord = record({
  key: 'evaluationRemark',
  wing: 'parks',
  name: { zh: '评价认定事项', en: 'Findings for the evaluation' },
  counter: { zh: '条', en: 'findings' },
  facts: {
    title: fact.text({ zh: '名称', en: 'Name' }, { max: 200, searched: true, help: { zh: '企业和情形，便于分辨。', en: 'The enterprise and what it is about, to tell one from another.' } }),
    name: fact.text({ zh: '企业名称', en: 'Name of the enterprise' }, { max: 120 }),
    cycle: fact.matter({ zh: '评价', en: 'Evaluation' }, 'evaluationCycle', { indexed: true, stages: ['collecting', 'reconciling', 'computing', 'reviewed'] }),
    enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise', { indexed: true, stages: ['listed'] }),
    creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { indexed: true }),
    item: fact.choice({ zh: '事项', en: 'Finding' }, items, { indexed: true }),
    kind: fact.choice({ zh: '类型', en: 'Kind' }, { bonus: { zh: '加分', en: 'Bonus' }, deduction: { zh: '扣分', en: 'Deduction' }, veto: { zh: '一票否决、限档', en: 'Veto or cap' }, exemption: { zh: '参评不定级', en: 'Not graded' } }, { indexed: true }),
    count: fact.whole({ zh: '数量', en: 'Count' }, { min: 1, max: 1_000, help: { zh: '承租户数等；只有扣分事项填写。', en: 'Tenants and the like; for deductions only.' } }),
    documentNo: fact.documentNumber({ zh: '文书文号', en: 'Document number' }),
    decidedOn: fact.day({ zh: '文书日期', en: 'Dated' }),
    department: fact.unit({ zh: '认定部门', en: 'Department' }),
    note: fact.longText({ zh: '说明', en: 'Note' }, { max: 1_000 }),
    reviewedOn: fact.day({ zh: '会审日期', en: 'Reviewed on' }),
    publicOn: fact.day({ zh: '公开日期', en: 'Made public on' }, { help: { zh: '会审通过的否决、限档随评价公示一起公开。', en: 'Confirmed vetoes and caps are made public with the evaluation.' } }),
    repairedOn: fact.day({ zh: '修复日期', en: 'Repaired on' }),
  },
  stages: {
    entered: { name: { zh: '待会审', en: 'To be reviewed' }, place: 'main' },
    confirmed: { name: { zh: '会审通过', en: 'Confirmed' }, place: 'main' },
    rejected: { name: { zh: '未采纳', en: 'Not taken up' }, place: 'end', uncounted: true },
    repaired: { name: { zh: '已修复', en: 'Repaired' }, place: 'end' },
    cancelled: cancelledStage,
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    documentMissing: { status: 422, zh: '一票否决、限档和灾害认定必须有文号和日期。', en: 'A veto, a cap and a loss by disaster need a document number and its date.' },
    outsideYear: { status: 422, zh: '文书日期不在评价年度（{year}年）内，不能用于这次评价。', en: 'The document is not dated within {year}, the year evaluated.' },
    countMissing: { status: 422, zh: '扣分事项要填数量，其他事项不填。', en: 'A deduction has a count, nothing else has.' },
    cycleClosed: { status: 422, zh: '这次评价已经公示，不能再认定；修复的下一年重新评价。', en: 'That evaluation is public already; nothing can be added. What is repaired counts next year.' },
    enteredAlready: { status: 422, zh: '这家企业的这个事项已经有了，请勿重复。', en: 'There is such a finding on this enterprise already.' },
  },
  sees: readers,
  groups: [
    { name: { zh: '事项', en: 'Finding' }, facts: ['cycle', 'enterprise', 'creditCode', 'kind', 'item', 'count'] },
    { name: { zh: '依据', en: 'Basis' }, facts: ['documentNo', 'decidedOn', 'department', 'note', 'reviewedOn', 'publicOn', 'repairedOn'] },
  ],
  title: 'title',
  lead: 'department',
  list: ['enterprise', 'kind', 'item', 'documentNo', 'decidedOn', 'department'],
  // All of them, so that none is used selectively (parks.md §11).
  publicFace: {
    when: { all: [{ stage: ['confirmed', 'repaired'] }, { fact: 'kind', in: ['veto'] }, { fact: 'publicOn', present: true }] },
    facts: ['title', 'item', 'documentNo', 'decidedOn', 'department', 'publicOn', 'repairedOn'],
    name: { zh: '亩均评价否决和限档', en: 'Vetoes and caps of the evaluation per mu' },
    about: { zh: '会审通过的一票否决和限档，一条不漏，都有文号。', en: 'Every veto and cap that was confirmed, each with its document number.' },
    order: 'item',
  },
});

export type EvaluationRemarkRecord = typeof evaluationRemarkRecord;
