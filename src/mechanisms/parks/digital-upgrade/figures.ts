import { figure } from '#kernel/figure.ts';

const textile = { all: [{ stage: ['accepted'] }, { fact: 'isTextile', in: [true] }, { fact: 'mode', in: ['M4'] }] } as const;
const percent = { zh: '%', en: '%' };

/** What is asked of the upgrades (parks.md §10, 4.10 and 4.11). */
export const digitalUpgradeFigures = [
  figure({
    key: 'digitalUpgrade.textile',
    name: { zh: '腾笼换鸟园区改造纺织企业', en: 'Textile enterprises upgraded in vacating parks' },
    unit: { zh: '家', en: 'firms' },
    definition: { zh: '“腾笼换鸟、凤凰涅槃”更新项目中，行业为C17、C18、改造已验收的不同企业数；与全区完成改造的传统企业（339家）分开登记，不从其中推算。', en: 'Distinct enterprises of C17 and C18 with an accepted upgrade under plans of “vacate for better industry”; counted from these records alone and not out of the 339 of the whole district.' },
    mechanism: 'digitalUpgrade',
    where: textile,
    measure: { distinct: 'enterprise' },
    answers: '4.10',
  }),
  figure({
    key: 'digitalUpgrade.efficiency',
    name: { zh: '纺织企业效率提升（加权）', en: 'Rise of efficiency in textiles (weighted)' },
    unit: percent,
    definition: { zh: '同一批企业改造后产出之和与同样工时原来产出之和相比的增幅（每工时产出，不变价）。', en: 'The output of these enterprises over what the same hours gave before, less one: output per hour at constant prices.' },
    mechanism: 'digitalUpgrade',
    where: textile,
    measure: { ratio: ['output'], over: ['expected'], as: 'growth' },
    answers: '4.11',
  }),
  figure({
    key: 'digitalUpgrade.median',
    name: { zh: '纺织企业效率提升（中位数）', en: 'Rise of efficiency in textiles (median)' },
    unit: percent,
    definition: { zh: '同一批企业效率提升的中位数；“50%以上”要加权和中位数都不低于50%。', en: 'The median of the same; “50 % and more” needs both the weighted value and the median.' },
    mechanism: 'digitalUpgrade',
    where: textile,
    measure: { median: 'uplift', atLeast: 1 },
  }),
];
