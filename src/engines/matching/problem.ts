/** What a demand asks for (innovation.md §4). Money in fen, time in months; what nobody stated is left out. */
export interface Demand {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** GB/T 4754 with its section letter: C3514. */
  readonly industry?: string;
  readonly marineField?: string;
  /** The least technology readiness asked for, 1–9 (GB/T 22900). */
  readonly minTrl: number;
  readonly budget?: number;
  readonly dueMonths?: number;
}

/** An achievement that may answer it, as its register and its owner's record stand on the day. */
export interface Supply {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly industry?: string;
  readonly marineField?: string;
  readonly trl: number;
  readonly ask?: number;
  readonly estimatedMonths?: number;
  readonly place: Place;
  /** Technical contracts of its owner, and those of them completed. */
  readonly contracts: number;
  readonly completed: number;
  /** What stands against showing it at all, as the registers say; the maturity is looked at by the engine. */
  readonly against: readonly Exclude<Bar, 'maturity'>[];
  /** Owner and demander are under one control: shown, but counted nowhere. */
  readonly isRelated: boolean;
}

/** Where the owner of an achievement sits, seen from the demand. */
export type Place = 'district' | 'city' | 'province' | 'elsewhere';

/** Why an achievement is not offered to a demand: not on the shelf, its rights lapsed or disputed or given away, not ripe, its owner discredited, or the demand may not be shown to it. */
export type Bar = 'offShelf' | 'lapsed' | 'disputed' | 'licensedAway' | 'maturity' | 'discredited' | 'undisclosed';

/** The parts of a score: text, field, maturity, budget, due time, geography, history. */
export type Part = 'text' | 'field' | 'maturity' | 'budget' | 'due' | 'geography' | 'history';

/** Weights, steps and bounds of a match: a versioned set of numbers, not code. */
export interface MatchScheme {
  /** They add up to 1. */
  readonly weights: Readonly<Record<Part, number>>;
  /** By how many characters of the code agree: all four digits, three, two, the section letter. */
  readonly industry: readonly [number, number, number, number];
  readonly sameMarineField: number;
  /** So many levels below what is asked for are no bar yet … */
  readonly trlSlack: number;
  /** … and so many bring its part down to 0. */
  readonly trlSpan: number;
  readonly place: Readonly<Record<Place, number>>;
  /** What counts where one side named no sum or no time. */
  readonly unknown: number;
  /** From this score on level 4, 3 and 2; below, 1. */
  readonly levels: readonly [number, number, number];
  readonly pushFrom: Level;
  readonly most: number;
}

/** 4 strong, 3 good, 2 weak, 1 none. */
export type Level = 1 | 2 | 3 | 4;

/** Which of these answer the demand, and how well? */
export interface MatchProblem {
  readonly demand: Demand;
  readonly supplies: readonly Supply[];
  readonly scheme?: MatchScheme;
}

/** An achievement that passes every bar, with what its score is made of; each part and the score 0–1 in millionths. */
export interface Match {
  readonly id: string;
  readonly parts: Readonly<Record<Part, number>>;
  readonly score: number;
  readonly level: Level;
  readonly isRelated: boolean;
  /** Among those sent to the demander. */
  readonly isPushed: boolean;
}

/** Best first; whoever was barred, with every reason. */
export interface Matches {
  readonly matches: readonly Match[];
  readonly barred: readonly { readonly id: string; readonly bars: readonly Bar[] }[];
}

/** The numbers of innovation.md §4.2, each a default of the district. */
export const commonScheme: MatchScheme = {
  weights: { text: 0.35, field: 0.2, maturity: 0.15, budget: 0.1, due: 0.1, geography: 0.05, history: 0.05 },
  industry: [1, 0.7, 0.4, 0.1],
  sameMarineField: 0.1,
  trlSlack: 2,
  trlSpan: 4,
  place: { district: 1, city: 0.8, province: 0.5, elsewhere: 0.2 },
  unknown: 0.5,
  levels: [0.75, 0.55, 0.35],
  pushFrom: 3,
  most: 10,
};
