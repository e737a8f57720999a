import { divisionNames } from '#kernel/industry-names.ts';
import { bracketed, type Text } from '#kernel/words.ts';

// The words of the evaluation that mechanisms share. The engine has them too, with what they mean in numbers; a test holds both equal.

export const presetNames = {
  huangyan2022: { zh: '台州黄岩规上2022', en: 'Huangyan, above size, 2022' },
  huangyan2021: { zh: '台州黄岩规上2021', en: 'Huangyan, above size, 2021' },
  huangyanSmall2022: { zh: '台州黄岩规下2022', en: 'Huangyan, below size, 2022' },
  huangyanSmall2021: { zh: '台州黄岩规下2021', en: 'Huangyan, below size, 2021' },
  anhuiCity: { zh: '安徽某县级市规上', en: 'An Anhui county-level city, above size' },
  shandongFive: { zh: '山东亩产效益五项指标', en: 'Shandong, five indicators' },
} as const;

export const indicatorNames = {
  taxPerMu: { zh: '亩均税收', en: 'Tax per mu' },
  valueAddedPerMu: { zh: '亩均增加值', en: 'Value added per mu' },
  revenuePerMu: { zh: '亩均销售收入', en: 'Revenue per mu' },
  valueAddedPerTce: { zh: '单位能耗增加值', en: 'Value added per tce' },
  revenuePerTce: { zh: '单位能耗销售收入', en: 'Revenue per tce' },
  valueAddedPerTonPollutant: { zh: '单位排放增加值', en: 'Value added per ton of pollutants' },
  revenuePerTonPollutant: { zh: '单位污染物排放销售收入', en: 'Revenue per ton of pollutants' },
  labourProductivity: { zh: '全员劳动生产率', en: 'Labour productivity' },
  rdShare: { zh: 'R&D经费占主营业务收入比重', en: 'R&D share of main revenue' },
  taxPerKwh: { zh: '单位用电税收', en: 'Tax per kWh' },
} as const;

const perMu = { zh: '万元/亩', en: '× 10,000 yuan per mu' };
const perTce = { zh: '万元/吨标煤', en: '× 10,000 yuan per tce' };
const perTon = { zh: '万元/吨', en: '× 10,000 yuan per ton' };

/** What the values of an indicator are counted in. */
export const indicatorUnits: Readonly<Record<keyof typeof indicatorNames, Text>> = {
  taxPerMu: perMu, valueAddedPerMu: perMu, revenuePerMu: perMu, valueAddedPerTce: perTce, revenuePerTce: perTce, valueAddedPerTonPollutant: perTon, revenuePerTonPollutant: perTon,
  labourProductivity: { zh: '万元/人·年', en: '× 10,000 yuan per person and year' }, rdShare: { zh: '比值', en: 'ratio' }, taxPerKwh: { zh: '元/千瓦时', en: 'yuan per kWh' },
};

/** Indicators where their values stand beside them. */
export const indicatorsInUnits = Object.fromEntries(Object.entries(indicatorNames).map(([key, { zh, en }]) => {
  const unit = indicatorUnits[key as keyof typeof indicatorNames];
  return [key, { zh: bracketed(zh, unit.zh, 'zh'), en: bracketed(en, unit.en, 'en') }];
})) as Readonly<Record<keyof typeof indicatorNames, Text>>;

export const classNames = {
  A: { zh: 'A类', en: 'Class A' },
  B: { zh: 'B类', en: 'Class B' },
  C: { zh: 'C类', en: 'Class C' },
  D: { zh: 'D类', en: 'Class D' },
  // Of schemes with A+, A, B, C. Its key sorts before A, since lists are in the order of classes; the last of the options, so that the colours of the others stay.
  '1A': { zh: 'A+类', en: 'Class A+' },
} as const;

/** As a register keeps them of a parcel: whoever takes part without being graded has none (参评不定级). */
export const keptClasses = { ...classNames, none: { zh: '不定级', en: 'Not graded' } } as const;

export type ClassName = keyof typeof classNames;

/** The lists in which enterprises are ranked: all together, a division with enough of them, and the rest of the divisions together. */
export const listNames = { all: { zh: '全部', en: 'All' }, other: { zh: '其他', en: 'Other industries' }, ...divisionNames } as const;

export const bonusNames = {
  highTech: { zh: '首次认定高新技术企业', en: 'First recognised as a high-tech enterprise' },
  platform: { zh: '省级以上创新平台', en: 'Innovation platform of provincial level or above' },
  listed: { zh: '上市', en: 'Listed on an exchange' },
} as const;

export const deductionNames = { smallTenants: { zh: '出租厂房（小微承租户数）', en: 'Plant let out (small tenants)' } } as const;

export const vetoNames = {
  accident: { zh: '亡人或较大以上生产安全责任事故', en: 'Fatal or larger safety accident with liability' },
  environment: { zh: '环境犯罪或责令停产', en: 'Environmental crime or order to stop' },
  taxFraud: { zh: '偷骗税', en: 'Tax fraud' },
  discredited: { zh: '严重失信', en: 'Seriously discredited' },
  illegalLand: { zh: '违法用地未整改', en: 'Illegal land not corrected' },
  eliminated: { zh: '淘汰类工艺', en: 'Eliminated process' },
  refusal: { zh: '拒报或伪造数据', en: 'Refusing or forging data' },
  penalty: { zh: '重大行政处罚（未停产）', en: 'Serious penalty without a stop' },
  wages: { zh: '拖欠工资案件', en: 'Unpaid wages case' },
  overQuota: { zh: '超用能额度', en: 'Energy over quota' },
} as const;

