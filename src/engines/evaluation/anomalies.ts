import type { Formula } from './indicators.ts';
import type { Quantities, Text } from './problem.ts';
import { valueOf } from './solve.ts';

/** What other sources say of the same enterprise, to hold the readings against. Areas in base units of land, as everywhere. */
export interface Declared {
  readonly registeredLand?: number;
  readonly surveyedLand?: number;
  /** Σ of own and leased land by the occupations; or what the enterprise itself declared. */
  readonly leasedLand?: number;
  readonly declaredLand?: number;
  /** What the registers of parcels and occupations charge it with: its own land less what its tenants use, and what it rents. */
  readonly chargedLand?: number;
  readonly insuredStaff?: number;
  readonly billedElectricity?: number;
  /** What it filed with the tax bureau for the extra deduction. */
  readonly researchDeducted?: number;
  readonly address?: string;
  readonly mergedOrSplit?: boolean;
}

/** One enterprise as the tests look at it. */
export interface Checked {
  readonly id: string;
  readonly industry: string;
  readonly quantities: Quantities;
  readonly lastYear?: Quantities;
  readonly declared?: Declared;
}

/** When a test strikes; parks.md §2.7. */
export interface AnomalyLimits {
  readonly areaPercent: number;
  readonly changePercent: number;
  readonly outerPercent: number;
  readonly fewestForShare: number;
  readonly staffPercent: number;
  readonly researchPercent: number;
  readonly energyPercent: number;
  /** kg of standard coal in a kWh: 0.1229 by equivalent value (GB/T 2589-2020). */
  readonly coalPerKwh: number;
  readonly pollutingIndustries: readonly string[];
}

export const commonLimits: AnomalyLimits = {
  areaPercent: 5, changePercent: 50, outerPercent: 1, fewestForShare: 30, staffPercent: 20, researchPercent: 20, energyPercent: 10, coalPerKwh: 0.1229,
  pollutingIndustries: ['17', '19', '22', '25', '26', '27', '28', '30', '31', '32', '33'],
};

export type AnomalyKind = 'area' | 'change' | 'share' | 'staff' | 'research' | 'energy' | 'address' | 'split' | 'added' | 'emission' | 'missing';

/** Something to be cleared by a person before the trial run. */
export interface Anomaly {
  readonly id: string;
  readonly kind: AnomalyKind;
  /** What it concerns: an indicator, a quantity, another enterprise. */
  readonly of: string;
  readonly values: readonly number[];
}

/** Everything in these readings that somebody has to look into; in the order of the enterprises. */
export function findAnomalies(all: readonly Checked[], formulas: readonly Pick<Formula, 'key' | 'numerator' | 'denominator' | 'per'>[], limits: AnomalyLimits = commonLimits): readonly Anomaly[] {
  const shares = shareBounds(all, limits);
  const byAddress = Map.groupBy(all.filter(({ declared }) => declared?.address), ({ declared }) => declared?.address ?? '');
  return all.flatMap((each) => [
    ...areas(each, limits), ...missing(each, formulas), ...changes(each, formulas, limits), ...oddShare(each, shares), ...againstOthers(each, limits), ...ownLogic(each, limits),
    ...(byAddress.get(each.declared?.address ?? '') ?? []).filter(({ id }) => id !== each.id).slice(0, 1).map(({ id }) => ({ id: each.id, kind: 'address' as const, of: id, values: [] })),
  ]);
}

function apart(one: number, other: number, percent: number): boolean {
  return Math.abs(one - other) * 100 > percent * Math.max(Math.abs(one), Math.abs(other));
}

function areas({ id, quantities, declared = {} }: Checked, limits: AnomalyLimits): readonly Anomaly[] {
  const { registeredLand, surveyedLand, leasedLand, declaredLand, chargedLand } = declared;
  const against = { registeredLand, surveyedLand, leasedLand, declaredLand, chargedLand };
  const land = quantities.land;
  if (land === undefined) return [];
  return Object.entries(against).flatMap(([of, area]) => (area !== undefined && apart(land, area, limits.areaPercent) ? [{ id, kind: 'area' as const, of, values: [land, area] }] : []));
}

