import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { indicatorColumns, indicators } from '../indicators.ts';

/** 履约核查: what was really reached, against what was promised, at completion, at capacity, or in a year. */
export const complianceCheckRecord = record({
  key: 'complianceCheck',
  wing: 'projects',
  name: { zh: '标准地履约核查', en: 'Land compliance checks' },
  counter: { zh: '次', en: 'checks' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { min: 4, max: 80, searched: true }),
    landCommitment: fact.matter({ zh: '履约承诺', en: 'Commitment' }, 'landCommitment', { indexed: true, stages: ['signed', 'defaulted'] }),
    kind: fact.choice({ zh: '核查类型', en: 'Kind' }, { completion: { zh: '竣工验收', en: 'Completion' }, capacity: { zh: '达产复核', en: 'Capacity' }, yearly: { zh: '年度核查', en: 'Yearly' } }),
    unit: fact.unit({ zh: '牵头单位', en: 'Lead unit' }, { indexed: true }),
    contact: fact.person({ zh: '企业联系人', en: 'Contact of the enterprise' }),
    period: fact.period({ zh: '核查期间', en: 'Period' }),
    actuals: fact.rows({ zh: '实际数值', en: 'Actual values' }, {
      ...indicatorColumns,
      source: fact.text({ zh: '数据来源', en: 'Source' }, { min: 2, max: 60 }),
    }, { help: { zh: '取自税务、统计等部门的数据，不用企业自报数。', en: 'From tax, statistics and other authorities, not from the enterprise.' } }),
    confirmation: fact.longText({ zh: '企业确认意见', en: 'What the enterprise says' }, { max: 1000 }),
    results: fact.rows({ zh: '核查结果', en: 'Results' }, {
      indicator: fact.choice({ zh: '指标', en: 'Indicator' }, indicators),
      signed: fact.decimal({ zh: '签约承诺', en: 'As signed' }, { decimals: 4 }),
      promised: fact.decimal({ zh: '现承诺', en: 'In force' }, { decimals: 4 }),
      actual: fact.decimal({ zh: '实际', en: 'Actual' }, { decimals: 4 }),
      ratio: fact.decimal({ zh: '达成率', en: 'Ratio' }, { isRate: true, decimals: 4 }),
      weight: fact.whole({ zh: '权重', en: 'Weight' }),
      points: fact.decimal({ zh: '得分', en: 'Points' }, { decimals: 4 }),
    }),
    weighted: fact.percent({ zh: '加权达成率', en: 'Weighted' }, { decimals: 2 }),
    lowest: fact.percent({ zh: '最低达成率', en: 'Lowest' }, { decimals: 2 }),
    conclusion: fact.choice({ zh: '结论', en: 'Conclusion' }, { passed: { zh: '达标', en: 'Met' }, nearly: { zh: '基本达标', en: 'Nearly met' }, failed: { zh: '不达标', en: 'Not met' } }, { indexed: true }),
    concludedOn: fact.day({ zh: '结论日期', en: 'Concluded on' }, { indexed: true }),
    damages: fact.money({ zh: '投资、容积率违约金', en: 'Damages for investment or plot ratio' }, { min: 0 }),
    taxGap: fact.money({ zh: '税收未达成补偿（一年）', en: 'Compensation for tax, a year' }, { min: 0, help: { zh: '按协议作为违约金入账，不作税款。', en: 'Booked as contract damages, never as tax.' } }),
    rectifyBy: fact.day({ zh: '整改期限', en: 'To be put right by' }),
    rechecks: fact.whole({ zh: '复查次数', en: 'Rechecks' }, { min: 0, max: 1 }),
  },
  stages: {
    opened: { name: { zh: '已启动', en: 'Opened' }, place: 'main' },
    measured: { name: { zh: '数据已汇齐', en: 'Measured' }, place: 'main' },
    confirmed: { name: { zh: '企业已确认', en: 'Confirmed' }, place: 'main' },
    passed: { name: { zh: '达标', en: 'Met' }, place: 'end' },
    rectifying: { name: { zh: '限期整改', en: 'To be put right' }, place: 'side' },
    failed: { name: { zh: '不达标', en: 'Not met' }, place: 'end' },
  },
  settings: {
    check: { name: { zh: '联合核查时限', en: 'To check together' }, value: 10, min: 3, max: 30, unit: 'workday' },
    confirm: { name: { zh: '企业确认时限', en: 'The enterprise confirms' }, value: 10, min: 3, max: 30, unit: 'workday' },
    conclude: { name: { zh: '出具结论时限', en: 'To conclude' }, value: 20, min: 5, max: 60, unit: 'workday' },
    rectifyCompletion: { name: { zh: '竣工整改期', en: 'To put right after completion' }, value: 183, min: 30, max: 365, unit: 'calendarDay' },
    rectifyCapacity: { name: { zh: '达产整改期', en: 'To put right after the capacity review' }, value: 365, min: 90, max: 730, unit: 'calendarDay' },
    nearlyEach: { name: { zh: '基本达标：单项最低（%）', en: 'Nearly met: each at least (%)' }, value: 90, min: 50, max: 100 },
    nearlyAll: { name: { zh: '基本达标：加权最低（%）', en: 'Nearly met: weighted at least (%)' }, value: 95, min: 50, max: 100 },
    weightInvestment: { name: { zh: '权重：投资强度', en: 'Weight: investment' }, value: 20, min: 0, max: 100 },
    weightTax: { name: { zh: '权重：亩均税收', en: 'Weight: tax' }, value: 25, min: 0, max: 100 },
    weightValueAdded: { name: { zh: '权重：亩均增加值', en: 'Weight: value added' }, value: 15, min: 0, max: 100 },
    weightOther: { name: { zh: '权重：其余各项', en: 'Weight: each of the others' }, value: 10, min: 0, max: 100 },
  },
  clocks: {
    check: { name: { zh: '联合核查', en: 'Joint check' }, setting: 'check' },
    confirm: { name: { zh: '企业确认', en: 'Confirmation' }, setting: 'confirm' },
    conclude: { name: { zh: '出具结论', en: 'Conclusion' }, setting: 'conclude' },
    rectifyCompletion: { name: { zh: '竣工整改', en: 'Putting right' }, setting: 'rectifyCompletion' },
    rectifyCapacity: { name: { zh: '达产整改', en: 'Putting right' }, setting: 'rectifyCapacity' },
  },
  duties: { confirm: { name: { zh: '确认核查数值', en: 'Confirm the values' }, setting: 'confirm' } },
  links: {},
  refusals: {
    notInForce: { status: 422, zh: '这份承诺不在履行中，不能核查。', en: 'That commitment is not in force and cannot be checked.' },
    rowBad: { status: 422, zh: '指标“{indicator}”重复，或者有一行没有填全。', en: '“{indicator}” stands twice, or a row is not complete.' },
    sourceMissing: { status: 422, zh: '“{indicator}”没有写明数据来源。', en: '“{indicator}” names no source.' },
    actualMissing: { status: 422, zh: '还缺“{indicator}”的实际数值。', en: 'The actual value of “{indicator}” is still missing.' },
  },
  sees: { NATURAL: 'all', INDUSTRY: 'all', TAX: 'all', STAT: 'all', JOINT: 'all', SECRETARIAT: 'all', LEADER: 'all', APPROVAL: 'all', FINANCE: 'all', SUPERVISOR: 'all', ZONE: 'involved', TOWN: 'involved', ENTERPRISE: 'involved' },
  groups: [
    { name: { zh: '核查对象', en: 'What is checked' }, facts: ['name', 'landCommitment', 'kind', 'period', 'unit', 'contact'] },
    { name: { zh: '实际数值', en: 'Actual values' }, facts: ['actuals', 'confirmation'] },
    { name: { zh: '结论', en: 'Conclusion' }, facts: ['results', 'weighted', 'lowest', 'conclusion', 'concludedOn', 'damages', 'taxGap', 'rectifyBy', 'rechecks'] },
  ],
  title: 'name',
  lead: 'unit',
  list: ['name', 'kind', 'unit', 'weighted', 'conclusion', 'concludedOn'],
});

export type ComplianceCheckRecord = typeof complianceCheckRecord;
