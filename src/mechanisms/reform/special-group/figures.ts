import { figure } from '#kernel/figure.ts';

/** What is asked of the groups (reform.md §2, F40). */
export const specialGroupFigures = [
  figure({
    key: 'specialGroup.active',
    name: { zh: '专项小组', en: 'Special groups' },
    unit: { zh: '个', en: 'groups' },
    definition: { zh: '统计截止日在运行的改革专项小组数，已撤销的不计。', en: 'Groups active on the as-of day; dissolved ones do not count.' },
    mechanism: 'specialGroup',
    where: { all: [{ stage: ['active'] }, { fact: 'foundedOn', during: 'untilNow' }] },
    measure: { count: 'matters' },
    answers: '1.32',
  }),
];
