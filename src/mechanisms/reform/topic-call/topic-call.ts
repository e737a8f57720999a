import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { topicCallFigures } from './figures.ts';
import { topicCallRecord, type TopicCallRecord } from './record.ts';
import { badDays, badExtension, isInTime, notOver, openingDay, overAlready, tooLateToOpen } from './rules.ts';

type Effect = EffectOf<TopicCallRecord>;

const action = actionsOf(topicCallRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const content = { title: 'must', background: 'must', wanted: 'must', ways: 'must', field: 'must', leadUnit: 'must', opensOn: 'must', closesOn: 'must' } as const;
const toUnit = (unit: string | undefined, zh: string, en: string): Effect[] => (unit === undefined ? [] : [{ do: 'tell', to: { unit }, text: { zh, en } }]);

/** From the question to the answer given to all who took part. */
export const topicCall = mechanism(topicCallRecord, {
  figures: topicCallFigures,
  actions: {
    draft: action({
      name: { zh: '拟定征集', en: 'Draft a call' },
      help: { zh: '写清背景、想听什么、怎样参与、到哪天为止，由改革办主任审定后公开。', en: 'Say why, what is asked, how to take part and until when; the director approves it before it is public.' },
      from: 'new',
      to: 'draft',
      by: [office],
      tone: 'primary',
      asks: content,
      check: badDays,
    }),
    revise: action({
      name: { zh: '修改', en: 'Revise' },
      from: ['draft'],
      by: [office],
      asks: content,
      check: badDays,
    }),
    publish: action({
      name: { zh: '审定公开', en: 'Approve and publish' },
      help: { zh: '公开后出现在公众页面，群众提建议时可以选它。拟定人不能自己审定。', en: 'It then stands on the public pages, and suggestions may answer it. Nobody approves his own draft.' },
      from: ['draft'],
      to: 'open',
      by: [officeHead],
      tone: 'primary',
      apartFrom: ['draft', 'revise'],
      sets: ['opensOn'],
      when: tooLateToOpen,
      effects: (situation) => [
        { do: 'set', values: { opensOn: openingDay(situation) } },
        ...toUnit(situation.matter.facts.leadUnit, '本单位的专项征集已经公开。', 'The call of your unit is public.'),
      ],
    }),
    extend: action({
      name: { zh: '延长征集', en: 'Prolong' },
      from: ['open'],
      by: [officeHead],
      extra: { newClosesOn: fact.day({ zh: '新的截止日期', en: 'New last day' }) },
      extraAsks: { newClosesOn: 'must' },
      reason: 10,
      sets: ['closesOn'],
      when: overAlready,
      check: (situation, input) => badExtension(situation, input.newClosesOn),
      effects: (_situation, input) => [{ do: 'set', values: { closesOn: input.newClosesOn } }],
    }),
    close: action({
      name: { zh: '截止', en: 'Close' },
      help: { zh: '截止日过后平台当夜自动办理，也可以手工办理；集中答复的时限从截止日起算。', en: 'Done by the platform in the night after the last day, or by hand; the time to answer runs from the last day.' },
      from: ['open'],
      to: 'closed',
      by: ['system', office],
      when: notOver,
      effects: ({ matter, today, setting }) => [
        { do: 'start', clock: 'answer', on: matter.facts.closesOn ?? today },
        { do: 'tell', to: { role: 'OFFICE' }, text: { zh: `专项征集已截止，请在${setting('answer')}个工作日内集中答复。`, en: `A topic call has closed; please answer it within ${setting('answer')} working days.` } },
        ...toUnit(matter.facts.leadUnit, '本单位的专项征集已截止，请配合起草集中答复。', 'The call of your unit has closed; please help to draft the answer.'),
      ],
    }),
    answer: action({
      name: { zh: '集中答复', en: 'Answer' },
      help: { zh: '答复公开在征集页上，并告知每一位选了这次征集的建议人；每件建议仍照常办理。', en: 'The answer stands on the page of the call, and everybody whose suggestion answers it is told; each suggestion still goes its own way.' },
      from: ['closed'],
      to: 'answered',
      by: [office],
      tone: 'primary',
      asks: { answer: 'must', received: 'computed' },
      sets: ['answeredOn', 'answeredInTime'],
      stops: ['answer'],
      follows: ['suggestion.hearCall'],
      effects: (situation, input) => [
        { do: 'set', values: { answeredOn: situation.today, answeredInTime: isInTime(situation) } },
        ...toUnit(situation.matter.facts.leadUnit, '本单位的专项征集已经集中答复。', 'The call of your unit has been answered.'),
        ...input.received.map((id): Effect => ({ do: 'follow', mechanism: 'suggestion', id, action: 'hearCall', input: { title: situation.matter.facts.title ?? '', answer: input.answer } })),
      ],
    }),
    cancel: action({
      name: { zh: '撤销征集', en: 'Cancel' },
      help: { zh: '撤销后不再公开。已经收到的建议照常办理、逐件答复。', en: 'It is public no longer. Suggestions already received are handled and answered one by one.' },
      from: ['draft', 'open'],
      to: 'cancelled',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
    }),
  },
});
