import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { grades, heads, modes } from '../inspection-words.ts';
import { reformFields } from '../reform-fields.ts';

/** What a notice lists; the findings that it files carry it on. */
export const ordered = {
  code: fact.text({ zh: '问题编号', en: 'Code' }, { max: 20 }),
  sheet: fact.matter({ zh: '督察底稿', en: 'Sheet' }, 'inspectionSheet'),
  unit: fact.unit({ zh: '责任单位', en: 'Unit' }),
  field: fact.choice({ zh: '改革领域', en: 'Field' }, reformFields),
  head: fact.choice({ zh: '问题类别', en: 'Head' }, heads),
  grade: fact.choice({ zh: '等级', en: 'Grade' }, grades),
  mode: fact.choice({ zh: '整改类型', en: 'How to rectify' }, modes),
  task: fact.matter({ zh: '对应任务', en: 'Task' }, 'task'),
  description: fact.text({ zh: '问题描述', en: 'What is wrong' }, { max: 500 }),
};

/** 整改通知书: one for each unit after a round, with all its findings; the unit signs for it. */
export const rectificationNoticeRecord = record({
  key: 'rectificationNotice',
  wing: 'reform',
  name: { zh: '整改通知书', en: 'Rectification notices' },
  counter: { zh: '份', en: 'notices' },
  facts: {
    title: fact.text({ zh: '标题', en: 'Title' }, { max: 120, searched: true }),
    round: fact.matter({ zh: '督察轮次', en: 'Round' }, 'inspectionRound', { indexed: true }),
    unit: fact.unit({ zh: '受文单位', en: 'To' }, { indexed: true }),
    findings: fact.rows({ zh: '问题清单', en: 'Findings' }, ordered, { max: 100 }),
    findingCount: fact.whole({ zh: '问题数', en: 'Findings' }, { min: 0 }),
    issuedOn: fact.day({ zh: '下达日期', en: 'Issued on' }),
    planDays: fact.whole({ zh: '报方案工作日', en: 'Working days to file the plan' }, { min: 1 }),
    planBy: fact.day({ zh: '整改方案报送时限', en: 'Plan due on' }),
    contact: fact.person({ zh: '联系人', en: 'Contact' }),
    receivedOn: fact.day({ zh: '签收日期', en: 'Received on' }),
    receivedBy: fact.person({ zh: '签收人', en: 'Received by' }),
  },
  stages: {
    issued: { name: { zh: '待签收', en: 'Issued' }, place: 'main' },
    received: { name: { zh: '已签收', en: 'Received' }, place: 'end' },
  },
  settings: { receive: { name: { zh: '签收时限', en: 'To sign for it' }, value: 2, min: 1, max: 10, unit: 'workday' }, plan: { name: { zh: '报送整改方案时限', en: 'To file the plan' }, value: 10, min: 3, max: 20, unit: 'workday' } },
  clocks: {},
  duties: { receive: { name: { zh: '签收整改通知书', en: 'Sign for the notice' }, setting: 'receive' } },
  links: {},
  refusals: {},
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', INSPECTOR: 'all', INSPECT_LEAD: 'all', LEADER: 'all', TOP: 'all', UNIT: 'involved', UNIT_HEAD: 'involved', AUDIT: 'all' },
  groups: [
    { name: { zh: '通知书', en: 'Notice' }, facts: ['title', 'round', 'unit', 'issuedOn', 'planBy', 'planDays', 'contact', 'findingCount'] },
    { name: { zh: '问题清单', en: 'Findings' }, facts: ['findings'] },
    { name: { zh: '回执', en: 'Receipt' }, facts: ['receivedOn', 'receivedBy'] },
  ],
  title: 'title',
  lead: 'unit',
  list: ['title', 'unit', 'findingCount', 'issuedOn', 'receivedOn'],
});

/** The notice's record, for types. */
export type RectificationNoticeRecord = typeof rectificationNoticeRecord;
