import { lightWordsOf, type lightWords } from '#contract/light-words.ts';
import { hasLights } from '#contract/register-columns.ts';
import type { Facts } from '#kernel/fact.ts';
import type { Figure } from '#kernel/figure.ts';
import type { Action, AnyMechanism, AnyRecord } from '#kernel/mechanism.ts';
import { verbatim, type Text } from '#kernel/words.ts';
import { mechanisms, shelves } from '#mechanisms/mechanisms.ts';

/** What the side bar, the desk and the search need of a register. */
export type Register = Pick<AnyRecord, 'key' | 'wing' | 'name' | 'counter' | 'stages' | 'sees'> & {
  readonly duties: Readonly<Record<string, Pick<AnyRecord['duties'][string], 'name'>>>;
  readonly hasLights: boolean;
  /** Where its lights are more than due days. */
  readonly lightWords: typeof lightWords | undefined;
  /** The registers it stands together with in the menu. */
  readonly shelf: Text;
  readonly files: readonly Pick<FilingAction, 'key' | 'by'>[];
  readonly importing: string | undefined;
  /** The names of the ordinary next steps. */
  readonly steps: Readonly<Record<string, Text>>;
};

interface FilingAction {
  readonly key: string;
  readonly by: Action['by'];
}

/** What the public pages need: a mechanism with nothing but the facts and actions of anybody and of authors, and its open figures. */
export type PublicRegister = Pick<AnyMechanism, 'figures'> & {
  readonly record: Pick<AnyRecord, 'key' | 'name' | 'counter' | 'stages' | 'facts' | 'groups' | 'title' | 'publicFace' | 'authorFacts'>;
  readonly actions: Readonly<Record<string, Pick<Action, 'name' | 'help' | 'from' | 'by' | 'asks' | 'extra' | 'extraAsks' | 'evidence' | 'reason' | 'tone' | 'hidden'>>>;
};

/** What the public start page and lists need: hardly more than names. */
export interface PublicFace {
  readonly key: string;
  readonly name: Text | undefined;
  /** What one finds there. */
  readonly about: Text | undefined;
  readonly title: string;
  readonly stages: Readonly<Record<string, Text>>;
  /** What stands beneath a title in a list: short facts that read as they are, or by their options. */
  readonly brief: readonly BriefFact[];
  /** Choices and years by which its list is narrowed. */
  readonly narrows: readonly BriefFact[];
  /** What anybody may hand in here, and the published matters it may refer to. */
  readonly files: readonly { readonly action: string; readonly name: Text; readonly refers: readonly { readonly fact: string; readonly mechanism: string; readonly stages: readonly string[] | undefined }[] }[];
  readonly figures: readonly Pick<Figure, 'key' | 'name' | 'unit'>[];
}

/** A fact as a list shows it: by its options, of a flag its name, and of a year itself. */
interface BriefFact {
  readonly fact: string;
  readonly name: Text;
  readonly options: Readonly<Record<string, Text>> | undefined;
}

/** The open figures of a mechanism, with their definitions. */
export interface PublicFigures {
  readonly name: Text;
  readonly figures: readonly Pick<Figure, 'key' | 'name' | 'unit' | 'definition'>[];
}

export function publicFaces(): readonly PublicFace[] {
  return publicRegisters().map(({ record, actions, figures }) => ({
    key: record.key,
    name: record.publicFace?.name,
    about: record.publicFace?.about,
    title: record.title,
    stages: record.publicFace ? Object.fromEntries(Object.entries(record.stages).map(([key, stage]) => [key, stage.name])) : {},
    brief: briefOf(record.key),
    narrows: (record.publicFace?.narrows ?? []).map((fact) => briefFact(record.facts, fact)),
    files: Object.entries(actions).flatMap(([action, { name, from, by, hidden, asks }]) => (from === 'new' && !hidden && by.includes('public') ? [{ action, name, refers: refersOf(record.facts, Object.keys(asks ?? {})) }] : [])),
    figures: figures.map(({ key, name, unit }) => ({ key, name, unit })),
  }));
}

