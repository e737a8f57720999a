import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { approvedStages, emissions, modes, planNotApproved, uses } from '../modes.ts';

/** 厂房单元: a separately leasable space, with what it bears and who may use it. */
export const floorUnitRecord = record({
  key: 'floorUnit',
  wing: 'parks',
  name: { zh: '厂房单元', en: 'Floor units' },
  counter: { zh: '个', en: 'units' },
  facts: {
    unitNo: fact.text({ zh: '单元编号', en: 'Unit number' }, { min: 2, max: 40, unique: true, searched: true }),
    building: fact.matter({ zh: '所在楼宇', en: 'Building' }, 'building', { indexed: true }),
    park: fact.matter({ zh: '所在园区', en: 'Park' }, 'park', { indexed: true }),
    plan: fact.matter({ zh: '更新项目', en: 'Renewal plan' }, 'renewalPlan', { indexed: true, stages: approvedStages }),
    mode: fact.choice({ zh: '改造模式', en: 'Mode' }, modes, { indexed: true }),
    drawingNo: fact.text({ zh: '审定图纸号', en: 'Approved drawings' }, { min: 2, max: 60 }),
    storey: fact.whole({ zh: '楼层', en: 'Storey' }, { names: true, min: -3, max: 60 }),
    netArea: fact.area({ zh: '净面积', en: 'Net area' }, { min: 20, max: 200_000 }),
    standardUnit: fact.area({ zh: '标准单元面积', en: 'Standard unit' }, { min: 200, max: 20_000 }),
    isStandard: fact.flag({ zh: '达到标准单元', en: 'As large as a standard unit' }),
    use: fact.choice({ zh: '用途', en: 'Use' }, uses),
    load: fact.decimal({ zh: '楼面荷载', en: 'Floor load' }, { min: 0.5, max: 100, measure: { zh: '千牛/㎡', en: 'kN/㎡' } }),
    clearHeight: fact.decimal({ zh: '净高', en: 'Clear height' }, { min: 2, max: 40, measure: { zh: '米', en: 'm' } }),
    liftTons: fact.decimal({ zh: '货梯载重', en: 'Goods lift' }, { min: 0, max: 100, measure: { zh: '吨', en: 't' } }),
    lifts: fact.decimal({ zh: '每5000㎡货梯', en: 'Goods lifts per 5,000 ㎡' }, { min: 0, max: 50 }),
    grid: fact.text({ zh: '柱网', en: 'Column grid' }, { max: 30 }),
    limits: fact.choices({ zh: '限制', en: 'Limits' }, emissions),
    industries: fact.text({ zh: '准入行业', en: 'Industries admitted' }, { max: 200, help: { zh: '两位行业代码，用顿号隔开，如C35、C39；不填的不限。', en: 'Two-digit codes such as C35、C39; any where empty.' } }),
    tenant: fact.matter({ zh: '入驻企业', en: 'Tenant' }, 'enterprise', { indexed: true }),
    isMovedIn: fact.flag({ zh: '区内迁入', en: 'Moved within the district' }, { help: { zh: '随入驻登记；迁入的不算新增。', en: 'As the occupation says; it is no new arrival.' } }),
    owner: fact.matter({ zh: '购买企业', en: 'Owner' }, 'enterprise'),
    soldOn: fact.day({ zh: '出售日期', en: 'Sold on' }),
    lockedTo: fact.day({ zh: '限制转让至', en: 'Locked until' }),
  },
  stages: {
    drawn: { name: { zh: '图纸审定', en: 'Drawn' }, place: 'main' },
    vacant: { name: { zh: '待租售', en: 'To let' }, place: 'main' },
    occupied: { name: { zh: '已入驻', en: 'Occupied' }, place: 'main' },
    merged: { name: { zh: '合并、取消', en: 'Merged or dropped' }, place: 'end', uncounted: true },
  },
  settings: {
    groundLoad: { name: { zh: '首层荷载下限（千牛/㎡）', en: 'Least load of the ground floor (kN/㎡)' }, value: 12, min: 1, max: 50 },
    upperLoad: { name: { zh: '楼上荷载下限（0.1千牛/㎡）', en: 'Least load above (0.1 kN/㎡)' }, value: 65, min: 10, max: 500 },
    groundHeight: { name: { zh: '首层净高下限（厘米）', en: 'Least height of the ground floor (cm)' }, value: 600, min: 250, max: 2000 },
    upperHeight: { name: { zh: '楼上净高下限（厘米）', en: 'Least height above (cm)' }, value: 420, min: 250, max: 1500 },
    lockYears: { name: { zh: '出售后限制转让年限', en: 'Years without resale' }, value: 5, min: 0, max: 20 },
    leastSold: { name: { zh: '分割出售最小面积（㎡）', en: 'Least area sold (㎡)' }, value: 500, min: 0, max: 10_000 },
  },
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    belowTypical: { status: 422, zh: '{what}为{value}，低于上楼厂房的一般要求{least}；确需如此的，写明理由（不少于10个字）。', en: '{what} is {value}, less than the usual {least}; give the reason in ten characters or more.' },
    planNotApproved,
    tooHeavy: { status: 422, zh: '设备荷载{asked}千牛/㎡，这个单元只能承受{held}千牛/㎡。', en: 'The machines weigh {asked} kN/㎡; this unit bears {held}.' },
    tooTall: { status: 422, zh: '设备需要净高{asked}米，这个单元只有{held}米。', en: 'The machines need {asked} m; this unit has {held}.' },
    industryNotAdmitted: { status: 422, zh: '这个单元不准入行业{asked}，准入的是：{held}。', en: 'This unit does not admit {asked}; it admits {held}.' },
    emits: { status: 422, zh: '这个单元限制{limits}，企业的生产要素与限制冲突。', en: 'This unit limits {limits}, which the firm’s work would pass.' },
    lockedStill: { zh: '限制转让到{day}，期满前不能转售；确需退出的，由平台公司优先回购。', en: 'No resale before {day}; who must leave sells to the platform company first.' },
    tooSmallToSell: { zh: '这个单元不足{least}㎡，不能分割出售。', en: 'It is smaller than {least} ㎡ and is not sold apart.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', ZONE: 'all', TOWN: 'all', INDUSTRY: 'all', NATURAL: 'all', APPROVAL: 'all', EMERGENCY: 'all', ECOLOGY: 'all', LEADER: 'all', INVEST: 'all', STAT: 'all', TAX: 'all', ENTERPRISE: 'all' },
  groups: [
    { name: { zh: '单元', en: 'Unit' }, facts: ['unitNo', 'building', 'park', 'plan', 'mode', 'drawingNo', 'storey', 'netArea', 'standardUnit', 'isStandard', 'use'] },
    { name: { zh: '上楼条件', en: 'What it bears' }, facts: ['load', 'clearHeight', 'liftTons', 'lifts', 'grid', 'limits', 'industries'] },
    { name: { zh: '入驻和出售', en: 'Tenant and sale' }, facts: ['tenant', 'isMovedIn', 'owner', 'soldOn', 'lockedTo'] },
  ],
  title: 'unitNo',
  list: ['unitNo', 'building', 'mode', 'storey', 'netArea', 'load', 'clearHeight', 'tenant'],
});

export type FloorUnitRecord = typeof floorUnitRecord;
