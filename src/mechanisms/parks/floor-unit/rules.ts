import { industryName } from '#kernel/industry-names.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { verbatim, type Text } from '#kernel/words.ts';
import { approvedMode } from '../modes.ts';
import { floorUnitRecord, type FloorUnitRecord } from './record.ts';

export type Situation = SituationOf<FloorUnitRecord>;
type Verdict = VerdictOf<FloorUnitRecord>;

interface Built {
  readonly storey: number;
  readonly load?: number;
  readonly clearHeight?: number;
  readonly reason?: string;
}

/** What machines need of a floor upstairs is usual: less of it wants a reason (parks.md §8). */
export function badBuilt({ setting }: Situation, { storey, load, clearHeight, reason = '' }: Built): Verdict {
  if ([...reason.trim()].length >= 10) return undefined;
  const isGround = storey <= 1;
  const leastLoad = isGround ? setting('groundLoad') : setting('upperLoad') / 10;
  const leastHeight = setting(isGround ? 'groundHeight' : 'upperHeight') / 100;
  if (load !== undefined && load < leastLoad) return { refusal: 'belowTypical', field: 'load', detail: { what: nameOf('load'), value: load, least: leastLoad } };
  return clearHeight !== undefined && clearHeight < leastHeight ? { refusal: 'belowTypical', field: 'clearHeight', detail: { what: nameOf('clearHeight'), value: clearHeight, least: leastHeight } } : undefined;
}

/** A plan counts units once its mode is approved. */
export function badPlan({ findMatter }: Situation, plan: string | undefined): Verdict {
  return plan !== undefined && approvedMode(findMatter(plan)) === undefined ? { refusal: 'planNotApproved', field: 'plan' } : undefined;
}

interface Work {
  readonly machineLoad?: number;
  readonly machineHeight?: number;
  /** Of the heaviest machine, in t. */
  readonly machineTons?: number;
  readonly industry?: string;
  readonly emits?: readonly string[];
}

/** A tenant's machines are held against the unit before anything is signed (parks.md §8). */
export function badTenant({ matter: { facts } }: Situation, { machineLoad = 0, machineHeight = 0, machineTons = 0, industry, emits = [] }: Work): Verdict {
  if (facts.load !== undefined && machineLoad > facts.load) return { refusal: 'tooHeavy', detail: { asked: machineLoad, held: facts.load } };
  if (facts.clearHeight !== undefined && machineHeight > facts.clearHeight) return { refusal: 'tooTall', detail: { asked: machineHeight, held: facts.clearHeight } };
  if (facts.liftTons !== undefined && (facts.storey ?? 1) > 1 && machineTons > facts.liftTons) return { refusal: 'tooHeavyToLift', detail: { asked: machineTons, held: facts.liftTons } };
  const trade = notAdmitted(facts.industries, industry);
  if (trade !== undefined) return trade;
  const limited = (facts.limits ?? []).filter((limit) => emits.includes(limit));
  if (limited.length === 0) return undefined;
  const names = limited.map((limit) => floorUnitRecord.facts.limits.options?.[limit] ?? { zh: limit, en: limit });
  return { refusal: 'emits', detail: { limits: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') } } };
}

/** A unit admits divisions; an industry of any length belongs to the one its code begins with. */
function notAdmitted(admitted: readonly string[] = [], industry: string | undefined): Verdict {
  if (industry === undefined || admitted.length === 0 || admitted.some((code) => industry.startsWith(code))) return undefined;
  const names = admitted.map((code) => floorUnitRecord.facts.industries.options?.[code] ?? verbatim(code));
  return { refusal: 'industryNotAdmitted', detail: { asked: named(industry), held: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') } } };
}

function named(code: string): Text {
  const name = industryName(code);
  return name ? { zh: `${code} ${name.zh}`, en: `${code} ${name.en}` } : verbatim(code);
}

interface Sale {
  readonly owner: string;
  readonly isWaived?: boolean;
  readonly soldShare: number;
}

/** Whoever buys passes the entry standard again, so much of a building is sold, and the platform company comes first (parks.md §8). */
export function badBuyer({ matter: { facts }, findMatter, setting }: Situation, { owner, isWaived, soldShare }: Sale): Verdict {
  if (facts.owner !== undefined && isWaived !== true) return { refusal: 'platformFirst', field: 'isWaived' };
  if (soldShare > setting('mostSold')) return { refusal: 'soldOver', field: 'owner', detail: { share: soldShare, most: setting('mostSold') } };
  return notAdmitted(facts.industries, findMatter(owner)?.facts['industry'] as string | undefined);
}

/** Sold apart only from a size on, and not again while it is locked. */
export function badSale({ matter: { facts }, today, setting }: Situation): Verdict {
  if (facts.lockedTo !== undefined && today < facts.lockedTo) return { refusal: 'lockedStill', detail: { day: facts.lockedTo } };
  return (facts.netArea ?? 0) < setting('leastSold') ? { refusal: 'tooSmallToSell', detail: { least: setting('leastSold') } } : undefined;
}

function nameOf(name: 'load' | 'clearHeight'): Text {
  return floorUnitRecord.facts[name].name;
}
