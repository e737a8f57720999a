import { addWorkdays } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { classNames } from '../evaluation-words.ts';
import { evaluationCycleRecord } from './record.ts';
import { benchmarksMoved, lastDayOf, notYetApproved, stillUsed } from './rules.ts';

const action = actionsOf(evaluationCycleRecord);
const industry = { role: 'INDUSTRY' } as const;
const moved = fact.whole({ zh: '变动家数', en: 'Enterprises that move' }, { min: 1 });

/** Publicity with objections, approval, publication, corrections, replay (parks.md §2.2). */
export const publishing = {
  announce: action({
    name: { zh: '公示', en: 'Make public' },
    help: { zh: '名单按类别公示，同类之内不排名次；每家企业看得到自己的全部算式。', en: 'The list is public in the order of classes, without ranks inside a class; each enterprise sees all of its own working.' },
    from: ['reviewed'],
    to: 'publicity',
    by: [industry],
    tone: 'primary',
    extra: { openRemarks: fact.whole({ zh: '未会审的认定事项', en: 'Findings not reviewed' }), isStale: fact.flag({ zh: '试算已过时', en: 'The trial run is out of date' }) },
    extraAsks: { openRemarks: 'computed', isStale: 'computed' },
    stops: ['review'],
    sets: ['publicFrom', 'publicTo', 'openObjections'],
    check: (situation, { openRemarks, isStale }) => benchmarksMoved(situation) ?? (openRemarks > 0 ? { refusal: 'remarksOpen', detail: { count: openRemarks } } : isStale ? 'trialStale' : undefined),
    effects: ({ matter, today, calendar, setting }) => [
      { do: 'set', values: { publicFrom: today, publicTo: addWorkdays(calendar, today, setting('publicity')), openObjections: 0 } },
      { do: 'startUntil', clock: 'publish', until: lastDayOf({ setting }, 'publishBy', matter.facts.year ?? 0) },
    ],
  }),
  noteObjection: action({
    name: { zh: '收到异议', en: 'An objection has come' },
    from: ['publicity', 'objected'],
    to: 'objected',
    by: ['system'],
    hidden: true,
    sets: ['openObjections'],
    effects: ({ matter }) => [{ do: 'set', values: { openObjections: (matter.facts.openObjections ?? 0) + 1 } }],
  }),
  noteAnswered: action({
    name: { zh: '异议已答复', en: 'An objection is answered' },
    from: ['objected'],
    to: ['objected', 'publicity'],
    by: ['system'],
    hidden: true,
    asks: { publicTo: 'may' },
    sets: ['openObjections', 'distribution'],
    extra: { was: fact.choice({ zh: '原类别', en: 'From' }, classNames), is: fact.choice({ zh: '现类别', en: 'To' }, classNames), moved },
    extraAsks: { was: 'may', is: 'may', moved: 'may' },
    leads: ({ matter }) => ((matter.facts.openObjections ?? 0) > 1 ? 'objected' : 'publicity'),
    effects: ({ matter }, { was, is, moved: count = 1 }) => [{ do: 'set', values: { openObjections: Math.max(0, (matter.facts.openObjections ?? 0) - 1), distribution: shifted(matter.facts.distribution ?? [], was, is, count) } }],
  }),
  approve: action({
    name: { zh: '常务会审定', en: 'Approve' },
    from: ['publicity'],
    to: 'approved',
    by: [{ role: 'LEADER' }],
    tone: 'primary',
    evidence: 1,
    asks: { minutesNo: 'must' },
    when: notYetApproved,
  }),
  publish: action({
    name: { zh: '公布结果', en: 'Publish' },
    from: ['approved'],
    to: 'published',
    by: [industry],
    tone: 'primary',
    stops: ['publish'],
    sets: ['publishedOn'],
    when: benchmarksMoved,
    effects: ({ today, matter }) => [
      { do: 'set', values: { publishedOn: today } },
      { do: 'tell', to: { role: 'LEADER' }, text: { zh: `《${matter.facts.name ?? ''}》结果已公布。`, en: `The results of “${matter.facts.name ?? ''}” are published.` } },
    ],
  }),
  noteCorrection: action({
    name: { zh: '更正一家企业', en: 'One enterprise is corrected' },
    from: ['published', 'archived'],
    by: ['system'],
    hidden: true,
    extra: {
      noticeNo: fact.documentNumber({ zh: '更正通知文号', en: 'Notice of correction' }), enterprise: fact.text({ zh: '企业', en: 'Enterprise' }, { max: 120 }), was: fact.choice({ zh: '原类别', en: 'From' }, classNames), is: fact.choice({ zh: '现类别', en: 'To' }, classNames), moved,
    },
    extraAsks: { noticeNo: 'must', enterprise: 'must', was: 'must', is: 'must', moved: 'may' },
    sets: ['corrections', 'distribution'],
    effects: ({ matter, today }, { noticeNo, enterprise, was, is, moved: count = 1 }) => [
      { do: 'set', values: { corrections: [...(matter.facts.corrections ?? []), { noticeNo, enterprise, from: was, to: is, on: today }], distribution: shifted(matter.facts.distribution ?? [], was, is, count) } },
    ],
  }),
  replay: action({
    name: { zh: '复算', en: 'Work it out again' },
    help: { zh: '用当年冻结的数据和方案重算一遍，与公布的结果逐家比对。', en: 'From the data and the scheme as frozen that year; every enterprise is compared with what was published.' },
    from: ['publicity', 'objected', 'approved', 'published', 'archived'],
    by: [industry, { role: 'AUDIT' }, { role: 'LEADER' }],
    tone: 'plain',
  }),
  noteReplayed: action({
    name: { zh: '记录复算', en: 'Record the replay' },
    from: ['publicity', 'objected', 'approved', 'published', 'archived'],
    by: ['system'],
    hidden: true,
    asks: { replayDiffers: 'must' },
    sets: ['replayedOn'],
    effects: ({ today }) => [{ do: 'set', values: { replayedOn: today } }],
  }),
  archive: action({ name: { zh: '归档', en: 'Archive' }, from: ['published'], to: 'archived', by: [industry], when: stillUsed }),
  cancel: action({
    name: { zh: '取消评价', en: 'Cancel' },
    help: { zh: '已生成的评价单、没有核清的异常、认定事项在后台一并取消，各留痕迹。', en: 'The sheets, anomalies and findings opened for it are cancelled with it in the background, each with its trace.' },
    from: ['planned', 'collecting', 'reconciling', 'computing', 'reviewed'],
    to: 'cancelled',
    by: [industry],
    tone: 'danger',
    reason: 10,
    stops: ['issue', 'collect', 'reconcile', 'compute', 'review'],
  }),
};

type Distribution = readonly { readonly class?: keyof typeof classNames; readonly count?: number }[];

/** The class counts after one enterprise moved, or all of a joint evaluation. */
function shifted(counts: Distribution, was: string | undefined, is: string | undefined, moving: number): Distribution {
  return was === undefined || is === undefined || was === is ? counts : counts.map((row) => ({ ...row, count: (row.count ?? 0) + (row.class === is ? moving : 0) - (row.class === was ? moving : 0) }));
}
