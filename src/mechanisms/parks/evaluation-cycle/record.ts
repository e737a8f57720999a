import { fact } from '#kernel/fact.ts';
import { divisionNames } from '#kernel/industry-names.ts';
import { record } from '#kernel/mechanism.ts';
import { publicTo } from '../../publicity.ts';
import { owners } from '../data-owners.ts';
import { classNames, indicatorNames, indicatorsInUnits, listNames, mainNames, offices, presetNames, quantityNames, readers, scopes, taxItemNames } from '../evaluation-words.ts';
import { evaluationCycleRefusals } from './refusals.ts';

const kept = { seenBy: offices } as const;

/** What a correction of the year before did to the sum it moved most. */
export const shiftColumns = {
  on: fact.day({ zh: '日期', en: 'On' }), noticeNo: fact.documentNumber({ zh: '更正通知文号', en: 'Notice' }), enterprise: fact.text({ zh: '企业', en: 'Enterprise' }, { max: 120 }), indicator: fact.choice({ zh: '变动最大的指标', en: 'Indicator moved most' }, indicatorNames), industry: fact.choice({ zh: '行业（空为全部）', en: 'Industry (all when empty)' }, divisionNames),
  quantity: fact.choice({ zh: '项目', en: 'Quantity' }, quantityNames), before: fact.decimal({ zh: '计算时合计', en: 'Sum as it was' }, { decimals: 4 }), after: fact.decimal({ zh: '更正后合计', en: 'Sum corrected' }, { decimals: 4 }), percent: fact.percent({ zh: '累计变动', en: 'Moved in all' }, { min: 0, max: 1_000_000, decimals: 4 }),
} as const;

