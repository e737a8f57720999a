/** Words in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What is measured of an enterprise in a year, each a whole number of its base unit (quantities.ts). */
export type QuantityName = 'tax' | 'valueAdded' | 'revenue' | 'research' | 'land' | 'energy' | 'pollutant' | 'staff' | 'electricity';

/** The quantities of one enterprise; what nobody delivered is absent. */
export type Quantities = { readonly [K in QuantityName]?: number };

/**
 * Against what a value is held: a printed number, or the aggregate mean of the year before, Σ numerators / Σ denominators,
 * over all or over the two-digit industry (over all where the industry had none).
 */
export type Benchmark = { readonly fixed: number } | { readonly mean: 'all' | 'industry' };

/** One indicator of a scheme: value = numerator / (denominator × per), in `unit`. */
export interface Indicator {
  readonly key: string;
  readonly name: Text;
  readonly unit: Text;
  readonly numerator: QuantityName;
  readonly denominator: QuantityName;
  /** Whole: what one base unit of the denominator is worth so that the value comes out in `unit`. */
  readonly per: number;
  readonly weight: number;
  readonly benchmark: Benchmark;
  /** What an enterprise gets that has no value: nothing, or the mean points of all that have one. */
  readonly missing: 'zero' | 'mean';
}

/** Points for a distinction; counted once. */
export interface Bonus {
  readonly key: string;
  readonly name: Text;
  readonly points: number;
}

/** Points taken for something counted: so many for the first, so many for each further one. */
export interface Deduction {
  readonly key: string;
  readonly name: Text;
  readonly first: number;
  readonly further: number;
}

/** A class reaches down to a cumulative share of its group, in percent; the last one to 100. */
export interface ClassBand {
  readonly key: string;
  readonly name: Text;
  readonly upTo: number;
}

/** Bounds of the class by one value: whoever is below (or at least) so many times the benchmark gets no better (or no worse) class. */
export interface Guard {
  readonly indicator: string;
  readonly is: 'below' | 'atLeast';
  readonly times: number;
  readonly best?: string;
  readonly worst?: string;
}

/** 一票否决 and caps: no better class than this, whatever the points. */
export interface Veto {
  readonly key: string;
  readonly name: Text;
  readonly best: string;
}

/** 参评不定级: scored, not ranked, treated as a class. */
export interface Exemption {
  readonly key: string;
  readonly name: Text;
}

/** 税收口径: what is added to the tax paid into the treasury, or taken from it. */
export interface TaxItem {
  readonly key: 'exportOffset' | 'refunds' | 'arrears' | 'oneOff' | 'withheld';
  readonly name: Text;
  readonly sign: 1 | -1;
}

/** 方案: everything a year's evaluation is computed by. */
export interface Scheme {
  readonly name: Text;
  /** Where it comes from; [J] where the office chose. */
  readonly source: Text;
  readonly scope: 'above' | 'below';
  /** Points are counted on this many decimals, as printed: equal in print is equal in rank. */
  readonly decimals: number;
  /** The most points of an indicator, as a multiple of its weight. */
  readonly cap: number;
  readonly indicators: readonly Indicator[];
  /** How the evaluated tax follows from what was paid in; by the usual items where a scheme lists none. */
  readonly taxItems?: readonly TaxItem[];
  readonly bonuses: readonly Bonus[];
  readonly bonusLimit: number;
  readonly deductions: readonly Deduction[];
  /** Ranked in one list, or by two-digit industry where it has enough; the rest in one list of its own. */
  readonly groups: { readonly by: 'all' } | { readonly by: 'industry'; readonly fewest: number };
  /** Best first. */
  readonly classes: readonly ClassBand[];
  readonly guards: readonly Guard[];
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  /** As what the exempt are treated. */
  readonly exemptAs: string;
  /** 合并评价: the group stands in the industry of the member with most of this; revenue, when absent. */
  readonly mainBy?: QuantityName;
}

/** One enterprise to be evaluated. */
export interface Subject {
  readonly id: string;
  /** Two digits of GB/T 4754. */
  readonly industry: string;
  readonly quantities: Quantities;
  readonly bonuses?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly vetoes?: readonly string[];
  readonly exemption?: string;
}

/** What the benchmarks of last year are made of. */
export interface BaseSubject {
  readonly industry: string;
  readonly quantities: Quantities;
}

/** Everything an evaluation depends on. */
export interface Problem {
  readonly scheme: Scheme;
  readonly subjects: readonly Subject[];
  /** The evaluated set of the year before; needed where a benchmark is a mean. */
  readonly base: readonly BaseSubject[];
}

/** One indicator of one enterprise, worked. Points are in units of the last decimal. */
export interface Step {
  readonly indicator: string;
  /** Absent where a quantity is missing or the denominator is not above 0. */
  readonly value?: number;
  readonly benchmark: number;
  readonly points: number;
  readonly how: 'scored' | 'capped' | 'notPositive' | 'missingZero' | 'missingMean';
}

/** Why a class is not the one of the rank. */
export type Moved =
  | { readonly by: 'guard'; readonly guard: number; readonly to: string }
  | { readonly by: 'veto'; readonly veto: string; readonly to: string };

/** One enterprise, evaluated. */
export interface Result {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly bonus: number;
  readonly deduction: number;
  readonly points: number;
  /** Absent for the exempt. */
  readonly group?: string;
  /** Among how many of its group; equal points share the better rank. */
  readonly rank?: number;
  readonly among?: number;
  /** The class the rank alone would give; absent for the exempt. */
  readonly ranked?: string;
  readonly class: string;
  readonly isExempt: boolean;
  /** In the order they were applied. */
  readonly moves: readonly Moved[];
}

/** What a year's evaluation came to. */
export interface Evaluation {
  /** By indicator and industry; '' is all. */
  readonly benchmarks: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly results: readonly Result[];
}

/** Why there is no evaluation. */
export interface NoEvaluation {
  readonly no: 'weights' | 'classes' | 'class' | 'indicator' | 'number' | 'twice' | 'benchmark' | 'unknown' | 'whole' | 'joint';
  readonly at: string;
}

/** A subject that is to be evaluated, with what departments decided of it; its quantities are gathered. */
export interface Enrolled {
  readonly subject: string;
  readonly industry: string;
  readonly bonuses?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly vetoes?: readonly string[];
  readonly exemption?: string;
}

/** A result as it is kept. */
export interface KeptResult {
  readonly subject: string;
  readonly values: readonly (number | null)[];
  readonly stepPoints: readonly number[];
  readonly bonus: number;
  readonly deduction: number;
  readonly points: number;
  readonly list: string | null;
  readonly rank: number | null;
  readonly among: number | null;
  readonly ranked: string | null;
  readonly class: string;
}

/** What rounds points half up: a double may stand a hair below the half a clerk sees (17/30 of 33⅓ × 45 is 0.765), and goes up all the same. */
export const half = 0.5 + 1e-9;
