import { daysBetween } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { suggestionFigures } from './figures.ts';
import { notice, noticeVersion } from './notice.ts';
import { decisions, diversions, opinionColumns, scopeReasons, suggestionRecord, type SuggestionRecord } from './record.ts';
import {
  askedAlready, badAnswer, badAssignment, badAward, badCall, badDecision, badDiversion, badIdentity, badMain, badPlan, badReceipt, badRequest, badTitle, earliestOf, isInTime, noLowRating, notErasable,
  notExtendable, notRateable, notReadyToDecide, notYetLapsed, objectionTooLate, openToMerging, othersJoined, owingUnit, unmergeTooLate, type Situation,
} from './rules.ts';
import { scrub } from './scrub.ts';

type Effect = EffectOf<SuggestionRecord>;

const action = actionsOf(suggestionRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const sorting = ['sorting', 'sortingLimit', 'scope'] as const;
const deciding = ['decision', 'decisionLimit'] as const;
const opening = ['registration', 'supplement', ...sorting, ...deciding] as const;
const closing = ['plan', 'firstReport', 'implementation', 'verification', 'handOver'] as const;
const decided = ['adopted', 'partlyAdopted', 'reporting', 'instructed', 'assigned', 'implementing', 'implemented', 'commended', 'notRealised', 'reference', 'notAdopted', 'answered'] as const;
const toJoined = ['suggestion.hearMain'];
const everywhere = ['submitted', 'registered', 'supplement', 'lapsed', 'diverted', 'rejectedScope', 'merged', 'screening', ...decided, 'withdrawn'] as const;

const told = (zh: string, en: string): Effect => ({ do: 'tell', to: 'author', text: { zh, en } });
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const awaiting = (reason: string): Effect[] => [...sorting, ...deciding].map((clock) => ({ do: 'pause', clock, reason }));

/** A sentence with one full stop, however many its writer gave it. */
function ended(words: string): string {
  return `${words.replace(/[。．.；;，,\s]+$/u, '')}。`;
}

/** The author, and the authors of what was merged in: all of them hear. */
function tellAll({ matter, findMatter }: Situation, zh: string, en: string): Effect[] {
  const joined = (matter.facts.mergedFrom ?? []).filter((id) => findMatter(id)?.stage === 'merged');
  return [told(zh, en), ...joined.map((id): Effect => ({ do: 'follow', mechanism: 'suggestion', id, action: 'hearMain', input: { zh, en } }))];
}

const content = { topicCall: 'may', title: 'must', grounds: 'must', measure: 'must', photos: 'may', proposerKind: 'must', town: 'may', isMinor: 'may', guardianConsents: 'may', consentsToOriginal: 'may' } as const;
const identity = { identityMode: 'must', proposerName: 'may', contact: 'may', consentsToName: 'may', publishedName: 'may' } as const;
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

/** From an idea to its answer: what is done to a suggestion, and by whom. */
export const suggestion = mechanism(suggestionRecord, {
  figures: suggestionFigures,
  importing: { create: 'registerOnBehalf', key: 'title' },
  actions: {
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
    divert: action({
      name: { zh: '转办', en: 'Divert' },
      help: { zh: '不是建议的，转给有权处理的机关，并告知建议人转到哪里、为什么。检举控告只留给两名承办人。', en: 'What is no suggestion goes to the body in charge, and its author is told where and why. An accusation stays with two handlers only.' },
      from: ['submitted', 'registered', 'supplement', 'screening'],
      to: 'diverted',
      by: [office],
      asks: { diversion: 'must', divertedTo: 'may' },
      extra: { firstHandler: fact.person({ zh: '承办人一', en: 'First handler' }), secondHandler: fact.person({ zh: '承办人二', en: 'Second handler' }) },
      extraAsks: { firstHandler: 'may', secondHandler: 'may' },
      reason: 10,
      sets: ['divertedOn', 'lastWordOn'],
      stops: opening,
      when: othersJoined,
      check: (_situation, input) => badDiversion(input),
      effects: ({ today }, input) => {
        const place = diversions[input.diversion];
        return [
          set({ divertedOn: today, lastWordOn: today }),
          { do: 'withdraw', duty: 'opinion' },
          ...(input.diversion === 'discipline' ? [{ do: 'confine', to: [input.firstHandler ?? '', input.secondHandler ?? ''] } satisfies Effect] : []),
          ...(input.divertedTo === undefined ? [] : [{ do: 'owe', duty: 'takeOver', unit: input.divertedTo } satisfies Effect]),
          input.diversion === 'discipline'
            ? told('您反映的情况已按规定转纪检监察机关，内容严格保密，被反映的单位和人员看不到。', 'What you reported was passed to the discipline body. It is kept strictly confidential; those concerned cannot see it.')
            : input.diversion === 'judicial'
              ? told(`您反映的事项应当通过诉讼、仲裁、复议等途径解决。理由：${input.reason ?? ''}`, `This matter is for a court, arbitration or review. Reason: “${input.reason ?? ''}”`)
              : told(
                  `您的来件已转${place.zh}办理。理由：${input.reason ?? ''}为便于联系您，您的姓名和联系方式一并转去，仅用于办理此事。接收单位一般15日内告知您受理情况。`,
                  `Your letter was passed on (${place.en}). Reason: “${input.reason ?? ''}” Your name and contact go with it for this purpose only. You usually hear from there within 15 days.`,
                ),
        ];
      },
    }),
    replyDiverted: action({
      name: { zh: '登记接收单位办理情况', en: 'Record what the receiver did' },
      from: ['diverted'],
      by: [office, officeHead, { role: 'PETITION', tie: { duty: 'takeOver' } }, { role: 'UNIT', tie: { duty: 'takeOver' } }, { role: 'UNIT_HEAD', tie: { duty: 'takeOver' } }],
      asks: { divertedReply: 'must' },
      sets: ['lastWordOn'],
      effects: ({ today }, input) => [
        set({ lastWordOn: today }),
        { do: 'discharge', duty: 'takeOver' },
        told(`接收单位的办理情况：${input.divertedReply}`, `From the receiving unit: “${input.divertedReply}”`),
      ],
    }),
    rejectScope: action({
      name: { zh: '不予受理', en: 'Out of scope' },
      from: ['registered', 'screening'],
      to: 'rejectedScope',
      by: [office],
      tone: 'danger',
      asks: { scopeReason: 'must' },
      reason: 10,
      sets: ['lastWordOn'],
      stops: opening,
      when: othersJoined,
      effects: ({ today }, input) => [
        set({ lastWordOn: today }),
        { do: 'withdraw', duty: 'opinion' },
        told(
          `您的来件${scopeReasons[input.scopeReason].zh}，不在建议受理范围。说明：${input.reason ?? ''}欢迎继续提出改革创新方面的建议。`,
          `Your letter is out of scope here (${scopeReasons[input.scopeReason].en}). Note: “${input.reason ?? ''}” Other suggestions are welcome.`,
        ),
      ],
    }),
    merge: action({
      name: { zh: '并案', en: 'Merge' },
      help: { zh: '系统只提示相似，是否并案由您核对后决定。并案后30日内可以撤销，两位建议人都会知道。', en: 'The platform only suggests; you decide. It can be undone for 30 days, and every author is told.' },
      from: ['registered', 'screening'],
      to: 'merged',
      by: [office],
      asks: { mergedInto: 'must' },
      sets: ['mergedOn'],
      follows: ['suggestion.takeIn'],
      when: othersJoined,
      check: (situation, input) => badMain(situation, input.mergedInto),
      effects: ({ matter, today, findMatter }, input) => {
        const main = findMatter(input.mergedInto);
        const answer = typeof main?.facts['answer'] === 'string' ? main.facts['answer'] : undefined;
        return [
          set({ mergedOn: today }),
          ...awaiting('已并案'),
          { do: 'withdraw', duty: 'opinion' },
          { do: 'link', type: 'mergedInto', id: input.mergedInto },
          { do: 'follow', mechanism: 'suggestion', id: input.mergedInto, action: 'takeIn', input: { duplicate: matter.id } },
          told(
            `您的建议与已登记的${main?.number ?? ''}内容相同，合并办理，结论和答复会同样告诉您。如果您认为不是一回事，请联系改革办。${answer === undefined ? '' : `该建议已有答复：${answer}`}`,
            `Your suggestion says the same as ${main?.number ?? ''} and is handled with it; you get the same answer. If you think they differ, please tell the office.${answer === undefined ? '' : ` It has been answered: “${answer}”`}`,
          ),
        ];
      },
    }),
    takeIn: action({
      name: { zh: '并入同类建议', en: 'Take in a duplicate' },
      from: openToMerging,
      by: ['system'],
      hidden: true,
      extra: { duplicate: fact.matter({ zh: '并入的建议', en: 'Suggestion merged in' }, 'suggestion') },
      extraAsks: { duplicate: 'must' },
      sets: ['mergedFrom', 'earliestOn'],
      effects: ({ matter, findMatter }, input) => {
        const other = findMatter(input.duplicate)?.facts['earliestOn'];
        return [
          set({ mergedFrom: [...(matter.facts.mergedFrom ?? []), input.duplicate], earliestOn: earliestOf([matter.facts.earliestOn, typeof other === 'string' ? other : undefined]) }),
          told('另有群众提出同样的建议，已与您的建议合并办理。', 'Somebody else has suggested the same; both are handled together.'),
        ];
      },
    }),
    unmerge: action({
      name: { zh: '撤销并案', en: 'Undo the merger' },
      from: ['merged'],
      to: 'registered',
      by: [office],
      reason: 10,
      sets: ['mergedInto', 'mergedOn'],
      resumes: [...sorting, ...deciding],
      follows: ['suggestion.release'],
      when: unmergeTooLate,
      effects: ({ matter }) => [
        ...leaveMain(matter.facts.mergedInto, matter.id),
        told('经核对，您的建议与前件不是同一事项，恢复单独办理。', 'On a second look your suggestion differs from the other one and is handled on its own again.'),
      ],
    }),
    release: action({
      name: { zh: '移出同类建议', en: 'Let a duplicate go' },
      from: everywhere,
      by: ['system'],
      hidden: true,
      extra: { duplicate: fact.matter({ zh: '移出的建议', en: 'Suggestion let go' }, 'suggestion') },
      extraAsks: { duplicate: 'must' },
      sets: ['mergedFrom', 'earliestOn'],
      effects: ({ matter, findMatter }, input) => {
        const left = (matter.facts.mergedFrom ?? []).filter((id) => id !== input.duplicate);
        const days = left.map((id) => findMatter(id)?.facts['receivedOn']).map((day) => (typeof day === 'string' ? day : undefined));
        return [set({ mergedFrom: left.length === 0 ? null : left, earliestOn: earliestOf([matter.facts.receivedOn, ...days]) })];
      },
    }),
    hearMain: action({
      name: { zh: '主件进展告知', en: 'News of the main record' },
      from: ['merged'],
      by: ['system'],
      hidden: true,
      extra: { zh: fact.longText({ zh: '中文', en: 'Chinese' }), en: fact.longText({ zh: '英文', en: 'English' }) },
      extraAsks: { zh: 'must', en: 'must' },
      sets: ['lastWordOn'],
      effects: ({ today }, input) => [set({ lastWordOn: today }), told(input.zh, input.en)],
    }),
    hearCall: action({
      name: { zh: '征集答复告知', en: 'Answer of its call' },
      from: everywhere.filter((stage) => stage !== 'withdrawn'),
      by: ['system'],
      hidden: true,
      extra: { title: fact.text({ zh: '征集主题', en: 'Subject' }), answer: fact.longText({ zh: '集中答复', en: 'Collective answer' }) },
      extraAsks: { title: 'must', answer: 'must' },
      effects: (_situation, input) => [told(`您响应的专项征集“${input.title}”已经集中答复：${input.answer}`, `The call “${input.title}” that you answered has its answer: “${input.answer}”`)],
    }),
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
    answer: action({
      name: { zh: '答复', en: 'Answer' },
      follows: toJoined,
      help: { zh: '写明结论、理由和下一步。公开摘要经您确认后才会发布。', en: 'The decision, the reasons and the next step. The public summary appears only as you confirm it here.' },
      from: ['adopted', 'partlyAdopted', 'reporting', 'instructed', 'assigned', 'implementing', 'implemented', 'commended', 'notRealised', 'reference', 'notAdopted'],
      to: 'answered',
      by: [office],
      tone: 'primary',
      asks: { answer: 'must', nextStep: 'must', answerMark: 'must', publicSummary: 'must', isWithheld: 'may' },
      sets: ['answeredOn', 'answeredInTime', 'lastWordOn'],
      stops: ['answer'],
      when: ({ matter }) => (matter.facts.answeredOn === undefined ? undefined : 'answeredAlready'),
      check: badAnswer,
      // An answer ends what was not adopted; where work goes on, the matter stays where it stands.
      leads: ({ matter }) => (matter.stage === 'reference' || matter.stage === 'notAdopted' ? 'answered' : (matter.stage as 'answered')),
      effects: (situation, input) => {
        const { matter, today, setting } = situation;
        const decision: Text = decisions[matter.facts.decision ?? 'reference'];
        const reason = matter.facts.decisionReason === undefined ? { zh: '', en: '' } : { zh: `理由：${ended(matter.facts.decisionReason)}`, en: ` Reasons: “${matter.facts.decisionReason}”.` };
        return [
          set({ answeredOn: today, answeredInTime: isInTime(situation), lastWordOn: today, answer: scrub(input.answer), nextStep: scrub(input.nextStep) }),
          ...tellAll(
            situation,
            `对您建议的答复：${decision.zh}。${reason.zh}${scrub(input.answer)}下一步：${ended(scrub(input.nextStep))}请您在${setting('rating')}日内评价。`,
            `Answer: ${decision.en}.${reason.en} “${scrub(input.answer)}” Next step: “${scrub(input.nextStep)}”. Please rate it within ${setting('rating')} days.`,
          ),
        ];
      },
    }),
    rate: action({
      name: { zh: '评价', en: 'Rate' },
      from: decided,
      by: ['author'],
      tone: 'primary',
      asks: { rating: 'must', ratingComment: 'may' },
      sets: ['ratedOn'],
      when: notRateable,
      effects: ({ today, setting }, input) => [
        set({ ratedOn: today, ratingComment: input.ratingComment === undefined ? undefined : scrub(input.ratingComment) }),
        ...(input.rating <= setting('lowRating')
          ? ([
              { do: 'start', clock: 'reexamination' },
              { do: 'tell', to: { role: 'OFFICE_HEAD' }, text: { zh: '有一条建议评价较低，请复核。', en: 'A suggestion was rated low; please re-examine it.' } },
              told(`谢谢评价。我们会复核一次，${setting('reexamination')}个工作日内告诉您结果。`, `Thank you. We look into it once more and tell you within ${setting('reexamination')} working days.`),
            ] satisfies Effect[])
          : [told('谢谢您的评价。', 'Thank you for rating.')]),
      ],
    }),
    reexamine: action({
      name: { zh: '复核', en: 'Re-examine' },
      follows: toJoined,
      from: decided,
      by: [officeHead],
      asks: { reexamination: 'must', answer: 'may' },
      sets: ['reexaminedOn', 'lastWordOn'],
      stops: ['reexamination'],
      when: noLowRating,
      effects: (situation, input) => [
        set({ reexaminedOn: situation.today, lastWordOn: situation.today, answer: input.answer === undefined ? undefined : scrub(input.answer) }),
        ...tellAll(
          situation,
          `复核情况：${input.reexamination}${input.answer === undefined ? '维持原答复。' : `更正后的答复：${scrub(input.answer)}`}`,
          `Re-examined: “${input.reexamination}” ${input.answer === undefined ? 'The answer stands.' : `The corrected answer: “${scrub(input.answer)}”`}`,
        ),
      ],
    }),
    commend: action({
      name: { zh: '嘉许', en: 'Commend' },
      from: ['implemented'],
      to: 'commended',
      by: [office],
      asks: { award: 'must', awardAmount: 'may' },
      sets: ['awardedOn', 'lastWordOn'],
      numbers: [{ into: 'awardNo', counter: 'commendation', yearly: true }],
      stops: ['commendation'],
      check: badAward,
      effects: ({ today }, input) => [
        set({ awardedOn: today, lastWordOn: today }),
        input.award === 'thanks'
          ? told('您的建议已经落地见效，特致感谢。感谢信凭查询码可以查看。', 'Your suggestion works in practice. A letter of thanks awaits you under your code.')
          : told('您的建议已经落地见效，特予嘉许，领取方式由改革办与您联系。', 'Your suggestion works in practice and is commended; the office will contact you.'),
      ],
    }),
    changeIdentity: action({
      name: { zh: '更改身份方式', en: 'Change how I am named' },
      help: { zh: '可以撤回公开署名的同意，改为匿名，或者匿名后表明身份。', en: 'Take back the consent to be named, become anonymous, or come forward.' },
      from: everywhere,
      by: ['author'],
      asks: identity,
      sets: ['isErased'],
      check: ({ matter }, input) => {
        const { isMinor, guardianConsents } = matter.facts;
        if (input.identityMode === 'anonymous') return badIdentity({ ...input, isMinor, guardianConsents });
        return badIdentity({ ...input, proposerName: input.proposerName ?? matter.facts.proposerName, contact: input.contact ?? matter.facts.contact, isMinor, guardianConsents });
      },
      effects: ({ matter }, input) => {
        const comesForward = matter.facts.identityMode === 'anonymous' && input.identityMode !== 'anonymous';
        return [
          ...(input.identityMode === 'anonymous' ? [set({ proposerName: null, contact: null })] : []),
          ...(input.identityMode === 'realPublic' ? [] : [set({ publishedName: null, consentsToName: null })]),
          ...(comesForward ? [set({ isErased: null })] : []),
          ...(comesForward && matter.stage === 'implemented' ? [{ do: 'start', clock: 'commendation' } satisfies Effect] : []),
          told('身份方式已经更改。', 'How you are named has been changed.'),
        ];
      },
    }),
    stopPublishing: action({
      name: { zh: '不再公开', en: 'Take off the public page' },
      from: everywhere,
      by: ['author', office],
      sets: ['isWithheld', 'publishedName'],
      when: ({ matter }) => (matter.facts.isWithheld === true ? 'hiddenAlready' : undefined),
      effects: () => [set({ isWithheld: true, publishedName: null }), told('这条建议已从公开页面撤下。', 'This suggestion is no longer on the public page.')],
    }),
    erase: action({
      name: { zh: '删除个人信息', en: 'Erase personal data' },
      help: { zh: '删除姓名、联系方式和原文，之后只能凭查询码查看答复。删除后不能恢复。', en: 'Name, contact and original words are gone for good; the answer is then read by code only.' },
      from: everywhere,
      by: ['author', 'system'],
      tone: 'danger',
      sets: ['proposerName', 'contact', 'original', 'supplementOriginal', 'publishedName', 'consentsToName', 'identityMode', 'isErased'],
      when: notErasable,
      effects: ({ actor }) => [
        set({ proposerName: null, contact: null, original: null, supplementOriginal: null, isErased: true }),
        ...(actor.kind === 'system' ? [] : [set({ publishedName: null, consentsToName: null, identityMode: 'anonymous' })]),
        told('您的姓名、联系方式和建议原文已经删除，建议内容去除个人信息后留存。', 'Your name, contact and original words have been erased; the suggestion itself is kept without personal data.'),
      ],
    }),
    withdraw: action({
      name: { zh: '撤回建议', en: 'Withdraw' },
      from: ['submitted', 'registered', 'supplement', 'lapsed', 'screening', 'merged', 'reference', 'notAdopted', 'answered'],
      to: 'withdrawn',
      by: ['author'],
      tone: 'danger',
      sets: ['lastWordOn', 'mergedInto', 'mergedOn'],
      stops: [...opening, 'answer', 'relook', 'reexamination'],
      follows: ['suggestion.release'],
      when: othersJoined,
      effects: ({ matter, today }) => [
        set({ lastWordOn: today }),
        { do: 'withdraw', duty: 'opinion' },
        ...leaveMain(matter.facts.mergedInto, matter.id),
        told('您的建议已经撤回，不再公开，也不再计数。', 'Your suggestion is withdrawn: no longer shown and no longer counted.'),
      ],
    }),
  },
});

function leaveMain(main: string | undefined, id: string): Effect[] {
  if (main === undefined) return [];
  return [
    set({ mergedInto: null, mergedOn: null }),
    { do: 'unlink', type: 'mergedInto', id: main },
    { do: 'follow', mechanism: 'suggestion', id: main, action: 'release', input: { duplicate: id } },
  ];
}
