import { figure } from '#kernel/figure.ts';

/** What is asked of evaluations. */
export const evaluationCycleFigures = [
  figure({
    key: 'evaluation.published',
    name: { zh: '已公布的亩均评价', en: 'Evaluations published' },
    unit: { zh: '次', en: 'evaluations' },
    definition: { zh: '统计日已公布结果的评价次数，一年一个范围计一次。', en: 'Evaluations whose results are published on the day; a year and a scope count once.' },
    mechanism: 'evaluationCycle',
    where: { stage: ['published', 'archived'] },
    measure: { count: 'matters' },
  }),
];
