import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** 决定事项: one decided point of a meeting, with one unit that answers for it and one day. */
export const followUpRecord = record({
  key: 'followUp',
  wing: 'reform',
  name: { zh: '会议决定事项', en: 'Decisions followed up' },
  counter: { zh: '项', en: 'decisions' },
  facts: {
    content: fact.longText({ zh: '决定事项', en: 'Decision' }, { min: 4, max: 500, searched: true }),
    measure: fact.text({ zh: '措施', en: 'Measure' }, { max: 200 }),
    leadUnit: fact.unit({ zh: '责任单位', en: 'Unit' }, { indexed: true, synonyms: ['承办单位', '牵头单位'] }),
    coUnits: fact.units({ zh: '配合单位', en: 'Co-units' }),
    meeting: fact.matter({ zh: '会议', en: 'Meeting' }, 'meeting', { indexed: true }),
    item: fact.matter({ zh: '议题', en: 'Item' }, 'agendaItem', { indexed: true }),
    orderNo: fact.whole({ zh: '议程序号', en: 'No. on the agenda' }, { names: true, min: 1, max: 99 }),
    decisionNo: fact.whole({ zh: '事项号', en: 'Decision no.' }, { names: true, min: 1, max: 99 }),
    assignedOn: fact.day({ zh: '交办日期', en: 'Assigned on' }),
    dueOn: fact.day({ zh: '完成时限', en: 'Due on' }, { indexed: true }),
    support: fact.rows({ zh: '配合情况', en: 'What co-units did' }, {
      unit: fact.unit({ zh: '单位', en: 'Unit' }), text: fact.longText({ zh: '配合情况', en: 'What was done' }, { max: 500 }), on: fact.day({ zh: '日期', en: 'On' }),
    }),
    answer: fact.longText({ zh: '落实情况', en: 'What was done' }, { min: 10, max: 2000, searched: true }),
    answeredOn: fact.day({ zh: '反馈日期', en: 'Answered on' }),
    isInTime: fact.flag({ zh: '按时反馈', en: 'Answered in time' }),
    returns: fact.whole({ zh: '退回次数', en: 'Times returned' }, { min: 0 }),
    closedOn: fact.day({ zh: '办结日期', en: 'Closed on' }),
  },
  stages: {
    assigned: { name: { zh: '已交办', en: 'Assigned' }, place: 'main' },
    answered: { name: { zh: '已反馈', en: 'Answered' }, place: 'main' },
    closed: { name: { zh: '已办结', en: 'Closed' }, place: 'end' },
    cancelled: { name: { zh: '已撤销', en: 'Cancelled' }, place: 'end', uncounted: true },
  },
  settings: {
    carryOut: { name: { zh: '没写时限的落实', en: 'To carry out where no day is set' }, value: 10, min: 1, max: 60, unit: 'workday' },
    redo: { name: { zh: '退回后重新反馈', en: 'To answer again after a return' }, value: 5, min: 1, max: 20, unit: 'workday' },
    check: { name: { zh: '改革办核对', en: 'Check by the office' }, value: 5, min: 1, max: 20, unit: 'workday' },
  },
  clocks: { check: { name: { zh: '核对', en: 'Check' }, setting: 'check' } },
  duties: {
    carryOut: { name: { zh: '落实会议决定', en: 'Carry out the decision' }, setting: 'carryOut' },
    support: { name: { zh: '配合落实', en: 'Support it' }, setting: 'carryOut' },
  },
  links: {
    decidedAt: { name: { zh: '会议', en: 'decided at' }, back: { zh: '决定事项', en: 'decided' }, to: 'meeting' },
    decidedOn: { name: { zh: '议题', en: 'decided on' }, back: { zh: '决定事项', en: 'led to' }, to: 'agendaItem' },
  },
  refusals: {
    tooLateToExtend: { zh: '已过完成时限（{day}），不能再申请延期，按逾期办理。', en: 'Its day, {day}, has passed; it is overdue and cannot be extended.' },
    notLater: { status: 422, zh: '新的时限应晚于原时限（{day}）。', en: 'The new day must lie after {day}.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: 'all', GROUP: 'involved', GROUP_HEAD: 'involved', UNIT: 'involved', UNIT_HEAD: 'involved' },
  groups: [
    { name: { zh: '决定', en: 'Decision' }, facts: ['content', 'measure', 'meeting', 'item', 'orderNo', 'decisionNo', 'leadUnit', 'coUnits', 'assignedOn', 'dueOn'] },
    { name: { zh: '落实', en: 'What was done' }, facts: ['answer', 'answeredOn', 'isInTime', 'support', 'returns', 'closedOn'] },
  ],
  title: 'content',
  lead: 'leadUnit',
  co: 'coUnits',
  list: ['content', 'leadUnit', 'meeting', 'dueOn', 'answeredOn', 'isInTime'],
});

/** The record, for types. */
export type FollowUpRecord = typeof followUpRecord;
