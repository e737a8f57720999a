import { actionsOf, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { ifCancelled } from '../evaluation-cancelled.ts';
import { evaluationSheetRecord, type EvaluationSheetRecord } from './record.ts';
import { answeredByOther, badAnswer, corrected, notDelivered, notYetSilent, readingOf, remindedEnough, sourceOf } from './rules.ts';

type Effect = EffectOf<EvaluationSheetRecord>;

const action = actionsOf(evaluationSheetRecord);
const enterprise = { role: 'ENTERPRISE', tie: { duty: 'confirm' } } as const;
const industry = { role: 'INDUSTRY' } as const;
export const owning = [{ role: 'TAX' }, { role: 'STAT' }, { role: 'NATURAL' }, { role: 'ECOLOGY' }, { role: 'POWER' }, { role: 'LABOUR' }, { role: 'TOWN' }, { role: 'ZONE' }] as const;

const confirmed = (today: string, by: 'enterprise' | 'paper' | 'silence' | 'answer'): Effect => ({ do: 'set', values: { confirmedBy: by, confirmedOn: today } });

/** One enterprise, one sheet: confirmed, disputed, answered (parks.md §2.2). A duty is discharged however it was confirmed: one withdrawn would hide the sheet from its enterprise. */
export const confirming = {
  open: action({
    name: { zh: '生成评价单', en: 'Open a sheet' },
    from: 'new',
    to: 'open',
    by: ['system'],
    hidden: true,
    asks: { name: 'must', cycle: 'must', enterprise: 'may', creditCode: 'must', key: 'must', year: 'must', scope: 'must', industry: 'may', host: 'must', agent: 'may', readings: 'must', taxChange: 'may' },
    sets: ['reminders'],
    check: ifCancelled,
    effects: (_situation, { agent, host }) => [{ do: 'set', values: { reminders: 0 } }, ...(agent === undefined ? [] : [{ do: 'owe', duty: 'confirm', unit: host, person: agent } satisfies Effect])],
  }),
  confirm: action({
    name: { zh: '确认数据', en: 'Confirm the data' },
    help: { zh: '核对官方数据；可以自报用地面积，只在试算时用来核对。', en: 'Check the official data; you may declare your land, which the trial run holds against them and nothing else.' },
    from: ['open'],
    to: 'confirmed',
    by: [enterprise],
    tone: 'primary',
    asks: { declaredLand: 'may' },
    sets: ['confirmedBy', 'confirmedOn'],
    effects: ({ today }) => [confirmed(today, 'enterprise'), { do: 'discharge', duty: 'confirm' }],
  }),
  confirmOnPaper: action({
    name: { zh: '代录纸质确认', en: 'Enter a confirmation on paper' },
    from: ['open'],
    to: 'confirmed',
    by: [industry, { role: 'TOWN' }, { role: 'ZONE' }],
    evidence: 1,
    asks: { declaredLand: 'may' },
    sets: ['confirmedBy', 'confirmedOn'],
    effects: ({ today }) => [confirmed(today, 'paper'), { do: 'discharge', duty: 'confirm' }],
  }),
  remind: action({
    name: { zh: '催办', en: 'Remind' },
    from: ['open'],
    by: ['system', industry],
    sets: ['reminders', 'remindedOn'],
    when: remindedEnough,
    effects: ({ matter: { facts }, today }) => [
      { do: 'set', values: { reminders: (facts.reminders ?? 0) + 1, remindedOn: today } },
      ...(facts.agent === undefined ? [] : [{ do: 'tell', to: { person: facts.agent }, text: { zh: `请确认${facts.year ?? ''}年亩均评价数据；逾期不答复视为确认。`, en: `Please confirm the data of the evaluation of ${facts.year ?? ''}; silence will be taken as consent.` } } satisfies Effect]),
    ],
  }),
  assumeConfirmed: action({
    name: { zh: '逾期视为确认', en: 'Silence is taken as consent' },
    from: ['open'],
    to: 'confirmed',
    by: ['system', industry],
    sets: ['confirmedBy', 'confirmedOn'],
    when: notYetSilent,
    effects: ({ today }) => [confirmed(today, 'silence'), { do: 'discharge', duty: 'confirm' }],
  }),
  dispute: action({
    name: { zh: '对数据提出异议', en: 'Object to the data' },
    help: { zh: '写明哪一项、主张多少、凭什么，并附证明。', en: 'Which of the data, how much it should be, on what grounds, with a proof.' },
    from: ['open'],
    to: 'disputed',
    by: [enterprise],
    evidence: 1,
    asks: { disputed: 'must', claimed: 'must', grounds: 'must' },
    starts: ['answer'],
    check: (situation, { disputed }) => notDelivered(situation, disputed),
    effects: () => [{ do: 'discharge', duty: 'confirm' }],
  }),
  answerDispute: action({
    name: { zh: '核查答复', en: 'Answer' },
    help: { zh: '由数据责任单位答复；成立的附盖章依据，读数更正，原数保留。', en: 'By the owner of the data; if upheld with a stamped proof: the reading is corrected, the first one kept.' },
    from: ['disputed'],
    to: 'confirmed',
    by: owning,
    tone: 'primary',
    evidence: 0,
    asks: { upheld: 'must', correctedValue: 'may', answer: 'must' },
    stops: ['answer'],
    sets: ['answeredOn', 'confirmedBy', 'confirmedOn', 'readings', 'correctedValue'],
    when: (situation) => answeredByOther(situation, situation.matter.facts.disputed ?? 'tax'),
    check: (_situation, input) => badAnswer(input),
    effects: (situation, { upheld, correctedValue }) => {
      const { matter: { facts }, today, now } = situation;
      const quantity = facts.disputed ?? 'tax';
      const change = upheld && correctedValue !== undefined;
      return [
        confirmed(today, 'answer'),
        { do: 'set', values: { answeredOn: today, ...(change ? { readings: corrected(facts.readings, quantity, correctedValue, sourceOf(quantity, '异议更正'), now) } : {}) } },
        ...(change ? [{ do: 'read', readings: [readingOf(situation, quantity, correctedValue, '异议更正')] } satisfies Effect] : []),
        ...(facts.agent === undefined ? [] : [{ do: 'tell', to: { person: facts.agent }, text: upheld ? { zh: '您提出的数据异议成立，已更正。', en: 'Your objection is upheld; the data are corrected.' } : { zh: '您提出的数据异议不成立，答复见评价单。', en: 'Your objection is not upheld; the answer is on the sheet.' } } satisfies Effect]),
      ];
    },
  }),
  cancel: action({
    name: { zh: '随评价取消', en: 'Cancelled with the evaluation' },
    from: ['open', 'disputed', 'confirmed'],
    to: 'cancelled',
    by: ['system'],
    hidden: true,
    stops: ['answer'],
    effects: ({ matter: { facts, stage } }) => [
      { do: 'discharge', duty: 'confirm' },
      ...(facts.agent === undefined || stage === 'confirmed' ? [] : [{ do: 'tell', to: { person: facts.agent }, text: { zh: `${facts.year ?? ''}年亩均评价已取消，评价单不用再确认。`, en: `The evaluation of ${facts.year ?? ''} is cancelled; there is nothing to confirm any more.` } } satisfies Effect]),
    ],
  }),
};
