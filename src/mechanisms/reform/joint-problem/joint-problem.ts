import { daysBetween } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { jointProblemRecord, type JointProblemRecord } from './record.ts';

type Effect = EffectOf<JointProblemRecord>;

const action = actionsOf(jointProblemRecord);
const office = { role: 'OFFICE' } as const;
const owners = [{ role: 'LEADER' }, { role: 'GROUP_HEAD' }] as const;

/** Listed, met upon every month or quarter, claimed solved, confirmed by whoever leads it. */
export const jointProblem = mechanism(jointProblemRecord, {
  actions: {
    list: action({
      name: { zh: '列入攻坚', en: 'List' },
      from: 'new',
      to: 'open',
      by: [office, { role: 'GROUP_HEAD' }],
      tone: 'primary',
      asks: { problem: 'must', details: 'must', finding: 'may', owner: 'must', leadUnit: 'must', coUnits: 'must', promisedOn: 'must' },
      check: ({ today }, input) => {
        if (input.promisedOn < today) return { refusal: 'promisedInPast', field: 'promisedOn' };
        return input.coUnits.includes(input.leadUnit) ? { refusal: 'leadIsCo', field: 'coUnits' } : undefined;
      },
      effects: ({ today }, { leadUnit, coUnits, promisedOn }) => {
        const budget = { n: daysBetween(today, promisedOn), unit: 'calendarDay' } as const;
        return [{ do: 'start', clock: 'promise', budget }, ...[leadUnit, ...coUnits].map((unit): Effect => ({ do: 'owe', duty: 'part', unit, budget }))];
      },
    }),
    meet: action({
      name: { zh: '记录会商', en: 'Record a meeting' },
      from: ['open'],
      by: [office, ...owners],
      evidence: 0,
      extra: { on: fact.day({ zh: '会商日期', en: 'On' }), decided: fact.text({ zh: '会商意见', en: 'What was agreed' }, { min: 4, max: 500 }) },
      extraAsks: { on: 'must', decided: 'must' },
      sets: ['meetings'],
      check: ({ today }, { on }) => (on > today ? { refusal: 'meetingInFuture', field: 'on' } : undefined),
      effects: ({ matter }, { on, decided }) => [{ do: 'set', values: { meetings: [...(matter.facts.meetings ?? []), { on, decided }] } }],
    }),
    claim: action({
      name: { zh: '报完成', en: 'Claim it is solved' },
      from: ['open'],
      to: 'claimed',
      by: [{ role: 'UNIT_HEAD', tie: 'lead' }],
      tone: 'primary',
      evidence: 1,
      asks: { result: 'must' },
    }),
    confirm: action({
      name: { zh: '确认完成', en: 'Confirm' },
      from: ['claimed'],
      to: 'solved',
      by: owners,
      tone: 'primary',
      stops: ['promise'],
      sets: ['solvedOn', 'isInTime'],
      effects: ({ matter, today }) => [{ do: 'set', values: { solvedOn: today, isInTime: today <= (matter.facts.promisedOn ?? today) } }, { do: 'discharge', duty: 'part' }],
    }),
    sendBack: action({
      name: { zh: '退回继续攻坚', en: 'Return' },
      from: ['claimed'],
      to: 'open',
      by: owners,
      reason: 10,
    }),
    drop: action({
      name: { zh: '撤销', en: 'Drop' },
      from: ['open'],
      to: 'dropped',
      by: [{ role: 'LEADER' }],
      tone: 'danger',
      reason: 10,
      stops: ['promise'],
      effects: () => [{ do: 'withdraw', duty: 'part' }],
    }),
  },
});
