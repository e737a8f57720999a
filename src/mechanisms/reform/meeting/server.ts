import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';

/** A session of another body at the same time in the same room: the two are one joint session. */
const findTwin: Computation = {
  asks: (_situation, { heldOn }) => ({ sameDay: { mechanism: 'meeting', where: { all: [{ fact: 'heldOn', in: [String(heldOn)] }, { not: { stage: ['cancelled'] } }] } } }),
  work: ({ matter }, { startAt, place, kind, jointWith }, { sameDay = [] }) => {
    const bodies = [kind, jointWith];
    const other = sameDay.find(({ id, facts }) => id !== matter.id && facts['startAt'] === startAt && facts['place'] === place && !bodies.includes(facts['kind']));
    return { twin: String(other?.facts['name'] ?? '') };
  },
};

/** What a meeting asks of the server. */
export const serving: MechanismServer = {
  computes: { convene: findTwin, revise: findTwin },
};
