import type { Text } from '#kernel/words.ts';

/** 低效用地 criteria (国土资发〔2016〕147号 and local standards, parks.md §3); any one makes a candidate. */
export const criteria = {
  L1: { zh: 'L1 逾期未竣工', en: 'L1 not completed in time' },
  L2: { zh: 'L2 投资强度或地均产出不到一半', en: 'L2 invests or yields less than half' },
  L3: { zh: 'L3 停产半停产', en: 'L3 stopped or half-stopped' },
  L4: { zh: 'L4 禁止淘汰类或不符合规划', en: 'L4 prohibited, eliminated or against the plan' },
  L5: { zh: 'L5 安全环保不达标未整改', en: 'L5 unsafe or polluting, not repaired' },
  L6: { zh: 'L6 亩均税收连续两年不到三成', en: 'L6 tax per mu under 30 % two years running' },
  L7: { zh: 'L7 容积率不到下限一半', en: 'L7 plot ratio under half its floor' },
  L8: { zh: 'L8 连续两年D类', en: 'L8 class D two years running' },
  L9: { zh: 'L9 布局散乱、危旧', en: 'L9 scattered, old, dangerous' },
} as const satisfies Readonly<Record<string, Text>>;

export type Criterion = keyof typeof criteria;

/** What is known of a parcel when it is screened; what is not known speaks against nobody. Shares in percent. */
export interface Screened {
  /** Whole months since the agreed completion, where it is not completed by its own fault. */
  readonly monthsOverdue?: number | undefined;
  readonly monthsCompleted?: number | undefined;
  readonly investShare?: number | undefined;
  readonly outputShare?: number | undefined;
  readonly monthsStopped?: number | undefined;
  readonly powerShare?: number | undefined;
  readonly isProhibited?: boolean | undefined;
  readonly orderNo?: string | undefined;
  readonly taxShareLast?: number | undefined;
  readonly taxShareBefore?: number | undefined;
  readonly far?: number | undefined;
  readonly farFloor?: number | undefined;
  readonly monthsUnfilled?: number | undefined;
  readonly classLast?: string | undefined;
  readonly classBefore?: string | undefined;
  readonly isScattered?: boolean | undefined;
}

/** The thresholds, each a setting of the office. */
export interface Thresholds {
  readonly overdueMonths: number;
  readonly completedMonths: number;
  readonly halfShare: number;
  readonly stoppedMonths: number;
  readonly powerShare: number;
  readonly taxShare: number;
  readonly farShare: number;
  readonly unfilledMonths: number;
}

export const thresholdNames: readonly (keyof Thresholds)[] = ['overdueMonths', 'completedMonths', 'halfShare', 'stoppedMonths', 'powerShare', 'taxShare', 'farShare', 'unfilledMonths'];

/** Every criterion that the parcel meets. */
export function screen(of: Screened, { overdueMonths, completedMonths, halfShare, stoppedMonths, powerShare, taxShare, farShare, unfilledMonths }: Thresholds): readonly Criterion[] {
  const below = (value: number | undefined, limit: number) => value !== undefined && value < limit;
  const reached = (value: number | undefined, limit: number) => value !== undefined && value >= limit;
  const met: Record<Criterion, boolean> = {
    L1: reached(of.monthsOverdue, overdueMonths),
    L2: reached(of.monthsCompleted, completedMonths) && (below(of.investShare, halfShare) || below(of.outputShare, halfShare)),
    L3: reached(of.monthsStopped, stoppedMonths) || (of.monthsStopped === undefined && below(of.powerShare, powerShare)),
    L4: of.isProhibited === true,
    L5: of.orderNo !== undefined,
    L6: below(of.taxShareLast, taxShare) && below(of.taxShareBefore, taxShare),
    L7: of.far !== undefined && of.farFloor !== undefined && of.far < (of.farFloor * farShare) / 100 && reached(of.monthsUnfilled, unfilledMonths),
    L8: of.classLast === 'D' && of.classBefore === 'D',
    L9: of.isScattered === true,
  };
  return (Object.keys(criteria) as Criterion[]).filter((code) => met[code]);
}
