import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { specialties, type Specialty } from '../project-words.ts';

/** Who sits where, in a column for each specialty: a column nobody needs is not shown. */
const seats = Object.fromEntries(Object.entries(specialties).map(([key, name]) => [key, fact.text(name, { max: 200 })])) as Readonly<Record<Specialty, ReturnType<typeof fact.text>>>;

/** 专家统筹测算: experts for many projects at once, with the largest fit in all, or what makes it impossible. */
export const panelPlanRecord = record({
  key: 'panelPlan',
  wing: 'projects',
  name: { zh: '专家统筹测算', en: 'Plans of panels' },
  counter: { zh: '份', en: 'plans' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { min: 4, max: 80, searched: true }),
    projects: fact.matters({ zh: '项目', en: 'Projects' }, 'project', { stages: ['review'], help: { zh: '不选的，测算全部在评审阶段的项目。', en: 'All projects at their review, when none is chosen.' } }),
    firstMonth: fact.month({ zh: '从哪个月起', en: 'From the month' }),
    months: fact.whole({ zh: '分几个月评完', en: 'Over so many months' }, { min: 1, max: 12, measure: { zh: '个月', en: 'months' } }),
    seconds: fact.whole({ zh: '最长测算时间', en: 'Computed for at most' }, { min: 1, max: 1800, measure: { zh: '秒', en: 'seconds' }, help: { zh: '到时就用已经找到的最好安排，并写明还可能差多少。', en: 'Then the best found so far is taken, with how much better there might be.' } }),
    outcome: fact.choice({ zh: '测算结果', en: 'Outcome' }, {
      optimal: { zh: '已证明最优', en: 'Proven the best' },
      bounded: { zh: '可行，未证明最优', en: 'Whole, not proven the best' },
      impossible: { zh: '不能安排', en: 'Impossible' },
      stopped: { zh: '提前停止，没有结果', en: 'Stopped with nothing' },
    }, { indexed: true }),
    explanation: fact.longText({ zh: '测算说明', en: 'How it came out, in Chinese' }, { max: 20_000 }),
    explanationEn: fact.longText({ zh: '测算说明（英文）', en: 'How it came out' }, { max: 20_000, inEnglishOf: 'explanation' }),
    projectCount: fact.whole({ zh: '项目数', en: 'Projects' }, { min: 0 }),
    expertCount: fact.whole({ zh: '可参加专家数', en: 'Experts who may sit' }, { min: 0 }),
    seatCount: fact.whole({ zh: '席位数', en: 'Seats' }, { min: 0 }),
    totalFit: fact.whole({ zh: '总适配度', en: 'Total fit' }, { min: 0 }),
    bound: fact.whole({ zh: '总适配度上界', en: 'No plan has more than' }, { min: 0 }),
    worstFit: fact.decimal({ zh: '适配度最低项目的席均', en: 'Mean fit of the worst-served project' }, { isRate: true, min: 0, decimals: 2 }),
    fewest: fact.whole({ zh: '专家最少次数', en: 'Fewest panels of an expert' }, { min: 0 }),
    most: fact.whole({ zh: '专家最多次数', en: 'Most panels of an expert' }, { min: 0 }),
    panels: fact.rows({ zh: '各项目安排（适配度低的在前）', en: 'Panels, the worst-served first' }, {
      projectNo: fact.text({ zh: '项目编号', en: 'Project no.' }, { max: 60 }),
      name: fact.text({ zh: '项目', en: 'Project' }, { max: 120 }),
      month: fact.month({ zh: '月份', en: 'Month' }),
      meanFit: fact.decimal({ zh: '席均适配度', en: 'Mean fit' }, { min: 0, decimals: 1 }),
      outside: fact.whole({ zh: '区外专家', en: 'From outside' }, { min: 0 }),
      ...seats,
    }, { max: 5000 }),
  },
  stages: {
    drafted: { name: { zh: '待测算', en: 'To be computed' }, place: 'main' },
    planned: { name: { zh: '已有安排', en: 'Planned' }, place: 'main' },
    impossible: { name: { zh: '不能安排', en: 'Impossible' }, place: 'side' },
    adopted: { name: { zh: '已采用', en: 'Adopted' }, place: 'end' },
    dropped: { name: { zh: '作废', en: 'Dropped' }, place: 'end', uncounted: true },
  },
  settings: {
    perMonth: { name: { zh: '每名专家每月至多参评（次）', en: 'Panels of an expert a month' }, value: 2, min: 1, max: 10 },
    perYear: { name: { zh: '每名专家每年至多参评（次）', en: 'Panels of an expert a year' }, value: 12, min: 1, max: 100 },
    small: { name: { zh: '5人评审：投资额低于（亿元）', en: 'Panel of 5: investment below (100 million yuan)' }, value: 1, min: 1, max: 10 },
    large: { name: { zh: '9人评审：投资额高于（亿元）', en: 'Panel of 9: investment above (100 million yuan)' }, value: 10, min: 2, max: 100 },
  },
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    monthPast: { status: 422, zh: '起始月份不能早于本月。', en: 'It cannot begin before this month.' },
    twoYears: { status: 422, zh: '测算不能跨年：每名专家的次数按年限定，请分年测算。', en: 'A plan stays within one year, as the panels of an expert are bounded by year. Please make one for each year.' },
    notAtReview: { status: 422, zh: '“{name}”不在评审阶段，不能列入测算。', en: '“{name}” does not stand at its review and cannot be planned for.' },
    nothingToPlan: { zh: '目前没有在评审阶段、等待评审的项目，不用测算。', en: 'No project waits for its review; there is nothing to plan.' },
  },
  sees: { SECRETARIAT: 'all', SECRETARIAT_HEAD: 'all', SUPERVISOR: 'all' },
  groups: [
    { name: { zh: '测算范围', en: 'Scope' }, facts: ['name', 'projects', 'firstMonth', 'months', 'seconds'] },
    { name: { zh: '结果', en: 'Result' }, facts: ['outcome', 'projectCount', 'expertCount', 'seatCount', 'totalFit', 'bound', 'worstFit', 'fewest', 'most', 'panels'] },
    { name: { zh: '测算说明', en: 'How it came out' }, facts: ['explanation', 'explanationEn'] },
  ],
  title: 'name',
  list: ['name', 'firstMonth', 'outcome', 'projectCount', 'seatCount', 'worstFit'],
});

export type PanelPlanRecord = typeof panelPlanRecord;
