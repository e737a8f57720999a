import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { upperLevels } from '../upper-levels.ts';

/** A document from above that sets tasks: a programme of the nation, the province or the city (reform.md §5). */
export const upperProgrammeRecord = record({
  key: 'upperProgramme',
  wing: 'reform',
  name: { zh: '上级部署', en: 'Programmes from above' },
  counter: { zh: '件', en: 'programmes' },
  facts: {
    title: fact.text({ zh: '文件名称', en: 'Title' }, { min: 4, max: 120, searched: true, synonyms: ['名称', '部署名称'] }),
    level: fact.choice({ zh: '层级', en: 'Level' }, upperLevels, { indexed: true }),
    docNo: fact.documentNumber({ zh: '发文字号', en: 'Document number' }, { searched: true }),
    issuer: fact.text({ zh: '发文机关', en: 'Issued by' }, { max: 60 }),
    year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true, indexed: true }),
    label: fact.text({ zh: '专项名称', en: 'Name it goes by' }, { max: 40, help: { zh: '例如“七个求突破”。没有专门名称的不填。', en: 'If it has one, such as a named action.' } }),
    receivedOn: fact.day({ zh: '收到日期', en: 'Received on' }),
    clauses: fact.rows({ zh: '条目', en: 'Clauses' }, {
      clauseNo: fact.text({ zh: '条目号', en: 'Clause' }, { max: 20 }),
      text: fact.longText({ zh: '内容', en: 'Text' }, { max: 1000 }),
      upperDept: fact.text({ zh: '上级主管部门', en: 'Department above' }, { max: 60 }),
      dueText: fact.text({ zh: '上级时限', en: 'Limit set above' }, { max: 40 }),
    }, { max: 300 }),
    clauseCount: fact.whole({ zh: '条目数', en: 'Number of clauses' }),
    decomposedOn: fact.day({ zh: '分解日期', en: 'Broken down on' }),
    coveredOn: fact.day({ zh: '承接完毕日期', en: 'All taken up on' }),
  },
  stages: {
    registered: { name: { zh: '待分解', en: 'To be broken down' }, place: 'main' },
    decomposed: { name: { zh: '承接中', en: 'Being taken up' }, place: 'main' },
    covered: { name: { zh: '已全部承接', en: 'All taken up' }, place: 'end' },
    withdrawn: { name: { zh: '登记有误撤销', en: 'Registered by mistake' }, place: 'end', uncounted: true },
  },
  settings: {
    oldest: { name: { zh: '登记的文件最早可以是几年前收到的', en: 'Oldest programme that may be registered, in years' }, value: 10, min: 1, max: 30 },
    decompose: { name: { zh: '收文后分解时限', en: 'To break it down after receipt' }, value: 10, min: 3, max: 30, unit: 'workday' },
    map: { name: { zh: '分解后承接时限', en: 'To take up its clauses' }, value: 10, min: 3, max: 30, unit: 'workday' },
  },
  clocks: {
    decompose: { name: { zh: '分解条目', en: 'Breaking it down' }, setting: 'decompose' },
    map: { name: { zh: '承接条目', en: 'Taking up its clauses' }, setting: 'map' },
  },
  duties: {},
  links: {},
  refusals: {
    clauseIncomplete: { status: 422, zh: '每一条都要有条目号和内容。', en: 'Every clause needs its number and its text.' },
    clauseTwice: { status: 422, zh: '条目号“{no}”重复，一条只登记一次。', en: 'Clause {no} stands twice.' },
    receivedLongAgo: { status: 422, zh: '收到日期早于{years}年前，请核对年份。', en: 'That day lies more than {years} years back. Please check the year.' },
    receivedLater: { status: 422, zh: '收到日期不能晚于今天。', en: 'It cannot have been received after today.' },
    dueUnclear: { status: 422, zh: '条目“{no}”的上级时限“{words}”看不明白，请写成 6月底前、年底前 或者 2021-12-31；没有时限的空着。', en: 'The limit “{words}” of clause {no} is not clear; write it like “年底前” or 2021-12-31, or leave it empty.' },
    clausesOpen: { zh: '还有条目没有落到任务、也没有签字说明不适用：{list}。', en: 'Clauses without a task and without a signed “not applicable”: {list}.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: 'all', GROUP: 'all', GROUP_HEAD: 'all', INSPECTOR: 'all', INSPECT_LEAD: 'all', UNIT: 'all', UNIT_HEAD: 'all' },
  groups: [
    { name: { zh: '文件', en: 'Document' }, facts: ['title', 'level', 'docNo', 'issuer', 'year', 'label', 'receivedOn'] },
    { name: { zh: '条目', en: 'Clauses' }, facts: ['clauseCount', 'clauses', 'decomposedOn', 'coveredOn'] },
  ],
  title: 'title',
  list: ['title', 'level', 'docNo', 'year', 'clauseCount', 'receivedOn'],
});

/** The figures that the table of coverage states, as of the day all is taken up. */
export const coverageFigures = ['upperTask.coverage', 'upperTask.open'] as const;

export type UpperProgrammeRecord = typeof upperProgrammeRecord;
