/** A word or sentence in both languages, as the kernel has it; an engine imports nothing. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Somebody of the expert register, as the draw sees him. */
export interface Candidate {
  readonly expertNo: string;
  readonly specialties: readonly string[];
  /** Any name or code that is the same for colleagues; empty for who has no employer. */
  readonly employer: string;
  /** From outside the district. */
  readonly isOutside: boolean;
  /** Panels sat on this month and this year so far. */
  readonly monthlyCount: number;
  readonly yearlyCount: number;
  /** Sat on the last panel of the same applicant. */
  readonly isFromLastPanel: boolean;
}

/** The seats of one specialty, and where candidates may be borrowed when it has too few. */
export interface Quota {
  readonly specialty: string;
  readonly seats: number;
  readonly neighbours?: readonly string[];
}

/** Who may not be drawn for this project, and on which grounds (R1–R10). */
export interface Recusal {
  readonly expertNo: string;
  readonly grounds: readonly string[];
}

/** The numbers of the rules; a district keeps them as a scheme. */
export interface Rules {
  /** A specialty must have so many eligible candidates for each seat. */
  readonly poolTimes: number;
  readonly perMonth: number;
  readonly perYear: number;
  /** At least so much of the panel from outside the district, rounded up. */
  readonly outsidePercent: number;
  /** At most so much of the panel from the applicant's last one, rounded down. */
  readonly lastPanelPercent: number;
}

/** projects.md §3.1 and §3.2. */
export const commonRules: Rules = { poolTimes: 3, perMonth: 2, perYear: 12, outsidePercent: 50, lastPanelPercent: 50 };

/** All that a draw depends on but the two secrets. */
export interface DrawProblem {
  readonly projectNo: string;
  /** 1 for the first draw of a meeting; every redraw gets the next number and says why. */
  readonly drawNo: number;
  readonly redrawReason?: string;
  /** In the order in which they are drawn. */
  readonly quotas: readonly Quota[];
  readonly candidates: readonly Candidate[];
  readonly recusals: readonly Recusal[];
  readonly rules?: Rules;
}

/** The secretariat's and the supervisor's. */
export type Secrets = readonly [secretariat: string, supervisor: string];

export interface Seat {
  readonly specialty: string;
  readonly expertNo: string;
}

/** Why somebody was passed over though his rank came before a seated one's. */
export type PassedOverFor = 'seated' | 'employer' | 'lastPanel' | 'outside' | 'rest';

export interface PassedOver extends Seat {
  readonly for: PassedOverFor;
}

/** One specialty's candidates who were not seated, in the order in which they are called. */
export interface Substitutes {
  readonly specialty: string;
  readonly expertNos: readonly string[];
}

/** Why a candidate who is not recused could not be drawn all the same. */
export interface Capped {
  readonly expertNo: string;
  readonly for: 'month' | 'year';
}

/** A draw with everything that is published once the secrets are revealed. */
export interface Draw {
  readonly projectNo: string;
  readonly drawNo: number;
  /** The frozen list, byte for byte. */
  readonly frozen: string;
  readonly poolHash: string;
  readonly commitments: readonly [string, string];
  readonly seed: string;
  readonly panel: readonly Seat[];
  readonly substitutes: readonly Substitutes[];
  readonly passedOver: readonly PassedOver[];
  readonly recused: readonly Recusal[];
  readonly capped: readonly Capped[];
}

/** A specialty whose pool is too small, borrowed candidates included. */
export interface Shortage {
  readonly specialty: string;
  readonly has: number;
  readonly needs: number;
}

/** A rule over the whole panel. */
export type PanelRule = 'employer' | 'outside' | 'lastPanel';

/** Why there is no draw. */
export type NoDraw =
  | { readonly no: 'pool'; readonly shortages: readonly Shortage[] }
  /** Pools are large enough, but no panel keeps all rules; without any one of `alone` there would be one. */
  | { readonly no: 'panel'; readonly alone: readonly PanelRule[] }
  | { readonly no: 'input'; readonly fault: InputFault; readonly at: string }
  /** Nobody is left who could take the vacant seat of this specialty. */
  | { readonly no: 'substitute'; readonly specialty: string };

export type InputFault = 'text' | 'empty' | 'twice' | 'count' | 'drawNo' | 'redrawReason' | 'shortSecret' | 'sameSecret';
