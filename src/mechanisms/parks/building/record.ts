import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { datum } from '../../datum.ts';
import { uses } from '../modes.ts';

/** 厂房楼宇: one building, with its floor and how much of it is occupied. */
export const buildingRecord = record({
  key: 'building',
  wing: 'parks',
  name: { zh: '厂房楼宇', en: 'Buildings' },
  counter: { zh: '栋', en: 'buildings' },
  facts: {
    name: fact.text({ zh: '楼宇名称', en: 'Name' }, { min: 1, max: 60, searched: true }),
    buildingNo: fact.text({ zh: '楼宇编号', en: 'Building number' }, { min: 2, max: 40, unique: true, searched: true }),
    parcel: fact.matter({ zh: '所在宗地', en: 'Parcel' }, 'parcel', { indexed: true, stages: ['held', 'committed', 'accepted'] }),
    park: fact.matter({ zh: '所在园区', en: 'Park' }, 'park', { indexed: true }),
    use: fact.choice({ zh: '用途', en: 'Use' }, uses),
    storeys: fact.whole({ zh: '层数', en: 'Storeys' }, { min: 1, max: 60 }),
    floorArea: fact.area({ zh: '建筑面积', en: 'Floor' }, { min: 1, max: 5_000_000 }),
    leasable: fact.area({ zh: '可租售净面积', en: 'Net leasable floor' }, { min: 0, max: 5_000_000 }),
    standardUnit: fact.area({ zh: '标准单元面积', en: 'Standard unit' }, { min: 200, max: 20_000, help: { zh: '按行业取1000至3000㎡。', en: '1,000 to 3,000 ㎡ by sector.' } }),
    capacity: fact.whole({ zh: '按标准单元可容纳', en: 'Standard units it can hold' }, { min: 0, help: { zh: '可租售净面积除以标准单元，不足一个的不计；这是容量，不是入驻数。', en: 'Net floor over the standard unit, parts left out: a capacity, no arrivals.' } }),
    occupied: fact.area({ zh: '已入驻面积', en: 'Occupied' }, { min: 0 }),
    vacant: fact.area({ zh: '空置面积', en: 'Vacant' }, { min: 0 }),
    occupancy: fact.percent({ zh: '入驻率', en: 'Occupancy' }, { min: 0, max: 100, decimals: 1 }),
    place: fact.place({ zh: '位置', en: 'Outline' }, { datum: 'datum', synonyms: ['坐标', '轮廓'] }),
    datum,
    drawingNo: fact.text({ zh: '审定图纸号', en: 'Approved drawings' }, { min: 2, max: 60 }),
    completedOn: fact.day({ zh: '竣工日期', en: 'Completed on' }),
    isDangerous: fact.flag({ zh: '危旧', en: 'Dangerous' }),
  },
  stages: {
    drawn: { name: { zh: '图纸审定', en: 'Drawn' }, place: 'main' },
    standing: { name: { zh: '在用', en: 'Standing' }, place: 'main' },
    demolished: { name: { zh: '已拆除', en: 'Demolished' }, place: 'end' },
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    leasableTooLarge: { status: 422, zh: '可租售净面积不能大于建筑面积。', en: 'The net leasable floor is not more than the floor.' },
    moreThanBuilding: { status: 422, zh: '入驻面积合计{used}㎡，超过这栋楼的{floor}㎡，请核对。', en: '{used} ㎡ would be occupied of the {floor} ㎡ of this building; please check.' },
    occupiedStill: { zh: '楼里还有企业入驻，清退以后才能登记拆除。', en: 'It is still occupied; it can be entered as demolished once vacated.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', ZONE: 'all', TOWN: 'all', INDUSTRY: 'all', NATURAL: 'all', APPROVAL: 'all', EMERGENCY: 'all', ECOLOGY: 'all', LEADER: 'all', INVEST: 'all', STAT: 'all', TAX: 'all', ENTERPRISE: 'all' },
  groups: [
    { name: { zh: '楼宇', en: 'Building' }, facts: ['name', 'buildingNo', 'parcel', 'park', 'use', 'storeys', 'floorArea', 'place', 'datum', 'drawingNo', 'completedOn', 'isDangerous'] },
    { name: { zh: '容量和入驻', en: 'Capacity and occupation' }, facts: ['leasable', 'standardUnit', 'capacity', 'occupied', 'vacant', 'occupancy'] },
  ],
  title: 'name',
  list: ['buildingNo', 'park', 'use', 'storeys', 'floorArea', 'capacity', 'occupancy'],
  map: { colours: ['occupancy', 'use', 'storeys'], opens: 'parcel' },
});

export type BuildingRecord = typeof buildingRecord;
