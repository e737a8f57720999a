import { figure } from '#kernel/figure.ts';

const open = { all: [{ stage: ['listed', 'maintenance'] }, { fact: 'openLevel', in: ['all', 'members'] }] } as const;
const thisYear = { fact: 'hoursOn', during: 'thisYear' } as const;
const instruments = { zh: '台（套）', en: 'instruments' };

/** What is asked of the instruments (innovation.md §1.3). */
export const instrumentFigures = [
  figure({
    key: 'instrument.open',
    name: { zh: '开放共享仪器', en: 'Instruments open to others' },
    unit: instruments,
    definition: { zh: '统计日面向社会或者联盟成员开放的仪器，停机维护的仍计。', en: 'Instruments open to everybody or to members on the day, those under maintenance among them.' },
    mechanism: 'instrument',
    where: open,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'instrument.large',
    name: { zh: '其中大型仪器', en: 'Large ones among them' },
    unit: instruments,
    definition: { zh: '开放共享仪器中原值30万元以上（参数可改）的。', en: 'Of these, those of 300,000 yuan and more (a setting).' },
    mechanism: 'instrument',
    where: { all: [open, { fact: 'isLarge', in: [true] }] },
    measure: { count: 'matters' },
    within: 'instrument.open',
  }),
  figure({
    key: 'instrument.sharing',
    name: { zh: '仪器共享率', en: 'Sharing rate' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年登记过机时的仪器，对外机时之和占对外、自用机时之和的比例。', en: 'Of the instruments with hours this year: the hours for others over all hours.' },
    mechanism: 'instrument',
    where: thisYear,
    measure: { ratio: ['external'], over: ['whole'], as: 'share' },
  }),
  figure({
    key: 'instrument.hours',
    name: { zh: '今年对外机时', en: 'Hours for others this year' },
    unit: { zh: '小时', en: 'hours' },
    definition: { zh: '今年登记过机时的仪器对外机时合计。', en: 'The hours for others of the instruments with hours this year.' },
    mechanism: 'instrument',
    where: thisYear,
    measure: { sum: 'external' },
  }),
];
