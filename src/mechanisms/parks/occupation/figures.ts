import { figure } from '#kernel/figure.ts';

/** What is asked of the occupations (parks.md §10.1). */
export const occupationFigures = [
  figure({
    key: 'occupation.firms',
    name: { zh: '在驻企业', en: 'Firms in parks' },
    unit: { zh: '家', en: 'firms' },
    definition: { zh: '在驻登记中不同的企业数。', en: 'Distinct enterprises with a running occupation.' },
    mechanism: 'occupation',
    where: { all: [{ stage: ['running'] }, { fact: 'park', present: true }] },
    measure: { distinct: 'enterprise' },
  }),
  figure({
    key: 'occupation.movedIn',
    name: { zh: '区内迁入占比', en: 'Share moved within the district' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '在驻登记中从区内别处迁入的占比；迁入的不算新增。', en: 'Of running occupations, those moved from elsewhere in the district, which are no new arrivals.' },
    mechanism: 'occupation',
    where: { stage: ['running'] },
    measure: { share: { fact: 'isMovedIn', in: [true] } },
  }),
];
