import { addDays } from '#kernel/calendar.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';

/** Whether another finding of the same task is overdue: its light stays red then. */
const others: Computation = {
  asks: ({ matter }) => ({ late: { mechanism: 'finding', where: { all: [{ fact: 'task', in: [String(matter.facts['task'])] }, { fact: 'isOverdue', in: [true] }, { not: { stage: ['withdrawn'] } }] } } }),
  work: ({ matter }, _input, { late = [] }) => ({ isOtherLate: late.some(({ id }) => id !== matter.id) }),
};

/** What findings ask of the server: the others of their task, and a look every night at what is overdue. */
export const serving: MechanismServer = {
  computes: { close: others, withdraw: others },
  nightly: [{ action: 'noteOverdue', where: (today) => ({ all: [{ stage: ['planFiled', 'rectifying', 'claimed', 'groupAgreed', 'siteVerified'] }, { fact: 'dueOn', atMost: addDays(today, -1) }, { not: { fact: 'isOverdue', in: [true] } }] }) }],
};
