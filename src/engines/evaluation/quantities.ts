import type { QuantityName, Text } from './problem.ts';

/**
 * The base units. All are whole numbers that a double holds exactly, so that one division is rounded once and rightly:
 * equal ratios are equal numbers, in TypeScript, in PostgreSQL and in DuckDB alike.
 */
export interface Quantity {
  readonly name: Text;
  /** As offices write it. */
  readonly unit: Text;
  /** Base units in one unit. */
  readonly size: number;
  /** May be below 0: refunds above payments, value lost. */
  readonly signed: boolean;
}

const money = { unit: { zh: '万元', en: '× 10,000 yuan' }, size: 1_000_000 } as const;

export const quantities: Readonly<Record<QuantityName, Quantity>> = {
  tax: { name: { zh: '评价税收', en: 'Evaluated tax' }, ...money, signed: true },
  valueAdded: { name: { zh: '工业增加值', en: 'Industrial value added' }, ...money, signed: true },
  revenue: { name: { zh: '主营业务收入', en: 'Main revenue' }, ...money, signed: false },
  research: { name: { zh: '研发经费', en: 'R&D spend' }, ...money, signed: false },
  land: { name: { zh: '评价用地', en: 'Evaluated land' }, unit: { zh: '平方米', en: '㎡' }, size: 100, signed: false },
  energy: { name: { zh: '综合能耗', en: 'Energy used' }, unit: { zh: '吨标煤', en: 'tce' }, size: 1_000, signed: false },
  pollutant: { name: { zh: '污染物排放量', en: 'Pollutants' }, unit: { zh: '吨', en: 't' }, size: 1_000_000, signed: false },
  staff: { name: { zh: '平均职工人数', en: 'Mean staff' }, unit: { zh: '人', en: 'persons' }, size: 100, signed: false },
  electricity: { name: { zh: '用电量', en: 'Electricity' }, unit: { zh: '千瓦时', en: 'kWh' }, size: 1, signed: false },
};

export const quantityNames = Object.keys(quantities) as readonly QuantityName[];

/** A quantity as an office writes it, in base units. */
export function inBaseUnits(name: QuantityName, amount: number): number {
  return Math.round(amount * quantities[name].size);
}
