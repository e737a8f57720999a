import { figure } from '#kernel/figure.ts';

/** What is asked of anomalies. */
export const evaluationAnomalyFigures = [
  figure({
    key: 'evaluation.anomalies',
    name: { zh: '待核清的数据异常', en: 'Anomalies to clear' },
    unit: { zh: '条', en: 'anomalies' },
    definition: { zh: '统计日还没有核清的数据异常。', en: 'Anomalies in the data that are not cleared on the day.' },
    mechanism: 'evaluationAnomaly',
    where: { stage: ['open'] },
    measure: { count: 'matters' },
  }),
];
