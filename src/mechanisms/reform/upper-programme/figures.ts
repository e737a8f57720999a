import { figure } from '#kernel/figure.ts';

/** What is asked of the programmes from above. */
export const upperProgrammeFigures = [
  figure({
    key: 'upperProgramme.received',
    name: { zh: '今年上级部署', en: 'Programmes from above this year' },
    unit: { zh: '件', en: 'programmes' },
    definition: { zh: '今年以来收到并登记的国家、省、市改革部署件数。', en: 'Programmes of the nation, the province and the city received since 1 January.' },
    mechanism: 'upperProgramme',
    where: { all: [{ fact: 'receivedOn', during: 'thisYear' }, { not: { stage: ['withdrawn'] } }] },
    measure: { count: 'matters' },
  }),
];
