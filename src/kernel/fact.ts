import type { Tie } from './actor.ts';
import type { Instant, Day } from './calendar.ts';
import type { Condition } from './condition.ts';
import type { Text } from './words.ts';

/** A file or a proof held by a matter: the bytes are kept by hash, the rest is what was said of them. */
export interface Evidence {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly name: string;
  /** Media type taken from the bytes, never from the name. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly issuer?: string;
  readonly number?: string;
  readonly issuedOn?: Day;
  /** The day a photo says it was taken; found in the bytes. */
  readonly takenOn?: Day;
  /** The day on which another matter first had the same bytes; looked up where an action asks for fresh photos. */
  readonly usedOn?: Day;
}

/** A measured change: before and after, over which periods, by which source, and whether it is relative or in points. */
export interface Metric {
  readonly before: number;
  readonly after: number;
  readonly change: 'relativePercent' | 'percentagePoint' | 'difference';
  readonly beforePeriod: string;
  readonly afterPeriod: string;
  readonly source: string;
}

/** A place on the map in CGCS2000, degrees: longitude first. */
export type Place =
  | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] };

/** 坐标系: in which a place was given. What is converted says so, and is thereby told from what is still to be. */
export const datums = {
  cgcs2000: { zh: 'CGCS2000', en: 'CGCS2000' },
  gcj02: { zh: 'GCJ-02', en: 'GCJ-02' },
  fromGcj02: { zh: '由GCJ-02换算', en: 'Converted from GCJ-02' },
} as const satisfies Readonly<Record<string, Text>>;

/** What each kind of fact holds, as kept in the store and sent over the wire. */
export interface KindValues {
  text: string;
  longText: string;
  whole: number;
  decimal: number;
  /** 分, whole. */
  money: number;
  /** ㎡. */
  area: number;
  /** In percent: 70 is 70 %. */
  percent: number;
  day: Day;
  instant: Instant;
  /** `yyyy-mm`. */
  month: string;
  /** `yyyy`, `yyyy-Qn`, `yyyy-Hn` or `yyyy-mm`. */
  period: string;
  flag: boolean;
  choice: string;
  choices: readonly string[];
  /** Unit id. */
  unit: string;
  units: readonly string[];
  /** Person id. */
  person: string;
  /** Matter id. */
  matter: string;
  matters: readonly string[];
  rows: readonly Readonly<Record<string, unknown>>[];
  evidence: readonly Evidence[];
  place: Place;
  metric: Metric;
  phone: string;
  creditCode: string;
  industry: string;
  documentNumber: string;
}

/** The names of the kinds; `Record<KindName, …>` makes a forgotten kind a compile error. */
export type KindName = keyof KindValues;

