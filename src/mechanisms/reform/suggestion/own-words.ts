import { action, type Effect, everywhere, identity, leaveMain, office, opening, set, told } from './moves.ts';
import { badIdentity, notErasable, othersJoined } from './rules.ts';

/** What belongs to its author: name, publication, the words themselves. */
export const ownActions = {
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
};
