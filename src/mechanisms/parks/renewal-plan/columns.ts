import { fact } from '#kernel/fact.ts';

const year = fact.whole({ zh: '年度', en: 'Year' }, { min: 1990, max: 2100, names: true });
const source = fact.text({ zh: '来源', en: 'Source' }, { max: 120 });

/** What one year brought on the original boundary. Actual figures and forecasts never stand in one row. */
export const yearColumns = { year, tax: fact.money({ zh: '税收', en: 'Tax' }, { max: 9e15 }), output: fact.money({ zh: '产值', en: 'Output' }, { min: 0, max: 9e15 }), source };

/** Where the money comes from; the last three are private capital (社会资本). */
export const sources = {
  budget: { zh: '财政', en: 'Budget' }, state: { zh: '国企', en: 'State company' }, guidance: { zh: '政府引导基金', en: 'Government fund' }, fund: { zh: '社会基金', en: 'Private fund' }, private: { zh: '民企', en: 'Private company' }, bank: { zh: '银行', en: 'Bank' },
} as const;

/** The kinds of notes that a plan needs before it is approved (parks.md §7, 4). */
export const notes = {
  plan: { zh: '规划', en: 'Planning' }, land: { zh: '土地', en: 'Land' }, environment: { zh: '环评', en: 'Environment' }, fiscal: { zh: '财政承受能力', en: 'Fiscal' }, risk: { zh: '社会稳定风险', en: 'Social risk' },
} as const;

export const moneyColumns = { source: fact.choice({ zh: '来源', en: 'Source' }, sources), amount: fact.money({ zh: '金额', en: 'Amount' }, { min: 0, max: 9e15 }), isClosed: fact.flag({ zh: '已落实', en: 'Closed' }) };
export const actionColumns = { action: fact.text({ zh: '举措', en: 'Action' }, { max: 200 }), unit: fact.unit({ zh: '责任单位', en: 'By' }), due: fact.day({ zh: '时限', en: 'Due' }) };
export const milestoneColumns = { milestone: fact.text({ zh: '节点', en: 'Milestone' }, { max: 120 }), due: fact.day({ zh: '计划', en: 'Planned' }), doneOn: fact.day({ zh: '完成', en: 'Done' }) };
export const relocationColumns = { enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise'), how: fact.choice({ zh: '去向', en: 'Where to' }, { closed: { zh: '关停', en: 'Closed' }, within: { zh: '区内迁建', en: 'Moved within' }, out: { zh: '区外迁出', en: 'Moved out' } }), staff: fact.whole({ zh: '安置职工', en: 'Staff placed' }, { min: 0 }) };

/** The records of single modes (parks.md §8), as rows of the plan. */
export const modeRows = {
  functions: fact.rows({ zh: '职能划转清单（瘦身强体）', en: 'Functions handed over (M1)' }, { item: fact.text({ zh: '职能', en: 'Function' }, { max: 80 }), from: fact.unit({ zh: '划出', en: 'From' }), to: fact.unit({ zh: '划入', en: 'To' }), on: fact.day({ zh: '日期', en: 'On' }), staff: fact.whole({ zh: '划转人员', en: 'Staff moved' }) }, { max: 200 }),
  suppliers: fact.rows({ zh: '配套企业（龙头引领）', en: 'Suppliers (M2)' }, { enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise'), part: fact.text({ zh: '配套', en: 'Supplies' }, { max: 80 }), isNew: fact.flag({ zh: '新引进', en: 'New' }) }, { max: 300 }),
  costs: fact.rows({ zh: '成本表（二次开发）', en: 'Costs (M3)' }, { item: fact.choice({ zh: '项目', en: 'Item' }, { acquire: { zh: '收购', en: 'Acquire' }, settle: { zh: '安置', en: 'Settle' }, demolish: { zh: '拆除', en: 'Demolish' }, build: { zh: '建设', en: 'Build' }, finance: { zh: '财务', en: 'Finance' } }), amount: fact.money({ zh: '金额', en: 'Amount' }) }, { max: 30 }),
  cashPlan: fact.rows({ zh: '收支和租售计划（二次开发）', en: 'Spending, rents and sales (M3)' }, { year, spent: fact.money({ zh: '支出', en: 'Spent' }, { min: 0, max: 9e15 }), rent: fact.money({ zh: '租金收入', en: 'Rents' }, { min: 0, max: 9e15 }), sale: fact.money({ zh: '出售收入', en: 'Sales' }, { min: 0, max: 9e15 }) }, { max: 60 }),
  appraisals: fact.rows({ zh: '国有资产评估（二次开发）', en: 'Appraisals of state assets (M3)' }, { asset: fact.text({ zh: '资产', en: 'Asset' }, { max: 120 }), value: fact.money({ zh: '评估值', en: 'Appraised at' }, { min: 0, max: 9e15 }), asOf: fact.day({ zh: '基准日', en: 'As of' }), filedNo: fact.text({ zh: '核准或者备案号', en: 'Approved or filed as' }, { max: 60 }) }, { max: 30 }),
  exit: fact.longText({ zh: '退出安排（二次开发）', en: 'Exit (M3)' }, { min: 5, max: 1000 }),
  replacements: fact.rows({ zh: '腾笼换鸟对照', en: 'Replacements (M4)' }, { out: fact.text({ zh: '腾出企业', en: 'Out' }, { max: 120 }), into: fact.text({ zh: '引入项目', en: 'In' }, { max: 120 }), days: fact.whole({ zh: '间隔天数', en: 'Days between' }), staff: fact.whole({ zh: '再就业', en: 'Re-employed' }) }, { max: 300 }),
  inner: fact.rows({ zh: '园中园业主责任（园中建园）', en: 'Duties of the owner (M5)' }, { duty: fact.text({ zh: '责任', en: 'Duty' }, { max: 200 }), isMet: fact.flag({ zh: '已履行', en: 'Met' }) }, { max: 30 }),
  platforms: fact.rows({ zh: '平台联动（平台支撑）', en: 'Platforms (M7)' }, { platform: fact.text({ zh: '平台', en: 'Platform' }, { max: 80 }), service: fact.text({ zh: '服务', en: 'Service' }, { max: 120 }), firms: fact.whole({ zh: '使用企业', en: 'Firms' }), trade: fact.money({ zh: '贸易额', en: 'Trade' }) }, { max: 50 }),
  partners: fact.rows({ zh: '飞地合作方', en: 'Partners of the enclave (M8)' }, { partner: fact.text({ zh: '合作方', en: 'Partner' }, { max: 120 }), share: fact.percent({ zh: '股比', en: 'Share' }, { min: 0, max: 100 }), land: fact.area({ zh: '用地', en: 'Land' }), term: fact.whole({ zh: '年限', en: 'Years' }) }, { max: 20 }),
} as const;
