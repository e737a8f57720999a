import type { Everything, Marked } from '#contract/search-shapes.ts';
import type { Language, Text } from '#kernel/words.ts';
import { findRegister } from '#web/registers.ts';
import { mark, pagesFound } from '#web/search/pages.ts';
import type { useSearchWords } from '#web/search/words.ts';
import type { SignedIn } from '#web/session.ts';
import type { IconName } from '#web/shell/icon.tsx';

export type Group = 'pages' | 'registers' | 'actions' | 'matters' | 'files' | 'units' | 'posts';

/** One thing found, and where it leads. */
export interface Entry {
  readonly key: string;
  readonly group: Group;
  readonly icon: IconName;
  readonly name: Marked;
  /** What it is, in a few words beside its name. */
  readonly note: string;
  /** Where the words stand in it, when that is not its name. */
  readonly excerpt?: Marked;
  readonly stage?: { readonly mechanism: string; readonly stage: string };
  readonly to: string;
  readonly search: Readonly<Record<string, string | readonly string[]>>;
}

interface Spoken {
  readonly language: Language;
  readonly signedIn: SignedIn;
  readonly words: ReturnType<typeof useSearchWords>;
}

const nowhere = {};

/** Everything found as one list, in the order in which it is shown. */
export function entriesOf(found: Everything | undefined, q: string, spoken: Spoken): Entry[] {
  return [...pagesFound(q, spoken), ...(found ? [...registersOf(found, q, spoken), ...actionsOf(found, q, spoken), ...mattersOf(found, q, spoken), ...filesOf(found, spoken), ...placesOf(found)] : [])];
}

function registersOf({ registers }: Everything, q: string, { language }: Spoken): Entry[] {
  return registers.map((key) => ({ key: `register ${key}`, group: 'registers', icon: 'register', name: mark(nameOf(key)[language], q), note: '', to: `/matters/${key}`, search: nowhere }));
}

function actionsOf({ actions }: Everything, q: string, { language, words }: Spoken): Entry[] {
  return actions.map(({ mechanism, action, name, files, stages }) => {
    const register = nameOf(mechanism)[language];
    return {
      key: `action ${mechanism} ${action}`, group: 'actions', icon: files ? 'file' : 'right', name: mark(name[language], q), note: files ? words('files1', { register }) : words('does', { register }),
      to: files ? `/matters/${mechanism}/new/${action}` : `/matters/${mechanism}`, search: files ? nowhere : { stage: stages },
    };
  });
}

function mattersOf({ matters }: Everything, q: string, { language }: Spoken): Entry[] {
  return matters.map(({ id, mechanism, number, title, stage, excerpt }) => {
    const isNamed = title.includes(excerpt[1]) && excerpt[1] !== '';
    const name = isNamed ? mark(title, excerpt[1]) : ([title, '', ''] as Marked);
    return {
      key: `matter ${id}`, group: 'matters', icon: 'register', name, note: [number, nameOf(mechanism)[language]].filter(Boolean).join(' · '), stage: { mechanism, stage },
      ...(isNamed && !number?.includes(q) ? {} : { excerpt }), to: `/matters/${mechanism}/${id}`, search: nowhere,
    };
  });
}

function filesOf({ files }: Everything, { language, words }: Spoken): Entry[] {
  return files.map(({ hash, name, mechanism, matter, title, number, fact }) => ({
    key: `file ${matter} ${hash} ${fact}`, group: 'files', icon: 'file', name,
    note: words('inFact', { fact: fact?.[language] ?? words('evidence'), matter: [number, title].filter(Boolean).join(' ') }),
    to: `/matters/${mechanism}/${matter}`, search: nowhere,
  }));
}

function placesOf({ units, posts }: Everything): Entry[] {
  return [
    ...units.map(({ id, name }): Entry => ({ key: `unit ${id}`, group: 'units', icon: 'people', name, note: '', to: `/units/${encodeURIComponent(id)}`, search: nowhere })),
    ...posts.map(({ id, name, unitId, unitName, personName }): Entry => ({ key: `post ${id}`, group: 'posts', icon: 'people', name, note: [unitName, ...(name.join('') === personName ? [] : [personName])].join(' · '), to: `/units/${encodeURIComponent(unitId)}`, search: nowhere })),
  ];
}

function nameOf(mechanism: string): Text {
  return findRegister(mechanism)?.name ?? { zh: mechanism, en: mechanism };
}
