import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { approvedStages, modes, planNotApproved } from '../modes.ts';

const perHour = { zh: '元/工时', en: 'yuan/hour' };

/** 企业数字化改造: an enterprise's upgrade by the industrial internet, accepted on what it changed. */
export const digitalUpgradeRecord = record({
  key: 'digitalUpgrade',
  wing: 'parks',
  name: { zh: '企业数字化改造', en: 'Digital upgrades' },
  counter: { zh: '项', en: 'upgrades' },
  facts: {
    name: fact.text({ zh: '改造名称', en: 'Name' }, { min: 2, max: 120, searched: true }),
    enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise', { indexed: true }),
    vendor: fact.matter({ zh: '服务商', en: 'Vendor' }, 'enterprise'),
    plan: fact.matter({ zh: '园区更新项目', en: 'Renewal plan' }, 'renewalPlan', { stages: approvedStages }),
    mode: fact.choice({ zh: '改造模式', en: 'Mode of renewal' }, modes, { indexed: true }),
    industry: fact.industry({ zh: '行业', en: 'Industry' }, { indexed: true }),
    isTextile: fact.flag({ zh: '纺织服装（C17、C18）', en: 'Textile (C17, C18)' }),
    invest: fact.money({ zh: '投入', en: 'Invested' }, { min: 0 }),
    levelBefore: fact.whole({ zh: '改造前等级', en: 'Level before' }, { isRate: true, min: 0, max: 5 }),
    levelAfter: fact.whole({ zh: '改造后等级', en: 'Level after' }, { isRate: true, min: 0, max: 5 }),
    scenes: fact.choices({ zh: '上线场景', en: 'Scenes live' }, {
      machines: { zh: '设备联网', en: 'Machines connected' }, mes: { zh: '制造执行系统', en: 'MES' }, erp: { zh: '企业资源计划', en: 'ERP' }, quality: { zh: '质检', en: 'Quality' }, energy: { zh: '能管', en: 'Energy' }, supply: { zh: '供应链', en: 'Supply chain' }, platform: { zh: '平台接入', en: 'Platform' },
    }),
    online: fact.percent({ zh: '设备在线率', en: 'Machines online' }, { min: 0, max: 100, decimals: 1 }),
    logDays: fact.whole({ zh: '数据留存天数', en: 'Days of data' }, { min: 0 }),
    before: fact.decimal({ zh: '改造前每工时产出', en: 'Output per hour before' }, { min: 0.000_1, max: 1e9, decimals: 4, measure: perHour }),
    hours: fact.decimal({ zh: '改造后工时', en: 'Hours after' }, { min: 1, max: 1e12, measure: { zh: '小时', en: 'hours' } }),
    output: fact.decimal({ zh: '改造后产出（不变价）', en: 'Output after, constant prices' }, { min: 0, max: 1e15, measure: { zh: '元', en: 'yuan' } }),
    expected: fact.decimal({ zh: '同样工时原来的产出', en: 'What the same hours gave before' }, { measure: { zh: '元', en: 'yuan' } }),
    uplift: fact.percent({ zh: '效率提升', en: 'Rise of efficiency' }, { decimals: 1 }),
    period: fact.period({ zh: '核算期', en: 'Period' }),
    source: fact.text({ zh: '数据来源', en: 'Source' }, { min: 2, max: 120 }),
    acceptedOn: fact.day({ zh: '验收日期', en: 'Accepted on' }, { indexed: true }),
    trialOn: fact.day({ zh: '试运行起', en: 'On trial since' }),
  },
  stages: {
    planned: { name: { zh: '立项', en: 'Planned' }, place: 'main' },
    trial: { name: { zh: '试运行', en: 'On trial' }, place: 'main' },
    accepted: { name: { zh: '已验收', en: 'Accepted' }, place: 'end' },
    voided: { name: { zh: '作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {
    trial: { name: { zh: '试运行至少', en: 'On trial for, at least' }, value: 90, min: 30, max: 365, unit: 'calendarDay' },
    scenes: { name: { zh: '上线场景至少', en: 'Scenes, at least' }, value: 2, min: 1, max: 7 },
    logDays: { name: { zh: '留存数据至少（天）', en: 'Days of data kept, at least' }, value: 90, min: 30, max: 365, unit: 'calendarDay' },
    online: { name: { zh: '设备在线率至少（%）', en: 'Machines online, at least (%)' }, value: 60, min: 10, max: 100 },
  },
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    planNotApproved,
    vendorRelated: { status: 422, zh: '服务商不能是企业自己。', en: 'The vendor is not the enterprise itself.' },
    trialShort: { zh: '试运行不少于{days}天，最早{day}验收。', en: 'The trial takes {days} days: acceptance from {day}.' },
    notMet: { status: 422, zh: '还不符合验收条件：{missing}。', en: 'Acceptance still wants: {missing}.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', INDUSTRY: 'all', ZONE: 'all', TOWN: 'all', STAT: 'all', FINANCE: 'all', LEADER: 'all', EXPERT: 'all' },
  groups: [
    { name: { zh: '改造', en: 'Upgrade' }, facts: ['name', 'enterprise', 'industry', 'isTextile', 'plan', 'mode', 'vendor', 'invest', 'trialOn', 'acceptedOn'] },
    { name: { zh: '验收', en: 'Acceptance' }, facts: ['levelBefore', 'levelAfter', 'scenes', 'online', 'logDays'] },
    { name: { zh: '成效', en: 'What it changed' }, facts: ['uplift', 'before', 'hours', 'output', 'expected', 'period', 'source'] },
  ],
  title: 'name',
  list: ['name', 'enterprise', 'industry', 'levelBefore', 'levelAfter', 'uplift', 'acceptedOn'],
});

export type DigitalUpgradeRecord = typeof digitalUpgradeRecord;
