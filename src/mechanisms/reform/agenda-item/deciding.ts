import { addWorkdays } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { decisionStates, type Decision } from '../meeting-words.ts';
import type { Effect } from './preparing.ts';
import { agendaItemRecord } from './record.ts';
import { badDecisions, badOutcome, type Outcome, type Situation } from './rules.ts';

const action = actionsOf(agendaItemRecord);
const office = { role: 'OFFICE' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });

/** Where an item goes by its outcome; a deferred one waits for another meeting. */
const goals = { passed: 'decided', passedInPrinciple: 'decided', heard: 'decided', studied: 'decided', deferred: 'leaderSigned', rejected: 'rejected', withdrawn: 'withdrawn' } as const satisfies Record<Outcome, string>;

function noted({ matter }: Situation, outcome: Outcome, note: string | undefined, decided: readonly Decision[]): Effect {
  return { do: 'follow', mechanism: 'meeting', id: matter.facts.meeting ?? '', action: 'noteOutcome', input: { orderNo: matter.facts.orderNo, outcome, ...(note === undefined ? {} : { note }), ...(decided.length === 0 ? {} : { decided }) } };
}

/** What was passed moves on by itself: topics are approved, the paper counts as decided once it needs no more revision. */
function passedOn(situation: Situation, outcome: Outcome): Effect[] {
  if (outcome !== 'passed') return [];
  const { matter, findMatter } = situation;
  const topics = (matter.facts.topics ?? []).filter((id) => findMatter(id)?.stage === 'researched');
  return [...topics.map((id): Effect => ({ do: 'follow', mechanism: 'topic', id, action: 'approveAtMeeting', input: { item: matter.id } })), ...decidedPaper(situation)];
}

/** A paper issued meanwhile without waiting for the meeting stays what it is. */
function decidedPaper({ matter, findMatter }: Situation): Effect[] {
  const { document = '', appliedOn } = matter.facts;
  return findMatter(document)?.stage === 'drafted' ? [{ do: 'follow', mechanism: 'reformDocument', id: document, action: 'passReview', input: { item: matter.id, appliedOn } }] : [];
}

/** From the meeting to the last of its decisions. */
export const decidingActions = {
  discuss: action({
    name: { zh: '上会', en: 'Come before the meeting' },
    from: ['scheduled'],
    to: 'discussed',
    by: ['system'],
    hidden: true,
  }),
  recordOutcome: action({
    name: { zh: '记录结果', en: 'Record the outcome' },
    help: { zh: '审议通过的逐条写决定事项：一条一个责任单位、一个时限，交办后成为待办。', en: 'Write each decision with one unit and one day; it becomes a duty when dispatched.' },
    from: ['discussed'],
    to: ['decided', 'leaderSigned', 'rejected', 'withdrawn'],
    by: [office],
    tone: 'primary',
    asks: { outcome: 'must', outcomeNote: 'may', decisions: 'may' },
    sets: ['openDecisions', 'revisionDueOn', 'meeting', 'orderNo'],
    follows: ['meeting.noteOutcome', 'topic.approveAtMeeting', 'reformDocument.passReview'],
    check: (situation, { outcome, decisions = [] }) => badOutcome(situation, outcome, decisions),
    leads: (_situation, { outcome }) => goals[outcome],
    effects: (situation, { outcome, outcomeNote, decisions = [] }) => {
      const { matter, today, calendar, setting } = situation;
      return [
        set({ openDecisions: decisions.length }),
        ...(outcome === 'deferred' ? [set({ meeting: null, orderNo: null })] : []),
        ...(outcome === 'passedInPrinciple' ? [set({ revisionDueOn: addWorkdays(calendar, today, setting('revision')) }), { do: 'owe', duty: 'revise', unit: matter.facts.reporterUnit ?? '' } satisfies Effect] : []),
        noted(situation, outcome, outcomeNote, decisions),
        ...passedOn(situation, outcome),
      ];
    },
  }),
  amendDecisions: action({
    name: { zh: '更正决定事项', en: 'Correct the decisions' },
    help: { zh: '纪要印发前可以更正，原记录留痕。', en: 'Until the minutes are out; what stood before stays in the trace.' },
    from: ['decided'],
    by: [office],
    reason: 10,
    asks: { outcomeNote: 'may', decisions: 'must' },
    sets: ['openDecisions'],
    follows: ['meeting.noteOutcome'],
    check: (situation, { decisions }) => badDecisions(situation, decisions),
    effects: (situation, { outcomeNote, decisions }) => [
      set({ openDecisions: decisions.length }),
      noted(situation, situation.matter.facts.outcome ?? 'passed', outcomeNote ?? situation.matter.facts.outcomeNote, decisions),
    ],
  }),
  handInRevision: action({
    name: { zh: '报送修改稿', en: 'Hand in the revision' },
    help: { zh: '原则通过的，修改后才算审议通过，文件才能按审议印发。', en: 'What passed in principle counts as decided once the revision is in.' },
    from: ['decided', 'minuted', 'dispatched', 'followed'],
    by: [{ role: 'UNIT', tie: { duty: 'revise' } }, { role: 'UNIT_HEAD', tie: { duty: 'revise' } }],
    tone: 'primary',
    asks: { revision: 'must' },
    sets: ['revisedOn'],
    follows: ['reformDocument.passReview'],
    effects: (situation) => [set({ revisedOn: situation.today }), { do: 'discharge', duty: 'revise' }, ...decidedPaper(situation)],
  }),
  minute: action({
    name: { zh: '入纪要', en: 'Stand in the minutes' },
    from: ['decided'],
    to: 'minuted',
    by: ['system'],
    hidden: true,
  }),
  dispatch: action({
    name: { zh: '交办', en: 'Dispatch' },
    from: ['minuted'],
    to: ['dispatched', 'followed'],
    by: ['system'],
    hidden: true,
    follows: ['followUp.assign'],
    leads: ({ matter }) => ((matter.facts.decisions ?? []).length === 0 ? 'followed' : 'dispatched'),
    effects: ({ matter }) => (matter.facts.decisions ?? []).map(({ content, unit, coUnits, measure, dueOn }, place) => ({
      do: 'follow', mechanism: 'followUp', action: 'assign',
      input: {
        content, leadUnit: unit, dueOn, meeting: matter.facts.meeting, item: matter.id, orderNo: matter.facts.orderNo, decisionNo: place + 1,
        ...(coUnits === undefined ? {} : { coUnits }), ...(measure === undefined ? {} : { measure }),
      },
    })),
  }),
  noteFollowed: action({
    name: { zh: '记入落实情况', en: 'Note what was done' },
    from: ['dispatched'],
    to: ['dispatched', 'followed'],
    by: ['system'],
    hidden: true,
    extra: { state: fact.choice({ zh: '落实情况', en: 'Stands' }, decisionStates) },
    extraAsks: { state: 'must' },
    sets: ['openDecisions'],
    leads: ({ matter }, { state }) => (state !== 'open' && (matter.facts.openDecisions ?? 1) <= 1 ? 'followed' : 'dispatched'),
    effects: ({ matter }, { state }) => (state === 'open' ? [] : [set({ openDecisions: Math.max(0, (matter.facts.openDecisions ?? 1) - 1) })]),
  }),
};
