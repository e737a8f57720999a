import { figure } from '#kernel/figure.ts';

const published = { stage: ['final'] } as const;

/** What is asked of joint evaluations. */
export const jointEvaluationFigures = [
  figure({
    key: 'jointEvaluation.counted',
    name: { zh: '计入的合并评价', en: 'Joint evaluations that count' },
    unit: { zh: '组', en: 'groups' },
    definition: { zh: '已公布的亩均评价中，成员用合并评价类别的组数；排序时一组算一家。', en: 'Groups of published evaluations whose members carry the class of the group; each is one among the ranked.' },
    mechanism: 'jointEvaluation',
    where: { all: [published, { fact: 'way', in: ['joint'] }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'jointEvaluation.compared',
    name: { zh: '只作对照的合并评价', en: 'Joint evaluations for comparison' },
    unit: { zh: '组', en: 'groups' },
    definition: { zh: '已公布的亩均评价中，同一集团只作对照、成员各用独立评价类别的组数。', en: 'Groups of published evaluations that are shown for comparison alone: their members carry their own class.' },
    mechanism: 'jointEvaluation',
    where: { all: [published, { fact: 'way', in: ['own'] }] },
    measure: { count: 'matters' },
  }),
];
