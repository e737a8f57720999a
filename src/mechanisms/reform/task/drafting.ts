import { addWorkdays } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { action, light, office, set, type Effect } from './moves.ts';
import { lightSets } from './light.ts';
import { badListing, codeOf, dayAfterIssue, limitOf, yearOf, type Situation } from './rules.ts';

const listing = {
  seq: 'must', year: 'may', code: 'may', category: 'must', title: 'must', target: 'may', sourceLevel: 'may', upperTasks: 'may', leader: 'may', field: 'may', group: 'may',
  leadUnit: 'must', coUnits: 'may', dueText: 'must', outcomeKind: 'may', isKey: 'may', sameMatter: 'may', remark: 'may',
} as const;

/** What follows from a line of the list: its year and code, and what its limit means. */
function listed(situation: Situation, { seq, dueText, year, code }: { readonly seq?: number; readonly dueText?: string; readonly year?: number; readonly code?: string }): Effect {
  const of = yearOf(situation, year);
  const limit = dueText === undefined ? undefined : limitOf(dueText, of);
  const number = seq ?? situation.matter.facts.seq;
  const meant = typeof limit === 'object' ? { dueKind: limit.dueKind, dueOn: limit.dueOn ?? null, yearCheckOn: limit.dueKind === 'standing' ? `${of}-12-31` : null } : {};
  return set({ year: of, ...(number === undefined || code !== undefined ? {} : { code: codeOf(of, number) }), ...meant });
}

/** The clauses above that it answers from now on, and those it answers no longer; both ends know. */
function answering({ matter }: Situation, wanted: readonly string[] | undefined): readonly Effect[] {
  if (wanted === undefined) return [];
  const held = matter.facts.upperTasks ?? [];
  return [
    ...wanted.filter((id) => !held.includes(id)).flatMap((id): Effect[] => [{ do: 'link', type: 'answers', id }, { do: 'follow', mechanism: 'upperTask', id, action: 'takeTask', input: { task: matter.id } }]),
    ...held.filter((id) => !wanted.includes(id)).flatMap((id): Effect[] => [{ do: 'unlink', type: 'answers', id }, { do: 'follow', mechanism: 'upperTask', id, action: 'loseTask', input: { task: matter.id } }]),
  ];
}

/** The tasks it waits for, as links that can be walked. */
export function waiting({ matter }: Situation, wanted: readonly string[] | undefined): readonly Effect[] {
  if (wanted === undefined) return [];
  const held = matter.facts.dependsOn ?? [];
  return [
    ...wanted.filter((id) => !held.includes(id)).map((id): Effect => ({ do: 'link', type: 'waitsFor', id })),
    ...held.filter((id) => !wanted.includes(id)).map((id): Effect => ({ do: 'unlink', type: 'waitsFor', id })),
  ];
}

const listedSets = ['year', 'code', 'dueKind', 'dueOn', 'yearCheckOn'] as const;

/** Tasks before the points are issued: listed, corrected, struck out; then assigned, all at once. */
export const draftingActions = {
  draft: action({
    name: { zh: '编列任务', en: 'List a task' },
    help: { zh: '一项任务只有一个牵头单位。完成时限照要点写，平台换算成日期；印发前可以修改、删去，也可以用任务分解表整批导入。', en: 'One lead unit each. The limit is written as the points say and turned into a day; lists come in from a spreadsheet, too.' },
    from: 'new',
    to: 'drafted',
    by: [office],
    tone: 'primary',
    asks: listing,
    sets: listedSets,
    follows: ['upperTask.takeTask', 'upperTask.loseTask'],
    check: badListing,
    effects: (situation, input) => [listed(situation, input), ...answering(situation, input.upperTasks)],
  }),
  revise: action({
    name: { zh: '修改', en: 'Revise' },
    from: ['drafted'],
    by: [office],
    asks: { ...listing, seq: 'may', category: 'may', title: 'may', leadUnit: 'may', dueText: 'may' },
    sets: listedSets,
    follows: ['upperTask.takeTask', 'upperTask.loseTask'],
    check: badListing,
    effects: (situation, input) => [listed(situation, input), ...answering(situation, input.upperTasks)],
  }),
  strike: action({
    name: { zh: '删去', en: 'Strike out' },
    help: { zh: '只能在印发前删去；印发后的任务只能经批准取消，照样计入原数。', en: 'Before the issue only; afterwards a task is cancelled by approval and still counts.' },
    from: ['drafted'],
    to: 'struck',
    by: [office],
    tone: 'danger',
    reason: 4,
    sets: ['code', 'upperTasks'],
    follows: ['upperTask.loseTask'],
    effects: (situation) => [set({ code: null, upperTasks: null }), ...answering(situation, [])],
  }),
  carryIn: action({
    name: { zh: '自上年结转', en: 'Carried in' },
    from: 'new',
    to: 'drafted',
    by: ['system'],
    hidden: true,
    asks: { ...listing, seq: 'may', carriedFrom: 'must', dueText: 'may' },
    sets: listedSets,
    effects: (situation, input) => [listed(situation, input), { do: 'link', type: 'carries', id: input.carriedFrom }],
  }),
  takeUpper: action({
    name: { zh: '承接上级条目', en: 'Take up a clause from above' },
    from: ['drafted', 'assigned', 'planSubmitted', 'planSigned', 'planned', 'running', 'adjustApplied', 'suspended', 'doneClaimed', 'groupAgreed', 'verified'],
    by: ['system'],
    hidden: true,
    extra: { clause: fact.matter({ zh: '条目', en: 'Clause' }, 'upperTask') },
    extraAsks: { clause: 'must' },
    sets: ['upperTasks', 'dueOn'],
    effects: ({ matter, findMatter }, { clause }) => {
      const day = findMatter(clause)?.facts['dueOn'];
      return [
        set({ upperTasks: [...new Set([...(matter.facts.upperTasks ?? []), clause])], ...(matter.facts.dueKind === 'upper' && typeof day === 'string' ? { dueOn: day } : {}) }),
        { do: 'link', type: 'answers', id: clause },
      ];
    },
  }),
  assign: action({
    name: { zh: '下达', en: 'Assign' },
    help: { zh: '要点印发即下达，方案时限自印发日起算。', en: 'By the issue of the points; the time for a plan runs from that day.' },
    from: ['drafted'],
    to: 'assigned',
    by: ['system'],
    hidden: true,
    asks: { points: 'must', versionNo: 'must', issuedOn: 'must' },
    sets: ['planDueOn', 'dueOn', ...lightSets],
    effects: (situation, { issuedOn }) => {
      const { matter, calendar } = situation;
      const { leadUnit: lead = '', dueKind, dueText = '', dueOn } = matter.facts;
      const due = dueKind === 'after' ? dayAfterIssue(dueText, issuedOn, calendar) : dueOn;
      return [...planOwed(situation, lead, 'plan'), set(due === undefined ? {} : { dueOn: due }), light(situation, 'assigned', { ...(due === undefined ? {} : { dueOn: due }), issuedOn })];
    },
  }),
};

/** The lead unit owes its plan, in so many working days. */
export function planOwed({ today, calendar, setting }: Situation, unit: string, limit: 'plan' | 'planAgain'): readonly Effect[] {
  const day = addWorkdays(calendar, today, setting(limit));
  return [set({ planDueOn: day }), { do: 'owe', duty: 'plan', unit, budget: { n: setting(limit), unit: 'workday' } }];
}
