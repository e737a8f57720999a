import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { claims, items, measures } from './scheme.ts';

/** Neither opinion is read by anybody before both are in (projects.md §2.1). */
const bothIn = { stage: ['compared', 'thirdParty', 'reconciled', 'submitted', 'supplementing', 'returned', 'accepted', 'rejected'] };
const ofLead = { until: bothIn, but: { duty: 'reconcile' } } as const;
const ofSecond = { until: bothIn } as const;
const level = { min: 0, max: 1, decimals: 2 };
const index = (zh: string, en: string, veiled?: typeof ofLead | typeof ofSecond) => fact.decimal({ zh, en }, { isRate: true, min: 0, max: 120, ...(veiled ? { veiled } : {}) });

const ratingsOf = (zh: string, en: string, veiled?: typeof ofLead | typeof ofSecond) =>
  fact.rows({ zh, en }, {
    item: fact.choice({ zh: '核查项', en: 'Item' }, items),
    rating: fact.whole({ zh: '风险（0无—4很高）', en: 'Risk (0 none – 4 very high)' }, { min: 0, max: 4 }),
    note: fact.text({ zh: '依据', en: 'Ground' }, { max: 300 }),
  }, { each: 'item', ...(veiled ? { veiled } : {}) });
const proofsOf = (zh: string, en: string, veiled?: typeof ofLead | typeof ofSecond) =>
  fact.rows({ zh, en }, {
    claim: fact.choice({ zh: '关键声明', en: 'Claim' }, claims),
    level: fact.decimal({ zh: '核实程度（0–1）', en: 'Proven (0–1)' }, level),
    note: fact.text({ zh: '凭据', en: 'Proof' }, { max: 300 }),
  }, { each: 'claim', ...(veiled ? { veiled } : {}) });
const worthOf = (zh: string, en: string, veiled?: typeof ofLead | typeof ofSecond) =>
  fact.rows({ zh, en }, {
    measure: fact.choice({ zh: '指标', en: 'Measure' }, measures),
    value: fact.decimal({ zh: '项目值', en: 'Value' }, { min: 0 }),
    benchmark: fact.decimal({ zh: '标杆值', en: 'Benchmark' }, { min: 0 }),
  }, { each: 'measure', ...(veiled ? { veiled } : {}) });