export function publicFigures(): readonly PublicFigures[] {
  return publicRegisters().flatMap(({ record, figures }) => (figures.length === 0 ? [] : [{ name: record.name, figures: figures.map(({ key, name, unit, definition }) => ({ key, name, unit, definition })) }]));
}

function refersOf(facts: Facts, asked: readonly string[]): PublicFace['files'][number]['refers'] {
  return asked.flatMap((fact) => {
    const { kind, mechanism, stages } = facts[fact] ?? {};
    return kind === 'matter' && mechanism !== undefined ? [{ fact, mechanism, stages }] : [];
  });
}

/** What the public face names, or the first two columns of the register that anybody may read and that need no working out. */
function briefOf(key: string): PublicFace['brief'] {
  const record = mechanisms.find((each) => each.record.key === key)?.record as AnyRecord;
  const isShown = (name: string) => name !== record.title && record.publicFace?.facts.includes(name) === true && ['text', 'choice'].includes(record.facts[name]?.kind ?? '');
  return (record.publicFace?.brief ?? record.list.filter(isShown).slice(0, 2)).map((fact) => briefFact(record.facts, fact));
}

function briefFact(facts: Facts, fact: string): BriefFact {
  return { fact, name: facts[fact]?.name ?? verbatim(fact), options: facts[fact]?.options };
}

/** Taken while the pages are built; the result is data. */
export function registers(): readonly Register[] {
  return shelves.flatMap(({ name: shelf, holds }) => holds.map(({ record, actions, importing }) => ({
    shelf,
    key: record.key,
    wing: record.wing,
    name: record.name,
    counter: record.counter,
    stages: record.stages,
    sees: record.sees,
    duties: Object.fromEntries(Object.entries(record.duties).map(([key, { name }]) => [key, { name }])),
    hasLights: hasLights(record),
    lightWords: record.light === undefined ? undefined : lightWordsOf(record),
    files: Object.entries(actions).flatMap(([key, { from, by, hidden }]) => (from === 'new' && !hidden ? [{ key, by }] : [])),
    importing: importing?.create,
    steps: Object.fromEntries(Object.entries(actions).flatMap(([key, { name, tone, hidden }]) => (tone === 'primary' && !hidden ? [[key, name]] : []))),
  })));
}

export function publicRegisters(): readonly PublicRegister[] {
  return mechanisms.flatMap((mechanism) => {
    const { record } = mechanism;
    const actions = Object.entries(mechanism.actions).filter(([, action]) => action.by.some((grant) => grant === 'public' || grant === 'author'));
    const figures = mechanism.figures.filter((figure) => figure.isPublic);
    if (!record.publicFace && actions.length === 0 && figures.length === 0) return [];
    const asked = actions.flatMap(([, action]) => Object.keys(action.asks ?? {}));
    const wanted = new Set<string>([record.title, ...(record.publicFace?.facts ?? []), ...(record.authorFacts ?? []), ...asked]);
    const { key, name, counter, stages, title, publicFace, authorFacts } = record;
    const groups = record.groups.map((group) => ({ ...group, facts: group.facts.filter((fact) => wanted.has(fact)) })).filter(({ facts }) => facts.length > 0);
    return [{
      figures,
      record: { key, name, counter, stages, groups, title, ...(publicFace ? { publicFace } : {}), ...(authorFacts ? { authorFacts } : {}), facts: Object.fromEntries(Object.entries(record.facts).filter(([fact]) => wanted.has(fact))) as Facts },
      actions: Object.fromEntries(actions.map(([action, { name: words, help, from, by, asks, extra, extraAsks, evidence, reason, tone, hidden }]) => [action, { name: words, help, from, by, asks, extra, extraAsks, evidence, reason, tone, hidden }])),
    }];
  });
}
