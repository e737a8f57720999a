import { figure } from '#kernel/figure.ts';

const unit = { zh: '个', en: 'units' };
const counted = (mode: string) => ({ all: [{ fact: 'mode', in: [mode] }, { fact: 'isStandard', in: [true] }] });

/** What is asked of the floor units: capacity by approved drawings, never arrivals (parks.md §10, 4.7 and 4.13). */
export const floorUnitFigures = [
  figure({
    key: 'floorUnit.redeveloped',
    name: { zh: '二次开发园区可容纳项目', en: 'Projects that redeveloped parks can hold' },
    unit,
    definition: { zh: '“资本参与、二次开发”更新项目按审定图纸、不小于标准单元的厂房单元数；是容量，不是入驻数。', en: 'Units of approved drawings, no smaller than a standard unit, of plans by “second development with capital”: a capacity, no arrivals.' },
    mechanism: 'floorUnit',
    where: counted('M3'),
    measure: { count: 'matters' },
    answers: '4.7',
  }),
  figure({
    key: 'floorUnit.upstairs',
    name: { zh: '工业上楼园区可容纳项目', en: 'Projects that parks in storeys can hold' },
    unit,
    definition: { zh: '“专业运营、工业上楼”更新项目按审定图纸、不小于标准单元的厂房单元数；是容量，不是入驻数。', en: 'Units of approved drawings, no smaller than a standard unit, of plans by “operator-run, industry in storeys”: a capacity, no arrivals.' },
    mechanism: 'floorUnit',
    where: counted('M6'),
    measure: { count: 'matters' },
    answers: '4.13',
  }),
  figure({
    key: 'floorUnit.occupied',
    name: { zh: '已入驻单元', en: 'Units occupied' },
    unit,
    definition: { zh: '有企业租用或购买并投入生产的厂房单元数。', en: 'Units with a tenant at work.' },
    mechanism: 'floorUnit',
    where: { stage: ['occupied'] },
    measure: { count: 'matters' },
  }),
];
