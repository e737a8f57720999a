import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { decisionListParts, letterParts, minutesParts, noticeParts } from './report.ts';

/** A session of another body at the same time in the same room: the two are one joint session. */
const findTwin: Computation = {
  asks: (_situation, { heldOn }) => ({ sameDay: { mechanism: 'meeting', where: { all: [{ fact: 'heldOn', in: [String(heldOn)] }, { not: { stage: ['cancelled'] } }] } } }),
  work: ({ matter }, { startAt, place, kind, jointWith }, { sameDay = [] }) => {
    const bodies = [kind, jointWith];
    const other = sameDay.find(({ id, facts }) => id !== matter.id && facts['startAt'] === startAt && facts['place'] === place && !bodies.includes(facts['kind']));
    return { twin: String(other?.facts['name'] ?? '') };
  },
};

const decided = { fact: 'decisions', present: true } as const;

/** What a meeting asks of the server: its papers, and whether it is the other half of a joint session. */
export const serving: MechanismServer = {
  computes: { convene: findTwin, revise: findTwin },
  documents: {
    notice: { name: { zh: '会议通知', en: 'Notice of the meeting' }, when: { fact: 'items', present: true }, parts: noticeParts, fileName: ({ matter }) => `会议通知 ${String(matter.facts['name'])}` },
    minutes: { name: { zh: '会议纪要', en: 'Minutes' }, when: { stage: ['held', 'minuted', 'dispatched', 'followed'] }, parts: minutesParts, fileName: ({ matter }) => `会议纪要 ${String(matter.facts['name'])}` },
    decisions: { name: { zh: '决定事项清单', en: 'List of decisions' }, when: decided, parts: decisionListParts, fileName: ({ matter }) => `决定事项清单 ${String(matter.facts['name'])}` },
    letter: { name: { zh: '工作提醒函', en: 'Letter on the decisions' }, when: { all: [{ fact: 'letterNo', present: true }, decided] }, parts: letterParts, fileName: ({ matter }) => `工作提醒函 ${String(matter.facts['name'])}` },
  },
};
