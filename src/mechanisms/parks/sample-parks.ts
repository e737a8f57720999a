import type { ModeCode } from './modes.ts';

/** A park of the sample: the published outline (its name, its mode, what the founding account prints of it), everything else generic and in proportion. */
export interface SamplePark {
  /** The unit that runs it; stories of the park carry it in their keys. */
  readonly unit: string;
  readonly name: string;
  readonly short: string;
  readonly level: string;
  readonly kind: string;
  readonly bodyKind: string;
  readonly lead: string;
  /** 亩: planned, built, industrial, supplied, in use. */
  readonly land: readonly [number, number, number, number, number];
  readonly far: number;
  readonly farCap: number;
  /** 万元/亩 of the latest year: tax, output. */
  readonly yields: readonly [number, number];
  readonly occupancy: number;
  readonly leadShare: number;
  readonly safety: number;
  readonly mode: ModeCode;
  /** C and D of its enterprises in percent, as it was known before the first evaluation. */
  readonly cdShare?: number;
  /** What its diagnosis enters for the modes. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly parcels: number;
  readonly firms: number;
  /** The corner of the park on the map, degrees. */
  readonly corner: readonly [number, number];
  readonly trades: readonly (readonly [name: string, code: string])[];
}

const machines = [['智能装备', 'C3511'], ['金属制品', 'C3311'], ['电气设备', 'C3811'], ['食品加工', 'C1371']] as const;
const vehicles = [['汽车零部件', 'C3670'], ['车身冲压', 'C3670'], ['汽车电子', 'C3670'], ['橡胶制品', 'C2911']] as const;
const textiles = [['高端纺织', 'C1711'], ['针织服装', 'C1821'], ['印染整理', 'C1713'], ['服装制造', 'C1811']] as const;
const marine = [['海洋生物', 'C2770'], ['海洋仪器', 'C4024'], ['医药制造', 'C2710'], ['新材料', 'C2659']] as const;
const trade = [['食品加工', 'C1371'], ['包装印刷', 'C2319'], ['家具制造', 'C2110'], ['金属制品', 'C3311']] as const;

/** The eight parks that the founding account names; their yields over all their industrial land come to 20.00 and 320.00 万元/亩, of which the worked example of the diagnosis speaks (parks.md §4) (figure 4.18), each with the mode it is renewed by (parks.md §5); mode 7 has two parks, mode 8 none. */
export const sampleParks: readonly SamplePark[] = [
  {
    unit: 'economic-zone', name: '即墨经济开发区', short: '经开', level: 'province', kind: 'economic', bodyKind: 'committee', lead: 'C35', land: [42_000, 30_000, 21_000, 18_500, 16_800], far: 1.12, farCap: 2, yields: [19.8, 272], occupancy: 86, leadShare: 36, safety: 92,
    mode: 'M1', given: { nonCoreShare: 55, staffPer100Firms: 50, anchors: 0 }, parcels: 350, firms: 545, corner: [120.215, 36.3], trades: machines,
  },
  {
    unit: 'auto-city', name: '汽车产业新城', short: '汽车', level: 'province', kind: 'newTown', bodyKind: 'committee', lead: 'C36', land: [40_000, 26_000, 20_000, 17_600, 16_700], far: 0.94, farCap: 1.8, yields: [26.2, 510.75], occupancy: 93, leadShare: 78, safety: 94,
    mode: 'M2', given: { anchors: 4, anchorShare: 62, localSupply: 46, suppliersReady: 18 }, parcels: 280, firms: 445, corner: [120.295, 36.3], trades: vehicles,
  },
  {
    unit: 'jinshan-park', name: '金山工业园', short: '金山', level: 'district', kind: 'traditional', bodyKind: 'town', lead: 'C35', land: [1400, 1200, 900, 820, 672.4], far: 0.62, farCap: 1.5, yields: [12.1, 210], occupancy: 71, leadShare: 34, safety: 90,
    mode: 'M3', cdShare: 22, given: { anchors: 0, contiguousMu: 260, capitalReady: 'yes', cleanTitle: 90, legacyShare: 55, ownersWilling: 40, notUpgraded: 70, largestParcelMu: 260 }, parcels: 90, firms: 170, corner: [120.215, 36.385], trades: machines,
  },
  {
    unit: 'innovation-park', name: '科技创新园', short: '科创', level: 'city', kind: 'science', bodyKind: 'committee', lead: 'C17', land: [9000, 7600, 5600, 5100, 4350], far: 0.81, farCap: 1.8, yields: [12.4, 186.1], occupancy: 74, leadShare: 41, safety: 88,
    mode: 'M4', cdShare: 32, given: { anchors: 0, legacyShare: 66, ownersWilling: 62, notUpgraded: 62 }, parcels: 190, firms: 330, corner: [120.345, 36.345], trades: textiles,
  },
  {
    unit: 'yifa-park', name: '怡发龙山产业园', short: '怡发', level: 'town', kind: 'traditional', bodyKind: 'company', lead: 'C33', land: [420, 380, 300, 290, 262], far: 0.6, farCap: 1.6, yields: [17.2, 262], occupancy: 82, leadShare: 38, safety: 90,
    mode: 'M5', given: { anchors: 0, privateParcelMu: 86, privateUnused: 42, ownerFinance: 80 }, parcels: 30, firms: 60, corner: [120.24, 36.385], trades: machines,
  },
  {
    unit: 'urban-park', name: '都市产业园', short: '都市', level: 'district', kind: 'urban', bodyKind: 'company', lead: 'C39', land: [260, 230, 180, 172, 150], far: 1.3, farCap: 3, yields: [16.4, 240], occupancy: 78, leadShare: 44, safety: 93,
    mode: 'M6', given: { anchors: 0, largestParcelMu: 89, townLocation: 90, lightShare: 70, operatorReady: 'yes', applicationsPerUnit: 0.8 }, parcels: 18, firms: 90, corner: [120.26, 36.385], trades: marine,
  },
  {
    unit: 'blue-valley', name: '蓝谷高新区', short: '蓝谷', level: 'province', kind: 'highTech', bodyKind: 'committee', lead: 'C27', land: [24_000, 15_000, 9800, 8600, 7600], far: 1.05, farCap: 2, yields: [17.9, 232], occupancy: 79, leadShare: 32, safety: 95,
    mode: 'M7', given: { nonCoreShare: 58, staffPer100Firms: 58, anchors: 0, openPlatform: true, tradeShare: 34, platformGrowth: 16, transport: 80 }, parcels: 230, firms: 380, corner: [120.28, 36.345], trades: marine,
  },
  {
    unit: 'land-port', name: '陆港新城', short: '陆港', level: 'city', kind: 'port', bodyKind: 'committee', lead: 'C13', land: [26_000, 16_800, 11_200, 9900, 8700], far: 0.88, farCap: 1.8, yields: [15.7, 225], occupancy: 81, leadShare: 35, safety: 91,
    mode: 'M7', given: { anchors: 0, openPlatform: true, tradeShare: 42, platformGrowth: 25, transport: 95 }, parcels: 260, firms: 400, corner: [120.215, 36.345], trades: trade,
  },
];

/** The park of a unit. */
export function sampleParkOf(unit: string): SamplePark {
  const found = sampleParks.find((park) => park.unit === unit);
  if (found === undefined) throw new Error(`the sample has no park ${unit}`);
  return found;
}
