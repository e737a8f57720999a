import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { upperLevels } from '../upper-levels.ts';

/** One clause of a programme from above, and what carries it out here (reform.md §5). */
export const upperTaskRecord = record({
  key: 'upperTask',
  wing: 'reform',
  name: { zh: '上级任务条目', en: 'Clauses from above' },
  counter: { zh: '条', en: 'clauses' },
  facts: {
    text: fact.longText({ zh: '内容', en: 'Text' }, { min: 4, max: 1000, searched: true }),
    clauseNo: fact.text({ zh: '条目号', en: 'Clause' }, { max: 20 }),
    programme: fact.matter({ zh: '上级部署', en: 'Programme' }, 'upperProgramme', { indexed: true }),
    programmeTitle: fact.text({ zh: '文件名称', en: 'Title of the programme' }, { max: 120, searched: true }),
    level: fact.choice({ zh: '层级', en: 'Level' }, upperLevels, { indexed: true }),
    year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true, indexed: true }),
    label: fact.text({ zh: '专项名称', en: 'Name it goes by' }, { max: 40 }),
    receivedOn: fact.day({ zh: '收到日期', en: 'Received on' }),
    upperDept: fact.text({ zh: '上级主管部门', en: 'Department above' }, { max: 60 }),
    dueText: fact.text({ zh: '上级时限', en: 'Limit set above' }, { max: 40 }),
    dueOn: fact.day({ zh: '上级完成日期', en: 'Due above on' }),
    tasks: fact.matters({ zh: '承接任务', en: 'Tasks that carry it out' }, 'task', { stages: ['drafted', 'assigned', 'planned', 'running'] }),
    naReason: fact.longText({ zh: '不适用理由', en: 'Why it does not apply' }, { min: 10, max: 500 }),
    naSigned: fact.person({ zh: '不适用签字人', en: 'Signed as not applicable by' }),
    naSignedOn: fact.day({ zh: '签字日期', en: 'Signed on' }),
  },
  stages: {
    open: { name: { zh: '待承接', en: 'To be taken up' }, place: 'main' },
    naProposed: { name: { zh: '拟不适用', en: 'Proposed as not applicable' }, place: 'side' },
    mapped: { name: { zh: '已承接', en: 'Taken up' }, place: 'end' },
    notApplicable: { name: { zh: '不适用', en: 'Not applicable' }, place: 'end' },
  },
  settings: { map: { name: { zh: '承接时限', en: 'To be taken up within' }, value: 10, min: 3, max: 30, unit: 'workday' } },
  clocks: { map: { name: { zh: '承接', en: 'Taking it up' }, setting: 'map' } },
  duties: {},
  links: {
    partOf: { name: { zh: '出自', en: 'is part of' }, back: { zh: '条目', en: 'holds' }, to: 'upperProgramme' },
  },
  refusals: {
    taskGone: { status: 422, zh: '“{title}”已经删去或者取消，不能承接。', en: '“{title}” was struck out or cancelled and cannot carry anything out.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: 'all', GROUP: 'all', GROUP_HEAD: 'all', INSPECTOR: 'all', INSPECT_LEAD: 'all', UNIT: 'all', UNIT_HEAD: 'all' },
  groups: [
    { name: { zh: '条目', en: 'Clause' }, facts: ['programmeTitle', 'programme', 'clauseNo', 'text', 'level', 'year', 'label', 'receivedOn', 'upperDept', 'dueText', 'dueOn'] },
    { name: { zh: '承接', en: 'Taken up by' }, facts: ['tasks', 'naReason', 'naSigned', 'naSignedOn'] },
  ],
  title: 'text',
  list: ['clauseNo', 'text', 'programmeTitle', 'level', 'upperDept', 'dueOn', 'tasks'],
});

export type UpperTaskRecord = typeof upperTaskRecord;
