import type { Actor, Grant, Sight, Role } from './actor.ts';
import type { Day, Instant, WorkCalendar } from './calendar.ts';
import type { Budget, Clock } from './clock.ts';
import type { Evidence, Facts, ValueOf, Values } from './fact.ts';
import type { Duty, Link, Matter } from './matter.ts';
import type { Figure } from './figure.ts';
import type { commonRefusals, RefusalWords } from './refusal.ts';
import type { Condition } from './condition.ts';
import type { Reading, Scheme } from './scheme.ts';
import type { Text } from './words.ts';

/** Where a stage lies on the way: on the main line, aside from it, or at an end. */
export type StagePlace = 'main' | 'side' | 'end';

/** 阶段: where a matter stands. */
export interface Stage {
  readonly name: Text;
  readonly place: StagePlace;
  /** Withdrawn, rejected, merged and the like: never counted (reform.md §1.2, 8). */
  readonly uncounted?: boolean;
}

/** A number an office may change, with its bounds and where the default comes from. */
export interface Setting {
  readonly name: Text;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 工作日, 自然日, 月日 (a day that comes back every year: 301 is 1 March), or a bare number. */
  readonly unit?: Budget['unit'] | 'monthDay';
  /** The rule it comes from; our own default where none is named. */
  readonly source?: string;
}

/** A clock a mechanism may start on a matter; its budget is a setting. */
export interface ClockDeclaration<S extends string = string> {
  readonly name: Text;
  readonly setting: S;
  readonly legal?: boolean;
}

/** What a mechanism is made of, before what may be done: facts, stages, clocks, duties, refusals, settings, who sees what. */
export interface RecordDeclaration<
  F extends Facts = Facts,
  S extends string = string,
  C extends string = string,
  D extends string = string,
  R extends string = string,
  T extends string = string,
> {
  readonly key: string;
  readonly wing: 'reform' | 'innovation' | 'projects' | 'parks';
  readonly name: Text;
  /** What one of them is called: 条, 件, 项. */
  readonly counter: Text;
  readonly facts: F;
  readonly stages: Readonly<Record<S, Stage>>;
  readonly settings: Readonly<Record<T, Setting>>;
  readonly clocks: Readonly<Record<C, ClockDeclaration<NoInfer<T>>>>;
  readonly duties: Readonly<Record<D, ClockDeclaration<NoInfer<T>>>>;
  readonly links: Readonly<Record<string, { readonly name: Text; readonly back: Text; readonly to: string }>>;
  readonly refusals: Readonly<Record<R, RefusalWords>>;
  readonly sees: Readonly<Record<Role, Sight>>;
  /** Facts grouped as offices think; what is in no group stands last. */
  readonly groups: readonly { readonly name: Text; readonly facts: readonly (keyof F & string)[] }[];
  readonly title: keyof F & string;
  readonly lead?: keyof F & string;
  readonly co?: keyof F & string;
  /** The fact whose year the figures of its papers are of: a paper issued after that year tells how it ended. */
  readonly printedYear?: keyof F & string;
  /** A choice among lights that says how a matter stands, where that is more than what runs out first. Lists, counts and pages then know no other light of it. */
  readonly light?: keyof F & string;
  /** Columns of the register, in order. */
  readonly list: readonly (keyof F & string)[];
  /** The register as the office keeps it on paper; a way out of it beside the workbook as shown. */
  readonly ledger?: LedgerDeclaration<keyof F & string>;
  /** How the map of the register is drawn beyond its lights. */
  readonly map?: MapDeclaration<keyof F & string>;
  /** What anybody may read of it, and when. */
  readonly publicFace?: {
    readonly when: Condition;
    readonly facts: readonly (keyof F & string)[];
    readonly name: Text;
    /** The fact its public list is in the order of; the latest change first, when absent. */
    readonly order?: keyof F & string;
    /** What stands beneath a title in its list; the first two short columns of the register, when absent. Of a flag its name, where it holds. */
    readonly brief?: readonly (keyof F & string)[];
    /** Choices and years by which the list may be narrowed. */
    readonly narrows?: readonly (keyof F & string)[];
    /** The year among these of which the list shows the latest, until another is asked for. */
    readonly latest?: keyof F & string;
    /** What a citizen finds there, in one sentence. */
    readonly about: Text;
  };
  /** The open-data standard in which its matters can be given out; server.ts builds the package. */
  readonly openData?: Text;
  /** What the author reads by query code. */
  readonly authorFacts?: readonly (keyof F & string)[];
}

