/** A word or sentence in both languages, as the kernel has it; an engine imports nothing. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export interface Quota {
  readonly specialty: string;
  readonly seats: number;
}

/** A project that needs a panel. */
export interface Project {
  readonly projectNo: string;
  /** The month of its meeting, where experts have a cap a month. */
  readonly period?: string;
  readonly quotas: readonly Quota[];
  /** So many of the panel from outside the district at least. */
  readonly outsideAtLeast?: number;
  /** Experts who may not sit, whatever the grounds. */
  readonly recused?: readonly string[];
  /** How much better than his specialty says an expert fits this very project. */
  readonly fits?: Readonly<Record<string, number>>;
}

export interface Expert {
  readonly expertNo: string;
  /** Each specialty with its fit, a whole number. */
  readonly specialties: Readonly<Record<string, number>>;
  /** The same for colleagues; empty for who has none. */
  readonly employer: string;
  readonly isOutside: boolean;
  /** Panels allowed and sat on already, in all. */
  readonly cap: number;
  readonly load: number;
  /** Panels allowed in one period, and sat on already by period. */
  readonly capPerPeriod?: number;
  readonly loads?: Readonly<Record<string, number>>;
}

export interface PanelProblem {
  readonly projects: readonly Project[];
  readonly experts: readonly Expert[];
  /** Pairs who must not sit on one panel. */
  readonly apart?: readonly (readonly [string, string])[];
}

export interface Placement {
  readonly projectNo: string;
  readonly specialty: string;
  readonly expertNo: string;
  readonly fit: number;
}

/** How evenly the fit is spread. */
export interface Fairness {
  readonly worst: { readonly projectNo: string; readonly meanFit: number };
  readonly best: { readonly projectNo: string; readonly meanFit: number };
  /** Mean fit of a seat by project: a quarter, half and three quarters of the projects lie below. */
  readonly quartiles: readonly [number, number, number];
  /** Panels an expert gets: fewest, mean, most. */
  readonly loads: readonly [number, number, number];
}

export interface Assignment {
  readonly placements: readonly Placement[];
  readonly totalFit: number;
  /** No assignment has a larger total than this. */
  readonly bound: number;
  readonly isOptimal: boolean;
  readonly fairness: Fairness;
}

export type RuleKind = 'outside' | 'employer' | 'apart';

/** A rule of one project's panel that no flow can hold. */
export interface PanelRule {
  readonly kind: RuleKind;
  readonly projectNo: string;
  /** The employer or the pair. */
  readonly who: string;
}

/** The seats that cannot all be filled, and by how much the experts for them fall short. */
export interface Bottleneck {
  readonly seats: readonly { readonly projectNo: string; readonly specialty: string }[];
  readonly needed: number;
  readonly available: number;
  readonly experts: readonly string[];
}

export type NoAssignment =
  | { readonly no: 'input'; readonly fault: 'number' | 'twice' | 'unknown'; readonly at: string }
  | { readonly no: 'seats'; readonly bottleneck: Bottleneck }
  /** Seats and loads alone would do; these rules cannot be kept with them. */
  | { readonly no: 'rules'; readonly rules: readonly PanelRule[] }
  | { readonly no: 'stopped'; readonly bound: number };

/** Told now and then; the answer `stop` ends the search with the best found so far. */
export type Progress = (told: { readonly phase: 'filling' | 'rules' | 'proving'; readonly done: number; readonly of: number; readonly bestFit?: number; readonly bound?: number }) => 'stop' | undefined | void;
