import { addWorkdays, type Day } from '#kernel/calendar.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { evaluationCycleRecord, shiftColumns } from './record.ts';
import { benchmarksStand, type Situation } from './rules.ts';

const action = actionsOf(evaluationCycleRecord);
const { on: _on, ...told } = shiftColumns;
const afterTrial = ['computing', 'reviewed', 'publicity', 'objected', 'approved', 'published', 'archived'] as const;

const renewal = { by: [{ role: 'INDUSTRY' }], tone: 'danger', evidence: 1, reason: 10, asks: { renewedBy: 'must' }, sets: ['renewals', 'benchmarkDue'], when: benchmarksStand } as const;

function renewed({ renewals = [], baseShifts }: Situation['matter']['facts'], noticeNo: string, on: Day) {
  return { benchmarkDue: null, renewals: [...renewals, { on, noticeNo, percent: baseShifts?.at(-1)?.percent ?? 0 }] };
}

/** What corrections of the year before do to the benchmarks: nothing, unless a sum moves by more than the limit (parks.md §2.2). */
export const renewing = {
  noteBase: action({
    name: { zh: '核对上年更正对基准的影响', en: 'The year before is corrected' },
    from: afterTrial,
    by: ['system'],
    hidden: true,
    asks: { benchmarkDue: 'must' },
    extra: told,
    extraAsks: { noticeNo: 'must', enterprise: 'must', indicator: 'must', industry: 'may', quantity: 'must', before: 'must', after: 'must', percent: 'must' },
    sets: ['baseShifts'],
    effects: ({ matter: { facts }, today }, { benchmarkDue, evidence: _evidence, reason: _reason, ...row }) => [
      { do: 'set', values: { baseShifts: [...(facts.baseShifts ?? []), { ...row, on: today }] } },
      ...(benchmarkDue ? [{ do: 'tell', to: { role: 'INDUSTRY' }, text: { zh: `上年更正使《${facts.name ?? ''}》基准值所用的合计累计变动${row.percent}%，超过界线，基准值要重算。`, en: `Corrections of the year before have moved a sum of the benchmarks of “${facts.name ?? ''}” by ${row.percent} %, more than the limit: they are to be made anew.` } } as const] : []),
    ],
  }),
  renew: action({
    name: { zh: '重算基准值', en: 'Make the benchmarks anew' },
    help: { zh: '上年更正使合计变动超过界线的，凭编号通知重算：基准值用更正后的上年数据，全部企业重新计算，换档的逐家记入变更。', en: 'By a numbered notice, once corrections of the year before moved a sum by more than the limit: benchmarks from the corrected data, everybody worked out again, each change kept on its sheet.' },
    from: ['published', 'archived'],
    ...renewal,
    effects: ({ matter, today }, { renewedBy }) => [{ do: 'set', values: renewed(matter.facts, renewedBy, today) }],
  }),
  renewPublic: action({
    name: { zh: '重算基准值，重新公示', en: 'Make the benchmarks anew, public anew' },
    help: { zh: '公示以后、公布以前：上年更正使合计变动超过界线的，基准值用更正后的上年数据，全部企业重新计算，重新公示。', en: 'While results are public and not yet published: benchmarks from the corrected data, everybody worked out again, and public anew.' },
    from: ['publicity', 'approved'],
    to: 'publicity',
    ...renewal,
    sets: [...renewal.sets, 'publicFrom', 'publicTo'],
    effects: ({ matter, today, calendar, setting }, { renewedBy }) => [{ do: 'set', values: { ...renewed(matter.facts, renewedBy, today), publicFrom: today, publicTo: addWorkdays(calendar, today, setting('publicity')) } }],
  }),
  recordRenewal: action({
    name: { zh: '记录重算结果', en: 'Record what it came to anew' },
    from: ['publicity', 'objected', 'approved', 'published', 'archived'],
    by: ['system'],
    hidden: true,
    asks: { trialRun: 'must', evaluated: 'must', groups: 'must', grouped: 'must', ungraded: 'must', distribution: 'must', benchmarks: 'must', means: 'must', cuts: 'may', resultsHash: 'must' },
    sets: ['trialAt'],
    effects: ({ now }) => [{ do: 'set', values: { trialAt: now } }],
  }),
};
