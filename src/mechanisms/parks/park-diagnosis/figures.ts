import { figure } from '#kernel/figure.ts';

const approved = { stage: ['approved'] } as const;

/** What is asked of the diagnoses (parks.md §4). */
export const parkDiagnosisFigures = [
  figure({
    key: 'parkDiagnosis.approved',
    name: { zh: '已批准园区体检', en: 'Diagnoses approved' },
    unit: { zh: '份', en: 'diagnoses' },
    definition: { zh: '今年以来批准的园区体检份数。', en: 'Diagnoses approved since 1 January.' },
    mechanism: 'parkDiagnosis',
    where: { all: [approved, { fact: 'approvedOn', during: 'thisYear' }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'parkDiagnosis.overruled',
    name: { zh: '专家组改变测算占比', en: 'Share overruled by panels' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '已批准的体检中，专家组改变测算结果的占比。', en: 'Of the approved diagnoses, those whose reckoning a panel overruled.' },
    mechanism: 'parkDiagnosis',
    where: approved,
    measure: { share: { fact: 'isOverruled', in: [true] } },
  }),
];
