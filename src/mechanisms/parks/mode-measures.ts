import type { Text } from '#kernel/words.ts';
import type { ModeCode } from './modes.ts';

/** What a mode is judged by: its unit, and whether less of it is better. What a mode brings about was nought before it. */
export interface Measure {
  readonly name: Text;
  readonly unit: Text;
  readonly isLessBetter?: true;
  readonly fromNothing?: true;
}

const wan = { zh: '万元', en: '× 10,000 yuan' };
const mu = { zh: '亩', en: 'mu' };
const percent = { zh: '%', en: '%' };
const firms = { zh: '家', en: 'firms' };

/** 成效指标 (parks.md §5, the last column). */
export const measures = {
  rank: { name: { zh: '综合评价位次', en: 'Rank in the evaluation of zones' }, unit: { zh: '位', en: 'place' }, isLessBetter: true },
  leadShare: { name: { zh: '主导产业占比', en: 'Share of the lead industry' }, unit: percent },
  decisions: { name: { zh: '每工作日办结事项', en: 'Decisions a working day' }, unit: { zh: '件', en: 'decisions' } },
  staffRatio: { name: { zh: '每百家企业管理人员', en: 'Staff per 100 firms' }, unit: { zh: '人', en: 'people' }, isLessBetter: true },
  output: { name: { zh: '年产值', en: 'Output a year' }, unit: wan },
  localSupply: { name: { zh: '本地配套率', en: 'Local supply ratio' }, unit: percent },
  newSuppliers: { name: { zh: '新引进配套企业', en: 'New suppliers' }, unit: firms, fromNothing: true },
  units: { name: { zh: '标准单元', en: 'Standard units' }, unit: { zh: '个', en: 'units' } },
  tax: { name: { zh: '年税收', en: 'Tax a year' }, unit: wan },
  returnRate: { name: { zh: '内部收益率（计划数）', en: 'Rate of return, as planned' }, unit: percent, fromNothing: true },
  reactivated: { name: { zh: '盘活用地', en: 'Land reactivated' }, unit: mu, fromNothing: true },
  upgraded: { name: { zh: '完成改造企业', en: 'Firms upgraded' }, unit: firms, fromNothing: true },
  efficiency: { name: { zh: '生产效率提升', en: 'Rise of efficiency' }, unit: percent, fromNothing: true },
  far: { name: { zh: '容积率', en: 'Plot ratio' }, unit: { zh: '', en: '' } },
  tenants: { name: { zh: '入驻企业', en: 'Tenants' }, unit: firms },
  taxPerMu: { name: { zh: '亩均税收', en: 'Tax per mu' }, unit: { zh: '万元/亩', en: '× 10,000 yuan/mu' } },
  occupancy: { name: { zh: '入驻率', en: 'Occupancy' }, unit: percent },
  trade: { name: { zh: '平台贸易额', en: 'Trade of the platform' }, unit: wan },
  throughput: { name: { zh: '平台吞吐量', en: 'Throughput of the platform' }, unit: { zh: '万吨', en: '× 10,000 t' } },
  firms: { name: { zh: '企业', en: 'Firms' }, unit: firms },
  partners: { name: { zh: '合作协议', en: 'Partner agreements' }, unit: { zh: '份', en: 'agreements' }, fromNothing: true },
  sharedTax: { name: { zh: '分享税收（考核数）', en: 'Shared tax (assessment figure)' }, unit: wan, fromNothing: true },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof measures;

export const measureNames = Object.fromEntries(Object.entries(measures).map(([key, { name }]) => [key, name])) as { readonly [N in MeasureName]: (typeof measures)[N]['name'] };

/** By what each of the eight modes is judged. */
export const measuresOf: Readonly<Record<ModeCode, readonly MeasureName[]>> = {
  M1: ['rank', 'leadShare', 'decisions', 'staffRatio'],
  M2: ['output', 'localSupply', 'newSuppliers'],
  M3: ['units', 'tax', 'returnRate'],
  M4: ['reactivated', 'upgraded', 'efficiency'],
  M5: ['far', 'tenants', 'taxPerMu'],
  M6: ['units', 'occupancy', 'taxPerMu'],
  M7: ['trade', 'throughput', 'firms'],
  M8: ['partners', 'sharedTax'],
};

/** 好转、变差或者持平: what came of a measure, by the way it should go. */
export function changeOf(name: MeasureName, before: number, after: number): 'better' | 'worse' | 'same' {
  if (before === after) return 'same';
  const measure: Measure = measures[name];
  return after > before === (measure.isLessBetter === undefined) ? 'better' : 'worse';
}