function missing({ id, quantities }: Checked, formulas: readonly Pick<Formula, 'numerator' | 'denominator'>[]): readonly Anomaly[] {
  const wanted = new Set(formulas.flatMap(({ numerator, denominator }) => [numerator, denominator]));
  // Who emits nothing has no such reading; the scheme says what it gets, and `emission` looks at the industries where that is odd.
  wanted.delete('pollutant');
  return [...wanted].filter((name) => quantities[name] === undefined).map((of) => ({ id, kind: 'missing' as const, of, values: [] }));
}

function changes({ id, quantities, lastYear }: Checked, formulas: readonly Pick<Formula, 'key' | 'numerator' | 'denominator' | 'per'>[], limits: AnomalyLimits): readonly Anomaly[] {
  if (!lastYear) return [];
  return formulas.flatMap((formula) => {
    const [now, before] = [valueOf(formula, quantities), valueOf(formula, lastYear)];
    if (now === undefined || before === undefined || before === 0 || Math.abs(now - before) * 100 <= limits.changePercent * Math.abs(before)) return [];
    return [{ id, kind: 'change' as const, of: formula.key, values: [before, now] }];
  });
}

/** Of each industry with enough enterprises, the tax share of revenue below and above which only the outer percent lie. */
function shareBounds(all: readonly Checked[], { outerPercent, fewestForShare }: AnomalyLimits): ReadonlyMap<string, readonly [number, number]> {
  const bounds = new Map<string, readonly [number, number]>();
  for (const [industry, members] of Map.groupBy(all, (each) => each.industry)) {
    const shares = members.flatMap((each) => taxShare(each) ?? []).toSorted((a, b) => a - b);
    if (shares.length < fewestForShare) continue;
    const outside = Math.floor((shares.length * outerPercent) / 100);
    bounds.set(industry, [shares[outside] ?? 0, shares[shares.length - 1 - outside] ?? 0]);
  }
  return bounds;
}

function taxShare({ quantities: { tax, revenue } }: Checked): number | undefined {
  return tax === undefined || revenue === undefined || revenue <= 0 ? undefined : tax / revenue;
}

function oddShare(each: Checked, bounds: ReadonlyMap<string, readonly [number, number]>): readonly Anomaly[] {
  const [share, bound] = [taxShare(each), bounds.get(each.industry)];
  return share !== undefined && bound && (share < bound[0] || share > bound[1]) ? [{ id: each.id, kind: 'share', of: 'tax', values: [share, ...bound] }] : [];
}

function againstOthers({ id, quantities: { staff, research, energy, electricity }, declared = {} }: Checked, limits: AnomalyLimits): readonly Anomaly[] {
  const { insuredStaff, billedElectricity, researchDeducted } = declared;
  // Of energy only the part that is electricity can be held against the bill: less than the bill alone is impossible.
  const least = billedElectricity === undefined ? undefined : billedElectricity * limits.coalPerKwh;
  return [
    ...(staff !== undefined && insuredStaff !== undefined && apart(staff, insuredStaff, limits.staffPercent) ? [{ id, kind: 'staff' as const, of: 'staff', values: [staff, insuredStaff] }] : []),
    ...(research !== undefined && researchDeducted !== undefined && apart(research, researchDeducted, limits.researchPercent) ? [{ id, kind: 'research' as const, of: 'research', values: [research, researchDeducted] }] : []),
    ...(energy !== undefined && least !== undefined && (least - energy) * 100 > limits.energyPercent * least ? [{ id, kind: 'energy' as const, of: 'energy', values: [energy, least] }] : []),
    ...(electricity !== undefined && billedElectricity !== undefined && apart(electricity, billedElectricity, limits.energyPercent) ? [{ id, kind: 'energy' as const, of: 'electricity', values: [electricity, billedElectricity] }] : []),
  ];
}

function ownLogic({ id, industry, quantities: { valueAdded, revenue, pollutant }, declared }: Checked, limits: AnomalyLimits): readonly Anomaly[] {
  return [
    ...(valueAdded !== undefined && revenue !== undefined && valueAdded > revenue ? [{ id, kind: 'added' as const, of: 'valueAdded', values: [valueAdded, revenue] }] : []),
    ...((pollutant ?? 0) <= 0 && limits.pollutingIndustries.includes(industry) ? [{ id, kind: 'emission' as const, of: 'pollutant', values: [] }] : []),
    ...(declared?.mergedOrSplit ? [{ id, kind: 'split' as const, of: '', values: [] }] : []),
  ];
}

/** The name of a test, as the office knows it. */
export const anomalyNames: Readonly<Record<AnomalyKind, Text>> = {
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
};

