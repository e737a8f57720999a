import { figure } from '#kernel/figure.ts';

const reviewed = { all: [{ fact: 'kind', in: ['capacity'] }, { fact: 'concludedOn', during: 'thisYear' }] } as const;

/** What is asked of the checks (projects.md §15.1, 达产复核). */
export const complianceCheckFigures = [
  figure({
    key: 'complianceCheck.capacity',
    name: { zh: '今年达产复核', en: 'Capacity reviews this year' },
    unit: { zh: '次', en: 'reviews' },
    definition: { zh: '今年以来出具结论的达产复核次数。', en: 'Capacity reviews concluded since 1 January.' },
    mechanism: 'complianceCheck',
    where: reviewed,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'complianceCheck.passRate',
    name: { zh: '达产复核通过率', en: 'Capacity reviews passed' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年出具结论的达产复核中，结论为达标的占比。', en: 'Of the capacity reviews concluded this year, those that were met.' },
    mechanism: 'complianceCheck',
    where: reviewed,
    measure: { share: { fact: 'conclusion', in: ['passed'] } },
  }),
  figure({
    key: 'complianceCheck.damages',
    name: { zh: '今年核定违约金', en: 'Damages found this year' },
    unit: { zh: '万元', en: '× 10,000 yuan' },
    definition: { zh: '今年出具结论的核查中，按出让合同核定的违约金之和。', en: 'Damages by the land contract in checks concluded since 1 January.' },
    mechanism: 'complianceCheck',
    where: { fact: 'concludedOn', during: 'thisYear' },
    measure: { sum: 'damages', per: 1_000_000 },
  }),
];
