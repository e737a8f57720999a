import type { Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import { baseYear, evaluatedYear, sampleEnterprises, yearbookMeans, yearbookMeansBelow } from '../sample-enterprises.ts';

/** The evaluations of the sample: 规上 of 2019 against the yearbook; of 2020 computed twice, public, contested, approved, published, replayed; 规下 of 2020 against the yearbook. */
export function evaluationCycleStories(): readonly Story[] {
  const means = yearbookMeans();
  const first = penFrom('2020-02-24', 200)
    .after(0, 'industry', 'plan', () => ({
      name: `${baseYear}年度规上工业亩均评价`, year: baseYear, scope: 'above', preset: 'shandongFive',
      weights: (Object.keys(means) as (keyof typeof means)[]).map((indicator) => ({ indicator, weight: weights[indicator], benchmark: 'fixed', value: means[indicator] })),
    }))
    .after(2, 'leader-economy', 'issue')
    .from('2020-04-27').after(0, 'industry', 'reconcile')
    .from('2020-05-29').after(0, 'industry', 'compute')
    .from('2020-06-08').after(0, 'industry', 'review')
    .from('2020-06-15').after(0, 'industry', 'announce')
    .from('2020-07-06').after(0, 'leader-economy', 'approve', (known) => ({ minutesNo: '即政会纪〔2020〕15号', evidence: [known.file('会议纪要')] }))
    .after(1, 'industry', 'publish');
  const pen = penFrom('2021-02-22', 200)
    .after(0, 'industry', 'plan', () => ({ name: `${evaluatedYear}年度规上工业亩均评价`, year: evaluatedYear, scope: 'above', preset: 'shandongFive' }))
    .after(2, 'leader-economy', 'issue')
    .from('2021-04-26').after(0, 'industry', 'reconcile')
    .from('2021-05-31').after(0, 'industry', 'compute')
    .from('2021-06-10').after(0, 'industry', 'review')
    // The review brought vetoes and bonuses, so it is computed again.
    .from('2021-06-21').after(0, 'industry', 'compute').after(1, 'industry', 'review')
    .from('2021-06-28').after(0, 'industry', 'announce')
    .from('2021-07-19').after(0, 'leader-economy', 'approve', (known) => ({ minutesNo: '即政会纪〔2021〕18号', evidence: [known.file('会议纪要')] }))
    .after(1, 'industry', 'publish')
    .from('2021-08-02').after(0, 'auditor', 'replay');
  const small = penFrom('2021-02-22', 230)
    .after(0, 'industry', 'plan', () => ({
      name: `${evaluatedYear}年度规下工业亩均评价`, year: evaluatedYear, scope: 'below', preset: 'huangyanSmall2022',
      weights: Object.entries(yearbookMeansBelow()).map(([indicator, value]) => ({ indicator, weight: 50, benchmark: 'fixed', value })),
    }))
    .after(2, 'leader-economy', 'issue')
    .from('2021-04-26').after(0, 'industry', 'reconcile')
    .from('2021-05-31').after(0, 'industry', 'compute')
    .from('2021-06-10').after(0, 'industry', 'review')
    .from('2021-06-29').after(0, 'industry', 'announce')
    .from('2021-07-19').after(0, 'leader-economy', 'approve', (known) => ({ minutesNo: '即政会纪〔2021〕18号', evidence: [known.file('会议纪要')] }))
    .after(1, 'industry', 'publish');
  return [storyOf('evaluation-2019', 'evaluationCycle', first), storyOf('evaluation-2020', 'evaluationCycle', pen), storyOf('evaluation-2020-small', 'evaluationCycle', small), ...accounts()];
}

/** Of the five indicators, as the preset has them. */
const weights = { taxPerMu: 35, revenuePerTce: 20, revenuePerTonPollutant: 15, rdShare: 15, labourProductivity: 15 } as const;

/** Who acts for some of the enterprises on the platform, as their parks enter it. */
function accounts(): readonly Story[] {
  return sampleEnterprises.flatMap(({ key, town, account }, at) => (account === undefined ? [] : [storyOf(key, 'enterprise', penFrom('2021-01-11', at).after(0, `${town}-project`, 'amend', () => ({ agent: `holder-${account}` })))]));
}
