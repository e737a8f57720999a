import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { marineFields } from '../fields.ts';
import { addresses, patentKinds } from './choices.ts';

const badForm = { zh: '形如 ZL202110123456.X：ZL、12位数字、小数点、校验位', en: 'Like ZL202110123456.X: ZL, twelve digits, a point and the check character' };

/** 专利: from the application to its end, and whose it is. */
export const patentRecord = record({
  key: 'patent',
  wing: 'innovation',
  name: { zh: '专利', en: 'Patents' },
  counter: { zh: '件', en: 'patents' },
  facts: {
    name: fact.text({ zh: '专利名称', en: 'Title' }, { min: 2, max: 200, searched: true, indexed: true, synonyms: ['发明名称'] }),
    patentNo: fact.text({ zh: '专利号', en: 'Patent number' }, { unique: true, searched: true, pattern: { source: '^ZL\\d{12}\\.[\\dX]$', words: badForm } }),
    applicationNo: fact.text({ zh: '申请号', en: 'Application number' }, { unique: true, searched: true, pattern: { source: '^\\d{12}\\.[\\dX]$', words: { zh: '形如 202110123456.X：12位数字、小数点、校验位', en: 'Like 202110123456.X: twelve digits, a point and the check character' } } }),
    kind: fact.choice({ zh: '类型', en: 'Kind' }, patentKinds, { indexed: true }),
    owners: fact.text({ zh: '专利权人', en: 'Holders' }, { min: 2, max: 300, searched: true, help: { zh: '有几个的，用顿号隔开，第一专利权人在前。', en: 'Several are set apart by commas, the first holder in front.' }, synonyms: ['申请人', '权利人'] }),
    ownerCode: fact.creditCode({ zh: '第一专利权人信用代码', en: 'Credit code of the first holder' }, { indexed: true }),
    firstAddress: fact.choice({ zh: '第一地址', en: 'First address' }, addresses, { indexed: true }),
    ipc: fact.text({ zh: '主分类号', en: 'Main class' }, { max: 30, pattern: { source: '^[A-H]\\d{2}[A-Z](\\d{1,4}/\\d{2,6})?$|^\\d{2}-\\d{2}$', words: { zh: '形如 B63C11/52，外观设计形如 12-06', en: 'Like B63C11/52; of a design like 12-06' } } }),
    marineField: fact.choice({ zh: '涉海领域', en: 'Marine field' }, marineFields, { indexed: true }),
    isBoughtIn: fact.flag({ zh: '受让取得', en: 'Bought in' }, { indexed: true, help: { zh: '申请人不是现在的专利权人，靠转让取得的，不算新增。', en: 'Acquired from whoever applied: it is not new.' } }),
    boughtOn: fact.day({ zh: '受让日期', en: 'Bought on' }, { indexed: true }),
    filedOn: fact.day({ zh: '申请日', en: 'Filed on' }, { indexed: true }),
    publishedOn: fact.day({ zh: '公开日', en: 'Published on' }),
    grantedOn: fact.day({ zh: '授权公告日', en: 'Granted on' }, { indexed: true, synonyms: ['授权日', '授权日期'] }),
    feeUntil: fact.day({ zh: '年费缴至', en: 'Fees paid until' }, { indexed: true }),
    deals: fact.rows({ zh: '许可、质押、转让', en: 'Licences, pledges, transfers' }, {
      kind: fact.choice({ zh: '种类', en: 'Kind' }, { licence: { zh: '许可', en: 'Licence' }, pledge: { zh: '质押', en: 'Pledge' }, transfer: { zh: '转让', en: 'Transfer' } }), on: fact.day({ zh: '日期', en: 'On' }), party: fact.text({ zh: '对方', en: 'Other party' }, { max: 120 }), amount: fact.money({ zh: '金额', en: 'Amount' }), number: fact.text({ zh: '合同或者登记号', en: 'Contract or registration' }, { max: 60 }), until: fact.day({ zh: '至', en: 'Until' }),
    }, { max: 60 }),
    endedOn: fact.day({ zh: '失效日期', en: 'Ended on' }),
    endedFor: fact.choice({ zh: '失效原因', en: 'Ended for' }, { fees: { zh: '未缴年费', en: 'Fees unpaid' }, term: { zh: '期限届满', en: 'Term over' }, waived: { zh: '主动放弃', en: 'Given up' } }),
  },
  stages: {
    filed: { name: { zh: '申请', en: 'Filed' }, place: 'main' },
    published: { name: { zh: '公开', en: 'Published' }, place: 'main' },
    granted: { name: { zh: '授权', en: 'Granted' }, place: 'main' },
    maintained: { name: { zh: '有效', en: 'In force' }, place: 'main' },
    licensed: { name: { zh: '许可中', en: 'Licensed' }, place: 'side' },
    pledged: { name: { zh: '质押中', en: 'Pledged' }, place: 'side' },
    transferred: { name: { zh: '已转让', en: 'Transferred' }, place: 'end' },
    lapsed: { name: { zh: '失效', en: 'Lapsed' }, place: 'end' },
    invalidated: { name: { zh: '宣告无效', en: 'Declared invalid' }, place: 'end', uncounted: true },
    withdrawn: { name: { zh: '驳回或者撤回', en: 'Refused or withdrawn' }, place: 'end', uncounted: true },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: {
    smallBase: { name: { zh: '同比基数不足多少件时并列基数', en: 'A base of fewer is told beside the growth' }, value: 50, min: 0, max: 1000, source: 'innovation.md §1.3' },
    fee: { name: { zh: '年费周期', en: 'Between yearly fees' }, value: 365, min: 180, max: 730, unit: 'calendarDay' },
  },
  clocks: { fee: { name: { zh: '缴纳年费', en: 'Yearly fee' }, setting: 'fee' } },
  duties: {},
  links: {},
  refusals: {
    wrongCheck: { status: 422, zh: '号码“{number}”的校验位不对，应为{expected}，请核对证书。', en: 'The check character of “{number}” should be {expected}; please look at the certificate.' },
    kindDiffers: { status: 422, zh: '号码第5位是{digit}，不是{kind}的号，请核对类型或者号码。', en: 'The fifth digit is {digit}, which is no number of {kind}. Check the kind or the number.' },
    yearDiffers: { status: 422, zh: '号码前4位是{year}年，与申请日不符，请核对。', en: 'The number is of {year} and the day of filing is not. Please check.' },
    daysTurned: { status: 422, zh: '申请、公开、授权的日期要依次向后，且不晚于今天，请核对。', en: 'Filed, published and granted follow one another and lie in the past. Please check.' },
    notPublished: { zh: '发明专利先登记公开，再登记授权。', en: 'An invention is published before it is granted; enter that first.' },
    boughtUndated: { status: 422, zh: '受让取得的要填受让日期；不是受让的不填。', en: 'Bought in, it needs the day; otherwise it has none.' },
    feeNotLater: { status: 422, zh: '年费缴至的日期要晚于原来的{day}。', en: 'Fees must be paid beyond the {day} there is.' },
    untilPast: { status: 422, zh: '许可、质押的期限不能早于今天。', en: 'A licence or pledge does not end before today.' },
  },
  sees: {
    SCIENCE: 'all', MARINE: 'all', INSTITUTE: 'all', ENTERPRISE: 'all', INDUSTRY: 'all', INVEST: 'all', ZONE: 'all', TOWN: 'all', STAT: 'all', FINANCE: 'all', ALLIANCE: 'all', BROKER: 'all', REGISTRY: 'all', MART: 'all', INVESTOR: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', MEDIA: 'all',
  },
  groups: [
    { name: { zh: '专利', en: 'Patent' }, facts: ['name', 'kind', 'patentNo', 'applicationNo', 'ipc', 'marineField'] },
    { name: { zh: '权利人', en: 'Holders' }, facts: ['owners', 'ownerCode', 'firstAddress', 'isBoughtIn', 'boughtOn'] },
    { name: { zh: '日期', en: 'Days' }, facts: ['filedOn', 'publishedOn', 'grantedOn', 'feeUntil', 'endedOn', 'endedFor'] },
    { name: { zh: '许可、质押、转让', en: 'Licences, pledges, transfers' }, facts: ['deals'] },
  ],
  title: 'name',
  list: ['patentNo', 'kind', 'owners', 'firstAddress', 'grantedOn', 'isBoughtIn', 'marineField', 'feeUntil'],
});

export type PatentRecord = typeof patentRecord;
