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
    key: 'floorUnit.capacity',
    name: { zh: '更新园区可容纳项目', en: 'Projects that renewed parks can hold' },
    unit,
    definition: { zh: '已批准更新项目中，按审定图纸、不小于标准单元的厂房单元数；是容量，不是入驻数。', en: 'Units of approved drawings, no smaller than a standard unit, of approved plans: a capacity, no arrivals.' },
    mechanism: 'floorUnit',
    where: { all: [{ fact: 'mode', present: true }, { fact: 'isStandard', in: [true] }] },
    measure: { count: 'matters' },
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
  figure({
    key: 'floorUnit.suspect',
    name: { zh: '疑似改作办公、居住的单元', en: 'Units that may be offices or flats' },
    unit,
    definition: { zh: '登记为生产、用电强度低于下限、等核实的在驻单元数。', en: 'Occupied units entered for production that use less power than production does.' },
    mechanism: 'floorUnit',
    where: { all: [{ stage: ['occupied'] }, { fact: 'isSuspect', in: [true] }] },
    measure: { count: 'matters' },
  }),
  ...([
    ['floorUnit.tenants', { zh: '已入驻项目', en: 'Projects settled' }, { zh: '', en: '' }, []],
    ['floorUnit.newTenants', { zh: '已入驻项目：新增', en: 'Projects settled: new' }, { zh: '，不含区内迁入的', en: ', those moved within the district aside' }, [{ not: { fact: 'isMovedIn', in: [true] } }]],
    ['floorUnit.movedTenants', { zh: '已入驻项目：区内迁入', en: 'Projects settled: moved within' }, { zh: '，只计区内迁入的', en: ', those moved within the district alone' }, [{ fact: 'isMovedIn', in: [true] }]],
  ] as const).map(([key, name, only, where]) => figure({
    key, name,
    unit: { zh: '家', en: 'firms' },
    definition: { zh: `已批准更新项目的生产用途单元中，有租约或者产权并投产的不同企业数${only.zh}。`, en: `Distinct enterprises at work in units for production of approved plans, by lease or deed${only.en}.` },
    mechanism: 'floorUnit',
    where: { all: [{ stage: ['occupied'] }, { fact: 'mode', present: true }, { fact: 'use', in: ['production'] }, ...where] },
    measure: { distinct: 'tenant' },
    ...(key === 'floorUnit.tenants' ? {} : { within: 'floorUnit.tenants' }),
  })),
];
