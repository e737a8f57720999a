import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { workingMechanismFigures } from './figures.ts';
import { workingMechanismRecord } from './record.ts';

const action = actionsOf(workingMechanismRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;

/** A way of working from the day it is in force to the day it ends, looked back on every year. */
export const workingMechanism = mechanism(workingMechanismRecord, {
  figures: workingMechanismFigures,
  actions: {
    enter: action({
      name: { zh: '列入目录', en: 'List a mechanism' },
      from: 'new',
      to: 'inForce',
      by: [office],
      tone: 'primary',
      asks: { name: 'must', area: 'must', purpose: 'must', how: 'must', leadUnit: 'must', basis: 'may', indicator: 'may', inForceOn: 'must' },
      check: ({ today }, input) => (input.inForceOn > today ? { refusal: 'laterThanToday', field: 'inForceOn' } : undefined),
      effects: (_situation, input) => [{ do: 'start', clock: 'review', on: input.inForceOn }],
    }),
    change: action({
      name: { zh: '调整', en: 'Change' },
      help: { zh: '责任单位、运行办法、指标有变动时办理，写明理由；原来的在留痕里。', en: 'When its unit, its way or its indicator changes, with the reason; what was before stays in the trace.' },
      from: ['inForce'],
      by: [office],
      reason: 5,
      asks: { how: 'may', leadUnit: 'may', basis: 'may', indicator: 'may' },
    }),
    lookBack: action({
      name: { zh: '年度检视', en: 'Look back' },
      help: { zh: '对照年度指标写清管不管用、改哪里；下一次检视从当天起算。', en: 'Say against its indicator whether it works and what to change; the next time runs from that day.' },
      from: ['inForce'],
      by: [officeHead],
      tone: 'primary',
      asks: { review: 'must' },
      sets: ['reviewedOn'],
      effects: ({ today }) => [{ do: 'set', values: { reviewedOn: today } }, { do: 'start', clock: 'review' }],
    }),
    end: action({
      name: { zh: '停止', en: 'End' },
      from: ['inForce'],
      to: 'ended',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      stops: ['review'],
      sets: ['endedOn'],
      effects: ({ today }) => [{ do: 'set', values: { endedOn: today } }],
    }),
  },
});
