import { fact } from '#kernel/fact.ts';
import { action, awaiting, deciding, type Effect, identity, office, set, sorting, told } from './moves.ts';
import { notice, noticeVersion } from './notice.ts';
import { askedAlready, badCall, badIdentity, badReceipt, badTitle, notYetLapsed, type Situation } from './rules.ts';
import { scrub } from '../../scrub.ts';

const content = { topicCall: 'may', title: 'must', grounds: 'must', measure: 'must', photos: 'may', proposerKind: 'must', town: 'may', isMinor: 'may', guardianConsents: 'may', consentsToOriginal: 'may' } as const;
const contentSets = ['original', 'earliestOn', 'receivedOn', 'channel'] as const;

/** What was written is kept sealed; what is worked with holds no numbers, addresses or introduced names. */
function scrubbed(input: { readonly grounds: string; readonly measure: string }): Effect {
  return set({ grounds: scrub(input.grounds), measure: scrub(input.measure), original: `${input.grounds}\n\n${input.measure}` });
}

/** Tied to the call, and its author told where the common answer will stand. */
function answering(topicCall: string | undefined, findMatter: Situation['findMatter']): Effect[] {
  if (topicCall === undefined) return [];
  const title = String(findMatter(topicCall)?.facts['title'] ?? '');
  return [
    { do: 'link', type: 'answersCall', id: topicCall },
    told(`您的建议响应了专项征集“${title}”。征集截止后的集中答复公布在征集页上，您的建议另有自己的答复。`, `Your suggestion answers the call “${title}”. The answer to all stands on its page when it has closed; yours is answered besides.`),
  ];
}