/** One thing a matter can know about itself. `V` is the type of its value. */
export interface Fact<V = unknown> {
  readonly kind: KindName;
  readonly name: Text;
  /** What to write here, beside the field. */
  readonly help?: Text;
  /** Roles that may read it; all who may read the matter, unless told. */
  readonly seenBy?: readonly string[];
  /** Read by nobody until this holds of the matter, save by those with the tie: a sealed panel before check-in, an opinion before the other one is in. */
  readonly veiled?: { readonly until: Condition; readonly but?: Tie };
  /** Kept encrypted outside the trace; read one by one, each reading logged; erasable (个人信息保护法 47、51). */
  readonly sealed?: boolean;
  /** The English of another fact, where both are worked out: each reader is shown the one in his language. */
  readonly inEnglishOf?: string;
  /** Gets an index of its own once the register is long. */
  readonly indexed?: boolean;
  /** Found by the search over everything. Never set on a fact that not everybody may read. */
  readonly searched?: boolean;
  /** A key or an id that programs need: it may be read, and stands on no page, in no list and in no line of the trace. */
  readonly forPrograms?: boolean;
  /** No two matters of the mechanism in a district hold the same value. */
  readonly unique?: boolean;
  /** Other headings under which spreadsheets hold it. */
  readonly synonyms?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Unit of measure, shown after the number. */
  readonly measure?: Text;
  /** An area of land, not of floor: said in 亩 too, which is what offices reckon land in. */
  readonly isLand?: boolean;
  /** The choice (`datums`) that says in which datum a place was given: what is given in another is converted before anything is decided. */
  readonly datum?: string;
  /** A number that names and does not count, a year: no separator stands in it. */
  readonly names?: boolean;
  /** A yield, an index, a multiple: many of them are averaged, never added up. */
  readonly isRate?: boolean;
  /** A rate that is one fact of the matter over another: of many together it is the sum of the one over the sum of the other, over all that have both. `per` is what is in one unit of it. */
  readonly ratio?: { readonly of: string; readonly over: string; readonly per: number };
  /** How many decimals are shown. */
  readonly decimals?: number;
  readonly pattern?: { readonly source: string; readonly words: Text };
  readonly options?: Readonly<Record<string, Text>>;
  /** A column of choices that makes one row for each of its options, for `rows`: a sheet of ratings and not a list. */
  readonly each?: string;
  /** The facts of one row, for `rows`. */
  readonly columns?: Readonly<Record<string, Fact>>;
  /** The mechanism referred to, for `matter` and `matters`. */
  readonly mechanism?: string;
  /** The stages in which one is offered to be referred to; any, when absent. What may really be chosen is for a rule to say. */
  readonly stages?: readonly string[];
  /** Only the type speaks: never present at run time. */
  readonly value?: V;
}

/** A set of facts by name. */
export type Facts = Readonly<Record<string, Fact>>;

/** The value type of one fact. */
export type ValueOf<F> = F extends Fact<infer V> ? V : never;

/** What a matter with these facts may know; anything may still be unknown. */
export type Values<F extends Facts> = { readonly [K in keyof F]?: ValueOf<F[K]> };

type Options = Omit<Fact, 'kind' | 'name' | 'value' | 'options' | 'columns' | 'mechanism'>;

function plain<K extends KindName>(kind: K) {
  return (name: Text, options: Options = {}): Fact<KindValues[K]> => ({ kind, name, ...options });
}

/** The constructors of facts, one for each kind: `fact.money({ zh: '总投资', en: 'Total investment' }, { min: 0 })`. */
export const fact = {
  text: plain('text'),
  longText: plain('longText'),
  whole: plain('whole'),
  decimal: plain('decimal'),
  money: plain('money'),
  area: plain('area'),
  percent: plain('percent'),
  day: plain('day'),
  instant: plain('instant'),
  month: plain('month'),
  period: plain('period'),
  flag: plain('flag'),
  unit: plain('unit'),
  units: plain('units'),
  person: plain('person'),
  evidence: plain('evidence'),
  place: plain('place'),
  metric: plain('metric'),
  phone: plain('phone'),
  creditCode: plain('creditCode'),
  industry: plain('industry'),
  documentNumber: plain('documentNumber'),
  choice: <const O extends Readonly<Record<string, Text>>>(name: Text, choices: O, options: Options = {}): Fact<keyof O & string> => ({
    kind: 'choice',
    name,
    options: choices,
    ...options,
  }),
  choices: <const O extends Readonly<Record<string, Text>>>(name: Text, choices: O, options: Options = {}): Fact<readonly (keyof O & string)[]> => ({
    kind: 'choices',
    name,
    options: choices,
    ...options,
  }),
  matter: (name: Text, mechanism: string, options: Options = {}): Fact<string> => ({ kind: 'matter', name, mechanism, ...options }),
  matters: (name: Text, mechanism: string, options: Options = {}): Fact<readonly string[]> => ({ kind: 'matters', name, mechanism, ...options }),
  rows: <const F extends Facts>(name: Text, columns: F, options: Options = {}): Fact<readonly Values<F>[]> => ({
    kind: 'rows',
    name,
    columns,
    ...options,
  }),
};
