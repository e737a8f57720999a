import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { quarters } from '../inspection-words.ts';
import { reformFields } from '../reform-fields.ts';

/** Why something is inspected (reform.md §11.2). */
const grounds = {
  leader: { zh: '领导点题', en: 'Set by a leader' },
  light: { zh: '红黄灯任务', en: 'A red or yellow task' },
  money: { zh: '资金量大', en: 'Much money' },
  complaints: { zh: '群众反映集中', en: 'Many complaints' },
  pilot: { zh: '试点临近期满', en: 'A pilot near its end' },
} as const;

const item = {
  code: fact.text({ zh: '项目编号', en: 'Code' }, { min: 1, max: 20 }),
  name: fact.text({ zh: '督察项目', en: 'What is inspected' }, { min: 2, max: 80 }),
  unit: fact.unit({ zh: '受检单位', en: 'Unit' }),
  quarter: fact.choice({ zh: '季度', en: 'Quarter' }, quarters),
  field: fact.choice({ zh: '改革领域', en: 'Field' }, reformFields),
  ground: fact.choice({ zh: '选题依据', en: 'Chosen because' }, grounds),
  task: fact.matter({ zh: '对应任务', en: 'Task' }, 'task'),
};

/** 年度督察计划: what may be inspected this year. Nothing outside it is. */
export const inspectionListRecord = record({
  key: 'inspectionList',
  wing: 'reform',
  name: { zh: '年度督察计划', en: 'Inspection lists' },
  counter: { zh: '份', en: 'lists' },
  facts: {
    title: fact.text({ zh: '计划名称', en: 'Title' }, { min: 4, max: 80, searched: true }),
    inYear: fact.whole({ zh: '年度', en: 'Year' }, { names: true, min: 2000, max: 2100, indexed: true }),
    basis: fact.text({ zh: '制定依据', en: 'Basis' }, { max: 200 }),
    items: fact.rows({ zh: '重点督察项目清单', en: 'What is inspected' }, item, { max: 200 }),
    itemCount: fact.whole({ zh: '督察项目', en: 'Items' }, { min: 0 }),
    proposed: fact.rows({ zh: '拟增补项目', en: 'Additions proposed' }, item, { max: 50 }),
    proposedFor: fact.longText({ zh: '增补理由', en: 'Why they are added' }, { max: 500 }),
    office: fact.unit({ zh: '编制单位', en: 'Drawn up by' }),
    approvedOn: fact.day({ zh: '批准日期', en: 'Approved on' }),
  },
  stages: {
    drafted: { name: { zh: '拟订', en: 'Drafted' }, place: 'main' },
    approved: { name: { zh: '已批准', en: 'Approved' }, place: 'end' },
    discarded: { name: { zh: '作废', en: 'Discarded' }, place: 'end', uncounted: true },
  },
  settings: { perUnit: { name: { zh: '一个单位一年最多受检季度数', en: 'Quarters in which a unit is inspected, at most' }, value: 4, min: 1, max: 12, source: '《政府督查工作条例》第十五条' } },
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    itemTwice: { status: 422, zh: '清单里有两项编号都是“{code}”，请改成各不相同。', en: 'Two items bear the code “{code}”. Please give each its own.' },
    itemHalf: { status: 422, zh: '清单第{row}行没有填全：编号、项目、受检单位、季度、领域、依据都要有。', en: 'Row {row} is not complete: code, item, unit, quarter, field and ground are all needed.' },
    tooOften: { status: 422, zh: '“{unit}”一年要受检{count}个季度，超过{most}个，请压减频次。', en: '“{unit}” would be inspected in {count} quarters; {most} is the most. Please inspect it less often.' },
    nothingProposed: { zh: '目前没有待批的增补项目。', en: 'No addition is waiting.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', LEADER: 'all', TOP: 'all', INSPECTOR: 'all', INSPECT_LEAD: 'all', GROUP: 'all', GROUP_HEAD: 'all', AUDIT: 'all' },
  groups: [
    { name: { zh: '计划', en: 'List' }, facts: ['title', 'inYear', 'basis', 'office', 'approvedOn', 'itemCount'] },
    { name: { zh: '清单', en: 'Items' }, facts: ['items'] },
    { name: { zh: '增补', en: 'Additions' }, facts: ['proposed', 'proposedFor'] },
  ],
  title: 'title',
  lead: 'office',
  list: ['title', 'inYear', 'itemCount', 'approvedOn'],
});

/** The list's record, for types. */
export type InspectionListRecord = typeof inspectionListRecord;
