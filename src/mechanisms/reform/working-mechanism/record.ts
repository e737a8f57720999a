import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** 工作机制目录: the ways of working a district has agreed on, each with its owner, its paper and its yearly look back (reform.md §2 F1; projects.md §14). */
export const workingMechanismRecord = record({
  key: 'workingMechanism',
  wing: 'reform',
  name: { zh: '工作机制目录', en: 'Working mechanisms' },
  counter: { zh: '项', en: 'mechanisms' },
  facts: {
    name: fact.text({ zh: '机制名称', en: 'Name' }, { min: 4, max: 30, searched: true, unique: true }),
    area: fact.choice({ zh: '用于', en: 'For' }, { reform: { zh: '改革推进', en: 'Driving reform' }, projects: { zh: '项目和产业', en: 'Projects and industries' } }, { indexed: true }),
    purpose: fact.longText({ zh: '解决什么', en: 'What it is for' }, { min: 10, max: 500, searched: true }),
    how: fact.longText({ zh: '怎么运行', en: 'How it works' }, { min: 10, max: 2000, searched: true }),
    leadUnit: fact.unit({ zh: '责任单位', en: 'Unit in charge' }, { indexed: true }),
    basis: fact.text({ zh: '依据文件', en: 'Paper it rests on' }, { max: 120 }),
    indicator: fact.text({ zh: '年度指标', en: 'Yearly indicator' }, { max: 200, help: { zh: '年底拿什么看它管不管用。', en: 'What shows at the end of a year whether it works.' } }),
    inForceOn: fact.day({ zh: '施行日期', en: 'In force from' }, { indexed: true }),
    reviewedOn: fact.day({ zh: '最近检视', en: 'Last looked back on' }),
    review: fact.longText({ zh: '检视意见', en: 'What was found' }, { min: 10, max: 1000 }),
    endedOn: fact.day({ zh: '停止日期', en: 'Ended on' }),
  },
  stages: {
    inForce: { name: { zh: '施行中', en: 'In force' }, place: 'main' },
    ended: { name: { zh: '已停止', en: 'Ended' }, place: 'end' },
  },
  settings: { review: { name: { zh: '检视间隔', en: 'From one look back to the next' }, value: 365, min: 90, max: 730, unit: 'calendarDay' } },
  clocks: { review: { name: { zh: '检视', en: 'To look back' }, setting: 'review' } },
  duties: {},
  links: {},
  refusals: { laterThanToday: { status: 422, zh: '施行日期不能晚于今天；还没有施行的先不列入目录。', en: 'It cannot be in force later than today; what is not in force yet is not listed.' } },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: 'all', UNIT: 'all', UNIT_HEAD: 'all', GROUP: 'all', GROUP_HEAD: 'all' },
  groups: [
    { name: { zh: '机制', en: 'Mechanism' }, facts: ['name', 'area', 'purpose', 'how', 'leadUnit', 'basis', 'indicator', 'inForceOn', 'endedOn'] },
    { name: { zh: '检视', en: 'Looking back' }, facts: ['reviewedOn', 'review'] },
  ],
  title: 'name',
  lead: 'leadUnit',
  list: ['name', 'area', 'leadUnit', 'inForceOn', 'reviewedOn'],
});

/** The record, for types. */
export type WorkingMechanismRecord = typeof workingMechanismRecord;
