import { figure } from '#kernel/figure.ts';

const due = { all: [{ fact: 'dueOn', during: 'thisYear' }, { not: { stage: ['released'] } }] } as const;

/** What is asked of the obligations (projects.md §15.1, 监管). */
export const obligationFigures = [
  figure({
    key: 'obligation.due',
    name: { zh: '今年到期的履约义务', en: 'Obligations due this year' },
    unit: { zh: '条', en: 'obligations' },
    definition: { zh: '约定日期在今年1月1日至统计截止日之间的义务，已解除的不计。', en: 'Agreed for a day from 1 January to the as-of day; released ones do not count.' },
    mechanism: 'obligation',
    where: due,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'obligation.kept',
    name: { zh: '到期义务履行率', en: 'Obligations kept' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年到期的义务中，核验通过的占比。', en: 'Of those due this year, the share verified as fulfilled.' },
    mechanism: 'obligation',
    where: due,
    measure: { share: { stage: ['fulfilled'] } },
  }),
  figure({
    key: 'obligation.broken',
    name: { zh: '认定未履行', en: 'Broken' },
    unit: { zh: '条', en: 'obligations' },
    definition: { zh: '今年到期、已认定未履行的义务。', en: 'Due this year and declared broken.' },
    mechanism: 'obligation',
    where: { all: [...due.all, { stage: ['broken'] }] },
    measure: { count: 'matters' },
    within: 'obligation.due',
  }),
];
