import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** 履约义务: one promise of a signed agreement, or one condition of a review, with its target and its day. */
export const obligationRecord = record({
  key: 'obligation',
  wing: 'projects',
  name: { zh: '履约义务', en: 'Obligations' },
  counter: { zh: '条', en: 'obligations' },
  facts: {
    name: fact.text({ zh: '义务内容', en: 'What is promised' }, { min: 2, max: 120, searched: true }),
    project: fact.matter({ zh: '项目', en: 'Project' }, 'project', { indexed: true }),
    source: fact.choice({ zh: '来源', en: 'From' }, { agreement: { zh: '签约协议', en: 'Agreement' }, review: { zh: '评审条件', en: 'Condition of the review' } }),
    code: fact.text({ zh: '编号', en: 'Code' }, { min: 1, max: 20 }),
    kind: fact.choice({ zh: '类别', en: 'Kind' }, {
      node: { zh: '节点', en: 'Node' },
      investment: { zh: '投资', en: 'Investment' },
      output: { zh: '产出', en: 'Output' },
      tax: { zh: '税收', en: 'Tax' },
      jobs: { zh: '就业', en: 'Jobs' },
      energy: { zh: '能耗', en: 'Energy' },
      other: { zh: '其他', en: 'Other' },
    }, { indexed: true }),
    target: fact.decimal({ zh: '目标值', en: 'Target' }, { min: 0 }),
    measure: fact.text({ zh: '计量单位', en: 'Unit of measure' }, { max: 20 }),
    dueOn: fact.day({ zh: '约定日期', en: 'Due on' }, { indexed: true }),
    tolerance: fact.percent({ zh: '允许偏差', en: 'Tolerance' }, { min: 0, max: 50 }),
    consequence: fact.text({ zh: '违约后果', en: 'If it is broken' }, { max: 200 }),
    clause: fact.text({ zh: '协议条款', en: 'Clause' }, { max: 60 }),
    unit: fact.unit({ zh: '监管单位', en: 'Supervising unit' }, { indexed: true }),
    contact: fact.person({ zh: '企业联系人', en: 'Contact of the enterprise' }),
    actual: fact.decimal({ zh: '实际值', en: 'Reached' }, { min: 0 }),
    claimedOn: fact.day({ zh: '申报完成日期', en: 'Claimed on' }),
    doneOn: fact.day({ zh: '完成日期', en: 'Done on' }),
    creditedDays: fact.whole({ zh: '核减天数', en: 'Days credited' }, { min: 0 }),
    creditGrounds: fact.longText({ zh: '核减依据', en: 'Grounds of the credit' }, { max: 500 }),
  },
  stages: {
    open: { name: { zh: '履行中', en: 'Open' }, place: 'main' },
    claimed: { name: { zh: '待核验', en: 'Claimed' }, place: 'main' },
    fulfilled: { name: { zh: '已履行', en: 'Fulfilled' }, place: 'end' },
    broken: { name: { zh: '未履行', en: 'Broken' }, place: 'end' },
    released: { name: { zh: '已解除', en: 'Released' }, place: 'end', uncounted: true },
  },
  settings: {
    due: { name: { zh: '未约定日期时', en: 'Where no day is set' }, value: 365, min: 30, max: 1095, unit: 'calendarDay' },
    verify: { name: { zh: '核验时限', en: 'To verify' }, value: 10, min: 3, max: 30, unit: 'workday' },
  },
  clocks: {
    due: { name: { zh: '履行期限', en: 'To be fulfilled' }, setting: 'due' },
    verify: { name: { zh: '核验', en: 'Verification' }, setting: 'verify' },
  },
  duties: { fulfil: { name: { zh: '履行承诺', en: 'Keep the promise' }, setting: 'due' } },
  links: {},
  refusals: {
    shortOfTarget: { status: 422, zh: '申报值{actual}低于目标值{target}（含允许偏差），不能申报完成。', en: '{actual} falls short of {target}, the tolerance included; it is not done.' },
    notOverdue: { zh: '约定日期{day}还没有过，不能认定未履行。', en: 'The day agreed, {day}, has not passed; it is not broken yet.' },
    doneInFuture: { status: 422, zh: '完成日期不能晚于今天。', en: 'It cannot be done later than today.' },
    dueInPast: { status: 422, zh: '约定日期不能早于今天。', en: 'The day agreed may not lie in the past.' },
  },
  sees: { SECRETARIAT: 'all', SECRETARIAT_HEAD: 'all', INVEST: 'all', JOINT: 'all', LEADER: 'all', STAT: 'all', TAX: 'all', INDUSTRY: 'all', SUPERVISOR: 'all', FINANCE: 'all', TOWN: 'involved', ZONE: 'involved', STEWARD: 'all', ENTERPRISE: 'involved' },
  groups: [
    { name: { zh: '义务', en: 'Obligation' }, facts: ['name', 'project', 'source', 'code', 'kind', 'target', 'measure', 'tolerance', 'dueOn'] },
    { name: { zh: '责任', en: 'Responsibility' }, facts: ['unit', 'contact', 'clause', 'consequence'] },
    { name: { zh: '履行', en: 'Fulfilment' }, facts: ['actual', 'claimedOn', 'doneOn', 'creditedDays', 'creditGrounds'] },
  ],
  title: 'name',
  lead: 'unit',
  list: ['name', 'kind', 'target', 'measure', 'dueOn', 'unit', 'doneOn'],
});

export type ObligationRecord = typeof obligationRecord;
