import { mu } from '#kernel/area.ts';
import { addDays, type Day } from '#kernel/calendar.ts';

/**
 * The projects, enterprises and experts of the sample years, as a plan that the stories of each mechanism follow. Everything is generic:
 * no enterprise and no person here exists, and each credit code begins with a body code that no register gives out.
 */

/** How far a project of the sample gets. */
export type Fate =
  | 'building' | 'completed' | 'producing' | 'started' | 'permitted' | 'registered' | 'landed' | 'aboveScale' | 'signed' | 'exited' | 'finished'
  | 'planTerminated' | 'lead' | 'leadTerminated' | 'merged' | 'planning' | 'onHold' | 'relocated'
  | 'diligenceOpened' | 'diligenceDrafted' | 'diligenceSubmitted' | 'diligenceRejected' | 'diligenceDropped' | 'reviewed';

/** The stage in which a project was taken over, for those under way before the platform. */
const stockOf: Partial<Record<Fate, string>> = {
  building: 'building', completed: 'building', producing: 'building', started: 'permitted', permitted: 'landed', registered: 'signed', landed: 'signed', aboveScale: 'producing', signed: 'decided',
  exited: 'landed', finished: 'completed', planTerminated: 'planning',
};

const counts: readonly (readonly [Fate, number])[] = [
  ['building', 20], ['completed', 20], ['producing', 15], ['started', 20], ['permitted', 15], ['registered', 13], ['landed', 9], ['aboveScale', 10], ['signed', 8], ['exited', 4], ['finished', 3], ['planTerminated', 3],
  ['lead', 40], ['leadTerminated', 14], ['merged', 6], ['planning', 30], ['onHold', 4], ['relocated', 4],
  ['diligenceOpened', 4], ['diligenceDrafted', 4], ['diligenceSubmitted', 4], ['diligenceRejected', 8], ['diligenceDropped', 2], ['reviewed', 40],
];

/** One project of the plan. */
export interface PlannedProject {
  readonly key: string;
  readonly index: number;
  readonly fate: Fate;
  readonly name: string;
  readonly town: string;
  readonly investor: string;
  readonly company: string;
  readonly kind: 'industry' | 'services' | 'platform' | 'infrastructure' | 'agriculture';
  readonly industry: string;
  /** Fen. */
  readonly money: number;
  /** ㎡. */
  readonly land: number;
  readonly level: 'provinceMajor' | 'provinceKey' | 'cityKey' | 'districtKey' | 'ordinary';
  /** The day its story begins. */
  readonly on: Day;
  /** Where it stood before the platform; nothing for one filed on it. */
  readonly stock: string | undefined;
  /** Whose post looks after it in the town. */
  readonly townPost: string;
}

/** The provincial project that the founding account names. */
const hub = '陆港国际枢纽';

const trades = [
  ['智能装备', 'C3670', 'industry'], ['新能源汽车零部件', 'C3670', 'industry'], ['海洋生物制品', 'C2770', 'industry'], ['高端纺织', 'C1781', 'industry'], ['航空零部件', 'C3744', 'industry'], ['冷链物流', 'G5930', 'services'],
  ['集成电路材料', 'C3985', 'industry'], ['海工装备', 'C3737', 'industry'], ['工业互联网', 'I6450', 'platform'], ['商贸物流', 'G5990', 'services'], ['食品加工', 'C1371', 'industry'], ['现代种业', 'A0511', 'agriculture'],
] as const;
const endings = ['生产基地', '研发中心', '产业园', '智能工厂', '总部基地'] as const;
const places = [
  'longquan', 'longshan', 'beian', 'aoshanwei', 'lancun', 'lingshan', 'daxin', 'duanbolan', 'tianheng', 'jinkou', 'wenquan', 'chaohai', 'economic-zone', 'auto-city', 'blue-valley', 'land-port',
] as const;

export const enterpriseGroups = 24;

/** What comes to sold land is manufacturing: each trade with the indicators of its industry and the fixed investment per mu they ask for. */
const landTrades = [
  { trade: '新能源汽车零部件', industry: 'C3670', set: 'set-vehicles', perMu: 270 }, { trade: '海洋生物制品', industry: 'C2770', set: 'set-medicine', perMu: 300 },
  { trade: '海工装备', industry: 'C3737', set: 'set-marine', perMu: 260 }, { trade: '智能电气', industry: 'C3821', set: 'set-electrical', perMu: 270 },
  { trade: '通用机械', industry: 'C3499', set: 'set-machinery', perMu: 270 }, { trade: '食品加工', industry: 'C1371', set: 'set-food', perMu: 240 },
] as const;

