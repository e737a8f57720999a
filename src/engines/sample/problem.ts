/** One thing that may be drawn, in its stratum. */
export interface Item {
  readonly code: string;
  readonly stratum: string;
}

/** How much of a stratum is drawn, in percent; a part of one counts as one. */
export interface Share {
  readonly stratum: string;
  readonly percent: number;
}

/** Everything a sample depends on. */
export interface SampleProblem {
  /** What the sample is for: no two share it. */
  readonly round: string;
  /** 1 for the first sample; another gets the next number. */
  readonly number: number;
  /** Written down before the list is looked at. */
  readonly word: string;
  readonly shares: readonly Share[];
  readonly items: readonly Item[];
}

/** A sample with all that somebody needs who wants to draw it again. */
export interface Sample {
  readonly frozen: string;
  readonly listHash: string;
  readonly seed: string;
  /** Every item in the order of its rank, stratum by stratum, and whether it was drawn. */
  readonly ranked: readonly (Item & { readonly isDrawn: boolean })[];
}

/** Why there is no sample. */
export interface NoSample {
  readonly no: 'word' | 'text' | 'twice' | 'stratum' | 'percent';
  readonly at: string;
}
