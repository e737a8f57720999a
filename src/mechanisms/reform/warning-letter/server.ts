import { countBetween } from '#kernel/calendar.ts';
import { findMatterDueDay, type Matter } from '#kernel/matter.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { letterParts } from './report.ts';
import { rungs, type LetterRung } from './record.ts';

type Situation = Parameters<Computation['work']>[0];
type Standing = Readonly<{ isYellow: boolean; isRed: boolean; late: number; redBefore: readonly string[]; code: string; unit: unknown; subject: string }>;

const roundOf = (today: string) => `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
const lastPart = (cause: unknown) => String(cause).split(':').at(-1) ?? '';

/** Of nothing chosen nothing is known: the action refuses that itself. A finding burns by the days it is late; the rounds in which it was ordered are those in which it was red. */
function ofFinding({ today, calendar, setting }: Situation, finding: Matter | undefined, letters: readonly Matter[]): Standing {
  const dueOn = finding && findMatterDueDay(calendar, finding);
  const late = dueOn === undefined || dueOn >= today ? 0 : countBetween(calendar, dueOn, today, 'workday');
  const code = String(finding?.facts['code'] ?? '');
  return {
    isYellow: late >= setting('yellowDays'), isRed: late > setting('redDays'), late, code, unit: finding?.facts['unit'] ?? '-',
    redBefore: letters.filter(({ facts }) => facts['rung'] === 'order').map(({ facts }) => lastPart(facts['cause'])), subject: `${code}整改${late > 0 ? `逾期${late}个工作日` : '情况'}`,
  };
}

/** A task burns by its light, and was red in the quarters published as red. */
function ofTask({ facts }: Matter): Standing {
  const light = facts['light'];
  const quarters = (facts['quarterLights'] ?? []) as readonly { readonly quarter?: string; readonly light?: string }[];
  return {
    isYellow: light === 'yellow' || light === 'orange', isRed: light === 'red', late: 0, code: String(facts['code'] ?? ''), unit: facts['leadUnit'] ?? '-',
    redBefore: quarters.filter((each) => each.light === 'red').flatMap(({ quarter }) => quarter ?? []), subject: `“${String(facts['title'] ?? '').slice(0, 80)}”${light === 'red' ? '亮红灯' : '亮黄灯'}`,
  };
}

/** How the thing stands, in how many rounds it was red, this one included, and whether this rung has fired for it in this round. */
const drafting: Computation = {
  asks: (_situation, input) => {
    const fact = input['task'] === undefined ? 'finding' : 'task';
    return { letters: { mechanism: 'warningLetter', where: { all: [{ fact, in: [String(input[fact])] }, { not: { stage: ['discarded'] } }] } } };
  },
  work: (situation, input, { letters = [] }) => {
    const task = situation.findMatter(String(input['task']));
    const { redBefore, code, ...standing } = task ? ofTask(task) : ofFinding(situation, situation.findMatter(String(input['finding'])), letters);
    const round = roundOf(situation.today);
    const cause = `${code}:${String(input['rung'])}:${round}`;
    return { ...standing, cause, redRounds: standing.isRed ? new Set([...redBefore, round]).size : 0, isFired: letters.some(({ facts }) => facts['cause'] === cause) };
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
