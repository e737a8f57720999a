import type { Fact, Values } from '#kernel/fact.ts';
import { fact } from '#kernel/fact.ts';
import type { RoleCode } from '../roles.ts';

/** 数据责任单位: who delivers what of an enterprise, and nobody else does (parks.md §2.2, §2.3). */
export const owners = {
  tax: { zh: '税务局', en: 'Tax bureau' },
  statistics: { zh: '统计局', en: 'Statistics bureau' },
  natural: { zh: '自然资源局', en: 'Natural resources bureau' },
  ecology: { zh: '生态环境局', en: 'Ecology bureau' },
  power: { zh: '供电公司', en: 'Power supply' },
  labour: { zh: '人社局', en: 'Labour and social insurance' },
  town: { zh: '镇街和功能区', en: 'Towns and functional areas' },
} as const;

export type Owner = keyof typeof owners;

export const ownerRoles: Readonly<Record<Owner, readonly RoleCode[]>> = {
  tax: ['TAX'], statistics: ['STAT'], natural: ['NATURAL'], ecology: ['ECOLOGY'], power: ['POWER'], labour: ['LABOUR'], town: ['TOWN', 'ZONE'],
};

const money = { max: 9e15 } as const;
const tons = (zh: string, en: string, unitZh: string, unitEn: string) => fact.decimal({ zh, en }, { min: 0, max: 1e10, decimals: 3, measure: { zh: unitZh, en: unitEn } });

/** The columns of an owner's spreadsheet; each belongs to one owner. */
export const deliveredColumns = {
  creditCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Unified social credit code' }, { synonyms: ['信用代码', '社会信用代码'] }),
  taxPaid: fact.money({ zh: '年内入库税收', en: 'Tax paid in the year' }, { ...money, min: 0, synonyms: ['入库税收', '实缴税金'], help: { zh: '不含代扣代缴的个人所得税。', en: 'Personal tax withheld is no part of it.' } }),
  exportOffset: fact.money({ zh: '出口免抵', en: 'Export offset' }, { ...money, min: 0, synonyms: ['免抵调库'] }),
  refunds: fact.money({ zh: '退税', en: 'Refunds' }, { ...money, min: 0 }),
  arrears: fact.money({ zh: '滞纳金和查补以前年度税款', en: 'Late fees and earlier years’ tax' }, { ...money, min: 0, synonyms: ['查补税款'] }),
  oneOff: fact.money({ zh: '一次性税收', en: 'One-off taxes' }, { ...money, min: 0, synonyms: ['一次性税款'], help: { zh: '土地增值税、契税、耕地占用税等，不是经营常年产生的。', en: 'Land appreciation tax, deed tax, tax on the use of farmland and the like, which no year of business brings again.' } }),
  withheld: fact.money({ zh: '代扣代缴个人所得税', en: 'Personal tax withheld' }, { ...money, min: 0, synonyms: ['个人所得税', '代扣个税'], help: { zh: '方案写明算的才算。', en: 'Counts only where the scheme says so.' } }),
  researchDeducted: fact.money({ zh: '加计扣除研发费用', en: 'R&D filed for extra deduction' }, { ...money, min: 0, synonyms: ['加计扣除'] }),
  isAbove: fact.flag({ zh: '规上工业', en: 'Industry above size' }, { synonyms: ['规模以上'] }),
  valueAdded: fact.money({ zh: '工业增加值', en: 'Industrial value added' }, money),
  revenue: fact.money({ zh: '主营业务收入', en: 'Main revenue' }, { ...money, min: 0, synonyms: ['营业收入'] }),
  research: fact.money({ zh: '研发经费', en: 'R&D spend' }, { ...money, min: 0, synonyms: ['R&D经费'] }),
  energy: tons('综合能耗', 'Energy used', '吨标煤', 'tce'),
  staff: fact.decimal({ zh: '平均职工人数', en: 'Mean staff' }, { min: 0, max: 1e7, decimals: 2, measure: { zh: '人', en: 'persons' } }),
  registeredLand: fact.area({ zh: '登记用地', en: 'Registered land' }, { min: 0, max: 1e9 }),
  surveyedLand: fact.area({ zh: '实测占用', en: 'Surveyed land' }, { min: 0, max: 1e9 }),
  pollutant: tons('污染物排放量', 'Pollutants', '吨', 't'),
  electricity: fact.decimal({ zh: '用电量', en: 'Electricity' }, { min: 0, max: 1e12, measure: { zh: '千瓦时', en: 'kWh' } }),
  insuredStaff: fact.decimal({ zh: '参保人数', en: 'Insured staff' }, { min: 0, max: 1e7, decimals: 2, measure: { zh: '人', en: 'persons' } }),
  leasedLand: fact.area({ zh: '自用和租赁用地合计', en: 'Own and leased land' }, { min: 0, max: 1e9 }),
  isMergedOrSplit: fact.flag({ zh: '年内合并或分立', en: 'Merged or split in the year' }),
} as const satisfies Readonly<Record<string, Fact>>;

export type Delivered = Values<typeof deliveredColumns>;
export type DeliveredColumn = Exclude<keyof typeof deliveredColumns, 'creditCode'>;

/** Who may fill which column. */
export const columnsOf: Readonly<Record<Owner, readonly DeliveredColumn[]>> = {
  tax: ['taxPaid', 'exportOffset', 'refunds', 'arrears', 'oneOff', 'withheld', 'researchDeducted'],
  statistics: ['isAbove', 'valueAdded', 'revenue', 'research', 'energy', 'staff'],
  natural: ['registeredLand', 'surveyedLand'],
  ecology: ['pollutant'],
  power: ['electricity'],
  labour: ['insuredStaff'],
  town: ['leasedLand', 'isMergedOrSplit'],
};

