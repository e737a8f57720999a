import { countBetween } from '#kernel/calendar.ts';
import { findMatterDueDay } from '#kernel/matter.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { letterParts } from './report.ts';
import { rungs, type LetterRung } from './record.ts';

/** How late the finding is, how often it was red when a letter went out, and whether this rung has fired for it in this round. */
const drafting: Computation = {
  asks: (_situation, input) => ({ letters: { mechanism: 'warningLetter', where: { all: [{ fact: 'finding', in: [String(input['finding'])] }, { not: { stage: ['discarded'] } }] } } }),
  work: ({ findMatter, today, calendar, setting }, input, { letters = [] }) => {
    const finding = findMatter(String(input['finding']));
    const code = String(finding?.facts['code'] ?? '');
    const dueOn = finding && findMatterDueDay(calendar, finding);
    const late = dueOn === undefined || dueOn >= today ? 0 : countBetween(calendar, dueOn, today, 'workday');
    const round = `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
    const isRed = late > setting('redDays');
    // Orders are sent to what is red, one a round: so many rounds it was red, this one included.
    const ordered = new Set(letters.filter(({ facts }) => facts['rung'] === 'order').map(({ facts }) => String(facts['cause']).split(':').at(-1)));
    const cause = `${code}:${String(input['rung'])}:${round}`;
    return {
      isYellow: late >= setting('yellowDays'), isRed, late, redRounds: isRed ? new Set([...ordered, round]).size : 0, isFired: letters.some(({ facts }) => facts['cause'] === cause),
      cause, unit: String(finding?.facts['unit'] ?? ''), subject: `${code}整改${late > 0 ? `逾期${late}个工作日` : '情况'}`,
    };
  },
};

/** What letters ask of the server: how the finding stands, and their paper. */
export const serving: MechanismServer = {
  computes: { draft: drafting },
  documents: {
    letter: {
      name: { zh: '提醒督办文书', en: 'The letter' },
      parts: letterParts,
      fileName: ({ matter }) => `${rungs[(matter.facts['rung'] as LetterRung | undefined) ?? 'reminder'].zh} ${String(matter.facts['subject'] ?? '')}`,
    },
  },
};
