import { fact } from '#kernel/fact.ts';
import { divisionNames } from '#kernel/industry-names.ts';
import { record } from '#kernel/mechanism.ts';
import { measuredNames } from '../data-owners.ts';
import { cancelledStage, cycleCancelled } from '../evaluation-cancelled.ts';
import { classNames, indicatorNames, indicatorsInUnits, listNames, offices, readers, scopes, stepWays, vetoNames, ways } from '../evaluation-words.ts';

const points = (zh: string, en: string) => fact.decimal({ zh, en }, { isRate: true, min: -10_000, max: 10_000, decimals: 2, measure: { zh: '分', en: 'pts' } });

const stepColumns = {
  indicator: fact.choice({ zh: '指标', en: 'Indicator' }, indicatorsInUnits), value: fact.decimal({ zh: '指标值', en: 'Value' }, { decimals: 6 }), benchmark: fact.decimal({ zh: '基准值', en: 'Benchmark' }, { decimals: 6 }),
  weight: fact.decimal({ zh: '权重', en: 'Weight' }, { decimals: 2 }), points: fact.decimal({ zh: '得分', en: 'Points' }, { decimals: 4 }), how: fact.choice({ zh: '方式', en: 'How' }, stepWays),
} as const;

const moveColumns = {
  by: fact.choice({ zh: '依据', en: 'By' }, { guard: { zh: '约束', en: 'Guard' }, veto: { zh: '一票否决、限档', en: 'Veto or cap' } }), guard: fact.whole({ zh: '方案约束第几条', en: 'Guard no. in the scheme' }), veto: fact.choice({ zh: '事项', en: 'Finding' }, vetoNames), to: fact.choice({ zh: '定为', en: 'Set to' }, classNames),
} as const;

/** Why a row changed once it was public. */
const changeReasons = { data: { zh: '数据更正', en: 'Its data were corrected' }, benchmarks: { zh: '基准值重算', en: 'The benchmarks were made anew' } } as const;

/** An enterprise reads its own rank on its own sheet; the public list has none. */
const ownersToo = [...offices, 'ENTERPRISE'];