/** What an enterprise may object to, with whoever answers for it. `size` is base units in one unit as printed: money in fen, area in 0.01 ㎡. */
export const measured = {
  tax: { name: { zh: '评价税收', en: 'Evaluated tax' }, unit: { zh: '万元', en: '× 10,000 yuan' }, owner: 'tax', size: 1_000_000 },
  valueAdded: { name: { zh: '工业增加值', en: 'Industrial value added' }, unit: { zh: '万元', en: '× 10,000 yuan' }, owner: 'statistics', size: 1_000_000 },
  revenue: { name: { zh: '主营业务收入', en: 'Main revenue' }, unit: { zh: '万元', en: '× 10,000 yuan' }, owner: 'statistics', size: 1_000_000 },
  research: { name: { zh: '研发经费', en: 'R&D spend' }, unit: { zh: '万元', en: '× 10,000 yuan' }, owner: 'statistics', size: 1_000_000 },
  researchDeducted: { name: { zh: '加计扣除研发费用', en: 'R&D filed for extra deduction' }, unit: { zh: '万元', en: '× 10,000 yuan' }, owner: 'tax', size: 1_000_000 },
  energy: { name: { zh: '综合能耗', en: 'Energy used' }, unit: { zh: '吨标煤', en: 'tce' }, owner: 'statistics', size: 1_000 },
  staff: { name: { zh: '平均职工人数', en: 'Mean staff' }, unit: { zh: '人', en: 'persons' }, owner: 'statistics', size: 100 },
  registeredLand: { name: { zh: '登记用地', en: 'Registered land' }, unit: { zh: '平方米', en: '㎡' }, owner: 'natural', size: 100 },
  surveyedLand: { name: { zh: '实测占用', en: 'Surveyed land' }, unit: { zh: '平方米', en: '㎡' }, owner: 'natural', size: 100 },
  pollutant: { name: { zh: '污染物排放量', en: 'Pollutants' }, unit: { zh: '吨', en: 't' }, owner: 'ecology', size: 1_000_000 },
  electricity: { name: { zh: '用电量', en: 'Electricity' }, unit: { zh: '千瓦时', en: 'kWh' }, owner: 'power', size: 1 },
  insuredStaff: { name: { zh: '参保人数', en: 'Insured staff' }, unit: { zh: '人', en: 'persons' }, owner: 'labour', size: 100 },
  leasedLand: { name: { zh: '自用和租赁用地合计', en: 'Own and leased land' }, unit: { zh: '平方米', en: '㎡' }, owner: 'town', size: 100 },
} as const satisfies Readonly<Record<string, { readonly name: { readonly zh: string; readonly en: string }; readonly unit: { readonly zh: string; readonly en: string }; readonly owner: Owner; readonly size: number }>>;

export type Measured = keyof typeof measured;

/** The measured quantities as choices, with the unit a value is typed and read in. */
export const measuredNames = Object.fromEntries(Object.entries(measured).map(([key, { name, unit }]) => [key, { zh: `${name.zh}（${unit.zh}）`, en: `${name.en} (${unit.en})` }])) as Readonly<Record<Measured, { readonly zh: string; readonly en: string }>>;

/** The word under which a quantity is kept among the readings. */
export const indicatorOf = (name: Measured | 'above' | 'below' | 'split'): string => `enterprise.${name}`;

/** What is delivered beside the tax paid in, each kept as a reading of its own: a scheme says which of them count. */
export const taxParts = ['exportOffset', 'refunds', 'arrears', 'oneOff', 'withheld'] as const;
export type TaxPart = (typeof taxParts)[number];

/** The word under which a part is kept among the readings. */
export const partOf = (name: TaxPart): string => `enterprise.tax.${name}`;

/** The readings one row brings, in base units. Tax follows from its columns (parks.md §2.3, §11): paid in, plus export offset, less refunds, late fees and what was recovered of earlier years, less one-off taxes; where a scheme counts otherwise it is set right by the parts. */
export function readingsIn(owner: Owner, row: Delivered): readonly { readonly indicator: string; readonly value: number }[] {
  const values: [Measured | 'above' | 'below' | 'split', number | undefined][] = [];
  if (owner === 'tax') values.push(['tax', row.taxPaid === undefined ? undefined : row.taxPaid + (row.exportOffset ?? 0) - (row.refunds ?? 0) - (row.arrears ?? 0) - (row.oneOff ?? 0)]);
  // Whoever moves from one list to the other leaves the first.
  if (row.isAbove !== undefined) values.push(['above', row.isAbove ? 1 : 0], ['below', row.isAbove ? 0 : 1]);
  if (row.isMergedOrSplit !== undefined) values.push(['split', row.isMergedOrSplit ? 1 : 0]);
  for (const name of ['valueAdded', 'revenue', 'research', 'researchDeducted'] as const) values.push([name, row[name]]);
  for (const name of ['energy', 'staff', 'registeredLand', 'surveyedLand', 'pollutant', 'electricity', 'insuredStaff', 'leasedLand'] as const) values.push([name, row[name] === undefined ? undefined : Math.round(row[name] * measured[name].size)]);
  return [
    ...values.flatMap(([name, value]) => (value === undefined ? [] : [{ indicator: indicatorOf(name), value }])),
    ...taxParts.flatMap((name) => (row[name] === undefined ? [] : [{ indicator: partOf(name), value: row[name] }])),
  ];
}
