import { explain } from '#engines/similarity/explain.ts';
import type { Item } from '#engines/similarity/problem.ts';
import { findSimilar } from '#engines/similarity/solve.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Text } from '#kernel/words.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { BulkWork } from './bulk.ts';
import type { Computation, LongWork, Question } from './computation.ts';
import type { OpenDataContext } from './open-data-context.ts';

/** Another matter that is like the one looked at, and what they share. */
export interface Likeness {
  readonly id: string;
  /** 0–1. */
  readonly similarity: number;
  readonly matches: readonly { readonly fact: string; readonly similarity: number; readonly shared: readonly string[] }[];
}

/** A figure as a paper states it. */
export interface PrintedFigure {
  readonly name: Text;
  readonly unit: Text;
  readonly definition: Text;
  readonly value: number | null;
  readonly asOf: Day;
  /** Kept with the paper; until then it is a draft, and the figure is today's. */
  readonly isKept: boolean;
}

/** What a document may draw on besides the matter itself. */
export interface DocumentContext {
  readonly matter: Matter;
  readonly today: Day;
  readonly districtName: string;
  unitName(id: string): string;
  personName(id: string): string;
  findMatter(id: string): Matter | undefined;
  /** A figure that the document asks for. */
  figure(key: string): PrintedFigure | undefined;
  /** The matters the document asks for that the reader may see, in the order of filing. */
  readonly found: Readonly<Record<string, readonly Matter[]>>;
}

/** A document drawn from a matter. */
export interface DocumentDeclaration {
  readonly name: Text;
  /** Offered only while this holds. */
  readonly when?: Condition;
  /** How to keep the paper (内部资料 注意保存): no grade of secrecy. */
  readonly internal?: string;
  /** Keys of the figures it states. Those its action prints are kept; every number of a paper that is counted is one. */
  readonly figures?: readonly string[];
  /** Other matters it lists, by a name of its own. */
  asks?(matter: Matter): Readonly<Record<string, Question>>;
  parts(context: DocumentContext): readonly DocumentPart[];
  /** Without its ending. */
  fileName(context: DocumentContext): string;
}

/** What a mechanism asks of the server beyond its declaration; `server.ts` beside it exports it as `serving`. */
export interface MechanismServer {
  readonly similar?: {
    /** Facts whose words are compared: the store may narrow the candidates by them. */
    readonly facts: readonly string[];
    /** Where likely duplicates are looked for. */
    among(matter: Matter): Condition;
    /** The machine only suggests; a person decides. Best first. */
    find(matter: Matter, others: readonly Matter[]): readonly Likeness[];
  };
  readonly documents?: Readonly<Record<string, DocumentDeclaration>>;
  /** The package of the open-data standard that the record names, from matters the reader may see. */
  openData?(matters: readonly Matter[], context: OpenDataContext): Readonly<Record<string, unknown>>;
  /** By action. */
  readonly computes?: Readonly<Record<string, Computation>>;
  /** By action: work over more rows than one transaction should hold, begun in the background once the action is done. */
  readonly bulk?: Readonly<Record<string, BulkWork>>;
  /** Who may read what a run froze: whoever reads this fact of the matter. The register knows the rows' subjects by a code and calls them by its title. */
  readonly frozen?: { readonly readBy: string; readonly register: string; readonly code: string };
  /** By action: computed too, but by a thread of its own while the page watches. */
  readonly works?: Readonly<Record<string, LongWork>>;
  /** The same words by the same person within 24 hours are one filing: this names who and what, for the server to keep as a peppered digest only. */
  repeatKey?(action: string, input: Readonly<Record<string, unknown>>): string | undefined;
  /** Actions the platform itself tries every night on the matters that `where` finds; a refusal means not yet. */
  readonly nightly?: readonly { readonly action: string; where(today: Day): Condition }[];
}

/** Likely the same by their words: these texts are compared, with those that may be meant; synonyms are the everyday ones unless told. */
export function alikeBy(facts: readonly string[], among: Condition, synonyms?: readonly (readonly string[])[]): NonNullable<MechanismServer['similar']> {
  const itemOf = (matter: Matter): Item => ({ id: matter.id, parts: Object.fromEntries(facts.flatMap((name) => (typeof matter.facts[name] === 'string' ? [[name, matter.facts[name]]] : []))) });
  return {
    facts,
    among: () => among,
    find: (matter, others) => {
      const item = itemOf(matter);
      const byId = new Map(others.map((other) => [other.id, itemOf(other)]));
      return findSimilar({ item, others: [...byId.values()], ...(synonyms === undefined ? {} : { synonyms }) }).map(({ id, similarity }) => {
        const other = byId.get(id);
        return { id, similarity, matches: other ? explain(item, other, synonyms).map(({ part, ...match }) => ({ fact: part, ...match })) : [] };
      });
    },
  };
}
