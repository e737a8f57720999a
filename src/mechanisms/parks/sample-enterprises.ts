import { mu } from '#kernel/area.ts';
import { creditCodeOf } from '../projects/sample-names.ts';
import { dice } from '../story.ts';
import type { Delivered, Owner } from './data-owners.ts';
import { landByFirm, sampleFirms, type SampleFirm } from './sample-land.ts';

/** An enterprise that is evaluated in the sample, with the land of its parcels and leases. */
export interface SampleEnterprise {
  readonly key: string;
  readonly name: string;
  readonly creditCode: string;
  readonly industry: string;
  readonly town: string;
  /** ㎡. */
  readonly land: number;
  /** The post that acts for it; most have none and confirm on paper. */
  readonly account?: string;
}

const evaluated = (firm: SampleFirm, account?: string): SampleEnterprise => ({
  key: firm.key, name: firm.name, creditCode: creditCodeOf(firm.serial), industry: firm.industry, town: firm.park.unit, land: landByFirm.get(firm) ?? 0, ...(account === undefined ? {} : { account }),
});

/** 规上: every third firm of the parks. The first eight have an account. */
export const sampleEnterprises: readonly SampleEnterprise[] = sampleFirms.filter((_, at) => at % 3 === 0).map((firm, at) => evaluated(firm, at < 8 ? `enterprise-${at + 1}` : undefined));

/** 规下: the others that use three 亩 and more (parks.md §2.1). */
export const smallEnterprises: readonly SampleEnterprise[] = sampleFirms.filter((firm, at) => at % 3 !== 0 && (landByFirm.get(firm) ?? 0) >= 3 * mu).map((firm) => evaluated(firm));

/** The year that is evaluated in the sample, and the one before it. */
export const [baseYear, evaluatedYear] = [2019, 2020] as const;

/** The one that declares 18 mu where the register has 30. */
export const declaresLess = 1;

interface Numbers {
  readonly taxPaid: number;
  readonly valueAdded: number;
  readonly revenue: number;
  readonly research: number;
  readonly energy: number;
  readonly staff: number;
  readonly land: number;
  readonly pollutant: number;
  readonly electricity: number;
}

const wan = 1_000_000;

/** Two years of one enterprise; the second within a fifth of the first, as most are. Numbers made up from one seed. */
function numbersOf({ land }: SampleEnterprise, seed: number, isOrdinary: boolean, least = 0): Readonly<Record<number, Numbers>> {
  const roll = dice(seed);
  const between = (low: number, high: number) => low + roll() * (high - low);
  const yields = isOrdinary ? 1 : between(0.25, 1.9);
  // Who is above size is not small however little land it rents.
  const tax = Math.max(land / mu, least) * between(9, 17) * yields;
  const added = tax * between(3.5, 6.5);
  const first = {
    taxPaid: tax, valueAdded: added, revenue: added * between(2.6, 4.6), research: added * between(0.02, 0.16), energy: added / between(1.6, 4.2), staff: Math.max(4, Math.round(added / between(11, 26))), land, pollutant: added / between(2_500, 9_000), electricity: Math.round((added / between(1.6, 4.2)) * 3_000),
  };
  const grown = (value: number) => value * between(0.93, 1.19);
  const second = { ...first, taxPaid: grown(first.taxPaid), valueAdded: grown(first.valueAdded), revenue: grown(first.revenue), research: grown(first.research), energy: first.energy * between(0.94, 1.05), staff: Math.round(first.staff * between(0.95, 1.06)), pollutant: first.pollutant * between(0.9, 1.02), electricity: Math.round(first.electricity * between(0.95, 1.05)) };
  return { [baseYear]: first, [evaluatedYear]: second };
}

const cache = sampleEnterprises.map((enterprise, at) => numbersOf(enterprise, 7_000 + at, at < 8, 8));
const small = smallEnterprises.map((enterprise, at) => numbersOf(enterprise, 20_000 + at, false));
const fen = (value: number) => Math.round(value * wan);
const thousandths = (value: number) => Math.round(value * 1_000) / 1_000;

/** What an owner delivers of everybody for a year; of those below size only what their scheme looks at, and that they are on its list from its first year on. */
export function sampleRows(owner: Owner, year: number): readonly Delivered[] {
  return [
    ...sampleEnterprises.map(({ creditCode }, at) => ({ creditCode, ...columnsFor(owner, cache[at]?.[year], at, year) })),
    ...smallEnterprises.flatMap(({ creditCode, industry }, at) => {
      const columns = columnsBelow(owner, small[at]?.[year], year, polluting.has(industry.slice(1, 3)));
      return columns ? [{ creditCode, ...columns }] : [];
    }),
  ];
}

