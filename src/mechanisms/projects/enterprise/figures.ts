import { figure } from '#kernel/figure.ts';

/** What is asked of the register of enterprises. */
export const enterpriseFigures = [
  figure({
    key: 'enterprise.listed',
    name: { zh: '在册企业', en: 'Enterprises listed' },
    unit: { zh: '家', en: 'enterprises' },
    definition: { zh: '统计日在册的企业数，以统一社会信用代码区分。', en: 'Enterprises listed on the day, told apart by their credit code.' },
    mechanism: 'enterprise',
    where: { stage: ['listed'] },
    measure: { count: 'matters' },
  }),
];