/** An A4 landscape sheet: rows in the order of some facts, equal neighbours of others in one cell, columns of so many Latin characters. */
export interface LedgerDeclaration<N extends string = string> {
  readonly title: Text;
  readonly order: readonly N[];
  readonly merged: readonly N[];
  readonly columns: Readonly<Partial<Record<N, number>>>;
}

/** What a map can be coloured by. `years` names rows with a column `year` and others that bear the names of the facts: the map then goes back in time. */
export interface MapDeclaration<N extends string = string> {
  /** Choices and numbers, the most asked for first. */
  readonly colours: readonly N[];
  readonly years?: N;
  /** A fact that refers to a matter: a way from the map straight to it. */
  readonly opens?: N;
}

/** Declares a record; every name used in it is checked against what it declares. */
export function record<
  const F extends Facts,
  const S extends string,
  const C extends string,
  const D extends string,
  const R extends string,
  const T extends string,
>(declaration: RecordDeclaration<F, S, C, D, R, T>): RecordDeclaration<F, S, C, D, R, T> {
  return declaration;
}

/** The facts of a record, and the names in it. */
export type FactsOf<R> = R extends RecordDeclaration<infer F, string, string, string, string, string> ? F : never;
type StageOf<R> = R extends RecordDeclaration<infer _F, infer S, string, string, string, string> ? S : never;
type ClockOf<R> = R extends RecordDeclaration<infer _F, infer _S, infer C, string, string, string> ? C : never;
type DutyOf<R> = R extends RecordDeclaration<infer _F, infer _S, infer _C, infer D, string, string> ? D : never;
type SettingOf<R> = R extends RecordDeclaration<infer _F, infer _S, infer _C, infer _D, infer _R, infer T> ? T : never;

/** The name of a refusal: the record's own, or a common one. */
export type RefusalName<R> = (R extends RecordDeclaration<infer _F, infer _S, infer _C, infer _D, infer N, string> ? N : never) | keyof typeof commonRefusals;

/** What a rule says: the name of a refusal, one with the fields it concerns, or nothing. */
export type Verdict<R> = RefusalName<R> | { readonly refusal: RefusalName<R>; readonly field?: string; readonly detail?: Readonly<Record<string, string | number | Text>> } | undefined;

/** A unit as rules see it. */
export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly groups: readonly string[];
}

/** Everything a rule may look at; nothing else exists for it. */
export interface Situation<R = AnyRecord> {
  readonly matter: Matter<FactsOf<R>>;
  readonly actor: Actor;
  readonly now: Instant;
  readonly today: Day;
  readonly calendar: WorkCalendar;
  setting(name: SettingOf<R>): number;
  findUnit(id: string): UnitView | undefined;
  /** Another matter that the matter or the input refers to. */
  findMatter(id: string): Matter | undefined;
}

/** How an action asks for a fact: 'must' or 'may'; 'computed' ones nobody types or sends, the platform works them out (a draw, a score) by the mechanism's server.ts; 'computedIfAny' ones too, where there is anything to work them out from. */
export type Asking = 'must' | 'may' | 'computed' | 'computedIfAny';
/** Which facts an action asks for, and how. */
export type Asks<F extends Facts> = { readonly [K in keyof F]?: Asking };
type Given = 'must' | 'computed';
type Perhaps = 'may' | 'computedIfAny';

/** The value an action receives: the facts asked for, and what is asked for this action alone. */
export type Input<F extends Facts, A extends Asks<F>, X extends Facts, XA extends Asks<X>> = {
  readonly [K in keyof A & keyof F as A[K] extends Given ? K : never]: ValueOf<F[K]>;
} & { readonly [K in keyof A & keyof F as A[K] extends Perhaps ? K : never]?: ValueOf<F[K]> } & {
  readonly [K in keyof XA & keyof X as XA[K] extends Given ? K : never]: ValueOf<X[K]>;
} & { readonly [K in keyof XA & keyof X as XA[K] extends Perhaps ? K : never]?: ValueOf<X[K]> } & {
  readonly reason?: string;
  readonly evidence?: readonly Evidence[];
};