/** 一企一单: what is read of one enterprise, what it says to it, and its result with every step of the working. */
export const evaluationSheetRecord = record({
  key: 'evaluationSheet',
  wing: 'parks',
  name: { zh: '企业评价单', en: 'Evaluation sheets' },
  counter: { zh: '张', en: 'sheets' },
  facts: {
    name: fact.text({ zh: '企业', en: 'Enterprise' }, { min: 2, max: 120, searched: true }),
    cycle: fact.matter({ zh: '评价', en: 'Evaluation' }, 'evaluationCycle', { indexed: true }),
    enterprise: fact.matter({ zh: '企业库', en: 'In the register' }, 'enterprise', { indexed: true }),
    creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { searched: true, indexed: true }),
    key: fact.text({ zh: '评价和代码', en: 'Evaluation and code' }, { unique: true, max: 80, seenBy: [] }),
    year: fact.whole({ zh: '评价年度', en: 'Year evaluated' }, { names: true, indexed: true }),
    scope: fact.choice({ zh: '评价范围', en: 'Scope' }, scopes),
    park: fact.matter({ zh: '所在园区', en: 'Park' }, 'park', { indexed: true, help: { zh: '评价年末主要用地所在的园区；公示时记下。', en: 'Where most of its land was at the end of the year; noted when the result is made public.' } }),
    industry: fact.choice({ zh: '行业大类', en: 'Two-digit industry' }, divisionNames, { indexed: true }),
    host: fact.unit({ zh: '亩均办', en: 'Office of the evaluation' }),
    agent: fact.person({ zh: '企业经办人', en: 'Who acts for it' }),
    readings: fact.rows({ zh: '官方数据', en: 'Official data' }, {
      quantity: fact.choice({ zh: '项目', en: 'Quantity' }, measuredNames), value: fact.decimal({ zh: '数值', en: 'Value' }, { decimals: 4 }),
      before: fact.decimal({ zh: '上年', en: 'Year before' }, { decimals: 4 }), source: fact.text({ zh: '来源', en: 'Source' }, { max: 200 }), readAt: fact.instant({ zh: '入库时间', en: 'Kept at' }),
    }, { max: 40, help: { zh: '由数据责任单位提供，企业只能确认或提出异议。', en: 'Delivered by their owners; an enterprise confirms or objects.' } }),
    taxChange: fact.money({ zh: '方案口径调整的税收', en: 'Tax by which the scheme departs from the usual items' }, { min: -9e15, max: 9e15, help: { zh: '评价税收里，按方案的税收口径比通常口径多算或少算的数。', en: 'What the evaluated tax has more, or less, for the items that the scheme lists.' } }),
    declaredLand: fact.area({ zh: '企业自报用地', en: 'Land as the enterprise declares it' }, { isLand: true, min: 0, max: 1e9, help: { zh: '不参加计算，只用来与登记、实测核对。', en: 'Not reckoned with; only held against register and survey.' } }),
    tax: fact.money({ zh: '评价税收', en: 'Evaluated tax' }, { min: -9e15, max: 9e15 }),
    land: fact.area({ zh: '评价用地', en: 'Evaluated land' }, { isLand: true, min: 0, max: 1e9, help: { zh: '登记和实测中大的。', en: 'The larger of register and survey.' } }),
    valued: fact.choices({ zh: '算得出的指标', en: 'Indicators that have a value' }, indicatorNames, { indexed: true, help: { zh: '本企业分子、分母都有数据、分母大于0的指标；园区的合计只含这些企业。', en: 'Those of which it has both quantities itself, the denominator above 0: the sums of its park are of these.' } }),
    taxBefore: fact.money({ zh: '上年评价税收', en: 'Evaluated tax of the year before' }, { min: -9e15, max: 9e15, help: { zh: '上年同范围评价公布的数；上年没有参评的为空。', en: 'As published the year before in the same scope; empty for who was not evaluated then.' } }),
    landBefore: fact.area({ zh: '上年评价用地', en: 'Evaluated land of the year before' }, { isLand: true, min: 0, max: 1e9 }),
    reminders: fact.whole({ zh: '已催次数', en: 'Reminders' }, { min: 0 }),
    remindedOn: fact.day({ zh: '最近催办', en: 'Last reminded on' }),
    confirmedBy: fact.choice({ zh: '确认方式', en: 'How it was confirmed' }, { enterprise: { zh: '企业确认', en: 'By the enterprise' }, paper: { zh: '纸质确认代录', en: 'On paper' }, silence: { zh: '逾期视为确认', en: 'By silence' }, answer: { zh: '异议答复后', en: 'After the answer' } }),
    confirmedOn: fact.day({ zh: '确认日期', en: 'Confirmed on' }),
    disputed: fact.choice({ zh: '有异议的项目', en: 'Disputed' }, measuredNames, { indexed: true }),
    claimed: fact.decimal({ zh: '企业主张的数值', en: 'Value claimed' }, { min: -1e13, max: 1e13, decimals: 4, help: { zh: '单位与官方数据相同。', en: 'In the unit of the official data.' } }),
    grounds: fact.longText({ zh: '异议理由', en: 'Grounds' }, { min: 5, max: 2_000 }),
    upheld: fact.flag({ zh: '异议成立', en: 'Upheld' }),
    correctedValue: fact.decimal({ zh: '更正后的数值', en: 'Corrected value' }, { min: -1e13, max: 1e13, decimals: 4 }),
    answer: fact.longText({ zh: '核查答复', en: 'Answer' }, { min: 5, max: 2_000 }),
    answeredOn: fact.day({ zh: '答复日期', en: 'Answered on' }),
    steps: fact.rows({ zh: '算式', en: 'Working' }, stepColumns, { max: 10 }),
    bonus: points('加分', 'Bonus'),
    deduction: points('扣分', 'Deduction'),
    points: points('总分', 'Points'),
    list: fact.choice({ zh: '排序分组', en: 'List' }, listNames, { seenBy: ownersToo }),
    rank: fact.whole({ zh: '名次', en: 'Rank' }, { names: true, min: 1, seenBy: ownersToo, help: { zh: '不公开，企业只看得到自己的：名单同类之内不排名次。', en: 'Not public, and each enterprise sees its own alone: the list has no ranks inside a class.' } }),
    among: fact.whole({ zh: '组内家数', en: 'Among' }, { min: 1, seenBy: ownersToo }),
    ranked: fact.choice({ zh: '按分档的类别', en: 'Class by the cut-offs' }, classNames),
    class: fact.choice({ zh: '评价类别', en: 'Class' }, classNames, { indexed: true }),
    isUngraded: fact.flag({ zh: '参评不定级', en: 'Evaluated, not graded' }, { indexed: true }),
    moves: fact.rows({ zh: '约束和否决', en: 'Guards and vetoes' }, moveColumns, { max: 20 }),
    joint: fact.matter({ zh: '所在的合并评价', en: 'Joint evaluation' }, 'jointEvaluation', { indexed: true }),
    way: fact.choice({ zh: '按哪一种计入', en: 'Which one counts' }, ways, { help: { zh: '在合并评价里的企业，独立和合并两种都列，类别用计入的一种。', en: 'In a joint evaluation both ways are shown; the class is that of the one that counts.' } }),
    besideSteps: fact.rows({ zh: '另一种口径的算式', en: 'Working of the other way' }, stepColumns, { max: 10 }),
    besideMoves: fact.rows({ zh: '另一种口径的约束和否决', en: 'Guards and vetoes of the other way' }, moveColumns, { max: 20 }),
    besideBonus: points('另一种口径的加分', 'Bonus of the other way'),
    besideDeduction: points('另一种口径的扣分', 'Deduction of the other way'),
    besidePoints: points('另一种口径的总分', 'Points of the other way'),
    besideRanked: fact.choice({ zh: '另一种口径按分数线的类别', en: 'Class by the cuts of the other way' }, classNames),
    besideClass: fact.choice({ zh: '另一种口径的类别', en: 'Class of the other way' }, classNames),
    publicTo: fact.day({ zh: '异议截止', en: 'Objections until' }),
    publishedOn: fact.day({ zh: '公布日期', en: 'Published on' }, { indexed: true }),
    noticeNo: fact.documentNumber({ zh: '更正通知文号', en: 'Notice of correction' }),
    changes: fact.rows({ zh: '变更', en: 'Changes' }, {
      on: fact.day({ zh: '日期', en: 'On' }), why: fact.choice({ zh: '原因', en: 'Why' }, changeReasons), quantity: fact.choice({ zh: '项目', en: 'Quantity' }, measuredNames), before: fact.decimal({ zh: '原数值', en: 'Value before' }, { decimals: 4 }), after: fact.decimal({ zh: '现数值', en: 'Value after' }, { decimals: 4 }),
      from: fact.choice({ zh: '原类别', en: 'From' }, classNames), to: fact.choice({ zh: '现类别', en: 'To' }, classNames), pointsBefore: fact.decimal({ zh: '原分', en: 'Points before' }, { decimals: 4 }), pointsAfter: fact.decimal({ zh: '现分', en: 'Points after' }, { decimals: 4 }),
    }, { max: 20 }),
  },
  stages: {
    open: { name: { zh: '待企业确认', en: 'To be confirmed' }, place: 'main' },
    disputed: { name: { zh: '数据异议', en: 'Data disputed' }, place: 'side' },
    confirmed: { name: { zh: '已确认', en: 'Confirmed' }, place: 'main' },
    public: { name: { zh: '公示中', en: 'Public' }, place: 'main' },
    contested: { name: { zh: '结果异议', en: 'Result contested' }, place: 'side' },
    final: { name: { zh: '已公布', en: 'Published' }, place: 'end' },
    joined: { name: { zh: '并入规上合并评价', en: 'Joined above size' }, place: 'end', uncounted: true },
    cancelled: cancelledStage,
  },
  settings: {
    confirm: { name: { zh: '企业确认时限', en: 'To confirm' }, value: 10, min: 3, max: 30, unit: 'workday' },
    remindAfter: { name: { zh: '催办间隔', en: 'Between reminders' }, value: 5, min: 1, max: 15, unit: 'workday' },
    reminders: { name: { zh: '催办次数', en: 'Reminders' }, value: 2, min: 1, max: 5 },
    answer: { name: { zh: '异议答复时限', en: 'To answer' }, value: 10, min: 1, max: 10, unit: 'workday' },
    again: { name: { zh: '变更后再公示', en: 'Public again after a change' }, value: 5, min: 3, max: 15, unit: 'workday' },
  },
  clocks: { answer: { name: { zh: '异议答复', en: 'Answer' }, setting: 'answer' } },
  duties: { confirm: { name: { zh: '确认评价数据', en: 'Confirm the data of the evaluation' }, setting: 'confirm' } },
  links: {},
  refusals: {
    cycleCancelled,
    otherOwner: { status: 403, zh: '这项数据由{owner}负责，由它答复。', en: 'The {owner} is responsible for that; it answers.' },
    correctionMissing: { status: 422, zh: '异议成立的，填写更正后的数值；不成立的不填。', en: 'An objection that is upheld has a corrected value; one that is not has none.' },
    proofMissing: { status: 422, zh: '改动数据要有盖章的依据，请上传。', en: 'A change of data needs its stamped proof. Please upload it.' },
    lateObjection: { zh: '公示到{day}为止，已经不能提出异议。', en: 'It was public until {day}; it is too late to object.' },
    notReminded: { zh: '还没有催满{count}次，不能视为确认。', en: 'It has not been reminded {count} times; silence is no consent yet.' },
    silenceShort: { zh: '最近一次催办后未满{days}个工作日，不能视为确认。', en: 'Less than {days} working days since the last reminder; silence is no consent yet.' },
    remindedEnough: { zh: '已经催满次数，或者间隔未到。', en: 'It has been reminded often enough, or too lately.' },
    notDelivered: { status: 422, zh: '这一项没有官方数据，不能就数值提出异议；请在理由里写明，由亩均办转责任单位补报。', en: 'There are no official data of that kind; nothing can be disputed.' },
  },
  sees: { ...readers, ENTERPRISE: 'involved' },
  groups: [
    { name: { zh: '结果', en: 'Result' }, facts: ['class', 'points', 'bonus', 'deduction', 'ranked', 'isUngraded', 'rank', 'among', 'publicTo', 'publishedOn', 'steps', 'moves', 'changes', 'noticeNo'] },
    { name: { zh: '合并评价', en: 'Joint evaluation' }, facts: ['joint', 'way', 'besideClass', 'besidePoints', 'besideBonus', 'besideDeduction', 'besideRanked', 'besideSteps', 'besideMoves'] },
    { name: { zh: '数据和确认', en: 'Data' }, facts: ['readings', 'tax', 'taxChange', 'land', 'taxBefore', 'landBefore', 'valued', 'declaredLand', 'confirmedBy', 'confirmedOn', 'reminders', 'remindedOn'] },
    { name: { zh: '异议', en: 'Objection' }, facts: ['disputed', 'claimed', 'grounds', 'upheld', 'correctedValue', 'answer', 'answeredOn'] },
    { name: { zh: '企业', en: 'Enterprise' }, facts: ['name', 'creditCode', 'enterprise', 'industry', 'park', 'agent', 'cycle', 'year', 'scope', 'host'] },
  ],
  title: 'name',
  lead: 'host',
  list: ['class', 'points', 'year', 'industry', 'creditCode', 'isUngraded'],
  publicFace: {
    when: { stage: ['public', 'contested', 'final'] },
    facts: ['name', 'creditCode', 'year', 'scope', 'class', 'isUngraded', 'way', 'publicTo'],
    name: { zh: '亩均评价结果', en: 'Results of the evaluation per mu' },
    about: { zh: '企业亩均效益评价的等级，按档列出，不排名次。', en: 'The classes of the per-mu evaluation, enterprise by enterprise, without ranks.' },
    order: 'class',
    brief: ['year', 'scope', 'class', 'isUngraded'],
    narrows: ['year', 'scope', 'class'],
    latest: 'year',
  },
});

export type EvaluationSheetRecord = typeof evaluationSheetRecord;
