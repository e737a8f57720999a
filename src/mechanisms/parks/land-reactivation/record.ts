import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { approvedStages, modes, planNotApproved } from '../modes.ts';

/** 土地盘活: stock land brought back to use, each parcel once a year (projects.md §7). */
export const landReactivationRecord = record({
  key: 'landReactivation',
  wing: 'parks',
  name: { zh: '土地盘活', en: 'Land reactivations' },
  counter: { zh: '宗', en: 'parcels' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { min: 2, max: 80, searched: true }),
    parcel: fact.matter({ zh: '宗地', en: 'Parcel' }, 'parcel', { indexed: true, stages: ['reserved', 'ready', 'held', 'sold', 'committed', 'accepted'] }),
    park: fact.matter({ zh: '园区', en: 'Park' }, 'park', { indexed: true }),
    town: fact.unit({ zh: '属地', en: 'Town or zone' }, { indexed: true }),
    plan: fact.matter({ zh: '更新项目', en: 'Renewal plan' }, 'renewalPlan', { stages: approvedStages }),
    mode: fact.choice({ zh: '改造模式', en: 'Mode of renewal' }, modes, { indexed: true }),
    stock: fact.choice({ zh: '存量类型', en: 'Kind of stock' }, { unsupplied: { zh: '批而未供', en: 'Approved, not supplied' }, idle: { zh: '供而未用、闲置', en: 'Supplied, idle' }, inefficient: { zh: '低效', en: 'Inefficient' }, plant: { zh: '可利用厂房', en: 'Empty plant' } }, { indexed: true }),
    way: fact.choice({ zh: '盘活方式', en: 'Way' }, { fund: { zh: '基金引导', en: 'Led by a fund' }, state: { zh: '国企引领', en: 'By a state company' }, platform: { zh: '平台运作', en: 'By a platform company' }, owner: { zh: '民企自建', en: 'By the owner' } }),
    area: fact.area({ zh: '登记面积', en: 'Registered area' }, { isLand: true, min: 0, help: { zh: '取宗地登记面积，不取方案数。', en: 'Of the register, never of the plan.' } }),
    decision: fact.longText({ zh: '一地一策', en: 'Plan' }, { min: 5, max: 3000 }),
    metersOff: fact.flag({ zh: '水电已停', en: 'Meters off' }),
    staffGone: fact.flag({ zh: '社保人数清零', en: 'No staff insured' }),
    invoicesGone: fact.flag({ zh: '已停止开票', en: 'No invoices issued' }),
    farBefore: fact.decimal({ zh: '原容积率', en: 'Plot ratio before' }, { isRate: true, min: 0, max: 20, decimals: 2 }),
    farAfter: fact.decimal({ zh: '新容积率', en: 'Plot ratio after' }, { isRate: true, min: 0, max: 20, decimals: 2 }),
    newQuota: fact.area({ zh: '新增建设用地指标', en: 'New land quota used' }, { isLand: true, min: 0, max: 1e9 }),
    addedFloor: fact.area({ zh: '新增建筑面积', en: 'Floor added' }),
    isZeroAdded: fact.flag({ zh: '零增地', en: 'No land added' }),
    basis: fact.choice({ zh: '盘活依据', en: 'Reused by' }, { permit: { zh: '新施工许可', en: 'New construction permit' }, contract: { zh: '新租赁或转让合同并投产', en: 'New lease or transfer, at work' }, resupplied: { zh: '收回后重新供应', en: 'Taken back and supplied again' } }),
    permitShare: fact.percent({ zh: '许可覆盖面积', en: 'Area under the permit' }, { min: 0, max: 100 }),
    reusedOn: fact.day({ zh: '盘活日期', en: 'Reused on' }, { indexed: true }),
    countKey: fact.text({ zh: '计数键（宗地—年）', en: 'Counted as (parcel, year)' }, { max: 60, unique: true, forPrograms: true }),
  },
  stages: {
    found: { name: { zh: '发现', en: 'Found' }, place: 'main' },
    verified: { name: { zh: '核定', en: 'Verified' }, place: 'main' },
    planned: { name: { zh: '一地一策', en: 'Planned' }, place: 'main' },
    agreed: { name: { zh: '协议', en: 'Agreed' }, place: 'main' },
    vacated: { name: { zh: '腾退', en: 'Vacated' }, place: 'main' },
    rebuilding: { name: { zh: '改造', en: 'Rebuilding' }, place: 'main' },
    reused: { name: { zh: '已盘活', en: 'Reused' }, place: 'end' },
    seized: { name: { zh: '查封', en: 'Seized' }, place: 'side' },
    dropped: { name: { zh: '放弃', en: 'Dropped' }, place: 'end', uncounted: true },
  },
  settings: {
    verify: { name: { zh: '核定时限', en: 'To verify' }, value: 20, min: 5, max: 60, unit: 'workday' },
    permitShare: { name: { zh: '施工许可覆盖下限（%）', en: 'Least area under the permit (%)' }, value: 80, min: 50, max: 100 },
  },
  clocks: { verify: { name: { zh: '核定', en: 'Verification' }, setting: 'verify' } },
  duties: {},
  links: {},
  refusals: {
    planNotApproved,
    vacatedOnPaper: { status: 422, zh: '水电没有停、社保没有清零、还在开票的不算腾退。', en: 'With meters running, staff insured or invoices issued it is vacated on paper alone.' },
    permitPartial: { status: 422, zh: '施工许可只覆盖{share}%，达到{least}%才算盘活。', en: 'The permit covers {share} %; {least} % are needed.' },
    farFallen: { status: 422, zh: '改造后容积率不能低于原来。', en: 'The plot ratio does not fall.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', NATURAL: 'all', INDUSTRY: 'all', ZONE: 'all', TOWN: 'all', LEADER: 'all', FINANCE: 'all', INVEST: 'all', STAT: 'all' },
  groups: [
    { name: { zh: '地块', en: 'Parcel' }, facts: ['name', 'parcel', 'park', 'town', 'area', 'stock', 'plan', 'mode'] },
    { name: { zh: '盘活', en: 'Reactivation' }, facts: ['way', 'decision', 'metersOff', 'staffGone', 'invoicesGone', 'basis', 'permitShare', 'reusedOn'] },
    { name: { zh: '零增地', en: 'No land added' }, facts: ['farBefore', 'farAfter', 'addedFloor', 'newQuota', 'isZeroAdded'] },
  ],
  title: 'name',
  lead: 'town',
  list: ['name', 'town', 'mode', 'stock', 'way', 'area', 'reusedOn'],
});

export type LandReactivationRecord = typeof landReactivationRecord;
