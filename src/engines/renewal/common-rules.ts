import type { Bounds, HealthFacts, ModeRule } from './problem.ts';

/** The weights of the health index; they add up to 100 (parks.md §4). */
export const healthWeights = { tax: 25, output: 15, far: 15, landUse: 15, occupancy: 10, lead: 10, safety: 10 } as const;

/** A lead industry that makes this share of the output counts in full. */
export const fullLeadShare = 0.6;

/** The ratios the index is made of, each full at 1. */
export function healthRatios(facts: HealthFacts): Readonly<Record<keyof typeof healthWeights, number>> {
  return {
    tax: facts.taxPerMu / facts.districtTaxPerMu,
    output: facts.outputPerMu / facts.districtOutputPerMu,
    far: facts.far / facts.farCap,
    landUse: facts.landUse,
    occupancy: facts.occupancy,
    lead: facts.leadShare / fullLeadShare,
    safety: facts.safety,
  };
}

/** The rules of the eight modes (parks.md §6). */
export const commonRules: readonly ModeRule[] = [
  { mode: 'M1', publicCost: 2, gate: [[{ fact: 'ownBody', atLeast: 1 }]], criteria: [{ fact: 'nonCoreShare', weight: 40, from: 0.2, to: 0.6 }, { fact: 'leadShare', weight: 30, from: 0.6, to: 0.3 }, { fact: 'staffPer100Firms', weight: 30, from: 20, to: 60 }] },
  { mode: 'M2', publicCost: 3, gate: [[{ fact: 'anchors', atLeast: 1 }]], criteria: [{ fact: 'anchorShare', weight: 40, from: 0.1, to: 0.4 }, { fact: 'localSupply', weight: 40, from: 0.8, to: 0.4 }, { fact: 'suppliersReady', weight: 20, from: 0, to: 20 }] },
  {
    mode: 'M3', publicCost: 8, gate: [[{ fact: 'contiguousMu', atLeast: 100 }]],
    criteria: [{ fact: 'taxRatio', weight: 35, from: 0.8, to: 0.3 }, { fact: 'farRatio', weight: 25, from: 0.8, to: 0.3 }, { fact: 'capitalReady', weight: 25, from: 0, to: 1 }, { fact: 'cleanTitle', weight: 15, from: 0.5, to: 1 }],
  },
  {
    mode: 'M4', publicCost: 7, gate: [[{ fact: 'inefficientShare', atLeast: 0.1 }, { fact: 'cdShare', atLeast: 0.2 }]],
    criteria: [{ fact: 'legacyShare', weight: 35, from: 0.3, to: 0.7 }, { fact: 'cdShare', weight: 30, from: 0.15, to: 0.4 }, { fact: 'ownersWilling', weight: 20, from: 0.3, to: 0.7 }, { fact: 'notUpgraded', weight: 15, from: 0.2, to: 0.8 }],
  },
  {
    mode: 'M5', publicCost: 1, gate: [[{ fact: 'privateParcelMu', atLeast: 30 }], [{ fact: 'privateUnused', atLeast: 0.15 }]],
    criteria: [{ fact: 'privateUnused', weight: 35, from: 0.15, to: 0.5 }, { fact: 'ownerFinance', weight: 35, from: 0, to: 1 }, { fact: 'farRatio', weight: 30, from: 0.8, to: 0.3 }],
  },
  {
    mode: 'M6', publicCost: 4, gate: [[{ fact: 'farCap', atLeast: 2 }], [{ fact: 'largestParcelMu', atLeast: 30 }]],
    criteria: [{ fact: 'townLocation', weight: 25, from: 0, to: 1 }, { fact: 'lightShare', weight: 30, from: 0.3, to: 0.8 }, { fact: 'operatorReady', weight: 25, from: 0, to: 1 }, { fact: 'applicationsPerUnit', weight: 20, from: 0, to: 1 }],
  },
  { mode: 'M7', publicCost: 5, gate: [[{ fact: 'openPlatform', atLeast: 1 }]], criteria: [{ fact: 'tradeShare', weight: 40, from: 0.1, to: 0.4 }, { fact: 'platformGrowth', weight: 30, from: 0, to: 20 }, { fact: 'transport', weight: 30, from: 0, to: 1 }] },
  {
    mode: 'M8', publicCost: 6, gate: [[{ fact: 'freeLandShare', below: 0.1 }], [{ fact: 'waitingNeedMu', above: 0 }]],
    criteria: [{ fact: 'needOverFree', weight: 40, from: 1, to: 3 }, { fact: 'partnerFit', weight: 30, from: 0, to: 1 }, { fact: 'benefitAgreement', weight: 30, from: 0, to: 1 }],
  },
];

/** Primary from 60 points; secondary from 45, within 25 of the primary, two at most. */
export const commonBounds: Bounds = { primary: 60, secondary: 45, distance: 25, most: 2 };
