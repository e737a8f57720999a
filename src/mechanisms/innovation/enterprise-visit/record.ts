import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { standings } from '../standing.ts';

/** How an enterprise was visited; a telephone call is no visit (innovation.md §2.2). */
export const modes = {
  onSite: { zh: '实地', en: 'On site' },
  meeting: { zh: '座谈', en: 'Round table' },
  phone: { zh: '电话', en: 'By telephone' },
} as const;

export type Mode = keyof typeof modes;

/** The modes that count. */
export const countedModes: readonly Mode[] = ['onSite', 'meeting'];

/** 企业走访: who went where and when, what was found, and that the enterprise says so too. */
export const enterpriseVisitRecord = record({
  key: 'enterpriseVisit',
  wing: 'innovation',
  name: { zh: '企业走访', en: 'Enterprise visits' },
  counter: { zh: '次', en: 'visits' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { max: 160, searched: true }),
    enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise', { indexed: true, stages: ['listed'] }),
    visitedOn: fact.day({ zh: '走访日期', en: 'Visited on' }, { indexed: true }),
    arrivedAt: fact.instant({ zh: '到达时间', en: 'Arrived at' }),
    mode: fact.choice({ zh: '走访方式', en: 'Mode' }, modes, { indexed: true, help: { zh: '实地、座谈计为走访，电话联系只作记录。', en: 'On site and round tables count; a telephone call is only kept.' } }),
    team: fact.unit({ zh: '走访组', en: 'Team' }, { indexed: true }),
    visitors: fact.rows({ zh: '走访人', en: 'Visitors' }, { visitor: fact.person({ zh: '走访人', en: 'Visitor' }) }, { max: 20, help: { zh: '实地、座谈的不少于2人。', en: 'Two at least on site and at a round table.' } }),
    address: fact.text({ zh: '走访地点', en: 'Where' }, { min: 2, max: 160 }),
    place: fact.place({ zh: '位置', en: 'Place' }),
    photos: fact.evidence({ zh: '现场照片', en: 'Photos' }),
    met: fact.text({ zh: '企业参加人员（职务）', en: 'Whom they met (by office)' }, { max: 120 }),
    issues: fact.rows({ zh: '反映问题', en: 'Issues raised' }, {
      kind: fact.choice({ zh: '类别', en: 'Kind' }, {
        technology: { zh: '技术', en: 'Technology' },
        talent: { zh: '人才用工', en: 'Talent and staff' },
        finance: { zh: '融资', en: 'Finance' },
        land: { zh: '用地用房', en: 'Land and premises' },
        energy: { zh: '用能环保', en: 'Energy and environment' },
        policy: { zh: '政策兑现', en: 'Policy' },
        market: { zh: '市场开拓', en: 'Market' },
        other: { zh: '其他', en: 'Other' },
      }),
      words: fact.longText({ zh: '问题', en: 'Issue' }, { max: 500 }),
      unit: fact.unit({ zh: '建议办理单位', en: 'For whom' }),
    }, { max: 30 }),
    isInnovative: fact.flag({ zh: '走访时为创新型企业', en: 'Innovative on the day' }, { indexed: true }),
    standing: fact.choices({ zh: '走访时持有的资质', en: 'Qualifications on the day' }, standings),
    demandsFound: fact.whole({ zh: '发现需求数', en: 'Demands found' }, { min: 0, measure: { zh: '项', en: 'demands' } }),
    isOverCap: fact.flag({ zh: '需求偏多', en: 'More demands than usual' }, { indexed: true, help: { zh: '一次走访带出的需求超过预警数，请科技局核实有没有拆分凑数。', en: 'More demands came of one visit than the alert allows; the science bureau looks whether one was split into many.' } }),
    explained: fact.longText({ zh: '核实情况', en: 'What was found of it' }, { min: 5, max: 500 }),
    confirmedBy: fact.person({ zh: '企业签认人', en: 'Confirmed by' }),
    confirmedAt: fact.instant({ zh: '企业签认时间', en: 'Confirmed at' }),
    objection: fact.longText({ zh: '企业意见', en: 'What the enterprise says' }, { min: 5, max: 500 }),
  },
  stages: {
    recorded: { name: { zh: '待企业签认', en: 'To be confirmed' }, place: 'main' },
    disputed: { name: { zh: '企业有异议', en: 'Disputed' }, place: 'side' },
    confirmed: { name: { zh: '已签认', en: 'Confirmed' }, place: 'end' },
    voided: { name: { zh: '作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {
    visitorsLeast: { name: { zh: '走访人最少', en: 'Visitors at least' }, value: 2, min: 2, max: 6, source: 'innovation.md §2.2' },
    lateDays: { name: { zh: '走访后最迟登记（天）', en: 'To enter a visit (days)' }, value: 30, min: 1, max: 90 },
    confirmDays: { name: { zh: '企业签认', en: 'To confirm' }, value: 10, min: 1, max: 30, unit: 'workday' },
    demandsMost: { name: { zh: '一次走访需求预警数', en: 'Demands of one visit before the alert' }, value: 5, min: 1, max: 50, source: 'innovation.md §16' },
  },
  clocks: {},
  duties: { confirm: { name: { zh: '签认走访', en: 'Confirm the visit' }, setting: 'confirmDays' } },
  links: {},
  refusals: {
    notTwo: { status: 422, zh: '实地、座谈走访不少于{least}人，请补上走访人。', en: 'A visit takes {least} people at least. Please name them.' },
    visitorTwice: { status: 422, zh: '同一走访人写了两行，请删去一行。', en: 'One visitor stands in two rows. Please remove one.' },
    visitorMissing: { status: 422, zh: '有一行没有选走访人，请补上或者删去。', en: 'One row names nobody. Please complete or remove it.' },
    visitedLater: { status: 422, zh: '走访日期不能晚于今天，请核对。', en: 'A visit cannot lie later than today. Please check.' },
    enteredLate: { status: 422, zh: '走访过去{days}天以上，不能再补登；请当面重新走访。', en: 'It is more than {days} days ago and cannot be entered any more. Please go there again.' },
    anotherDay: { status: 422, zh: '到达时间不在走访日期当天，请核对。', en: 'The time of arrival lies on another day. Please check.' },
    whereMissing: { status: 422, zh: '实地、座谈走访要写明到达时间和地点。', en: 'Say when and where the visit took place.' },
    noAccount: { status: 422, zh: '“{name}”在平台上还没有企业经办人，无法签认；请先在企业库登记。', en: '“{name}” has nobody to act for it here and could not confirm. Enter its agent in the register of enterprises first.' },
    enteredAlready: { status: 422, zh: '这家企业当天的走访已经登记（{name}），请勿重复。', en: 'A visit to this enterprise on that day is entered already ({name}).' },
    notOver: { zh: '需求数没有超过预警数，不用核实。', en: 'There are no more demands than usual; nothing needs to be looked into.' },
    demandsHang: { zh: '已有{count}项需求由这次走访登记，不能作废；请先处理需求。', en: '{count} demand(s) came of this visit; it cannot be voided. Deal with them first.' },
  },
  sees: { SCIENCE: 'all', MARINE: 'all', INDUSTRY: 'all', SUPERVISOR: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', ENTERPRISE: 'involved' },
  groups: [
    { name: { zh: '走访', en: 'Visit' }, facts: ['name', 'enterprise', 'visitedOn', 'arrivedAt', 'mode', 'team', 'visitors', 'address', 'place', 'met', 'photos'] },
    { name: { zh: '了解到的情况', en: 'What was found' }, facts: ['isInnovative', 'standing', 'issues', 'demandsFound', 'isOverCap', 'explained'] },
    { name: { zh: '企业签认', en: 'The enterprise' }, facts: ['confirmedBy', 'confirmedAt', 'objection'] },
  ],
  title: 'name',
  lead: 'team',
  list: ['enterprise', 'visitedOn', 'mode', 'team', 'isInnovative', 'demandsFound'],
});

export type EnterpriseVisitRecord = typeof enterpriseVisitRecord;
