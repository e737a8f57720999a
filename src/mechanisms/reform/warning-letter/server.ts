import { countBetween, type Day } from '#kernel/calendar.ts';
import { findMatterDueDay, type Matter } from '#kernel/matter.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { lamps, type Lamp } from '../lights.ts';
import { letterParts, talkMinutesParts } from './report.ts';
import { rungs, type LetterRung } from './record.ts';

type Situation = Parameters<Computation['work']>[0];
type Standing = Readonly<{ isYellow: boolean; isRed: boolean; late: number; redBefore: readonly string[]; code: string; unit: unknown; subject: string; grounds: string }>;

const objects = ['finding', 'task', 'followUp'] as const;
const roundOf = (today: string) => `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
const lastPart = (cause: unknown) => String(cause).split(':').at(-1) ?? '';
const text = (value: unknown) => String(value ?? '');

/** What burns by the days it is late: the rounds in which it was ordered are those in which it was red. */
function byDays({ today, calendar, setting }: Situation, dueOn: Day | undefined, letters: readonly Matter[]): Pick<Standing, 'isYellow' | 'isRed' | 'late' | 'redBefore'> {
  const late = dueOn === undefined || dueOn >= today ? 0 : countBetween(calendar, dueOn, today, 'workday');
  const redBefore = letters.filter(({ facts }) => facts['rung'] === 'order').map(({ facts }) => lastPart(facts['cause']));
  return { isYellow: late >= setting('yellowDays'), isRed: late > setting('redDays'), late, redBefore };
}

/** Of nothing chosen nothing is known: the action refuses that itself. */
function ofFinding(situation: Situation, finding: Matter | undefined, letters: readonly Matter[]): Standing {
  const days = byDays(situation, finding && findMatterDueDay(situation.calendar, finding), letters);
  const code = text(finding?.facts['code']);
  return { ...days, code, unit: finding?.facts['unit'] ?? '-', subject: `${code}整改${days.late > 0 ? `逾期${days.late}个工作日` : '情况'}`, grounds: text(finding?.facts['description']) };
}

/** A task burns by its light, and was red in the quarters published as red. */
function ofTask({ facts }: Matter): Standing {
  const light = facts['light'] as Lamp | undefined; // the options of that fact
  const quarters = (facts['quarterLights'] ?? []) as readonly { readonly quarter?: string; readonly light?: string }[];
  const lamp = light === undefined ? '' : lamps[light].zh;
  return {
    isYellow: light === 'yellow' || light === 'orange', isRed: light === 'red', late: 0, code: text(facts['code']), unit: facts['leadUnit'] ?? '-',
    redBefore: quarters.filter((each) => each.light === 'red').flatMap(({ quarter }) => quarter ?? []), subject: `“${text(facts['title']).slice(0, 80)}”亮${lamp}`,
    grounds: `你单位牵头的${text(facts['year'])}年重点改革任务“${text(facts['title'])}”（${text(facts['code'])}，完成时限：${text(facts['dueText'])}），目前亮${lamp}：${text(facts['lightGround'])}。应达进度${text(facts['planned'] ?? 0)}%，实际完成${text(facts['actual'] ?? 0)}%。`,
  };
}

/** A decision of a meeting burns by the days its answer is late. */
function ofDecision(situation: Situation, { id, facts, stage }: Matter, letters: readonly Matter[]): Standing {
  const dueOn = facts['dueOn'] as Day | undefined; // a fact of that kind
  const days = byDays(situation, stage === 'assigned' ? dueOn : undefined, letters);
  return {
    ...days, code: id, unit: facts['leadUnit'] ?? '-', subject: `“${text(facts['content']).slice(0, 80)}”逾期${days.late}个工作日`,
    grounds: `会议决定由你单位牵头“${text(facts['content'])}”，${dueOn === undefined ? '' : `完成时限为${documentDate(dueOn)}，`}至今没有反馈落实情况，逾期${days.late}个工作日。`,
  };
}

/** How the thing stands, in how many rounds it was red, this one included, and whether this rung has fired for it in this round. */
const drafting: Computation = {
  asks: (_situation, input) => {
    const fact = objects.find((name) => input[name] !== undefined) ?? 'finding';
    return { letters: { mechanism: 'warningLetter', where: { all: [{ fact, in: [String(input[fact])] }, { not: { stage: ['discarded'] } }] } } };
  },
  work: (situation, input, { letters = [] }) => {
    const [finding, task, decision] = objects.map((name) => situation.findMatter(String(input[name])));
    const { redBefore, code, ...standing } = task ? ofTask(task) : decision ? ofDecision(situation, decision, letters) : ofFinding(situation, finding, letters);
    const round = roundOf(situation.today);
    const cause = `${code}:${String(input['rung'])}:${round}`;
    return { ...standing, cause, redRounds: standing.isRed ? new Set([...redBefore, round]).size : 0, isFired: letters.some(({ facts }) => facts['cause'] === cause) };
  },
};

/** What letters ask of the server: how the thing stands, and their papers. */
export const serving: MechanismServer = {
  computes: { draft: drafting },
  documents: {
    minutes: {
      name: { zh: '约谈纪要', en: 'Minutes of the talk' },
      when: { fact: 'minutes', present: true },
      parts: talkMinutesParts,
      fileName: ({ matter }) => `约谈纪要 ${String(matter.facts['subject'] ?? '')}`,
    },
    letter: {
      name: { zh: '提醒督办文书', en: 'The letter' },
      parts: letterParts,
      fileName: ({ matter }) => `${rungs[(matter.facts['rung'] as LetterRung | undefined) ?? 'reminder'].zh} ${String(matter.facts['subject'] ?? '')}`,
    },
  },
};
