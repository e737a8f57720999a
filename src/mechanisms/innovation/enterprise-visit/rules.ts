import { addDays, dayOf, type Day, type Instant } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { countedModes, type EnterpriseVisitRecord, type Mode } from './record.ts';

export type Situation = SituationOf<EnterpriseVisitRecord>;
export type Verdict = VerdictOf<EnterpriseVisitRecord>;

/** What of a visit is judged. */
export interface Visiting {
  readonly enterprise?: string;
  readonly visitedOn?: Day;
  readonly arrivedAt?: Instant;
  readonly mode?: Mode;
  readonly visitors?: readonly { readonly visitor?: string }[];
  readonly address?: string;
}

/** Whether a visit of that mode counts as one. */
export const counts = (mode: Mode | undefined): boolean => mode !== undefined && countedModes.includes(mode);

/** Who acts for an enterprise here. */
export function agentOf({ findMatter }: Situation, enterprise: string | undefined): string | undefined {
  return enterprise === undefined ? undefined : (findMatter(enterprise)?.facts['agent'] as string | undefined);
}

/** Everything an entry may get wrong; `twin` is another visit of the day, '' where there is none. */
export function badVisit(situation: Situation, visiting: Visiting, twin: string): Verdict {
  return badDay(situation, visiting) ?? badVisitors(situation, visiting) ?? whereMissing(visiting) ?? unconfirmable(situation, visiting) ?? (twin === '' ? undefined : { refusal: 'enteredAlready', field: 'visitedOn', detail: { name: twin } });
}

/** A visit is entered soon after it took place, on the day it took place. */
export function badDay({ today, setting }: Situation, { visitedOn = today, arrivedAt }: Visiting): Verdict {
  const days = setting('lateDays');
  if (visitedOn > today) return { refusal: 'visitedLater', field: 'visitedOn' };
  if (visitedOn < addDays(today, -days)) return { refusal: 'enteredLate', field: 'visitedOn', detail: { days } };
  return arrivedAt !== undefined && dayOf(arrivedAt) !== visitedOn ? { refusal: 'anotherDay', field: 'arrivedAt' } : undefined;
}

/** Nobody visits alone: two see more than one, and one cannot invent a visit (innovation.md §16). */
export function badVisitors({ setting }: Situation, { mode, visitors = [] }: Visiting): Verdict {
  const named = visitors.map(({ visitor }) => visitor);
  const least = setting('visitorsLeast');
  if (named.includes(undefined)) return { refusal: 'visitorMissing', field: 'visitors' };
  if (new Set(named).size < named.length) return { refusal: 'visitorTwice', field: 'visitors' };
  return counts(mode) && named.length < least ? { refusal: 'notTwo', field: 'visitors', detail: { least } } : undefined;
}

/** What counts says when and where. */
export function whereMissing({ mode, arrivedAt, address }: Visiting): Verdict {
  if (!counts(mode)) return undefined;
  return arrivedAt === undefined || address === undefined ? { refusal: 'whereMissing', field: arrivedAt === undefined ? 'arrivedAt' : 'address' } : undefined;
}

/** An enterprise confirms by an account of its own. */
export function unconfirmable(situation: Situation, { enterprise }: Visiting): Verdict {
  if (agentOf(situation, enterprise) !== undefined) return undefined;
  const name = enterprise === undefined ? '' : String(situation.findMatter(enterprise)?.facts['name'] ?? '');
  return { refusal: 'noAccount', field: 'enterprise', detail: { name } };
}

/** A visit of which demands came is not undone under them. */
export function demandsHang({ matter }: Situation): Verdict {
  const count = matter.facts.demandsFound ?? 0;
  return count > 0 ? { refusal: 'demandsHang', detail: { count } } : undefined;
}

/** There is something to explain only where there are more than usual. */
export function notOver({ matter }: Situation): Verdict {
  return matter.facts.isOverCap === true ? undefined : 'notOver';
}
