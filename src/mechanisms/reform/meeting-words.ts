import { fact } from '#kernel/fact.ts';

/** 会议类型: the first three are those whose sessions figure 1.7 counts (reform.md §2, F7). */
export const meetingKinds = {
  deepReform: { zh: '深改委会议', en: 'Session of the reform commission' },
  standing: { zh: '区委常委会会议', en: 'Session of the standing committee' },
  special: { zh: '专题会', en: 'Special meeting' },
  government: { zh: '区政府常务会议', en: 'Executive meeting of the government' },
  dispatching: { zh: '调度会', en: 'Dispatching meeting' },
} as const;

/** 议题结果 (reform.md §4.5). */
export const outcomes = {
  passed: { zh: '审议通过', en: 'Passed' },
  passedInPrinciple: { zh: '原则通过（修改后印发）', en: 'Passed in principle, to be revised' },
  deferred: { zh: '缓议', en: 'Deferred' },
  rejected: { zh: '不通过', en: 'Not passed' },
  heard: { zh: '听取汇报', en: 'Report heard' },
  studied: { zh: '传达学习', en: 'Paper studied' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
} as const;

/** How a decided point stands. */
export const decisionStates = {
  open: { zh: '在办', en: 'Open' },
  done: { zh: '办结', en: 'Done' },
  cancelled: { zh: '撤销', en: 'Cancelled' },
} as const;

/** One decided point: 见事见责见措施见时限. */
export const decisionColumns = {
  content: fact.longText({ zh: '决定事项', en: 'Decision' }, { max: 500 }),
  unit: fact.unit({ zh: '责任单位', en: 'Unit' }),
  coUnits: fact.units({ zh: '配合单位', en: 'Co-units' }),
  measure: fact.text({ zh: '措施', en: 'Measure' }, { max: 200 }),
  dueOn: fact.day({ zh: '完成时限', en: 'Due on' }),
} as const;

/** A decided point as a row holds it. */
export interface Decision {
  readonly content?: string;
  readonly unit?: string;
  readonly coUnits?: readonly string[];
  readonly measure?: string;
  readonly dueOn?: string;
}
