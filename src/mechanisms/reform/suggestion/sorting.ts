import { fact } from '#kernel/fact.ts';
import { action, type Effect, office, officeHead, opening, set, told } from './moves.ts';
import { diversions, scopeReasons } from './record.ts';
import { badDiversion, othersJoined } from './rules.ts';

/** What is no suggestion goes to the body in charge, or is told to be out of scope. */
export const sortingActions = {
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
};