/** What an action does beyond storing the facts it asked for. */
export type Effect<R = AnyRecord> =
  | { readonly do: 'set'; readonly values: { readonly [K in keyof FactsOf<R>]?: ValueOf<FactsOf<R>[K]> | null } }
  | { readonly do: 'start'; readonly clock: ClockOf<R>; readonly budget?: Budget; readonly on?: Day }
  /** Runs out on a certain day, whenever it was started. */
  | { readonly do: 'startUntil'; readonly clock: ClockOf<R>; readonly until: Day }
  | { readonly do: 'stop' | 'resume'; readonly clock: ClockOf<R> }
  | { readonly do: 'pause'; readonly clock: ClockOf<R>; readonly reason: string }
  | { readonly do: 'extend'; readonly clock: ClockOf<R>; readonly by: Budget; readonly reason: string }
  | { readonly do: 'owe'; readonly duty: DutyOf<R>; readonly unit: string; readonly person?: string; readonly budget?: Budget }
  /** Of all who owe it, or of one unit or person. */
  | { readonly do: 'discharge' | 'withdraw'; readonly duty: DutyOf<R>; readonly unit?: string; readonly person?: string }
  | { readonly do: 'link' | 'unlink'; readonly type: string; readonly id: string }
  | { readonly do: 'confine'; readonly to: readonly string[] | null }
  /** A move on another matter, in the same transaction, as its consequence; without an id it files a new one. */
  | { readonly do: 'follow'; readonly mechanism: string; readonly id?: string; readonly action: string; readonly input: Readonly<Record<string, unknown>> }
  /** 读数: values that hold from now on; the matter itself holds what they were read from. */
  | { readonly do: 'read'; readonly readings: readonly Reading[] }
  /** 方案: a version of a scheme is in force; it is never changed, only followed by another. */
  | { readonly do: 'enact'; readonly scheme: Scheme }
  /** A notice: to the author (kept under the query code), to a unit's posts, to the holders of a role, or to one person. */
  | { readonly do: 'tell'; readonly to: 'author' | { readonly unit: string } | { readonly role: Role } | { readonly person: string }; readonly text: Text };

/** One piece that a gate (关口) asks for before its action opens. The page names each piece, whether it is there, and who can give it. */
export interface Need<R = AnyRecord> {
  readonly name: Text;
  readonly holds: Condition | ((situation: Situation<R>) => boolean);
  /** Asked for only where this holds: a foreign investor's paper, a permit above a threshold. */
  readonly only?: Condition;
  /** The action that brings it: one of this mechanism, or `mechanism.action` of another. */
  readonly from: string;
}

/** A number given by an action: from a gap-free counter, for the matter's number or one of its facts. */
export interface Numbering<F extends Facts> {
  readonly into: 'number' | (keyof F & string);
  readonly counter: string;
  /** Begins again each year. */
  readonly yearly: boolean;
  /** `{year}`, `{seq}` and `{seq:5}` (padded); facts take the bare number. */
  readonly pattern?: string;
}

