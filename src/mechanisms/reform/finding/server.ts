import { addDays } from '#kernel/calendar.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { closingParts, planParts, rectificationParts } from './report.ts';

/** Whether another finding of the same task is overdue: its light stays red then. */
const others: Computation = {
  asks: ({ matter }) => ({ late: { mechanism: 'finding', where: { all: [{ fact: 'task', in: [String(matter.facts['task'])] }, { fact: 'isOverdue', in: [true] }, { not: { stage: ['withdrawn'] } }] } } }),
  work: ({ matter }, _input, { late = [] }) => ({ isOtherLate: late.some(({ id }) => id !== matter.id) }),
};

/** What findings ask of the server: the others of their task, and a look every night at what is overdue. */
export const serving: MechanismServer = {
  computes: { close: others, withdraw: others },
  documents: {
    plan: { name: { zh: '整改方案', en: 'Plan' }, when: { fact: 'goal', present: true }, parts: planParts, fileName: ({ matter }) => `整改方案 ${String(matter.facts['code'])}` },
    report: { name: { zh: '整改报告', en: 'Report' }, when: { fact: 'result', present: true }, parts: rectificationParts, fileName: ({ matter }) => `整改报告 ${String(matter.facts['code'])}` },
    closing: { name: { zh: '销号申请表', en: 'Application to close' }, when: { fact: 'result', present: true }, parts: closingParts, fileName: ({ matter }) => `销号申请表 ${String(matter.facts['code'])}` },
  },
  nightly: [{ action: 'noteOverdue', where: (today) => ({ all: [{ stage: ['planFiled', 'rectifying', 'claimed', 'groupAgreed', 'siteVerified'] }, { fact: 'dueOn', atMost: addDays(today, -1) }, { not: { fact: 'isOverdue', in: [true] } }] }) }],
};
