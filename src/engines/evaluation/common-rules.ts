import type { Bonus, Deduction, Exemption, Guard, TaxItem, Veto } from './problem.ts';

/** Distinctions; the points are defaults [J] of parks.md §2.4. */
export const bonuses: readonly Bonus[] = [
  { key: 'highTech', name: { zh: '首次认定高新技术企业', en: 'First recognised as a high-tech enterprise' }, points: 2 },
  { key: 'platform', name: { zh: '省级以上创新平台', en: 'Innovation platform of provincial level or above' }, points: 2 },
  { key: 'listed', name: { zh: '上市', en: 'Listed on an exchange' }, points: 3 },
];

/** Letting out own plant: above size from the second small tenant on, below size from the first. */
export const lettingOut: Deduction = { key: 'smallTenants', name: { zh: '出租厂房（小微承租户数）', en: 'Plant let out (small tenants)' }, first: 0, further: 5 };

/** What may be added to the tax paid in, or taken from it (parks.md §2.3, §11). */
export const taxItems: readonly TaxItem[] = [
  { key: 'exportOffset', name: { zh: '加出口免抵', en: 'plus export offset' }, sign: 1 },
  { key: 'refunds', name: { zh: '减退税', en: 'less refunds' }, sign: -1 },
  { key: 'arrears', name: { zh: '减滞纳金和查补以前年度税款', en: 'less late fees and earlier years’ tax' }, sign: -1 },
  { key: 'oneOff', name: { zh: '减一次性税收', en: 'less one-off taxes' }, sign: -1 },
  { key: 'withheld', name: { zh: '加代扣代缴个人所得税', en: 'plus personal tax withheld' }, sign: 1 },
];

/** What counts unless a scheme says otherwise: personal tax withheld does not. */
export const usualTaxItems = taxItems.filter(({ key }) => key !== 'withheld');

/** parks.md §2.5 [J]. */
export const guards: readonly Guard[] = [
  { indicator: 'taxPerMu', is: 'below', times: 1, best: 'B' },
  { indicator: 'taxPerMu', is: 'below', times: 0.1, best: 'C' },
  { indicator: 'taxPerMu', is: 'atLeast', times: 2, worst: 'B' },
];

/** 一票否决, and what holds a class at C; parks.md §2.5. */
export const vetoes: readonly Veto[] = [
  { key: 'accident', name: { zh: '亡人或较大以上生产安全责任事故', en: 'Fatal or larger safety accident with liability' }, best: 'D' },
  { key: 'environment', name: { zh: '环境犯罪或责令停产', en: 'Environmental crime or order to stop' }, best: 'D' },
  { key: 'taxFraud', name: { zh: '偷骗税', en: 'Tax fraud' }, best: 'D' },
  { key: 'discredited', name: { zh: '严重失信', en: 'Seriously discredited' }, best: 'D' },
  { key: 'illegalLand', name: { zh: '违法用地未整改', en: 'Illegal land not corrected' }, best: 'D' },
  { key: 'eliminated', name: { zh: '淘汰类工艺', en: 'Eliminated process' }, best: 'D' },
  { key: 'refusal', name: { zh: '拒报或伪造数据', en: 'Refusing or forging data' }, best: 'D' },
  { key: 'penalty', name: { zh: '重大行政处罚（未停产）', en: 'Serious penalty without a stop' }, best: 'C' },
  { key: 'wages', name: { zh: '拖欠工资案件', en: 'Unpaid wages case' }, best: 'C' },
  { key: 'overQuota', name: { zh: '超用能额度', en: 'Energy over quota' }, best: 'C' },
];

/** 参评不定级; parks.md §2.1. */
export const exemptions: readonly Exemption[] = [
  { key: 'utility', name: { zh: '公用事业', en: 'Public utility' } },
  { key: 'startUp', name: { zh: '成立不足三年', en: 'Younger than three years' } },
  { key: 'majorProject', name: { zh: '重大项目在建', en: 'Major project under construction' } },
  { key: 'welfare', name: { zh: '福利企业', en: 'Welfare enterprise' } },
  { key: 'disaster', name: { zh: '灾害损失（有认定文号）', en: 'Loss by disaster, with a decision' } },
];
