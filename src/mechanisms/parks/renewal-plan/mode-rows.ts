import { fact } from '#kernel/fact.ts';
import { year } from './columns.ts';

const money = (zh: string, en: string) => fact.money({ zh, en }, { min: 0, max: 9e15 });
const percent = (zh: string, en: string) => fact.percent({ zh, en }, { min: 0, max: 100, decimals: 1 });

/** The records of single modes (parks.md §8), as facts of the plan. */
export const modeRows = {
  functions: fact.rows({ zh: '职能划转清单（瘦身强体）', en: 'Functions handed over (M1)' }, { item: fact.text({ zh: '职能', en: 'Function' }, { max: 80 }), from: fact.unit({ zh: '划出', en: 'From' }), to: fact.unit({ zh: '划入', en: 'To' }), on: fact.day({ zh: '日期', en: 'On' }), staff: fact.whole({ zh: '划转人员', en: 'Staff moved' }) }, { max: 200 }),
  coreBefore: percent('核心职能占比：划转前', 'Share of core functions before'),
  coreAfter: percent('核心职能占比：划转后', 'Share of core functions after'),
  suppliers: fact.rows({ zh: '配套企业（龙头引领）', en: 'Suppliers (M2)' }, { enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise'), part: fact.text({ zh: '配套', en: 'Supplies' }, { max: 80 }), isNew: fact.flag({ zh: '新引进', en: 'New' }) }, { max: 300 }),
  costs: fact.rows({ zh: '成本表（二次开发）', en: 'Costs (M3)' }, { item: fact.choice({ zh: '项目', en: 'Item' }, { acquire: { zh: '收购', en: 'Acquire' }, settle: { zh: '安置', en: 'Settle' }, demolish: { zh: '拆除', en: 'Demolish' }, build: { zh: '建设', en: 'Build' }, finance: { zh: '财务', en: 'Finance' } }), amount: fact.money({ zh: '金额', en: 'Amount' }) }, { max: 30 }),
  cashPlan: fact.rows({ zh: '收支和租售计划（二次开发）', en: 'Spending, rents and sales (M3)' }, { year, spent: money('支出', 'Spent'), rent: money('租金收入', 'Rents'), sale: money('出售收入', 'Sales') }, { max: 60 }),
  appraisals: fact.rows({ zh: '国有资产评估（二次开发）', en: 'Appraisals of state assets (M3)' }, { asset: fact.text({ zh: '资产', en: 'Asset' }, { max: 120 }), value: money('评估值', 'Appraised at'), asOf: fact.day({ zh: '基准日', en: 'As of' }), filedNo: fact.text({ zh: '核准或者备案号', en: 'Approved or filed as' }, { max: 60 }) }, { max: 30 }),
  exit: fact.longText({ zh: '退出安排（二次开发）', en: 'Exit (M3)' }, { min: 5, max: 1000 }),
  replacements: fact.rows({ zh: '腾笼换鸟对照', en: 'Replacements (M4)' }, {
    out: fact.text({ zh: '腾出企业', en: 'Out' }, { max: 120 }), how: fact.choice({ zh: '去向', en: 'Where to' }, { closed: { zh: '关停', en: 'Closed' }, within: { zh: '区内迁建', en: 'Moved within the district' }, away: { zh: '区外迁出', en: 'Moved out' } }), outOn: fact.day({ zh: '腾出日期', en: 'Out on' }),
    into: fact.text({ zh: '引入项目', en: 'In' }, { max: 120 }), inOn: fact.day({ zh: '引入日期', en: 'In on' }), days: fact.whole({ zh: '间隔天数', en: 'Days between' }), staff: fact.whole({ zh: '再就业', en: 'Re-employed' }, { min: 0 }),
    emission: fact.decimal({ zh: '转出排放指标（吨）', en: 'Emission quota transferred (t)' }, { min: 0, max: 1e9, decimals: 3 }), energy: fact.decimal({ zh: '转出用能指标（吨标煤）', en: 'Energy quota transferred (tce)' }, { min: 0, max: 1e9, decimals: 3 }),
  }, { max: 300, help: { zh: '间隔天数由两个日期算出。', en: 'The days between follow from the two dates.' } }),
  platforms: fact.rows({ zh: '平台联动（平台支撑）', en: 'Platforms (M7)' }, { platform: fact.text({ zh: '平台', en: 'Platform' }, { max: 80 }), service: fact.text({ zh: '使用的服务', en: 'Services used' }, { max: 120 }), enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise'), trade: fact.money({ zh: '贸易额', en: 'Trade' }) }, { max: 300, help: { zh: '一家企业用一个平台一行。', en: 'A row for each firm and platform.' } }),
  partners: fact.rows({ zh: '飞地合作方', en: 'Partners of the enclave (M8)' }, { partner: fact.text({ zh: '合作方', en: 'Partner' }, { max: 120 }), region: fact.text({ zh: '所在地区', en: 'Region' }, { max: 60 }), share: fact.percent({ zh: '股比', en: 'Share of capital' }, { min: 0, max: 100 }), land: fact.area({ zh: '用地', en: 'Land' }), term: fact.whole({ zh: '年限', en: 'Years' }), split: fact.percent({ zh: '利益分成', en: 'Split of benefits' }, { min: 0, max: 100 }) }, { max: 20 }),
} as const;

/** 园中园: one private parcel within the park, whose land counts in the park and nowhere else. */
export const innerFacts = {
  innerParcel: fact.matter({ zh: '园中园宗地', en: 'Parcel of the inner park' }, 'parcel', { stages: ['held', 'committed', 'accepted'] }),
  innerOwner: fact.matter({ zh: '园中园业主', en: 'Owner of the inner park' }, 'enterprise'),
  innerArea: fact.area({ zh: '园中园用地', en: 'Land of the inner park' }, { help: { zh: '取宗地登记面积；只算在所在园区里，不另外加。', en: 'As registered; part of the park it lies in and never added to it.' } }),
  innerFloor: fact.area({ zh: '园中园建筑面积', en: 'Floor of the inner park' }),
  innerTenants: fact.whole({ zh: '园中园承租企业', en: 'Tenants of the inner park' }, { min: 0 }),
  inner: fact.rows({ zh: '园中园业主责任（园中建园）', en: 'Duties of the owner (M5)' }, { duty: fact.text({ zh: '责任', en: 'Duty' }, { max: 200 }), isMet: fact.flag({ zh: '已履行', en: 'Met' }) }, { max: 30 }),
} as const;

/** 飞地分享税收, year by year: an assessment figure that is never added to the tax of either place. */
export const sharedColumns = { year, tax: money('飞地税收', 'Tax of the enclave'), kept: percent('当地留成', 'Kept locally'), split: percent('分成', 'Split'), received: money('分享额', 'Share') };
