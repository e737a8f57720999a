/** A locked sheet of some past project. */
export interface PastSheet {
  readonly expertNo: string;
  readonly scores: Readonly<Record<string, number>>;
  /** All that was written on it. */
  readonly comments: string;
  /** Milliseconds since any common beginning. */
  readonly lockedAt: number;
  /** A hash of address and device; empty where it is not known. */
  readonly device: string;
}

/** The valid sheets one project received. */
export interface ScoredProject {
  readonly projectNo: string;
  /** The same for all projects of one investor; empty where it is not known. */
  readonly investorGroup: string;
  readonly sheets: readonly PastSheet[];
}

/** The thresholds of projects.md §3.5 as data. */
export interface Limits {
  readonly severityProjects: number;
  readonly favourProjects: number;
  readonly favourAbove: number;
  readonly commentsFromPercent: number;
  /** Shorter comments say too little to be compared. */
  readonly commentCharacters: number;
  readonly withinSeconds: number;
  readonly correlatedProjects: number;
  readonly correlatedAbovePercent: number;
}

export const commonLimits: Limits = { severityProjects: 8, favourProjects: 2, favourAbove: 8, commentsFromPercent: 90, commentCharacters: 10, withinSeconds: 60, correlatedProjects: 8, correlatedAbovePercent: 90 };

/** How severe an expert is, shown and never corrected for; nothing to show on too few projects. */
export interface Severity {
  readonly expertNo: string;
  readonly projects: number;
  readonly mean?: number;
}

/** Something for a person to look into, never a verdict. */
export type Alert =
  | { readonly kind: 'favour'; readonly experts: readonly [string]; readonly projects: readonly string[]; readonly investorGroup: string; readonly mean: number }
  | { readonly kind: 'sameScores' | 'sameDevice'; readonly experts: readonly [string, string]; readonly projects: readonly [string] }
  | { readonly kind: 'sameMinute'; readonly experts: readonly [string, string]; readonly projects: readonly [string]; readonly seconds: number }
  | { readonly kind: 'sameComments'; readonly experts: readonly [string, string]; readonly projects: readonly [string]; readonly percent: number }
  | { readonly kind: 'correlated'; readonly experts: readonly [string, string]; readonly projects: readonly string[]; readonly r: number };