/** The thirteenth of those that wait for land is built first: the plant of the worked example of projects.md §6.5, 60 亩 at 35 万元/亩, whose capacity is reviewed within the sample years. */
export const capacityPlant = 12;

/** The three hundred projects. */
export const plannedProjects: readonly PlannedProject[] = counts
  .flatMap(([fate, count]) => Array.from({ length: count }, (_, nth) => ({ fate, nth, count })))
  .map(({ fate, nth, count }, index) => project(fate, nth, count, index));

/** The forty that come to a review, in order of their day. */
export const reviewedProjects: readonly PlannedProject[] = plannedProjects.filter(({ fate }) => fate === 'reviewed');
/** Registered projects that wait for land: those at the front are key projects. */
export const landReadyProjects: readonly PlannedProject[] = plannedProjects.filter(({ fate }) => fate === 'registered');

/** Which indicators the land of a project is sold by, and what they ask for. */
export function landTradeOf(nth: number): (typeof landTrades)[number] {
  return landTrades[nth % landTrades.length] ?? landTrades[0];
}

function project(fate: Fate, nth: number, count: number, index: number): PlannedProject {
  const isLand = fate === 'registered';
  const [trade, industry, kind] = isLand ? ([landTradeOf(nth).trade, landTradeOf(nth).industry, 'industry'] as const) : (trades[index % trades.length] ?? trades[0]);
  const group = (index % enterpriseGroups) + 1;
  const isHub = fate === 'building' && nth === 0;
  const town = isHub ? 'land-port' : (places[(index * 5 + 3) % places.length] ?? 'longquan');
  const yi = 10_000_000_000;
  const isLarge = fate === 'reviewed' && nth % 20 === 13;
  const isPlant = isLand && nth === capacityPlant;
  const money = isPlant ? 2.7 * yi : isHub ? 120 * yi : isLarge ? 12 * yi : Math.round((0.4 + ((index * 37) % 60) / 8) * 100) * (yi / 100);
  // Some 200 to 400 万元/亩 of fixed investment; where land is sold by standard, somewhat more than the standard.
  const perMu = isLand ? landTradeOf(nth).perMu + 8 + nth * 4 : 200 + ((index * 29) % 200);
  const land = isPlant ? 40_000 : Math.round(((money * 0.6) / 1_000_000 / perMu) * mu * 100) / 100;
  const levels = ['districtKey', 'ordinary', 'cityKey', 'ordinary', 'provinceKey', 'ordinary', 'districtKey', 'ordinary'] as const;
  return {
    key: `project-${index + 1}`, index, fate, town, industry, kind, money, land,
    name: isHub ? `${hub}项目` : `${trade}${endings[(index * 3) % endings.length] ?? '项目'}项目（${String(index + 1).padStart(3, '0')}）`,
    investor: `enterprise-i${group}`, company: `enterprise-c${group}`,
    level: isHub ? 'provinceMajor' : fate === 'registered' && nth < 8 ? (['districtKey', 'cityKey', 'provinceKey'] as const)[nth % 3] ?? 'districtKey' : (levels[index % levels.length] ?? 'ordinary'),
    on: dayOf(fate, nth, count), stock: stockOf[fate], townPost: `${town}-project`,
  };
}

/** Stock came in the first ten weeks; leads are of the last weeks; what comes to a review spreads over both years. */
function dayOf(fate: Fate, nth: number, count: number): Day {
  if (stockOf[fate] !== undefined) return addDays('2020-01-07', (nth * 7 + fate.length * 3) % 70);
  if (fate === 'lead') return addDays('2021-12-26', -Math.floor((nth / count) * 44));
  if (fate === 'reviewed') return addDays('2020-03-02', Math.floor((nth / count) * 590));
  if (fate === 'planning') return addDays('2021-12-15', -Math.floor((nth / count) * 70));
  if (fate.startsWith('diligence') && !['diligenceRejected', 'diligenceDropped'].includes(fate)) return addDays('2021-11-25', -nth * 2);
  return addDays('2020-02-10', Math.floor(((nth + 0.5) / count) * 560));
}
