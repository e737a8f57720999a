import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** 入驻: who uses which floor and yard of a parcel, from when to when, and the land he is charged with for it. */
export const occupationRecord = record({
  key: 'occupation',
  wing: 'parks',
  name: { zh: '入驻登记', en: 'Occupations' },
  counter: { zh: '项', en: 'occupations' },
  facts: {
    name: fact.text({ zh: '入驻名称', en: 'Name' }, { min: 2, max: 120, searched: true }),
    enterprise: fact.matter({ zh: '入驻企业', en: 'Enterprise' }, 'enterprise', { indexed: true }),
    parcel: fact.matter({ zh: '宗地', en: 'Parcel' }, 'parcel', { indexed: true, stages: ['held', 'committed', 'accepted'] }),
    park: fact.matter({ zh: '园区', en: 'Park' }, 'park', { indexed: true }),
    building: fact.matter({ zh: '楼宇', en: 'Building' }, 'building'),
    unit: fact.matter({ zh: '厂房单元', en: 'Floor unit' }, 'floorUnit'),
    kind: fact.choice({ zh: '使用方式', en: 'Kind' }, { own: { zh: '自有', en: 'Own' }, rent: { zh: '租赁', en: 'Rented' }, free: { zh: '无偿使用', en: 'Free of charge' } }, { indexed: true }),
    floor: fact.area({ zh: '建筑面积', en: 'Floor' }, { min: 0, max: 5_000_000 }),
    yard: fact.area({ zh: '堆场面积', en: 'Open yard' }, { isLand: true, min: 0, max: 5_000_000 }),
    land: fact.area({ zh: '分摊土地', en: 'Land charged' }, { isLand: true, min: 0, help: { zh: '租用的：建筑面积÷宗地容积率，加堆场；自有的算剩下的地。', en: 'Let: floor over the plot ratio, plus the yard; the holder bears the rest.' } }),
    fromDay: fact.day({ zh: '起', en: 'From' }),
    toDay: fact.day({ zh: '止', en: 'To' }),
    rent: fact.decimal({ zh: '租金', en: 'Rent' }, { min: 0, max: 100_000, measure: { zh: '元/㎡·年', en: 'yuan/㎡ a year' } }),
    isRegistered: fact.flag({ zh: '租赁已备案', en: 'Lease filed' }),
    isMovedIn: fact.flag({ zh: '区内迁入', en: 'Moved within the district' }, { help: { zh: '从区内别处搬来的，不算新增。', en: 'Moved from elsewhere in the district: no new arrival.' } }),
    key: fact.text({ zh: '入驻区分码', en: 'What tells it apart' }, { unique: true, max: 200, seenBy: [] }),
    isRelated: fact.flag({ zh: '关联方租赁', en: 'Let to a related party' }),
    endedOn: fact.day({ zh: '退出日期', en: 'Ended on' }),
  },
  stages: {
    running: { name: { zh: '在驻', en: 'Running' }, place: 'main' },
    ended: { name: { zh: '已退出', en: 'Ended' }, place: 'end' },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    nothingOccupied: { status: 422, zh: '建筑面积和堆场面积至少填一项。', en: 'Give the floor or the yard.' },
    periodTurned: { status: 422, zh: '止的日期不能早于起的日期。', en: 'It does not end before it begins.' },
    otherParcel: { status: 422, zh: '所选楼宇不在这宗地上。', en: 'That building does not stand on this parcel.' },
    unitElsewhere: { status: 422, zh: '所选单元不在这栋楼里。', en: 'That unit is not in this building.' },
    unitTooSmall: { status: 422, zh: '单元只有{held}㎡，登记不了{asked}㎡。', en: 'The unit has {held} ㎡, not {asked}.' },
    holderElse: { status: 422, zh: '自有的只能是这宗地的土地使用权人；租用的请选租赁或者无偿使用。', en: 'Only the holder of the parcel owns it; others rent or use it free of charge.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', ZONE: 'all', TOWN: 'all', INDUSTRY: 'all', NATURAL: 'all', TAX: 'all', STAT: 'all', EMERGENCY: 'all', ECOLOGY: 'all', LEADER: 'all', INVEST: 'all' },
  groups: [
    { name: { zh: '入驻', en: 'Occupation' }, facts: ['name', 'enterprise', 'parcel', 'park', 'building', 'unit', 'kind', 'isMovedIn', 'isRelated'] },
    { name: { zh: '面积和期限', en: 'Area and period' }, facts: ['floor', 'yard', 'land', 'fromDay', 'toDay', 'endedOn', 'rent', 'isRegistered'] },
  ],
  title: 'name',
  list: ['name', 'enterprise', 'parcel', 'kind', 'floor', 'land', 'fromDay', 'toDay'],
});

export type OccupationRecord = typeof occupationRecord;
