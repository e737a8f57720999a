import { measuredNames } from './data-owners.ts';
import { indicatorsInUnits } from './evaluation-words.ts';

/** Whatever a test before the trial run may have looked at, with its unit. Indicators are in the units of the sheet. */
export const foundNames = {
  ...measuredNames,
  land: { zh: '评价用地（平方米）', en: 'Evaluated land (㎡)' },
  declaredLand: { zh: '企业自报用地（平方米）', en: 'Land the enterprise declared (㎡)' },
  chargedLand: { zh: '宗地和入驻台账分摊用地（平方米）', en: 'Land charged by the registers of parcels and occupations (㎡)' },
  billedElectricity: { zh: '电费账单用电量（千瓦时）', en: 'Electricity billed (kWh)' },
  leastEnergy: { zh: '账单电量折标准煤（吨标煤）', en: 'Energy of the electricity billed (tce)' },
  taxShare: { zh: '税收占收入（%）', en: 'Tax in revenue (%)' },
  lowShare: { zh: '本行业下限（%）', en: 'Lower bound of its industry (%)' },
  highShare: { zh: '本行业上限（%）', en: 'Upper bound of its industry (%)' },
  ...indicatorsInUnits,
} as const;

export type FoundName = keyof typeof foundNames;

/** A number that was found, in the unit of its name; without a value it is missing. */
export interface FoundRow {
  readonly what: FoundName;
  readonly year: number;
  readonly value?: number;
}
