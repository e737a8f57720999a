import { figure } from '#kernel/figure.ts';

/** What is asked of the circulars. */
export const progressCircularFigures = [
  figure({
    key: 'progressCircular.issued',
    name: { zh: '今年印发的季度进展通报', en: 'Quarterly progress circulars this year' },
    unit: { zh: '期', en: 'circulars' },
    definition: { zh: '今年1月1日至统计截止日印发的季度进展通报期数。', en: 'Circulars issued from 1 January to the as-of day.' },
    mechanism: 'progressCircular',
    where: { fact: 'issuedOn', during: 'thisYear' },
    measure: { count: 'matters' },
  }),
];
