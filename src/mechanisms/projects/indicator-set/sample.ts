import { addWorkdays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import type { IndicatorRow } from '../indicators.ts';
import type { Story } from '../../story.ts';

/** An industry with values such as published notices of standard land name them (projects.md §6.1); the sample's own figures. */
interface Industry {
  readonly key: string;
  readonly name: string;
  readonly industry: string;
  readonly values: readonly IndicatorRow[];
}

const rows = (invest: number, tax: number, added: number, far: number, labour: number, energy: number, emission: number, rd: number): readonly IndicatorRow[] => [
  { indicator: 'fixedInvestPerMu', value: invest }, { indicator: 'taxPerMu', value: tax }, { indicator: 'valueAddedPerMu', value: added }, { indicator: 'far', value: far },
  { indicator: 'labourProductivity', value: labour }, { indicator: 'valueAddedPerTce', value: energy }, { indicator: 'valueAddedPerTonPollutant', value: emission }, { indicator: 'rdShare', value: rd },
  { indicator: 'coverage', value: 40 }, { indicator: 'officeLand', value: 7 }, { indicator: 'officeFloor', value: 15 }, { indicator: 'green', value: 20 },
];

/** The industries of the sample's standard land. */
export const sampleIndustries: readonly Industry[] = [
  { key: 'vehicles', name: '汽车制造业', industry: 'C36', values: rows(270, 32.5, 154.5, 1.2, 26.6, 4.5, 10_058.6, 3.72) },
  { key: 'machinery', name: '通用设备制造业', industry: 'C34', values: rows(270, 22.6, 100.2, 1.2, 17.7, 3.9, 10_571.4, 2.6) },
  { key: 'electrical', name: '电气机械和器材制造业', industry: 'C38', values: rows(270, 33.2, 130.9, 1.2, 16.9, 4.1, 13_848.4, 2.2) },
  { key: 'food', name: '农副食品加工业', industry: 'C13', values: rows(240, 9.6, 100.2, 1.0, 17, 3, 293, 1) },
  { key: 'medicine', name: '医药制造业', industry: 'C27', values: rows(300, 30, 150, 1.0, 26, 4.4, 9_000, 3.5) },
  { key: 'marine', name: '海洋装备制造业', industry: 'C37', values: rows(260, 20, 110, 0.8, 18, 3.6, 8_000, 2.5) },
];

/** Drafted in the first days of the sample, countersigned by three bureaus, approved before the first notice. */
export function indicatorSetStories(from: Day): Story[] {
  return sampleIndustries.map(({ key, name, industry, values }, place) => {
    const at = (days: number, hour: string) => `${days === 0 ? from : addWorkdays(chinaCalendar, from, days)}T${hour}:${String(10 + place).padStart(2, '0')}.000Z`;
    return {
      key: `set-${key}`,
      mechanism: 'indicatorSet',
      steps: [
        { at: at(1, '01:10'), by: 'industry', action: 'draft', input: () => ({ name: `${name}标准地指标（2020年版）`, industry, values, source: '参照已公开的同类标准地公告，结合本区近三年规上企业数据测算。' }) },
        { at: at(2, '02:10'), by: 'natural', action: 'countersign', input: () => ({}) },
        { at: at(3, '02:20'), by: 'ecology', action: 'countersign', input: () => ({}) },
        { at: at(4, '02:30'), by: 'tax', action: 'countersign', input: () => ({}) },
        { at: at(6, '07:00'), by: 'leader-economy', action: 'approve', input: () => ({ basis: `即政办发〔2020〕${place + 11}号`, validFrom: addWorkdays(chinaCalendar, from, 6) }) },
      ],
    };
  });
}
