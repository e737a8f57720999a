import { daysBetween, type Day } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf, type Situation as SituationOf } from '#kernel/mechanism.ts';
import type { decisionStates } from '../meeting-words.ts';
import { followUpFigures } from './figures.ts';
import { followUpRecord, type FollowUpRecord } from './record.ts';

type Effect = EffectOf<FollowUpRecord>;
type Situation = SituationOf<FollowUpRecord>;

const action = actionsOf(followUpRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const toUnit = (unit: string | undefined, zh: string, en: string): Effect => ({ do: 'tell', to: { unit: unit ?? '' }, text: { zh, en } });

const until = (today: Day, dueOn: Day) => ({ n: Math.max(0, daysBetween(today, dueOn)), unit: 'calendarDay' }) as const;

/** The meeting and its item learn how the decision stands. */
function report({ matter }: Situation, state: keyof typeof decisionStates, dueOn?: Day): Effect[] {
  const { meeting = '', item = '', orderNo, decisionNo } = matter.facts;
  return [
    { do: 'follow', mechanism: 'agendaItem', id: item, action: 'noteFollowed', input: { state } },
    { do: 'follow', mechanism: 'meeting', id: meeting, action: 'noteFollowed', input: { orderNo, decisionNo, state, ...(dueOn === undefined ? {} : { dueOn }) } },
  ];
}

const bothLearn = ['agendaItem.noteFollowed', 'meeting.noteFollowed'];

/** From the letter to the last word of the unit. */
export const followUp = mechanism(followUpRecord, {
  figures: followUpFigures,
  actions: {
    assign: action({
      name: { zh: '交办', en: 'Assign' },
      from: 'new',
      to: 'assigned',
      by: ['system'],
      hidden: true,
      asks: { content: 'must', measure: 'may', leadUnit: 'must', coUnits: 'may', meeting: 'must', item: 'must', orderNo: 'must', decisionNo: 'must', dueOn: 'must' },
      sets: ['assignedOn'],
      effects: ({ today }, { leadUnit, coUnits = [], meeting, item, dueOn }) => [
        set({ assignedOn: today }),
        { do: 'owe', duty: 'carryOut', unit: leadUnit, budget: until(today, dueOn) },
        ...coUnits.map((unit): Effect => ({ do: 'owe', duty: 'support', unit, budget: until(today, dueOn) })),
        { do: 'link', type: 'decidedAt', id: meeting }, { do: 'link', type: 'decidedOn', id: item },
        toUnit(leadUnit, `会议决定事项已交办，${dueOn}前反馈落实情况。`, `A decision of a meeting is yours to carry out; answer by ${dueOn}.`),
      ],
    }),
    support: action({
      name: { zh: '填报配合情况', en: 'Say what the co-unit did' },
      from: ['assigned', 'answered'],
      by: [{ role: 'UNIT', tie: { duty: 'support' } }, { role: 'UNIT_HEAD', tie: { duty: 'support' } }],
      tone: 'primary',
      extra: { text: fact.longText({ zh: '配合情况', en: 'What was done' }, { min: 5, max: 500 }) },
      extraAsks: { text: 'must' },
      sets: ['support'],
      effects: ({ matter, actor, today }, { text }) => {
        const mine = actor.kind === 'post' ? actor.unitIds : [];
        const unit = matter.duties.find((duty) => duty.kind === 'support' && duty.state === 'open' && mine.includes(duty.unit))?.unit ?? '';
        return [set({ support: [...(matter.facts.support ?? []), { unit, text, on: today }] }), { do: 'discharge', duty: 'support', unit }];
      },
    }),
    answer: action({
      name: { zh: '反馈落实情况', en: 'Answer what was done' },
      help: { zh: '写清做了什么、结果怎样，有成果的附上。', en: 'What was done and what came of it, with proof where there is any.' },
      from: ['assigned'],
      to: 'answered',
      by: [{ role: 'UNIT', tie: { duty: 'carryOut' } }, { role: 'UNIT_HEAD', tie: { duty: 'carryOut' } }],
      tone: 'primary',
      asks: { answer: 'must' },
      evidence: 0,
      starts: ['check'],
      sets: ['answeredOn', 'isInTime'],
      effects: ({ matter, today }) => [set({ answeredOn: today, isInTime: today <= (matter.facts.dueOn ?? today) }), { do: 'discharge', duty: 'carryOut' }],
    }),
    sendBack: action({
      name: { zh: '退回重报', en: 'Send back' },
      from: ['answered'],
      to: 'assigned',
      by: [office],
      reason: 10,
      stops: ['check'],
      sets: ['answeredOn', 'isInTime', 'returns'],
      effects: ({ matter, setting }) => [
        set({ answeredOn: null, isInTime: null, returns: (matter.facts.returns ?? 0) + 1 }),
        { do: 'owe', duty: 'carryOut', unit: matter.facts.leadUnit ?? '', budget: { n: setting('redo'), unit: 'workday' } },
        toUnit(matter.facts.leadUnit, '落实情况已退回，请按退回意见重新反馈。', 'Your answer was sent back; please answer again.'),
      ],
    }),
    confirm: action({
      name: { zh: '核对办结', en: 'Confirm it is done' },
      from: ['answered'],
      to: 'closed',
      by: [office],
      tone: 'primary',
      stops: ['check'],
      sets: ['closedOn'],
      follows: bothLearn,
      effects: (situation) => [set({ closedOn: situation.today }), { do: 'withdraw', duty: 'support' }, ...report(situation, 'done')],
    }),
    extend: action({
      name: { zh: '批准延期', en: 'Extend' },
      help: { zh: '只在到期之前批准，写明理由；到期后按逾期办理。', en: 'Before its day alone, with the reason; after that it is overdue.' },
      from: ['assigned'],
      by: [officeHead],
      reason: 10,
      extra: { newDueOn: fact.day({ zh: '新的完成时限', en: 'New day' }) },
      extraAsks: { newDueOn: 'must' },
      sets: ['dueOn'],
      follows: bothLearn,
      when: ({ matter, today }) => (today > (matter.facts.dueOn ?? today) ? { refusal: 'tooLateToExtend', detail: { day: matter.facts.dueOn ?? '' } } : undefined),
      check: ({ matter }, { newDueOn }) => (newDueOn <= (matter.facts.dueOn ?? '') ? { refusal: 'notLater', field: 'newDueOn', detail: { day: matter.facts.dueOn ?? '' } } : undefined),
      effects: (situation, { newDueOn }) => {
        const open = situation.matter.duties.filter(({ state }) => state === 'open');
        return [
          set({ dueOn: newDueOn }),
          ...open.flatMap(({ kind, unit }): Effect[] => [{ do: 'withdraw', duty: kind as 'carryOut', unit }, { do: 'owe', duty: kind as 'carryOut', unit, budget: until(situation.today, newDueOn) }]),
          ...report(situation, 'open', newDueOn),
        ];
      },
    }),
    cancel: action({
      name: { zh: '撤销事项', en: 'Cancel' },
      from: ['assigned', 'answered'],
      to: 'cancelled',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      stops: ['check'],
      follows: bothLearn,
      effects: (situation) => [{ do: 'withdraw', duty: 'carryOut' }, { do: 'withdraw', duty: 'support' }, ...report(situation, 'cancelled')],
    }),
  },
});
