import { daysBetween } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { action, type Effect, office, officeHead, set, tellAll, toJoined } from './moves.ts';
import { badAssignment, badPlan, owingUnit } from './rules.ts';

const closing = ['plan', 'firstReport', 'implementation', 'verification', 'handOver'] as const;

/** What was adopted is reported, instructed, assigned and realised, or is not. */
export const realisingActions = {
  report: action({
    name: { zh: '选入改革专报', en: 'Choose for a bulletin' },
    follows: toJoined,
    from: ['adopted', 'partlyAdopted'],
    to: 'reporting',
    by: ['system'],
    hidden: true,
    asks: { bulletin: 'must' },
    effects: (situation) => tellAll(situation, '您的建议已选入《改革专报》，呈区领导阅看。', 'Your suggestion was chosen for the reform bulletin read by the district’s leaders.'),
  }),
  unreport: action({
    name: { zh: '移出改革专报', en: 'Take out of the bulletin' },
    from: ['reporting'],
    to: ['adopted', 'partlyAdopted'],
    by: ['system'],
    hidden: true,
    sets: ['bulletin'],
    leads: ({ matter }) => (matter.facts.decision === 'partlyAdopted' ? 'partlyAdopted' : 'adopted'),
    effects: () => [set({ bulletin: null })],
  }),
  instruct: action({
    name: { zh: '记录批示', en: 'Record an instruction' },
    follows: toJoined,
    from: ['reporting', 'instructed', 'assigned', 'implementing'],
    to: 'instructed',
    by: ['system'],
    hidden: true,
    extra: {
      leader: fact.text({ zh: '批示领导职务', en: 'Post of the leader' }, { max: 60 }),
      words: fact.longText({ zh: '批示内容', en: 'Words' }, { max: 2000 }),
      on: fact.day({ zh: '批示日期', en: 'On' }),
      dueOn: fact.day({ zh: '要求时限', en: 'Due on' }),
    },
    extraAsks: { leader: 'must', words: 'must', on: 'must', dueOn: 'may' },
    sets: ['instructions'],
    leads: ({ matter }) => (matter.stage === 'reporting' ? 'instructed' : (matter.stage as 'instructed')),
    effects: (situation, { leader, words, on, dueOn }) => [
      set({ instructions: [...(situation.matter.facts.instructions ?? []), { leader, words, on, dueOn }] }),
      ...(situation.matter.stage === 'reporting' ? [{ do: 'start', clock: 'handOver', on } satisfies Effect] : []),
      ...tellAll(situation, '区领导已对您的建议作出批示，即转有关单位办理。', 'A leader of the district has given an instruction on your suggestion; it goes to the units at once.'),
    ],
  }),
  assign: action({
    name: { zh: '交办', en: 'Assign' },
    follows: toJoined,
    help: { zh: '一个承办单位，可以有若干协办单位，各有各的待办和时限。不经专报也可以直接交办。', en: 'One lead unit, and co-units, each with its own duty and clock. No bulletin is needed first.' },
    from: ['adopted', 'partlyAdopted', 'reporting', 'instructed', 'assigned'],
    to: 'assigned',
    by: [office],
    tone: 'primary',
    asks: { leadUnit: 'must', coUnits: 'may', dueOn: 'may', useKind: 'may' },
    sets: ['assignedOn'],
    stops: ['handOver', 'firstReport'],
    starts: ['plan'],
    check: badAssignment,
    effects: (situation, input) => {
      const { today, setting, findUnit } = situation;
      const budget = input.dueOn === undefined ? { n: setting('firstReport'), unit: 'calendarDay' as const } : { n: daysBetween(today, input.dueOn), unit: 'calendarDay' as const };
      const name = findUnit(input.leadUnit)?.name ?? input.leadUnit;
      return [
        set({ assignedOn: today }),
        { do: 'withdraw', duty: 'carryOut' },
        { do: 'withdraw', duty: 'support' },
        { do: 'owe', duty: 'carryOut', unit: input.leadUnit, budget },
        ...[...new Set(input.coUnits ?? [])].map((unit): Effect => ({ do: 'owe', duty: 'support', unit, budget })),
        ...(input.dueOn === undefined ? [{ do: 'start', clock: 'firstReport' } satisfies Effect] : []),
        ...tellAll(situation, `您的建议已交${name}承办，${setting('plan')}个工作日内拿出落实方案。`, `Your suggestion was assigned to “${name}”, which draws up a plan within ${setting('plan')} working days.`),
      ];
    },
  }),
  plan: action({
    name: { zh: '报送落实方案', en: 'Send in the plan' },
    follows: toJoined,
    from: ['assigned'],
    to: 'implementing',
    by: [{ role: 'UNIT', tie: 'lead' }, { role: 'UNIT_HEAD', tie: 'lead' }],
    tone: 'primary',
    asks: { plan: 'must', dueOn: 'must', useKind: 'may' },
    stops: ['plan', 'firstReport'],
    check: (situation, input) => badPlan(situation, input.dueOn),
    effects: (situation, input) => {
      const { matter, today } = situation;
      const budget = { n: daysBetween(today, input.dueOn), unit: 'calendarDay' as const };
      const open = (kind: string) => matter.duties.filter((duty) => duty.kind === kind && duty.state === 'open').map((duty) => duty.unit);
      return [
        { do: 'start', clock: 'implementation', budget },
        // The same duties go on, now until the day of the plan.
        { do: 'withdraw', duty: 'carryOut' },
        { do: 'owe', duty: 'carryOut', unit: matter.facts.leadUnit ?? '', budget },
        ...open('support').flatMap((unit): Effect[] => [{ do: 'withdraw', duty: 'support', unit }, { do: 'owe', duty: 'support', unit, budget }]),
        ...tellAll(situation, `您的建议开始落地转化，计划${input.dueOn}前完成。`, `Your suggestion is being put into practice, to be finished by ${input.dueOn}.`),
      ];
    },
  }),
  recordProgress: action({
    name: { zh: '填报进展', en: 'Record progress' },
    from: ['assigned', 'implementing'],
    by: [{ role: 'UNIT', tie: 'lead' }, { role: 'UNIT', tie: 'co' }, { role: 'UNIT_HEAD', tie: 'lead' }, { role: 'UNIT_HEAD', tie: 'co' }, office],
    extra: {
      text: fact.longText({ zh: '进展情况', en: 'Progress' }, { max: 2000 }),
      ownPartDone: fact.flag({ zh: '本单位协办部分已完成', en: 'Our part as co-unit is done' }),
    },
    extraAsks: { text: 'must', ownPartDone: 'may' },
    sets: ['progress'],
    stops: ['firstReport'],
    effects: (situation, input) => {
      const { matter, actor, today } = situation;
      const unit = owingUnit(situation, 'carryOut') ?? owingUnit(situation, 'support') ?? (actor.kind === 'post' ? actor.unitId : '');
      const done = input.ownPartDone === true ? owingUnit(situation, 'support') : undefined;
      return [
        set({ progress: [...(matter.facts.progress ?? []), { on: today, unit, text: input.text }] }),
        ...(done === undefined ? [] : [{ do: 'discharge', duty: 'support', unit: done } satisfies Effect]),
      ];
    },
  }),
  postpone: action({
    name: { zh: '调整完成时限', en: 'Move the day due' },
    follows: toJoined,
    from: ['implementing'],
    by: [officeHead],
    extra: { newDueOn: fact.day({ zh: '新的完成时限', en: 'New day due' }) },
    extraAsks: { newDueOn: 'must' },
    reason: 10,
    sets: ['dueOn'],
    check: ({ matter }, input) => (input.newDueOn > (matter.facts.dueOn ?? '') ? undefined : { refusal: 'notLater', field: 'newDueOn', detail: { day: matter.facts.dueOn ?? '' } }),
    effects: (situation, input) => [
      set({ dueOn: input.newDueOn }),
      { do: 'extend', clock: 'implementation', by: { n: daysBetween(situation.matter.facts.dueOn ?? situation.today, input.newDueOn), unit: 'calendarDay' }, reason: input.reason ?? '' },
      ...tellAll(situation, `您的建议改为${input.newDueOn}前落地。理由：${input.reason ?? ''}`, `Your suggestion is now to be realised by ${input.newDueOn}. Reason: “${input.reason ?? ''}”`),
    ],
  }),
  claimImplemented: action({
    name: { zh: '申请办结', en: 'Claim it done' },
    help: { zh: '由单位主要负责人签字背书，至少附一份落地证明，再由改革办核验。', en: 'Signed for by the head of the unit with at least one proof, then checked by the reform office.' },
    from: ['implementing'],
    by: [{ role: 'UNIT_HEAD', tie: 'lead' }],
    tone: 'primary',
    asks: { result: 'must' },
    evidence: 1,
    sets: ['claimedOn', 'proofs'],
    starts: ['verification'],
    when: ({ matter }) => (matter.facts.claimedOn === undefined ? undefined : 'claimedAlready'),
    effects: ({ matter, today }, input) => [
      set({ claimedOn: today, proofs: [...(matter.facts.proofs ?? []), ...(input.evidence ?? [])] }),
      { do: 'tell', to: { role: 'OFFICE' }, text: { zh: '承办单位申请办结，请核验。', en: 'The lead unit claims a suggestion done; please check.' } },
    ],
  }),
  returnClaim: action({
    name: { zh: '退回补办', en: 'Return the claim' },
    from: ['implementing'],
    by: [office],
    reason: 10,
    sets: ['claimedOn'],
    stops: ['verification'],
    when: ({ matter }) => (matter.facts.claimedOn === undefined ? 'notClaimed' : undefined),
    effects: ({ matter }, input) => [
      set({ claimedOn: null }),
      { do: 'tell', to: { unit: matter.facts.leadUnit ?? '' }, text: { zh: `办结申请被退回：${input.reason ?? ''}`, en: `The claim was returned: “${input.reason ?? ''}”` } },
    ],
  }),
  confirmImplemented: action({
    name: { zh: '核验办结', en: 'Confirm it done' },
    follows: toJoined,
    help: { zh: '由改革办核对证明，不能与申请人是同一人。', en: 'The office checks the proof; nobody confirms his own claim.' },
    from: ['implementing'],
    to: 'implemented',
    by: [office],
    tone: 'primary',
    apartFrom: ['claimImplemented'],
    sets: ['implementedOn', 'lastWordOn'],
    stops: closing,
    when: ({ matter }) => (matter.facts.claimedOn === undefined ? 'notClaimed' : undefined),
    effects: (situation) => [
      set({ implementedOn: situation.today, lastWordOn: situation.today }),
      { do: 'discharge', duty: 'carryOut' },
      { do: 'discharge', duty: 'support' },
      ...(situation.matter.facts.identityMode === 'anonymous' ? [] : [{ do: 'start', clock: 'commendation' } satisfies Effect]),
      ...tellAll(situation, `您的建议已经落地：${situation.matter.facts.result ?? ''}谢谢您为改革出主意。`, `Your suggestion has become reality: “${situation.matter.facts.result ?? ''}” Thank you.`),
    ],
  }),
  notRealise: action({
    name: { zh: '确认未能落地', en: 'Record that it failed' },
    follows: toJoined,
    from: ['assigned', 'implementing'],
    to: 'notRealised',
    by: [officeHead],
    tone: 'danger',
    reason: 10,
    sets: ['closingReason', 'lastWordOn'],
    stops: closing,
    effects: (situation, input) => [
      set({ closingReason: input.reason, lastWordOn: situation.today }),
      { do: 'withdraw', duty: 'carryOut' },
      { do: 'withdraw', duty: 'support' },
      ...tellAll(situation, `很遗憾，您的建议这次没能落地。原因：${input.reason ?? ''}`, `We regret that your suggestion could not be realised. Reason: “${input.reason ?? ''}”`),
    ],
  }),
};
