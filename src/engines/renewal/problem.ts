/** The eight modes of renewing a park, as the district counts them (parks.md §5). */
export type Mode = 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6' | 'M7' | 'M8';

/** What the health of a park is reckoned from, for one year (parks.md §4). Shares run from 0 to 1, the two yields are in 万元/亩. */
export interface HealthFacts {
  readonly taxPerMu: number;
  readonly districtTaxPerMu: number;
  readonly outputPerMu: number;
  readonly districtOutputPerMu: number;
  readonly far: number;
  readonly farCap: number;
  /** In use of what was supplied. */
  readonly landUse: number;
  readonly occupancy: number;
  readonly leadShare: number;
  readonly safety: number;
}

/** The parts of the index. */
export type HealthPart = 'tax' | 'output' | 'far' | 'landUse' | 'occupancy' | 'lead' | 'safety';

/** How many points each part has at most, and at which share of the output a lead industry has all of its own. */
export interface HealthRule {
  readonly weights: Readonly<Record<HealthPart, number>>;
  readonly fullLead: number;
}

/** What a mode may ask of a park. Shares and degrees run from 0 to 1; areas are in 亩; what nobody knows is left out and counts nothing. */
export interface ModeFacts {
  /** 1 where the park has an administrative body of its own. */
  readonly ownBody?: number;
  readonly nonCoreShare?: number;
  readonly leadShare?: number;
  readonly staffPer100Firms?: number;
  readonly anchors?: number;
  readonly anchorShare?: number;
  readonly localSupply?: number;
  readonly suppliersReady?: number;
  readonly contiguousMu?: number;
  readonly taxRatio?: number;
  readonly farRatio?: number;
  readonly capitalReady?: number;
  readonly cleanTitle?: number;
  readonly inefficientShare?: number;
  readonly cdShare?: number;
  readonly legacyShare?: number;
  readonly ownersWilling?: number;
  readonly notUpgraded?: number;
  readonly privateParcelMu?: number;
  readonly privateUnused?: number;
  readonly ownerFinance?: number;
  readonly farCap?: number;
  readonly largestParcelMu?: number;
  readonly townLocation?: number;
  readonly lightShare?: number;
  readonly operatorReady?: number;
  readonly applicationsPerUnit?: number;
  readonly openPlatform?: number;
  readonly tradeShare?: number;
  /** In percent. */
  readonly platformGrowth?: number;
  readonly transport?: number;
  readonly freeLandShare?: number;
  readonly waitingNeedMu?: number;
  readonly needOverFree?: number;
  readonly partnerFit?: number;
  readonly benefitAgreement?: number;
}

export type ModeFact = keyof ModeFacts;

/** One bar of a gate: the fact reaches it from below, or stays under it. */
export type Bar = { readonly fact: ModeFact } & ({ readonly atLeast: number } | { readonly below: number } | { readonly above: number });

/** A graded criterion: satisfied not at all at `from` and wholly at `to`, in proportion between. */
export interface Criterion {
  readonly fact: ModeFact;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

/** The rule of one mode: of every group of bars one must hold, then the criteria are weighed. */
export interface ModeRule {
  readonly mode: Mode;
  readonly gate: readonly (readonly Bar[])[];
  readonly criteria: readonly Criterion[];
  /** Of two modes that fit alike the one that costs the public less goes first; 1 costs least. */
  readonly publicCost: number;
}

/** A criterion weighed for one park. */
export interface Weighed extends Criterion {
  readonly value: number | undefined;
  /** 0–1. */
  readonly satisfied: number;
  readonly points: number;
}

/** How one mode fits a park, with everything it was made of. */
export interface Fit {
  readonly mode: Mode;
  /** 0–100, to the hundredth; 0 where the gate is closed. */
  readonly fit: number;
  readonly isOpen: boolean;
  /** The groups of bars that no value passes. */
  readonly closed: readonly (readonly Bar[])[];
  readonly weighed: readonly Weighed[];
}

/** What is recommended: nothing primary means upkeep alone (维护提升). */
export interface Recommendation {
  readonly fits: readonly Fit[];
  readonly primary: Mode | undefined;
  readonly secondary: readonly Mode[];
}

/** Where a mode is recommended. */
export interface Bounds {
  readonly primary: number;
  readonly secondary: number;
  readonly distance: number;
  readonly most: number;
}
