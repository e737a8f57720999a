import { figure } from '#kernel/figure.ts';

const published = { stage: ['published', 'archived'] } as const;

/** What is asked of the evaluations of parks. */
export const parkEvaluationFigures = [
  figure({
    key: 'parkEvaluation.parks',
    name: { zh: '作为整体评价的园区', en: 'Parks evaluated as a whole' },
    unit: { zh: '个', en: 'parks' },
    definition: { zh: '已公布的亩均评价中，按园区内参评企业合计评价过的园区，一个园区计一次。', en: 'Parks evaluated by the sums of their enterprises in published evaluations; a park counts once.' },
    mechanism: 'parkEvaluation',
    where: published,
    measure: { distinct: 'park' },
  }),
  figure({
    key: 'parkEvaluation.enterprises',
    name: { zh: '计入园区评价的企业', en: 'Enterprises in the evaluations of parks' },
    unit: { zh: '家', en: 'enterprises' },
    definition: { zh: '已公布的园区评价所含的参评企业，一年一个范围计一次。', en: 'Enterprises in the published evaluations of parks; once a year and scope.' },
    mechanism: 'parkEvaluation',
    where: published,
    measure: { sum: 'enterprises' },
  }),
];
