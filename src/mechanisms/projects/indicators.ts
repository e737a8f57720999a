import { fact } from '#kernel/fact.ts';
import type { Text } from '#kernel/words.ts';

/** One indicator of standard land (标准地): its unit, and whether more is better or less. */
interface Indicator extends Text {
  readonly unit?: Text;
  readonly isCeiling?: boolean;
}

const wanPerMu: Text = { zh: '万元/亩', en: '× 10,000 yuan per mu' };
const percent: Text = { zh: '%', en: '%' };

/**
 * The indicators that a parcel of standard land may be sold with (projects.md §6.1). The floor of the plot ratio and the ceilings on
 * office land (7 %) and greening (20 %) are national (国土资发〔2008〕24号; 自然资发〔2023〕72号); the others are fixed by the district.
 */
export const indicators = {
  fixedInvestPerMu: { zh: '固定资产投资强度', en: 'Fixed investment per mu', unit: wanPerMu },
  taxPerMu: { zh: '亩均税收', en: 'Tax per mu and year', unit: wanPerMu },
  valueAddedPerMu: { zh: '亩均增加值', en: 'Value added per mu and year', unit: wanPerMu },
  outputPerMu: { zh: '亩均产值', en: 'Output per mu and year', unit: wanPerMu },
  far: { zh: '容积率', en: 'Plot ratio' },
  coverage: { zh: '建筑系数', en: 'Building coverage', unit: percent },
  officeLand: { zh: '行政办公及生活服务设施用地占比', en: 'Share of office and living land', unit: percent, isCeiling: true },
  officeFloor: { zh: '行政办公及生活服务设施建筑面积占比', en: 'Share of office and living floor', unit: percent, isCeiling: true },
  green: { zh: '绿地率', en: 'Greening', unit: percent, isCeiling: true },
  valueAddedPerTce: { zh: '单位能耗增加值', en: 'Value added per ton of coal equivalent', unit: { zh: '万元/吨标煤', en: '× 10,000 yuan per tce' } },
  valueAddedPerTonPollutant: { zh: '单位排放增加值', en: 'Value added per ton of pollutant', unit: { zh: '万元/吨', en: '× 10,000 yuan per ton' } },
  rdShare: { zh: 'R&D投入占主营业务收入比重', en: 'R&D as a share of revenue', unit: percent },
  labourProductivity: { zh: '全员劳动生产率', en: 'Labour productivity', unit: { zh: '万元/人·年', en: '× 10,000 yuan per head and year' } },
} as const satisfies Readonly<Record<string, Indicator>>;

export type IndicatorKey = keyof typeof indicators;

/** An indicator's value as a row keeps it; any cell may still be empty. */
export interface IndicatorRow {
  readonly indicator?: IndicatorKey;
  readonly value?: number;
}

/** The columns of a table of indicators. */
export const indicatorColumns = {
  indicator: fact.choice({ zh: '指标', en: 'Indicator' }, indicators),
  value: fact.decimal({ zh: '数值', en: 'Value' }, { min: 0, max: 1_000_000, decimals: 4 }),
};

/** Whether less of it is better. */
export function isCeiling(indicator: IndicatorKey): boolean {
  const declared: Indicator = indicators[indicator];
  return declared.isCeiling ?? false;
}

/** The name with its unit, as notices print it. */
export function indicatorName(indicator: IndicatorKey): Text {
  const { zh, en, unit }: Indicator = indicators[indicator];
  return unit === undefined ? { zh, en } : { zh: `${zh}（${unit.zh}）`, en: `${en} (${unit.en})` };
}

/** The indicator of a row as a refusal names it; an empty row has none. */
export function rowName(indicator: IndicatorKey | 'empty'): Text {
  if (indicator === 'empty') return { zh: '', en: '' };
  const { zh, en } = indicators[indicator];
  return { zh, en };
}

/** A table of indicators as a map; rows with an empty cell are passed over. */
export function valuesOf(rows: readonly IndicatorRow[] | undefined): ReadonlyMap<IndicatorKey, number> {
  return new Map((rows ?? []).flatMap(({ indicator, value }) => (indicator === undefined || value === undefined ? [] : [[indicator, value] as const])));
}

/** An indicator that stands twice in a table, or has no value. */
export function findBadRow(rows: readonly IndicatorRow[]): IndicatorKey | 'empty' | undefined {
  const seen = new Set<IndicatorKey>();
  for (const { indicator, value } of rows) {
    if (indicator === undefined || value === undefined) return 'empty';
    if (seen.has(indicator)) return indicator;
    seen.add(indicator);
  }
  return undefined;
}

/** Whether a value is no worse than a standard: at least a floor, at most a ceiling. */
export function meets(indicator: IndicatorKey, value: number, standard: number): boolean {
  return isCeiling(indicator) ? value <= standard : value >= standard;
}

/** The first indicator of a standard that is missing from the values, or falls short there. */
export function findBelow(values: ReadonlyMap<IndicatorKey, number>, standard: ReadonlyMap<IndicatorKey, number>): IndicatorKey | undefined {
  return [...standard].find(([indicator, least]) => {
    const value = values.get(indicator);
    return value === undefined || !meets(indicator, value, least);
  })?.[0];
}
