import { figure } from '#kernel/figure.ts';

/** What is asked of measures. */
export const evaluationMeasureFigures = [
  figure({
    key: 'evaluation.measures',
    name: { zh: '执行中的结果应用措施', en: 'Measures in force' },
    unit: { zh: '项', en: 'measures' },
    definition: { zh: '统计日执行中和申诉中的结果应用措施。', en: 'Measures by class that are in force or appealed on the day.' },
    mechanism: 'evaluationMeasure',
    where: { stage: ['inForce', 'appealed'] },
    measure: { count: 'matters' },
  }),
];
