import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { annualPointsRefusals } from './refusals.ts';

const collected = ['OFFICE', 'OFFICE_HEAD', 'GROUP', 'GROUP_HEAD', 'UNIT', 'UNIT_HEAD', 'LEADER', 'TOP'];

/** 年度工作要点: the points of a year with their tasks (reform.md §4.2, §4.6). */
export const annualPointsRecord = record({
  key: 'annualPoints',
  wing: 'reform',
  name: { zh: '年度工作要点', en: 'Yearly points' },
  counter: { zh: '份', en: 'papers' },
  facts: {
    title: fact.text({ zh: '名称', en: 'Title' }, { min: 4, max: 120, searched: true, unique: true }),
    year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true, indexed: true }),
    notice: fact.longText({ zh: '征集通知', en: 'Call to the units' }, { min: 10, max: 2000 }),
    asked: fact.units({ zh: '征集对象', en: 'Units asked' }, { max: 150 }),
    proposals: fact.rows({ zh: '改革项目申报', en: 'Proposed by units' }, {
      unit: fact.unit({ zh: '申报单位', en: 'Unit' }),
      title: fact.text({ zh: '申报项目', en: 'Proposed' }, { max: 120 }),
      target: fact.longText({ zh: '目标和理由', en: 'Target and reason' }, { max: 1000 }),
      on: fact.day({ zh: '日期', en: 'On' }),
    }, { seenBy: collected }),
    unanswered: fact.units({ zh: '未按时申报的单位', en: 'Units that did not answer' }, { max: 150 }),
    urgedOn: fact.day({ zh: '催报日期', en: 'Urged on' }),
    overall: fact.longText({ zh: '总体要求', en: 'General demands' }, { min: 10, max: 4000 }),
    safeguards: fact.longText({ zh: '组织保障', en: 'How it is secured' }, { min: 10, max: 4000 }),
    explanation: fact.longText({ zh: '起草说明', en: 'How it was drafted' }, { min: 10, max: 4000 }),
    upperCount: fact.whole({ zh: '上级条目', en: 'Clauses above' }),
    coverage: fact.percent({ zh: '上级任务承接率', en: 'Coverage' }, { decimals: 1 }),
    gaps: fact.longText({ zh: '未承接条目', en: 'Gaps' }, { max: 4000 }),
    comparedOn: fact.day({ zh: '对照日期', en: 'Compared on' }),
    consulted: fact.units({ zh: '征求意见对象', en: 'Asked for an opinion' }, { max: 150 }),
    opinions: fact.rows({ zh: '意见采纳情况', en: 'Opinions and what became of them' }, {
      unit: fact.unit({ zh: '单位', en: 'Unit' }),
      text: fact.longText({ zh: '意见', en: 'Opinion' }, { max: 1000 }),
      on: fact.day({ zh: '日期', en: 'On' }),
      adoption: fact.choice({ zh: '采纳情况', en: 'Adopted' }, { adopted: { zh: '采纳', en: 'Adopted' }, partly: { zh: '部分采纳', en: 'In part' }, not: { zh: '不采纳', en: 'Not adopted' } }),
      reason: fact.text({ zh: '理由', en: 'Reason' }, { max: 300 }),
    }, { max: 300 }),
    silent: fact.units({ zh: '逾期未复、视为无意见', en: 'Silent, taken as no objection' }, { max: 150 }),
    meetingOn: fact.day({ zh: '审议日期', en: 'Considered on' }),
    meetingName: fact.text({ zh: '审议会议', en: 'Considered by' }, { min: 4, max: 80 }),
    outcome: fact.choice({ zh: '审议结果', en: 'Outcome' }, { passed: { zh: '审议通过', en: 'Passed' }, principle: { zh: '原则通过，修改后印发', en: 'Passed in principle' }, rejected: { zh: '不通过', en: 'Not passed' } }),
    docNo: fact.documentNumber({ zh: '发文字号', en: 'Document number' }, { searched: true, unique: true }),
    issuedOn: fact.day({ zh: '印发日期', en: 'Issued on' }, { indexed: true }),
    versionNo: fact.whole({ zh: '版本', en: 'Version' }, { names: true, min: 1 }),
    categoryCount: fact.whole({ zh: '类数', en: 'Categories' }),
    taskCount: fact.whole({ zh: '项数', en: 'Tasks' }),
    issuedTable: fact.rows({ zh: '任务分解表（印发版）', en: 'Tasks as issued' }, {
      seq: fact.whole({ zh: '序号', en: 'No.' }),
      category: fact.text({ zh: '类别', en: 'Category' }, { max: 60 }),
      title: fact.text({ zh: '改革任务', en: 'Task' }, { max: 120 }),
      target: fact.longText({ zh: '目标要求', en: 'Target' }, { max: 1000 }),
      leader: fact.person({ zh: '牵头领导', en: 'Leader' }),
      leadUnit: fact.unit({ zh: '牵头单位', en: 'Lead unit' }),
      coUnits: fact.units({ zh: '责任单位', en: 'Co-units' }),
      dueText: fact.text({ zh: '完成时限', en: 'To be done by' }, { max: 40 }),
    }, { max: 500 }),
    versions: fact.rows({ zh: '版本沿革', en: 'Versions' }, {
      no: fact.whole({ zh: '版本', en: 'Version' }),
      on: fact.day({ zh: '日期', en: 'On' }),
      docNo: fact.text({ zh: '文号', en: 'Number' }, { max: 60 }),
      tasks: fact.whole({ zh: '项数', en: 'Tasks' }),
      words: fact.longText({ zh: '变化', en: 'What changed' }, { max: 2000 }),
    }),
    revision: fact.longText({ zh: '拟修订内容', en: 'Revision proposed' }, { min: 10, max: 2000 }),
    dropped: fact.matters({ zh: '拟取消任务', en: 'Tasks to be cancelled' }, 'task', { stages: ['assigned', 'planned', 'running', 'suspended'] }),
  },
  stages: {
    collecting: { name: { zh: '征集', en: 'Collecting' }, place: 'main' },
    drafting: { name: { zh: '梳理起草', en: 'Drafting' }, place: 'main' },
    consulting: { name: { zh: '征求意见', en: 'Consulting' }, place: 'main' },
    reviewing: { name: { zh: '提请审议', en: 'Reviewing' }, place: 'main' },
    approved: { name: { zh: '审议通过待印发', en: 'Passed, to be issued' }, place: 'main' },
    issued: { name: { zh: '已印发', en: 'Issued' }, place: 'main' },
    revising: { name: { zh: '拟修订', en: 'Revision proposed' }, place: 'side' },
    revised: { name: { zh: '已修订', en: 'Revised' }, place: 'end' },
    abandoned: { name: { zh: '撤销', en: 'Abandoned' }, place: 'end', uncounted: true },
  },
  settings: {
    collect: { name: { zh: '征集时限', en: 'To answer the call' }, value: 15, min: 5, max: 40, unit: 'workday' },
    urge: { name: { zh: '逾期几个工作日催报', en: 'Urged when late by (working days)' }, value: 3, min: 0, max: 15 },
    opinion: { name: { zh: '征求意见时限', en: 'To give an opinion' }, value: 7, min: 3, max: 20, unit: 'workday' },
    rework: { name: { zh: '原则通过后修改时限', en: 'To rework what passed in principle' }, value: 10, min: 3, max: 30, unit: 'workday' },
    issue: { name: { zh: '会后印发时限', en: 'To issue after the meeting' }, value: 5, min: 1, max: 20, unit: 'workday' },
  },
  clocks: {
    rework: { name: { zh: '修改', en: 'Reworking' }, setting: 'rework' },
    issue: { name: { zh: '印发', en: 'Issuing' }, setting: 'issue' },
  },
  duties: {
    propose: { name: { zh: '申报改革项目', en: 'Propose reforms' }, setting: 'collect' },
    opinion: { name: { zh: '对要点提意见', en: 'Give an opinion on the points' }, setting: 'opinion' },
  },
  links: {},
  refusals: annualPointsRefusals,
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: 'all', GROUP: 'all', GROUP_HEAD: 'all', UNIT: 'all', UNIT_HEAD: 'all', INSPECTOR: 'all', INSPECT_LEAD: 'all', ASSESS: 'all' },
  groups: [
    { name: { zh: '要点', en: 'Points' }, facts: ['title', 'year', 'docNo', 'issuedOn', 'versionNo', 'categoryCount', 'taskCount', 'overall', 'safeguards'] },
    { name: { zh: '上级对照', en: 'Compared with above' }, facts: ['upperCount', 'coverage', 'gaps', 'comparedOn'] },
    { name: { zh: '征集和征求意见', en: 'Collected and consulted' }, facts: ['notice', 'asked', 'proposals', 'unanswered', 'urgedOn', 'consulted', 'opinions', 'silent'] },
    { name: { zh: '审议', en: 'Consideration' }, facts: ['explanation', 'meetingName', 'meetingOn', 'outcome'] },
    { name: { zh: '版本', en: 'Versions' }, facts: ['versions', 'revision', 'dropped', 'issuedTable'] },
  ],
  title: 'title',
  list: ['year', 'title', 'docNo', 'issuedOn', 'versionNo', 'categoryCount', 'taskCount', 'coverage'],
});

/** The figures that the points state, as of the day of issue. */
export const pointsFigures = ['task.categories', 'task.asIssued', 'upperTask.coverage'] as const;

export type AnnualPointsRecord = typeof annualPointsRecord;