/** What an author sends comes in: by the public page or on behalf, registered, and completed where something is missing. */
export const receivingActions = {
  submit: action({
    name: { zh: '提交建议', en: 'Submit a suggestion' },
    help: { zh: '提交后立即得到查询码，凭码可以看到办到哪一步。', en: 'You get a code at once, and see with it how far your suggestion has come.' },
    from: 'new',
    to: 'submitted',
    by: ['public'],
    tone: 'primary',
    asks: { ...content, ...identity },
    extra: { notice: fact.choice({ zh: '个人信息处理告知', en: 'How personal data are handled' }, { [noticeVersion]: { zh: '我已阅读', en: 'I have read it' } }, { help: notice }) },
    extraAsks: { notice: 'must' },
    sets: contentSets,
    starts: ['registration', 'sortingLimit'],
    check: (situation, input) => badTitle(input.title) ?? badIdentity(input) ?? badCall(situation, input.topicCall, situation.today),
    effects: ({ today, setting, findMatter }, input) => [
      scrubbed(input),
      ...answering(input.topicCall, findMatter),
      set({ channel: 'web', receivedOn: today, earliestOn: today }),
      told(
        `谢谢您的建议，我们已经收到。${setting('registration')}个工作日内登记编号，之后每到一步都会在这里告诉您。请保存好查询码。`,
        `Thank you, we have received your suggestion. It will be registered within ${setting('registration')} working day(s); each step after that is told here. Please keep your code.`,
      ),
    ],
  }),
  registerOnBehalf: action({
    name: { zh: '代为登记', en: 'Register on behalf' },
    help: { zh: '来信、来电、当面提出的，由经办照原意录入，可以附上扫描件。', en: 'Letters, calls and visits are typed in by the office as they were meant; a scan may be added.' },
    from: 'new',
    to: 'registered',
    by: [office],
    tone: 'primary',
    asks: { channel: 'must', receivedOn: 'must', ...content, ...identity, field: 'may', holdsSensitive: 'may' },
    sets: ['original', 'earliestOn', 'registeredOn'],
    numbers: [{ into: 'number', counter: 'suggestion', yearly: true, pattern: 'JY-{year}-{seq:5}' }],
    starts: ['sorting', 'scope', 'decision', 'decisionLimit'],
    check: (situation, input) => {
      if (input.channel === 'web') return { refusal: 'wrongChannel', field: 'channel' };
      return badReceipt(situation, input.receivedOn) ?? badTitle(input.title) ?? badIdentity(input) ?? badCall(situation, input.topicCall, input.receivedOn);
    },
    effects: ({ today, findMatter }, input) => [
      scrubbed(input),
      ...answering(input.topicCall, findMatter),
      set({ earliestOn: input.receivedOn, registeredOn: today }),
      { do: 'start', clock: 'sortingLimit', on: input.receivedOn },
      told('您的建议已经代为登记。办到哪一步，凭查询码都能看到。', 'Your suggestion has been registered for you. With the code you can see each step.'),
    ],
  }),
  register: action({
    name: { zh: '登记', en: 'Register' },
    from: ['submitted'],
    to: 'registered',
    by: [office],
    tone: 'primary',
    asks: { field: 'must', holdsSensitive: 'may' },
    sets: ['registeredOn'],
    numbers: [{ into: 'number', counter: 'suggestion', yearly: true, pattern: 'JY-{year}-{seq:5}' }],
    stops: ['registration'],
    starts: ['sorting', 'scope', 'decision', 'decisionLimit'],
    effects: ({ today, setting }) => [
      set({ registeredOn: today }),
      told(
        `您的建议已经登记编号，正在审看是否属于受理范围。一般${setting('decision')}个工作日内有结论。`,
        `Your suggestion has its number and is being looked at. A decision usually comes within ${setting('decision')} working days.`,
      ),
    ],
  }),
  askSupplement: action({
    name: { zh: '请建议人补充', en: 'Ask for more' },
    help: { zh: '只能要求一次，请一次说清缺什么。等待期间时限中止。', en: 'Only once, so say all that is missing. The clocks stand still meanwhile.' },
    from: ['registered'],
    to: 'supplement',
    by: [office],
    asks: { supplementAsked: 'must' },
    sets: ['supplementAskedOn'],
    starts: ['supplement'],
    when: askedAlready,
    effects: ({ today, setting }, input) => [
      set({ supplementAskedOn: today }),
      ...awaiting('等待建议人补充'),
      told(
        `请您补充：${input.supplementAsked}。请在${setting('supplement')}个工作日内凭查询码补充；逾期先暂停办理，之后补充也可以继续。`,
        `Please add what is missing (“${input.supplementAsked}”) with your code within ${setting('supplement')} working days. Later it can still be taken up again.`,
      ),
    ],
  }),
  supply: action({
    name: { zh: '补充内容', en: 'Add what is missing' },
    from: ['supplement'],
    to: 'registered',
    by: ['author'],
    tone: 'primary',
    asks: { supplement: 'must' },
    sets: ['supplementOriginal'],
    stops: ['supplement'],
    resumes: [...sorting, ...deciding],
    effects: (_situation, input) => [
      set({ supplement: scrub(input.supplement), supplementOriginal: input.supplement }),
      told('补充内容已收到，继续办理。', 'We have what you added and go on.'),
      { do: 'tell', to: { role: 'OFFICE' }, text: { zh: '建议人已补充内容，请继续办理。', en: 'The author has added what was missing.' } },
    ],
  }),
  lapse: action({
    name: { zh: '逾期未补充', en: 'Let it lapse' },
    from: ['supplement'],
    to: 'lapsed',
    by: ['system', office],
    sets: ['lastWordOn'],
    stops: ['supplement'],
    when: notYetLapsed,
    effects: ({ today }) => [
      set({ lastWordOn: today }),
      told('没有等到您的补充，这条建议先暂停办理。您随时可以凭查询码补充，补充后继续办理。', 'Nothing was added in time, so the suggestion rests. Add it at any time with your code and it goes on.'),
    ],
  }),
  revive: action({
    name: { zh: '补充后继续办理', en: 'Add and go on' },
    from: ['lapsed'],
    to: 'registered',
    by: ['author'],
    tone: 'primary',
    asks: { supplement: 'must' },
    sets: ['supplementOriginal', 'lastWordOn'],
    resumes: [...sorting, ...deciding],
    effects: (_situation, input) => [
      set({ supplement: scrub(input.supplement), supplementOriginal: input.supplement, lastWordOn: null }),
      told('补充内容已收到，您的建议恢复办理。', 'We have what you added; your suggestion is taken up again.'),
      { do: 'tell', to: { role: 'OFFICE' }, text: { zh: '建议人已补充内容，请恢复办理。', en: 'The author has added what was missing; please go on.' } },
    ],
  }),
};
