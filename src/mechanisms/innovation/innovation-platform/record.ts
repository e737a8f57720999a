import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { marineFields } from '../fields.ts';
import { assessments, platformKinds, platformLevels } from './choices.ts';

/** 创新平台: one recognition of a platform by one document. Several documents may be about one platform, which is then counted once. */
export const innovationPlatformRecord = record({
  key: 'innovationPlatform',
  wing: 'innovation',
  name: { zh: '创新平台', en: 'Innovation platforms' },
  counter: { zh: '个', en: 'platforms' },
  facts: {
    name: fact.text({ zh: '平台名称', en: 'Name' }, { min: 2, max: 120, searched: true, indexed: true }),
    hostName: fact.text({ zh: '依托单位', en: 'Host' }, { min: 2, max: 120, searched: true }),
    hostCode: fact.creditCode({ zh: '依托单位信用代码', en: 'Credit code of the host' }, { indexed: true }),
    level: fact.choice({ zh: '级别', en: 'Level' }, platformLevels, { indexed: true }),
    rank: fact.whole({ zh: '级别位次', en: 'Rank of the level' }, { forPrograms: true, names: true, min: 1, max: 4 }),
    kind: fact.choice({ zh: '类型', en: 'Kind' }, platformKinds, { indexed: true }),
    marineField: fact.choice({ zh: '涉海领域', en: 'Marine field' }, marineFields, { indexed: true }),
    entity: fact.text({ zh: '同一实体', en: 'The same platform' }, { min: 2, max: 120, indexed: true, searched: true, help: { zh: '同一平台有几个级别的认定文件的，这里写同一个名称，只按最高级别计一个；不填的，按平台名称。', en: 'Documents of several levels about one platform bear one name here and count once, at the highest level; its own name where left empty.' } }),
    documentNo: fact.text({ zh: '认定文号', en: 'Recognised by document' }, { min: 4, max: 80, searched: true, synonyms: ['认定文件', '文号'] }),
    recognition: fact.text({ zh: '文号和实体', en: 'Document and platform' }, { forPrograms: true, unique: true, max: 210 }),
    recognisedOn: fact.day({ zh: '认定日期', en: 'Recognised on' }, { indexed: true }),
    validUntil: fact.day({ zh: '有效期至', en: 'Valid until' }, { indexed: true, help: { zh: '没有期限的不填。', en: 'Left empty where it has no end.' } }),
    lastAssessment: fact.choice({ zh: '最近评价', en: 'Last assessment' }, assessments, { indexed: true }),
    lastAssessedOn: fact.day({ zh: '最近评价日期', en: 'Last assessed on' }, { indexed: true }),
    assessments: fact.rows({ zh: '历次评价', en: 'Assessments' }, { on: fact.day({ zh: '日期', en: 'On' }), result: fact.choice({ zh: '结果', en: 'Result' }, assessments), words: fact.text({ zh: '说明', en: 'Note' }, { max: 300 }) }, { max: 40 }),
    rectifyBy: fact.day({ zh: '整改期限', en: 'To be put right by' }),
    reportedYear: fact.whole({ zh: '最近年报年度', en: 'Latest yearly report' }, { names: true, min: 2000, max: 2100, indexed: true }),
    revokedOn: fact.day({ zh: '撤销日期', en: 'Revoked on' }, { indexed: true }),
  },
  stages: {
    applied: { name: { zh: '申报', en: 'Applied' }, place: 'main', uncounted: true },
    recognised: { name: { zh: '已认定', en: 'Recognised' }, place: 'main' },
    building: { name: { zh: '建设期', en: 'Being built' }, place: 'main' },
    running: { name: { zh: '运行', en: 'Running' }, place: 'main' },
    assessed: { name: { zh: '已评价', en: 'Assessed' }, place: 'main' },
    rectifying: { name: { zh: '限期整改', en: 'To be put right' }, place: 'side' },
    revoked: { name: { zh: '已撤销', en: 'Revoked' }, place: 'end' },
    rejected: { name: { zh: '未通过', en: 'Not recognised' }, place: 'end', uncounted: true },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {
    building: { name: { zh: '建设期', en: 'Time to build' }, value: 730, min: 180, max: 1460, unit: 'calendarDay' },
    assessment: { name: { zh: '评价周期', en: 'Between assessments' }, value: 730, min: 365, max: 1825, unit: 'calendarDay', source: 'innovation.md §1.1' },
    rectify: { name: { zh: '整改期限', en: 'Time to put right' }, value: 365, min: 30, max: 365, unit: 'calendarDay', source: 'innovation.md §1.1' },
  },
  clocks: {
    building: { name: { zh: '建设', en: 'Building' }, setting: 'building' },
    assessment: { name: { zh: '绩效评价', en: 'Assessment' }, setting: 'assessment' },
    rectify: { name: { zh: '整改', en: 'Putting right' }, setting: 'rectify' },
  },
  duties: {},
  links: {},
  refusals: {
    recognisedLater: { status: 422, zh: '认定日期不能晚于今天，请核对。', en: 'It cannot be recognised later than today. Please check.' },
    validBefore: { status: 422, zh: '有效期早于认定日期，请核对。', en: 'It would end before it was recognised. Please check.' },
    notLonger: { status: 422, zh: '延续后的有效期要晚于原来的{day}。', en: 'The new end must lie after the {day} there is.' },
    reportEarly: { status: 422, zh: '{year}年还没有过完，年度报告按全年的情况。', en: '{year} is not over; a report is of the whole year.' },
    reportTwice: { status: 422, zh: '{year}年度的报告已经报过。', en: 'The report of {year} is in already.' },
    rectifiedLate: { status: 422, zh: '整改期限{day}已过，不能再评为合格，请办理撤销。', en: 'The time to put it right ended on {day}; it cannot pass any more. Revoke it.' },
  },
  sees: {
    SCIENCE: 'all', MARINE: 'all', INSTITUTE: 'all', ENTERPRISE: 'all', INDUSTRY: 'all', INVEST: 'all', ZONE: 'all', TOWN: 'all', STAT: 'all', FINANCE: 'all', ALLIANCE: 'all', BROKER: 'all', REGISTRY: 'all', MART: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', MEDIA: 'all',
  },
  groups: [
    { name: { zh: '平台', en: 'Platform' }, facts: ['name', 'entity', 'kind', 'marineField', 'hostName', 'hostCode'] },
    { name: { zh: '认定', en: 'Recognition' }, facts: ['level', 'documentNo', 'recognisedOn', 'validUntil', 'revokedOn'] },
    { name: { zh: '评价和年报', en: 'Assessments and reports' }, facts: ['lastAssessment', 'lastAssessedOn', 'rectifyBy', 'reportedYear', 'assessments'] },
  ],
  title: 'name',
  list: ['level', 'kind', 'hostName', 'entity', 'documentNo', 'recognisedOn', 'validUntil', 'lastAssessment'],
});

export type InnovationPlatformRecord = typeof innovationPlatformRecord;
