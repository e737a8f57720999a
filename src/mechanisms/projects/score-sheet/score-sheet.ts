import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf, type Situation as SituationOf } from '#kernel/mechanism.ts';
import { scoreSheetRecord, type ScoreSheetRecord } from './record.ts';

type Situation = SituationOf<ScoreSheetRecord>;
type Effect = EffectOf<ScoreSheetRecord>;

const action = actionsOf(scoreSheetRecord);
const expert = [{ role: 'EXPERT', tie: { duty: 'score' } }] as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });

/** The engine judges the sheet before the rule does: the half-point grid, the maxima, the reasons. */
const faulty = (_situation: Situation, { fault, faultEn }: { readonly fault: string; readonly faultEn: string }) => (fault === '' ? undefined : { refusal: 'sheetFaulty', field: 'scores', detail: { fault: { zh: fault, en: faultEn } } } as const);
const judged = {
  extra: { fault: fact.longText({ zh: '评分表问题', en: 'What is wrong with the sheet, in Chinese' }, { min: 0, max: 4000 }), faultEn: fact.longText({ zh: '评分表问题（英文）', en: 'What is wrong with the sheet' }, { min: 0, max: 4000 }) },
  extraAsks: { fault: 'computed', faultEn: 'computed' },
} as const;

/** Entered alone, locked, revealed to the chair, revised once with a reason; the first version stays (projects.md §3.4). */
export const scoreSheet = mechanism(scoreSheetRecord, {
  actions: {
    open: action({
      name: { zh: '发出评分表', en: 'Hand out' },
      from: 'new',
      to: 'open',
      by: ['system'],
      hidden: true,
      asks: { name: 'must', meeting: 'must', expert: 'must', expertNo: 'must', person: 'must', unit: 'must' },
      effects: (_situation, input) => [{ do: 'confine', to: [input.person] }, { do: 'owe', duty: 'score', unit: input.unit, person: input.person }],
    }),
    save: action({
      name: { zh: '暂存', en: 'Keep for now' },
      help: { zh: '没打完也可以存，只有本人看得到。', en: 'An unfinished sheet is kept too; nobody else sees it.' },
      from: ['open', 'locked', 'revealed', 'settled'],
      by: [{ role: 'EXPERT', tie: 'involved' }],
      asks: { scores: 'must', agrees: 'may', comment: 'may' },
      when: ({ matter }) => (matter.stage === 'open' ? undefined : 'afterLock'),
    }),
    lock: action({
      name: { zh: '锁定提交', en: 'Lock' },
      help: { zh: '锁定后不能再改，全部锁定后才公开给主持人。', en: 'Nothing changes after it; the chair sees the sheets once all are locked.' },
      from: ['open'],
      to: 'locked',
      by: expert,
      tone: 'primary',
      asks: { scores: 'must', agrees: 'must', comment: 'must', total: 'computed' },
      ...judged,
      sets: ['lockedAt'],
      check: faulty,
      follows: ['reviewMeeting.sheetLocked'],
      effects: ({ matter, now }) => [set({ lockedAt: now }), { do: 'discharge', duty: 'score' }, { do: 'follow', mechanism: 'reviewMeeting', id: matter.facts.meeting ?? '', action: 'sheetLocked', input: { sheet: matter.id } }],
    }),
    reveal: action({
      name: { zh: '公开给主持人', en: 'Reveal' },
      from: ['locked'],
      to: 'revealed',
      by: ['system'],
      hidden: true,
      effects: () => [{ do: 'confine', to: null }],
    }),
    revise: action({
      name: { zh: '讨论后修改', en: 'Revise after the discussion' },
      from: ['revealed'],
      by: [{ role: 'EXPERT', tie: 'involved' }],
      reason: 10,
      asks: { scores: 'must', agrees: 'must', total: 'computed' },
      ...judged,
      sets: ['firstScores', 'firstTotal', 'revisedAt'],
      when: ({ matter }) => (matter.facts.revisedAt === undefined ? undefined : 'revisedOnce'),
      check: (situation, input) => faulty(situation, input) ?? (input.total === situation.matter.facts.total && input.agrees === situation.matter.facts.agrees ? 'nothingRevised' : undefined),
      effects: ({ matter, now }) => [set({ firstScores: matter.facts.scores, firstTotal: matter.facts.total, revisedAt: now })],
    }),
    settle: action({
      name: { zh: '计入结论', en: 'Count' },
      from: ['revealed'],
      to: 'settled',
      by: ['system'],
      hidden: true,
    }),
    voidForConflict: action({
      name: { zh: '发现利害关系，作废', en: 'Void: a conflict was found' },
      from: ['locked', 'revealed'],
      to: 'voided',
      by: [{ role: 'SUPERVISOR' }],
      tone: 'danger',
      asks: { conflict: 'must' },
      evidence: 1,
      effects: () => [{ do: 'confine', to: null }],
    }),
  },
});
