import { addWorkdays } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { warningLetterFigures } from './figures.ts';
import { rungs, warningLetterRecord, type LetterRung, type WarningLetterRecord } from './record.ts';
import { badRung, type Situation } from './rules.ts';

type Effect = EffectOf<WarningLetterRecord>;

const action = actionsOf(warningLetterRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const leader = { role: 'LEADER' } as const;
const head = { role: 'UNIT_HEAD', tie: 'lead' } as const;
const liaison = { role: 'UNIT', tie: 'lead' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const writer = ({ actor }: Pick<Situation, 'actor'>): string | undefined => (actor.kind === 'post' ? actor.personId : undefined);
const isRung = ({ matter }: Situation, rung: LetterRung) => matter.facts.rung === rung;
const standing = {
  isYellow: fact.flag({ zh: '黄灯', en: 'Yellow' }), isRed: fact.flag({ zh: '红灯', en: 'Red' }), late: fact.whole({ zh: '逾期工作日', en: 'Working days late' }),
  redRounds: fact.whole({ zh: '红灯轮数', en: 'Red rounds' }), isFired: fact.flag({ zh: '已发过', en: 'Fired already' }),
};
const standingAsks = { isYellow: 'computed', isRed: 'computed', late: 'computed', redRounds: 'computed', isFired: 'computed' } as const;

/** What a letter is about, by the link that ties it: exactly one. */
function objectsOf({ finding, task, followUp }: { readonly finding?: string; readonly task?: string; readonly followUp?: string }): readonly (readonly [string, string])[] {
  return Object.entries({ onFinding: finding, onTask: task, onDecision: followUp }).flatMap(([type, id]) => (id === undefined ? [] : [[type, id] as const]));
}

function owes({ matter, setting }: Situation): Effect {
  const { rung = 'reminder', unit = '' } = matter.facts;
  return { do: 'owe', duty: 'answer', unit, budget: { n: setting(rung === 'order' ? 'order' : rung === 'talk' ? 'talk' : 'reminder'), unit: 'workday' } };
}

/** Reminder, order, talk, proposal: each with number, object, matter, demand, day, signer and the moment it was received. */
export const warningLetter = mechanism(warningLetterRecord, {
  figures: warningLetterFigures,
  actions: {
    draft: action({
      name: { zh: '拟发提醒督办', en: 'Draft a letter' },
      help: { zh: '黄灯发提醒函，红灯发督办单，两轮红灯约谈，三轮红灯或者弄虚作假提请问责；同一层级一轮只发一次。', en: 'A reminder for yellow, an order for red, a talk after two red rounds, a proposal after three or for what was false; each rung once a round.' },
      from: 'new',
      to: 'drafted',
      by: [office],
      tone: 'primary',
      asks: { rung: 'must', finding: 'may', task: 'may', followUp: 'may', demand: 'must', subject: 'computed', unit: 'computed', grounds: 'computed', cause: 'computed' },
      extra: standing,
      extraAsks: standingAsks,
      check: (situation, input) => (objectsOf(input).length === 1 ? badRung(situation, input.rung, input) : { refusal: 'oneObject', field: 'finding' }),
      effects: (_situation, input) => objectsOf(input).map(([type, id]): Effect => ({ do: 'link', type, id })),
    }),
    propose: action({
      name: { zh: '随虚假整改生成', en: 'By false rectification' },
      from: 'new',
      to: 'drafted',
      by: ['system'],
      hidden: true,
      asks: { unit: 'must', finding: 'must', subject: 'must', cause: 'must', demand: 'must' },
      sets: ['rung', 'grounds'],
      effects: ({ findMatter }, { subject, finding }) => [
        set({ rung: 'proposal', grounds: String(findMatter(finding)?.facts['description'] ?? subject).slice(0, 1500) }),
        { do: 'link', type: 'onFinding', id: finding },
        { do: 'tell', to: { role: 'LEADER' }, text: { zh: `${subject}，请审定是否移送有权机关。`, en: 'A finding was rectified falsely. Please decide whether to hand it to the competent body.' } },
      ],
    }),
    sign: action({
      name: { zh: '签发', en: 'Sign and send' },
      from: ['drafted'],
      to: 'sent',
      by: [officeHead, leader],
      tone: 'primary',
      apartFrom: ['draft'],
      numbers: [{ into: 'number', counter: 'warningLetter', yearly: true, pattern: '改革督办〔{year}〕{seq}号' }],
      sets: ['signer', 'sentOn', 'answerBy', 'answerDays'],
      when: (situation) => (isRung(situation, 'proposal') ? 'isProposal' : undefined),
      effects: (situation) => {
        const { matter, today, calendar, setting } = situation;
        const { rung = 'reminder', unit = '' } = matter.facts;
        const days = setting(rung === 'order' ? 'order' : rung === 'talk' ? 'talk' : 'reminder');
        return [
          set({ signer: writer(situation), sentOn: today, answerDays: days, answerBy: addWorkdays(calendar, today, days) }),
          owes(situation),
          { do: 'tell', to: { unit }, text: { zh: `收到${rungs[rung].zh}：${matter.facts.subject ?? ''}，请签收。`, en: `A ${rungs[rung].en.toLowerCase()} has come. Please sign for it.` } },
        ];
      },
    }),
    receive: action({
      name: { zh: '签收', en: 'Sign for it' },
      from: ['sent'],
      to: 'received',
      by: [liaison, head],
      tone: 'primary',
      sets: ['receivedAt', 'receivedBy'],
      effects: (situation) => [set({ receivedAt: situation.now, receivedBy: writer(situation) })],
    }),
    answerLetter: action({
      name: { zh: '回复', en: 'Answer' },
      from: ['sent', 'received'],
      to: 'answered',
      by: [head],
      tone: 'primary',
      evidence: 0,
      asks: { answer: 'must' },
      sets: ['answeredOn'],
      when: (situation) => (isRung(situation, 'talk') ? 'isTalk' : undefined),
      effects: ({ today }) => [set({ answeredOn: today }), { do: 'discharge', duty: 'answer' }],
    }),
    reportWeekly: action({
      name: { zh: '报每周进展', en: 'Report the week' },
      from: ['received', 'answered'],
      by: [liaison, head],
      evidence: 0,
      extra: { words: fact.text({ zh: '本周进展', en: 'This week' }, { min: 5, max: 500 }) },
      extraAsks: { words: 'must' },
      sets: ['weekly'],
      when: (situation) => (isRung(situation, 'order') ? undefined : 'notOrder'),
      effects: ({ matter, today }, { words }) => [set({ weekly: [...(matter.facts.weekly ?? []), { on: today, words }] })],
    }),
    sendBack: action({
      name: { zh: '退回重答', en: 'Ask for a better answer' },
      from: ['answered'],
      to: 'received',
      by: [office, officeHead],
      reason: 10,
      sets: ['answeredOn'],
      effects: (situation) => [set({ answeredOn: null }), owes(situation)],
    }),
    accept: action({
      name: { zh: '办结', en: 'Close' },
      from: ['answered'],
      to: 'closed',
      by: [office, officeHead],
      tone: 'primary',
    }),
    holdTalk: action({
      name: { zh: '记录约谈', en: 'Record the talk' },
      help: { zh: '写明约谈对象、事实、要求和表态，附纪要签字件。', en: 'Who was talked to, facts, demands and what was promised, with the signed minutes.' },
      from: ['sent', 'received'],
      to: 'closed',
      by: [officeHead, leader],
      tone: 'primary',
      evidence: 1,
      asks: { talkOn: 'must', talkPersons: 'must', minutes: 'must', commitment: 'must' },
      when: (situation) => (isRung(situation, 'talk') ? undefined : 'notTalk'),
      check: ({ today }, { talkOn }) => (talkOn > today ? { refusal: 'talkInFuture', field: 'talkOn' } : undefined),
      effects: () => [{ do: 'discharge', duty: 'answer' }],
    }),
    handOver: action({
      name: { zh: '移送有权机关', en: 'Hand to the competent body' },
      help: { zh: '平台只提建议，是否问责、如何问责由有权机关决定。', en: 'The platform proposes; whether and how anybody is held to account, the body decides.' },
      from: ['drafted'],
      to: 'handed',
      by: [leader, officeHead],
      tone: 'danger',
      evidence: 1,
      reason: 10,
      asks: { competentBody: 'must' },
      sets: ['handedOn', 'signer'],
      when: (situation) => {
        if (!isRung(situation, 'proposal')) return 'notProposal';
        return situation.actor.kind === 'post' && !situation.actor.roles.includes('LEADER') ? 'leaderSigns' : undefined;
      },
      effects: (situation) => [set({ handedOn: situation.today, signer: writer(situation) })],
    }),
    recordDecision: action({
      name: { zh: '登记有权机关的处理', en: 'Record what the body decided' },
      from: ['handed'],
      to: 'closed',
      by: [office, officeHead],
      evidence: 1,
      asks: { decision: 'must' },
    }),
    discard: action({
      name: { zh: '不发', en: 'Do not send' },
      from: ['drafted'],
      to: 'discarded',
      by: [officeHead, leader],
      tone: 'danger',
      reason: 10,
    }),
  },
});
