import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** 进展通报: how the tasks of the points stand at the end of a quarter, as it was told to everybody (reform.md §4.8, §14.7). */
export const progressCircularRecord = record({
  key: 'progressCircular',
  wing: 'reform',
  name: { zh: '季度进展通报', en: 'Quarterly progress circulars' },
  counter: { zh: '期', en: 'circulars' },
  facts: {
    title: fact.text({ zh: '标题', en: 'Title' }, { max: 80, searched: true }),
    period: fact.period({ zh: '季度', en: 'Quarter' }, { unique: true, indexed: true }),
    good: fact.longText({ zh: '主要做法和成效', en: 'What goes well' }, { min: 10, max: 3000 }),
    problems: fact.longText({ zh: '存在问题', en: 'What does not' }, { min: 10, max: 3000 }),
    demands: fact.longText({ zh: '下步要求', en: 'What is demanded' }, { min: 10, max: 3000 }),
    units: fact.rows({ zh: '各单位进展', en: 'By unit' }, {
      unit: fact.unit({ zh: '牵头单位', en: 'Lead unit' }),
      tasks: fact.whole({ zh: '任务数', en: 'Tasks' }),
      closed: fact.whole({ zh: '已销号', en: 'Closed' }),
      red: fact.whole({ zh: '红灯', en: 'Red' }),
      yellow: fact.whole({ zh: '黄灯', en: 'Yellow' }),
      blue: fact.whole({ zh: '蓝灯', en: 'Blue' }),
      green: fact.whole({ zh: '绿灯', en: 'Green' }),
      grey: fact.whole({ zh: '灰灯', en: 'Grey' }),
    }),
    issuedOn: fact.day({ zh: '印发日期', en: 'Issued on' }, { indexed: true }),
  },
  stages: {
    drafted: { name: { zh: '起草', en: 'Drafted' }, place: 'main' },
    issued: { name: { zh: '已印发', en: 'Issued' }, place: 'end' },
    discarded: { name: { zh: '不发', en: 'Discarded' }, place: 'end', uncounted: true },
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    notQuarter: { status: 422, zh: '请填季度，例如 2021-Q2。', en: 'Please give a quarter, such as 2021-Q2.' },
    quarterAhead: { status: 422, zh: '{period}还没有开始，不能通报。', en: '{period} has not begun; there is nothing to tell of it.' },
    noTasks: { zh: '当年没有已下达的重点改革任务，无从通报。', en: 'No tasks of that year are assigned; there is nothing to tell.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: 'all', GROUP: 'all', GROUP_HEAD: 'all', UNIT: 'all', UNIT_HEAD: 'all', INSPECTOR: 'all', INSPECT_LEAD: 'all', ASSESS: 'all' },
  groups: [
    { name: { zh: '通报', en: 'Circular' }, facts: ['title', 'period', 'issuedOn', 'good', 'problems', 'demands'] },
    { name: { zh: '各单位进展', en: 'By unit' }, facts: ['units'] },
  ],
  printedYear: 'period',
  title: 'title',
  list: ['title', 'period', 'issuedOn'],
});

/** The circular's record, for types. */
export type ProgressCircularRecord = typeof progressCircularRecord;

/** The figures a circular states, as of the day it is issued. */
export const progressFigures = ['task.asIssued', 'task.categories', 'task.addedByRevision', 'task.closed', 'task.underWay', 'task.completion', 'task.onTime', 'task.red', 'task.yellow', 'task.blue', 'task.grey', 'task.returned'] as const;
