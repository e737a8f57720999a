import type { Text } from '#kernel/words.ts';
import { action, decided, type Effect, office, officeHead, set, tellAll, toJoined, told } from './moves.ts';
import { decisions } from './record.ts';
import { badAnswer, badAward, isInTime, noLowRating, notRateable } from './rules.ts';
import { scrub } from '../../scrub.ts';

/** A sentence with one full stop, however many its writer gave it. */
function ended(words: string): string {
  return `${words.replace(/[。．.；;，,\s]+$/u, '')}。`;
}

/** The author is answered, rates, asks again, and is thanked. */
export const answeringActions = {
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
};
