import { figure } from '#kernel/figure.ts';

/** What is asked of due diligence (projects.md §15.1). */
export const dueDiligenceFigures = [
  figure({
    key: 'dueDiligence.concluded',
    name: { zh: '今年完成尽调', en: 'Due diligence concluded this year' },
    unit: { zh: '次', en: 'rounds' },
    definition: { zh: '今年作出通过或者不予推荐结论的尽调次数。', en: 'Rounds accepted or not recommended since 1 January.' },
    mechanism: 'dueDiligence',
    where: { all: [{ fact: 'concludedOn', during: 'thisYear' }, { stage: ['accepted', 'rejected'] }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'dueDiligence.sieved',
    name: { zh: '过筛率', en: 'Sieved out' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年完成的尽调中，不予推荐的占比。', en: 'Of the rounds concluded since 1 January, the share not recommended.' },
    mechanism: 'dueDiligence',
    where: { all: [{ fact: 'concludedOn', during: 'thisYear' }, { stage: ['accepted', 'rejected'] }] },
    measure: { share: { stage: ['rejected'] } },
  }),
  figure({
    key: 'dueDiligence.alike',
    name: { zh: '文字雷同预警', en: 'Reports alike' },
    unit: { zh: '次', en: 'rounds' },
    definition: { zh: '报告文字与既有尽调相似度超过预警线的尽调次数。', en: 'Rounds whose report is more like another one than the alert allows.' },
    mechanism: 'dueDiligence',
    where: { fact: 'isAlike', in: [true] },
    measure: { count: 'matters' },
  }),
];
