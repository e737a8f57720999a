import { figure } from '#kernel/figure.ts';

/** What is asked of the findings: vetoes are published as a list, so that none is used selectively (parks.md §11). */
export const evaluationRemarkFigures = [
  figure({
    key: 'evaluation.vetoes',
    name: { zh: '会审通过的一票否决、限档', en: 'Vetoes and caps confirmed' },
    unit: { zh: '条', en: 'findings' },
    definition: { zh: '会审通过的一票否决和限档事项，含后来修复的，每条都有文号。', en: 'Vetoes and caps confirmed in the review, those repaired later among them; each has a document number.' },
    mechanism: 'evaluationRemark',
    where: { all: [{ stage: ['confirmed', 'repaired'] }, { fact: 'kind', in: ['veto'] }] },
    measure: { count: 'matters' },
    isPublic: true,
  }),
];
