import { figure } from '#kernel/figure.ts';

/** What is asked of the buildings (parks.md §10.1). */
export const buildingFigures = [
  figure({
    key: 'building.vacantFloor',
    name: { zh: '空置厂房面积', en: 'Vacant floor' },
    unit: { zh: '万㎡', en: '10,000 ㎡' },
    definition: { zh: '在用楼宇中没有企业入驻的建筑面积之和。', en: 'The floor of standing buildings that nobody occupies.' },
    mechanism: 'building',
    where: { stage: ['standing'] },
    measure: { sum: 'vacant', per: 10_000 },
  }),
];
