import { fact } from '#kernel/fact.ts';
import { action, awaiting, deciding, everywhere, leaveMain, office, set, sorting, told } from './moves.ts';
import { badMain, earliestOf, openToMerging, othersJoined, unmergeTooLate } from './rules.ts';

/** Suggestions of the same matter are one: the others are merged into it, and their authors hear what it is told. */
export const joiningActions = {
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
};
