import { fact, type Fact } from '#kernel/fact.ts';
import { verbatim, type Text } from '#kernel/words.ts';

const ready = { no: { zh: '没有', en: 'No' }, partly: { zh: '部分', en: 'Partly' }, yes: { zh: '到位', en: 'Ready' } } as const;
const mu = { zh: '亩', en: 'mu' };
const share = (zh: string, en: string) => fact.percent({ zh, en }, { min: 0, max: 100, decimals: 1 });

/** What the rules of the eight modes ask of a park (parks.md §6), as a diagnosis records it: shares and degrees in percent. Left empty is unknown and counts nothing. */
export const modeFacts = {
  ownBody: fact.flag({ zh: '有独立管理机构', en: 'A body of its own' }),
  nonCoreShare: share('非经济职能占比', 'Share of functions not economic'),
  staffPer100Firms: fact.decimal({ zh: '每百家企业管理人员', en: 'Staff per 100 firms' }, { min: 0, max: 10_000 }),
  anchors: fact.whole({ zh: '链主企业数', en: 'Anchors' }, { min: 0, max: 1000 }),
  anchorShare: share('链主产值占比', 'Share of the anchors in output'),
  localSupply: share('本地配套率', 'Local supply ratio'),
  suppliersReady: fact.whole({ zh: '意向配套企业数', en: 'Suppliers ready to come' }, { min: 0, max: 10_000 }),
  contiguousMu: fact.decimal({ zh: '可取得连片土地', en: 'Contiguous obtainable land' }, { min: 0, max: 1_000_000, measure: mu }),
  capitalReady: fact.choice({ zh: '基金或国有资本', en: 'Fund or state capital' }, ready),
  cleanTitle: share('权属清晰占比', 'Share with clean title'),
  inefficientShare: share('低效用地占比', 'Share of inefficient land'),
  cdShare: share('C、D类企业占比', 'Share of classes C and D'),
  legacyShare: share('传统产业占比', 'Share of legacy industry'),
  ownersWilling: share('愿意改造的业主占比', 'Owners willing'),
  notUpgraded: share('未改造企业占比', 'Firms not upgraded'),
  privateParcelMu: fact.decimal({ zh: '单宗民企用地', en: 'Largest private parcel' }, { min: 0, max: 1_000_000, measure: mu }),
  privateUnused: share('其中闲置占比', 'Unused share of it'),
  ownerFinance: share('业主资金和信用', 'Finance and credit of the owner'),
  largestParcelMu: fact.decimal({ zh: '最大单宗地', en: 'Largest parcel' }, { min: 0, max: 1_000_000, measure: mu }),
  townLocation: share('城区区位', 'Town location'),
  lightShare: share('轻型产业占比', 'Share of light industry'),
  operatorReady: fact.choice({ zh: '专业运营商', en: 'Operator' }, ready),
  applicationsPerUnit: fact.decimal({ zh: '用房申请与单元之比', en: 'Applications per unit' }, { min: 0, max: 1000 }),
  openPlatform: fact.flag({ zh: '有获批开放平台', en: 'An approved opening platform' }),
  tradeShare: share('外贸物流企业占比', 'Share of trade firms'),
  platformGrowth: fact.percent({ zh: '平台业务增长', en: 'Growth of the platform' }, { min: -100, max: 10_000, decimals: 1 }),
  transport: share('交通连接', 'Transport link'),
  freeLandShare: share('可供土地占比', 'Share of free land'),
  waitingNeedMu: fact.decimal({ zh: '待落地项目用地需求', en: 'Land waited for' }, { min: 0, max: 1_000_000, measure: mu }),
  needOverFree: fact.decimal({ zh: '需求与可供之比', en: 'Need over free land' }, { min: 0, max: 10_000 }),
  partnerFit: share('合作地区匹配', 'Fit of the partner'),
  benefitAgreement: fact.choice({ zh: '利益分享协议', en: 'Agreement on benefits' }, ready),
} as const;

export type ModeFactName = keyof typeof modeFacts;

/** A degree of readiness as a number. */
export const readiness: Readonly<Record<keyof typeof ready, number>> = { no: 0, partly: 0.5, yes: 1 };

/** What the rules weigh that a diagnosis does not enter: it follows from the index. */
const following = {
  leadShare: { zh: '主导产业产值占比', en: 'Share of the lead industry' },
  taxRatio: { zh: '亩均税收与全区之比', en: 'Tax per mu against the district' },
  farRatio: { zh: '容积率与上限之比', en: 'Plot ratio against its cap' },
  farCap: { zh: '容积率上限', en: 'Cap of the plot ratio' },
} as const;

export type WeighedName = ModeFactName | keyof typeof following;

/** Everything the rules of the modes may weigh, in words. */
export const weighedNames: Readonly<Record<WeighedName, Text>> = { ...(Object.fromEntries(Object.entries(modeFacts).map(([name, { name: words }]) => [name, words])) as Readonly<Record<ModeFactName, Text>>), ...following };

/** A value the rules weigh, as a person reads it: shares are weighed as parts of one and said in percent, readiness by its words; of a flag nothing is said but its name. */
export function weighedAmount(name: WeighedName, value: number): Text | undefined {
  if (name === 'leadShare') return verbatim(percentText(value * 100));
  const { kind, measure } = Object.hasOwn(modeFacts, name) ? (modeFacts[name as ModeFactName] as Fact) : ({ kind: 'decimal' } as Pick<Fact, 'kind' | 'measure'>);
  if (kind === 'flag') return undefined;
  if (kind === 'percent') return verbatim(percentText(name === 'platformGrowth' ? value : value * 100));
  if (kind === 'choice') return Object.entries(ready).find(([key]) => readiness[key as keyof typeof ready] === value)?.[1] ?? verbatim(String(value));
  return measure === undefined ? verbatim(String(value)) : { zh: `${value}${measure.zh}`, en: `${value} ${measure.en}` };
}

function percentText(value: number): string {
  return `${Math.round(value * 10) / 10}%`;
}
