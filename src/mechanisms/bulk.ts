import type { Enrolled, KeptResult, Scheme } from '#engines/evaluation/problem.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Question } from './computation.ts';

/** Where a run has got to: which part of the work, the last row of it that is in, how many of how many. */
export interface Place {
  readonly step: string;
  readonly reached: string;
  readonly done: number;
  readonly total: number;
}

/** A list of subjects kept as readings above 0, and the register that knows their industry. */
export interface RosterQuestion {
  readonly indicator: string;
  readonly period: string;
  readonly asOf: Instant;
  readonly register: string;
  readonly code: string;
  readonly industry: string;
}

/** A quantity and the indicators it is the greatest of. */
export type Sources = Readonly<Record<'tax' | 'valueAdded' | 'revenue' | 'research' | 'land' | 'energy' | 'pollutant' | 'staff' | 'electricity', readonly string[]>>;

/** Indicators that are added to a quantity, and taken from it, whatever is known of them. */
export interface Change {
  readonly quantity: keyof Sources;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** A row as it was frozen, in whole base units. */
export type FrozenRow = { readonly [K in keyof Sources]: number | null } & { readonly subject: string; readonly industry: string; readonly bonuses?: readonly string[] | null; readonly counts?: Readonly<Record<string, number>> | null; readonly vetoes?: readonly string[] | null; readonly exemption?: string | null };

/** What a member of a joint evaluation brought, by the matter it is joined in; counted where the group is among the ranked and the member is not. */
export type FrozenMember = FrozenRow & { readonly joint: string; readonly counted: boolean };

/** By indicator and industry, '' for all. */
export type BenchmarkTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a run may do within one transaction. Whatever is asked of the database is asked of the rows of this run. */
export interface BulkTools {
  /** All that a question finds, or the first so many. */
  find(question: Question, most?: number): Promise<readonly Matter[]>;
  /** So many of what a question finds after a matter, in the order of their ids. */
  page(question: Question, after: string, limit: number): Promise<readonly Matter[]>;
  /** Those of the matters that are there. */
  known(ids: readonly string[]): Promise<readonly Matter[]>;
  /** The matters that hold these values of a unique fact, by value. */
  held(mechanism: string, fact: string, values: readonly string[]): Promise<ReadonlyMap<string, Matter>>;
  /** An action as the platform itself, as of the moment of the run. */
  act(mechanism: string, action: string, input: Readonly<Record<string, unknown>>, id?: string): Promise<void>;
  /** The same action for many matters, or filing many: each decided by itself, read and written together. */
  actAll(mechanism: string, action: string, rows: readonly { readonly id?: string; readonly input: Readonly<Record<string, unknown>> }[]): Promise<void>;
  /** A number of a mechanism as the office has set it, else its default. */
  setting(mechanism: string, name: string): Promise<number>;
  roster(question: RosterQuestion, after: string, limit: number): Promise<readonly { readonly subject: string; readonly industry: string; readonly matter: string }[]>;
  readings(indicators: readonly string[], period: string, subjects: readonly string[], asOf: Instant): Promise<readonly { readonly indicator: string; readonly subject: string; readonly value: number; readonly source: string; readonly readAt: Instant }[]>;
  freeze(period: string, enrolled: readonly Enrolled[], asOf: Instant, sources: Sources, change: Change): Promise<void>;
  /** Rows whose quantities are known already. */
  freezeRows(period: string, rows: readonly FrozenRow[]): Promise<void>;
  freezeMembers(members: readonly FrozenMember[]): Promise<void>;
  benchmarks(scheme: Scheme, period: string): Promise<{ readonly benchmarks: BenchmarkTable } | { readonly gap: string }>;
  evaluate(scheme: Scheme, period: string, benchmarks: BenchmarkTable): Promise<void>;
  counts(): Promise<readonly { readonly class: string; readonly isRanked: boolean; readonly count: number }[]>;
  digest(): Promise<string>;
  /** Of this run, or of an earlier one by its id. */
  results(after: string, limit: number, run?: string): Promise<readonly KeptResult[]>;
  inputs(period: string, after: string, limit: number, run?: string): Promise<readonly FrozenRow[]>;
  members(run?: string): Promise<readonly FrozenMember[]>;
}

/** A run as the work sees it. */
export interface Bulk {
  readonly run: string;
  readonly matter: Matter;
  /** The moment it was begun: what comes in later counts for none of it, however often it is taken up again. */
  readonly asOf: Instant;
  /** Where an earlier attempt got to. */
  readonly from: Place;
  /** One transaction of work; where it got to is noted with it, and a run that was cancelled meanwhile ends here. */
  part<T>(work: (tools: BulkTools) => Promise<T>, place: (made: T) => Place): Promise<T>;
}

/** What goes on in the background after an action. It returns what is kept as its outcome. */
export type BulkWork = (bulk: Bulk) => Promise<Readonly<Record<string, unknown>>>;
