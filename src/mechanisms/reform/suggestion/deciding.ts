import { fact } from '#kernel/fact.ts';
import { action, deciding, type Effect, office, officeHead, set, sorting, tellAll, toJoined, told } from './moves.ts';
import { decisions, opinionColumns } from './record.ts';
import { badDecision, badRequest, notExtendable, notReadyToDecide, objectionTooLate, owingUnit } from './rules.ts';
import { scrub } from '../../scrub.ts';

/** Units say what they think, and the office decides, in time or extended once. */
export const decidingActions = {
  requestOpinions: action({
    name: { zh: '征求初评意见', en: 'Ask for opinions' },
    help: { zh: '转给专项小组或主管部门。转出前请核对事由和建议里没有可以认出建议人的信息。', en: 'To special groups or competent units. Check first that nothing tells who the author is.' },
    from: ['registered', 'screening'],
    to: 'screening',
    by: [office],
    tone: 'primary',
    asks: { field: 'must', grounds: 'may', measure: 'may' },
    extra: {
      units: fact.units({ zh: '征求意见单位', en: 'Units to ask' }),
      identityChecked: fact.flag({ zh: '已核对，不含可以认出建议人的信息', en: 'Checked: nothing tells who the author is' }),
    },
    extraAsks: { units: 'must', identityChecked: 'must' },
    stops: sorting,
    check: (situation, input) => badRequest(situation, input.units, input.identityChecked),
    effects: ({ setting }, input) => [
      set({ grounds: input.grounds === undefined ? undefined : scrub(input.grounds), measure: input.measure === undefined ? undefined : scrub(input.measure) }),
      ...[...new Set(input.units)].map((unit): Effect => ({ do: 'owe', duty: 'opinion', unit })),
      told(
        `您的建议属于受理范围，正在请有关单位研究，他们看不到您的身份。单位一般${setting('opinion')}个工作日内提出意见。`,
        `Your suggestion is in scope. The units concerned study it without knowing who you are, usually within ${setting('opinion')} working days.`,
      ),
    ],
  }),
  giveOpinion: action({
    name: { zh: '提出初评意见', en: 'Give an opinion' },
    from: ['screening'],
    by: [
      { role: 'GROUP', tie: { duty: 'opinion' } }, { role: 'GROUP_HEAD', tie: { duty: 'opinion' } },
      { role: 'UNIT', tie: { duty: 'opinion' } }, { role: 'UNIT_HEAD', tie: { duty: 'opinion' } },
    ],
    tone: 'primary',
    extra: opinionColumns,
    extraAsks: { feasible: 'must', authority: 'must', cost: 'may', alreadyDone: 'may', text: 'must', score: 'may' },
    sets: ['opinions'],
    effects: (situation, { feasible, authority, cost, alreadyDone, text, score }) => {
      const unit = owingUnit(situation, 'opinion') ?? '';
      return [
        set({ opinions: [...(situation.matter.facts.opinions ?? []), { unit, feasible, authority, cost, alreadyDone, text, score, on: situation.today }] }),
        { do: 'discharge', duty: 'opinion', unit },
      ];
    },
  }),
  objectAddressee: action({
    name: { zh: '提出异议（非本单位职责）', en: 'Object: wrong addressee' },
    help: { zh: '收到之日起5个工作日内提出，写明理由和应由哪个单位办理。', en: 'Within five working days of receipt, with reasons and the unit that should have it.' },
    from: ['screening'],
    by: [{ role: 'GROUP', tie: { duty: 'opinion' } }, { role: 'UNIT', tie: { duty: 'opinion' } }, { role: 'UNIT_HEAD', tie: { duty: 'opinion' } }],
    extra: { rightUnit: fact.unit({ zh: '应由哪个单位办理', en: 'Unit that should have it' }) },
    extraAsks: { rightUnit: 'may' },
    reason: 10,
    when: objectionTooLate,
    effects: (situation, input) => {
      const unit = owingUnit(situation, 'opinion') ?? '';
      const name = situation.findUnit(unit)?.name ?? unit;
      return [
        { do: 'withdraw', duty: 'opinion', unit },
        { do: 'tell', to: { role: 'OFFICE' }, text: { zh: `${name}提出异议，认为不属其职责：${input.reason ?? ''}`, en: `“${name}” objects as the wrong addressee: “${input.reason ?? ''}”` } },
      ];
    },
  }),
  extendDecision: action({
    name: { zh: '延长结论时限', en: 'Extend the decision' },
    follows: toJoined,
    help: { zh: '只能一次，最长30日，理由会告知建议人。', en: 'Once, 30 days at most; the reason is told to the author.' },
    from: ['registered', 'screening'],
    by: [officeHead],
    extra: { days: fact.whole({ zh: '延长天数（自然日）', en: 'Calendar days' }, { min: 1, max: 30 }) },
    extraAsks: { days: 'must' },
    reason: 10,
    sets: ['extendedOn'],
    when: notExtendable,
    check: ({ setting }, input) => (input.days > setting('extension') ? { refusal: 'extensionTooLong', field: 'days', detail: { days: setting('extension') } } : undefined),
    effects: (situation, input) => [
      set({ extendedOn: situation.today }),
      ...deciding.map((clock): Effect => ({ do: 'extend', clock, by: { n: input.days, unit: 'calendarDay' }, reason: input.reason ?? '' })),
      ...tellAll(situation, `您的建议需要进一步研究，结论延长${input.days}日作出。理由：${input.reason ?? ''}`, `More time is needed: the decision is put off by ${input.days} day(s). Reason: “${input.reason ?? ''}”`),
    ],
  }),
  decide: action({
    name: { zh: '作出结论', en: 'Decide' },
    follows: toJoined,
    from: ['screening'],
    to: ['adopted', 'partlyAdopted', 'reference', 'notAdopted'],
    by: [officeHead],
    tone: 'primary',
    asks: { decision: 'must', decisionReason: 'may', useKind: 'may' },
    sets: ['decidedOn'],
    stops: deciding,
    starts: ['answer'],
    when: notReadyToDecide,
    check: (_situation, input) => badDecision(input.decision, input.decisionReason),
    leads: (_situation, input) => input.decision,
    effects: (situation, input) => [
      set({ decidedOn: situation.today, decisionReason: input.decisionReason === undefined ? undefined : scrub(input.decisionReason) }),
      { do: 'withdraw', duty: 'opinion' },
      ...(input.decision === 'reference' ? [{ do: 'start', clock: 'relook' } satisfies Effect] : []),
      ...tellAll(
        situation,
        `您的建议已有结论：${decisions[input.decision].zh}。${situation.setting('answer')}个工作日内详细答复您。`,
        `Your suggestion has been decided: ${decisions[input.decision].en}. A full answer follows within ${situation.setting('answer')} working days.`,
      ),
    ],
  }),
  relook: action({
    name: { zh: '回看参考件', en: 'Look at it again' },
    follows: toJoined,
    help: { zh: '“留作参考”的每年回看一次：继续留存，或者条件已经具备、重新研究。', en: 'Once a year: keep it for reference, or study it anew now that conditions allow.' },
    from: ['reference', 'answered'],
    to: 'screening',
    by: [office],
    extra: {
      outcome: fact.choice({ zh: '回看结果', en: 'Outcome' }, {
        keep: { zh: '继续留存', en: 'Keep it' },
        reopen: { zh: '重新研究', en: 'Study it anew' },
      }),
    },
    extraAsks: { outcome: 'must' },
    reason: 10,
    sets: ['relookedOn', 'decision', 'decisionReason', 'decidedOn', 'answer', 'nextStep', 'answerMark', 'answeredOn', 'answeredInTime', 'rating', 'ratingComment', 'ratedOn', 'reexamination', 'reexaminedOn', 'extendedOn', 'lastWordOn'],
    stops: ['relook'],
    when: ({ matter }) => (matter.facts.decision === 'reference' ? undefined : 'notForReference'),
    leads: ({ matter }, input) => (input.outcome === 'reopen' ? 'screening' : (matter.stage as 'reference' | 'answered')),
    effects: (situation, input) =>
      input.outcome === 'keep'
        ? [
            set({ relookedOn: situation.today }),
            { do: 'start', clock: 'relook' },
            ...tellAll(situation, `我们又研究了您的建议，条件还不具备，继续留作参考，明年再看。说明：${input.reason ?? ''}`, `We looked at your suggestion again. It stays for reference until next year. Note: “${input.reason ?? ''}”`),
          ]
        : [
            set({
              relookedOn: situation.today, decision: null, decisionReason: null, decidedOn: null, answer: null, nextStep: null, answerMark: null, answeredOn: null, answeredInTime: null,
              rating: null, ratingComment: null, ratedOn: null, reexamination: null, reexaminedOn: null, extendedOn: null, lastWordOn: null,
            }),
            { do: 'stop', clock: 'answer' },
            { do: 'stop', clock: 'reexamination' },
            ...deciding.map((clock): Effect => ({ do: 'start', clock })),
            ...tellAll(situation, `您的建议重新启动研究。说明：${input.reason ?? ''}`, `Your suggestion is being studied anew. Note: “${input.reason ?? ''}”`),
          ],
  }),
};
