import { addDays, daysBetween, type Day } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf, type Situation as SituationOf } from '#kernel/mechanism.ts';
import { obligationFigures } from './figures.ts';
import { obligationRecord, type ObligationRecord } from './record.ts';

type Situation = SituationOf<ObligationRecord>;
type Effect = EffectOf<ObligationRecord>;

const action = actionsOf(obligationRecord);
const secretariat = { role: 'SECRETARIAT' } as const;
const supervisors = [{ role: 'TOWN', tie: 'lead' }, { role: 'ZONE', tie: 'lead' }] as const;
const content = { name: 'must', project: 'must', source: 'must', code: 'must', kind: 'must', target: 'may', measure: 'may', dueOn: 'must', tolerance: 'may', consequence: 'may', clause: 'may', unit: 'must', contact: 'may' } as const;

/** The clock runs to the day agreed, and so does what the contact of the enterprise owes. */
function run(today: Day, { dueOn, unit, contact }: { readonly dueOn: Day; readonly unit: string; readonly contact?: string }): Effect[] {
  const budget = { n: Math.max(0, daysBetween(today, dueOn)), unit: 'calendarDay' } as const;
  return [{ do: 'start', clock: 'due', budget }, ...(contact === undefined ? [] : [{ do: 'owe', duty: 'fulfil', unit, person: contact, budget } satisfies Effect])];
}

/** A promise is kept when the target is reached, the tolerance taken off. */
function fallsShort({ matter }: Situation, actual: number | undefined) {
  const { target, tolerance = 0 } = matter.facts;
  if (target === undefined || (actual ?? 0) >= target * (1 - tolerance / 100)) return undefined;
  return { refusal: 'shortOfTarget', field: 'actual', detail: { actual: actual ?? 0, target } } as const;
}

/** From the agreement to proof that it was kept, or that it was not (projects.md §4). */
export const obligation = mechanism(obligationRecord, {
  figures: obligationFigures,
  importing: { create: 'file', key: 'code' },
  actions: {
    promise: action({
      name: { zh: '随协议生成', en: 'By the agreement' },
      from: 'new',
      to: 'open',
      by: ['system'],
      hidden: true,
      asks: content,
      effects: ({ today }, input) => run(today, input),
    }),
    file: action({
      name: { zh: '登记义务', en: 'Register an obligation' },
      help: { zh: '协议里漏录的义务在这里补登，写明条款。', en: 'For a promise of the agreement that was left out; name its clause.' },
      from: 'new',
      to: 'open',
      by: [secretariat],
      tone: 'primary',
      asks: { ...content, clause: 'must' },
      check: ({ today }, input) => (input.dueOn < today ? { refusal: 'dueInPast', field: 'dueOn' } : undefined),
      effects: ({ today }, input) => run(today, input),
    }),
    claim: action({
      name: { zh: '申报完成', en: 'Claim it is done' },
      from: ['open'],
      to: 'claimed',
      by: [{ role: 'ENTERPRISE', tie: 'involved' }, { role: 'STEWARD' }, ...supervisors],
      tone: 'primary',
      evidence: 1,
      asks: { actual: 'may', doneOn: 'must' },
      sets: ['claimedOn'],
      starts: ['verify'],
      check: (situation, input) => (input.doneOn > situation.today ? { refusal: 'doneInFuture', field: 'doneOn' } : fallsShort(situation, input.actual)),
      effects: ({ today }) => [{ do: 'set', values: { claimedOn: today } }, { do: 'discharge', duty: 'fulfil' }],
    }),
    verify: action({
      name: { zh: '核验通过', en: 'Verify' },
      from: ['claimed'],
      to: 'fulfilled',
      by: [...supervisors, { role: 'STAT' }, { role: 'TAX' }, secretariat],
      tone: 'primary',
      apartFrom: ['claim'],
      evidence: 0,
      stops: ['due', 'verify'],
    }),
    sendBack: action({
      name: { zh: '核验不符', en: 'Not as claimed' },
      from: ['claimed'],
      to: 'open',
      by: [...supervisors, { role: 'STAT' }, { role: 'TAX' }, secretariat],
      apartFrom: ['claim'],
      reason: 10,
      stops: ['verify'],
      sets: ['actual', 'doneOn', 'claimedOn'],
      effects: ({ matter, today }) => [
        { do: 'set', values: { actual: null, doneOn: null, claimedOn: null } },
        ...run(today, { dueOn: matter.facts.dueOn ?? today, unit: matter.facts.unit ?? '', ...(matter.facts.contact === undefined ? {} : { contact: matter.facts.contact }) }).filter((effect) => effect.do === 'owe'),
      ],
    }),
    creditDelay: action({
      name: { zh: '核减政府原因延误', en: 'Credit a delay of the government' },
      help: { zh: '土地未交付、配套滞后、不可抗力，凭证明从期限中扣除。', en: 'Land not delivered, utilities late, force majeure: taken off the clock with proof.' },
      from: ['open'],
      by: [secretariat],
      evidence: 1,
      asks: { creditGrounds: 'must' },
      extra: { days: fact.whole({ zh: '核减天数', en: 'Days credited' }, { min: 1, max: 730 }) },
      extraAsks: { days: 'must' },
      sets: ['creditedDays', 'dueOn'],
      effects: ({ matter }, input) => [
        { do: 'set', values: { creditedDays: (matter.facts.creditedDays ?? 0) + input.days, ...(matter.facts.dueOn === undefined ? {} : { dueOn: addDays(matter.facts.dueOn, input.days) }) } },
        { do: 'extend', clock: 'due', by: { n: input.days, unit: 'calendarDay' }, reason: input.creditGrounds },
      ],
    }),
    declareBroken: action({
      name: { zh: '认定未履行', en: 'Declare it broken' },
      from: ['open'],
      to: 'broken',
      by: [secretariat, { role: 'JOINT' }],
      tone: 'danger',
      reason: 10,
      evidence: 1,
      stops: ['due'],
      effects: () => [{ do: 'withdraw', duty: 'fulfil' }],
      when: ({ matter, today }) => (matter.facts.dueOn !== undefined && matter.facts.dueOn < today ? undefined : { refusal: 'notOverdue', detail: { day: matter.facts.dueOn ?? '' } }),
    }),
    release: action({
      name: { zh: '解除义务', en: 'Release' },
      help: { zh: '协议依程序变更或者终止后，经区领导批准解除。', en: 'After the agreement was changed or ended by its procedure, with the approval of a district leader.' },
      from: ['open'],
      to: 'released',
      by: [{ role: 'LEADER' }],
      tone: 'danger',
      reason: 10,
      evidence: 1,
      stops: ['due'],
      effects: () => [{ do: 'withdraw', duty: 'fulfil' }],
    }),
  },
});
