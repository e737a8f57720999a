import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { brandBases, institutionKinds, setupModes } from './choices.ts';

/** 科研院所和高校: from the first talks to its years of work, and what makes it a national one. */
export const institutionRecord = record({
  key: 'institution',
  wing: 'innovation',
  name: { zh: '科研院所和高校', en: 'Institutes and universities' },
  counter: { zh: '家', en: 'institutions' },
  facts: {
    name: fact.text({ zh: '机构名称', en: 'Name' }, { min: 2, max: 120, searched: true, indexed: true, synonyms: ['院所名称', '单位名称'] }),
    creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { unique: true, searched: true, synonyms: ['信用代码'] }),
    kind: fact.choice({ zh: '机构类别', en: 'Kind' }, institutionKinds, { indexed: true }),
    parentOrg: fact.text({ zh: '上级单位', en: 'Parent body' }, { min: 2, max: 120, searched: true }),
    setupMode: fact.choice({ zh: '设立方式', en: 'Set up as' }, setupModes, { indexed: true }),
    park: fact.matter({ zh: '落地园区', en: 'Park' }, 'park', { indexed: true }),
    address: fact.text({ zh: '办公地址', en: 'Address' }, { min: 4, max: 200 }),
    isNational: fact.flag({ zh: '国字号', en: 'National' }, { indexed: true }),
    brandBasis: fact.choice({ zh: '国字号依据', en: 'National by' }, brandBases),
    brandDocument: fact.text({ zh: '依据文件', en: 'By which document' }, { min: 4, max: 120, help: { zh: '编制批复、设立批复或者名称核准的文号。', en: 'The number of the approval of its posts, its founding or its name.' } }),
    brandConfirmedOn: fact.day({ zh: '国字号核定日期', en: 'Confirmed national on' }),
    agreementNo: fact.text({ zh: '合作协议编号', en: 'Number of the agreement' }, { min: 2, max: 60 }),
    signedOn: fact.day({ zh: '签约日期', en: 'Signed on' }),
    establishedOn: fact.day({ zh: '设立日期', en: 'Established on' }),
    operatingOn: fact.day({ zh: '运行日期', en: 'Operating since' }, { indexed: true }),
    leftOn: fact.day({ zh: '停运或者退出日期', en: 'Stopped or left on' }, { indexed: true }),
    researchers: fact.whole({ zh: '在岗科研人员', en: 'Researchers at work' }, { min: 0, max: 100_000, measure: { zh: '人', en: 'people' } }),
    talents: fact.whole({ zh: '院士等高层次人才', en: 'Academicians and other leading people' }, { min: 0, max: 10_000, measure: { zh: '人', en: 'people' } }),
    labArea: fact.area({ zh: '实验面积', en: 'Laboratories' }, { min: 0, max: 1e8 }),
    officer: fact.person({ zh: '机构经办人', en: 'Who acts for it here' }, { help: { zh: '代机构办理设立和年报的平台账号。', en: 'The account that handles its founding and yearly reports.' } }),
    progress: fact.rows({ zh: '洽谈进展', en: 'Progress of the talks' }, { on: fact.day({ zh: '日期', en: 'On' }), words: fact.text({ zh: '进展', en: 'Progress' }, { max: 300 }) }, { max: 60 }),
    reportsFrom: fact.whole({ zh: '年报自何年度起', en: 'Reports due from the year' }, { names: true, min: 2000, max: 2100 }),
    reportedYear: fact.whole({ zh: '最近年报年度', en: 'Latest yearly report' }, { names: true, min: 2000, max: 2100, indexed: true }),
    reports: fact.rows({ zh: '年度报告', en: 'Yearly reports' }, {
      year: fact.whole({ zh: '年度', en: 'Year' }, { names: true }), on: fact.day({ zh: '报送日期', en: 'Sent on' }), researchers: fact.whole({ zh: '在岗科研人员', en: 'Researchers' }), talents: fact.whole({ zh: '高层次人才', en: 'Leading people' }), projects: fact.whole({ zh: '在研项目', en: 'Running projects' }), isLate: fact.flag({ zh: '迟报', en: 'Late' }),
    }, { max: 40 }),
    stopGround: fact.choice({ zh: '停运原因', en: 'Stopped for' }, { reports: { zh: '连续未报年度报告', en: 'Yearly reports missed' }, notice: { zh: '机构来函或者上级通知', en: 'Notice of the body or its parent' } }),
  },
  stages: {
    negotiating: { name: { zh: '洽谈', en: 'In talks' }, place: 'main' },
    signed: { name: { zh: '已签约', en: 'Signed' }, place: 'main' },
    established: { name: { zh: '已设立', en: 'Established' }, place: 'main' },
    operating: { name: { zh: '运行', en: 'Operating' }, place: 'main' },
    suspended: { name: { zh: '停运', en: 'Suspended' }, place: 'side' },
    exited: { name: { zh: '已退出', en: 'Left' }, place: 'end' },
    dropped: { name: { zh: '洽谈终止', en: 'Talks ended' }, place: 'end', uncounted: true },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {
    talks: { name: { zh: '洽谈无进展提醒', en: 'Talks without progress' }, value: 90, min: 30, max: 365, unit: 'calendarDay', source: 'innovation.md §1.1' },
    setUp: { name: { zh: '签约到设立', en: 'From signing to founding' }, value: 365, min: 90, max: 1095, unit: 'calendarDay', source: 'innovation.md §1.1' },
    report: { name: { zh: '年报期限（年度结束后）', en: 'Yearly report, after the end of the year' }, value: 90, min: 30, max: 180, unit: 'calendarDay', source: 'innovation.md §1.1' },
    missed: { name: { zh: '连续未报几年可以停运', en: 'Reports missed before it is suspended' }, value: 2, min: 1, max: 5, source: 'innovation.md §1.1' },
  },
  clocks: {
    talks: { name: { zh: '洽谈', en: 'Talks' }, setting: 'talks' },
    setUp: { name: { zh: '设立', en: 'Founding' }, setting: 'setUp' },
    report: { name: { zh: '年度报告', en: 'Yearly report' }, setting: 'report' },
  },
  duties: {},
  links: {},
  refusals: {
    operatingLater: { status: 422, zh: '运行日期不能晚于今天，还没有运行的从“开始洽谈”办起。', en: 'It cannot operate from a day to come; begin with the talks.' },
    signedLater: { status: 422, zh: '签约日期不能晚于今天，请核对。', en: 'It cannot be signed later than today. Please check.' },
    notTheirs: { status: 403, zh: '由机构自己的经办账号办理；还没有指定的，请海洋或者科技部门先指定。', en: 'This is for the institution’s own account; where none is named, the bureau names one first.' },
    nobodyWorks: { status: 422, zh: '运行要有驻地全职科研人员，或者有在研项目，至少一项不为零。', en: 'To operate it needs a resident full-time researcher or a running project, one at least.' },
    brandUnproved: { status: 422, zh: '写了国字号依据就要写依据文件，两项一起填。', en: 'The ground of a national name needs its document, and the other way round.' },
    parentMissing: { status: 422, zh: '按隶属关系认定国字号的，先填上级单位。', en: 'National by its parent: enter the parent body first.' },
    reportEarly: { status: 422, zh: '{year}年还没有过完，年度报告按全年的数。', en: '{year} is not over; a report is of the whole year.' },
    reportBefore: { status: 422, zh: '这家机构的年度报告自{year}年度起报。', en: 'Its reports are due from {year} on.' },
    reportTwice: { status: 422, zh: '{year}年度的报告已经报过；数字有误的，用“更正信息”改。', en: 'The report of {year} is in; correct mistakes by “Amend”.' },
    missedTooFew: { status: 422, zh: '到期未报的年度报告{missed}年，不满{needed}年，不能以此停运。', en: '{missed|yearly report is|yearly reports are} missed, fewer than the {needed} it takes.' },
  },
  sees: {
    SCIENCE: 'all', MARINE: 'all', INSTITUTE: 'all', INVEST: 'all', ZONE: 'all', TOWN: 'all', INDUSTRY: 'all', STAT: 'all', FINANCE: 'all', ALLIANCE: 'all', REGISTRY: 'all', BROKER: 'all', MART: 'all', ENTERPRISE: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', MEDIA: 'all',
  },
  groups: [
    { name: { zh: '基本情况', en: 'Basics' }, facts: ['name', 'creditCode', 'kind', 'parentOrg', 'setupMode', 'park', 'address', 'officer'] },
    { name: { zh: '国字号', en: 'National name' }, facts: ['isNational', 'brandBasis', 'brandDocument', 'brandConfirmedOn'] },
    { name: { zh: '引进过程', en: 'How it came' }, facts: ['agreementNo', 'signedOn', 'establishedOn', 'operatingOn', 'leftOn', 'stopGround', 'progress'] },
    { name: { zh: '人员和条件', en: 'People and rooms' }, facts: ['researchers', 'talents', 'labArea', 'reportsFrom', 'reportedYear', 'reports'] },
  ],
  title: 'name',
  list: ['kind', 'isNational', 'parentOrg', 'setupMode', 'park', 'operatingOn', 'researchers', 'reportedYear'],
});

export type InstitutionRecord = typeof institutionRecord;
