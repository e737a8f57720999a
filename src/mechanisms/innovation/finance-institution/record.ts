import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { alerts, financeKinds, presences } from './choices.ts';

/** 金融投资机构: who has entered the district to finance or invest, and what shows that it is really here. */
export const financeInstitutionRecord = record({
  key: 'financeInstitution',
  wing: 'innovation',
  name: { zh: '金融投资机构', en: 'Financial and investment institutions' },
  counter: { zh: '家', en: 'institutions' },
  facts: {
    name: fact.text({ zh: '机构名称', en: 'Name' }, { min: 2, max: 120, searched: true, indexed: true }),
    creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { unique: true, searched: true, synonyms: ['信用代码'] }),
    kind: fact.choice({ zh: '类别', en: 'Kind' }, financeKinds, { indexed: true }),
    industry: fact.industry({ zh: '行业', en: 'Industry' }, { indexed: true, help: { zh: '金融业，J66到J69。', en: 'Finance, J66 to J69.' } }),
    managerName: fact.text({ zh: '基金管理人', en: 'Manager of the fund' }, { min: 2, max: 120, searched: true }),
    controllerName: fact.text({ zh: '控制人或者集团', en: 'Controller or group' }, { min: 2, max: 120, searched: true }),
    controllerCode: fact.creditCode({ zh: '控制人信用代码', en: 'Credit code of the controller' }, { indexed: true }),
    filingNo: fact.text({ zh: '登记备案号', en: 'Number of the filing' }, { min: 2, max: 40, searched: true, help: { zh: '基金业协会登记、备案编号，持牌机构填许可证号。', en: 'Of the fund association; of a licensed body the number of its licence.' } }),
    registeredOn: fact.day({ zh: '注册日期', en: 'Registered on' }),
    address: fact.text({ zh: '注册地', en: 'Registered at' }, { min: 4, max: 200 }),
    park: fact.matter({ zh: '落地园区', en: 'Park' }, 'park', { indexed: true }),
    paidIn: fact.money({ zh: '实缴资本', en: 'Capital paid in' }, { min: 0 }),
    assets: fact.money({ zh: '管理规模', en: 'Assets managed' }, { min: 0, max: 9e15 }),
    leaseNo: fact.text({ zh: '办公租约编号', en: 'Lease of the office' }, { min: 2, max: 60 }),
    staff: fact.whole({ zh: '参保人数', en: 'Insured staff' }, { min: 0, max: 100_000, measure: { zh: '人', en: 'people' } }),
    enteredOn: fact.day({ zh: '首次入驻日期', en: 'Entered on' }, { indexed: true, synonyms: ['入驻日期'] }),
    leftOn: fact.day({ zh: '离开日期', en: 'Left on' }, { indexed: true }),
    presence: fact.choices({ zh: '实体存在', en: 'Really here by' }, presences),
    isPresent: fact.flag({ zh: '符合实体要求', en: 'Really here' }, { indexed: true }),
    visitedOn: fact.day({ zh: '最近核查日期', en: 'Last visited on' }, { indexed: true }),
    siblings: fact.whole({ zh: '同一控制人在册机构', en: 'Others of its controller' }, { min: 0, names: true, measure: { zh: '家', en: 'institutions' } }),
    alerts: fact.choices({ zh: '风险提示', en: 'Alerts' }, alerts),
    hasAlert: fact.flag({ zh: '有未核的风险提示', en: 'Has an alert not looked into' }, { indexed: true }),
    clearedOn: fact.day({ zh: '提示核结日期', en: 'Alert looked into on' }),
  },
  stages: {
    entered: { name: { zh: '在驻', en: 'Entered' }, place: 'main' },
    left: { name: { zh: '已离开', en: 'Left' }, place: 'end' },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {
    group: { name: { zh: '同一控制人登记满多少家提示', en: 'Institutions of one controller that alert' }, value: 12, min: 3, max: 100 },
  },
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    notFinance: { status: 422, zh: '金融投资机构的行业是J66到J69，所填{industry}不是，请核对营业执照。', en: 'Its industry lies within J66 to J69 and {industry} does not. Please look at the licence.' },
    managerMissing: { status: 422, zh: '基金要写明管理人，管理人另行登记，两个分开计数。', en: 'A fund names its manager, who is entered by himself: the two are counted apart.' },
    enteredLater: { status: 422, zh: '注册、入驻日期要依次向后，且不晚于今天，请核对。', en: 'Registered and entered follow one another and lie in the past. Please check.' },
    noAlert: { zh: '没有未核的风险提示。', en: 'There is no alert to look into.' },
  },
  sees: { INVEST: 'all', SCIENCE: 'all', MARINE: 'all', FINANCE: 'all', ZONE: 'all', TOWN: 'all', INVESTOR: 'all', STAT: 'all', TAX: 'all', ALLIANCE: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', SUPERVISOR: 'all', MEDIA: 'all' },
  groups: [
    { name: { zh: '机构', en: 'Institution' }, facts: ['name', 'creditCode', 'kind', 'industry', 'managerName', 'controllerName', 'controllerCode', 'registeredOn', 'address', 'park', 'enteredOn', 'leftOn'] },
    { name: { zh: '实体存在', en: 'What is really here' }, facts: ['isPresent', 'presence', 'paidIn', 'filingNo', 'leaseNo', 'staff', 'assets', 'visitedOn'] },
    { name: { zh: '风险提示', en: 'Alerts' }, facts: ['hasAlert', 'alerts', 'siblings', 'clearedOn'] },
  ],
  title: 'name',
  list: ['kind', 'controllerName', 'filingNo', 'paidIn', 'enteredOn', 'isPresent', 'hasAlert', 'visitedOn'],
});

export type FinanceInstitutionRecord = typeof financeInstitutionRecord;
