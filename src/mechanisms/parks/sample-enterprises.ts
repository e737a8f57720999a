import { creditCodeOf } from '../projects/sample-names.ts';
import { dice } from '../story.ts';
import type { Delivered, Owner } from './data-owners.ts';
import { sampleFirms } from './sample-land.ts';

/**
 * The enterprises above size of the sample and their two years of data, made up from one seed. 160 of the firms of the parks: a
 * first start has to stay quick, and two-digit industries with fifteen and more are there all the same.
 */
export interface SampleEnterprise {
  readonly key: string;
  readonly name: string;
  readonly creditCode: string;
  readonly industry: string;
  readonly town: string;
  /** The post that acts for it; most have none and confirm on paper. */
  readonly account?: string;
}

const count = 160;

/** Everybody of the sample who is evaluated: one in several of the parks' firms, so that all parks have some. The first eight have an account. */
export const sampleEnterprises: readonly SampleEnterprise[] = sampleFirms
  .filter((_, at) => at % Math.floor(sampleFirms.length / count) === 0)
  .slice(0, count)
  .map(({ key, name, serial, industry, park }, at) => ({ key, name, creditCode: creditCodeOf(serial), industry, town: park.unit, ...(at < 8 ? { account: `enterprise-${at + 1}` } : {}) }));

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

/** Two years of one enterprise; the second within a fifth of the first, as most are. */
function numbersOf(at: number): Readonly<Record<number, Numbers>> {
  const roll = dice(7_000 + at);
  const between = (low: number, high: number) => low + roll() * (high - low);
  const land = at === declaresLess ? 20_000 : Math.round(between(6_000, 60_000));
  const mu = (land * 3) / 2_000;
  const yields = at < 8 ? 1 : between(0.25, 1.9);
  const tax = mu * between(9, 17) * yields;
  const added = tax * between(3.5, 6.5);
  const first = {
    taxPaid: tax, valueAdded: added, revenue: added * between(2.6, 4.6), research: added * between(0.02, 0.16), energy: added / between(1.6, 4.2), staff: Math.round(added / between(11, 26)), land, pollutant: added / between(2_500, 9_000), electricity: Math.round((added / between(1.6, 4.2)) * 3_000),
  };
  const grown = (value: number) => value * between(0.93, 1.19);
  const second = { ...first, taxPaid: grown(first.taxPaid), valueAdded: grown(first.valueAdded), revenue: grown(first.revenue), research: grown(first.research), energy: first.energy * between(0.94, 1.05), staff: Math.round(first.staff * between(0.95, 1.06)), pollutant: first.pollutant * between(0.9, 1.02), electricity: Math.round(first.electricity * between(0.95, 1.05)) };
  return { [baseYear]: first, [evaluatedYear]: second };
}

const cache = sampleEnterprises.map((_, at) => numbersOf(at));
const fen = (value: number) => Math.round(value * wan);
const thousandths = (value: number) => Math.round(value * 1_000) / 1_000;

/** What an owner delivers of everybody for a year. */
export function sampleRows(owner: Owner, year: number): readonly Delivered[] {
  return sampleEnterprises.map(({ creditCode }, at) => ({ creditCode, ...columnsFor(owner, cache[at]?.[year], at, year) }));
}

function columnsFor(owner: Owner, numbers: Numbers | undefined, at: number, year: number): Omit<Delivered, 'creditCode'> {
  if (!numbers) throw new Error(`the sample has no data of ${year}`);
  const { taxPaid, valueAdded, revenue, research, energy, staff, land, pollutant, electricity } = numbers;
  const isOdd = year === evaluatedYear;
  // Electricity is a part of all energy: never more than the energy it makes (0.1229 kg of coal a kWh).
  const power = Math.min(electricity, Math.round((energy * 1_000 * 0.7) / 0.1229));
  const columns: Readonly<Record<Owner, Omit<Delivered, 'creditCode'>>> = {
    tax: { taxPaid: fen(taxPaid), ...(at % 9 === 4 ? { exportOffset: fen(taxPaid * 0.06) } : {}), ...(at % 14 === 6 ? { arrears: fen(taxPaid * 0.03) } : {}) },
    statistics: { isAbove: true, valueAdded: fen(valueAdded), revenue: fen(revenue), research: fen(research), energy: thousandths(energy), staff },
    natural: { registeredLand: land, ...(at % 6 === 0 ? { surveyedLand: Math.round(land * 1.02) } : {}) },
    // One in a polluting industry that says it emits nothing; a few have no such data.
    ecology: isOdd && at === oddOnes.emission ? { pollutant: 0 } : at % 23 === 11 && !isPolluting(at) ? {} : { pollutant: thousandths(pollutant) },
    power: { electricity: power },
    labour: { insuredStaff: isOdd && at === oddOnes.staff ? Math.round(staff * 0.7) : Math.round(staff * 0.97) },
    town: { leasedLand: land },
  };
  return columns[owner];
}

/** Two-digit industries in which it is odd to emit nothing (parks.md §2.7). */
const polluting = new Set(['17', '19', '22', '25', '26', '27', '28', '30', '31', '32', '33']);
const isPolluting = (at: number) => polluting.has(sampleEnterprises[at]?.industry.slice(1, 3) ?? '');

/** Places whose data strike a test before the trial run. */
export const oddOnes = { emission: sampleEnterprises.findIndex((_, at) => at > 20 && isPolluting(at)), staff: 75 } as const;

/** The value of one of the official numbers, as its sheet prints it. */
export function printedOf(at: number, name: 'revenue' | 'staff' | 'valueAdded'): number {
  const value = cache[at]?.[evaluatedYear]?.[name] ?? 0;
  return name === 'staff' ? value : fen(value) / wan;
}
