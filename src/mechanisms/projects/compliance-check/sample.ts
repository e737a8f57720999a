import type { Known, Story } from '../../story.ts';
import { indicators, type IndicatorKey, type IndicatorRow } from '../indicators.ts';
import { landDeals } from '../sample-land.ts';
import { penFrom, storyOf } from '../sample-pen.ts';

/** The checks at completion of what was built first: met, nearly met and to be put right, waiting for the enterprise. */
export function complianceCheckStories(): readonly Story[] {
  return landDeals.filter(({ nth }) => nth >= 8 && nth <= 10).map(({ planned, nth, commitment, account }) => {
    const pen = penFrom('2021-10-18', 40 + nth)
      .after((nth - 8) * 3, 'natural', 'open', (known) => ({ name: `${planned.name}竣工验收核查`, landCommitment: known.idOf(commitment), kind: 'completion', period: '2021-Q3' }))
      .after(4, 'stat', 'measure', (known) => ({ actuals: reached(known, nth), evidence: [known.file('测绘和审计报告')] }), commitment);
    if (nth < 10) pen.after(3, account, 'confirm', () => ({ confirmation: '数据无异议。' })).after(5, 'natural', 'conclude');
    return storyOf(`check-${planned.key}`, 'complianceCheck', pen);
  });
}

const atCompletion: readonly IndicatorKey[] = ['fixedInvestPerMu', 'far', 'coverage', 'officeLand', 'officeFloor', 'green'];

/** What was measured: all as promised, but for the second, whose investment stays a little behind. */
function reached(known: Known, nth: number): readonly object[] {
  const values = (known.read?.facts['values'] ?? []) as readonly IndicatorRow[];
  return atCompletion.map((indicator) => {
    const promised = values.find((row) => row.indicator === indicator)?.value ?? 0;
    const isLess = 'isCeiling' in indicators[indicator];
    const value = indicator === 'fixedInvestPerMu' ? promised * (nth === 9 ? 0.96 : 1.03) : isLess ? promised * 0.9 : promised * 1.02;
    return { indicator, value: Math.round(value * 100) / 100, source: indicator === 'fixedInvestPerMu' ? '审计报告' : '规划核实测绘' };
  });
}
