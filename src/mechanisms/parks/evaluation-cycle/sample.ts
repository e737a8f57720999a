import type { Story } from '../../story.ts';
import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import { evaluatedYear, sampleEnterprises } from '../sample-enterprises.ts';

/** The evaluation of the sample: planned, issued, collected, computed twice, public, contested, approved, published, replayed. */
export function evaluationCycleStories(): readonly Story[] {
  const pen = penFrom('2021-03-01', 200)
    .after(0, 'industry', 'plan', () => ({ name: `${evaluatedYear}年度规上工业亩均评价`, year: evaluatedYear, scope: 'above', preset: 'shandongFive' }))
    .after(2, 'leader-economy', 'issue')
    .from('2021-04-26').after(0, 'industry', 'reconcile')
    .from('2021-06-01').after(0, 'industry', 'compute')
    .from('2021-06-10').after(0, 'industry', 'review')
    // The review brought vetoes and bonuses, so it is computed again.
    .from('2021-06-21').after(0, 'industry', 'compute').after(1, 'industry', 'review')
    .from('2021-06-28').after(0, 'industry', 'announce')
    .from('2021-07-19').after(0, 'leader-economy', 'approve', (known) => ({ minutesNo: '即政会纪〔2021〕18号', evidence: [known.file('会议纪要')] }))
    .after(1, 'industry', 'publish')
    .from('2021-08-02').after(0, 'auditor', 'replay');
  return [storyOf('evaluation-2020', 'evaluationCycle', pen), ...accounts()];
}

/** Who acts for some of the enterprises on the platform, as their parks enter it. */
function accounts(): readonly Story[] {
  return sampleEnterprises.flatMap(({ key, town, account }, at) => (account === undefined ? [] : [storyOf(key, 'enterprise', penFrom('2021-01-11', at).after(0, `${town}-project`, 'amend', () => ({ agent: `holder-${account}` })))]));
}
