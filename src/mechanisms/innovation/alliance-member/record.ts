import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

const votes = { zh: '票', en: 'votes' };

/** 联盟成员: a member of the alliance for marine innovation and founding of enterprises, from its application to its leaving. */
export const allianceMemberRecord = record({
  key: 'allianceMember',
  wing: 'innovation',
  name: { zh: '联盟成员', en: 'Members of the alliance' },
  counter: { zh: '家', en: 'members' },
  facts: {
    name: fact.text({ zh: '单位名称', en: 'Name' }, { min: 2, max: 120, searched: true, indexed: true }),
    creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { unique: true, searched: true, synonyms: ['信用代码'] }),
    category: fact.choice({ zh: '类别', en: 'Category' }, {
      firm: { zh: '企业', en: 'Enterprise' }, research: { zh: '高校院所', en: 'University or institute' }, finance: { zh: '金融投资', en: 'Finance and investment' }, service: { zh: '服务机构', en: 'Services' }, park: { zh: '园区', en: 'Park' }, association: { zh: '协会', en: 'Association' },
    }, { indexed: true }),
    memberNo: fact.whole({ zh: '成员编号', en: 'Member number' }, { names: true, min: 1 }),
    councilRole: fact.choice({ zh: '理事会职务', en: 'On the council' }, { chair: { zh: '理事长', en: 'Chair' }, vice: { zh: '副理事长', en: 'Vice chair' }, council: { zh: '理事', en: 'Council' }, member: { zh: '普通成员', en: 'Member' } }, { indexed: true }),
    delegates: fact.rows({ zh: '代表', en: 'Delegates' }, { name: fact.text({ zh: '姓名', en: 'Name' }, { max: 60 }), position: fact.text({ zh: '职务', en: 'Position' }, { max: 60 }) }, { max: 10, seenBy: ['ALLIANCE', 'SCIENCE', 'MARINE'] }),
    dues: fact.money({ zh: '年会费', en: 'Yearly dues' }, { min: 0 }),
    foundingPaper: fact.text({ zh: '发起文件', en: 'Founding paper' }, { min: 4, max: 120 }),
    council: fact.whole({ zh: '理事会人数', en: 'Seats of the council' }, { min: 0, names: true }),
    present: fact.whole({ zh: '到会理事', en: 'Council present' }, { min: 0, max: 500, names: true, measure: { zh: '人', en: 'people' } }),
    inFavour: fact.whole({ zh: '赞成', en: 'In favour' }, { min: 0, max: 500, names: true, measure: votes }),
    against: fact.whole({ zh: '反对', en: 'Against' }, { min: 0, max: 500, names: true, measure: votes }),
    abstained: fact.whole({ zh: '弃权', en: 'Abstained' }, { min: 0, max: 500, names: true, measure: votes }),
    votedOn: fact.day({ zh: '表决日期', en: 'Voted on' }),
    joinedOn: fact.day({ zh: '入盟日期', en: 'Joined on' }, { indexed: true }),
    leftOn: fact.day({ zh: '离开日期', en: 'Left on' }, { indexed: true }),
    activities: fact.rows({ zh: '活动记录', en: 'Activities' }, {
      on: fact.day({ zh: '日期', en: 'On' }), kind: fact.choice({ zh: '种类', en: 'Kind' }, { contract: { zh: '签约', en: 'Contract' }, filing: { zh: '提出需求或者成果', en: 'Demand or achievement filed' }, event: { zh: '参加活动', en: 'Event attended' } }), words: fact.text({ zh: '内容', en: 'What' }, { max: 200 }),
    }, { max: 500 }),
    activeOn: fact.day({ zh: '最近活动', en: 'Last active on' }, { indexed: true }),
    activityYear: fact.whole({ zh: '活跃指数年度', en: 'Year of the index' }, { names: true, min: 2000, max: 2100, indexed: true }),
    activity: fact.whole({ zh: '活跃指数', en: 'Index of activity' }, { isRate: true, min: 0 }),
  },
  stages: {
    partner: { name: { zh: '合作平台', en: 'Partner' }, place: 'side', uncounted: true },
    applied: { name: { zh: '申请', en: 'Applied' }, place: 'main' },
    reviewed: { name: { zh: '秘书处已审', en: 'Reviewed' }, place: 'main' },
    approved: { name: { zh: '理事会通过', en: 'Approved' }, place: 'main' },
    active: { name: { zh: '在册', en: 'Active' }, place: 'main' },
    warned: { name: { zh: '已提醒', en: 'Warned' }, place: 'side' },
    suspended: { name: { zh: '暂停资格', en: 'Suspended' }, place: 'side' },
    declined: { name: { zh: '未通过', en: 'Declined' }, place: 'end', uncounted: true },
    withdrawn: { name: { zh: '退出', en: 'Withdrawn' }, place: 'end' },
    expelled: { name: { zh: '除名', en: 'Expelled' }, place: 'end' },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {
    review: { name: { zh: '秘书处审查', en: 'Review by the secretariat' }, value: 10, min: 3, max: 30, unit: 'workday', source: 'innovation.md §9' },
    quiet: { name: { zh: '多久没有活动要提醒', en: 'Without activity before it is warned' }, value: 365, min: 90, max: 730, unit: 'calendarDay', source: 'innovation.md §9' },
    quorum: { name: { zh: '到会理事不低于（%）', en: 'Council present, at least (%)' }, value: 50, min: 34, max: 100, source: 'innovation.md §9' },
    votesOf: { name: { zh: '赞成票不低于到会的几分之几：分子', en: 'In favour of those present, at least: the numerator' }, value: 2, min: 1, max: 9, source: 'innovation.md §9' },
    votesIn: { name: { zh: '赞成票不低于到会的几分之几：分母', en: 'In favour of those present, at least: the denominator' }, value: 3, min: 1, max: 10, source: 'innovation.md §9' },
    contract: { name: { zh: '活跃指数：签约一项', en: 'Index: a contract' }, value: 3, min: 0, max: 20, source: 'innovation.md §9' },
    filing: { name: { zh: '活跃指数：需求或者成果一项', en: 'Index: a demand or achievement' }, value: 2, min: 0, max: 20, source: 'innovation.md §9' },
    event: { name: { zh: '活跃指数：参加活动一次', en: 'Index: an event' }, value: 1, min: 0, max: 20, source: 'innovation.md §9' },
  },
  clocks: {
    review: { name: { zh: '秘书处审查', en: 'Review' }, setting: 'review' },
    quiet: { name: { zh: '活动', en: 'Activity' }, setting: 'quiet' },
  },
  duties: {},
  links: {},
  refusals: {
    joinedLater: { status: 422, zh: '入盟日期不能晚于今天，请核对。', en: 'It cannot join later than today. Please check.' },
    noCouncil: { zh: '在册成员中还没有理事，先登记理事会。', en: 'No active member sits on the council; enter the council first.' },
    presentTooMany: { status: 422, zh: '到会{present}人，超过理事会{council}人，请核对。', en: '{present} present are more than the {council} of the council. Please check.' },
    noQuorum: { status: 422, zh: '理事会{council}人，到会{present}人，不足{quorum}%，表决无效，请重新召开。', en: '{present} of {council} present are less than {quorum} %: the vote is void. Convene again.' },
    votesDiffer: { status: 422, zh: '赞成、反对、弃权合计{votes}票，与到会{present}人不符。', en: 'The votes add up to {votes} and {present} were present.' },
    notCarried: { status: 422, zh: '赞成{inFavour}票，不到到会{present}人的{of}/{in}，不能除名。', en: '{inFavour} in favour are less than {of}/{in} of the {present} present: nobody is expelled.' },
    stillActive: { zh: '最近活动是{day}，未满{days}天，不用提醒。', en: 'It was last active on {day}, less than {days} days ago.' },
    activityLater: { status: 422, zh: '活动日期不能晚于今天，也不能早于入盟日期。', en: 'An activity lies neither after today nor before it joined.' },
  },
  sees: {
    ALLIANCE: 'all', SCIENCE: 'all', MARINE: 'all', INSTITUTE: 'all', ENTERPRISE: 'all', INVESTOR: 'all', BROKER: 'all', MART: 'all', REGISTRY: 'all', INDUSTRY: 'all', INVEST: 'all', ZONE: 'all', TOWN: 'all', STAT: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', MEDIA: 'all',
  },
  groups: [
    { name: { zh: '成员', en: 'Member' }, facts: ['name', 'creditCode', 'category', 'memberNo', 'councilRole', 'dues', 'delegates'] },
    { name: { zh: '入盟', en: 'Joining' }, facts: ['foundingPaper', 'votedOn', 'council', 'present', 'inFavour', 'against', 'abstained', 'joinedOn', 'leftOn'] },
    { name: { zh: '活跃情况', en: 'Activity' }, facts: ['activityYear', 'activity', 'activeOn', 'activities'] },
  ],
  title: 'name',
  list: ['memberNo', 'category', 'councilRole', 'joinedOn', 'activeOn', 'activity'],
});

export type AllianceMemberRecord = typeof allianceMemberRecord;