export const exemptionNames = {
  utility: { zh: '公用事业', en: 'Public utility' },
  startUp: { zh: '成立不足三年', en: 'Younger than three years' },
  majorProject: { zh: '重大项目在建', en: 'Major project under construction' },
  welfare: { zh: '福利企业', en: 'Welfare enterprise' },
  disaster: { zh: '灾害损失（有认定文号）', en: 'Loss by disaster, with a decision' },
} as const;

/** What makes the evaluated tax of the tax paid in. */
export const taxItemNames = {
  exportOffset: { zh: '加出口免抵', en: 'plus export offset' },
  refunds: { zh: '减退税', en: 'less refunds' },
  arrears: { zh: '减滞纳金和查补以前年度税款', en: 'less late fees and earlier years’ tax' },
  oneOff: { zh: '减一次性税收', en: 'less one-off taxes' },
  withheld: { zh: '加代扣代缴个人所得税', en: 'plus personal tax withheld' },
} as const;

/** 独立评价、合并评价: alone or together with others. */
export const ways = {
  own: { zh: '独立评价', en: 'By itself' },
  joint: { zh: '合并评价', en: 'Together' },
} as const;

export type Way = keyof typeof ways;

/** Why enterprises are looked at together. */
export const jointGrounds = {
  sharedLand: { zh: '共用土地（企业申请）', en: 'Shared land, on request' },
  split: { zh: '分立未满期', en: 'Split off not long ago' },
  merged: { zh: '年内合并', en: 'Merged within the year' },
  sameGroup: { zh: '同一集团（只作对照）', en: 'One group, for comparison only' },
} as const;

export type JointGrounds = keyof typeof jointGrounds;

/** What indicators are made of. */
export const quantityNames = {
  tax: { zh: '评价税收（万元）', en: 'Evaluated tax (× 10,000 yuan)' },
  valueAdded: { zh: '工业增加值（万元）', en: 'Industrial value added (× 10,000 yuan)' },
  revenue: { zh: '主营业务收入（万元）', en: 'Main revenue (× 10,000 yuan)' },
  research: { zh: '研发经费（万元）', en: 'R&D spend (× 10,000 yuan)' },
  land: { zh: '评价用地（平方米）', en: 'Evaluated land (㎡)' },
  energy: { zh: '综合能耗（吨标煤）', en: 'Energy used (tce)' },
  pollutant: { zh: '污染物排放量（吨）', en: 'Pollutants (t)' },
  staff: { zh: '平均职工人数（人）', en: 'Mean staff (persons)' },
  electricity: { zh: '用电量（千瓦时）', en: 'Electricity (kWh)' },
} as const;

/** By what a joint evaluation goes when it asks whose industry it stands in. */
export const mainNames = {
  revenue: { zh: '主营业务收入', en: 'Main revenue' },
  valueAdded: { zh: '工业增加值', en: 'Industrial value added' },
  tax: { zh: '评价税收', en: 'Evaluated tax' },
  land: { zh: '评价用地', en: 'Evaluated land' },
  staff: { zh: '平均职工人数', en: 'Mean staff' },
} as const;

export const scopes = {
  above: { zh: '规上工业', en: 'Industry above size' },
  below: { zh: '规下工业', en: 'Industry below size' },
} as const;

export const anomalyKinds = {
  area: { zh: '用地面积与登记、测绘、租赁或申报不符', en: 'Land differs from register, survey, leases or declaration' },
  change: { zh: '指标值较上年变动过大', en: 'An indicator changed too much within a year' },
  share: { zh: '税收占收入比重处于本行业两端', en: 'Tax share of revenue at the outer ends of its industry' },
  staff: { zh: '职工人数与参保人数不符', en: 'Staff differs from social insurance' },
  research: { zh: '研发经费与加计扣除申报不符', en: 'R&D spend differs from what was filed for deduction' },
  energy: { zh: '能耗与电费账单不符', en: 'Energy does not agree with the power bill' },
  address: { zh: '与另一家企业同址', en: 'Same address as another enterprise' },
  split: { zh: '年内合并或分立，两种口径都要算', en: 'Merged or split within the year: evaluate both ways' },
  added: { zh: '增加值大于收入', en: 'Value added above revenue' },
  emission: { zh: '污染行业排放为零或缺失', en: 'No emission in a polluting industry' },
  missing: { zh: '缺少计算所需的数据', en: 'Data needed are missing' },
} as const;

export const stepWays = {
  scored: { zh: '按公式', en: 'By the formula' },
  capped: { zh: '封顶', en: 'Capped' },
  notPositive: { zh: '不大于0', en: 'Not above 0' },
  missingZero: { zh: '缺数据计0分', en: 'Missing: 0 points' },
  missingMean: { zh: '无排放数据取平均', en: 'No emission data: the mean' },
} as const;

/** Who works on an evaluation, and who reads all of it. */
export const readers = {
  INDUSTRY: 'all', TAX: 'all', STAT: 'all', NATURAL: 'all', ECOLOGY: 'all', EMERGENCY: 'all', POWER: 'all', LABOUR: 'all', FINANCE: 'all', TOWN: 'all', ZONE: 'all', LEADER: 'all', TOP: 'all', AUDIT: 'all',
} as const;

/** Offices alone: ranks and what is not yet published are not for enterprises. */
export const offices = Object.keys(readers);