/** Joint and blind due diligence by two parties (projects.md §2). */
export const dueDiligenceRecord = record({
  key: 'dueDiligence',
  wing: 'projects',
  name: { zh: '协同尽调', en: 'Due diligence' },
  counter: { zh: '次', en: 'rounds' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Title' }, { max: 160, searched: true }),
    project: fact.matter({ zh: '项目', en: 'Project' }, 'project', { indexed: true, stages: ['planning', 'returned', 'review', 'decided'] }),
    leadParty: fact.unit({ zh: '主尽调单位', en: 'First party' }, { indexed: true }),
    leadPerson: fact.person({ zh: '主尽调人', en: 'First investigator' }),
    secondParty: fact.unit({ zh: '第二尽调单位', en: 'Second party' }, { indexed: true }),
    secondPerson: fact.person({ zh: '第二尽调人', en: 'Second investigator' }),
    isOverseas: fact.flag({ zh: '境外投资方', en: 'Investor abroad' }),
    declaredBy: fact.whole({ zh: '已签利益冲突声明', en: 'Conflict statements signed' }, { min: 0, max: 2 }),
    visits: fact.rows({ zh: '实地查看', en: 'Site visits' }, {
      on: fact.day({ zh: '日期', en: 'On' }),
      where: fact.text({ zh: '地点', en: 'Place' }, { max: 120 }),
      people: fact.whole({ zh: '人数', en: 'People' }, { min: 1, max: 50 }),
      isVideo: fact.flag({ zh: '视频加第三方', en: 'By video with a third party' }),
    }),
    visitPhotos: fact.evidence({ zh: '查看照片', en: 'Photos of the visits' }),
    leadRatings: ratingsOf('主尽调评定', 'Ratings of the first party', ofLead),
    leadProofs: proofsOf('主尽调核实', 'Proofs of the first party', ofLead),
    leadWorth: worthOf('主尽调测算', 'Worth by the first party', ofLead),
    leadReport: fact.longText({ zh: '主尽调意见', en: 'Opinion of the first party' }, { min: 20, max: 6000, veiled: ofLead }),
    leadRisk: index('主尽调风险指数', 'Risk by the first party', ofLead),
    leadAuthenticity: index('主尽调真实度', 'Authenticity by the first party', ofLead),
    leadWorthIndex: index('主尽调含金量', 'Worth by the first party, index', ofLead),
    leadRedLines: fact.choices({ zh: '主尽调红线', en: 'Red lines found by the first party' }, redLineNames(), { veiled: ofLead }),
    secondRatings: ratingsOf('第二尽调评定', 'Ratings of the second party', ofSecond),
    secondProofs: proofsOf('第二尽调核实', 'Proofs of the second party', ofSecond),
    secondWorth: worthOf('第二尽调测算', 'Worth by the second party', ofSecond),
    secondReport: fact.longText({ zh: '第二尽调意见', en: 'Opinion of the second party' }, { min: 20, max: 6000, veiled: ofSecond }),
    secondRisk: index('第二尽调风险指数', 'Risk by the second party', ofSecond),
    secondAuthenticity: index('第二尽调真实度', 'Authenticity by the second party', ofSecond),
    secondWorthIndex: index('第二尽调含金量', 'Worth by the second party, index', ofSecond),
    secondRedLines: fact.choices({ zh: '第二尽调红线', en: 'Red lines found by the second party' }, redLineNames(), { veiled: ofSecond }),
    disagreement: fact.decimal({ zh: '两方最大分差', en: 'Largest difference' }, { min: 0, max: 120 }),
    thirdParty: fact.text({ zh: '第三方机构', en: 'Third party' }, { max: 120 }),
    thirdOpinion: fact.longText({ zh: '第三方意见', en: 'Opinion of the third party' }, { max: 6000 }),
    ratings: ratingsOf('会商评定', 'Ratings agreed'),
    proofs: proofsOf('会商核实', 'Proofs agreed'),
    worthRows: worthOf('会商测算', 'Worth agreed'),
    redLines: fact.choices({ zh: '红线', en: 'Red lines' }, redLineNames()),
    report: fact.longText({ zh: '尽调报告', en: 'Report' }, { min: 20, max: 8000 }),
    riskIndex: index('风险指数', 'Risk index'),
    riskLevel: fact.choice({ zh: '风险等级', en: 'Risk' }, { low: { zh: '低', en: 'Low' }, middle: { zh: '中', en: 'Middle' }, raised: { zh: '较高', en: 'Raised' }, high: { zh: '高', en: 'High' } }, { indexed: true }),
    authenticity: index('真实度', 'Authenticity'),
    worth: index('含金量', 'Worth'),
    conclusion: fact.choice({ zh: '结论', en: 'Conclusion' }, { toReview: { zh: '提交评审', en: 'To the review' }, supplement: { zh: '补充一次', en: 'Supplement once' }, notRecommended: { zh: '不予推荐', en: 'Not recommended' } }, { indexed: true }),
    schemeVersion: fact.whole({ zh: '评定方案版本', en: 'Version of the scheme' }, { names: true, min: 1 }),
    similarity: fact.percent({ zh: '与既有尽调最高相似度', en: 'Likeness to another report' }, { min: 0, max: 100 }),
    similarTo: fact.text({ zh: '相似的尽调', en: 'Like the report' }, { max: 200 }),
    isAlike: fact.flag({ zh: '文字雷同预警', en: 'Alert: text like another report' }, { indexed: true }),
    returns: fact.whole({ zh: '退回次数', en: 'Times returned' }, { min: 0 }),
    supplements: fact.whole({ zh: '补充次数', en: 'Times supplemented' }, { min: 0 }),
    concludedOn: fact.day({ zh: '结论日期', en: 'Concluded on' }, { indexed: true }),
    validUntil: fact.day({ zh: '有效期至', en: 'Valid until' }, { indexed: true }),
  },
  stages: {
    opened: { name: { zh: '已分派', en: 'Assigned' }, place: 'main' },
    collecting: { name: { zh: '核查取证', en: 'Collecting' }, place: 'main' },
    drafted: { name: { zh: '主尽调已提交', en: 'First opinion in' }, place: 'main' },
    compared: { name: { zh: '两方比对', en: 'Compared' }, place: 'main' },
    thirdParty: { name: { zh: '第三方尽调', en: 'Third party' }, place: 'side' },
    reconciled: { name: { zh: '会商一致', en: 'Reconciled' }, place: 'main' },
    submitted: { name: { zh: '已报评审办', en: 'Submitted' }, place: 'main' },
    supplementing: { name: { zh: '补充佐证', en: 'Supplementing' }, place: 'side' },
    returned: { name: { zh: '退回修改', en: 'Returned' }, place: 'side' },
    accepted: { name: { zh: '通过', en: 'Accepted' }, place: 'end' },
    rejected: { name: { zh: '不予推荐', en: 'Not recommended' }, place: 'end' },
    dropped: { name: { zh: '撤销', en: 'Dropped' }, place: 'end', uncounted: true },
  },
  settings: {
    statementDays: { name: { zh: '签利益冲突声明', en: 'To sign the statement' }, value: 1, min: 1, max: 5, unit: 'workday', source: 'projects.md §2.1' },
    domesticDays: { name: { zh: '尽调', en: 'Due diligence' }, value: 10, min: 5, max: 60, unit: 'workday', source: 'projects.md §1.1' },
    overseasDays: { name: { zh: '境外投资方尽调', en: 'Due diligence abroad' }, value: 15, min: 5, max: 60, unit: 'workday', source: 'projects.md §1.1' },
    correctionDays: { name: { zh: '退回修改、补充佐证', en: 'To correct or supplement' }, value: 10, min: 3, max: 30, unit: 'workday', source: 'projects.md §2.1' },
    returnsMost: { name: { zh: '最多退回次数', en: 'Most returns' }, value: 2, min: 1, max: 5 },
    likeness: { name: { zh: '文字雷同预警线（%）', en: 'Alert of likeness (%)' }, value: 80, min: 50, max: 100, source: 'projects.md §16' },
  },
  clocks: {
    whole: { name: { zh: '尽调', en: 'Due diligence' }, setting: 'domesticDays' },
    correction: { name: { zh: '修改补充', en: 'Correct or supplement' }, setting: 'correctionDays' },
  },
  duties: {
    declare: { name: { zh: '签利益冲突声明', en: 'Sign the conflict statement' }, setting: 'statementDays' },
    leadOpinion: { name: { zh: '主尽调意见', en: 'First opinion' }, setting: 'domesticDays' },
    secondOpinion: { name: { zh: '第二意见（背靠背）', en: 'Second opinion, blind' }, setting: 'domesticDays' },
    reconcile: { name: { zh: '会商报送', en: 'Reconcile and submit' }, setting: 'domesticDays' },
  },
  links: {},
  refusals: {
    sameUnit: { status: 422, zh: '两方应来自两个不同单位，请另选第二尽调单位。', en: 'The two parties come from two different units. Choose another second party.' },
    samePersonTwice: { status: 422, zh: '两方不能是同一人，请另选。', en: 'The two investigators cannot be one person. Choose another.' },
    projectElsewhere: { status: 422, zh: '这个项目现在不能开展尽调：策划在谈、或者情况变动需要重新尽调的才可以。', en: 'This project cannot be investigated now: only one in planning, or one that has changed since.' },
    conflicted: { status: 422, zh: '存在利益冲突的不能参加尽调，请告知招商团队另行分派。', en: 'Whoever has a conflict of interest takes no part. Ask the investment team to assign somebody else.' },
    notVisited: { zh: '还没有不少于2人的实地查看记录，不能提交意见。', en: 'There is no site visit by at least two people yet.' },
    videoAbroadOnly: { status: 422, zh: '只有境外投资方可以视频查看，其他的请实地查看。', en: 'Only an investor abroad is visited by video; go there in person.' },
    visitLater: { status: 422, zh: '查看日期不能晚于今天，请核对。', en: 'A visit cannot lie later than today. Please check.' },
    notAllRated: { status: 422, zh: '还有核查项没有评定：{missing}。', en: 'Not yet rated: {missing}.' },
    notAllProven: { status: 422, zh: '还有关键声明没有核实：{missing}。', en: 'Claims not yet examined: {missing}.' },
    notAllMeasured: { status: 422, zh: '还有指标没有填值或者标杆：{missing}。', en: 'Measures without value or benchmark: {missing}.' },
    ratedTwice: { status: 422, zh: '同一项填了两行，请删去一行。', en: 'One item stands in two rows. Remove one.' },
    tooFarApart: { zh: '两方相差{points}分，超过{most}分，应先委托律师或者会计师事务所第三方尽调。', en: 'The two opinions differ by {points} points, more than {most}; a law or accounting firm has to look first.' },
    notApart: { zh: '两方相差{points}分，没有超过{most}分，不需要第三方。', en: 'The two opinions differ by {points} points, not more than {most}; no third party is needed.' },
    returnedTwice: { zh: '已经退回{times}次，不能再退回，请作出通过或者不予推荐的结论。', en: 'It was returned {times} times already; conclude it one way or the other.' },
    notForReview: { zh: '结论为“{conclusion}”，不能通过。', en: 'The conclusion is “{conclusion}”; it cannot be accepted.' },
    notForSupplement: { zh: '结论不是“补充一次”，或者已经补充过，不能再补充。', en: 'The conclusion is no “supplement once”, or it was supplemented already.' },
    favourable: { zh: '结论为“提交评审”，不能不予推荐；有疑问请退回修改。', en: 'The conclusion is “to the review”; return it where you doubt it.' },
  },
  sees: { INVEST: 'all', SECRETARIAT: 'all', SECRETARIAT_HEAD: 'all', SUPERVISOR: 'all', JOINT: 'all', LEADER: 'all', TOP: 'all', TOWN: 'involved', ZONE: 'involved' },
  groups: [
    { name: { zh: '基本情况', en: 'Basics' }, facts: ['name', 'project', 'leadParty', 'leadPerson', 'secondParty', 'secondPerson', 'isOverseas', 'declaredBy', 'visits', 'visitPhotos', 'schemeVersion'] },
    { name: { zh: '主尽调意见', en: 'First opinion' }, facts: ['leadRisk', 'leadAuthenticity', 'leadWorthIndex', 'leadRedLines', 'leadReport', 'leadRatings', 'leadProofs', 'leadWorth'] },
    { name: { zh: '第二意见', en: 'Second opinion' }, facts: ['secondRisk', 'secondAuthenticity', 'secondWorthIndex', 'secondRedLines', 'secondReport', 'secondRatings', 'secondProofs', 'secondWorth'] },
    { name: { zh: '会商和结论', en: 'Reconciliation and conclusion' }, facts: ['disagreement', 'thirdParty', 'thirdOpinion', 'riskIndex', 'riskLevel', 'authenticity', 'worth', 'redLines', 'conclusion', 'report', 'ratings', 'proofs', 'worthRows', 'isAlike', 'similarity', 'similarTo', 'returns', 'supplements', 'concludedOn', 'validUntil'] },
  ],
  title: 'name',
  lead: 'leadParty',
  list: ['leadParty', 'secondParty', 'riskIndex', 'authenticity', 'worth', 'conclusion', 'validUntil'],
});

/** The red lines: any of them stops the project. */
function redLineNames() {
  return {
    dishonest: { zh: '实际控制人在失信名单', en: 'Actual controller listed as dishonest' },
    eliminated: { zh: '属于淘汰类产业', en: 'In the class to be eliminated' },
    forged: { zh: '材料造假', en: 'A forged document' },
    opaque: { zh: '拒绝股权穿透', en: 'Refuses to show its equity' },
    failedElsewhere: { zh: '在他处失败且欠付公共资金', en: 'Failed elsewhere, owing public money' },
    forbiddenZone: { zh: '位于禁止区', en: 'In a forbidden zone' },
  } as const;
}

/** The due diligence's record, for types. */
export type DueDiligenceRecord = typeof dueDiligenceRecord;
