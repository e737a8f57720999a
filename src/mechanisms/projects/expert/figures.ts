import { figure } from '#kernel/figure.ts';

const people = { zh: '名', en: 'experts' };

/** What is asked of the pool (projects.md §15.1). */
export const expertFigures = [
  figure({
    key: 'expert.active',
    name: { zh: '在库评审专家', en: 'Active experts' },
    unit: people,
    definition: { zh: '统计日在库的评审专家数，暂停、出库的不计。', en: 'Experts active on the day, without those paused or removed.' },
    mechanism: 'expert',
    where: { stage: ['active'] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'expert.outside',
    name: { zh: '区外专家占比', en: 'Experts from outside' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '在库专家中区外专家的占比。', en: 'Of the active experts, the share from outside the district.' },
    mechanism: 'expert',
    where: { stage: ['active'] },
    measure: { share: { fact: 'isOutside', in: [true] } },
  }),
  figure({
    key: 'expert.declared',
    name: { zh: '今年已申报关联关系', en: 'Declared relations this year' },
    unit: people,
    definition: { zh: '在库专家中今年以来申报过关联关系的人数。', en: 'Active experts who declared their relations since 1 January.' },
    mechanism: 'expert',
    where: { all: [{ stage: ['active'] }, { fact: 'declaredOn', during: 'thisYear' }] },
    measure: { count: 'matters' },
    within: 'expert.active',
  }),
  figure({
    key: 'expert.removedForCause',
    name: { zh: '今年因违规出库', en: 'Removed for misconduct this year' },
    unit: people,
    definition: { zh: '今年因隐瞒利害关系、无故缺席、串通、泄密出库的人数。', en: 'Removed since 1 January for concealment, absences, collusion or leaks.' },
    mechanism: 'expert',
    where: { all: [{ fact: 'removedOn', during: 'thisYear' }, { fact: 'removedFor', in: ['concealment', 'absences', 'collusion', 'leak'] }] },
    measure: { count: 'matters' },
  }),
];
