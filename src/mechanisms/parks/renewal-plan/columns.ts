import { fact } from '#kernel/fact.ts';
import { measureNames } from '../mode-measures.ts';
import { modes } from '../modes.ts';

export const year = fact.whole({ zh: '年度', en: 'Year' }, { min: 1990, max: 2100, names: true });
const source = fact.text({ zh: '来源', en: 'Source' }, { max: 120 });

/** What one year brought on the original boundary. Actual figures and forecasts never stand in one row. */
export const yearColumns = { year, tax: fact.money({ zh: '税收', en: 'Tax' }, { max: 9e15 }), output: fact.money({ zh: '产值', en: 'Output' }, { min: 0, max: 9e15 }), source };

/** Where the money comes from; the last three are private capital (社会资本). */
export const sources = {
  budget: { zh: '财政', en: 'Budget' }, state: { zh: '国企', en: 'State company' }, guidance: { zh: '政府引导基金', en: 'Government fund' }, fund: { zh: '社会基金', en: 'Private fund' }, private: { zh: '民企', en: 'Private company' }, bank: { zh: '银行', en: 'Bank' },
} as const;

/** The kinds of notes that a plan needs before it is approved (parks.md §7, 4). */
export const notes = {
  plan: { zh: '规划', en: 'Planning' }, land: { zh: '土地', en: 'Land' }, environment: { zh: '环评', en: 'Environment' }, fiscal: { zh: '财政承受能力', en: 'Fiscal' }, risk: { zh: '社会稳定风险', en: 'Social risk' },
} as const;

export const moneyColumns = { source: fact.choice({ zh: '来源', en: 'Source' }, sources), amount: fact.money({ zh: '金额', en: 'Amount' }, { min: 0, max: 9e15 }), isClosed: fact.flag({ zh: '已落实', en: 'Closed' }) };
export const actionColumns = { action: fact.text({ zh: '举措', en: 'Action' }, { max: 200 }), unit: fact.unit({ zh: '责任单位', en: 'By' }), due: fact.day({ zh: '时限', en: 'Due' }) };
export const milestoneColumns = { milestone: fact.text({ zh: '节点', en: 'Milestone' }, { max: 120 }), due: fact.day({ zh: '计划', en: 'Planned' }), doneOn: fact.day({ zh: '完成', en: 'Done' }) };
export const relocationColumns = { enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise'), how: fact.choice({ zh: '去向', en: 'Where to' }, { closed: { zh: '关停', en: 'Closed' }, within: { zh: '区内迁建', en: 'Moved within' }, out: { zh: '区外迁出', en: 'Moved out' } }), staff: fact.whole({ zh: '安置职工', en: 'Staff placed' }, { min: 0 }) };
export const pathColumns = { year, taxPerMu: fact.decimal({ zh: '目标亩均税收（万元/亩）', en: 'Aimed tax per mu (10,000 yuan)' }, { min: 0, max: 100_000, decimals: 2 }) };
/** 成效指标: before and after of what a mode is judged by, each side with its period, and whether it was typed. */
export const measureColumns = {
  mode: fact.choice({ zh: '模式', en: 'Mode' }, modes), measure: fact.choice({ zh: '指标', en: 'Measure' }, measureNames),
  before: fact.decimal({ zh: '改造前', en: 'Before' }, { decimals: 2 }), beforePeriod: fact.text({ zh: '改造前期间', en: 'Period before' }, { max: 40 }), beforeTyped: fact.flag({ zh: '改造前为填报', en: 'Before was typed' }),
  after: fact.decimal({ zh: '改造后', en: 'After' }, { decimals: 2 }), afterPeriod: fact.text({ zh: '改造后期间', en: 'Period after' }, { max: 40 }), afterTyped: fact.flag({ zh: '改造后为填报', en: 'After was typed' }),
  source: fact.text({ zh: '来源', en: 'Source' }, { max: 120 }),
};
/** Who was asked about the plan, with how much of its land, and whether he agrees. */
export const consentColumns = { owner: fact.text({ zh: '业主', en: 'Owner' }, { min: 2, max: 120 }), area: fact.area({ zh: '面积', en: 'Area' }, { isLand: true, min: 1, max: 1e9 }), agrees: fact.flag({ zh: '同意', en: 'Agrees' }) };
export const agreementColumns = {
  owner: fact.text({ zh: '业主', en: 'Owner' }, { min: 2, max: 120 }), kind: fact.choice({ zh: '协议', en: 'Agreement' }, { reserve: { zh: '收储', en: 'Taken into the reserve' }, cooperate: { zh: '合作', en: 'Cooperation' }, rebuild: { zh: '改造', en: 'Rebuilding' } }),
  area: fact.area({ zh: '面积', en: 'Area' }, { min: 1, max: 1e9 }), signedOn: fact.day({ zh: '签订日期', en: 'Signed on' }), isSeized: fact.flag({ zh: '查封', en: 'Seized' }),
  vacateBy: fact.day({ zh: '约定腾空', en: 'To vacate by' }), compensation: fact.money({ zh: '补偿款', en: 'Compensation' }, { min: 0, max: 9e15 }), dailyRate: fact.decimal({ zh: '逾期违约金（每日万分之）', en: 'Damages a day (per 10,000)' }, { min: 0, max: 100, decimals: 2 }),
};