/** 动作: what may be done, from where, by whom, asking for what, and what follows. */
export interface Action<R = AnyRecord, A extends Asks<FactsOf<R>> = Asks<FactsOf<R>>, X extends Facts = Facts, XA extends Asks<X> = Asks<X>> {
  readonly name: Text;
  /** What it does, in a sentence, for whoever is about to do it. */
  readonly help?: Text;
  /** Stages it is open in; `new` files a matter. */
  readonly from: readonly StageOf<R>[] | 'new';
  /** Where it leads; where there are several, `leads` says which; nowhere when absent. */
  readonly to?: StageOf<R> | readonly StageOf<R>[];
  readonly by: readonly Grant[];
  readonly asks?: A;
  /** Facts of this action alone, kept in its event. */
  readonly extra?: X;
  readonly extraAsks?: XA;
  /** Its rules look at when photos were taken and whether they served before: only then are both looked up. */
  readonly freshPhotos?: boolean;
  /** Pieces of evidence it needs; none are asked for when absent, 0 makes them welcome. */
  readonly evidence?: number;
  /** Characters of reason it needs. */
  readonly reason?: number;
  readonly numbers?: readonly Numbering<FactsOf<R>>[];
  readonly starts?: readonly ClockOf<R>[];
  readonly stops?: readonly ClockOf<R>[];
  readonly resumes?: readonly ClockOf<R>[];
  /** May not be done by the person who did one of these. */
  readonly apartFrom?: readonly string[];
  /** Facts of type matter whose matters rules want to look at are found by themselves; this names other ids. */
  readonly refers?: (matter: Matter<FactsOf<R>>, input: Readonly<Record<string, unknown>>) => readonly string[];
  /** 关口: what must be there before it opens, piece by piece. */
  readonly needs?: readonly Need<R>[];
  /** Looks at matter and actor alone: greys the button before anybody types. */
  readonly when?: (situation: Situation<R>) => Verdict<R>;
  /** Also judges what was typed. */
  readonly check?: (situation: Situation<R>, input: Input<FactsOf<R>, A, X, XA>) => Verdict<R>;
  readonly leads?: (situation: Situation<R>, input: Input<FactsOf<R>, A, X, XA>) => StageOf<R> | undefined;
  readonly effects?: (situation: Situation<R>, input: Input<FactsOf<R>, A, X, XA>) => readonly Effect<R>[];
  /** Figures that the paper of this action states: answered on its day and kept with their records, so that the paper says the same for ever (reform.md §1.2, 5). */
  readonly prints?: readonly string[];
  /** Other mechanisms' actions it may cause, `mechanism.action`: checked to exist. */
  readonly follows?: readonly string[];
  /** Facts its effects write beyond those it asks for: so that `zhanqiao check` finds facts nobody ever fills. */
  readonly sets?: readonly (keyof FactsOf<R> & string)[];
  /** Not offered as a button: done by the platform or as a consequence. */
  readonly hidden?: boolean;
  /** What it asks for as computed takes seconds or minutes: it is worked out while the page watches, and decided when it is done. */
  readonly takesTime?: boolean;
  /** Weight of the button: the ordinary next step, an aside, or one that needs a second thought. */
  readonly tone?: 'primary' | 'plain' | 'danger';
}

/** How a register is filled from a spreadsheet: which actions file, correct and void a row, and what tells rows apart. */
export interface Importing {
  readonly create: string;
  readonly amend?: string;
  readonly void?: string;
  /** A fact no two matters share. */
  readonly key: string;
  /** Where the key stands in no column but follows from the row: a year and a number make a code. */
  keyOf?(row: Readonly<Record<string, unknown>>, today: Day): string | undefined;
  /** Columns a list may lack as a whole though filing asks for them: another fact stands in, or a value. The report says so before anything is filed; what is kept already is never changed by it. */
  readonly assumes?: Readonly<Record<string, { readonly like: string } | { readonly value: string }>>;
  /** What follows from a whole row once its cells are understood; each cell alone cannot know. */
  completes?(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** 机制: a declared kind of work. */
export interface Mechanism<R = AnyRecord> {
  readonly record: R;
  readonly actions: Readonly<Record<string, Action<R>>>;
  readonly importing?: Importing;
  readonly figures: readonly Figure[];
}

/** A record of which nothing particular is known. */
export type AnyRecord = RecordDeclaration<Facts, string, string, string, string, string>;
/** A mechanism of which nothing particular is known. */
export type AnyMechanism = Mechanism<AnyRecord>;

/** Declares the actions of a record. */
export function mechanism<const R extends RecordDeclaration<any, any, any, any, any, any>>( // the names are inferred; any here widens nothing
  of: R,
  rest: { readonly actions: Readonly<Record<string, Action<R, any, any, any>>>; readonly importing?: Importing; readonly figures?: readonly Figure[] },
): AnyMechanism {
  // From here on a mechanism is data: its rules only ever meet its own matters, parsed by its own facts.
  return { record: of, figures: [], ...rest } as unknown as AnyMechanism;
}

/** Declares one action of a record, so that its input type follows from what it asks for. */
export function actionsOf<const R extends RecordDeclaration<any, any, any, any, any, any>>(_record: R) { // as above
  return <const A extends Asks<FactsOf<R>> = {}, const X extends Facts = {}, const XA extends Asks<X> = {}>(
    action: Action<R, A, X, XA> & { readonly asks?: A & { readonly [K in Exclude<keyof A, keyof FactsOf<R>>]: never } },
  ): Action<R, A, X, XA> => action;
}

export type { Clock, Duty, Link, Values };