function columnsBelow(owner: Owner, numbers: Numbers | undefined, year: number, isPolluting: boolean): Omit<Delivered, 'creditCode'> | undefined {
  if (!numbers) throw new Error('the sample has no data of that year');
  const { taxPaid, land, electricity, pollutant } = numbers;
  const columns: Partial<Readonly<Record<Owner, Omit<Delivered, 'creditCode'>>>> = { tax: { taxPaid: fen(taxPaid) }, ...(year === evaluatedYear ? { statistics: { isAbove: false } } : {}), natural: { registeredLand: land }, power: { electricity }, town: { leasedLand: land }, ...(isPolluting ? { ecology: { pollutant: Math.max(0.001, thousandths(pollutant)) } } : {}) };
  return columns[owner];
}

function columnsFor(owner: Owner, numbers: Numbers | undefined, at: number, year: number): Omit<Delivered, 'creditCode'> {
  if (!numbers) throw new Error('the sample has no data of that year');
  const { taxPaid, valueAdded, revenue, research, energy, staff, land, pollutant, electricity } = numbers;
  const isOdd = year === evaluatedYear;
  // Electricity is a part of all energy: never more than the energy it makes (0.1229 kg of coal a kWh).
  const power = Math.min(electricity, Math.round((energy * 1_000 * 0.7) / 0.1229));
  const columns: Readonly<Record<Owner, Omit<Delivered, 'creditCode'>>> = {
    tax: { taxPaid: fen(taxPaid), ...(at % 9 === 4 ? { exportOffset: fen(taxPaid * 0.06) } : {}), ...(at % 14 === 6 ? { arrears: fen(taxPaid * 0.03) } : {}) },
    statistics: { isAbove: true, valueAdded: fen(valueAdded), revenue: fen(revenue), research: fen(research), energy: thousandths(energy), staff },
    natural: { registeredLand: land, ...(at % 6 === 0 ? { surveyedLand: Math.round(land * 1.02) } : {}) },
    // One in a polluting industry that says it emits nothing; a few have no such data.
    ecology: isOdd && at === oddOnes.emission ? { pollutant: 0 } : at % 23 === 11 && !isPolluting(at) ? {} : { pollutant: Math.max(0.001, thousandths(pollutant)) },
    power: { electricity: power },
    labour: { insuredStaff: isOdd && at === oddOnes.staff ? Math.round(staff * 0.7) : staff },
    town: { leasedLand: land, ...(isOdd && splitInTwo.includes(at) ? { isMergedOrSplit: true } : {}) },
  };
  return columns[owner];
}

/** The means of the year before the first evaluation, as the yearbook would print them: four in a hundred below the first year delivered. */
export function yearbookMeans(): Readonly<Record<'taxPerMu' | 'revenuePerTce' | 'revenuePerTonPollutant' | 'rdShare' | 'labourProductivity', number>> {
  const sum = sumOver(cache);
  const mean = (of: keyof Numbers, per: number) => Math.round((sum(of) / per) * 0.96 * 10_000) / 10_000;
  return { taxPerMu: mean('taxPaid', sum('land') / mu), revenuePerTce: mean('revenue', sum('energy')), revenuePerTonPollutant: mean('revenue', sum('pollutant')), rdShare: mean('research', sum('revenue')), labourProductivity: mean('valueAdded', sum('staff')) };
}

/** The same of those below size, for the year before theirs: 万元/亩, yuan a kWh. */
export function yearbookMeansBelow(): Readonly<Record<'taxPerMu' | 'taxPerKwh', number>> {
  const sum = sumOver(small);
  const mean = (value: number) => Math.round(value * 10_000) / 10_000;
  return { taxPerMu: mean(sum('taxPaid') / (sum('land') / mu)), taxPerKwh: mean((sum('taxPaid') * 10_000) / sum('electricity')) };
}

const sumOver = (all: typeof cache) => (name: keyof Numbers) => all.reduce((total, years) => total + (years[baseYear]?.[name] ?? 0), 0);

/** Two-digit industries in which it is odd to emit nothing (parks.md §2.7). */
const polluting = new Set(['17', '19', '22', '25', '26', '27', '28', '30', '31', '32', '33']);
const isPolluting = (at: number) => polluting.has(sampleEnterprises[at]?.industry.slice(1, 3) ?? '');

/** The two that one enterprise was split into in the year evaluated. */
export const splitInTwo: readonly number[] = [140, 141];

/** Places whose data strike a test before the trial run. */
export const oddOnes = { emission: sampleEnterprises.findIndex((_, at) => at > 20 && isPolluting(at)), staff: 75 } as const;

/** The value of one of the official numbers, as its sheet prints it. */
export function printedOf(at: number, name: 'revenue' | 'staff' | 'valueAdded'): number {
  const value = cache[at]?.[evaluatedYear]?.[name] ?? 0;
  return name === 'staff' ? value : fen(value) / wan;
}
