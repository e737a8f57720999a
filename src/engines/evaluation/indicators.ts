import type { Indicator, Text } from './problem.ts';

/** An indicator before a scheme gives it weight and benchmark. */
export type Formula = Omit<Indicator, 'weight' | 'benchmark' | 'missing'>;

const perMu: Text = { zh: '万元/亩', en: '× 10,000 yuan per mu' };

/** The indicators of parks.md §2.3. `per` turns fen and base units into the printed unit: 1 亩 is 2000/3 ㎡, so 万元/亩 is fen / (0.01 ㎡ × 15). */
export const formulas = {
  taxPerMu: { key: 'taxPerMu', name: { zh: '亩均税收', en: 'Tax per mu' }, unit: perMu, numerator: 'tax', denominator: 'land', per: 15 },
  valueAddedPerMu: { key: 'valueAddedPerMu', name: { zh: '亩均增加值', en: 'Value added per mu' }, unit: perMu, numerator: 'valueAdded', denominator: 'land', per: 15 },
  revenuePerMu: { key: 'revenuePerMu', name: { zh: '亩均销售收入', en: 'Revenue per mu' }, unit: perMu, numerator: 'revenue', denominator: 'land', per: 15 },
  valueAddedPerTce: { key: 'valueAddedPerTce', name: { zh: '单位能耗增加值', en: 'Value added per tce' }, unit: { zh: '万元/吨标煤', en: '× 10,000 yuan per tce' }, numerator: 'valueAdded', denominator: 'energy', per: 1_000 },
  revenuePerTce: { key: 'revenuePerTce', name: { zh: '单位能耗销售收入', en: 'Revenue per tce' }, unit: { zh: '万元/吨标煤', en: '× 10,000 yuan per tce' }, numerator: 'revenue', denominator: 'energy', per: 1_000 },
  valueAddedPerTonPollutant: { key: 'valueAddedPerTonPollutant', name: { zh: '单位排放增加值', en: 'Value added per ton of pollutants' }, unit: { zh: '万元/吨', en: '× 10,000 yuan per ton' }, numerator: 'valueAdded', denominator: 'pollutant', per: 1 },
  revenuePerTonPollutant: { key: 'revenuePerTonPollutant', name: { zh: '单位污染物排放销售收入', en: 'Revenue per ton of pollutants' }, unit: { zh: '万元/吨', en: '× 10,000 yuan per ton' }, numerator: 'revenue', denominator: 'pollutant', per: 1 },
  labourProductivity: { key: 'labourProductivity', name: { zh: '全员劳动生产率', en: 'Labour productivity' }, unit: { zh: '万元/人·年', en: '× 10,000 yuan per person and year' }, numerator: 'valueAdded', denominator: 'staff', per: 10_000 },
  rdShare: { key: 'rdShare', name: { zh: 'R&D经费占主营业务收入比重', en: 'R&D share of main revenue' }, unit: { zh: '比值', en: 'ratio' }, numerator: 'research', denominator: 'revenue', per: 1 },
  // The published notices leave its unit out; 元/千瓦时 is the one that makes the benchmark plausible.
  taxPerKwh: { key: 'taxPerKwh', name: { zh: '单位用电税收', en: 'Tax per kWh' }, unit: { zh: '元/千瓦时', en: 'yuan per kWh' }, numerator: 'tax', denominator: 'electricity', per: 100 },
} as const satisfies Readonly<Record<string, Formula>>;
