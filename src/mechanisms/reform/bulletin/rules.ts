import type { Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { BulletinRecord } from './record.ts';

export type Situation = SituationOf<BulletinRecord>;
export type Verdict = VerdictOf<BulletinRecord>;

interface Body {
  readonly state?: string;
  readonly elsewhere?: string;
  readonly measures?: readonly { readonly measure?: string; readonly basis?: string }[];
}

/** Characters as Word counts them for Chinese: each Han character or sign, each run of Latin letters or digits. */
export function countWords({ state = '', elsewhere = '', measures = [] }: Body): number {
  const body = [state, elsewhere, ...measures.flatMap(({ measure = '', basis = '' }) => [measure, basis])].join('\n');
  return body.match(/[A-Za-z0-9.%]+|[^\sA-Za-z0-9]/gu)?.length ?? 0;
}

/** Only adopted suggestions that stand nowhere else, or in this bulletin already. */
export function badSources({ matter, findMatter }: Situation, suggestions: readonly string[], research: string | undefined): Verdict {
  if (suggestions.length === 0 && research === undefined) return { refusal: 'sourceMissing', field: 'suggestions' };
  const held = matter.facts.suggestions ?? [];
  const bad = suggestions.find((id) => !held.includes(id) && !['adopted', 'partlyAdopted'].includes(findMatter(id)?.stage ?? ''));
  return bad === undefined ? undefined : { refusal: 'notAdopted', field: 'suggestions', detail: { title: String(findMatter(bad)?.facts['title'] ?? bad) } };
}

/** The length is usual, or somebody says why not. */
export function oddLength({ matter, setting }: Situation, reason: string | undefined): Verdict {
  const count = countWords(matter.facts);
  const [fewest, most] = [setting('fewest'), setting('most')];
  return (fewest <= count && count <= most) || reason !== undefined ? undefined : { refusal: 'wordCountOff', field: 'wordCountReason', detail: { count, fewest, most } };
}

/** The words verbatim, or only where the paper is kept: never both, never neither. */
export function badInstruction({ matter, today }: Situation, given: { readonly words?: string; readonly isOnPaper?: boolean; readonly pointer?: string; readonly on: Day; readonly dueOn?: Day }): Verdict {
  if (given.isOnPaper === true && given.words !== undefined) return { refusal: 'pointerOnly', field: 'words' };
  if (given.isOnPaper === true ? given.pointer === undefined : given.words === undefined) return { refusal: 'wordsMissing', field: given.isOnPaper === true ? 'pointer' : 'words' };
  if (given.on > today || given.on < (matter.facts.issuedOn ?? given.on)) return { refusal: 'futureDay', field: 'on' };
  return given.dueOn !== undefined && given.dueOn < today ? { refusal: 'dueInPast', field: 'dueOn' } : undefined;
}

/** One lead unit that is no co-unit, for suggestions of this bulletin. */
export function badAssignment({ matter, today }: Situation, given: { readonly leadUnit: string; readonly coUnits?: readonly string[]; readonly dueOn?: Day; readonly which?: readonly string[] }): Verdict {
  if (given.coUnits?.includes(given.leadUnit)) return { refusal: 'leadIsCo', field: 'coUnits' };
  if (given.dueOn !== undefined && given.dueOn < today) return { refusal: 'dueInPast', field: 'dueOn' };
  return given.which?.every((id) => matter.facts.suggestions?.includes(id)) === false ? { refusal: 'notCarried', field: 'which' } : undefined;
}

/** The actor's unit that still owes feedback. */
export function owingUnit({ matter, actor }: Situation): string | undefined {
  if (actor.kind !== 'post') return undefined;
  return matter.duties.find((duty) => duty.kind === 'feedback' && duty.state === 'open' && actor.unitIds.includes(duty.unit))?.unit;
}
