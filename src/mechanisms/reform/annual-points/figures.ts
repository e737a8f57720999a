import { figure } from '#kernel/figure.ts';

const mechanism = 'annualPoints';

/** What is asked of the yearly points (reform.md F8). */
export const annualPointsFigures = [
  figure({
    key: 'annualPoints.issued',
    name: { zh: '区委今年改革工作要点', en: 'Yearly points of reform of the district committee' },
    unit: { zh: '份', en: 'papers' },
    definition: { zh: '今年编号印发的年度改革工作要点份数；修订另立版本，不另计份数。', en: 'Yearly points numbered and issued since 1 January; revisions are versions and not papers of their own.' },
    mechanism,
    where: { all: [{ fact: 'issuedOn', during: 'thisYear' }, { stage: ['issued', 'revising', 'revised'] }] },
    measure: { count: 'matters' },
    answers: '1.8',
    isPublic: true,
  }),
];