/** 亩均评价: one year's evaluation, from its scheme to the use of its results. */
export const evaluationCycleRecord = record({
  key: 'evaluationCycle',
  wing: 'parks',
  name: { zh: '亩均评价', en: 'Evaluations per mu' },
  counter: { zh: '次', en: 'evaluations' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { min: 4, max: 80, searched: true }),
    year: fact.whole({ zh: '评价年度', en: 'Year evaluated' }, { min: 2000, max: 2100, names: true, indexed: true }),
    scope: fact.choice({ zh: '评价范围', en: 'Scope' }, scopes, { indexed: true }),
    host: fact.unit({ zh: '亩均办', en: 'Office of the evaluation' }),
    preset: fact.choice({ zh: '参照方案', en: 'Based on' }, presetNames, { help: { zh: '以公布的方案为底，权重、基准、分档可在下面改。', en: 'A published scheme to start from; weights, benchmarks and cut-offs may be changed below.' } }),
    weights: fact.rows({ zh: '指标、权重、基准', en: 'Indicators, weights, benchmarks' }, {
      indicator: fact.choice({ zh: '指标', en: 'Indicator' }, indicatorNames),
      weight: fact.decimal({ zh: '权重', en: 'Weight' }, { min: 0.01, max: 100, decimals: 2 }),
      benchmark: fact.choice({ zh: '基准', en: 'Benchmark' }, { fixed: { zh: '公布值', en: 'Printed' }, all: { zh: '上年全部平均', en: 'Last year’s mean of all' }, industry: { zh: '上年分行业平均', en: 'Last year’s mean of the industry' } }),
      value: fact.decimal({ zh: '公布的基准值', en: 'Printed benchmark' }, { min: 0, max: 1e9, decimals: 6 }),
    }, { max: 10, help: { zh: '不填用参照方案的。权重合计为100。', en: 'As in the scheme it is based on, when empty. Weights add up to 100.' } }),
    taxItems: fact.choices({ zh: '税收口径', en: 'What makes the evaluated tax' }, taxItemNames, { help: { zh: '评价税收＝年内入库税收，再加减选中的各项；不选的按通常口径：加出口免抵，减退税、减滞纳金和查补、减一次性税收，代扣代缴个人所得税不算。', en: 'Tax paid in the year with the chosen items; as usual when none is chosen: plus export offset, less refunds, late fees and one-off taxes, without personal tax withheld.' } }),
    ladder: fact.choice({ zh: '分档', en: 'Classes' }, { letters: { zh: 'A、B、C、D四档', en: 'A, B, C, D' }, plus: { zh: 'A+、A、B、C四档', en: 'A+, A, B, C' } }, { help: { zh: '不填为A、B、C、D；A+、A、B、C的末档是C类，否决定为C类，限档最高为B类。', en: 'A, B, C, D when empty. With A+ the last class is C: vetoes send there, and a cap holds at B.' } }),
    cutPlus: fact.decimal({ zh: 'A+类累计至（%）', en: 'A+ down to (%)' }, { min: 1, max: 99, decimals: 2 }),
    cutA: fact.decimal({ zh: 'A类累计至（%）', en: 'A down to (%)' }, { min: 1, max: 99, decimals: 2 }),
    cutB: fact.decimal({ zh: 'B类累计至（%）', en: 'B down to (%)' }, { min: 1, max: 99, decimals: 2 }),
    cutC: fact.decimal({ zh: 'C类累计至（%）', en: 'C down to (%)' }, { min: 1, max: 99, decimals: 2 }),
    mainBy: fact.choice({ zh: '合并评价的主要成员', en: 'Main member of a joint evaluation' }, mainNames, { help: { zh: '一组合并评价排在这一项最多的成员的行业里；不填按主营业务收入。', en: 'A group stands in the industry of the member with most of this; of revenue, when empty.' } }),
    scheme: fact.longText({ zh: '方案全文（数据）', en: 'The scheme, as data' }, { max: 20_000 }),
    schemeHash: fact.text({ zh: '方案摘要', en: 'Digest of the scheme' }, { max: 64 }),
    schemeVersion: fact.whole({ zh: '方案版本', en: 'Version of the scheme' }, { min: 1, names: true }),
    issuedOn: fact.day({ zh: '方案发布日期', en: 'Scheme issued on' }),
    delivered: fact.choices({ zh: '已提供数据的单位', en: 'Owners that delivered' }, owners),
    enrolled: fact.whole({ zh: '参评企业', en: 'Enterprises enrolled' }, { min: 0 }),
    trialRun: fact.text({ zh: '试算批次', en: 'Trial run' }, { max: 36, forPrograms: true, ...kept }),
    trialAt: fact.instant({ zh: '试算时间', en: 'Tried at' }, kept),
    evaluated: fact.whole({ zh: '已评价企业', en: 'Evaluated' }, { min: 0 }),
    groups: fact.whole({ zh: '合并评价', en: 'Joint evaluations' }, { min: 0, measure: { zh: '组', en: 'groups' }, help: { zh: '计入的合并评价；排序时一组算一家。', en: 'Those that count; each is one among the ranked.' } }),
    grouped: fact.whole({ zh: '合并评价的企业', en: 'Enterprises joined' }, { min: 0 }),
    ungraded: fact.whole({ zh: '参评不定级', en: 'Evaluated, not graded' }, { min: 0 }),
    distribution: fact.rows({ zh: '各类家数', en: 'By class' }, { class: fact.choice({ zh: '类别', en: 'Class' }, classNames), count: fact.whole({ zh: '家数', en: 'Enterprises' }) }, { max: 4 }),
    benchmarks: fact.rows({ zh: '基准值', en: 'Benchmarks' }, { indicator: fact.choice({ zh: '指标', en: 'Indicator' }, indicatorsInUnits), industry: fact.choice({ zh: '行业（空为全部）', en: 'Industry (all when empty)' }, divisionNames), value: fact.decimal({ zh: '基准值', en: 'Benchmark' }, { decimals: 6 }) }, { max: 1_000 }),
    means: fact.rows({ zh: '平均得分', en: 'Mean points' }, { indicator: fact.choice({ zh: '指标', en: 'Indicator' }, indicatorNames), points: fact.decimal({ zh: '得分', en: 'Points' }, { min: -10_000, max: 10_000, decimals: 4, measure: { zh: '分', en: 'points' } }) }, { max: 10, ...kept }),
    cuts: fact.rows({ zh: '各类分数线', en: 'Points at the cuts' }, { list: fact.choice({ zh: '分组', en: 'List' }, listNames), class: fact.choice({ zh: '类别', en: 'Class' }, classNames), points: fact.decimal({ zh: '得分', en: 'Points' }, { min: -10_000, max: 10_000, decimals: 4, measure: { zh: '分', en: 'points' } }) }, { max: 500, ...kept }),
    resultsHash: fact.text({ zh: '结果摘要', en: 'Digest of the results' }, { max: 64 }),
    publicFrom: fact.day({ zh: '公示开始', en: 'Made public on' }),
    publicTo,
    openObjections: fact.whole({ zh: '待答复异议', en: 'Objections to answer' }, { min: 0 }),
    minutesNo: fact.documentNumber({ zh: '常务会纪要文号', en: 'Minutes of the government meeting' }),
    publishedOn: fact.day({ zh: '公布日期', en: 'Published on' }, { indexed: true }),
    corrections: fact.rows({ zh: '更正', en: 'Corrections' }, { noticeNo: fact.documentNumber({ zh: '更正通知文号', en: 'Notice' }), enterprise: fact.text({ zh: '企业', en: 'Enterprise' }, { max: 120 }), from: fact.choice({ zh: '原类别', en: 'From' }, classNames), to: fact.choice({ zh: '现类别', en: 'To' }, classNames), on: fact.day({ zh: '日期', en: 'On' }) }, { max: 500 }),
    baseShifts: fact.rows({ zh: '上年更正对基准的影响', en: 'What corrections of the year before do to the benchmarks' }, shiftColumns, { max: 500, help: { zh: '上年的评价公布后更正，累计变动超过界线的，基准值才重算。', en: 'The benchmarks are made anew only once the corrections of the year before have moved a sum by more than the limit.' } }),
    benchmarkDue: fact.flag({ zh: '基准值待重算', en: 'Benchmarks to be made anew' }, { indexed: true }),
    renewals: fact.rows({ zh: '基准重算', en: 'Benchmarks made anew' }, { on: fact.day({ zh: '日期', en: 'On' }), noticeNo: fact.documentNumber({ zh: '通知文号', en: 'Notice' }), percent: fact.percent({ zh: '合计变动', en: 'Sum moved' }, { min: 0, max: 1_000_000, decimals: 4 }) }, { max: 50 }),
    renewedBy: fact.documentNumber({ zh: '最近一次重算的通知文号', en: 'Notice of the latest renewal' }),
    replayedOn: fact.day({ zh: '复算日期', en: 'Worked out again on' }),
    replayDiffers: fact.whole({ zh: '复算不一致家数', en: 'Enterprises that came out otherwise' }, { min: 0 }),
  },
  stages: {
    planned: { name: { zh: '方案', en: 'Planned' }, place: 'main' },
    collecting: { name: { zh: '数据归集', en: 'Collecting' }, place: 'main' },
    reconciling: { name: { zh: '一企一单确认', en: 'Reconciling' }, place: 'main' },
    computing: { name: { zh: '试算', en: 'Trial run' }, place: 'main' },
    reviewed: { name: { zh: '部门会审', en: 'Reviewed' }, place: 'main' },
    publicity: { name: { zh: '公示', en: 'Public' }, place: 'main' },
    objected: { name: { zh: '异议核查', en: 'Objections' }, place: 'side' },
    approved: { name: { zh: '已审定', en: 'Approved' }, place: 'main' },
    published: { name: { zh: '已公布', en: 'Published' }, place: 'main' },
    archived: { name: { zh: '已归档', en: 'Archived' }, place: 'end' },
    cancelled: { name: { zh: '已取消', en: 'Cancelled' }, place: 'end', uncounted: true },
  },
  settings: {
    issueBy: { name: { zh: '方案发布截止', en: 'Scheme issued by' }, value: 301, min: 101, max: 1231, unit: 'monthDay' },
    collectBy: { name: { zh: '数据归集截止', en: 'Data collected by' }, value: 430, min: 101, max: 1231, unit: 'monthDay' },
    reconcileBy: { name: { zh: '一企一单确认截止', en: 'Reconciled by' }, value: 531, min: 101, max: 1231, unit: 'monthDay' },
    compute: { name: { zh: '试算和异常清零时限', en: 'Trial run and anomalies' }, value: 10, min: 1, max: 40, unit: 'workday' },
    review: { name: { zh: '部门会审时限', en: 'Review by departments' }, value: 10, min: 1, max: 40, unit: 'workday' },
    publicity: { name: { zh: '公示时间', en: 'Publicity' }, value: 5, min: 5, max: 15, unit: 'workday', source: '各地已公布的评价方案：公示3天至7天，多为5个工作日' },
    publishBy: { name: { zh: '结果公布截止', en: 'Published by' }, value: 930, min: 101, max: 1231, unit: 'monthDay', source: '各地已公布的评价方案：结果公布日期在6月下旬至9月下旬' },
    benchmarkShift: { name: { zh: '基准重算界线（合计变动，%）', en: 'Benchmarks made anew when a sum moves by more than (%)' }, value: 1, min: 0, max: 50 },
    use: { name: { zh: '结果应用期', en: 'Results are used for' }, value: 365, min: 90, max: 730, unit: 'calendarDay' },
  },
  clocks: {
    issue: { name: { zh: '方案发布', en: 'Issue of the scheme' }, setting: 'issueBy' },
    collect: { name: { zh: '数据归集', en: 'Collecting' }, setting: 'collectBy' },
    reconcile: { name: { zh: '一企一单确认', en: 'Reconciling' }, setting: 'reconcileBy' },
    compute: { name: { zh: '试算', en: 'Trial run' }, setting: 'compute' },
    review: { name: { zh: '部门会审', en: 'Review' }, setting: 'review' },
    publish: { name: { zh: '结果公布', en: 'Publication' }, setting: 'publishBy' },
  },
  duties: {},
  links: {},
  refusals: evaluationCycleRefusals,
  sees: { ...readers, ENTERPRISE: 'all', OFFICE: 'all', OFFICE_HEAD: 'all' },
  groups: [
    { name: { zh: '方案', en: 'Scheme' }, facts: ['name', 'year', 'scope', 'host', 'preset', 'weights', 'taxItems', 'ladder', 'cutPlus', 'cutA', 'cutB', 'cutC', 'mainBy', 'issuedOn'] },
    { name: { zh: '归集和确认', en: 'Data' }, facts: ['delivered', 'enrolled'] },
    { name: { zh: '结果', en: 'Results' }, facts: ['evaluated', 'distribution', 'ungraded', 'groups', 'grouped', 'benchmarks', 'publicFrom', 'publicTo', 'openObjections', 'minutesNo', 'publishedOn', 'corrections', 'baseShifts', 'benchmarkDue', 'renewals', 'renewedBy', 'replayedOn', 'replayDiffers'] },
    { name: { zh: '复算依据', en: 'To work it out again' }, facts: ['trialAt', 'means', 'cuts', 'schemeVersion', 'schemeHash', 'resultsHash', 'scheme'] },
  ],
  title: 'name',
  lead: 'host',
  list: ['year', 'scope', 'evaluated', 'ungraded', 'publicTo', 'publishedOn'],
});

export type EvaluationCycleRecord = typeof evaluationCycleRecord;
