import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** The rungs, mildest first (reform.md §11.5). */
export const rungs = {
  reminder: { zh: '提醒函', en: 'Reminder' },
  order: { zh: '督办单', en: 'Supervision order' },
  talk: { zh: '约谈', en: 'Talk' },
  proposal: { zh: '问责建议', en: 'Proposal of accountability' },
} as const;
export type LetterRung = keyof typeof rungs;

/** 提醒督办: one letter of one rung on one matter. */
export const warningLetterRecord = record({
  key: 'warningLetter',
  wing: 'reform',
  name: { zh: '提醒督办', en: 'Warning letters' },
  counter: { zh: '件', en: 'letters' },
  facts: {
    subject: fact.text({ zh: '事由', en: 'Matter' }, { min: 4, max: 120, searched: true }),
    rung: fact.choice({ zh: '层级', en: 'Rung' }, rungs, { indexed: true }),
    unit: fact.unit({ zh: '对象', en: 'To' }, { indexed: true }),
    finding: fact.matter({ zh: '督察问题', en: 'Finding' }, 'finding', { indexed: true }),
    task: fact.matter({ zh: '改革任务', en: 'Task' }, 'task', { indexed: true }),
    followUp: fact.matter({ zh: '会议决定事项', en: 'Decision of a meeting' }, 'followUp', { indexed: true }),
    grounds: fact.longText({ zh: '情况', en: 'How it stands' }, { min: 0, max: 1500, help: { zh: '拟发时的情况，由平台写明，发出后不随进展改变。', en: 'As it stood when the letter was drafted; what happens since does not change it.' } }),
    cause: fact.text({ zh: '触发依据', en: 'Fired by' }, { max: 120, unique: true, help: { zh: '同一事由同一层级只发一次。', en: 'One rung fires once for one cause.' } }),
    demand: fact.longText({ zh: '要求', en: 'Demand' }, { min: 5, max: 1000 }),
    signer: fact.person({ zh: '签发人', en: 'Signed by' }),
    sentOn: fact.day({ zh: '发出日期', en: 'Sent on' }, { indexed: true }),
    answerDays: fact.whole({ zh: '回复工作日', en: 'Working days to answer' }, { min: 0 }),
    answerBy: fact.day({ zh: '回复时限', en: 'To be answered by' }),
    receivedAt: fact.instant({ zh: '签收时间', en: 'Received at' }),
    receivedBy: fact.person({ zh: '签收人', en: 'Received by' }),
    answer: fact.longText({ zh: '回复', en: 'Answer' }, { min: 10, max: 3000 }),
    answeredOn: fact.day({ zh: '回复日期', en: 'Answered on' }),
    weekly: fact.rows({ zh: '每周进展', en: 'Weekly progress' }, { on: fact.day({ zh: '日期', en: 'On' }), words: fact.text({ zh: '进展', en: 'Progress' }, { max: 500 }) }),
    talkOn: fact.day({ zh: '约谈日期', en: 'Talked on' }),
    talkPersons: fact.text({ zh: '约谈对象', en: 'Who was talked to' }, { max: 120 }),
    minutes: fact.longText({ zh: '约谈纪要', en: 'Minutes' }, { min: 20, max: 5000 }),
    commitment: fact.longText({ zh: '表态和承诺', en: 'Commitment' }, { min: 5, max: 2000 }),
    competentBody: fact.text({ zh: '有权机关', en: 'Competent body' }, { min: 2, max: 60 }),
    handedOn: fact.day({ zh: '移送日期', en: 'Handed over on' }),
    decision: fact.longText({ zh: '有权机关的处理', en: 'What the body decided' }, { min: 4, max: 2000 }),
  },
  stages: {
    drafted: { name: { zh: '拟办', en: 'Drafted' }, place: 'main' },
    sent: { name: { zh: '已发出', en: 'Sent' }, place: 'main' },
    received: { name: { zh: '已签收', en: 'Received' }, place: 'main' },
    answered: { name: { zh: '已回复', en: 'Answered' }, place: 'main' },
    closed: { name: { zh: '已办结', en: 'Closed' }, place: 'end' },
    handed: { name: { zh: '已移送', en: 'Handed over' }, place: 'side' },
    discarded: { name: { zh: '不发', en: 'Not sent' }, place: 'end', uncounted: true },
  },
  settings: {
    reminder: { name: { zh: '提醒函回复时限', en: 'To answer a reminder' }, value: 3, min: 1, max: 15, unit: 'workday' },
    order: { name: { zh: '督办单回复时限', en: 'To answer an order' }, value: 5, min: 1, max: 15, unit: 'workday' },
    talk: { name: { zh: '约谈安排时限', en: 'To hold the talk' }, value: 5, min: 1, max: 15, unit: 'workday' },
    yellowDays: { name: { zh: '逾期几个工作日为黄灯', en: 'Working days late: yellow from' }, value: 1, min: 1, max: 10 },
    redDays: { name: { zh: '逾期超过几个工作日为红灯', en: 'Working days late: red above' }, value: 10, min: 1, max: 30 },
    talkRounds: { name: { zh: '几轮红灯约谈', en: 'Red rounds before a talk' }, value: 2, min: 1, max: 4 },
    proposalRounds: { name: { zh: '几轮红灯提请问责', en: 'Red rounds before a proposal' }, value: 3, min: 2, max: 6 },
  },
  clocks: {},
  duties: { answer: { name: { zh: '回复提醒督办', en: 'Answer the letter' }, setting: 'reminder' } },
  links: {
    onFinding: { name: { zh: '督促整改', en: 'urges' }, back: { zh: '收到提醒督办', en: 'is urged by' }, to: 'finding' },
    onTask: { name: { zh: '督促任务', en: 'urges' }, back: { zh: '收到提醒督办', en: 'is urged by' }, to: 'task' },
    onDecision: { name: { zh: '督促决定事项', en: 'urges' }, back: { zh: '收到提醒督办', en: 'is urged by' }, to: 'followUp' },
  },
  refusals: {
    oneObject: { status: 422, zh: '请选择一条督察问题、一项改革任务或者一项会议决定事项，只选其一。', en: 'Choose one finding, one task or one decision, and one only.' },
    notLate: { zh: '没有逾期、没有亮黄灯，还不到发提醒函的时候。', en: 'It is neither late nor yellow; it is no time for a reminder.' },
    notRed: { zh: '还不是红灯（逾期{days}个工作日；问题和决定事项逾期超过{red}个才是），先发提醒函。', en: 'It is not red yet ({days} working days late; findings and decisions are red above {red}). Send a reminder first.' },
    fewRedRounds: { zh: '红灯{rounds}轮，满{needed}轮才能“{rung}”。', en: '{rounds|red round|red rounds}; “{rung}” comes after {needed}.' },
    fired: { zh: '同一事由的“{rung}”本轮已经发过，不重复发。', en: '“{rung}” was fired for this cause in this round already.' },
    notTalk: { zh: '只有约谈才记约谈纪要。', en: 'Only a talk has minutes.' },
    isTalk: { zh: '约谈以纪要办结，不用书面回复。', en: 'A talk is closed by its minutes, not by an answer.' },
    notProposal: { zh: '只有问责建议才移送有权机关。', en: 'Only a proposal is handed to the competent body.' },
    isProposal: { zh: '问责建议不发给单位，移送有权机关研究决定。', en: 'A proposal is not sent to the unit; it is handed to the competent body, which decides.' },
    notOrder: { zh: '只有督办单要求每周报进展。', en: 'Only a supervision order asks for weekly progress.' },
    talkInFuture: { status: 422, zh: '约谈日期不能晚于今天。', en: 'The talk cannot be later than today.' },
    leaderSigns: { zh: '问责建议由区领导审定后移送。', en: 'A proposal is handed over by a district leader.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', LEADER: 'all', TOP: 'all', INSPECTOR: 'all', INSPECT_LEAD: 'all', ASSESS: 'all', UNIT: 'involved', UNIT_HEAD: 'involved', AUDIT: 'all' },
  groups: [
    { name: { zh: '文件', en: 'Letter' }, facts: ['subject', 'rung', 'unit', 'finding', 'task', 'followUp', 'grounds', 'cause', 'demand', 'signer', 'sentOn', 'answerBy', 'answerDays'] },
    { name: { zh: '签收和回复', en: 'Receipt and answer' }, facts: ['receivedAt', 'receivedBy', 'answer', 'answeredOn', 'weekly'] },
    { name: { zh: '约谈', en: 'Talk' }, facts: ['talkOn', 'talkPersons', 'minutes', 'commitment'] },
    { name: { zh: '移送', en: 'Handing over' }, facts: ['competentBody', 'handedOn', 'decision'] },
  ],
  title: 'subject',
  lead: 'unit',
  list: ['subject', 'rung', 'unit', 'sentOn', 'answerBy', 'answeredOn'],
});

/** The letter's record, for types. */
export type WarningLetterRecord = typeof warningLetterRecord;
