import type { Condition } from '#kernel/condition.ts';
import { figure } from '#kernel/figure.ts';

const mechanism = 'upperTask';
const piece = { zh: '个', en: 'clauses' };
const thisYear: Condition = { fact: 'receivedOn', during: 'thisYear' };
const named = (level: string): Condition => ({ all: [thisYear, { fact: 'level', in: [level] }, { fact: 'label', present: true }] });

/** What is asked of the clauses from above (reform.md §5, F14, F15). */
export const upperTaskFigures = [
  figure({
    key: 'upperTask.provincialBreakthroughs',
    name: { zh: '省委“七个求突破”', en: 'The province’s seven breakthroughs' },
    unit: piece,
    definition: { zh: '今年收到的省级专项行动（有专门名称的）分解出的条目数。', en: 'Clauses of the named programme of the province received since 1 January.' },
    mechanism,
    where: named('provincial'),
    measure: { count: 'matters' },
    answers: '1.14',
    isPublic: true,
  }),
  figure({
    key: 'upperTask.cityBreakthroughs',
    name: { zh: '市委“十大改革突破行动”', en: 'The city’s ten breakthrough actions' },
    unit: piece,
    definition: { zh: '今年收到的市级专项行动（有专门名称的）分解出的条目数。', en: 'Clauses of the named programme of the city received since 1 January.' },
    mechanism,
    where: named('city'),
    measure: { count: 'matters' },
    answers: '1.15',
    isPublic: true,
  }),
  figure({
    key: 'upperTask.coverage',
    name: { zh: '上级任务承接率', en: 'Coverage of what is set above' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '已落到本区任务的条目数 ÷ 今年收到的全部条目数（签字说明不适用的除外）；要点印发前须为100%。', en: 'Clauses taken up by a task ÷ all clauses received since 1 January but those signed as not applicable; 100 % before the points are issued.' },
    mechanism,
    where: { all: [thisYear, { not: { stage: ['notApplicable'] } }] },
    measure: { share: { stage: ['mapped'] } },
    isPublic: true,
  }),
  figure({
    key: 'upperTask.open',
    name: { zh: '未承接的上级条目', en: 'Clauses not taken up' },
    unit: piece,
    definition: { zh: '目前既没有落到任务、也没有签字说明不适用的条目数。', en: 'Clauses neither taken up by a task nor signed as not applicable.' },
    mechanism,
    where: { stage: ['open', 'naProposed'] },
    measure: { count: 'matters' },
  }),
];
