import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** Who reads about an enterprise's principals: they are needed for recusal alone. */
const forRecusal = ['INVEST', 'SECRETARIAT', 'SECRETARIAT_HEAD', 'SUPERVISOR'];

/** The enterprises that projects, experts and agreements name, told apart by their credit code. */
export const enterpriseRecord = record({
  key: 'enterprise',
  wing: 'projects',
  name: { zh: '企业库', en: 'Enterprises' },
  counter: { zh: '家', en: 'enterprises' },
  facts: {
    name: fact.text({ zh: '企业名称', en: 'Name' }, { min: 2, max: 120, searched: true, indexed: true, synonyms: ['单位名称', '公司名称'] }),
    creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { unique: true, searched: true, indexed: true, synonyms: ['信用代码', '社会信用代码'] }),
    industry: fact.industry({ zh: '行业代码', en: 'Industry code' }, { indexed: true, help: { zh: '国民经济行业分类（GB/T 4754），门类字母加数字，例如 C3670。', en: 'GB/T 4754: the letter of the section and the digits, e.g. C3670.' }, synonyms: ['国民经济行业'] }),
    kind: fact.choice({ zh: '企业类型', en: 'Kind' }, {
      limited: { zh: '有限责任公司', en: 'Limited company' },
      joint: { zh: '股份有限公司', en: 'Joint-stock company' },
      state: { zh: '国有企业', en: 'State-owned enterprise' },
      foreign: { zh: '外商投资企业', en: 'Foreign-invested enterprise' },
      partnership: { zh: '合伙企业', en: 'Partnership' },
      institution: { zh: '院所、高校、事业单位', en: 'Institute, university, public institution' },
      other: { zh: '其他', en: 'Other' },
    }, { indexed: true }),
    capital: fact.money({ zh: '注册资本', en: 'Registered capital' }, { min: 0 }),
    paidIn: fact.money({ zh: '实缴资本', en: 'Capital paid in' }, { min: 0 }),
    foundedOn: fact.day({ zh: '成立日期', en: 'Founded on' }),
    address: fact.text({ zh: '注册地址', en: 'Registered address' }, { max: 200, searched: true }),
    phone: fact.phone({ zh: '联系电话', en: 'Telephone' }),
    emailDomain: fact.text({ zh: '邮箱域名', en: 'E-mail domain' }, { max: 100, pattern: { source: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$', words: { zh: '域名应为 example.com 的样子', en: 'A domain looks like example.com' } } }),
    holders: fact.rows({ zh: '股东和出资人', en: 'Holders' }, {
      holder: fact.matter({ zh: '股东企业', en: 'Holding enterprise' }, 'enterprise'),
      name: fact.text({ zh: '股东名称', en: 'Name of the holder' }, { max: 120 }),
      share: fact.percent({ zh: '持股比例', en: 'Share' }, { min: 0, max: 100 }),
      kind: fact.choice({ zh: '关系', en: 'Tie' }, {
        controlling: { zh: '控股', en: 'Controls' },
        holding: { zh: '参股', en: 'Holds a part' },
        actual: { zh: '实际控制', en: 'Controls in fact' },
        branch: { zh: '分支机构隶属', en: 'Is its head office' },
      }),
    }, { help: { zh: '股东是库里企业的选企业，不是的写名称。', en: 'Choose an enterprise of the register, or write a name.' } }),
    principals: fact.rows({ zh: '主要负责人', en: 'Principals' }, {
      name: fact.text({ zh: '姓名', en: 'Name' }, { max: 60 }),
      position: fact.choice({ zh: '职务', en: 'Position' }, {
        legal: { zh: '法定代表人', en: 'Legal representative' },
        director: { zh: '董事', en: 'Director' },
        supervisor: { zh: '监事', en: 'Supervisor' },
        controller: { zh: '实际控制人', en: 'Actual controller' },
      }),
    }, { seenBy: forRecusal }),
    agent: fact.person({ zh: '企业经办人', en: 'Who acts for it here' }, { seenBy: forRecusal.concat('INDUSTRY', 'TOWN', 'ZONE', 'SCIENCE', 'MARINE'), help: { zh: '在平台上代企业确认数据、提出异议的账号。', en: 'The account that confirms and objects for the enterprise.' } }),
    isLocal: fact.flag({ zh: '注册在本区', en: 'Registered in the district' }, { indexed: true }),
    cancelledOn: fact.day({ zh: '注销日期', en: 'Struck off on' }),
    voidedCode: fact.text({ zh: '作废前代码', en: 'Code before voiding' }, { max: 18 }),
  },
  stages: {
    listed: { name: { zh: '在册', en: 'Listed' }, place: 'main' },
    cancelled: { name: { zh: '注销', en: 'Struck off' }, place: 'end' },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    sharesTooMany: { status: 422, zh: '股东持股合计{total}%，超过100%，请核对。', en: 'The shares add up to {total} %, more than 100 %. Please check.' },
    holdsItself: { status: 422, zh: '企业不能是自己的股东，请核对。', en: 'An enterprise cannot hold itself. Please check.' },
    holderUnnamed: { status: 422, zh: '有一行股东既没选企业也没写名称，请补上。', en: 'One holder is neither chosen nor named. Please complete it.' },
    holderTwice: { status: 422, zh: '同一股东写了两行，请合并。', en: 'One holder stands in two rows. Please put them together.' },
    paidTooMuch: { status: 422, zh: '实缴资本大于注册资本，请核对。', en: 'More is paid in than the registered capital. Please check.' },
    foundedLater: { status: 422, zh: '成立日期不能晚于今天，请核对。', en: 'It cannot be founded later than today. Please check.' },
  },
  sees: {
    INVEST: 'all', TOWN: 'all', ZONE: 'all', SECRETARIAT: 'all', SECRETARIAT_HEAD: 'all', SUPERVISOR: 'all', JOINT: 'all', NATURAL: 'all', APPROVAL: 'all', INDUSTRY: 'all', ECOLOGY: 'all',
    EMERGENCY: 'all', TAX: 'all', STAT: 'all', FINANCE: 'all', STEWARD: 'all', LEADER: 'all', TOP: 'all', LEGAL: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', EXPERT: 'all', ENTERPRISE: 'all', SCIENCE: 'all', MARINE: 'all',
  },
  groups: [
    { name: { zh: '基本信息', en: 'Basics' }, facts: ['name', 'creditCode', 'industry', 'kind', 'capital', 'paidIn', 'foundedOn', 'address', 'phone', 'emailDomain', 'agent', 'isLocal'] },
    { name: { zh: '股权和负责人', en: 'Holders and principals' }, facts: ['holders', 'principals'] },
    { name: { zh: '注销和作废', en: 'Struck off' }, facts: ['cancelledOn', 'voidedCode'] },
  ],
  title: 'name',
  list: ['creditCode', 'industry', 'kind', 'capital', 'isLocal'],
});

/** The enterprise's record, for types. */
export type EnterpriseRecord = typeof enterpriseRecord;
