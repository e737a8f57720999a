import { figure } from '#kernel/figure.ts';

/** What is asked of the plans. */
export const panelPlanFigures = [
  figure({
    key: 'panelPlan.impossible',
    name: { zh: '专家不足的测算', en: 'Plans that lack experts' },
    unit: { zh: '份', en: 'plans' },
    definition: { zh: '目前测算结果为不能安排、尚未调整或者作废的测算份数。', en: 'Plans that stand as impossible today, neither changed nor dropped.' },
    mechanism: 'panelPlan',
    where: { stage: ['impossible'] },
    measure: { count: 'matters' },
  }),
];
