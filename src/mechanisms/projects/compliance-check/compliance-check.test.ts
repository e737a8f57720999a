import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import { postOf } from '../../walk.ts';
import { complianceCheckRecord } from './record.ts';
import { assess, badActuals, damagesOf, taxGapOf, type Situation } from './rules.ts';

// The worked example of projects.md §6.5 and §6.6: vehicle parts on 60 亩 at 35 万元/亩.

const promised = [
  { indicator: 'fixedInvestPerMu', value: 270 }, { indicator: 'taxPerMu', value: 32.5 }, { indicator: 'valueAddedPerMu', value: 154.5 }, { indicator: 'labourProductivity', value: 26.6 },
  { indicator: 'valueAddedPerTce', value: 4.5 }, { indicator: 'valueAddedPerTonPollutant', value: 10_058.6 }, { indicator: 'rdShare', value: 3.72 },
];
const actual = {
  fixedInvestPerMu: 15_300 / 60, taxPerMu: 1_860 / 60, valueAddedPerMu: 9_450 / 60, labourProductivity: 9_450 / 345,
  valueAddedPerTce: 9_450 / 2_050, valueAddedPerTonPollutant: 9_450 / 0.91, rdShare: (1_150 / 30_500) * 100,
};

function situation(actuals: Readonly<Record<string, number>>, change: { readonly kind?: string; readonly values?: unknown; readonly versions?: unknown } = {}): Situation {
  const values = change.values ?? promised;
  const commitment = { facts: { values, versions: change.versions ?? [], price: 2_100 * 1_000_000, area: 60 * (2000 / 3) } } as unknown as Matter;
  const facts = { landCommitment: 'c1', kind: change.kind ?? 'capacity', actuals: Object.entries(actuals).map(([indicator, value]) => ({ indicator, value, source: '税务、统计部门' })) };
  return {
    matter: { facts } as unknown as Situation['matter'], actor: postOf('p1', 'natural', ['NATURAL']), now: '2021-03-08T02:00:00.000Z', today: '2021-03-08', calendar: chinaCalendar,
    setting: (name) => complianceCheckRecord.settings[name].value, findUnit: () => undefined, findMatter: (id) => (id === 'c1' ? commitment : undefined),
  };
}

describe('the capacity review of the worked example', () => {
  test('comes to 97.73 %, the lowest item 94.44 %, nearly met', () => {
    const { lines, weighted, lowest, conclusion } = assess(situation(actual));
    expect({ weighted, lowest, conclusion }).toEqual({ weighted: 97.73, lowest: 94.44, conclusion: 'nearly' });
    expect(lines.map(({ ratio }) => ratio)).toEqual([0.9444, 0.9538, 1, 1, 1, 1, 1]);
    expect(lines.slice(0, 2).map(({ points }) => points)).toEqual([18.888, 23.845]);
  });

  test('finds damages of 116.67 万元 and a tax gap of 90 万元 a year', () => {
    expect(Math.round(damagesOf(situation(actual)) / 10_000) / 100).toBe(116.67);
    expect(taxGapOf(situation(actual)) / 1_000_000).toBeCloseTo(90, 6);
  });

  test('is met when every item is, and not met when one falls below nine tenths', () => {
    expect(assess(situation({ ...actual, fixedInvestPerMu: 270, taxPerMu: 32.5 })).conclusion).toBe('passed');
    expect(assess(situation({ ...actual, taxPerMu: 29 })).conclusion).toBe('failed');
    expect(assess(situation({ ...actual, fixedInvestPerMu: 243, taxPerMu: 29.25 }))).toMatchObject({ weighted: 95.5, conclusion: 'nearly' });
    expect(assess(situation({ ...actual, fixedInvestPerMu: 243, taxPerMu: 29.25, valueAddedPerMu: 139.05 }))).toMatchObject({ weighted: 94, conclusion: 'failed' });
  });
});

describe('a check', () => {
  test('looks at the building at completion, where less office land is better', () => {
    const values = [{ indicator: 'far', value: 1.2 }, { indicator: 'officeLand', value: 7 }, { indicator: 'taxPerMu', value: 32.5 }];
    const far = 48_000 / (60 * (2000 / 3));
    expect(far).toBeCloseTo(1.2, 10);
    const found = assess(situation({ far: 1.2, officeLand: 8 }, { kind: 'completion', values }));
    expect(found.lines.map(({ indicator, ratio }) => [indicator, ratio])).toEqual([['far', 1], ['officeLand', 0.875]]);
    expect(assess(situation({ far: 1.2, officeLand: 6 }, { kind: 'completion', values })).conclusion).toBe('passed');
  });

  test('shows what was signed beside what is in force after a supplement', () => {
    const versions = [{ version: 2, indicator: 'taxPerMu', before: 36, after: 34 }, { version: 3, indicator: 'taxPerMu', before: 34, after: 32.5 }];
    expect(assess(situation(actual, { versions })).lines.find(({ indicator }) => indicator === 'taxPerMu')).toMatchObject({ signed: 36, promised: 32.5 });
  });

  test('wants every promised item, once, with its source', () => {
    const rows = Object.entries(actual).map(([indicator, value]) => ({ indicator: indicator as 'taxPerMu', value, source: '税务局' }));
    expect(badActuals(situation({}), rows)).toBeUndefined();
    expect(badActuals(situation({}), rows.slice(1))).toMatchObject({ refusal: 'actualMissing', detail: { indicator: { zh: '固定资产投资强度', en: 'Fixed investment per mu' } } });
    expect(badActuals(situation({}), [...rows, { indicator: 'taxPerMu', value: 1, source: '税务局' }])).toMatchObject({ refusal: 'rowBad' });
    expect(badActuals(situation({}), rows.map(({ indicator, value }) => ({ indicator, value })))).toMatchObject({ refusal: 'sourceMissing' });
  });
});
