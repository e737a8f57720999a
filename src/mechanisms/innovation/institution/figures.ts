import { figure } from '#kernel/figure.ts';

const bodies = { zh: '家', en: 'institutions' };
const national = { fact: 'isNational', in: [true] } as const;
const operating = { stage: ['operating'] } as const;
const thisYear = (fact: string) => ({ fact, during: 'thisYear' }) as const;
const nationalNow = { all: [national, operating] } as const;

/** What is asked of the register (innovation.md §1.3, §14): a stock on the day with its base, what came and what left. */
export const institutionFigures = [
  figure({
    key: 'institution.national',
    name: { zh: '国字号院所高校', en: 'National institutes and universities' },
    unit: bodies,
    definition: { zh: '统计日处于运行、国字号已凭原件核定的不同机构数；是存量，停运、退出之日起不计。', en: 'Distinct institutions operating on the day whose national name is confirmed against the original: a stock, without those suspended or gone.' },
    mechanism: 'institution',
    where: nationalNow,
    measure: { count: 'matters' },
    answers: '2.3',
    within: 'institution.operating',
  }),
  figure({
    key: 'institution.nationalBase',
    name: { zh: '国字号院所上年底数', en: 'National ones at the end of last year' },
    unit: bodies,
    definition: { zh: '上年底在运行的国字号院所：现在在运行的加上今年停运、退出的，减去今年开始运行的。', en: 'National ones that operated at the end of last year: those of today and those that stopped this year, without those that began this year.' },
    mechanism: 'institution',
    where: { all: [national, { not: thisYear('operatingOn') }, { any: [operating, thisYear('leftOn')] }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'institution.nationalAdded',
    name: { zh: '今年新增国字号院所', en: 'National ones added this year' },
    unit: bodies,
    definition: { zh: '今年开始运行、统计日仍在运行的国字号院所。', en: 'National ones that began this year and operate on the day.' },
    mechanism: 'institution',
    where: { all: [nationalNow, thisYear('operatingOn')] },
    measure: { count: 'matters' },
    within: 'institution.national',
  }),
  figure({
    key: 'institution.nationalLeft',
    name: { zh: '今年减少国字号院所', en: 'National ones gone this year' },
    unit: bodies,
    definition: { zh: '上年底在运行、今年停运或者退出的国字号院所。', en: 'National ones that operated at the end of last year and stopped or left since.' },
    mechanism: 'institution',
    where: { all: [national, { not: operating }, thisYear('leftOn'), { not: thisYear('operatingOn') }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'institution.operating',
    name: { zh: '在运行院所高校', en: 'Institutions operating' },
    unit: bodies,
    definition: { zh: '统计日处于运行的院所高校。', en: 'Institutions operating on the day.' },
    mechanism: 'institution',
    where: operating,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'institution.researchers',
    name: { zh: '院所在岗科研人员', en: 'Researchers at work' },
    unit: { zh: '人', en: 'people' },
    definition: { zh: '在运行院所高校最近一次登记的在岗科研人员合计。', en: 'Researchers at work in the institutions that operate, as last entered.' },
    mechanism: 'institution',
    where: operating,
    measure: { sum: 'researchers' },
  }),
];
