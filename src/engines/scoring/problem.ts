/** A word or sentence in both languages, as the kernel has it; an engine imports nothing. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** One line of the sheet. */
export interface Criterion {
  readonly key: string;
  readonly name: Text;
  /** In points; the lines of a sheet come to 100. */
  readonly max: number;
}

/** One line of the part the platform computes: what is promised against the standard. */
export interface Benchmark {
  readonly key: string;
  readonly name: Text;
  /** In points; the lines come to 100. */
  readonly weight: number;
  /** Energy is the better the less. */
  readonly better: 'more' | 'less';
}

/** The rules of a review as data; a district keeps them as a scheme. Points are whole numbers or halves. */
export interface Scheme {
  readonly criteria: readonly Criterion[];
  readonly benchmarks: readonly Benchmark[];
  /** A reason is asked for below and above these shares of a criterion's maximum. */
  readonly reasonBelowPercent: number;
  readonly reasonAbovePercent: number;
  /** From so many sheets on the highest and the lowest total are dropped. */
  readonly dropFrom: number;
  /** With fewer valid sheets, or an even number, the review is repeated. */
  readonly fewestSheets: number;
  /** What the experts' part counts; the computed part counts the rest. */
  readonly expertsPercent: number;
  /** Deliberation must be minuted when totals lie further apart, or one of them further from the median. */
  readonly rangeAbove: number;
  readonly zAboveHundredths: number;
  readonly passFrom: number;
  readonly conditionalFrom: number;
  /** At least so many of so many votes. */
  readonly votes: readonly [agree: number, of: number];
}

export interface Sheet {
  readonly expertNo: string;
  /** Points by criterion. */
  readonly scores: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly agrees: boolean;
  /** The conflict found after signing, which voids the sheet. */
  readonly conflict?: string;
}

/** What was promised and what the standard asks, whole numbers in one unit (分, kg, a thousandth …): ratios are then exact. */
export interface Measure {
  readonly committed: number;
  readonly standard: number;
}

/** A red line: whatever the points, the answer is no. */
export interface Veto {
  readonly legalBasis: string;
  readonly departmentNote: string;
}

export interface Review {
  readonly scheme: Scheme;
  readonly sheets: readonly Sheet[];
  readonly measures: Readonly<Record<string, Measure>>;
  readonly veto?: Veto;
}

/** One total and how far it lies from the others. */
export interface Standing {
  readonly expertNo: string;
  readonly total: number;
  readonly isDropped: boolean;
  /** 0.6745 · (total − median) / MAD, with two digits. */
  readonly z: number;
  readonly isFar: boolean;
}

export interface Conclusion {
  readonly outcome: 'pass' | 'conditional' | 'refused';
  readonly standings: readonly Standing[];
  readonly voided: readonly string[];
  /** Hundredths of a point, so that nothing is lost between steps: 8340 is 83.40. */
  readonly experts: number;
  readonly computed: number;
  readonly final: number;
  readonly median: number;
  /** The median distance from the median; half a point stands in when it is 0. */
  readonly mad: number;
  readonly range: number;
  readonly mustBeMinuted: boolean;
  readonly agreeing: number;
  readonly isVetoed: boolean;
  /** Enough points, too few votes. */
  readonly lacksVotes: boolean;
}

/** The review has to be held again. */
export interface Repeat {
  readonly outcome: 'repeat';
  readonly because: 'even' | 'few';
  readonly valid: number;
  readonly fewest: number;
  readonly voided: readonly string[];
}

export type SheetFaultKind = 'missing' | 'unknown' | 'range' | 'grid' | 'reason';

/** One thing wrong with one line of a sheet. */
export interface SheetFault {
  readonly fault: SheetFaultKind;
  readonly expertNo: string;
  readonly criterion: Text;
  readonly max: number;
}

/** Why nothing can be concluded. */
export type NoConclusion =
  | { readonly outcome: 'faulty'; readonly sheets: readonly SheetFault[] }
  | { readonly outcome: 'unmeasured'; readonly benchmark: Text }
  | { readonly outcome: 'twice'; readonly expertNo: string }
  | { readonly outcome: 'emptyVeto' }
  | { readonly outcome: 'badScheme'; readonly what: 'criteria' | 'benchmarks' | 'percent' | 'bands' };
