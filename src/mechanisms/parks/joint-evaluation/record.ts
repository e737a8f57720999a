import { fact } from '#kernel/fact.ts';
import { divisionNames } from '#kernel/industry-names.ts';
import { record } from '#kernel/mechanism.ts';
import { cancelledStage } from '../evaluation-cancelled.ts';
import { classNames, jointGrounds, listNames, offices, quantityNames, readers, ways } from '../evaluation-words.ts';

/** A group reads its own rank, as an enterprise does; the public list has none. */
const membersToo = [...offices, 'ENTERPRISE'];

/** 合并评价: enterprises that one evaluation looks at as one, why, on what evidence, and what it came to. */
export const jointEvaluationRecord = record({
  key: 'jointEvaluation',
  wing: 'parks',
  name: { zh: '合并评价', en: 'Joint evaluations' },
  counter: { zh: '组', en: 'groups' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { max: 140, searched: true }),
    cycle: fact.matter({ zh: '评价', en: 'Evaluation' }, 'evaluationCycle', { indexed: true, stages: ['reconciling', 'computing', 'reviewed'] }),
    year: fact.whole({ zh: '评价年度', en: 'Year evaluated' }, { names: true, indexed: true }),
    grounds: fact.choice({ zh: '合并理由', en: 'Grounds' }, jointGrounds, { indexed: true }),
    members: fact.matters({ zh: '成员企业', en: 'Members' }, 'enterprise', { indexed: true, stages: ['listed'], help: { zh: '全部写上，包括申请的企业。', en: 'All of them, the one that asks among them.' } }),
    way: fact.choice({ zh: '按哪一种计入', en: 'Which one counts' }, ways, { indexed: true, help: { zh: '计入合并评价的，成员都用这一组的类别；计入独立评价的，合并评价只作对照。', en: 'Where the joint one counts all members carry its class; elsewhere it is shown for comparison.' } }),
    documentNo: fact.documentNumber({ zh: '变更登记或认定文号', en: 'Registration or finding' }),
    changedOn: fact.day({ zh: '变更登记日期', en: 'Changed on' }, { help: { zh: '分立、合并在市场监管部门登记的日期。', en: 'The day on which the split or merger was registered.' } }),
    note: fact.longText({ zh: '情况说明', en: 'Statement' }, { min: 5, max: 2_000 }),
    parcels: fact.matters({ zh: '共用宗地', en: 'Land they share' }, 'parcel', { help: { zh: '按地块和入驻登记，评价年末至少两家成员都在的宗地。', en: 'By the registers: parcels on which two members or more were at the end of the year.' } }),
    main: fact.matter({ zh: '主要成员', en: 'Main member' }, 'enterprise', { help: { zh: '主营业务收入最多的一家（方案可改）；这一组排在它的行业里。', en: 'The one with most revenue, unless the scheme says otherwise; the group stands in its industry.' } }),
    industry: fact.choice({ zh: '行业大类', en: 'Two-digit industry' }, divisionNames),
    decidedOn: fact.day({ zh: '审定日期', en: 'Decided on' }),
    added: fact.rows({ zh: '合计', en: 'Added up' }, {
      quantity: fact.choice({ zh: '项目', en: 'Quantity' }, quantityNames), value: fact.decimal({ zh: '合计', en: 'Sum' }, { decimals: 4 }), of: fact.whole({ zh: '有数据的成员', en: 'Members that have it' }),
    }, { max: 9 }),
    points: fact.decimal({ zh: '总分', en: 'Points' }, { isRate: true, min: -10_000, max: 10_000, decimals: 2, measure: { zh: '分', en: 'pts' } }),
    list: fact.choice({ zh: '排序分组', en: 'List' }, listNames, { seenBy: membersToo }),
    rank: fact.whole({ zh: '名次', en: 'Rank' }, { names: true, min: 1, seenBy: membersToo }),
    among: fact.whole({ zh: '组内家数', en: 'Among' }, { min: 1, seenBy: membersToo, help: { zh: '一组合并评价算一家。', en: 'A joint evaluation counts as one.' } }),
    class: fact.choice({ zh: '合并评价类别', en: 'Class together' }, classNames, { indexed: true }),
    isUngraded: fact.flag({ zh: '参评不定级', en: 'Evaluated, not graded' }),
  },
  stages: {
    applied: { name: { zh: '已申请', en: 'Applied for' }, place: 'main' },
    accepted: { name: { zh: '已审定', en: 'Accepted' }, place: 'main' },
    public: { name: { zh: '公示', en: 'Public' }, place: 'main' },
    final: { name: { zh: '已公布', en: 'Published' }, place: 'end' },
    declined: { name: { zh: '不合并', en: 'Declined' }, place: 'end', uncounted: true },
    withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, place: 'end', uncounted: true },
    cancelled: cancelledStage,
  },
  settings: {
    agree: { name: { zh: '成员同意时限', en: 'Members to agree' }, value: 5, min: 1, max: 20, unit: 'workday' },
    decide: { name: { zh: '审定时限', en: 'To decide' }, value: 10, min: 1, max: 20, unit: 'workday' },
    months: { name: { zh: '分立后合并评价（月）', en: 'Together after a split (months)' }, value: 24, min: 1, max: 60, source: '分立未满24个月的合并评价，防止以分立退出规上名录或末档' },
    most: { name: { zh: '一组最多成员', en: 'Members at most' }, value: 20, min: 2, max: 200 },
  },
  clocks: { decide: { name: { zh: '审定', en: 'Decision' }, setting: 'decide' } },
  duties: { agree: { name: { zh: '确认是否同意合并评价', en: 'Agree to the joint evaluation, or not' }, setting: 'agree' } },
  links: {},
  refusals: {
    notReconciling: { status: 422, zh: '共用土地的合并评价在一企一单确认期间申请；这次评价不在这一阶段。', en: 'Joint evaluation of shared land is asked for while data are reconciled; this evaluation is not at that stage.' },
    trialBegun: { zh: '试算已经开始，不能再撤回。', en: 'The trial run has begun; it cannot be withdrawn any more.' },
    cycleClosed: { status: 422, zh: '这次评价还没有到确认阶段，或者已经公示，不能增减合并评价。', en: 'That evaluation is not yet reconciled or public already; joint evaluations can be neither added nor ended.' },
    membersFew: { status: 422, zh: '合并评价要有2家至{most}家企业，每家写一次，请核对。', en: 'A joint evaluation has 2 to {most} enterprises, each named once. Please check.' },
    notMember: { status: 403, zh: '由成员企业申请；您不是其中任何一家的经办人。', en: 'Members ask for it; you act for none of them.' },
    notOnList: { status: 422, zh: '“{name}”不在这次评价的名录里，不能合并；确应参评的，先由统计部门列入名录。', en: '“{name}” is not on the list of this evaluation and cannot be joined; statistics has to list it first.' },
    aboveElsewhere: { status: 422, zh: '“{name}”在{year}年规上名录里；有规上企业的，在规上评价里合并。', en: '“{name}” is on the list above size of {year}; a group with one of them is joined in that evaluation.' },
    notFree: { status: 422, zh: '“{name}”的规下评价单正在核查异议，或者结果已经公示，不能并入规上合并评价；异议先答复，已经公示的各自评价。', en: 'The sheet of “{name}” below size waits for an answer or is public already; it cannot be joined above size. Answer first; who is public is evaluated by itself.' },
    joinedAlready: { status: 422, zh: '“{name}”已经在“{other}”里，一家企业在一次评价里只能合并一次。', en: '“{name}” is in “{other}” already; an enterprise is joined once in an evaluation.' },
    noSharedLand: { status: 422, zh: '按地块和入驻登记，“{name}”在{year}年末没有和其他成员共用宗地；登记有误的先更正登记。', en: 'By the registers “{name}” shared no land with the others at the end of {year}; a register that is wrong is corrected first.' },
    appliedFor: { status: 422, zh: '共用土地的合并评价由企业申请，不依职权合并。', en: 'Joint evaluation of shared land is asked for by the enterprises; it is not ordered.' },
    changeMissing: { status: 422, zh: '分立、合并的，填写变更登记文号和日期。', en: 'A split or a merger has the number and the day of its registration.' },
    splitLongAgo: { status: 422, zh: '到{year}年末分立已满{months}个月，按各自独立评价。', en: 'By the end of {year} the split is {months} months old: each is evaluated by itself.' },
    afterYear: { status: 422, zh: '变更登记日期在{year}年以后，不影响这次评价。', en: 'The change was registered after {year} and does not concern this evaluation.' },
    mergedEarlier: { status: 422, zh: '合并不在{year}年内，不用两种口径计算。', en: 'The merger is not of {year}; there is nothing to evaluate both ways.' },
    notAgreed: { zh: '还有{count}家成员没有同意，不能审定。', en: '{count|member has|members have} not agreed yet.' },
  },
  sees: { ...readers, ENTERPRISE: 'involved' },
  groups: [
    { name: { zh: '合并', en: 'Joined' }, facts: ['name', 'cycle', 'year', 'grounds', 'way', 'members', 'main', 'industry', 'parcels'] },
    { name: { zh: '依据', en: 'Basis' }, facts: ['documentNo', 'changedOn', 'note', 'decidedOn'] },
    { name: { zh: '结果', en: 'Result' }, facts: ['class', 'points', 'isUngraded', 'list', 'rank', 'among', 'added'] },
  ],
  title: 'name',
  list: ['grounds', 'way', 'year', 'class', 'points', 'decidedOn'],
});

export type JointEvaluationRecord = typeof jointEvaluationRecord;
