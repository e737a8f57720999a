import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { reformFields } from '../reform-fields.ts';

/** What a topic call is: the district asks for suggestions on one subject, for a time, and answers them together. */
export const topicCallRecord = record({
  key: 'topicCall',
  wing: 'reform',
  name: { zh: '专项征集', en: 'Topic calls' },
  counter: { zh: '次', en: 'calls' },
  facts: {
    title: fact.text({ zh: '征集主题', en: 'Subject' }, { min: 5, max: 50, searched: true, synonyms: ['主题', '题目', '名称'] }),
    background: fact.longText({ zh: '背景', en: 'Background' }, { min: 20, max: 2000, searched: true, help: { zh: '为什么征集，目前是什么情况。', en: 'Why you ask, and how things stand.' } }),
    wanted: fact.longText({ zh: '征集内容', en: 'What is asked' }, { min: 10, max: 2000, searched: true, help: { zh: '想听哪几个方面的建议，逐条写明。', en: 'The questions, one by one.' } }),
    ways: fact.longText({ zh: '参与方式', en: 'How to take part' }, { min: 5, max: 1000, searched: true, help: { zh: '网上填写之外，还可以怎样提：来信地址、电话、现场。', en: 'Besides this site: address, telephone, in person.' } }),
    field: fact.choice({ zh: '领域', en: 'Field' }, reformFields, { indexed: true }),
    leadUnit: fact.unit({ zh: '征集单位', en: 'Unit that asks' }, { indexed: true, synonyms: ['牵头单位'] }),
    opensOn: fact.day({ zh: '开始日期', en: 'Opens on' }, { indexed: true }),
    closesOn: fact.day({ zh: '截止日期', en: 'Closes on' }, { indexed: true, help: { zh: '当天24时截止。', en: 'To the end of that day.' } }),
    answer: fact.longText({ zh: '集中答复', en: 'Collective answer' }, { min: 50, max: 8000, searched: true, help: { zh: '收到多少、集中在哪些方面、采纳哪些、没有采纳的为什么、下一步怎么做。不写建议人的姓名和联系方式。', en: 'How many came, on what, which are taken up, why others are not, what comes next. No names or contacts of authors.' } }),
    received: fact.matters({ zh: '收到的建议', en: 'Suggestions received' }, 'suggestion'),
    answeredOn: fact.day({ zh: '答复日期', en: 'Answered on' }, { indexed: true }),
    answeredInTime: fact.flag({ zh: '按期答复', en: 'Answered in time' }, { indexed: true }),
  },
  stages: {
    draft: { name: { zh: '拟征集', en: 'Draft' }, place: 'main' },
    open: { name: { zh: '征集中', en: 'Open' }, place: 'main' },
    closed: { name: { zh: '已截止', en: 'Closed' }, place: 'main' },
    answered: { name: { zh: '已集中答复', en: 'Answered' }, place: 'end' },
    cancelled: { name: { zh: '已撤销', en: 'Cancelled' }, place: 'end', uncounted: true },
  },
  settings: {
    shortest: { name: { zh: '征集期最短天数', en: 'Shortest period' }, value: 7, min: 3, max: 30, unit: 'calendarDay' },
    longest: { name: { zh: '征集期最长天数', en: 'Longest period' }, value: 90, min: 30, max: 365, unit: 'calendarDay' },
    answer: { name: { zh: '集中答复时限', en: 'To answer' }, value: 20, min: 5, max: 60, unit: 'workday' },
  },
  clocks: {
    answer: { name: { zh: '集中答复', en: 'Collective answer' }, setting: 'answer' },
  },
  duties: {},
  links: {},
  refusals: {
    periodOff: { status: 422, zh: '征集期应为{shortest}至{longest}天，现为{days}天，请调整起止日期。', en: 'A call lasts {shortest} to {longest} days; this one {days}. Please change its days.' },
    opensInPast: { status: 422, zh: '开始日期不能早于今天。', en: 'It may not begin in the past.' },
    notOver: { zh: '征集期到{day}为止，还没有结束。', en: 'The call is open to the end of {day}.' },
    overAlready: { zh: '征集期已经结束，不能再延长。', en: 'The call is over and cannot be prolonged.' },
    notLater: { status: 422, zh: '新的截止日期应晚于{day}。', en: 'The new last day must be later than {day}.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: { field: 'field' }, GROUP: { field: 'field' }, GROUP_HEAD: { field: 'field' }, UNIT: 'involved', UNIT_HEAD: 'involved' },
  groups: [
    { name: { zh: '征集', en: 'Call' }, facts: ['title', 'background', 'wanted', 'ways', 'field', 'leadUnit', 'opensOn', 'closesOn'] },
    { name: { zh: '答复', en: 'Answer' }, facts: ['answer', 'received', 'answeredOn', 'answeredInTime'] },
  ],
  title: 'title',
  lead: 'leadUnit',
  list: ['title', 'field', 'leadUnit', 'opensOn', 'closesOn', 'answeredOn'],
  publicFace: {
    when: { stage: ['open', 'closed', 'answered'] },
    facts: ['title', 'opensOn', 'closesOn', 'leadUnit', 'background', 'wanted', 'ways', 'answer', 'answeredOn'],
    name: { zh: '专项征集', en: 'Topic calls' },
    about: { zh: '正在征求意见的题目，和征集过后的集中答复。', en: 'Subjects on which ideas are asked for, and the answers given afterwards.' },
  },
});

/** The topic call's record, for types. */
export type TopicCallRecord = typeof topicCallRecord;
