import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { decisionColumns, decisionStates, meetingKinds, outcomes } from '../meeting-words.ts';

const order = fact.whole({ zh: '序号', en: 'No.' }, { min: 1, max: 99 });

/** 会议: one session, its agenda in order, what came of each item, and what was decided with unit and day. */
export const meetingRecord = record({
  key: 'meeting',
  wing: 'reform',
  name: { zh: '会议', en: 'Meetings' },
  counter: { zh: '次', en: 'meetings' },
  facts: {
    name: fact.text({ zh: '会议名称', en: 'Name of the meeting' }, { min: 4, max: 80, searched: true }),
    kind: fact.choice({ zh: '会议类型', en: 'Kind' }, meetingKinds, { indexed: true }),
    jointWith: fact.choice({ zh: '合并召开的会议', en: 'Held jointly with' }, meetingKinds, { help: { zh: '两个会议合并召开的只建一条，在这里选另一个。', en: 'Two bodies in one session are one record; choose the other body here.' } }),
    ordinal: fact.whole({ zh: '次数', en: 'Session no.' }, { names: true, min: 1, max: 999 }),
    heldOn: fact.day({ zh: '会议日期', en: 'Held on' }, { indexed: true, synonyms: ['开会日期', '召开时间'] }),
    startAt: fact.text({ zh: '时间', en: 'Time' }, { max: 5, pattern: { source: '^([01]\\d|2[0-3]):[0-5]\\d$', words: { zh: '写成09:00的样子', en: 'As in 09:00' } } }),
    place: fact.text({ zh: '地点', en: 'Place' }, { max: 60 }),
    chair: fact.person({ zh: '主持人', en: 'Chair' }),
    attendeeUnits: fact.units({ zh: '参会单位', en: 'Units attending' }),
    agenda: fact.rows({ zh: '议程', en: 'Agenda' }, {
      orderNo: order,
      // The words and not the item: whoever attends reads them, though not every item is his to open.
      title: fact.text({ zh: '议题', en: 'Item' }, { max: 120 }),
      reporter: fact.unit({ zh: '汇报单位', en: 'Reported by' }),
      isReform: fact.flag({ zh: '改革议题', en: 'On reform' }),
      minutes: fact.whole({ zh: '时长（分钟）', en: 'Minutes' }, { min: 1, max: 240 }),
      outcome: fact.choice({ zh: '结果', en: 'Outcome' }, outcomes),
      note: fact.longText({ zh: '会议意见', en: 'What the meeting said' }, { max: 1000 }),
    }),
    decisions: fact.rows({ zh: '决定事项', en: 'Decisions' }, {
      orderNo: order,
      decisionNo: fact.whole({ zh: '事项号', en: 'Decision no.' }, { min: 1, max: 99 }),
      ...decisionColumns,
      state: fact.choice({ zh: '落实情况', en: 'Stands' }, decisionStates),
      closedOn: fact.day({ zh: '办结日期', en: 'Closed on' }),
    }),
    items: fact.matters({ zh: '列入的议题', en: 'Items on it' }, 'agendaItem'),
    discussedReform: fact.flag({ zh: '研究了改革议题', en: 'Reform was discussed' }, { help: { zh: '由议题结果得出，第1.7个数字统计它。', en: 'Follows from the outcomes; figure 1.7 counts it.' } }),
    present: fact.longText({ zh: '出席', en: 'Present' }, { max: 1000 }),
    absent: fact.longText({ zh: '请假', en: 'On leave' }, { max: 500 }),
    observers: fact.longText({ zh: '列席', en: 'Observers' }, { max: 1000 }),
    noticedOn: fact.day({ zh: '通知日期', en: 'Notice sent on' }),
    noticeNo: fact.whole({ zh: '通知函号', en: 'No. of the notice' }, { names: true }),
    minutesNo: fact.whole({ zh: '纪要期号', en: 'No. of the minutes' }, { names: true }),
    minutedOn: fact.day({ zh: '纪要印发日期', en: 'Minutes issued on' }),
    letterNo: fact.whole({ zh: '提醒函号', en: 'No. of the letter' }, { names: true }),
    dispatchedOn: fact.day({ zh: '交办日期', en: 'Dispatched on' }),
  },
  stages: {
    planned: { name: { zh: '拟召开', en: 'Planned' }, place: 'main' },
    noticed: { name: { zh: '已通知', en: 'Notice sent' }, place: 'main' },
    held: { name: { zh: '已召开', en: 'Held' }, place: 'main' },
    minuted: { name: { zh: '已印发纪要', en: 'Minutes issued' }, place: 'main' },
    dispatched: { name: { zh: '已交办', en: 'Dispatched' }, place: 'main' },
    followed: { name: { zh: '已督办办结', en: 'Followed up' }, place: 'end' },
    cancelled: { name: { zh: '已取消', en: 'Cancelled' }, place: 'end', uncounted: true },
  },
  settings: {
    leadTime: { name: { zh: '上会材料提前报齐', en: 'Materials complete before the meeting' }, value: 5, min: 0, max: 20, unit: 'workday' },
    minutes: { name: { zh: '印发纪要时限', en: 'To issue the minutes' }, value: 3, min: 1, max: 15, unit: 'workday' },
    dispatch: { name: { zh: '交办时限', en: 'To dispatch the decisions' }, value: 1, min: 0, max: 10, unit: 'workday' },
    countStudiedItems: { name: { zh: '听取汇报、传达学习也算研究改革议题（1算，0不算）', en: 'Reports heard and papers studied count as discussing reform (1 yes, 0 no)' }, value: 1, min: 0, max: 1 },
  },
  clocks: {
    minutes: { name: { zh: '印发纪要', en: 'Minutes' }, setting: 'minutes' },
    dispatch: { name: { zh: '交办', en: 'Dispatch' }, setting: 'dispatch' },
  },
  duties: {},
  links: { discusses: { name: { zh: '议题', en: 'discusses' }, back: { zh: '上会', en: 'discussed at' }, to: 'agendaItem' } },
  refusals: {
    jointWithItself: { status: 422, zh: '合并召开的应是另一个会议。', en: 'A joint session is held with another body.' },
    sameSession: { status: 422, zh: '{day}同一时间、同一地点已有“{name}”。合并召开的会议只建一条，请在那一条上选“合并召开的会议”。', en: '“{name}” is at the same time and place on {day}. A joint session is one record: name the other body there.' },
    dayPast: { status: 422, zh: '会议日期不能早于今天。', en: 'The meeting may not lie in the past.' },
    materialsLate: { status: 422, zh: '“{title}”的上会材料{on}才报齐，应在会前{days}个工作日（{latest}）前报齐，请安排下一次会议。', en: 'The materials of “{title}” were complete on {on}; {latest}, {days} working days before, was the last day. Take the next meeting.' },
    orderTaken: { status: 422, zh: '议程第{no}项已有议题，请换一个序号。', en: 'No. {no} of the agenda is taken; please choose another.' },
    agendaEmpty: { zh: '还没有列入议题，不能发会议通知。', en: 'Nothing is on the agenda yet, so no notice can go out.' },
    notYet: { zh: '还没到会议日期（{day}），不能登记召开。', en: 'The day of the meeting, {day}, has not come.' },
    outcomesMissing: { zh: '第{which}项议题还没有记录结果，请先逐项记录再印发纪要。', en: 'The outcome of item {which} is not recorded yet; record each before the minutes go out.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: 'all', GROUP: 'involved', GROUP_HEAD: 'involved', UNIT: 'involved', UNIT_HEAD: 'involved' },
  groups: [
    { name: { zh: '会议', en: 'Meeting' }, facts: ['name', 'kind', 'jointWith', 'ordinal', 'heldOn', 'startAt', 'place', 'chair', 'attendeeUnits', 'discussedReform'] },
    { name: { zh: '议程和结果', en: 'Agenda and outcomes' }, facts: ['agenda', 'items'] },
    { name: { zh: '决定事项', en: 'Decisions' }, facts: ['decisions'] },
    { name: { zh: '到会', en: 'Attendance' }, facts: ['present', 'absent', 'observers'] },
    { name: { zh: '文书', en: 'Papers' }, facts: ['noticeNo', 'noticedOn', 'minutesNo', 'minutedOn', 'letterNo', 'dispatchedOn'] },
  ],
  title: 'name',
  co: 'attendeeUnits',
  list: ['heldOn', 'name', 'kind', 'jointWith', 'discussedReform', 'minutedOn'],
});

/** The meeting's record, for types. */
export type MeetingRecord = typeof meetingRecord;
