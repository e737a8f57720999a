import { figure } from '#kernel/figure.ts';

/** What is asked of the deliveries. */
export const readingBatchFigures = [
  figure({
    key: 'readingBatch.received',
    name: { zh: '已入库数据批次', en: 'Deliveries in force' },
    unit: { zh: '批', en: 'deliveries' },
    definition: { zh: '统计日已入库、没有被替代的数据批次。', en: 'Deliveries received and not superseded on the day.' },
    mechanism: 'readingBatch',
    where: { stage: ['received'] },
    measure: { count: 'matters' },
  }),
];
